import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../event/event.store.ts";
import { findWork } from "./list-work.query.ts";
import type { WorkItemChange, WorkItemRow } from "./work-item-answers.ts";
import { workKinds } from "./work-kinds.ts";

export type WorkRefusal = {
  /**
   * Nobody has such an item; it changed meanwhile; it is closed and stays so; it ends with what it
   * is about and not by being closed.
   */
  readonly refused: "work_unknown" | "revision_changed" | "work_closed" | "work_not_closable";
};

/** Kinds that a person does not close: their items end with what they are about. */
const notClosable = Object.entries(workKinds)
  .filter(([, { actions }]) => !(actions as readonly string[]).includes("close"))
  .map(([kind]) => kind);

/** Assigns an open work item or closes it with a reason, if it still has the revision seen. */
export async function changeWork(
  transaction: PracticeTransaction,
  workItemId: number,
  { revision, change }: { readonly revision: number; readonly change: WorkItemChange },
): Promise<WorkItemRow | WorkRefusal> {
  const { practiceId } = transaction;
  const changed = await transaction.execute(sql`
    update work_items set ${assignments(transaction.actor, change)}, revision = revision + 1
    where practice_id = ${practiceId} and work_item_id = ${workItemId}
      and revision = ${revision} and state = 'open'
      ${"close" in change ? sql`and kind <> all (${notClosable}::text[])` : sql``}`);
  const item = await findWork(transaction, workItemId);
  if (item === undefined) return { refused: "work_unknown" };
  if (changed === 0) {
    if ("close" in change && notClosable.includes(item.kind) && item.state === "open") {
      return { refused: "work_not_closable" };
    }
    return { refused: item.state === "closed" ? "work_closed" : "revision_changed" };
  }
  await appendEvents(transaction, [
    {
      kind: "close" in change ? "work-closed" : "work-assigned",
      subjectKind: "work-item",
      subjectId: workItemId,
      claimId: item.subject.kind === "claim" ? item.subject.id : undefined,
      change: { workKind: item.kind, assignedTo: item.assignedTo, cents: item.cents },
    },
  ]);
  return item;
}

function assignments(actor: string, change: WorkItemChange): Sql {
  return "close" in change
    ? sql`state = 'closed', closed_at = now(), closed_by = ${actor},
        close_reason = ${change.close.reason}`
    : sql`assigned_to = ${change.assignedTo}`;
}
