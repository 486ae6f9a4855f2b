import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emptyReceivable,
  isReceivableSound,
  type Receivable,
  receivableAmounts,
} from "../../books/receivable/receivable.ts";
import { claimStanding, decidedDenials } from "./claim-consequences.ts";
import { type ClaimFacts, decidePostings, payerRank } from "./decide-posting.ts";
import type { PatientPayment, PostableClaim } from "./posting.ts";
import {
  adjudication,
  at,
  type Example,
  factsOf,
  line,
  minus,
  ownClaim,
} from "./testing/example-facts.ts";

const notZero = (receivable: Receivable | undefined) =>
  Object.fromEntries(
    receivableAmounts
      .map((amount) => [amount, receivable?.[amount] ?? 0] as const)
      .filter(([amount, cents]) => cents !== 0 && amount !== "charged"),
  );

function totals(receivables: Iterable<Receivable>): Receivable {
  const sum = emptyReceivable();
  for (const line of receivables)
    for (const amount of receivableAmounts) sum[amount] += line[amount];
  return sum;
}

type Row = {
  readonly name: string;
  readonly charges?: readonly number[];
  readonly claim?: Partial<PostableClaim>;
  readonly adjudications: readonly Example[];
  /** How many of them, from the first on, speak of the version that this claim replaced. */
  readonly inherited?: number;
  /** Amounts of the whole claim but for the charge; those not named are zero. */
  readonly claimAmounts: Partial<Receivable>;
  readonly lineAmounts?: { readonly [lineNumber: number]: Partial<Receivable> };
  readonly outcomes?: readonly string[];
  readonly state?: string;
  readonly first?: string;
  /** `CO-197 100.00 open` in cents. */
  readonly denials?: readonly string[];
};

const plain: Example = {
  payerNumber: "ICN1",
  lines: [line(10_000, 6000, ["CO", "45", 2000], ["PR", "2", 2000])],
};
const plainAmounts = {
  insurancePaid: 6000,
  contractual: 2000,
  patientResponsibility: 2000,
  openPatient: 2000,
};

