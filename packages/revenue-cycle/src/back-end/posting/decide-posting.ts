import { type AccountKind, reverse } from "@headwater/ledger";
import {
  applyTransfer,
  emptyReceivable,
  type Receivable,
} from "../../books/receivable/receivable.ts";
import { isForwarded, isReversal, moneyOf, movesNothing } from "../remittance/remittance.ts";
import { compareAdjudications, pairReversals } from "./pair-reversals.ts";
import {
  type Adjudication,
  adjudicationKey,
  type FactKey,
  type LineTransfer,
  noLine,
  type PatientPayment,
  type PostableClaim,
  sweepKey,
} from "./posting.ts";
import { lineTransfer, type NetAdjustments, netAdjustments, settleLine } from "./settle-line.ts";
import { comparePatientPayments, forgiveOrRecover, patientFactKey } from "./settle-patient.ts";
import { type Refund, settleRefunds } from "./settle-refund.ts";
import { type ResponsibilityTransfer, settleResponsibility } from "./settle-responsibility.ts";
import { type InsuranceWriteOff, settleWriteOffs } from "./settle-write-off.ts";
import { type DividedLines, shareLines } from "./share-lines.ts";

/** Everything known about one claim. */
export type ClaimFacts = {
  readonly claim: PostableClaim;
  /** What the lines stand at without any of the facts below: their charge and a person's postings. */
  readonly base: ReadonlyMap<number, Readonly<Receivable>>;
  readonly adjudications: readonly Adjudication[];
  /** Those of the adjudications that speak of a version which this claim replaced. */
  readonly inherited: ReadonlySet<FactKey>;
  readonly patientPayments: readonly PatientPayment[];
  /** What a person gave up of what payers were expected to pay. */
  readonly writeOffs?: readonly InsuranceWriteOff[];
  /** What a person moved between payers and patient. */
  readonly moved?: readonly ResponsibilityTransfer[];
  /** What goes back to payers and patients. */
  readonly refunds?: readonly Refund[];
  /** Reversals that already stand in the books, with what they undid. */
  readonly knownReversals: ReadonlyMap<FactKey, FactKey>;
  /** What the books hold of each adjudication: an original that is undone stands as it was posted. */
  readonly standing: ReadonlyMap<FactKey, readonly LineTransfer[]>;
};

/** What became of one adjudication. */
export type AdjudicationOutcome =
  | "posted"
  /** A second payment of what was settled already: cash is the payer's credit, nothing else moves. */
  | "repeated"
  /** Undone by a reversal. */
  | "reversed"
  | "reversal"
  | "unmatched-reversal"
  /** Predetermination, or not our claim: recorded only. */
  | "recorded"
  /** Money that no rule explains: waits in suspense for a person. */
  | "suspense";

export type LineDecision = {
  readonly lineNumber: number;
  readonly paid: number;
  readonly net: NetAdjustments;
  readonly remarkCodes: readonly string[];
};

export type DecidedAdjudication = {
  readonly key: FactKey;
  readonly fact: Adjudication;
  /** It speaks of a version which this claim replaced: its money counts, its judgement does not. */
  readonly isInherited: boolean;
  readonly outcome: AdjudicationOutcome;
  readonly transfers: readonly LineTransfer[];
  /** For a reversal: the original that it undoes. */
  readonly undoes: FactKey | undefined;
  readonly shared: DividedLines;
  readonly lines: readonly LineDecision[];
  /** The patient's share stays with the payers because the law forbids billing the patient. */
  readonly isPatientProtected: boolean;
};

/** One movement of a fact that takes effect on a day of its own. */
export type DatedTransfer = LineTransfer & { readonly effectiveOn: string | undefined };

export type DecidedPosting = {
  readonly key: FactKey;
  readonly transfers: readonly DatedTransfer[];
};

export type ClaimDecision = {
  readonly adjudications: readonly DecidedAdjudication[];
  /** Payments of the patient, and the sweep of a replaced claim. */
  readonly otherPostings: readonly DecidedPosting[];
  readonly receivables: ReadonlyMap<number, Receivable>;
};

