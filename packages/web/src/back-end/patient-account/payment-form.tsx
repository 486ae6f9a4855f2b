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

/** Takes a payment: the amount stands there already, `e` goes to it, Ctrl+Enter takes it. */
export function PaymentForm({ practice, account }: Props) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [method, setMethod] = useState<string>("check");
  const [place, setPlace] = useState<string>("desk");
  const [reference, setReference] = useState("");
  const [goal, setGoal] = useState<Goal>("oldest-first");
  const field = useRef<HTMLInputElement>(null);
  const taking = useMoneyChange<{ readonly id: number; readonly receipt: ReceiptAnswer }>(practice);
  const amount = typed ?? amountText(account.owedCents);
  const cents = readAmount(amount) ?? 0;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (cents <= 0 || taking.isPending) return;
    const body = {
      cents,
      method,
      place,
      ...(reference.trim() === "" ? {} : { reference: reference.trim() }),
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
  useShortcut("e", () => field.current?.select());
  useShortcut("Ctrl+Enter", () => submit());
  return (
    <form className="account-form" aria-label={t("patientAccount.pay")} onSubmit={submit}>
      <h2 className="section-title">{t("patientAccount.pay")}</h2>
      <TextInput
        ref={field}
        label={t("patientAccount.amount")}
        inputMode="decimal"
        value={amount}
        error={cents <= 0 ? t("patientAccount.amountWrong") : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <NativeSelect
        label={t("patientAccount.method")}
        value={method}
        data={methods.map((one) => ({ value: one, label: t(`deskPayment.${one}`) }))}
        onChange={(event) => setMethod(event.currentTarget.value)}
      />
      {method === "check" && (
        <TextInput
          label={t("patientAccount.reference")}
          maxLength={60}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        label={t("patientAccount.place")}
        value={place}
        data={paymentPlaces.map((one) => ({ value: one, label: t(`paymentPlace.${one}`) }))}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <NativeSelect
        label={t("patientAccount.rule")}
        value={goal}
        data={goals.map((one) => ({ value: one, label: t(`allocationRule.${one}`) }))}
        onChange={(event) =>
          setGoal(goals.find((one) => one === event.currentTarget.value) ?? goal)
        }
      />
      <Button type="submit" loading={taking.isPending}>
        {t("patientAccount.take", { amount: formatCents(cents) })}
      </Button>
      <ChangeFailure error={taking.error} />
    </form>
  );
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
