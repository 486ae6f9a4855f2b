import type { Standing } from "@headwater/simulator";
import type { Truth, TruthOf } from "./read-truth.ts";

/** The books of the product, as far as the truth can be compared with them. */
export type Books = {
  /** By patient control number, all versions of a claim together. */
  readonly claims: ReadonlyMap<string, BookedClaim>;
  /** Claims on remittances that were posted or wait for their claim. */
  readonly answers: readonly { readonly trace: string; readonly claim: string | undefined }[];
  /** By line item control number, lines that a payer settled and a fee schedule prices. */
  readonly priced: ReadonlyMap<string, { readonly expected: number; readonly underpaid: number }>;
  /** Money taken back by reversals and by provider-level adjustments, with the claim it is tied to. */
  readonly takenBack: readonly {
    readonly way: "reversal" | "recouped";
    readonly on: string;
    readonly cents: number;
    readonly claim: string | undefined;
  }[];
  /** By trace number: when the money of a remittance was in the bank. */
  readonly deposits: ReadonlyMap<string, string>;
};

export type BookedClaim = {
  readonly cents: Standing;
  /** Write-offs and credits that no simulated claim has. */
  readonly otherCents: number;
  readonly firstAcceptance: string | undefined;
  readonly firstOutcome: string | undefined;
  readonly initialDenialStage: string | undefined;
};

/** A share, or a sum of cents when the whole is not counted. */
export type Compared = { readonly part: number; readonly whole: number };

export type Comparison = {
  readonly answersMatched: Compared;
  readonly answersWronglyMatched: number;
  readonly claimsCompared: number;
  /** Claims left out, since a file of theirs came after the last day. */
  readonly claimsUnderWay: number;
  readonly claimsMissing: number;
  readonly postingErrorCents: number;
  readonly claimsPostedWrong: readonly string[];
  readonly acceptanceRight: Compared;
  readonly outcomeRight: Compared;
  readonly stageRight: Compared;
  /** By the true stage, then by the stage that the product names. */
  readonly stages: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly linesPriced: Compared;
  readonly linesPricedRight: Compared;
  readonly expectedErrorCents: Compared;
  readonly underpaymentsFound: Compared;
  readonly underpaymentsFalse: Compared;
  readonly takebacksTied: Compared;
  readonly arrivalDaysRight: Compared;
};

/** Compares what the product made of a simulation's files with what was true. */
export function compare(truth: Truth, books: Books): Comparison {
  const arrived = new Set(truth.files.map(({ file }) => file));
  const payments = truth.payments.filter(({ file }) => arrived.has(file));
  const traces = new Set(payments.map(({ trace }) => trace));
  const sent = truth.claims.filter(({ sendings }) => sendings.length > 0);
  const told = sent.filter(({ decisions }) => decisions.every(({ trace }) => traces.has(trace)));
  return {
    ...compareAnswers(sent, books),
    ...compareClaims(truth, told, books),
    claimsUnderWay: sent.length - told.length,
    ...compareStages(told, books),
    ...comparePrices(truth.lines, books, new Set(told.map(({ claim }) => claim))),
    takebacksTied: compareTakebacks(truth.takebacks, payments, books),
    arrivalDaysRight: compareArrivals(payments, books),
  };
}

/** Whether a claim on a remittance was taken for the claim that the payer meant. */
function compareAnswers(claims: readonly TruthOf<"claims">[], { answers }: Books) {
  const meant = new Set(
    claims.flatMap(({ claim, decisions }) => decisions.map(({ trace }) => `${trace} ${claim}`)),
  );
  const matched = answers.filter(({ claim }) => claim !== undefined);
  const right = matched.filter(({ trace, claim }) => meant.has(`${trace} ${claim}`));
  return {
    answersMatched: { part: right.length, whole: answers.length },
    answersWronglyMatched: matched.length - right.length,
  };
}

const money: readonly (keyof Standing)[] = [
  "charged",
  "insurancePaid",
  "contractual",
  "withheld",
  "patientResponsibility",
  "patientPaid",
  "openPatient",
  "creditPatient",
  "openInsurance",
  "creditInsurance",
  "denied",
];

/** Days within which the front doors' answer to a sending has come, late ones included. */
const answeredWithinDays = 14;