/** MOA and MIA alerts that the patient is a qualified Medicare beneficiary (42 USC 1396a(n)(3)). */
const protectedPatientRemarks = new Set(["N781", "N782", "N783"]);

/**
 * Decides all postings of a claim from everything known about it. The answer depends on the set of
 * facts alone, not on the order in which they came: adjudications are decided in their canonical
 * order, an original and its reversal cancel out, patient payments meet what the patient owes in the
 * end, and what stays open on a replaced claim is swept. What a payer paid and adjusted on a version
 * moves to the claim that replaces it, after what the payer said of that claim itself. Bringing the
 * books from what stands in them to this answer is the work of `reconcilePostings`.
 */
export function decidePostings(facts: ClaimFacts): ClaimDecision {
  const sorted = [...facts.adjudications].sort(compareAdjudications);
  const pairs = pairReversals(sorted, facts.knownReversals);
  const course = new ClaimCourse(facts);
  const decided = new Map<FactKey, DecidedAdjudication>();
  const isInherited = (fact: Adjudication) => facts.inherited.has(adjudicationKey(fact));
  const inOrder = inOrderOfPayers(sorted, facts.claim);
  for (const fact of [
    ...inOrder.filter((each) => !isInherited(each)),
    ...inOrder.filter(isInherited),
  ]) {
    if (isReversal(fact.claim)) continue;
    const key = adjudicationKey(fact);
    decided.set(key, course.decide(fact, pairs.reversalOf.has(key)));
  }
  for (const fact of sorted) {
    if (!isReversal(fact.claim)) continue;
    const original = pairs.originalOf.get(adjudicationKey(fact));
    const undone = original && decided.get(adjudicationKey(original));
    decided.set(adjudicationKey(fact), course.undo(fact, undone));
  }
  const adjudications = sorted.flatMap((fact) => decided.get(adjudicationKey(fact)) ?? []);
  if (facts.claim.isSucceeded) return judgedOnly(facts, adjudications);
  const otherPostings = [
    // Nothing is expected on a claim that was voided, so nothing is given up on it either.
    ...settleWriteOffs(course.receivables, facts.claim.isReplaced ? [] : (facts.writeOffs ?? [])),
    ...settleResponsibility(course.receivables, facts.claim.isReplaced ? [] : (facts.moved ?? [])),
    ...course.applyPatientPayments(facts.patientPayments),
    ...settleRefunds(course.receivables, facts.refunds ?? []),
    ...course.sweep(facts.claim.isReplaced),
  ];
  return {
    adjudications,
    otherPostings,
    receivables: course.receivables,
  };
}

/**
 * An earlier payer before the payers after it, whenever it spoke: what a corrected decision of the first
 * leaves is less than the second was asked for, and what the second paid too much is its credit.
 */
function inOrderOfPayers(
  sorted: readonly Adjudication[],
  claim: PostableClaim,
): readonly Adjudication[] {
  return [...sorted].sort((left, right) => payerRank(left, claim) - payerRank(right, claim));
}

/** A claim whose money is its successor's: its adjudications judge it, and its charge is swept whole. */
function judgedOnly(
  facts: ClaimFacts,
  adjudications: readonly DecidedAdjudication[],
): ClaimDecision {
  const course = new ClaimCourse(facts);
  return {
    adjudications: adjudications.map((decided) => ({ ...decided, transfers: [] })),
    otherPostings: course.sweep(true),
    receivables: course.receivables,
  };
}

/** Accounts of a patient's payment; the debit is where its money is taken from unless stated. */
type Entry = {
  readonly debit?: AccountKind;
  readonly credit: AccountKind;
  readonly on?: string;
};

/** The state of a claim's lines while its facts are decided one after the other. */
class ClaimCourse {
  readonly receivables = new Map<number, Receivable>();
  readonly #facts: ClaimFacts;
  /** Charges already settled by a payer of a rank, on this claim and on versions before it. */
  readonly #settled = new Map<string, number>();
  /** The last payer in the order of payers that has spoken. */
  #highestRank = 0;
  /** The last payer in the order of payers that ever speaks, in whatever order answers come. */
  #rankHeard = 0;
  /** The last day on which something moved to the patient, by line. */
  readonly #patientDueOn = new Map<number, string>();

