import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatInstant } from "../frame/format.ts";
import { problemSentence } from "../frame/notice.tsx";
import { problemOf } from "../frame/problem.ts";
import { practiceAddress, sendJson } from "../frame/request.ts";
import { useShortcut } from "../frame/shortcuts.ts";
import { SidePanel } from "../frame/side-panel.tsx";
import { t } from "../strings/translate.ts";
import { RoleChoices } from "./role-choices.tsx";

type Props = {
  readonly practice: string;
  readonly onPassword: () => void;
  readonly onClose: () => void;
};

type Made = { readonly id: string; readonly token: string; readonly endsAt: string };

/** Invites somebody with roles, and shows the link that makes his account, once. */
export function InvitePanel({ practice, onPassword, onClose }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [days, setDays] = useState("7");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const queries = useQueryClient();
  const make = useMutation({
    mutationFn: () =>
      sendJson<Made>(practiceAddress(practice, "invitations"), {
        method: "POST",
        body: {
          name: name.trim(),
          email: email.trim(),
          roles: [...chosen],
          validDays: Number(days) || 0,
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [practice, "invitations"] }),
  });
  const isReady = name.trim() !== "" && email.trim() !== "" && chosen.size > 0;
  useShortcut("Ctrl+Enter", () => make.mutate(), isReady && !make.isPending && !make.data);
  if (make.data) {
    return (
      <SidePanel title={t("invitation.link")} onClose={onClose}>
        <MadeLink made={make.data} name={name} />
      </SidePanel>
    );
  }
  return (
    <SidePanel title={t("invitation.invite")} onClose={onClose}>
      <form
        className="booking-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) make.mutate();
        }}
      >
        <WhoFields {...{ name, email, days, setName, setEmail, setDays }} />
        <RoleChoices chosen={chosen} onChange={setChosen} />
        {make.isError && (
          <p role="alert" className="error-line">
            {problemSentence(problemOf(make.error))}
          </p>
        )}
        <Button type="submit" disabled={!isReady} loading={make.isPending}>
          {t("invitation.make")}
        </Button>
      </form>
      <p>
        <button type="button" className="link-button" onClick={onPassword}>
          {t("invitation.another")}
        </button>
      </p>
    </SidePanel>
  );
}

type WhoProps = {
  readonly name: string;
  readonly email: string;
  readonly days: string;
  readonly setName: (name: string) => void;
  readonly setEmail: (email: string) => void;
  readonly setDays: (days: string) => void;
};

function WhoFields({ name, email, days, setName, setEmail, setDays }: WhoProps) {
  return (
    <>
      <TextInput
        label={t("people.name")}
        value={name}
        autoFocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t("people.email")}
        type="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <TextInput
        label={t("invitation.validDays")}
        type="number"
        min={1}
        max={30}
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
    </>
  );
}

/** The part after `#` is not sent to any server, so that no log keeps it. */
function MadeLink({ made, name }: { readonly made: Made; readonly name: string }) {
  const [isCopied, setCopied] = useState(false);
  const link = `${window.location.origin}/invitation#${made.token}`;
  return (
    <>
      <p>{t("invitation.linkHint", { name, date: formatInstant(made.endsAt) })}</p>
      <TextInput
        label={t("invitation.link")}
        value={link}
        readOnly
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        mt="sm"
        variant="default"
        onClick={() => void navigator.clipboard?.writeText(link).then(() => setCopied(true))}
      >
        {t("invitation.copy")}
      </Button>
      {isCopied && <p role="status">{t("invitation.copied")}</p>}
    </>
  );
}
