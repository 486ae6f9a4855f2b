import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { patientPaymentKey } from "../../books/patient-payment/patient-payment.ts";
import { enterPostings } from "../../books/transfer/transfer.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork } from "../../work/work-item/work-item.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { type PostingScope, replayClaims } from "../posting/post-claims.command.ts";
import { undoRecoveries } from "./recover-bad-debt.store.ts";

export type ReverseResult =
  | { readonly is: "reversed"; readonly claimIds: readonly number[] }
  | {
      readonly is: "refused";
      /** What a gateway charged goes back through it. */
      readonly code: "payment_unknown" | "payment_by_gateway";
    };

type PaymentRow = {
  readonly cents: number;
  readonly claim_id: number | null;
  readonly posting_id: number | null;
  readonly is_reversed: boolean;
  readonly is_by_gateway: boolean;
};

/**
 * Takes a payment back whole: a check that the bank returned, a mistake at the desk. Claims that had
 * got of it owe it again, and the cash leaves by a mirror of the posting that brought it. Saying the
 * same again changes nothing.
 */
export async function reversePayment(
  transaction: PracticeTransaction,
  patientPaymentId: number,
  {
    reason,
    today,
    isBackAtCard = false,
  }: {
    readonly reason: string;
    readonly today: string;
    /** The gateway gave it back to the card. */
    readonly isBackAtCard?: boolean;
  },
): Promise<ReverseResult> {
  const scope = await openPosting(transaction);
  const { practiceId, actor } = transaction;
  const payment = await transaction.maybeOne<PaymentRow>(sql`
    select pay.cents, pay.claim_id, pay.posting_id, pay.reversed_on is not null as is_reversed,
      exists (select from card_payments c where c.practice_id = pay.practice_id
        and c.patient_payment_id = pay.patient_payment_id) as is_by_gateway
    from patient_payments pay
    where pay.practice_id = ${practiceId} and pay.patient_payment_id = ${patientPaymentId}
    for update`);
  if (payment === undefined) return { is: "refused", code: "payment_unknown" };
  if (payment.is_by_gateway && !isBackAtCard) return { is: "refused", code: "payment_by_gateway" };
  if (payment.is_reversed) return { is: "reversed", claimIds: [] };
  const given = await transaction.query<{ claim_id: number }>(sql`
    update payment_allocations set undone_on = ${today}::date, undone_by = ${actor},
      undo_reason = ${reason}
    where practice_id = ${practiceId} and patient_payment_id = ${patientPaymentId}
      and undone_on is null
    returning claim_id`);
  await undoRecoveries(transaction, { patientPaymentId, today });
  await transaction.execute(sql`
    update patient_payments set reversed_on = ${today}::date, reversed_by = ${actor},
      reverse_reason = ${reason}
    where practice_id = ${practiceId} and patient_payment_id = ${patientPaymentId}`);
  const claimIds = [
    ...new Set([...given.map((row) => row.claim_id), payment.claim_id ?? []].flat()),
  ];
  await replayClaims(transaction, scope, claimIds);
  await reverseCash(transaction, scope, { ...payment, patientPaymentId, today });
  await closeWork(transaction, "patient-payment-unmatched", [patientPaymentKey(patientPaymentId)]);
  await appendEvents(transaction, [
    {
      kind: "patient-payment-reversed",
      subjectKind: "patient-payment",
      subjectId: patientPaymentId,
      change: { cents: payment.cents },
      effectiveOn: today,
    },
  ]);
  return { is: "reversed", claimIds };
}

/** Mirrors the posting that brought the cash, unless that stood on a claim and went with it. */
async function reverseCash(
  transaction: PracticeTransaction,
  { books }: PostingScope,
  payment: PaymentRow & { readonly patientPaymentId: number; readonly today: string },
): Promise<void> {
  const moved = await transaction.maybeOne<{ transfer_id: number; cents: number }>(sql`
    select t.transfer_id, t.cents from postings o
    join transfers t on t.practice_id = o.practice_id and t.posting_id = o.posting_id
    where o.practice_id = ${transaction.practiceId} and o.posting_id = ${payment.posting_id}
      and o.claim_id is null`);
  if (moved === undefined || payment.posting_id === null) return;
  const [postingId = 0] = await transaction.reserveIds("postings", "posting_id", 1);
  await enterPostings(transaction, books, [
    {
      postingId,
      kind: "reversal",
      on: payment.today,
      reason: patientPaymentKey(payment.patientPaymentId),
      reversesPostingId: payment.posting_id,
      transfers: [
        {
          debit: "unapplied-cash",
          credit: payment.is_by_gateway ? "card-clearing" : "cash",
          cents: moved.cents,
          claimId: undefined,
          lineNumber: undefined,
          reversesTransferId: moved.transfer_id,
        },
      ],
    },
  ]);
}
