import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";

type Props = {
  readonly practice: string;
  readonly subject: { readonly kind: string; readonly id: number };
};

/** Opens what an edit holds at the field that it is about; `o` does the same. */
export function FixFindings({ practice, subject }: Props) {
  const navigate = useNavigate();
  const id = String(subject.id);
  const open = () => {
    if (subject.kind === "claim")
      void navigate({ to: "/p/$practice/claims/$claim/form", params: { practice, claim: id } });
    if (subject.kind === "encounter")
      void navigate({
        to: "/p/$practice/encounters/$encounter",
        params: { practice, encounter: id },
      });
    if (subject.kind === "patient")
      void navigate({ to: "/p/$practice/patients/$patient", params: { practice, patient: id } });
    if (subject.kind === "appointment")
      void navigate({ to: "/p/$practice/not-clear", params: { practice }, search: { open: id } });
  };
  useShortcut("o", open);
  return (
    <p>
      <Button onClick={open}>{t("chargeHold.fix")} (o)</Button>
    </p>
  );
}
