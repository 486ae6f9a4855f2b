import type { SentClaim } from "./claim.ts";
import { type ClaimOnFile, type ComparableClaim, decideClaim } from "./decide-claim.ts";
import { hasNegativeCharge } from "./read-claim.ts";

/** A claim of a chunk with what comparing it needs. */
export type ClaimToDecide = {
  readonly claim: SentClaim;
  readonly comparable: ComparableClaim;
  /** The id it gets if it is written. */
  readonly claimId: number;
};

export type PlannedClaim = ClaimToDecide & {
  readonly version: number;
  readonly state: "submitted" | "void";
};

export type PlannedSubmission = { readonly claim: SentClaim; readonly claimId: number };

/** Everything that a chunk of claims comes to; applied in the order of its fields. */
export type ClaimPlan = {
  readonly claims: PlannedClaim[];
  readonly submissions: PlannedSubmission[];
  readonly payerChanges: PlannedSubmission[];
  /** Sendings that are earlier than the one by which their claim came on file. */
  readonly earlierSendings: PlannedSubmission[];
  /** Claims that went on to a next payer before the replacement came that did. */
  readonly passedOn: { readonly fromId: number; readonly toId: number }[];
  /** Claims on file that turn out to be a replacement as it went on to a next payer. */
  readonly origins: PlannedSubmission[];
  readonly successions: { replacedId: number; replacementId: number }[];
  readonly voidedIds: number[];
  readonly conflicts: {
    readonly claim: SentClaim;
    readonly ofClaimId: number;
    readonly why: "other-patient" | "other-dates";
  }[];
  readonly invalid: SentClaim[];
};

/**
 * What is known of claims while a transaction set is read: versions by claim key, claims by the
 * payer's number, and which claims this set has sent already.
 */
export type KnownClaims = {
  versionsOf(claim: SentClaim): ClaimOnFile[];
  namedBy(claim: SentClaim): readonly ClaimOnFile[];
  add(claim: SentClaim, version: ClaimOnFile): void;
  /** Replaces what is known of a claim by its changed form. */
  change(claim: ClaimOnFile, changed: Partial<ClaimOnFile>): void;
  readonly sentInSet: Set<number>;
};

/** Decides the claims of a chunk one after the other, each in the light of those before it. */
export function planClaims(claims: readonly ClaimToDecide[], known: KnownClaims): ClaimPlan {
  const plan: ClaimPlan = {
    claims: [],
    submissions: [],
    payerChanges: [],
    earlierSendings: [],
    passedOn: [],
    origins: [],
    successions: [],
    voidedIds: [],
    conflicts: [],
    invalid: [],
  };
  for (const claim of claims) {
    if (hasNegativeCharge(claim.claim)) plan.invalid.push(claim.claim);
    else planClaim(plan, claim, known);
  }
  return plan;
}

function planClaim(plan: ClaimPlan, toDecide: ClaimToDecide, known: KnownClaims): void {
  const { claim, comparable, claimId } = toDecide;
  const decision = decideClaim(comparable, known.versionsOf(claim), known.namedBy(claim));
  switch (decision.is) {
    case "new":
      write(plan, toDecide, known);
      return;
    case "repetition":
      submit(plan, { claim, claimId: decision.of.claimId }, known);
      if (decision.isOtherCoverage) changePayer(plan, { toDecide, of: decision.of }, known);
      return;
    case "next-payer":
      submit(plan, { claim, claimId: decision.of.claimId }, known);
      if (decision.isLatest) changePayer(plan, { toDecide, of: decision.of }, known);
      else sendEarlier(plan, { toDecide, of: decision.of }, known);
      return;
    case "replacement":
      write(plan, toDecide, known);
      if (decision.isPassedOn) passOn(plan, { toDecide, of: decision.of }, known);
      if (decision.isLatest) succeed(plan, decision.of.claimId, claimId);
      else succeed(plan, claimId, decision.of.claimId);
      retire(known, [decision.of, ...known.versionsOf(claim)], {
        claimId: decision.isLatest ? decision.of.claimId : claimId,
      });
      return;
    case "origin":
      submit(plan, { claim, claimId: decision.of.claimId }, known);
      plan.origins.push({ claim, claimId: decision.of.claimId });
      known.change(decision.of, {
        frequency: "replacement",
        submittedOn: comparable.submittedOn,
        firstSubmittedOn: comparable.submittedOn,
      });
      return;
    case "void":
      submit(plan, { claim, claimId: decision.of.claimId }, known);
      plan.voidedIds.push(decision.of.claimId);
      known.change(decision.of, { isCurrent: false });
      return;
    case "voided":
      write(plan, toDecide, known);
      plan.voidedIds.push(claimId);
      retire(known, known.versionsOf(claim), { claimId });
      return;
    case "conflict":
      plan.conflicts.push({ claim, ofClaimId: decision.of.claimId, why: decision.why });
  }
}

