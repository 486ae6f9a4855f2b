import { expect, test } from "vitest";
import { decideApproval } from "./approval.ts";
import { limitOf, needsSecondPerson } from "./approval-limit.ts";

const asked = {
  state: "waiting",
  requestedBy: "user:1",
  decider: "user:2",
  others: 1,
  reason: undefined,
} as const;

const refused = (code: string) => ({ is: "refused", code });

test.each([
  ["a second person approves", {}, { is: "approved", isOwn: false }],
  ["nobody approves twice", { state: "approved" }, refused("approval_decided")],
  ["what was refused stays refused", { state: "refused" }, refused("approval_decided")],
  ["a token is no person", { decider: "token:5" }, refused("approver_not_a_person")],
  ["nor is a program", { decider: "system:job" }, refused("approver_not_a_person")],
  ["who asked is no second person", { decider: "user:1" }, refused("approver_is_requester")],
  [
    "who asked is none with a reason either",
    { decider: "user:1", reason: "in a hurry" },
    refused("approver_is_requester"),
  ],
  [
    "who is alone says why",
    { decider: "user:1", others: 0, reason: " " },
    refused("own_approval_needs_reason"),
  ],
  [
    "who is alone approves his own with a reason",
    { decider: "user:1", others: 0, reason: "checked with the payer" },
    { is: "approved", isOwn: true },
  ],
] as const)("%s", (_, change, expected) => {
  expect(decideApproval({ ...asked, ...change })).toEqual(expected);
});

const on = "2026-03-01";
const writeOff = { kind: "write-off", on } as const;

test("a practice's own limit takes the place of the standing one from its day on", () => {
  const own = [
    { kind: "write-off", role: "biller", limitCents: 0, effectiveFrom: "2026-03-01" },
  ] as const;
  const at = (day: string) => limitOf(own, { kind: "write-off", role: "biller", on: day });
  expect(at("2026-02-28")?.limitCents).toBe(2500);
  expect(at("2026-03-01")?.limitCents).toBe(0);
});

test.each([
  ["to the cent", ["biller"], 2500, false],
  ["a cent above", ["biller"], 2501, true],
  ["the highest of several roles counts", ["biller", "manager"], 2501, false],
  ["a role without a limit", ["front-desk"], 1, true],
  ["nobody", [], 1, true],
] as const)("the limit of a role: %s", (_, roles, cents, expected) => {
  expect(needsSecondPerson([], { ...writeOff, roles, cents })).toBe(expected);
});

test("what has no limit at all takes a second person, whatever the role", () => {
  const wanted = { kind: "refund", cents: 1, roles: ["owner"], on } as const;
  expect(needsSecondPerson([], wanted)).toBe(true);
});