const rows: Row[] = [
  {
    name: "paid in full",
    adjudications: [{ lines: [line(10_000, 10_000)] }],
    claimAmounts: { insurancePaid: 10_000 },
    state: "paid",
    first: "paid",
  },
  {
    name: "paid with contractual adjustment and coinsurance",
    adjudications: [plain],
    claimAmounts: plainAmounts,
    state: "paid",
    first: "paid",
  },
  {
    name: "all to the deductible",
    adjudications: [{ lines: [line(10_000, 0, ["CO", "45", 4000], ["PR", "1", 6000])] }],
    claimAmounts: { contractual: 4000, patientResponsibility: 6000, openPatient: 6000 },
    state: "patient",
    first: "patient",
    denials: [],
  },
  {
    name: "copay, coinsurance and deductible together",
    adjudications: [
      { lines: [line(10_000, 4000, ["PR", "1", 1000], ["PR", "2", 2000], ["PR", "3", 3000])] },
    ],
    claimAmounts: { insurancePaid: 4000, patientResponsibility: 6000, openPatient: 6000 },
  },
  {
    name: "denied for missing authorization",
    adjudications: [{ lines: [line(10_000, 0, ["CO", "197", 10_000])] }],
    claimAmounts: { openInsurance: 10_000, denied: 10_000 },
    state: "denied",
    first: "denied",
    denials: ["CO-197 10000 open initial"],
  },
  {
    name: "denied under status 4",
    adjudications: [{ status: "4", lines: [line(10_000, 0, ["CO", "27", 10_000])] }],
    claimAmounts: { openInsurance: 10_000, denied: 10_000 },
    state: "denied",
    first: "denied",
  },
  {
    name: "CO-45 over the whole charge is a denial",
    adjudications: [{ lines: [line(10_000, 0, ["CO", "45", 10_000])] }],
    claimAmounts: { openInsurance: 10_000, denied: 10_000 },
    state: "denied",
    denials: ["CO-45 10000 open initial"],
  },
  {
    name: "PR-27 is a denial shifted to the patient, not a patient balance",
    adjudications: [{ lines: [line(10_000, 0, ["PR", "27", 10_000])] }],
    claimAmounts: { openInsurance: 10_000, denied: 10_000 },
    state: "denied",
  },
  {
    name: "PI adjustments are disputed, not written off",
    adjudications: [{ lines: [line(10_000, 7000, ["PI", "16", 3000])] }],
    claimAmounts: { insurancePaid: 7000, openInsurance: 3000, denied: 3000 },
    state: "partly-paid",
    first: "partly-paid",
  },
  {
    name: "OA adjustments are never written off",
    adjudications: [{ lines: [line(10_000, 0, ["OA", "18", 10_000])] }],
    claimAmounts: { openInsurance: 10_000, denied: 10_000 },
    state: "denied",
  },
  {
    name: "one line paid, one denied",
    charges: [10_000, 5000],
    adjudications: [{ lines: [at(1, 10_000, 10_000), at(2, 5000, 0, ["CO", "50", 5000])] }],
    claimAmounts: { insurancePaid: 10_000, openInsurance: 5000, denied: 5000 },
    lineAmounts: { 1: { insurancePaid: 10_000 }, 2: { openInsurance: 5000, denied: 5000 } },
    state: "partly-paid",
    first: "partly-paid",
  },
  {
    name: "part of a line denied",
    adjudications: [{ lines: [line(10_000, 5000, ["CO", "45", 2000], ["CO", "96", 3000])] }],
    claimAmounts: { insurancePaid: 5000, contractual: 2000, openInsurance: 3000, denied: 3000 },
    state: "partly-paid",
  },
  {
    name: "sequestration is written off as contractual",
    adjudications: [{ lines: [line(10_000, 7840, ["CO", "45", 2000], ["CO", "253", 160])] }],
    claimAmounts: { insurancePaid: 7840, contractual: 2160 },
    state: "paid",
  },
  {
    name: "withhold is a receivable",
    adjudications: [{ lines: [line(10_000, 7000, ["CO", "45", 2000], ["CO", "104", 1000])] }],
    claimAmounts: { insurancePaid: 7000, contractual: 2000, withheld: 1000 },
  },
  {
    name: "tax withheld from the line is a receivable",
    adjudications: [{ lines: [line(10_000, 9000, ["CO", "105", 1000])] }],
    claimAmounts: { insurancePaid: 9000, withheld: 1000 },
  },
  {
    name: "an incentive first reduces the contractual adjustment",
    adjudications: [{ lines: [line(10_000, 7500, ["CO", "45", 3000], ["CO", "144", -500])] }],
    claimAmounts: { insurancePaid: 7500, contractual: 2500 },
  },
  {
    name: "what exceeds the contractual adjustment is incentive",
    adjudications: [{ lines: [line(10_000, 12_000, ["CO", "94", -2000])] }],
    claimAmounts: { insurancePaid: 12_000, incentive: 2000 },
  },
  {
    name: "a small contractual adjustment and a larger incentive",
    adjudications: [{ lines: [line(10_000, 10_400, ["CO", "45", 100], ["CO", "144", -500])] }],
    claimAmounts: { insurancePaid: 10_400, incentive: 400 },
  },
  {
    name: "merit adjustment with its remark is contractual",
    adjudications: [{ lines: [{ ...line(10_000, 9900, ["CO", "237", 100]), remarks: ["N807"] }] }],
    claimAmounts: { insurancePaid: 9900, contractual: 100 },
  },
  {
    name: "237 without its remark stays open",
    adjudications: [{ lines: [line(10_000, 9900, ["CO", "237", 100])] }],
    claimAmounts: { insurancePaid: 9900, openInsurance: 100, denied: 100 },
  },
  {
    name: "multiple-procedure reduction with payment is contractual",
    adjudications: [{ lines: [line(10_000, 5000, ["CO", "59", 5000])] }],
    claimAmounts: { insurancePaid: 5000, contractual: 5000 },
  },
  {
    name: "the same reduction without payment is a denial",
    adjudications: [{ lines: [line(10_000, 0, ["CO", "59", 10_000])] }],
    claimAmounts: { openInsurance: 10_000, denied: 10_000 },
  },
  {
    name: "capitated service of a payer that pays capitation",
    adjudications: [{ capitated: true, lines: [line(10_000, 0, ["CO", "24", 10_000])] }],
    claimAmounts: { contractual: 10_000 },
    state: "closed",
  },
  {
    name: "CO-24 without capitation is a denial",
    adjudications: [{ lines: [line(10_000, 0, ["CO", "24", 10_000])] }],
    claimAmounts: { openInsurance: 10_000, denied: 10_000 },
  },
  {
    name: "pended for review stays open without a denial",
    adjudications: [{ lines: [line(10_000, 0, ["CO", "133", 10_000])] }],
    claimAmounts: { openInsurance: 10_000 },
    state: "pending",
    denials: [],
  },
  {
    name: "an informational zero moves nothing",
    adjudications: [{ lines: [line(10_000, 10_000, ["CO", "246", 0])] }],
    claimAmounts: { insurancePaid: 10_000 },
  },
  {
    name: "bundled into another line",
    charges: [10_000, 5000],
    adjudications: [
      {
        lines: [
          at(1, 10_000, 8000, ["CO", "45", 2000]),
          { code: "99211", submitted: "99212", charged: 5000, paid: 0, cas: [["CO", "97", 5000]] },
        ],
      },
    ],
    claimAmounts: { insurancePaid: 8000, contractual: 2000, openInsurance: 5000, denied: 5000 },
    lineAmounts: { 2: { openInsurance: 5000, denied: 5000 } },
  },
  {
    name: "unbundled: parts without charge balance by an added amount",
    adjudications: [
      {
        lines: [
          {
            code: "80047",
            submitted: "99211",
            charged: 10_000,
            paid: 6000,
            cas: [["CO", "97", 4000]],
          },
          { code: "80048", submitted: "99211", charged: 0, paid: 4000, cas: [["OA", "94", -4000]] },
        ],
      },
    ],
    claimAmounts: { insurancePaid: 10_000 },
    state: "paid",
    denials: [],
  },
  {
    name: "unbundled under one line control number",
    adjudications: [
      {
        lines: [
          { code: "1", control: "L1", charged: 10_000, paid: 5000, cas: [["CO", "45", 5000]] },
          { code: "2", control: "l1", charged: 0, paid: 1000, cas: [["CO", "94", -1000]] },
        ],
      },
    ],
    claimAmounts: { insurancePaid: 6000, contractual: 4000 },
  },
  {
    name: "payer dropped the modifier",
    adjudications: [{ lines: [{ ...line(10_000, 10_000), modifiers: ["25"] }] }],
    claimAmounts: { insurancePaid: 10_000 },
  },
  {
    name: "payer changed the code and says what was submitted",
    adjudications: [
      { lines: [{ ...line(10_000, 7000, ["CO", "45", 3000]), code: "99209", submitted: "99211" }] },
    ],
    claimAmounts: { insurancePaid: 7000, contractual: 3000 },
  },
  {
    name: "whole claim adjudicated without lines is divided by charge",
    charges: [6000, 4000],
    adjudications: [{ charged: 10_000, paid: 5001, cas: [["CO", "45", 4999]] }],
    claimAmounts: { insurancePaid: 5001, contractual: 4999 },
    lineAmounts: {
      1: { insurancePaid: 3001, contractual: 2999 },
      2: { insurancePaid: 2000, contractual: 2000 },
    },
  },
  {
    name: "an adjustment of the claim level is taken off what the lines paid",
    charges: [6000, 4000],
    adjudications: [{ cas: [["PR", "1", 1001]], lines: [at(1, 6000, 6000), at(2, 4000, 4000)] }],
    claimAmounts: { insurancePaid: 8999, patientResponsibility: 1001, openPatient: 1001 },
  },
  {
    name: "two equal lines without control numbers are posted as a group",
    charges: [5000, 5000],
    claim: {
      lines: [1, 2].map((lineNumber) => ({
        lineNumber,
        lineItemControlNumber: undefined,
        procedureCode: "97110",
        modifiers: [],
        revenueCode: undefined,
        chargedCents: 5000,
        units: undefined,
        serviceFrom: "2026-01-15",
      })),
    },
    adjudications: [
      {
        lines: [
          { code: "97110", charged: 5000, paid: 4000, cas: [["CO", "45", 1000]] },
          { code: "97110", charged: 5000, paid: 0, cas: [["CO", "119", 5000]] },
        ],
      },
    ],
    claimAmounts: { insurancePaid: 4000, contractual: 1000, openInsurance: 5000, denied: 5000 },
    lineAmounts: {
      1: { insurancePaid: 2000, contractual: 500, openInsurance: 2500, denied: 2500 },
      2: { insurancePaid: 2000, contractual: 500, openInsurance: 2500, denied: 2500 },
    },
  },
  {
    name: "a line nobody can tell goes to what nothing was said about",
    charges: [10_000, 5000],
    adjudications: [{ lines: [at(1, 10_000, 10_000), { code: "X", charged: 5000, paid: 5000 }] }],
    claimAmounts: { insurancePaid: 15_000 },
  },
  {
    name: "split: two parts of one claim in one set",
    charges: [10_000, 5000],
    adjudications: [
      { payerNumber: "I1", lines: [at(1, 10_000, 8000, ["CO", "45", 2000])] },
      { payerNumber: "I2", lines: [at(2, 5000, 5000)] },
    ],
    claimAmounts: { insurancePaid: 13_000, contractual: 2000 },
    outcomes: ["posted", "posted"],
    state: "paid",
  },
  {
    name: "overpaid: what is above the open amount is the payer's credit",
    adjudications: [
      { lines: [line(10_000, 0, ["CO", "197", 10_000])] },
      { lines: [line(10_000, 10_000)] },
      { status: "2", lines: [line(10_000, 3000, ["OA", "23", 7000])] },
    ],
    claimAmounts: { insurancePaid: 13_000, creditInsurance: 3000 },
    denials: ["CO-197 10000 superseded initial"],
  },
  {
    name: "paid after a denial without a reversal",
    adjudications: [
      { lines: [line(10_000, 0, ["CO", "197", 10_000])] },
      { lines: [line(10_000, 8000, ["CO", "45", 2000])] },
    ],
    claimAmounts: { insurancePaid: 8000, contractual: 2000 },
    outcomes: ["posted", "posted"],
    state: "paid",
    first: "denied",
    denials: ["CO-197 10000 superseded initial"],
  },
  {
    name: "a second payment without a reversal is the payer's credit alone",
    adjudications: [plain, { ...plain, payerNumber: "ICN2" }],
    claimAmounts: { ...plainAmounts, insurancePaid: 12_000, creditInsurance: 6000 },
    outcomes: ["posted", "repeated"],
  },
  {
    name: "a second answer that only denies moves nothing",
    adjudications: [plain, { lines: [line(10_000, 0, ["OA", "18", 10_000])] }],
    claimAmounts: plainAmounts,
    outcomes: ["posted", "repeated"],
    denials: [],
  },
  {
    name: "reversed",
    adjudications: [plain, minus(plain)],
    claimAmounts: { openInsurance: 10_000 },
    outcomes: ["reversed", "reversal"],
    state: "submitted",
    first: "paid",
  },
  {
    name: "reversed and corrected in one set",
    adjudications: [
      plain,
      { ...minus(plain), on: "2026-03-05", trace: "T5" },
      {
        payerNumber: "ICN2",
        on: "2026-03-05",
        trace: "T5",
        lines: [line(10_000, 9000, ["CO", "45", 1000])],
      },
    ],
    claimAmounts: { insurancePaid: 9000, contractual: 1000 },
    outcomes: ["reversed", "reversal", "posted"],
    state: "paid",
  },
  {
    name: "corrected first, reversed in a later set",
    adjudications: [
      plain,
      { payerNumber: "ICN2", lines: [line(10_000, 9000, ["CO", "45", 1000])] },
      minus(plain),
    ],
    claimAmounts: { insurancePaid: 9000, contractual: 1000 },
    outcomes: ["reversed", "posted", "reversal"],
  },
  {
    name: "reversed twice: the second waits",
    adjudications: [plain, minus(plain), minus(plain)],
    claimAmounts: { openInsurance: 10_000 },
    outcomes: ["reversed", "reversal", "unmatched-reversal"],
  },
  {
    name: "reversal of another amount waits",
    adjudications: [plain, { ...minus(plain), lines: [line(-10_000, -5000, ["CO", "45", -5000])] }],
    claimAmounts: plainAmounts,
    outcomes: ["posted", "unmatched-reversal"],
  },
  {
    name: "reversal under another payer number waits",
    adjudications: [plain, { ...minus(plain), payerNumber: "OTHER" }],
    claimAmounts: plainAmounts,
    outcomes: ["posted", "unmatched-reversal"],
  },
  {
    name: "reversal without a payer number is found by number and amounts",
    adjudications: [plain, (({ payerNumber: _, ...rest }) => rest)(minus(plain))],
    claimAmounts: { openInsurance: 10_000 },
    outcomes: ["reversed", "reversal"],
  },
  {
    name: "the reversal of a denial takes its denial along",
    adjudications: [
      { lines: [line(10_000, 0, ["CO", "197", 10_000])] },
      minus({ lines: [line(10_000, 0, ["CO", "197", 10_000])] }),
    ],
    claimAmounts: { openInsurance: 10_000 },
    denials: ["CO-197 10000 reversed initial"],
    state: "submitted",
  },
  {
    name: "primary with a further payer keeps the patient's share with the payers",
    claim: { furtherPayers: 1 },
    adjudications: [plain],
    claimAmounts: { insurancePaid: 6000, contractual: 2000, openInsurance: 2000 },
    state: "partly-paid",
    first: "paid",
  },
  {
    name: "forwarded by the payer although we name no further one",
    adjudications: [{ ...plain, status: "19" }],
    claimAmounts: { insurancePaid: 6000, contractual: 2000, openInsurance: 2000 },
    state: "forwarded",
  },
  {
    name: "crossover: forwarded, then the secondary",
    adjudications: [
      { ...plain, status: "19" },
      { status: "2", lines: [line(10_000, 2000, ["OA", "23", 8000])] },
    ],
    claimAmounts: { insurancePaid: 8000, contractual: 2000 },
    state: "paid",
  },
  {
    name: "secondary pays part, its patient share is what the patient owes",
    claim: { furtherPayers: 1 },
    adjudications: [
      plain,
      { status: "2", lines: [line(10_000, 1500, ["OA", "23", 8000], ["PR", "2", 500])] },
    ],
    claimAmounts: {
      insurancePaid: 7500,
      contractual: 2000,
      patientResponsibility: 500,
      openPatient: 500,
    },
  },
  {
    name: "secondary's CO closes no more than the primary left open",
    claim: { furtherPayers: 1 },
    adjudications: [
      plain,
      { status: "2", lines: [line(10_000, 500, ["CO", "45", 3500], ["OA", "23", 6000])] },
    ],
    claimAmounts: { insurancePaid: 6500, contractual: 3500 },
  },
  {
    name: "secondary denies what the primary left",
    claim: { furtherPayers: 1 },
    adjudications: [
      plain,
      { status: "2", lines: [line(10_000, 0, ["OA", "23", 8000], ["CO", "29", 2000])] },
    ],
    claimAmounts: { insurancePaid: 6000, contractual: 2000, openInsurance: 2000, denied: 2000 },
    state: "partly-paid",
  },
  {
    name: "primary corrected after the secondary paid: what that paid too much is its credit",
    claim: { furtherPayers: 1 },
    adjudications: [
      plain,
      { status: "2", lines: [line(10_000, 2000, ["OA", "23", 8000])] },
      { ...minus(plain), on: "2026-03-08" },
      {
        payerNumber: "ICN2",
        on: "2026-03-09",
        lines: [line(10_000, 7000, ["CO", "45", 2000], ["PR", "2", 1000])],
      },
    ],
    claimAmounts: { insurancePaid: 9000, contractual: 2000, creditInsurance: 1000 },
  },
  {
    name: "a protected patient is not billed",
    adjudications: [{ ...plain, remarks: ["N781"] }],
    claimAmounts: { insurancePaid: 6000, contractual: 2000, openInsurance: 2000 },
  },
  {
    name: "predetermination is recorded only",
    adjudications: [{ status: "25", lines: [line(10_000, 0, ["OA", "101", 10_000])] }],
    claimAmounts: { openInsurance: 10_000 },
    outcomes: ["recorded"],
  },
  {
    name: "not our claim, forwarded",
    adjudications: [{ status: "23", lines: [line(10_000, 0, ["OA", "B11", 10_000])] }],
    claimAmounts: { openInsurance: 10_000 },
    outcomes: ["recorded"],
    state: "forwarded",
  },
  {
    name: "paid less than nothing without a reversal waits for a person",
    adjudications: [{ lines: [line(10_000, -500, ["CO", "45", 10_500])] }],
    claimAmounts: { openInsurance: 10_000 },
    outcomes: ["suspense"],
  },
  {
    name: "payer paid the patient: the patient owes it",
    adjudications: [{ lines: [line(10_000, 0, ["CO", "45", 4000], ["OA", "100", 6000])] }],
    claimAmounts: { contractual: 4000, patientResponsibility: 6000, openPatient: 6000 },
  },
  {
    name: "PR-45 waits for a person",
    adjudications: [{ lines: [line(10_000, 6000, ["PR", "45", 4000])] }],
    claimAmounts: { insurancePaid: 6000, openInsurance: 4000 },
    denials: [],
  },
  {
    name: "workers' compensation fee schedule",
    adjudications: [{ filing: "WC", lines: [line(10_000, 7000, ["CO", "P12", 3000])] }],
    claimAmounts: { insurancePaid: 7000, contractual: 3000 },
  },
  {
    name: "replaced: what stays open is swept",
    claim: { isReplaced: true },
    adjudications: [{ lines: [line(10_000, 4000, ["CO", "16", 6000])] }],
    claimAmounts: { insurancePaid: 4000 },
    denials: ["CO-16 6000 superseded initial"],
  },
  {
    name: "a correction is no initial denial",
    claim: { isOriginal: false },
    adjudications: [{ lines: [line(10_000, 0, ["CO", "197", 10_000])] }],
    claimAmounts: { openInsurance: 10_000, denied: 10_000 },
    denials: ["CO-197 10000 open"],
  },
  {
    name: "replaced by one that stands: judged, but its money is that one's",
    claim: { isReplaced: true, isSucceeded: true },
    charges: [10_000, 5000],
    adjudications: [
      { lines: [at(1, 10_000, 4000, ["CO", "45", 6000]), at(2, 5000, 0, ["CO", "16", 5000])] },
    ],
    claimAmounts: {},
    first: "partly-paid",
    denials: ["CO-16 5000 superseded initial"],
  },
  {
    name: "a correction has what was paid before it, and asks again for what was refused",
    claim: { isOriginal: false },
    charges: [10_000, 5000],
    adjudications: [
      { lines: [at(1, 10_000, 4000, ["CO", "45", 6000]), at(2, 5000, 0, ["CO", "16", 5000])] },
    ],
    inherited: 1,
    claimAmounts: { insurancePaid: 4000, contractual: 6000, openInsurance: 5000 },
    lineAmounts: { 1: { insurancePaid: 4000, contractual: 6000 }, 2: { openInsurance: 5000 } },
    denials: [],
  },
  {
    name: "a correction paid whole without a reversal: what was paid before is the payer's credit",
    claim: { isOriginal: false },
    charges: [10_000, 5000],
    adjudications: [
      { lines: [at(1, 10_000, 4000, ["CO", "45", 6000]), at(2, 5000, 0, ["CO", "16", 5000])] },
      { lines: [at(1, 10_000, 4000, ["CO", "45", 6000]), at(2, 5000, 3000, ["CO", "45", 2000])] },
    ],
    inherited: 1,
    claimAmounts: { insurancePaid: 11_000, contractual: 8000, creditInsurance: 4000 },
    state: "paid",
  },
  {
    name: "what a correction leaves to the patient is not lessened by what its denial wrote off",
    claim: { isOriginal: false },
    adjudications: [
      { lines: [line(10_000, 0, ["CO", "45", 3000], ["CO", "16", 7000])] },
      { lines: [line(10_000, 6000, ["PR", "1", 4000])] },
    ],
    inherited: 1,
    claimAmounts: { insurancePaid: 6000, patientResponsibility: 4000, openPatient: 4000 },
    state: "paid",
  },
  {
    name: "a correction whose first version is reversed keeps its own alone",
    claim: { isOriginal: false },
    adjudications: [
      { lines: [line(10_000, 4000, ["CO", "45", 6000])] },
      minus({ lines: [line(10_000, 4000, ["CO", "45", 6000])] }),
      { lines: [line(10_000, 9000, ["CO", "45", 1000])] },
    ],
    inherited: 2,
    claimAmounts: { insurancePaid: 9000, contractual: 1000 },
    outcomes: ["reversed", "reversal", "posted"],
  },
];

