import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";

/**
 * The news of one change, written in the transaction of the change. Subscribers, the claim's
 * timeline and the measures read it. `change` holds codes, ids and cents, never a name.
 */
export type ChangeEvent = {
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly claimId?: number | undefined;
  readonly change?: { readonly [key: string]: unknown };
  /** Civil date of the source. */
  readonly effectiveOn?: string | undefined;
  readonly transactionSetId?: number | undefined;
  readonly segmentFrom?: number | undefined;
  readonly segmentTo?: number | undefined;
};

const columns = [
  "practice_id",
  "kind",
  "subject_kind",
  "subject_id",
  "claim_id",
  "actor",
  "change",
  "effective_on",
  "transaction_set_id",
  "segment_from",
  "segment_to",
] as const;

/** Writes events in the order given. The actor is the transaction's. */
export async function appendEvents(
  transaction: PracticeTransaction,
  events: readonly ChangeEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await transaction.bulkInsert({
    table: "events",
    columns,
    rows: events.map((event) => [
      transaction.practiceId,
      event.kind,
      event.subjectKind,
      event.subjectId,
      event.claimId,
      transaction.actor,
      event.change ?? {},
      event.effectiveOn,
      event.transactionSetId,
      event.segmentFrom,
      event.segmentTo,
    ]),
  });
}