function compareClaims(truth: Truth, claims: readonly TruthOf<"claims">[], books: Books) {
  const lastDay = truth.files.reduce(
    (last, { arrivedOn }) => (arrivedOn > last ? arrivedOn : last),
    "",
  );
  const answeredThrough = daysBefore(lastDay, answeredWithinDays);
  let [missing, errors] = [0, 0];
  const wrong: string[] = [];
  const [acceptance, outcome] = [
    { part: 0, whole: 0 },
    { part: 0, whole: 0 },
  ];
  for (const { claim, standing, sendings, firstOutcome } of claims) {
    const booked = books.claims.get(claim);
    if (booked === undefined) {
      missing += 1;
      continue;
    }
    const off = money.filter((name) => booked.cents[name] !== standing[name]);
    const cents = off.reduce(
      (sum, name) => sum + Math.abs(booked.cents[name] - standing[name]),
      Math.abs(booked.otherCents),
    );
    errors += cents;
    if (cents > 0) wrong.push(`${claim}: ${off.join(", ")}`);
    const [first] = sendings;
    if (first !== undefined && first.on <= answeredThrough) {
      const accepted = first.answer === "accepted" ? "accepted" : "rejected";
      count(acceptance, booked.firstAcceptance === accepted);
    }
    // A claim whose lines all belong to a month's sum has no outcome of its own.
    if (firstOutcome !== undefined && firstOutcome !== "nothing") {
      count(outcome, booked.firstOutcome === firstOutcome);
    }
  }
  return {
    claimsCompared: claims.length,
    claimsMissing: missing,
    postingErrorCents: errors,
    claimsPostedWrong: wrong,
    acceptanceRight: acceptance,
    outcomeRight: outcome,
  };
}

function daysBefore(date: string, days: number): string {
  const at = Date.parse(date) - days * 86_400_000;
  return new Date(at).toISOString().slice(0, 10);
}

function count(share: { part: number; whole: number }, isRight: boolean): void {
  share.whole += 1;
  if (isRight) share.part += 1;
}

/** Where refusals of the first decision began: at the planted slip, or with the payer alone. */
function compareStages(claims: readonly TruthOf<"claims">[], books: Books) {
  const stages = new Map<string, Map<string, number>>();
  const right = { part: 0, whole: 0 };
  for (const { claim, slip, decisions } of claims) {
    const [first] = decisions;
    if (first === undefined || first.refusals.length === 0) continue;
    const meant = first.isPayerError ? "payer" : (slip?.stage ?? "payer");
    const named = books.claims.get(claim)?.initialDenialStage ?? "none";
    const row = stages.get(meant) ?? new Map<string, number>();
    row.set(named, (row.get(named) ?? 0) + 1);
    stages.set(meant, row);
    count(right, named === meant);
  }
  return { stageRight: right, stages };
}

/** What the product expects of lines that a payer settled, beside what the contract says. */
function comparePrices(
  lines: readonly TruthOf<"lines">[],
  { priced }: Books,
  told: ReadonlySet<string>,
) {
  const known = { part: 0, whole: 0 };
  const right = { part: 0, whole: 0 };
  const error = { part: 0, whole: 0 };
  const found = { part: 0, whole: 0 };
  const wrong = { part: 0, whole: 0 };
  for (const { claim, line, contract, allowed, refusal, underpaid } of lines) {
    const isSettled = allowed !== undefined && refusal === undefined && contract !== 0;
    if (contract === undefined || !isSettled || !told.has(claim)) continue;
    const product = priced.get(line);
    count(known, product !== undefined);
    if (underpaid > 0) count(found, (product?.underpaid ?? 0) > 0);
    if (product === undefined) continue;
    count(right, product.expected === contract);
    error.part += Math.abs(product.expected - contract);
    error.whole += contract;
    if (product.underpaid > 0) count(wrong, underpaid === 0);
  }
  return {
    linesPriced: known,
    linesPricedRight: right,
    expectedErrorCents: error,
    underpaymentsFound: found,
    underpaymentsFalse: wrong,
  };
}

function compareTakebacks(
  takebacks: readonly TruthOf<"takebacks">[],
  payments: readonly TruthOf<"payments">[],
  { takenBack }: Books,
): Compared {
  const paidOn = new Set(payments.map(({ payer, on }) => `${payer} ${on}`));
  const tied = { part: 0, whole: 0 };
  for (const { claim, payer, cents, reversedOn, recoupedOn, way } of takebacks) {
    const days = [reversedOn, recoupedOn].filter((day) => day !== undefined);
    if (!days.every((day) => paidOn.has(`${payer} ${day}`))) continue;
    const isReversed =
      reversedOn === undefined ||
      takenBack.some(
        (one) => one.way === "reversal" && one.claim === claim && one.on === reversedOn,
      );
    const isRecouped =
      way === "reversal" ||
      takenBack.some(
        (one) =>
          one.way === "recouped" &&
          one.claim === claim &&
          one.on === recoupedOn &&
          one.cents === cents,
      );
    count(tied, isReversed && isRecouped);
  }
  return tied;
}

/** Whether the day on which money was in the bank is known of the remittance that tells of it. */
function compareArrivals(payments: readonly TruthOf<"payments">[], { deposits }: Books): Compared {
  const right = { part: 0, whole: 0 };
  for (const { trace, depositedOn } of payments) {
    if (depositedOn !== undefined) count(right, deposits.get(trace) === depositedOn);
  }
  return right;
}