rows.push(
  {
    name: "a person named this payer as the last: the patient owes though others are on the claim",
    claim: { furtherPayers: 2, lastPayerRank: 1 },
    adjudications: [plain],
    claimAmounts: plainAmounts,
  },
  {
    name: "a person named a later payer as the last: the patient owes nothing yet",
    claim: { lastPayerRank: 2 },
    adjudications: [plain],
    claimAmounts: { insurancePaid: 6000, contractual: 2000, openInsurance: 2000 },
  },
  {
    name: "the later payer that a person named has spoken",
    claim: { lastPayerRank: 2 },
    adjudications: [
      plain,
      { status: "2", lines: [line(10_000, 500, ["OA", "23", 8000], ["PR", "2", 1500])] },
    ],
    claimAmounts: {
      insurancePaid: 6500,
      contractual: 2000,
      patientResponsibility: 1500,
      openPatient: 1500,
    },
  },
);

const prior = [["OA", "23", 4000]] as const;
test.each<[string, Example, Partial<PostableClaim>, number]>([
  ["the first by status 1", { status: "1", lines: [line(10_000, 0)] }, {}, 1],
  ["the first by status 19", { status: "19", lines: [line(10_000, 0)] }, { payerRank: 2 }, 1],
  ["the second by status 2", { status: "2", lines: [line(10_000, 0)] }, {}, 2],
  ["the second by status 20", { status: "20", lines: [line(10_000, 0)] }, {}, 2],
  ["the third by status 3", { status: "3", lines: [line(10_000, 0)] }, {}, 3],
  ["the third by status 21", { status: "21", lines: [line(10_000, 0)] }, {}, 3],
  ["the first by default", { status: "4", lines: [line(10_000, 0)] }, { payerRank: 2 }, 1],
  ["after an earlier one", { status: "4", lines: [line(10_000, 0, ...prior)] }, {}, 2],
  [
    "the one billed after an earlier one",
    { status: "4", lines: [line(10_000, 0, ...prior)] },
    { payerRank: 3 },
    3,
  ],
  [
    "after an earlier one that the claim shows",
    { status: "4", charged: 10_000, paid: 0, cas: prior, lines: [] },
    {},
    2,
  ],
  [
    "the first though another code of the group stands",
    { status: "4", lines: [line(10_000, 0, ["OA", "18", 10_000])] },
    {},
    1,
  ],
  [
    "the first though another group has the code",
    { status: "4", lines: [line(10_000, 0, ["CO", "23", 10_000])] },
    {},
    1,
  ],
])("who speaks: %s", (_, example, claim, rank) => {
  expect(payerRank(adjudication(example, 0), ownClaim([10_000], claim))).toBe(rank);
});