  constructor(facts: ClaimFacts) {
    this.#facts = facts;
    for (const fact of facts.adjudications) {
      if (isReversal(fact.claim) || movesNothing(fact.claim)) continue;
      this.#rankHeard = Math.max(this.#rankHeard, payerRank(fact, facts.claim));
    }
    for (const line of facts.claim.lines) {
      const base = facts.base.get(line.lineNumber);
      this.receivables.set(line.lineNumber, base ? { ...base } : emptyReceivable());
    }
  }

  decide(fact: Adjudication, isUndone: boolean): DecidedAdjudication {
    const { claim } = this.#facts;
    const isInherited = this.#facts.inherited.has(adjudicationKey(fact));
    const shared = shareLines(fact.claim, claim.lines);
    const lines = shared.shares.map((share) => ({
      lineNumber: share.lineNumber,
      paid: share.paid,
      net: netAdjustments(share),
      remarkCodes: [...share.remarkCodes, ...fact.claim.remarkCodes],
    }));
    const isProtected = fact.claim.remarkCodes.some((code) => protectedPatientRemarks.has(code));
    const decision = {
      key: adjudicationKey(fact),
      fact,
      isInherited,
      undoes: undefined,
      shared,
      lines,
      isPatientProtected: isProtected && lines.some(({ net }) => net.patient.length > 0),
    };
    if (movesNothing(fact.claim) || lines.some(({ paid }) => paid < 0) || lines.length === 0) {
      return {
        ...decision,
        outcome: moneyOf(fact.claim) === 0 ? "recorded" : "suspense",
        transfers: this.#setAside(fact, "suspense"),
      };
    }
    const stands = isUndone ? this.#facts.standing.get(decision.key) : undefined;
    if (stands !== undefined) return { ...decision, outcome: "reversed", transfers: stands };
    const rank = payerRank(fact, claim);
    const isRepeated = this.#isRepeated(shared, { rank, isInherited });
    const transfers: LineTransfer[] = [];
    for (const line of lines) {
      const moved =
        isRepeated || (isInherited && this.#isSettledAnew(line.lineNumber, rank))
          ? this.#credit(line, fact)
          : this.#settle(line, fact, {
              isPatientDue: this.#isPatientDue(fact, rank) && !isProtected,
              isNextPayerHeard: this.#highestRank > rank,
            });
      transfers.push(...moved.transfers);
      if (!isUndone)
        this.#apply(line.lineNumber, moved, { fact, rank, shared, isRepeated, isInherited });
    }
    if (!isUndone) this.#highestRank = Math.max(this.#highestRank, rank);
    const outcome = isUndone ? "reversed" : isRepeated ? "repeated" : "posted";
    return { ...decision, outcome, transfers };
  }

  /** The mirror of what the original moved, with the reversal's own money. */
  undo(fact: Adjudication, original: DecidedAdjudication | undefined): DecidedAdjudication {
    const decision = {
      key: adjudicationKey(fact),
      fact,
      isInherited: this.#facts.inherited.has(adjudicationKey(fact)),
      undoes: original?.outcome === "suspense" ? undefined : original?.key,
      shared: { shares: [], matches: matchesOf(fact, this.#facts.claim), isDivided: false },
      lines: [],
      isPatientProtected: false,
    };
    if (original === undefined) {
      const transfers = this.#setAside(fact, "unmatched-reversal");
      return { ...decision, outcome: "unmatched-reversal", transfers };
    }
    if (original.outcome === "suspense") {
      return { ...decision, outcome: "reversal", transfers: this.#setAside(fact, "suspense") };
    }
    const ownMoney = (account: AccountKind) =>
      account === original.fact.money ? fact.money : account;
    const transfers = reverse<AccountKind, LineTransfer>(original.transfers).map((moved) => ({
      ...moved,
      debit: ownMoney(moved.debit),
      credit: ownMoney(moved.credit),
    }));
    return { ...decision, outcome: "reversal", transfers };
  }

  /**
   * Patients' payments meet what the patient owes, earliest first; the rest is the patient's credit.
   * What was forgiven is no more than what is owed.
   */
  applyPatientPayments(payments: readonly PatientPayment[]): DecidedPosting[] {
    return [...payments].sort(comparePatientPayments).map((payment) => ({
      key: patientFactKey(payment),
      transfers:
        payment.is === undefined
          ? this.#spread(payment)
          : forgiveOrRecover(this.receivables, payment),
    }));
  }

  #spread(payment: PatientPayment): DatedTransfer[] {
    const transfers: DatedTransfer[] = [];
    let left = payment.cents;
    const move = (
      lineNumber: number,
      cents: number,
      { debit = payment.money as AccountKind, credit, on }: Entry,
    ) => {
      const moved = lineTransfer(lineNumber, { debit, credit, cents });
      const receivable = this.receivables.get(lineNumber);
      if (receivable) applyTransfer(receivable, moved);
      transfers.push({ ...moved, effectiveOn: on });
    };
    for (const [lineNumber, receivable] of this.receivables) {
      const cents = Math.min(left, receivable.openPatient);
      if (cents <= 0) continue;
      left -= cents;
      const dueOn = this.#patientDueOn.get(lineNumber) ?? payment.paidOn;
      if (dueOn <= payment.paidOn) {
        move(lineNumber, cents, { credit: "patient-receivable" });
      } else {
        move(lineNumber, cents, { credit: "patient-credit" });
        move(lineNumber, cents, {
          debit: "patient-credit",
          credit: "patient-receivable",
          on: dueOn,
        });
      }
    }
    const first = this.#facts.claim.lines[0]?.lineNumber;
    if (left > 0 && first !== undefined) move(first, left, { credit: "patient-credit" });
    return transfers;
  }

  /** What is open on a replaced claim is expected on its replacement; the charge counts once. */
  sweep(isReplaced: boolean): DecidedPosting[] {
    if (!isReplaced) return [];
    const transfers: DatedTransfer[] = [];
    for (const [lineNumber, receivable] of this.receivables) {
      const cents = receivable.openInsurance;
      receivable.denied = 0;
      if (cents <= 0) continue;
      const moved = lineTransfer(lineNumber, {
        debit: "charges",
        credit: "insurance-receivable",
        cents,
      });
      applyTransfer(receivable, moved);
      transfers.push({ ...moved, effectiveOn: undefined });
    }
    return [{ key: sweepKey, transfers }];
  }

  /** Money of a claim that its lines do not take: the whole of it, on no line. */
  #setAside(fact: Adjudication, account: "suspense" | "unmatched-reversal"): LineTransfer[] {
    const paid = moneyOf(fact.claim);
    if (paid === 0 || fact.money === account) return [];
    const [debit, credit] = paid > 0 ? [fact.money, account] : ([account, fact.money] as const);
    return [lineTransfer(noLine, { debit, credit, cents: Math.abs(paid) })];
  }

  #credit(line: LineDecision, fact: Adjudication): LineMovement {
    if (line.paid === 0) return { transfers: [], denied: undefined, kept: 0 };
    const moved = { debit: fact.money, credit: "insurance-credit", cents: line.paid } as const;
    return { transfers: [lineTransfer(line.lineNumber, moved)], denied: undefined, kept: 0 };
  }

  #settle(
    line: LineDecision,
    fact: Adjudication,
    due: { readonly isPatientDue: boolean; readonly isNextPayerHeard: boolean },
  ): LineMovement {
    const openInsurance = this.receivables.get(line.lineNumber)?.openInsurance ?? 0;
    const { lineNumber } = line;
    const terms = { lineNumber, openInsurance, money: fact.money, ...due };
    const settled = settleLine(line.paid, line.net, terms);
    // What was refused on a replaced version is asked for again with this one.
    const saysNothingNew =
      (line.net.denied.length === 0 && hasPriorPayer(line.net)) ||
      this.#facts.inherited.has(adjudicationKey(fact));
    return {
      transfers: settled.transfers,
      denied: saysNothingNew ? undefined : settled.denied,
      kept: settled.keptForNextPayer,
    };
  }

  #apply(lineNumber: number, moved: LineMovement, context: AppliedAdjudication): void {
    const receivable = this.receivables.get(lineNumber);
    if (receivable === undefined) return;
    for (const movement of moved.transfers) applyTransfer(receivable, movement);
    receivable.denied = Math.min(moved.denied ?? receivable.denied, receivable.openInsurance);
    // Only one payer leaves a share to the patient, and its answers are decided in the order of days.
    if (moved.transfers.some(({ debit }) => debit === "patient-receivable")) {
      this.#patientDueOn.set(lineNumber, context.fact.effectiveOn);
    }
    if (context.isRepeated || (moved.transfers.length === 0 && moved.kept === 0)) return;
    const share = context.shared.shares.find((candidate) => candidate.lineNumber === lineNumber);
    const key = settledKey(lineNumber, context);
    this.#settled.set(key, (this.#settled.get(key) ?? 0) + (share?.charged ?? 0));
  }

  /**
   * A payer of the same rank settled one of these lines before, and with this more than the line's
   * charge would be adjudicated. Lines it only refused or left pending may be decided again.
   */
  #isRepeated(shared: DividedLines, payer: SettlingPayer): boolean {
    return shared.shares.some((share) => {
      const settled = this.#settled.get(settledKey(share.lineNumber, payer)) ?? 0;
      const charged = this.#facts.claim.lines.find((line) => line.lineNumber === share.lineNumber);
      return settled > 0 && settled + share.charged > (charged?.chargedCents ?? 0);
    });
  }

  /** The payer settled the line as it stands now: what it paid on the one before is its credit. */
  #isSettledAnew(lineNumber: number, rank: number): boolean {
    return this.#settled.has(settledKey(lineNumber, { rank, isInherited: false }));
  }

  /** The last payer that is asked has spoken: where a person named it, even if it passed the claim on. */
  #isPatientDue(fact: Adjudication, rank: number): boolean {
    const { payerRank: last, furtherPayers, lastPayerRank } = this.#facts.claim;
    if (rank < this.#rankHeard) return false;
    if (lastPayerRank !== undefined) return rank >= lastPayerRank;
    return !isForwarded(fact.claim) && rank >= last + furtherPayers;
  }
}

