import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../event/event.store.ts";
import { type BulkItem, decideBulkItem } from "./decide-bulk.ts";
import type { BulkAnswer, BulkChange, BulkOutcome, SeenItem } from "./work-item-answers.ts";

type StoredItem = BulkItem & {
  readonly cents: number;
  readonly assignedTo: string | null;
  readonly due: string | null;
};

/**
 * Changes many work items at once. Each is judged alone: one that changed meanwhile or is closed stays
 * as it is and the answer says so. A preview judges and writes nothing.
 */
export async function changeManyItems(
  transaction: PracticeTransaction,
  seen: readonly SeenItem[],
  { change, isPreview }: { readonly change: BulkChange; readonly isPreview: boolean },
): Promise<BulkAnswer> {
  const items = await lockItems(
    transaction,
    seen.map(({ id }) => id),
  );
  const rows = seen.map(({ id, revision }) => ({
    id,
    outcome: decideBulkItem(items.get(id), revision, change),
  }));
  const changed = rows.flatMap(({ id, outcome }) => {
    const item = items.get(id);
    return outcome === "changed" && item ? [item] : [];
  });
  const answer = { rows, changed: changed.length, cents: sumOf(changed) };
  if (isPreview || changed.length === 0) return { ...answer, bulkChangeId: null };
  await transaction.execute(sql`
    update work_items set ${assignments(transaction.actor, change)}, revision = revision + 1
    where practice_id = ${transaction.practiceId}
      and work_item_id = any (${changed.map(({ id }) => id)}::bigint[])`);
  const bulkChangeId = await keepBefore(transaction, change, changed);
  await tell(transaction, "close" in change ? "work-closed" : "work-assigned", changed);
  return { ...answer, bulkChangeId };
}

/** Undoes the last change of many by whoever acts; an item that was changed since stays as it is. */
export async function undoLastBulk(
  transaction: PracticeTransaction,
): Promise<BulkAnswer | undefined> {
  const { practiceId, actor } = transaction;
  const last = await transaction.maybeOne<{ id: number; items: StoredItem[] }>(sql`
    update bulk_work_changes set undone_at = now()
    where practice_id = ${practiceId} and undone_at is null and bulk_change_id = (
      select max(bulk_change_id) from bulk_work_changes
      where practice_id = ${practiceId} and actor = ${actor})
    returning bulk_change_id as id, items`);
  if (last === undefined) return undefined;
  const undone = await transaction.query<{ id: number }>(sql`
    update work_items w set state = 'open', closed_at = null, closed_by = null, close_reason = null,
      assigned_to = before."assignedTo", due_on = before.due, revision = w.revision + 1
    from jsonb_to_recordset(${JSON.stringify(last.items)}::jsonb)
      as before (id bigint, revision integer, "assignedTo" text, due date)
    where w.practice_id = ${practiceId} and w.work_item_id = before.id
      and w.revision = before.revision + 1
    returning w.work_item_id as id`);
  const ids = new Set(undone.map(({ id }) => id));
  const restored = last.items.filter(({ id }) => ids.has(id));
  await tell(transaction, "work-restored", restored);
  const outcome = (id: number): BulkOutcome => (ids.has(id) ? "changed" : "revision_changed");
  return {
    bulkChangeId: last.id,
    rows: last.items.map(({ id }) => ({ id, outcome: outcome(id) })),
    changed: restored.length,
    cents: sumOf(restored),
  };
}

async function lockItems(
  transaction: PracticeTransaction,
  ids: readonly number[],
): Promise<Map<number, StoredItem>> {
  const items = await transaction.query<StoredItem>(sql`
    select work_item_id as id, kind, state, revision, cents, assigned_to as "assignedTo",
      due_on as due
    from work_items
    where practice_id = ${transaction.practiceId}
      and work_item_id = any (${[...ids]}::bigint[])
    order by work_item_id for update`);
  return new Map(items.map((item) => [item.id, item]));
}

function assignments(actor: string, change: BulkChange): Sql {
  if ("close" in change) {
    return sql`state = 'closed', closed_at = now(), closed_by = ${actor},
      close_reason = ${change.close.reason}`;
  }
  return "due" in change
    ? sql`due_on = ${change.due}::date`
    : sql`assigned_to = ${change.assignedTo}`;
}

async function keepBefore(
  transaction: PracticeTransaction,
  change: BulkChange,
  items: readonly StoredItem[],
): Promise<number> {
  const kept = await transaction.one<{ id: number }>(sql`
    insert into bulk_work_changes (practice_id, actor, change, items)
    values (${transaction.practiceId}, ${transaction.actor}, ${JSON.stringify(change)}::jsonb,
      ${JSON.stringify(items)}::jsonb)
    returning bulk_change_id as id`);
  return kept.id;
}

async function tell(
  transaction: PracticeTransaction,
  kind: string,
  items: readonly StoredItem[],
): Promise<void> {
  await appendEvents(
    transaction,
    items.map((item) => ({
      kind,
      subjectKind: "work-item",
      subjectId: item.id,
      change: { workKind: item.kind, cents: item.cents, many: items.length },
    })),
  );
}

function sumOf(items: readonly StoredItem[]): number {
  return items.reduce((sum, { cents }) => sum + cents, 0);
}