describe("what follows from adjudications", () => {
  test.each(rows.map((row) => [row.name, row] as const))("%s", (_name, row) => {
    const claim = ownClaim(row.charges ?? [10_000], row.claim);
    const adjudications = row.adjudications.map(adjudication);
    const inherited = adjudications.slice(0, row.inherited ?? 0);
    const decision = decidePostings(factsOf(claim, adjudications, [], inherited));
    const sum = totals(decision.receivables.values());
    const { charged, ...expected } = { charged: 0, ...row.claimAmounts };
    expect(notZero(sum)).toEqual(expected);
    for (const [lineNumber, amounts] of Object.entries(row.lineAmounts ?? {})) {
      expect(notZero(decision.receivables.get(Number(lineNumber)))).toEqual(amounts);
    }
    for (const receivable of decision.receivables.values()) {
      expect(isReceivableSound(receivable)).toBe(true);
    }
    if (row.outcomes)
      expect(decision.adjudications.map(({ outcome }) => outcome)).toEqual(row.outcomes);
    const standing = claimStanding(decision, {
      isReplaced: claim.isReplaced,
      isAccepted: false,
      state: "submitted",
    });
    if (row.state) expect(standing.state).toBe(row.state);
    if (row.first) expect(standing.firstOutcome).toBe(row.first);
    if (row.denials === undefined) return;
    const denials = decidedDenials(decision, claim.isOriginal).map(
      ({ groupCode, reasonCode, cents, state, isInitial }) =>
        `${groupCode}-${reasonCode} ${cents} ${state}${isInitial ? " initial" : ""}`,
    );
    expect(denials).toEqual(row.denials);
  });
});

