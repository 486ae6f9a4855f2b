import type { PatientAccountAnswer } from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import type { ReceiptAnswer } from "@headwater/revenue-cycle/back-end/patient-account/receipt-answers.ts";
import { paymentPlaces } from "@headwater/revenue-cycle/books/patient-payment/patient-payment.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import { formatCents } from "../../frame/format.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { amountText, readAmount } from "../../front-end/check-in/read-amount.ts";
import { t } from "../../strings/translate.ts";
import { useMoneyChange } from "./account-query.ts";
import { ChangeFailure } from "./change-failure.tsx";

type Props = { readonly practice: string; readonly account: PatientAccountAnswer };

const methods = ["check", "cash", "card", "other"] as const;
const goals = ["oldest-first", "newest-first", "in-proportion", "statement", "nobody"] as const;
type Goal = (typeof goals)[number];

/** What is typed of a payment; the amount is what is owed until another is typed. */
type Draft = {
  readonly amount: string;
  readonly method: string;
  readonly place: string;
  readonly reference: string;
  readonly goal: Goal;
};

/** Takes a payment: the amount stands there already, `e` goes to it, Ctrl+Enter takes it. */
export function PaymentForm({ practice, account }: Props) {
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const field = useRef<HTMLInputElement>(null);
  const draft: Draft = {
    amount: amountText(account.owedCents),
    method: "check",
    place: "desk",
    reference: "",
    goal: "oldest-first",
    ...typed,
  };
  const cents = readAmount(draft.amount) ?? 0;
  const taking = useTaking(practice, account);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (cents > 0 && !taking.isPending) taking.take(draft, cents);
  };
  useShortcut("e", () => field.current?.select());
  useShortcut("Ctrl+Enter", () => submit());
  const change = (part: Partial<Draft>) => setTyped({ ...typed, ...part });
  return (
    <form className="account-form" aria-label={t("patientAccount.pay")} onSubmit={submit}>
      <h2 className="section-title">{t("patientAccount.pay")}</h2>
      <TextInput
        ref={field}
        label={t("patientAccount.amount")}
        inputMode="decimal"
        value={draft.amount}
        error={cents <= 0 ? t("patientAccount.amountWrong") : undefined}
        onChange={(event) => change({ amount: event.currentTarget.value })}
      />
      <PaymentChoices draft={draft} onChange={change} />
      <Button type="submit" loading={taking.isPending}>
        {t("patientAccount.take", { amount: formatCents(cents) })}
      </Button>
      <ChangeFailure error={taking.error} />
    </form>
  );
}

type ChoicesProps = {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
};

function PaymentChoices({ draft, onChange }: ChoicesProps) {
  return (
    <>
      <NativeSelect
        label={t("patientAccount.method")}
        value={draft.method}
        data={methods.map((one) => ({ value: one, label: t(`deskPayment.${one}`) }))}
        onChange={(event) => onChange({ method: event.currentTarget.value })}
      />
      {draft.method === "check" && (
        <TextInput
          label={t("patientAccount.reference")}
          maxLength={60}
          value={draft.reference}
          onChange={(event) => onChange({ reference: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={t("patientAccount.place")}
        value={draft.place}
        data={paymentPlaces.map((one) => ({ value: one, label: t(`paymentPlace.${one}`) }))}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("patientAccount.rule")}
        value={draft.goal}
        data={goals.map((one) => ({ value: one, label: t(`allocationRule.${one}`) }))}
        onChange={(event) => {
          const goal = goals.find((one) => one === event.currentTarget.value);
          if (goal !== undefined) onChange({ goal });
        }}
      />
    </>
  );
}

function useTaking(practice: string, account: PatientAccountAnswer) {
  const navigate = useNavigate();
  const taking = useMoneyChange<{ readonly id: number; readonly receipt: ReceiptAnswer }>(practice);
  const take = ({ method, place, reference, goal }: Draft, cents: number) => {
    const number = method === "check" ? reference.trim() : "";
    const body = {
      cents,
      method,
      place,
      ...(number === "" ? {} : { reference: number }),
      wish: wishOf(goal, account),
    };
    taking.mutate(
      { path: `patient-accounts/${account.account}/payments`, body },
      {
        onSuccess: ({ id }) => {
          const params = { practice, payment: String(id) };
          void navigate({ to: "/p/$practice/receipts/$payment", params });
        },
      },
    );
  };
  return { take, isPending: taking.isPending, error: taking.error };
}

/** The claims of an account's last statement come first where that is wished. */
function wishOf(goal: Goal, account: PatientAccountAnswer) {
  if (goal === "nobody") return { by: "nobody" };
  if (goal !== "statement") return { by: "rule", rule: goal };
  const told = account.items
    .filter(({ lastToldOn, openPatientCents }) => lastToldOn !== null && openPatientCents > 0)
    .map(({ claimId }) => claimId);
  return { by: "rule", first: told };
}
