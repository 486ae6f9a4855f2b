import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";

/** The news that something of the masters was added or changed. `change` holds codes, ids and cents. */
export type MasterEvent = {
  /** `facility-added`, `payer-changed`. */
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly change?: Readonly<Record<string, unknown>>;
  /** First day from which the change counts. */
  readonly effectiveOn?: string | undefined;
};

/** Writes events in the order given; the actor is the transaction's. */
export async function appendMasterEvents(
  transaction: PracticeTransaction,
  events: readonly MasterEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event) => ({
    kind: event.kind,
    subject_kind: event.subjectKind,
    subject_id: event.subjectId,
    change: event.change ?? {},
    effective_on: event.effectiveOn ?? null,
  }));
  await transaction.execute(sql`
    insert into events (practice_id, kind, subject_kind, subject_id, actor, change, effective_on)
    select ${transaction.practiceId}, event.kind, event.subject_kind, event.subject_id,
      ${transaction.actor}, event.change, event.effective_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as event (kind text, subject_kind text, subject_id bigint, change jsonb, effective_on date)`);
}