/** A balanced adjudication of a claim with these charges. */
function adjudicationArbitrary(charges: readonly number[]): fc.Arbitrary<Example> {
  const reasons = [
    ["CO", "45"],
    ["PR", "1"],
    ["PR", "2"],
    ["CO", "197"],
    ["OA", "23"],
    ["CO", "253"],
    ["CO", "104"],
    ["PI", "16"],
    ["CO", "133"],
  ] as const;
  const lineArbitrary = (charged: number, index: number) =>
    fc
      .tuple(
        fc.array(
          fc.tuple(fc.constantFrom(...reasons), fc.double({ min: 0, max: 1, noNaN: true })),
          {
            maxLength: 4,
          },
        ),
        fc.constantFrom(0, 0, 0, 250),
      )
      .map(([parts, added]) => {
        let left = charged;
        const cas: [string, string, number][] = [];
        for (const [[group, reason], share] of parts) {
          const cents = Math.floor(left * share);
          left -= cents;
          cas.push([group, reason, cents]);
        }
        if (added > 0) cas.push(["CO", "144", -added]);
        return {
          code: `9921${index + 1}`,
          control: `L${index + 1}`,
          charged,
          paid: left + added,
          cas,
        };
      });
  return fc
    .tuple(
      fc.constantFrom("1", "1", "2", "19", "4", "25"),
      fc.tuple(...charges.map(lineArbitrary)),
      fc.constantFrom("2026-03-01", "2026-03-02", "2026-03-03"),
      fc.constantFrom("I1", "I2", "I3"),
    )
    .map(([status, lines, on, payerNumber]) => ({ status, lines, on, payerNumber }));
}

