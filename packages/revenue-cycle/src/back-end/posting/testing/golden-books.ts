import type { ReadEvent } from "@headwater/x12";
import { emptyReceivable, type Receivable } from "../../../books/receivable/receivable.ts";
import { controlNumberKey, memberIdKey } from "../../../masters/identifier-key.ts";
import { balanceRemittance } from "../../remittance/balance-remittance.ts";
import { type ClaimCandidate, matchClaim } from "../../remittance/match-claim.ts";
import { moneyOf, type RemittanceClaim, readRemittanceClaim } from "../../remittance/remittance.ts";
import { entriesOf } from "../entries-of.ts";
import { type ClaimPlan, type KnownHistory, planClaim } from "../plan-claim.ts";
import { type Adjudication, type FactKey, type Inheritance, noInheritance } from "../posting.ts";
import type { StandingPosting } from "../reconcile-postings.ts";
import { readProviderAdjustment, treatClaim } from "../treat-claim.ts";
import { accountNames, amountOf, type GoldenCase, type GoldenStep } from "./golden-cases.ts";
import { caseName, claimNumberOf, lineNumberOf, nameOf } from "./golden-files.ts";
import { eventsOf } from "./golden-sets.ts";
import { referenceFacts } from "./reference-facts.ts";

type Era = {
  readonly remittanceId: number;
  readonly effectiveOn: string;
  readonly traceNumber: string;
  readonly payerId: number;
  readonly claims: readonly RemittanceClaim[];
};

/** A remittance claim, and where its money is taken from when it is known what it means. */
type Told = {
  readonly era: Era;
  readonly claim: RemittanceClaim;
  readonly money: "cash" | "suspense";
};

type OwnClaim = {
  readonly letter: string;
  readonly candidate: Omit<ClaimCandidate, "isReplaced" | "payerClaimControlNumbers">;
  readonly furtherPayers: number;
  readonly replaces: OwnClaim | undefined;
  replacedBy: OwnClaim | undefined;
  isVoid: boolean;
  readonly payerNumbers: Set<string>;
  readonly told: Told[];
  readonly receivables: Map<number, Readonly<Receivable>>;
  readonly standing: Map<FactKey, StandingPosting>;
  readonly knownReversals: Map<FactKey, FactKey>;
  state: string;
};

/** What a step of a case came to: its movements in the words of the tables, and whether it adds up. */
type GoldenResult = { readonly posts: readonly string[]; readonly isBalanced: boolean };

/**
 * The books of one case, in memory: read, balance, match, decide and reconcile by the same pure
 * decisions as the practice's, with what the tables say of payees and repeated payments taken as given.
 */
export class GoldenBooks {
  readonly #of: GoldenCase;
  readonly #claims: OwnClaim[] = [];
  readonly #payers = new Map<string, number>();
  readonly #capitated = new Set<number>();
  readonly #held: Era[] = [];
  #suspended: Told[] = [];
  #posts: string[] = [];
  #lastTransferId = 0;
  #lastPostingId = 0;

  constructor(of: GoldenCase) {
    this.#of = of;
  }

