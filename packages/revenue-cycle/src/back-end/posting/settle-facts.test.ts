import { describe, expect, test } from "vitest";
import { emptyReceivable, type Receivable } from "../../books/receivable/receivable.ts";
import type { DecidedPosting } from "./decide-posting.ts";
import type { PatientPayment } from "./posting.ts";
import {
  comparePatientPayments,
  forgiveOrRecover,
  isForgivenessKey,
  patientFactKey,
} from "./settle-patient.ts";
import { type Refund, settleRefunds } from "./settle-refund.ts";
import { type ResponsibilityTransfer, settleResponsibility } from "./settle-responsibility.ts";
import {
  type InsuranceWriteOff,
  isInsuranceWriteOff,
  settleWriteOffs,
} from "./settle-write-off.ts";
import { accountNames } from "./testing/golden-cases.ts";

type Lines = Map<number, Receivable>;

/** Lines 1, 2 … with these amounts. */
const linesOf = (...rows: readonly Partial<Receivable>[]): Lines =>
  new Map(rows.map((row, index) => [index + 1, { ...emptyReceivable(), ...row }]));

const short = (account: string) => accountNames[account] ?? account;

/** `1 ins>con 2000`: line, account credited, account debited, cents. */
function wordsOf(transfers: DecidedPosting["transfers"]): string {
  return transfers
    .map(({ lineNumber, debit, credit, cents, effectiveOn }) =>
      [lineNumber, `${short(credit)}>${short(debit)}`, cents, effectiveOn]
        .filter(Boolean)
        .join(" "),
    )
    .join(", ");
}

const postingsOf = (postings: readonly DecidedPosting[]) =>
  postings.map(({ key, transfers }) => `${key}: ${wordsOf(transfers) || "nothing"}`);

describe("what a person gave up of what payers owe", () => {
  const writeOff = (rest: Partial<InsuranceWriteOff> = {}): InsuranceWriteOff => ({
    writeOffId: 1,
    lineNumber: 1,
    cents: 2000,
    writtenOffOn: "2026-03-01",
    ...rest,
  });
  test.each<[string, Lines, InsuranceWriteOff[], string[], Partial<Receivable>[]]>([
    [
      "part of what is open",
      linesOf({ openInsurance: 3000, denied: 3000 }),
      [writeOff()],
      ["insurance-write-off:1: 1 ins>write-off 2000"],
      [{ openInsurance: 1000, denied: 1000, writtenOff: 2000 }],
    ],
    [
      "what was refused stays refused as far as it is open",
      linesOf({ openInsurance: 3000, denied: 500 }),
      [writeOff()],
      ["insurance-write-off:1: 1 ins>write-off 2000"],
      [{ openInsurance: 1000, denied: 500, writtenOff: 2000 }],
    ],
    [
      "no more than is open",
      linesOf({ openInsurance: 1500 }),
      [writeOff()],
      ["insurance-write-off:1: 1 ins>write-off 1500"],
      [{ openInsurance: 0, writtenOff: 1500 }],
    ],
    [
      "nothing where a payment took its place",
      linesOf({}),
      [writeOff()],
      ["insurance-write-off:1: nothing"],
      [{ writtenOff: 0 }],
    ],
    [
      "one cent",
      linesOf({ openInsurance: 1 }),
      [writeOff()],
      ["insurance-write-off:1: 1 ins>write-off 1"],
      [{ openInsurance: 0, writtenOff: 1 }],
    ],
    [
      "only the line that is named, though another is open",
      linesOf({ openInsurance: 500 }, { openInsurance: 500 }),
      [writeOff({ lineNumber: 2 })],
      ["insurance-write-off:1: 2 ins>write-off 500"],
      [{ openInsurance: 500 }, { openInsurance: 0 }],
    ],
    [
      "a line of a version before meets the lines in their order",
      linesOf({ openInsurance: 500 }, {}, { openInsurance: 700 }, { openInsurance: 4000 }),
      [writeOff({ lineNumber: 9 })],
      ["insurance-write-off:1: 1 ins>write-off 500, 3 ins>write-off 700, 4 ins>write-off 800"],
      [{ openInsurance: 0 }, {}, { openInsurance: 0 }, { openInsurance: 3200 }],
    ],
    [
      "a line of a version before that the first line takes whole",
      linesOf({ openInsurance: 2000 }, { openInsurance: 700 }),
      [writeOff({ lineNumber: 9 })],
      ["insurance-write-off:1: 1 ins>write-off 2000"],
      [{ openInsurance: 0 }, { openInsurance: 700 }],
    ],
    [
      "two in the order of their days",
      linesOf({ openInsurance: 3000 }),
      [writeOff({ writtenOffOn: "2026-03-02" }), writeOff({ writeOffId: 2 })],
      [
        "insurance-write-off:2: 1 ins>write-off 2000",
        "insurance-write-off:1: 1 ins>write-off 1000",
      ],
      [{ openInsurance: 0 }],
    ],
    [
      "two of one day in the order of their numbers",
      linesOf({ openInsurance: 3000 }),
      [writeOff({ writeOffId: 2 }), writeOff()],
      [
        "insurance-write-off:1: 1 ins>write-off 2000",
        "insurance-write-off:2: 1 ins>write-off 1000",
      ],
      [{ openInsurance: 0 }],
    ],
  ])("%s", (_, lines, facts, postings, amounts) => {
    expect(postingsOf(settleWriteOffs(lines, facts))).toEqual(postings);
    amounts.forEach((amount, index) => {
      expect(lines.get(index + 1)).toMatchObject(amount);
    });
  });

  test("are told apart by their key", () => {
    expect(isInsuranceWriteOff("insurance-write-off:1")).toBe(true);
    expect(isInsuranceWriteOff("patient-write-off:1")).toBe(false);
  });
});

