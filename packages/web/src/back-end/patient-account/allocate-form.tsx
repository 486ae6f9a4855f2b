import type {
  AccountPaymentAnswer,
  PatientAccountAnswer,
} from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { formatCents, formatDate } from "../../frame/format.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { readAmount } from "../../front-end/check-in/read-amount.ts";
import { t } from "../../strings/translate.ts";
import { useMoneyChange } from "./account-query.ts";
import { ChangeFailure } from "./change-failure.tsx";

type Props = {
  readonly practice: string;
  readonly account: PatientAccountAnswer;
  readonly payment: AccountPaymentAnswer;
  readonly onDone: () => void;
};

/** Gives what is left of a payment to the visits of its account, each its own amount. */
export function AllocateForm({ practice, account, payment, onDone }: Props) {
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const giving = useMoneyChange(practice);
  const items = account.items.filter(({ openPatientCents }) => openPatientCents > 0);
  const rows = items.map((item) => ({ item, cents: readAmount(typed[item.claimId] ?? "") }));
  const parts = rows.flatMap(({ item: { claimId }, cents }) => (cents ? [{ claimId, cents }] : []));
  const left = payment.leftCents - parts.reduce((sum, { cents }) => sum + cents, 0);
  const isWhole = rows.every(
    ({ item, cents }) => cents !== undefined && cents <= item.openPatientCents,
  );
  const isReady = isWhole && parts.length > 0 && left >= 0 && !giving.isPending;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady) return;
    const path = `patient-accounts/${account.account}/payments/${payment.id}/allocations` as const;
    giving.mutate({ path, body: { wish: { by: "hand", parts } } }, { onSuccess: onDone });
  };
  useShortcut("Ctrl+Enter", () => submit());
  const words = { amount: formatCents(payment.leftCents), receipt: payment.receipt };
  return (
    <form className="account-form" aria-label={t("allocation.title", words)} onSubmit={submit}>
      <h3 className="section-title">{t("allocation.title", words)}</h3>
      {rows.map(({ item, cents }, index) => (
        <TextInput
          key={item.claimId}
          autoFocus={index === 0}
          label={t("allocation.visit", {
            visit: visitWords(item),
            open: formatCents(item.openPatientCents),
          })}
          inputMode="decimal"
          value={typed[item.claimId] ?? ""}
          error={
            cents === undefined || cents > item.openPatientCents
              ? t("allocation.badAmount")
              : undefined
          }
          onChange={(event) => setTyped({ ...typed, [item.claimId]: event.currentTarget.value })}
        />
      ))}
      <p role="status">
        {left >= 0
          ? t("allocation.left", { left: formatCents(left) })
          : t("allocation.over", { over: formatCents(-left) })}
      </p>
      <Button type="submit" disabled={!isReady} loading={giving.isPending}>
        {t("allocation.save")}
      </Button>
      <Button variant="subtle" onClick={onDone}>
        {t("action.close")}
      </Button>
      <ChangeFailure error={giving.error} />
    </form>
  );
}

type Visit = { readonly serviceFrom: string | null; readonly patientControlNumber: string };

/** A visit by its day, else by its number. */
export function visitWords({ serviceFrom, patientControlNumber }: Visit): string {
  return serviceFrom === null
    ? patientControlNumber
    : `${formatDate(serviceFrom)} ${patientControlNumber}`;
}
