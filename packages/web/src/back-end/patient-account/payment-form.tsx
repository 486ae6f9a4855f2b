import type { CardGatewayAnswer } from "@headwater/revenue-cycle/back-end/card-payment/card-payment-answers.ts";
import type { PatientAccountAnswer } from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import { paymentPlaces } from "@headwater/revenue-cycle/books/patient-payment/patient-payment.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { formatCents } from "../../frame/format.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { amountText, readAmount } from "../../front-end/check-in/read-amount.ts";
import { t } from "../../strings/translate.ts";
import { CardChoice, CardOutcome } from "./card-choice.tsx";
import { cardGatewayQuery } from "./card-query.ts";
import { ChangeFailure } from "./change-failure.tsx";
import { goals, isByGateway, type PaymentDraft, useTaking } from "./use-taking.ts";

type Props = { readonly practice: string; readonly account: PatientAccountAnswer };

const methods = ["check", "cash", "card", "other"] as const;

/** Takes a payment: the amount stands there already, `e` goes to it, Ctrl+Enter takes it. */
export function PaymentForm({ practice, account }: Props) {
  const [typed, setTyped] = useState<Partial<PaymentDraft>>({});
  const field = useRef<HTMLInputElement>(null);
  const gateway = useQuery(cardGatewayQuery(practice)).data;
  const draft: PaymentDraft = {
    amount: amountText(account.owedCents),
    method: "check",
    place: "desk",
    reference: "",
    token: gateway?.cards[0]?.token ?? "",
    goal: "oldest-first",
    ...typed,
  };
  const cents = readAmount(draft.amount) ?? 0;
  const taking = useTaking(practice, account, gateway);
  const isWaiting = isByGateway(draft.method, gateway) && taking.charged?.state === "pending";
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (cents > 0 && !taking.isPending && !isWaiting) taking.take(draft, cents);
  };
  useShortcut("e", () => field.current?.select());
  useShortcut("Ctrl+Enter", () => submit());
  const change = (part: Partial<PaymentDraft>) => setTyped({ ...typed, ...part });
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
      <PaymentChoices draft={draft} gateway={gateway} onChange={change} />
      <Button type="submit" loading={taking.isPending} disabled={isWaiting}>
        {t("patientAccount.take", { amount: formatCents(cents) })}
      </Button>
      {taking.charged && isByGateway(draft.method, gateway) && (
        <CardOutcome practice={practice} charged={taking.charged} onAnswered={taking.takeCharged} />
      )}
      <ChangeFailure error={taking.error} />
    </form>
  );
}

type ChoicesProps = {
  readonly draft: PaymentDraft;
  readonly gateway: CardGatewayAnswer | undefined;
  readonly onChange: (part: Partial<PaymentDraft>) => void;
};

function PaymentChoices({ draft, gateway, onChange }: ChoicesProps) {
  const byGateway = gateway !== undefined && isByGateway(draft.method, gateway);
  return (
    <>
      <NativeSelect
        label={t("patientAccount.method")}
        value={draft.method}
        data={[
          ...methods.map((one) => ({ value: one, label: t(`deskPayment.${one}`) })),
          ...(isByGateway("card", gateway)
            ? [{ value: "terminal", label: t("card.terminal") }]
            : []),
        ]}
        onChange={(event) => onChange({ method: event.currentTarget.value })}
      />
      {byGateway && (
        <CardChoice
          gateway={gateway}
          token={draft.token}
          onChange={(token) => onChange({ token })}
        />
      )}
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
