import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { updateReceivables } from "../../books/receivable/receivable.store.ts";
import { enterPostings, type OpenBooks } from "../../books/transfer/transfer.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork, raiseWork } from "../../work/work-item/work-item.store.ts";
import type { ClaimMatch } from "../remittance/match-claim.ts";
import {
  insertRemittanceClaims,
  type RecordedClaim,
  updateOutcomes,
  updateRemittanceClaims,
} from "../remittance/record-remittance-claims.store.ts";
import { isReversal, moneyOf } from "../remittance/remittance.ts";
import { nextPayerNeeds } from "../secondary/next-payer-needs.ts";
import { chunkEvents } from "./chunk-events.ts";
import { chunkNeeds } from "./chunk-needs.ts";
import { claimFamilies, type Families } from "./claim-family.store.ts";
import { isStandingChanged, updateClaimStandings } from "./claim-standing.store.ts";
import type { AdjudicationOutcome } from "./decide-posting.ts";
import { recordDenials } from "./denial.store.ts";
import { recordOutcomes } from "./denial-outcome.store.ts";
import { entriesOf, isTransferless } from "./entries-of.ts";
import type { LoadedClaim } from "./load-claims.store.ts";
import { type ClaimHistory, loadHistories, noHistory } from "./load-history.store.ts";
import { matchIncoming } from "./match-incoming.store.ts";
import { type ClaimPlan, planClaim } from "./plan-claim.ts";
import {
  type Adjudication,
  adjudicationKey,
  chunkClaims,
  type FactKey,
  type IncomingClaim,
  type Inheritance,
  noInheritance,
} from "./posting.ts";
import type { PostingFacts } from "./treat-claim.ts";

/** One claim of ours with what has come for it and what follows. */
export type PlannedClaim = {
  readonly claim: LoadedClaim;
  readonly history: ClaimHistory;
  /** What the versions that it replaced bring along. */
  readonly inheritance: Inheritance;
  readonly incoming: readonly IncomingClaim[];
  readonly plan: ClaimPlan;
};

/** A remittance claim whose claim is not known, or not for certain. */
export type SuspendedClaim = {
  readonly item: IncomingClaim;
  readonly match: Exclude<ClaimMatch, { is: "matched" }>;
};

export type PostedChunk = {
  readonly planned: readonly PlannedClaim[];
  readonly suspended: readonly SuspendedClaim[];
};

export type PostedInput = {
  readonly incoming: readonly IncomingClaim[];
  readonly replayed?: readonly number[];
  readonly chosen?: ReadonlyMap<IncomingClaim, number | undefined>;
};

export type PostingScope = { readonly books: OpenBooks; readonly facts: PostingFacts };

/**
 * Posts a chunk of remittance claims: matches them, decides everything about the claims they mean
 * together with what the books hold of these already, and writes it in bulk. Claims that are not known
 * go to suspense. `replayed` are claims that are decided again although nothing came for them;
 * `chosen` is what a person said of some of the incoming: the claim meant, or none.
 */
export async function postClaims(
  transaction: PracticeTransaction,
  { books, facts }: PostingScope,
  { incoming, replayed = [], chosen }: PostedInput,
): Promise<PostedChunk> {
  const alsoLoad = [
    ...replayed,
    ...[...(chosen?.values() ?? [])].flatMap((claimId) => claimId ?? []),
  ];
  const { matches: found, claims } = await matchIncoming(transaction, incoming, alsoLoad);
  const matches = chosen === undefined ? found : withChosen(found, chosen);
  const byClaim = new Map<number, IncomingClaim[]>(replayed.map((claimId) => [claimId, []]));
  const suspended: SuspendedClaim[] = [];
  for (const item of incoming) {
    const match = matches.get(item) ?? { is: "unmatched" };
    if (match.is !== "matched") suspended.push({ item, match });
    else byClaim.set(match.claimId, [...(byClaim.get(match.claimId) ?? []), item]);
  }
  const families = await claimFamilies(transaction, claims, [...byClaim.keys()]);
  for (const claimId of families.members) {
    if (!byClaim.has(claimId)) byClaim.set(claimId, []);
  }
  const histories = await loadHistories(transaction, books.accounts, [...byClaim.keys()]);
  const planned = planAll(byClaim, { claims, histories, families });
  const chunk = { planned, suspended };
  await recordClaims(transaction, chunk, matches);
  await writeMoney(transaction, books, chunk);
  await writeConsequences(transaction, chunk, facts);
  return chunk;
}

type Surroundings = {
  readonly claims: ReadonlyMap<number, LoadedClaim>;
  readonly histories: ReadonlyMap<number, ClaimHistory>;
  readonly families: Families;
};