describe("what a person moved between payers and patient", () => {
  const moved = (rest: Partial<ResponsibilityTransfer> = {}): ResponsibilityTransfer => ({
    transferId: 1,
    lineNumber: 1,
    direction: "to-patient",
    cents: 2000,
    movedOn: "2026-03-01",
    ...rest,
  });
  test.each<[string, Lines, ResponsibilityTransfer[], string[], Partial<Receivable>[]]>([
    [
      "to the patient, with what was refused of it",
      linesOf({ openInsurance: 3000, denied: 3000 }),
      [moved()],
      ["responsibility-transfer:1: 1 ins>pat 2000"],
      [{ openInsurance: 1000, denied: 1000, openPatient: 2000, patientResponsibility: 2000 }],
    ],
    [
      "to the patient, what was refused stays refused as far as it is open",
      linesOf({ openInsurance: 3000, denied: 400 }),
      [moved()],
      ["responsibility-transfer:1: 1 ins>pat 2000"],
      [{ openInsurance: 1000, denied: 400 }],
    ],
    [
      "back to the payers",
      linesOf({ openPatient: 3000, patientResponsibility: 3000 }),
      [moved({ direction: "to-payer" })],
      ["responsibility-transfer:1: 1 pat>ins 2000"],
      [{ openInsurance: 2000, openPatient: 1000, patientResponsibility: 1000 }],
    ],
    [
      "to the patient no more than payers owe, whatever the patient owes",
      linesOf({ openInsurance: 1, openPatient: 9000 }),
      [moved()],
      ["responsibility-transfer:1: 1 ins>pat 1"],
      [{ openInsurance: 0, openPatient: 9001 }],
    ],
    [
      "back to the payers no more than the patient owes",
      linesOf({ openInsurance: 9000, openPatient: 1, patientResponsibility: 1 }),
      [moved({ direction: "to-payer" })],
      ["responsibility-transfer:1: 1 pat>ins 1"],
      [{ openInsurance: 9001, openPatient: 0 }],
    ],
    [
      "nothing where nothing is open",
      linesOf({}),
      [moved()],
      ["responsibility-transfer:1: nothing"],
      [{ openPatient: 0 }],
    ],
    [
      "only the line that is named",
      linesOf({ openInsurance: 500 }, { openInsurance: 500 }),
      [moved({ lineNumber: 2 })],
      ["responsibility-transfer:1: 2 ins>pat 500"],
      [{ openInsurance: 500 }, { openInsurance: 0 }],
    ],
    [
      "a line of a version before meets the lines in their order",
      linesOf({ openInsurance: 500 }, {}, { openInsurance: 700 }, { openInsurance: 4000 }),
      [moved({ lineNumber: 9 })],
      ["responsibility-transfer:1: 1 ins>pat 500, 3 ins>pat 700, 4 ins>pat 800"],
      [{ openInsurance: 0 }, {}, { openInsurance: 0 }, { openInsurance: 3200 }],
    ],
    [
      "a line of a version before that the first line takes whole",
      linesOf({ openInsurance: 2000 }, { openInsurance: 700 }),
      [moved({ lineNumber: 9 })],
      ["responsibility-transfer:1: 1 ins>pat 2000"],
      [{ openInsurance: 0 }, { openInsurance: 700 }],
    ],
    [
      "there and back in the order of their days",
      linesOf({ openInsurance: 1500 }),
      [
        moved({ direction: "to-payer", cents: 600, movedOn: "2026-03-02" }),
        moved({ transferId: 2 }),
      ],
      ["responsibility-transfer:2: 1 ins>pat 1500", "responsibility-transfer:1: 1 pat>ins 600"],
      [{ openInsurance: 600, openPatient: 900 }],
    ],
    [
      "there and back on one day in the order of their numbers",
      linesOf({ openInsurance: 1500 }),
      [moved({ transferId: 2, direction: "to-payer", cents: 600 }), moved()],
      ["responsibility-transfer:1: 1 ins>pat 1500", "responsibility-transfer:2: 1 pat>ins 600"],
      [{ openInsurance: 600, openPatient: 900 }],
    ],
  ])("%s", (_, lines, facts, postings, amounts) => {
    expect(postingsOf(settleResponsibility(lines, facts))).toEqual(postings);
    amounts.forEach((amount, index) => {
      expect(lines.get(index + 1)).toMatchObject(amount);
    });
  });
});

