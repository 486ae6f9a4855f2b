import {
  type ResponsibilityDirection,
  responsibilityDirections,
} from "@headwater/revenue-cycle/back-end/responsibility/decide-responsibility.ts";
import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { formatCents } from "../../frame/format.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { amountText, readAmount } from "../../front-end/check-in/read-amount.ts";
import { t } from "../../strings/translate.ts";
import { useMoneyChange } from "../patient-account/account-query.ts";
import { ChangeFailure } from "../patient-account/change-failure.tsx";
import "../patient-account/patient-account.css";

type Props = {
  readonly practice: string;
  readonly claim: ClaimAnswer;
  readonly onDone: () => void;
};

/** Says line by line how much moves; what is open stands there already. */
export function MoveForm({ practice, claim, onDone }: Props) {
  const { openInsurance } = claim.cents;
  const [direction, setDirection] = useState<ResponsibilityDirection>(
    openInsurance > 0 ? "to-patient" : "to-payer",
  );
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [reason, setReason] = useState("");
  const moving = useMoneyChange(practice);
  const rows = movable(claim, direction).map((row) => {
    const text = typed[row.lineNumber] ?? amountText(row.open);
    return { ...row, text, cents: readAmount(text) };
  });
  const lines = rows.flatMap(({ lineNumber, cents }) => (cents ? [{ lineNumber, cents }] : []));
  const isWhole = rows.every(({ cents, open }) => cents !== undefined && cents <= open);
  const isReady = isWhole && lines.length > 0 && reason.trim() !== "" && !moving.isPending;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!isReady) return;
    const body = { direction, lines, reason: reason.trim() };
    moving.mutate(
      { path: `claims/${claim.id}/responsibility-transfers`, body },
      { onSuccess: onDone },
    );
  };
  useShortcut("Ctrl+Enter", () => submit());
  const sum = lines.reduce((total, { cents }) => total + cents, 0);
  return (
    <form className="account-form" aria-label={t("responsibility.begin")} onSubmit={submit}>
      <NativeSelect
        autoFocus
        label={t("responsibility.direction")}
        value={direction}
        data={responsibilityDirections.map((value) => ({
          value,
          label: t(`responsibility.${value}`),
        }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setDirection(responsibilityDirections.find((one) => one === value) ?? direction);
          setTyped({});
        }}
      />
      {rows.map(({ lineNumber, open, text, cents }) => (
        <TextInput
          key={lineNumber}
          label={t("responsibility.line", { line: lineNumber, open: formatCents(open) })}
          inputMode="decimal"
          value={text}
          error={cents === undefined || cents > open ? t("responsibility.badAmount") : undefined}
          onChange={(event) => setTyped({ ...typed, [lineNumber]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label={t("responsibility.reason")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={moving.isPending} disabled={!isReady}>
        {t("responsibility.move", { amount: formatCents(sum) })}
      </Button>
      <Button variant="default" onClick={onDone}>
        {t("responsibility.keep")}
      </Button>
      <ChangeFailure error={moving.error} />
    </form>
  );
}

function movable(claim: ClaimAnswer, direction: ResponsibilityDirection) {
  return claim.lines.flatMap(({ lineNumber, cents }) => {
    const open = direction === "to-patient" ? cents.openInsurance : cents.openPatient;
    return open > 0 ? [{ lineNumber, open }] : [];
  });
}
