import type {
  CardGatewayAnswer,
  ChargedAnswer,
} from "@headwater/revenue-cycle/back-end/card-payment/card-payment-answers.ts";
import type { PatientAccountAnswer } from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import type { ReceiptAnswer } from "@headwater/revenue-cycle/back-end/patient-account/receipt-answers.ts";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useMoneyChange } from "./account-query.ts";

export const goals = [
  "oldest-first",
  "newest-first",
  "in-proportion",
  "statement",
  "nobody",
] as const;
export type Goal = (typeof goals)[number];

/** What is typed of a payment; the amount is what is owed until another is typed. */
export type PaymentDraft = {
  readonly amount: string;
  readonly method: string;
  readonly place: string;
  readonly reference: string;
  readonly token: string;
  readonly goal: Goal;
};

/** Takes a payment at the desk or charges a card, and goes to the receipt when it is paid. */
export function useTaking(
  practice: string,
  account: PatientAccountAnswer,
  gateway: CardGatewayAnswer | undefined,
) {
  const navigate = useNavigate();
  const showReceipt = (id: number) => {
    const params = { practice, payment: String(id) };
    void navigate({ to: "/p/$practice/receipts/$payment", params });
  };
  const taking = useMoneyChange<{ readonly id: number; readonly receipt: ReceiptAnswer }>(practice);
  const card = useCharging(practice, account, showReceipt);
  const take = (draft: PaymentDraft, cents: number) => {
    const { method, place, reference, goal } = draft;
    if (isByGateway(method, gateway)) return card.charge(draft, cents);
    const number = method === "check" ? reference.trim() : "";
    const body = {
      cents,
      method: method === "terminal" ? "card" : method,
      place,
      ...(number === "" ? {} : { reference: number }),
      wish: wishOf(goal, account),
    };
    taking.mutate(
      { path: `patient-accounts/${account.account}/payments`, body },
      { onSuccess: ({ id }) => showReceipt(id) },
    );
  };
  return {
    take,
    charged: card.charged,
    takeCharged: card.takeCharged,
    isPending: taking.isPending || card.isPending,
    error: taking.error ?? card.error,
  };
}

/** Whether the method goes through the gateway. */
export function isByGateway(method: string, gateway: CardGatewayAnswer | undefined): boolean {
  return method === "card" && gateway !== undefined && gateway.gateway !== "none";
}

/** A charge keeps its key until the gateway has answered, so that pressing twice charges once. */
function useCharging(
  practice: string,
  account: PatientAccountAnswer,
  onPaid: (patientPaymentId: number) => void,
) {
  const key = useRef(crypto.randomUUID());
  const [charged, setCharged] = useState<ChargedAnswer>();
  const charging = useMoneyChange<ChargedAnswer>(practice);
  const takeCharged = (answer: ChargedAnswer) => {
    setCharged(answer);
    if (answer.state !== "pending") key.current = crypto.randomUUID();
    if (answer.patientPaymentId !== null) onPaid(answer.patientPaymentId);
  };
  const charge = ({ token, place, goal }: PaymentDraft, cents: number) => {
    if (charged?.state === "pending") return;
    const body = { key: key.current, cents, token, place, wish: wishOf(goal, account) };
    charging.mutate(
      { path: `patient-accounts/${account.account}/card-payments`, body },
      { onSuccess: takeCharged },
    );
  };
  return {
    charge,
    charged,
    takeCharged,
    isPending: charging.isPending,
    error: charging.error,
  };
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