describe("money that goes back", () => {
  const refund = (rest: Partial<Refund> = {}): Refund => ({
    refundId: 1,
    party: "payer",
    cents: 2000,
    approvedOn: "2026-03-01",
    ...rest,
  });
  const credits = () =>
    linesOf(
      { creditInsurance: 500, insurancePaid: 500, creditPatient: 40, patientPaid: 40 },
      {},
      { creditInsurance: 1800, insurancePaid: 1800, creditPatient: 90, patientPaid: 90 },
    );
  test.each<[string, Refund[], string[], Partial<Receivable>[]]>([
    [
      "to the payer, line by line and no more than each has",
      [refund()],
      ["refund:1: 1 ref>icr 500, 3 ref>icr 1500"],
      [{ creditInsurance: 0, insurancePaid: 0, creditPatient: 40 }, {}, { creditInsurance: 300 }],
    ],
    [
      "to the payer what the first line has",
      [refund({ cents: 500 })],
      ["refund:1: 1 ref>icr 500"],
      [{ creditInsurance: 0 }, {}, { creditInsurance: 1800 }],
    ],
    [
      "to the patient",
      [refund({ party: "patient", cents: 41 })],
      ["refund:1: 1 ref>pcr 40, 3 ref>pcr 1"],
      [{ creditPatient: 0, patientPaid: 0, creditInsurance: 500 }, {}, { creditPatient: 89 }],
    ],
    [
      "in the order in which they were asked for, the rest of a credit to the second",
      [refund({ refundId: 2 }), refund({ cents: 2200 })],
      ["refund:1: 1 ref>icr 500, 3 ref>icr 1700", "refund:2: 3 ref>icr 100"],
      [{ creditInsurance: 0 }, {}, { creditInsurance: 0 }],
    ],
  ])("%s", (_, facts, postings, amounts) => {
    const lines = credits();
    expect(postingsOf(settleRefunds(lines, facts))).toEqual(postings);
    amounts.forEach((amount, index) => {
      expect(lines.get(index + 1)).toMatchObject(amount);
    });
  });

  test("where no credit is left nothing is payable", () => {
    expect(postingsOf(settleRefunds(linesOf({ insurancePaid: 100 }), [refund()]))).toEqual([
      "refund:1: nothing",
    ]);
  });
});

