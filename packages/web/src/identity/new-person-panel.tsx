import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "../frame/notice.tsx";
import { problemOf } from "../frame/problem.ts";
import { practiceAddress, sendJson } from "../frame/request.ts";
import { useShortcut } from "../frame/shortcuts.ts";
import { SidePanel } from "../frame/side-panel.tsx";
import { t } from "../strings/translate.ts";
import { RoleChoices } from "./role-choices.tsx";

type Props = { readonly practice: string; readonly onClose: () => void };

/** Gives somebody an account with roles in the practice. */
export function NewPersonPanel({ practice, onClose }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, "users"), {
        method: "POST",
        body: { name: name.trim(), email: email.trim(), password, roles: [...chosen] },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: [practice, "users"] });
      onClose();
    },
  });
  const isReady = name.trim() !== "" && email.trim() !== "" && password !== "" && chosen.size > 0;
  useShortcut("Ctrl+Enter", () => add.mutate(), isReady && !add.isPending);
  return (
    <SidePanel title={t("people.add")} onClose={onClose}>
      <form
        className="booking-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) add.mutate();
        }}
      >
        <TextInput
          label={t("people.name")}
          value={name}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t("people.email")}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("people.password")}
          description={t("people.passwordHint")}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <RoleChoices chosen={chosen} onChange={setChosen} />
        {add.isError && (
          <p role="alert" className="error-line">
            {problemSentence(problemOf(add.error))}
          </p>
        )}
        <Button type="submit" disabled={!isReady} loading={add.isPending}>
          {t("people.add")}
        </Button>
      </form>
    </SidePanel>
  );
}
