import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";

/** The news of a change of one master record. `change` holds codes and ids, never a name. */
export type MasterChange = {
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly change?: Readonly<Record<string, unknown>>;
};

/** Writes the event of a change in its transaction. */
export async function recordChange(
  transaction: PracticeTransaction,
  { kind, subjectKind, subjectId, change = {} }: MasterChange,
): Promise<void> {
  await transaction.execute(sql`
    insert into events (practice_id, kind, subject_kind, subject_id, actor, change)
    values (${transaction.practiceId}, ${kind}, ${subjectKind}, ${subjectId}, ${transaction.actor},
      ${JSON.stringify(change)}::jsonb)`);
}

/** Names of the fields in which two records differ, for the event of a change. */
export function changedFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  return Object.keys(after).filter((field) => before[field] !== after[field]);
}