const payment = (rest: Partial<PatientPayment> = {}): PatientPayment => ({
  patientPaymentId: 1,
  paidOn: "2026-03-01",
  receipt: "R1",
  cents: 2000,
  money: "cash",
  ...rest,
});

describe("what is forgiven of a patient's share, and what comes in after all", () => {
  const writeOff = (rest: Partial<PatientPayment> = {}) =>
    payment({ is: "write-off", money: "bad-debt", ...rest });
  test.each<[string, Lines, PatientPayment, string, Partial<Receivable>[]]>([
    [
      "no more than each line has, the empty ones passed over",
      linesOf({ openPatient: 500 }, {}, { openPatient: 700 }, { openPatient: 4000 }),
      writeOff(),
      "1 pat>bad 500, 3 pat>bad 700, 4 pat>bad 800",
      [{ openPatient: 0, patientForgiven: 500 }, {}, { openPatient: 0 }, { openPatient: 3200 }],
    ],
    [
      "by a courtesy, to its own account",
      linesOf({ openPatient: 2000 }, { openPatient: 700 }),
      writeOff({ money: "write-off" }),
      "1 pat>write-off 2000",
      [{ openPatient: 0, patientForgiven: 2000 }, { openPatient: 700 }],
    ],
    ["nothing that is not owed", linesOf({}), writeOff(), "", [{ patientForgiven: 0 }]],
    [
      "recovered, no more than was forgiven",
      linesOf({ patientForgiven: 500, openPatient: 9000 }, { patientForgiven: 1 }),
      writeOff({ is: "recovery" }),
      "1 bad>pat 500, 2 bad>pat 1",
      [
        { openPatient: 9500, patientForgiven: 0 },
        { openPatient: 1, patientForgiven: 0 },
      ],
    ],
  ])("%s", (_, lines, fact, words, amounts) => {
    expect(wordsOf(forgiveOrRecover(lines, fact))).toBe(words);
    amounts.forEach((amount, index) => {
      expect(lines.get(index + 1)).toMatchObject(amount);
    });
  });
});

describe("the order in which payments and write-offs of a patient are decided", () => {
  test.each<[string, Partial<PatientPayment>, Partial<PatientPayment>]>([
    ["the earlier day", { paidOn: "2026-02-28", receipt: "R9", cents: 9000 }, {}],
    [
      "a write-off before its recovery",
      { is: "write-off", receipt: "R9", cents: 9000 },
      { is: "recovery" },
    ],
    ["a recovery before a payment", { is: "recovery", receipt: "R9", cents: 9000 }, {}],
    ["a write-off before a payment", { is: "write-off", receipt: "R9", cents: 9000 }, {}],
    ["by receipt", { receipt: "R0", cents: 9000, patientPaymentId: 9 }, {}],
    ["by amount", { cents: 1999, patientPaymentId: 9 }, {}],
    ["by number", { patientPaymentId: 0, key: "b" }, { key: "a" }],
    ["one without a part's name", {}, { key: "a" }],
    ["by the part's name", { key: "a" }, { key: "b" }],
  ])("%s", (_, first, second) => {
    expect(comparePatientPayments(payment(first), payment(second))).toBeLessThan(0);
    expect(comparePatientPayments(payment(second), payment(first))).toBeGreaterThan(0);
  });

  test("the same fact twice is equal", () => {
    expect(comparePatientPayments(payment(), payment())).toBe(0);
    expect(comparePatientPayments(payment({ key: "a" }), payment({ key: "a" }))).toBe(0);
  });

  test("what names them", () => {
    expect(patientFactKey(payment({ key: "payment-allocation:4" }))).toBe("payment-allocation:4");
    expect(patientFactKey(payment({ patientPaymentId: 7 }))).toBe("patient-payment:7");
    expect(
      ["patient-write-off:1", "patient-recovery:1", "payment-allocation:1"].map(isForgivenessKey),
    ).toEqual([true, true, false]);
  });
});