/** The claim stands with the payer, the member and the further payers that its latest sending names. */
function changePayer(
  plan: ClaimPlan,
  { toDecide, of }: { readonly toDecide: ClaimToDecide; readonly of: ClaimOnFile },
  known: KnownClaims,
): void {
  const { claim, comparable } = toDecide;
  plan.payerChanges.push({ claim, claimId: of.claimId });
  const { payerKey, coverageSequence, memberIdKey, furtherPayers } = comparable;
  known.change(of, { payerKey, coverageSequence, memberIdKey, furtherPayers });
}

/** A claim that came as it went on to the next payer was sent first on the day that the payer before got it. */
function sendEarlier(
  plan: ClaimPlan,
  { toDecide, of }: { readonly toDecide: ClaimToDecide; readonly of: ClaimOnFile },
  known: KnownClaims,
): void {
  const { submittedOn } = toDecide.comparable;
  if (submittedOn === undefined || of.submittedOn === undefined) return;
  if (submittedOn >= of.submittedOn) return;
  plan.earlierSendings.push({ claim: toDecide.claim, claimId: of.claimId });
  known.change(of, { submittedOn });
}

/** The replacement stands with the payer to whom the claim went on, and that one with the payer before. */
function passOn(
  plan: ClaimPlan,
  { toDecide, of }: { readonly toDecide: ClaimToDecide; readonly of: ClaimOnFile },
  known: KnownClaims,
): void {
  const { claim, comparable, claimId } = toDecide;
  plan.passedOn.push({ fromId: of.claimId, toId: claimId });
  const standing = ({
    payerKey,
    coverageSequence,
    memberIdKey,
    furtherPayers,
  }: ComparableClaim) => ({
    payerKey,
    coverageSequence,
    memberIdKey,
    furtherPayers,
  });
  const written = known.versionsOf(claim).find((version) => version.claimId === claimId);
  if (written !== undefined) known.change(written, standing(of));
  known.change(of, { ...standing(comparable), submittedOn: of.firstSubmittedOn });
}

function write(plan: ClaimPlan, toDecide: ClaimToDecide, known: KnownClaims): void {
  const { claim, comparable, claimId } = toDecide;
  const versions = known.versionsOf(claim);
  const version = Math.max(0, ...versions.map((each) => each.version)) + 1;
  const state = claim.frequency === "void" ? "void" : "submitted";
  plan.claims.push({ ...toDecide, version, state });
  known.add(claim, { ...comparable, claimId, version, isCurrent: state !== "void" });
  submit(plan, { claim, claimId }, known);
}

/** A claim repeated within one set is one sending. */
function submit(plan: ClaimPlan, submission: PlannedSubmission, known: KnownClaims): void {
  if (known.sentInSet.has(submission.claimId)) return;
  known.sentInSet.add(submission.claimId);
  plan.submissions.push(submission);
}

function succeed(plan: ClaimPlan, replacedId: number, replacementId: number): void {
  plan.successions.push({ replacedId, replacementId });
}

function retire(
  known: KnownClaims,
  among: readonly ClaimOnFile[],
  { claimId }: { readonly claimId: number },
): void {
  const retired = among.find((each) => each.claimId === claimId);
  if (retired !== undefined) known.change(retired, { isCurrent: false });
}
