import type { BulkChange, BulkOutcome } from "./work-item-answers.ts";
import { isWorkKind, workKinds } from "./work-kinds.ts";

/** An item as a bulk change finds it. */
export type BulkItem = {
  readonly id: number;
  readonly kind: string;
  readonly state: "open" | "closed";
  readonly revision: number;
};

/** What a change of many comes to for one item that was seen at a revision. */
export function decideBulkItem(
  item: BulkItem | undefined,
  seenRevision: number,
  change: BulkChange,
): BulkOutcome {
  if (item === undefined) return "work_unknown";
  if (item.state === "closed") return "work_closed";
  if (item.revision !== seenRevision) return "revision_changed";
  return "close" in change && !isClosable(item.kind) ? "work_not_closable" : "changed";
}

function isClosable(kind: string): boolean {
  if (!isWorkKind(kind)) return true;
  return (workKinds[kind].actions as readonly string[]).includes("close");
}