type SettlingPayer = { readonly rank: number; readonly isInherited: boolean };

type AppliedAdjudication = SettlingPayer & {
  readonly fact: Adjudication;
  readonly shared: DividedLines;
  readonly isRepeated: boolean;
};

function settledKey(lineNumber: number, { rank, isInherited }: SettlingPayer): string {
  return `${lineNumber}:${rank}${isInherited ? ":before" : ""}`;
}

type LineMovement = {
  readonly transfers: readonly LineTransfer[];
  /** Undefined leaves what was denied before as it is. */
  readonly denied: number | undefined;
  readonly kept: number;
};

function matchesOf(fact: Adjudication, claim: PostableClaim): DividedLines["matches"] {
  return shareLines(fact.claim, claim.lines).matches;
}

function hasPriorPayer(net: NetAdjustments): boolean {
  return net.waiting.some(({ groupCode, reasonCode }) => groupCode === "OA" && reasonCode === "23");
}

const ranks: Readonly<Record<string, number>> = {
  "1": 1,
  "19": 1,
  "2": 2,
  "20": 2,
  "3": 3,
  "21": 3,
};

/**
 * Which payer in the order of payers speaks: by CLP02; where that does not say (4 and codes of older
 * versions), the payer billed, and one after it if an earlier payer's effect (OA-23) is shown.
 */
export function payerRank(fact: Adjudication, claim: PostableClaim): number {
  const stated = ranks[fact.claim.statusCode];
  if (stated !== undefined) return stated;
  const levels = [fact.claim, ...fact.claim.lines];
  const showsPriorPayer = levels.some(({ adjustments }) =>
    adjustments.some(({ groupCode, reasonCode }) => groupCode === "OA" && reasonCode === "23"),
  );
  return showsPriorPayer ? Math.max(2, claim.payerRank) : 1;
}