const setArbitrary = fc
  .array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 3 })
  .chain((charges) =>
    fc.record({
      charges: fc.constant(charges),
      furtherPayers: fc.constantFrom(0, 0, 1),
      isReplaced: fc.constantFrom(false, false, true),
      examples: fc.array(adjudicationArbitrary(charges), { maxLength: 5 }),
      reversed: fc.array(fc.nat(4), { maxLength: 3 }),
      inherited: fc.constantFrom(0, 0, 1, 2),
      payments: fc.array(
        fc.record({
          cents: fc.integer({ min: 1, max: 9000 }),
          on: fc.constantFrom("2026-02-01", "2026-04-01"),
        }),
        { maxLength: 3 },
      ),
    }),
  );

type ExampleSet = typeof setArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

function factsOfSet(set: ExampleSet): ClaimFacts {
  const examples = [
    ...set.examples,
    ...set.reversed.flatMap((index) => {
      const original = set.examples[index];
      return original === undefined || original.status === "25"
        ? []
        : [minus({ ...original, on: "2026-03-09" })];
    }),
  ];
  const payments = set.payments.map(
    ({ cents, on }, index): PatientPayment => ({
      patientPaymentId: index + 1,
      paidOn: on,
      receipt: `R${index}`,
      cents,
      money: "cash",
    }),
  );
  const { charges, furtherPayers, isReplaced } = set;
  const claim = ownClaim(charges, { furtherPayers, isReplaced });
  const adjudications = examples.map((example, index) => adjudication(example, index));
  return factsOf(claim, adjudications, payments, adjudications.slice(0, set.inherited));
}

