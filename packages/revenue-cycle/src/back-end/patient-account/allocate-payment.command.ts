import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type AllocationPart,
  type AllocationRefusal,
  type AllocationWish,
  decideAllocation,
} from "../../books/patient-payment/allocate-payment.ts";
import { planUnapplied } from "../../books/patient-payment/apply-unapplied.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { type PostingScope, replayClaims } from "../posting/post-claims.command.ts";
import { openItems, unappliedPayments } from "./open-items.store.ts";
import type { PatientAccount } from "./patient-account.ts";
import { billingSettings } from "./patient-billing-settings.store.ts";
import { recoverBadDebt, undoRecoveries } from "./recover-bad-debt.store.ts";

export type AllocateRefusal =
  | AllocationRefusal
  | { readonly code: "payment_unknown" | "allocation_unknown" };

export type AllocateResult =
  | { readonly is: "allocated"; readonly claimIds: readonly number[] }
  | ({ readonly is: "refused" } & AllocateRefusal);

export type GivenParts = {
  readonly patientPaymentId: number;
  readonly parts: readonly AllocationPart[];
  readonly rule: string;
  readonly on: string;
};

/**
 * Gives parts of payments to claims. What a claim has open takes them first; beyond that what was
 * written off as bad debt is recovered. The postings of the claims follow from these facts, together
 * with everything else that is known of them.
 */
export async function giveParts(
  transaction: PracticeTransaction,
  scope: PostingScope,
  given: readonly GivenParts[],
): Promise<void> {
  const claimIds = new Set<number>();
  for (const { patientPaymentId, parts, rule, on } of given) {
    await recoverBadDebt(transaction, { patientPaymentId, parts, on });
    for (const { claimId, cents } of parts) {
      claimIds.add(claimId);
      await transaction.execute(sql`
        insert into payment_allocations (practice_id, patient_payment_id, claim_id, cents, rule,
          allocated_on, allocated_by)
        values (${transaction.practiceId}, ${patientPaymentId}, ${claimId}, ${cents}, ${rule},
          ${on}::date, ${transaction.actor})`);
    }
  }
  await replayClaims(transaction, scope, [...claimIds]);
  await appendEvents(
    transaction,
    given.flatMap(({ patientPaymentId, parts, rule, on }) =>
      parts.map(({ claimId, cents }) => ({
        kind: "patient-payment-allocated",
        subjectKind: "patient-payment",
        subjectId: patientPaymentId,
        claimId,
        change: { cents, rule },
        effectiveOn: on,
      })),
    ),
  );
}

/** Gives what is left of a payment to claims of the account, as a person or a rule wishes. */
export async function allocatePayment(
  transaction: PracticeTransaction,
  account: PatientAccount,
  wanted: {
    readonly patientPaymentId: number;
    readonly wish: AllocationWish;
    readonly today: string;
  },
): Promise<AllocateResult> {
  const scope = await openPosting(transaction);
  const { patientPaymentId, wish, today } = wanted;
  const payments = await unappliedPayments(transaction, account);
  const payment = payments.find((each) => each.patientPaymentId === patientPaymentId);
  if (payment === undefined) return { is: "refused", code: "payment_unknown" };
  const { allocationRule } = await billingSettings(transaction);
  const items = await openItems(transaction, account);
  const decision = decideAllocation(payment.leftCents, items, { wish, usual: allocationRule });
  if (decision.is === "refused") return decision;
  const { parts, rule } = decision;
  await giveParts(transaction, scope, [{ patientPaymentId, parts, rule, on: today }]);
  return { is: "allocated", claimIds: parts.map(({ claimId }) => claimId) };
}

/** Gives everything that the account paid and that waits to what is open on it, by the practice's rule. */
export async function applyUnapplied(
  transaction: PracticeTransaction,
  account: PatientAccount,
  today: string,
): Promise<AllocateResult> {
  const scope = await openPosting(transaction);
  const { allocationRule } = await billingSettings(transaction);
  const planned = planUnapplied(
    await unappliedPayments(transaction, account),
    await openItems(transaction, account),
    allocationRule,
  );
  await giveParts(
    transaction,
    scope,
    planned.map(({ patientPaymentId, ...part }) => ({
      patientPaymentId,
      parts: [part],
      rule: allocationRule,
      on: today,
    })),
  );
  return { is: "allocated", claimIds: planned.map(({ claimId }) => claimId) };
}

/** Takes a part back from its claim; the money is the account's again. Twice changes nothing. */
export async function undoAllocation(
  transaction: PracticeTransaction,
  allocationId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<AllocateResult> {
  const scope = await openPosting(transaction);
  const { practiceId, actor } = transaction;
  const row = await transaction.maybeOne<AllocationRow>(sql`
    select claim_id, patient_payment_id, cents, undone_on is not null as is_undone
    from payment_allocations
    where practice_id = ${practiceId} and payment_allocation_id = ${allocationId} for update`);
  if (row === undefined) return { is: "refused", code: "allocation_unknown" };
  const { claim_id: claimId, patient_payment_id: patientPaymentId, cents } = row;
  if (row.is_undone) return { is: "allocated", claimIds: [claimId] };
  await transaction.execute(sql`
    update payment_allocations set undone_on = ${today}::date, undone_by = ${actor},
      undo_reason = ${reason}
    where practice_id = ${practiceId} and payment_allocation_id = ${allocationId}`);
  await undoRecoveries(transaction, { patientPaymentId, claimId, today });
  await replayClaims(transaction, scope, [claimId]);
  await appendEvents(transaction, [
    {
      kind: "patient-payment-allocation-undone",
      subjectKind: "patient-payment",
      subjectId: patientPaymentId,
      claimId,
      change: { cents },
      effectiveOn: today,
    },
  ]);
  return { is: "allocated", claimIds: [claimId] };
}

type AllocationRow = {
  readonly claim_id: number;
  readonly patient_payment_id: number;
  readonly cents: number;
  readonly is_undone: boolean;
};
