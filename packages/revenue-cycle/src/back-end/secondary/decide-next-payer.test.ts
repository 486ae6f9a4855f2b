import { describe, expect, test } from "vitest";
import { decideNextPayer, type NextPayerFacts } from "./decide-next-payer.ts";

const answered = {
  rank: 1,
  on: "2026-07-01",
  isForwarded: false,
  patientCents: 2_000,
  paidCents: 6_000,
};

/** Medicare paid, left 20.00 to the patient; a plan comes after it. */
const plain: NextPayerFacts = {
  isStanding: true,
  payers: [{ rank: 1 }, { rank: 2 }],
  answered,
  openInsuranceCents: 2_000,
  deniedCents: 0,
  isPatientProtected: false,
  sending: undefined,
  billedRank: 1,
  billedOn: "2026-06-15",
  isRejected: false,
  lastPayerRank: undefined,
  waitDays: 30,
  today: "2026-07-10",
};
const alone = { payers: plain.payers.slice(0, 1) };
const forwarded = { answered: { ...answered, isForwarded: true } };
const second = { answered: { ...answered, rank: 2 }, billedRank: 2 };

/** In the order of the checks. */
const cases: readonly (readonly [string, Partial<NextPayerFacts>, object])[] = [
  ["a replaced claim", { isStanding: false }, { is: "none", why: "not-standing" }],
  ["nobody has answered", { answered: undefined }, { is: "none", why: "not-adjudicated" }],
  ["made and clean", { sending: { rank: 2, state: "ready" } }, { is: "prepared", isClean: true }],
  [
    "made, with faults",
    { sending: { rank: 2, state: "draft" } },
    { is: "prepared", isClean: false },
  ],
  [
    "made before the payer answered by crossover",
    { sending: { rank: 2, state: "ready" }, ...second },
    { is: "patient" },
  ],
  ["a person released it", { lastPayerRank: 1 }, { is: "patient", isReleased: true, cents: 2_000 }],
  [
    "sent to the next payer",
    { billedRank: 2, billedOn: "2026-07-02" },
    { is: "waiting", rank: 2, dueOn: "2026-08-01", isOverdue: false },
  ],
  [
    "sent to the next payer, which is silent",
    { billedRank: 2, billedOn: "2026-07-02", today: "2026-08-02" },
    { is: "waiting", isOverdue: true },
  ],
  [
    "rejected by the next payer",
    { billedRank: 2, billedOn: "2026-07-02", isRejected: true },
    { is: "waiting", isRejected: true },
  ],
  [
    "passed on by the payer: wait",
    forwarded,
    { is: "crossover", since: "2026-07-01", dueOn: "2026-07-31", isOverdue: false, nextRank: 2 },
  ],
  ["passed on, the last day", { ...forwarded, today: "2026-07-31" }, { isOverdue: false }],
  ["passed on, too long ago: ask", { ...forwarded, today: "2026-08-01" }, { isOverdue: true }],
  [
    "passed on to a payer that is not known here",
    { ...forwarded, ...alone },
    { is: "crossover", nextRank: undefined },
  ],
  [
    "passed on with nothing left",
    { answered: { ...forwarded.answered, patientCents: 0 }, openInsuranceCents: 0 },
    { is: "none", why: "nothing-left" },
  ],
  [
    "refused whole: answer that first",
    { answered: { ...answered, patientCents: 0 }, deniedCents: 8_000, openInsuranceCents: 8_000 },
    { is: "denied", cents: 8_000, nextRank: 2 },
  ],
  [
    "paid whole",
    { answered: { ...answered, patientCents: 0 }, openInsuranceCents: 0 },
    { is: "none" },
  ],
  ["a further payer", {}, { is: "bill", rank: 2 }],
  [
    "a further payer although a line was refused",
    { deniedCents: 500, openInsuranceCents: 2_500 },
    { is: "bill", rank: 2 },
  ],
  [
    "a further payer although the books took it for the patient's",
    { openInsuranceCents: 0 },
    { is: "bill", rank: 2 },
  ],
  [
    "the third payer",
    { ...second, payers: [...plain.payers, { rank: 3 }] },
    { is: "bill", rank: 3 },
  ],
  [
    "nobody after it, a protected patient",
    { ...alone, isPatientProtected: true },
    { is: "protected" },
  ],
  [
    "nobody after it, held with the payers",
    alone,
    { is: "patient", cents: 2_000, isReleased: false },
  ],
  [
    "nobody after it, the patient's already",
    { ...alone, openInsuranceCents: 0 },
    { is: "none", why: "no-further-payer" },
  ],
];

describe("after a payer's answer", () => {
  test.each(cases)("%s", (_, changes, expected) => {
    expect(decideNextPayer({ ...plain, ...changes })).toMatchObject(expected);
  });
});