describe("laws of posting", () => {
  test("every line keeps its identities, and cash moves exactly what was paid", () => {
    fc.assert(
      fc.property(setArbitrary, (set) => {
        const claimFacts = factsOfSet(set);
        const decision = decidePostings(claimFacts);
        for (const receivable of decision.receivables.values()) {
          expect(isReceivableSound(receivable)).toBe(true);
        }
        for (const { fact, transfers } of decision.adjudications) {
          let cash = 0;
          for (const moved of transfers) {
            if (moved.debit === "cash") cash += moved.cents;
            if (moved.credit === "cash") cash -= moved.cents;
          }
          expect(cash).toBe(fact.claim.paidCents);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("the order in which facts are given, and giving them twice, changes nothing", () => {
    fc.assert(
      fc.property(setArbitrary, fc.infiniteStream(fc.nat(1000)), (set, random) => {
        const claimFacts = factsOfSet(set);
        const numbers = random[Symbol.iterator]();
        const shuffled = [...claimFacts.adjudications]
          .map((fact) => ({ fact, by: Number(numbers.next().value) }))
          .sort((left, right) => left.by - right.by)
          .map(({ fact }) => fact);
        const again = decidePostings({
          ...claimFacts,
          adjudications: shuffled,
          patientPayments: [...claimFacts.patientPayments].reverse(),
        });
        expect(again).toEqual(decidePostings(claimFacts));
      }),
      { numRuns: 500 },
    );
  });

  test("reversing everything leaves the charge open and nothing else", () => {
    fc.assert(
      fc.property(setArbitrary, (set) => {
        const isReversible = (example: Example) => example.status !== "25";
        const examples = set.examples.filter(isReversible).map((example, index) => ({
          ...example,
          payerNumber: `I${index}`,
        }));
        const all = [...examples, ...examples.map((each) => minus({ ...each, on: "2026-03-09" }))];
        const claim = ownClaim(set.charges, { furtherPayers: set.furtherPayers });
        const decision = decidePostings(factsOf(claim, all.map(adjudication)));
        const open = set.charges.reduce((sum, charge) => sum + charge, 0);
        expect(notZero(totals(decision.receivables.values()))).toEqual({ openInsurance: open });
      }),
      { numRuns: 500 },
    );
  });
});