/** Plans claims one by one; what a payer did to a replaced version moves to the one that stands. */
function planAll(
  byClaim: ReadonlyMap<number, readonly IncomingClaim[]>,
  { claims, histories, families }: Surroundings,
): PlannedClaim[] {
  const bequestOf = (claimId: number): Inheritance => {
    const history = histories.get(claimId) ?? noHistory;
    const incoming = (byClaim.get(claimId) ?? []).map(toAdjudication);
    const fresh = new Set(incoming.map(adjudicationKey));
    const known = history.adjudications.filter((fact) => !fresh.has(adjudicationKey(fact)));
    return {
      adjudications: [...known, ...incoming],
      patientPayments: history.patientPayments,
      writeOffs: history.writeOffs,
      moved: history.moved,
      refunds: history.refunds,
    };
  };
  return [...byClaim].flatMap(([claimId, items]): PlannedClaim[] => {
    const loaded = claims.get(claimId) ?? families.claims.get(claimId);
    if (loaded === undefined) return [];
    const claim = { ...loaded, isSucceeded: families.successorOf.has(claimId) };
    const history = histories.get(claimId) ?? noHistory;
    const bequests = (families.predecessorsOf.get(claimId) ?? []).map(bequestOf);
    const inheritance =
      bequests.length === 0
        ? noInheritance
        : {
            adjudications: bequests.flatMap(({ adjudications }) => adjudications),
            patientPayments: bequests.flatMap(({ patientPayments }) => patientPayments),
            writeOffs: bequests.flatMap(({ writeOffs }) => writeOffs ?? []),
            moved: bequests.flatMap(({ moved }) => moved ?? []),
            refunds: bequests.flatMap(({ refunds }) => refunds ?? []),
          };
    const plan = planClaim(claim, history, {
      incoming: items.map(toAdjudication),
      inheritance,
    });
    return [{ claim, history, inheritance, incoming: items, plan }];
  });
}

/** What became of every fact of a chunk, where its money is. */
function outcomesOf(planned: readonly PlannedClaim[]): Map<FactKey, AdjudicationOutcome> {
  const outcomes = new Map<FactKey, AdjudicationOutcome>();
  for (const { claim, plan } of planned) {
    for (const { key, outcome } of plan.decision.adjudications) {
      if (!claim.isSucceeded || !outcomes.has(key)) outcomes.set(key, outcome);
    }
  }
  return outcomes;
}

/** Decides claims of ours again although nothing came for them, in chunks. */
export async function replayClaims(
  transaction: PracticeTransaction,
  scope: PostingScope,
  claimIds: readonly number[],
): Promise<void> {
  for (let start = 0; start < claimIds.length; start += chunkClaims) {
    const replayed = claimIds.slice(start, start + chunkClaims);
    await postClaims(transaction, scope, { incoming: [], replayed });
  }
}

function withChosen(
  found: ReadonlyMap<IncomingClaim, ClaimMatch>,
  chosen: ReadonlyMap<IncomingClaim, number | undefined>,
): ReadonlyMap<IncomingClaim, ClaimMatch> {
  const matches = new Map(found);
  for (const [item, claimId] of chosen) {
    matches.set(
      item,
      claimId === undefined ? { is: "unmatched" } : { is: "matched", claimId, rule: "by-person" },
    );
  }
  return matches;
}

function toAdjudication(item: IncomingClaim): Adjudication {
  return {
    remittanceId: item.remittanceId,
    transactionSetId: item.transactionSetId,
    claimNumber: item.claim.number,
    effectiveOn: item.effectiveOn,
    traceNumber: item.traceNumber,
    payerId: item.payerId,
    money: item.isInSuspense ? "suspense" : "cash",
    claim: item.claim,
  };
}

/** How the outcome of an adjudication is kept with its remittance claim. */
function recordedOutcome(outcome: AdjudicationOutcome): string {
  switch (outcome) {
    case "reversal":
      return "reversed-original";
    case "unmatched-reversal":
    case "recorded":
    case "suspense":
      return outcome;
    default:
      return "posted";
  }
}

async function recordClaims(
  transaction: PracticeTransaction,
  { planned, suspended }: PostedChunk,
  matches: ReadonlyMap<IncomingClaim, ClaimMatch>,
): Promise<void> {
  const records: { isStored: boolean; record: RecordedClaim }[] = [];
  const outcomes = outcomesOf(planned);
  for (const { claim, incoming, plan } of planned) {
    const isNew = new Map(incoming.map((item) => [keyOf(item), item]));
    for (const decided of plan.decision.adjudications) {
      const item = isNew.get(decided.key);
      const match = item && matches.get(item);
      if (item === undefined || match?.is !== "matched") continue;
      const record = {
        remittanceId: item.remittanceId,
        claimId: claim.claimId,
        matchRule: match.rule,
        outcome: recordedOutcome(outcomes.get(decided.key) ?? decided.outcome),
        lineMatches: decided.shared.matches,
        claim: item.claim,
      };
      records.push({ isStored: item.isStored, record });
    }
  }
  for (const { item } of suspended) {
    const outcome = "suspense";
    const { remittanceId, claim } = item;
    const record = {
      remittanceId,
      claimId: undefined,
      matchRule: "",
      outcome,
      lineMatches: [],
      claim,
    };
    records.push({ isStored: item.isStored, record });
  }
  const only = (isStored: boolean) =>
    records.filter((entry) => entry.isStored === isStored).map(({ record }) => record);
  await insertRemittanceClaims(transaction, only(false));
  await updateRemittanceClaims(transaction, only(true));
  await updateOutcomes(transaction, earlierReversals(planned, outcomes));
}

