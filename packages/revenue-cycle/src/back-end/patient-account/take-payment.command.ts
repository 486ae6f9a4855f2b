import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type AllocationRefusal,
  type AllocationWish,
  decideAllocation,
} from "../../books/patient-payment/allocate-payment.ts";
import { collectPayments } from "../../books/patient-payment/collect-payment.command.ts";
import type { PaymentPlace } from "../../books/patient-payment/patient-payment.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { giveParts } from "./allocate-payment.command.ts";
import { isAccountKnown, openItems } from "./open-items.store.ts";
import type { PatientAccount } from "./patient-account.ts";
import { billingSettings } from "./patient-billing-settings.store.ts";

/** Money that somebody pays on an account, and what it is to do. */
export type PaymentWanted = {
  readonly cents: number;
  readonly method: string;
  readonly place: PaymentPlace;
  readonly reference?: string | undefined;
  /** Charged by a gateway, which owes it until its deposit. */
  readonly by?: "gateway";
  readonly paidOn: string;
  readonly wish: AllocationWish;
};

export type TakePaymentResult =
  | { readonly is: "taken"; readonly patientPaymentId: number }
  | { readonly is: "refused"; readonly code: "account_unknown" }
  | ({ readonly is: "refused" } & AllocationRefusal);

/**
 * Takes a payment on an account: cash against unapplied cash, and from there to the claims that the
 * rule or the person names. What no claim takes stays the account's and is given later.
 */
export async function takePayment(
  transaction: PracticeTransaction,
  account: PatientAccount,
  wanted: PaymentWanted,
): Promise<TakePaymentResult> {
  const scope = await openPosting(transaction);
  if (!(await isAccountKnown(transaction, account))) {
    return { is: "refused", code: "account_unknown" };
  }
  const { cents, method, place, reference, by, paidOn, wish } = wanted;
  const { allocationRule } = await billingSettings(transaction);
  const items = await openItems(transaction, account);
  const decision = decideAllocation(cents, items, { wish, usual: allocationRule });
  if (decision.is === "refused") return decision;
  const payment = {
    ...account,
    cents,
    method,
    place,
    paidOn,
    purpose: "balance" as const,
    ...(reference === undefined ? {} : { reference }),
    ...(by === undefined ? {} : { by }),
  };
  const [patientPaymentId = 0] = await collectPayments(transaction, [payment]);
  const { parts, rule } = decision;
  await giveParts(transaction, scope, [{ patientPaymentId, parts, rule, on: paidOn }]);
  return { is: "taken", patientPaymentId };
}