  /** Takes the step at this place and says what moved. */
  take(step: GoldenStep, at: number): GoldenResult {
    this.#posts = [];
    const isBalanced = step.is === "claim" ? this.#record(step) : this.#takeEra(step, at);
    for (const claim of this.#claims) this.#plan(claim);
    return { posts: [...this.#posts].sort(), isBalanced };
  }

  /** What a claim comes to, asked as the tables do: `A open 0.00 state paid`. */
  end(told: string): string {
    const [subject = "", ...asked] = told.split(" ");
    const claim = this.#claims.find(
      ({ letter, candidate }) => letter === subject[0] && candidate.version === subject.length,
    );
    if (claim === undefined) return subject;
    const sum = (amount: keyof Receivable) =>
      [...claim.receivables.values()].reduce((total, line) => total + line[amount], 0);
    const amounts: Readonly<Record<string, () => string>> = {
      open: () => amountOf(sum("openInsurance")),
      denied: () => amountOf(sum("denied")),
      patient: () => amountOf(sum("openPatient")),
      state: () => claim.state,
    };
    const found = asked.flatMap((name, index) =>
      index % 2 === 0 ? [`${name} ${amounts[name]?.()}`] : [],
    );
    return [subject, ...found].join(" ");
  }

  #record(step: GoldenStep): true {
    const before = this.#claims.findLast(({ letter }) => letter === step.letter);
    if (before !== undefined && step.options.get("freq") === "8") {
      before.isVoid = true;
      before.state = "void";
      return true;
    }
    const claim = ownClaim(this.#of, step, { claimId: this.#claims.length + 1, replaces: before });
    if (before !== undefined) {
      before.replacedBy = claim;
      before.state = "replaced";
    }
    this.#claims.push(claim);
    const waiting = this.#suspended;
    this.#suspended = [];
    for (const told of waiting) this.#give(told, this.#match(told.era, told.claim));
    const held = this.#held.splice(0);
    for (const era of held) {
      if (era.claims.some((each) => this.#match(era, each) !== undefined)) this.#post(era);
      else this.#held.push(era);
    }
    return true;
  }

  #takeEra(step: GoldenStep, at: number): boolean {
    const { era, paidCents, adjustments } = this.#read(eventsOf(this.#of, at), at);
    const balance = balanceRemittance();
    for (const claim of era.claims) balance.addClaim(claim);
    for (const { cents } of adjustments) balance.addProviderAdjustment(cents);
    if (balance.finish(paidCents).is === "out-of-balance") return false;
    if (step.verdict.endsWith("NO_CLAIM_KNOWN")) this.#held.push(era);
    if (step.verdict !== "posted") return true;
    if (adjustments.some(({ reasonCode }) => reasonCode === "CT")) this.#capitated.add(era.payerId);
    this.#post(era);
    for (const { reasonCode, cents } of adjustments) {
      const { account } = readProviderAdjustment(reasonCode, era.effectiveOn, referenceFacts);
      this.#move(cents, account, "cash", reasonCode);
    }
    return true;
  }

  #read(events: readonly ReadEvent[], at: number) {
    const set = events.flatMap((event) => (event.type === "remittance" ? [event.remittance] : []));
    const adjustments = events.flatMap((event) =>
      event.type === "provider-adjustment" ? [event.adjustment] : [],
    );
    const payer = set[0]?.payer?.id ?? "";
    this.#payers.set(payer, this.#payers.get(payer) ?? this.#payers.size + 1);
    const era: Era = {
      remittanceId: at + 1,
      effectiveOn: set[0]?.effectiveOn ?? "",
      traceNumber: set[0]?.traceNumber ?? "",
      payerId: this.#payers.get(payer) ?? 0,
      claims: events.flatMap((event) =>
        event.type === "remittance-claim" ? [readRemittanceClaim(event.claim)] : [],
      ),
    };
    return { era, paidCents: set[0]?.paidCents ?? 0, adjustments };
  }

  #match(era: Era, claim: RemittanceClaim): OwnClaim | undefined {
    const candidates = this.#claims.map((own) => ({
      ...own.candidate,
      isReplaced: isReplaced(own),
      payerClaimControlNumbers: [...own.payerNumbers],
    }));
    const match = matchClaim(claim, candidates, era.effectiveOn);
    return match.is === "matched" ? this.#claims[match.claimId - 1] : undefined;
  }

  #post(era: Era): void {
    const matched = era.claims.map((claim) => [claim, this.#match(era, claim)] as const);
    for (const [claim, own] of matched) {
      if (own === undefined) this.#move(moneyOf(claim), "cash", "suspense");
      this.#give({ era, claim, money: own === undefined ? "suspense" : "cash" }, own);
    }
  }

  #give(told: Told, own: OwnClaim | undefined): void {
    if (own === undefined) {
      this.#suspended.push(told);
      return;
    }
    own.told.push(told);
    const number = told.claim.payerClaimControlNumber;
    if (number !== undefined) own.payerNumbers.add(number);
  }

  #move(cents: number, debit: string, credit: string, reason?: string): void {
    if (cents === 0) return;
    const [to, from] = cents > 0 ? [debit, credit] : [credit, debit];
    this.#tell(["-", between(from, to), amountOf(Math.abs(cents)), reason]);
  }

  #tell(words: readonly (string | undefined)[]): void {
    this.#posts.push(words.filter(Boolean).join(" "));
  }

  #adjudications(own: OwnClaim): Adjudication[] {
    return own.told.map(({ era, claim, money }) => ({
      remittanceId: era.remittanceId,
      transactionSetId: era.remittanceId,
      claimNumber: claim.number,
      effectiveOn: era.effectiveOn,
      traceNumber: era.traceNumber,
      payerId: era.payerId,
      money,
      claim: treatClaim(
        claim,
        { on: era.effectiveOn, hasCapitationContract: this.#capitated.has(era.payerId) },
        referenceFacts.denial,
      ),
    }));
  }

  #plan(own: OwnClaim): void {
    const { candidate, receivables, standing, knownReversals } = own;
    const predecessors = isReplaced(own) ? [] : predecessorsOf(own);
    const inheritance: Inheritance =
      predecessors.length === 0
        ? noInheritance
        : {
            adjudications: predecessors.flatMap((each) => this.#adjudications(each)),
            patientPayments: [],
          };
    const history: KnownHistory = {
      adjudications: this.#adjudications(own),
      patientPayments: [],
      standing: new Map(standing),
      knownReversals: new Map(knownReversals),
    };
    const claim = {
      ...candidate,
      payerRank: 1,
      furtherPayers: own.furtherPayers,
      isReplaced: isReplaced(own),
      isSucceeded: isSucceeded(own),
      isOriginal: own.replaces === undefined,
      isAccepted: false,
      state: own.state,
      receivables,
    };
    const plan = planClaim(claim, history, { incoming: [], inheritance });
    const drafts = entriesOf({
      claim: { claimId: candidate.claimId, replacedOn: undefined, serviceFrom: undefined },
      history: { ...history, origins: new Map() },
      inheritance,
      plan,
    });
    for (const { entry } of drafts) {
      for (const moved of entry.transfers) {
        const primes = "'".repeat(candidate.version - 1);
        const subject = moved.lineNumber ? `${own.letter}${primes}${moved.lineNumber}` : "-";
        const reason = moved.groupCode && `${moved.groupCode}${moved.reasonCode}`;
        this.#tell([subject, between(moved.credit, moved.debit), amountOf(moved.cents), reason]);
      }
    }
    this.#keep(own, plan);
  }

  /** Brings the books of a claim to its plan. */
  #keep(own: OwnClaim, plan: ClaimPlan): void {
    for (const [lineNumber, receivable] of plan.changed)
      own.receivables.set(lineNumber, receivable);
    for (const { key } of plan.postings.retract) {
      own.standing.delete(key);
      own.knownReversals.delete(key);
    }
    for (const { key, transfers, undoes } of plan.postings.post) {
      this.#lastPostingId += 1;
      const kept = transfers.map((moved) => {
        this.#lastTransferId += 1;
        return { ...moved, transferId: this.#lastTransferId };
      });
      own.standing.set(key, { postingId: this.#lastPostingId, key, transfers: kept });
      if (undoes !== undefined) own.knownReversals.set(key, undoes);
    }
    if (!isReplaced(own)) own.state = plan.standing.state ?? own.state;
  }
}

const between = (credit: string, debit: string) =>
  `${accountNames[credit] ?? credit}>${accountNames[debit] ?? debit}`;

const isReplaced = (own: OwnClaim) => own.isVoid || own.replacedBy !== undefined;

/** Whether the last of the versions after it stands. */
function isSucceeded({ replacedBy }: OwnClaim): boolean {
  if (replacedBy === undefined) return false;
  return replacedBy.replacedBy === undefined ? !replacedBy.isVoid : isSucceeded(replacedBy);
}

function predecessorsOf({ replaces }: OwnClaim): OwnClaim[] {
  return replaces === undefined ? [] : [...predecessorsOf(replaces), replaces];
}

function ownClaim(
  of: GoldenCase,
  step: GoldenStep,
  { claimId, replaces }: { readonly claimId: number; readonly replaces: OwnClaim | undefined },
): OwnClaim {
  const { letter, options } = step;
  const number = claimNumberOf(of, letter);
  const [lastName = "", firstName = ""] = nameOf(options, of, letter).split("*");
  const lines = step.lines.map((line, at) => ({
    lineNumber: at + 1,
    lineItemControlNumber:
      line.options.get("r") === "none" ? undefined : lineNumberOf(of, letter, at),
    procedureCode: line.code,
    modifiers: line.modifiers,
    revenueCode: options.get("kind") === "I" ? (line.options.get("rev") ?? "0450") : undefined,
    chargedCents: line.cents,
    units: line.options.get("units") ?? "1",
    serviceFrom: line.options.get("date") ?? "2026-01-15",
  }));
  const days = lines.map(({ serviceFrom }) => serviceFrom).sort();
  return {
    letter,
    candidate: {
      claimId,
      patientControlNumber: number,
      controlNumberKey: controlNumberKey(number),
      version: (replaces?.candidate.version ?? 0) + 1,
      submittedOn: options.get("sent") ?? "2026-02-01",
      chargedCents: lines.reduce((sum, line) => sum + line.chargedCents, 0),
      patientLastName: lastName,
      patientFirstName: firstName,
      memberIdKey: memberIdKey(`M${caseName(of)}${letter}`),
      renderingNpi: undefined,
      serviceFrom: days[0],
      serviceThrough: days.at(-1),
      lines,
    },
    furtherPayers: Number(options.get("further") ?? 0),
    replaces,
    replacedBy: undefined,
    isVoid: false,
    payerNumbers: new Set(),
    told: [],
    receivables: new Map(
      lines.map(({ lineNumber, chargedCents }) => [
        lineNumber,
        { ...emptyReceivable(), charged: chargedCents, openInsurance: chargedCents },
      ]),
    ),
    standing: new Map(),
    knownReversals: new Map(),
    state: "submitted",
  };
}
