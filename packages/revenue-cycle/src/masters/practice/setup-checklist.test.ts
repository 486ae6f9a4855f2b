import { expect, test } from "vitest";
import { type SetupCounts, setupChecklist, setupItems } from "./setup-checklist.ts";

const nothing: SetupCounts = {
  submitter: false,
  contact: false,
  remitAddress: false,
  statementPhone: false,
  billingProvider: false,
  renderingProviders: 0,
  facilities: 0,
  payers: 0,
  describedPayers: 0,
  electronicPayers: 0,
  enrolledPayers: 0,
  prices: 0,
  feeScheduleRows: 0,
  codeSets: 0,
  people: 0,
  patients: 0,
};

test("of a practice without anything every item is open", () => {
  const standing = setupChecklist(nothing);
  expect(standing.map(({ item }) => item)).toEqual(setupItems);
  expect(standing.filter(({ isDone }) => isDone)).toEqual([]);
});

test.each<[string, Partial<SetupCounts>, string, number, number, boolean]>([
  ["a submitter without a contact", { submitter: true }, "submitter", 1, 2, false],
  ["one payer of three described", { payers: 3, describedPayers: 1 }, "payers", 1, 3, false],
  ["all payers described", { payers: 3, describedPayers: 3 }, "payers", 3, 3, true],
  ["half enrolled", { electronicPayers: 2, enrolledPayers: 1 }, "enrollments", 1, 2, false],
  ["prices in force", { prices: 120 }, "prices", 120, 1, true],
  ["two code sets", { codeSets: 2 }, "code-sets", 2, 3, false],
])("%s", (_name, part, item, has, of, isDone) => {
  const standing = setupChecklist({ ...nothing, ...part }).find((one) => one.item === item);
  expect(standing).toEqual({ item, has, of, isDone });
});
