import type { HoldRow } from "@headwater/revenue-cycle/work/hold/hold-answers.ts";
import { Button, NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { ReasonForm } from "../work-item/reason-form.tsx";
import "./hold.css";

type Props = {
  readonly practice: string;
  /** Below which the holds of the thing stand: `encounters/12`. */
  readonly path: `encounters/${number}` | `claims/${number}`;
  /** Whose work it mostly is. */
  readonly owner: Owner;
};

const owners = [
  "front-desk",
  "authorization",
  "provider",
  "coder",
  "biller",
  "credentialing",
  "manager",
] as const;
type Owner = (typeof owners)[number];

/** A button that asks why something is held and who must act, and holds it. */
export function HoldForm({ practice, path, owner: first }: Props) {
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [owner, setOwner] = useState<Owner>(first);
  const place = useMutation({
    mutationFn: (reason: string) =>
      sendJson<HoldRow>(practiceAddress(practice, `${path}/holds`), {
        method: "POST",
        body: { reason, ownerRole: owner },
      }),
    onSuccess: () => {
      setOpen(false);
      return queries.invalidateQueries({ queryKey: [practice] });
    },
  });
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("personHold.place")}
      </Button>
    );
  }
  return (
    <section className="held-notice" aria-label={t("personHold.place")}>
      <NativeSelect
        label={t("personHold.owner")}
        value={owner}
        autoFocus
        data={owners.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        onChange={(event) => setOwner(event.currentTarget.value as Owner)}
      />
      <ReasonForm
        place={`hold ${path}`}
        label={t("personHold.reason")}
        button={t("personHold.placed")}
        isBusy={place.isPending}
        onGiven={(reason) => place.mutate(reason)}
      />
      {place.error && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(place.error))}
        </p>
      )}
    </section>
  );
}