/** A reversal on file may find its original with what came now, or lose it to another. */
function earlierReversals(
  planned: readonly PlannedClaim[],
  outcomes: ReadonlyMap<FactKey, AdjudicationOutcome>,
) {
  return planned.flatMap(({ incoming, plan }) => {
    const isNew = new Set(incoming.map(keyOf));
    return plan.decision.adjudications
      .filter(({ key, fact }) => isReversal(fact.claim) && !isNew.has(key))
      .map(({ key, fact, outcome }) => ({
        remittanceId: fact.remittanceId,
        claimNumber: fact.claimNumber,
        outcome: recordedOutcome(outcomes.get(key) ?? outcome),
      }));
  });
}

function keyOf({ remittanceId, claim }: IncomingClaim): string {
  return adjudicationKey({ remittanceId, claimNumber: claim.number });
}

async function writeMoney(
  transaction: PracticeTransaction,
  books: OpenBooks,
  { planned, suspended }: PostedChunk,
): Promise<void> {
  const drafts = planned.flatMap(entriesOf);
  const inSuspense = suspended.filter(
    ({ item }) => !item.isInSuspense && moneyOf(item.claim) !== 0,
  );
  const count = drafts.length + inSuspense.length;
  const ids = count > 0 ? await transaction.reserveIds("postings", "posting_id", count) : [];
  const idByKey = new Map<string, number>();
  for (const [index, draft] of drafts.entries()) idByKey.set(draft.name, ids[index] ?? 0);
  const entries = drafts.map((draft, index) => ({
    ...draft.entry,
    postingId: ids[index] ?? 0,
    reversesPostingId: draft.reversesPostingId ?? idByKey.get(draft.reversesName ?? ""),
  }));
  const suspenseEntries = inSuspense.map(({ item }, index) =>
    suspenseEntry(item, ids[drafts.length + index] ?? 0),
  );
  await enterPostings(transaction, books, [...entries, ...suspenseEntries]);
  await updateReceivables(
    transaction,
    planned.flatMap(({ claim: { claimId }, plan }) =>
      [...plan.changed].map(([lineNumber, receivable]) => ({ claimId, lineNumber, receivable })),
    ),
  );
}

/** The money of a claim that we do not know: it waits in suspense until the claim is matched. */
function suspenseEntry(item: IncomingClaim, postingId: number) {
  const paid = moneyOf(item.claim);
  const [debit, credit] =
    paid > 0 ? (["cash", "suspense"] as const) : (["suspense", "cash"] as const);
  return {
    postingId,
    kind: "suspense" as const,
    remittanceId: item.remittanceId,
    remittanceClaimNumber: item.claim.number,
    transactionSetId: item.transactionSetId,
    segmentFrom: item.claim.segmentFrom,
    segmentTo: item.claim.segmentTo,
    on: item.effectiveOn,
    transfers: [
      { debit, credit, cents: Math.abs(paid), claimId: undefined, lineNumber: undefined },
    ],
  };
}

async function writeConsequences(
  transaction: PracticeTransaction,
  chunk: PostedChunk,
  facts: PostingFacts,
): Promise<void> {
  const denials = await recordDenials(
    transaction,
    chunk.planned
      .filter(({ history, plan }) => plan.denials.length > 0 || !isTransferless(history))
      .map(({ claim, history, plan }) => ({
        claimId: claim.claimId,
        serviceFrom: claim.serviceFrom,
        hasHistory: history !== noHistory,
        denials: plan.denials,
      })),
    facts.denial,
  );
  await recordOutcomes(transaction, chunk.planned);
  await updateClaimStandings(
    transaction,
    chunk.planned
      .filter(({ claim, plan }) => isStandingChanged(claim, plan.standing))
      .map(({ claim, plan }) => ({ claim, standing: plan.standing })),
  );
  await appendEvents(transaction, chunkEvents(chunk, outcomesOf(chunk.planned)));
  const needs = chunkNeeds(chunk, denials);
  const further = nextPayerNeeds(chunk.planned, facts.crossoverWaits);
  await raiseWork(transaction, [...needs.raise, ...further.raise]);
  for (const [kind, needKeys] of [...needs.close, ...further.close]) {
    await closeWork(transaction, kind, needKeys);
  }
}
