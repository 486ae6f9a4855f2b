import { describe, expect, it } from "vitest";
import { type BulkItem, decideBulkItem } from "./decide-bulk.ts";

const item: BulkItem = { id: 1, kind: "follow-up", state: "open", revision: 3 };
const assign = { assignedTo: "Ann" };
const close = { close: { reason: "Paid meanwhile" } };

describe("one item of a change of many", () => {
  const cases = [
    ["nobody has it", undefined, 3, assign, "work_unknown"],
    ["closed", { ...item, state: "closed" }, 3, assign, "work_closed"],
    ["changed meanwhile", item, 2, assign, "revision_changed"],
    ["ends with its hold", { ...item, kind: "edit-hold" }, 3, close, "work_not_closable"],
    ["ends on its own page", { ...item, kind: "denial" }, 3, close, "work_not_closable"],
    ["held, assigned", { ...item, kind: "edit-hold" }, 3, assign, "changed"],
    ["open", item, 3, close, "changed"],
  ] as const;
  it.each(cases)("%s", (_, found, revision, change, expected) => {
    expect(decideBulkItem(found, revision, change)).toBe(expected);
  });
});
