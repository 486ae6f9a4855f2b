import type { ClaimFrequency } from "./claim.ts";
import { sequenceRank } from "./read-claim.ts";

/** What decides about a claim that is sent: the same of the one on file and of the newcomer. */
export type ComparableClaim = {
  readonly contentSha256: string;
  readonly frequency: ClaimFrequency;
  readonly payerKey: string;
  readonly coverageSequence: string;
  readonly submittedOn: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  readonly chargedCents: number;
  readonly identityKey: string;
  readonly memberIdKey: string | undefined;
  /** Coverages that come after the one billed. */
  readonly furtherPayers: number;
  readonly lastNameKey: string;
  readonly dateOfBirth: string | undefined;
};

/** A version of a claim on file under the newcomer's number, or under the payer number it names. */
export type ClaimOnFile = ComparableClaim & {
  readonly claimId: number;
  readonly version: number;
  /** False once it is replaced or void. */
  readonly isCurrent: boolean;
  /** The first and the last day on which it was sent to anybody, where replacements make that matter. */
  readonly firstSubmittedOn?: string | undefined;
  readonly lastSubmittedOn?: string | undefined;
};

export type ClaimDecision =
  /** No claim of this number is on file. */
  | { readonly is: "new" }
  /**
   * Sent before, with the same content to the same payer: no charge. `isOtherCoverage` when it came later
   * and names another member or other further payers.
   */
  | { readonly is: "repetition"; readonly of: ClaimOnFile; readonly isOtherCoverage: boolean }
  /** The same claim to another payer: no charge. It is the current payer if it came later. */
  | { readonly is: "next-payer"; readonly of: ClaimOnFile; readonly isLatest: boolean }
  /**
   * Takes the place of one on file; `isLatest` false when the one on file is the later. `isPassedOn` when
   * that one went on to a next payer after this one was sent: it is this one that did.
   */
  | {
      readonly is: "replacement";
      readonly of: ClaimOnFile;
      readonly isLatest: boolean;
      readonly isPassedOn: boolean;
    }
  /** What is on file is this replacement as it went on to a next payer, and came first. */
  | { readonly is: "origin"; readonly of: ClaimOnFile }
  /** Withdraws the one on file. */
  | { readonly is: "void"; readonly of: ClaimOnFile }
  /** Withdrawn by a void that came before it. */
  | { readonly is: "voided"; readonly of: ClaimOnFile }
  /** The number is in use for another patient or other dates: a person decides. */
  | {
      readonly is: "conflict";
      readonly of: ClaimOnFile;
      readonly why: "other-patient" | "other-dates";
    };

/** Whether two claims speak of one patient: the same key, member, or last name and date of birth. */
export function isSamePatient(left: ComparableClaim, right: ComparableClaim): boolean {
  if (left.identityKey === right.identityKey) return true;
  if (left.memberIdKey !== undefined && left.memberIdKey === right.memberIdKey) {
    return left.lastNameKey === right.lastNameKey || left.dateOfBirth === right.dateOfBirth;
  }
  return (
    left.dateOfBirth !== undefined &&
    left.dateOfBirth === right.dateOfBirth &&
    left.lastNameKey === right.lastNameKey
  );
}

function isSamePeriod(left: ComparableClaim, right: ComparableClaim): boolean {
  return left.serviceFrom === right.serviceFrom && left.serviceThrough === right.serviceThrough;
}

const frequencyOrder: readonly ClaimFrequency[] = ["original", "replacement", "void"];

/**
 * Order of two sendings: by submission date, then original before replacement before void. Equal
 * ones keep the order of arrival. Files may come in any order and must end the same.
 */
export function isLater(claim: ComparableClaim, than: ComparableClaim): boolean {
  const on = claim.submittedOn ?? "";
  const thanOn = than.submittedOn ?? "";
  if (on !== thanOn) return on > thanOn;
  return frequencyOrder.indexOf(claim.frequency) >= frequencyOrder.indexOf(than.frequency);
}

/**
 * Decides what a claim in an 837 is, given the versions on file under its number (any order) and
 * those that carry the payer's number it names in REF*F8. Checks in this order: repetition, an earlier
 * void, another patient, void, replacement, other dates, next payer, changed content.
 */
export function decideClaim(
  claim: ComparableClaim,
  versions: readonly ClaimOnFile[],
  named: readonly ClaimOnFile[],
): ClaimDecision {
  const repeated = versions.find((version) => isRepetition(claim, version));
  if (repeated !== undefined) {
    return {
      is: "repetition",
      of: repeated,
      isOtherCoverage: isUnderOtherCoverage(claim, repeated),
    };
  }
  const withdrawal = versions.find((version) => isWithdrawalOf(claim, version));
  if (withdrawal !== undefined) return { is: "voided", of: withdrawal };
  const original =
    currentOf(versions) ?? (claim.frequency === "original" ? undefined : currentOf(named));
  if (original === undefined) return { is: "new" };
  if (!isSamePatient(claim, original)) {
    return { is: "conflict", of: original, why: "other-patient" };
  }
  const isLatest = isLater(claim, original);
  if (claim.frequency === "void") return isLatest ? { is: "void", of: original } : { is: "new" };
  if (claim.frequency === "replacement") return decideReplacement(claim, original);
  const former = isLatest ? undefined : formerOf(claim, original, versions);
  if (former !== undefined) {
    return { is: "next-payer", of: former, isLatest: isNextPayerLatest(claim, former) };
  }
  // A replacement goes on to the next payer as an original; an original for its own payer, or sent
  // before it, is what it replaced.
  const isNextOfReplacement = isLatest && isNextPayer(claim, original);
  if (original.frequency === "replacement" && !isNextOfReplacement) {
    return { is: "replacement", of: original, isLatest, isPassedOn: false };
  }
  if (!isSamePeriod(claim, original)) {
    return { is: "conflict", of: original, why: "other-dates" };
  }
  if (isForOtherPayer(claim, original)) {
    return { is: "next-payer", of: original, isLatest: isNextPayerLatest(claim, original) };
  }
  return { is: "replacement", of: original, isLatest, isPassedOn: false };
}

/** A replacement is later than the first sending of what it replaces, whatever followed that one. */
function decideReplacement(claim: ComparableClaim, original: ClaimOnFile): ClaimDecision {
  const isLatest = isLater(claim, original);
  const on = claim.submittedOn ?? "";
  const isPassedOn =
    original.frequency === "original" &&
    isNextPayer(original, claim) &&
    isSamePeriod(claim, original) &&
    (original.lastSubmittedOn ?? original.submittedOn ?? "") > on;
  if (!isPassedOn) return { is: "replacement", of: original, isLatest, isPassedOn };
  const isFirst = (original.firstSubmittedOn ?? original.submittedOn ?? "") > on;
  if (isFirst) return { is: "origin", of: original };
  return { is: "replacement", of: original, isLatest: true, isPassedOn };
}

/**
 * The version that was replaced and that the claim, sent before its replacement, was too: the same
 * service for another payer.
 */
function formerOf(
  claim: ComparableClaim,
  current: ClaimOnFile,
  versions: readonly ClaimOnFile[],
): ClaimOnFile | undefined {
  if (current.frequency !== "replacement") return undefined;
  return versions.find(
    (version) =>
      !version.isCurrent &&
      version.frequency === "original" &&
      isSamePatient(claim, version) &&
      isSamePeriod(claim, version) &&
      isForOtherPayer(claim, version),
  );
}

/** The newest version that stands; a number whose every version is void may be used again. */
function currentOf(versions: readonly ClaimOnFile[]): ClaimOnFile | undefined {
  const sorted = [...versions].sort((left, right) => right.version - left.version);
  return sorted.find((version) => version.isCurrent);
}

function isRepetition(claim: ComparableClaim, version: ClaimOnFile): boolean {
  return (
    claim.contentSha256 === version.contentSha256 &&
    claim.frequency === version.frequency &&
    claim.payerKey === version.payerKey &&
    claim.coverageSequence === version.coverageSequence
  );
}

function isUnderOtherCoverage(claim: ComparableClaim, version: ClaimOnFile): boolean {
  const isOther =
    claim.memberIdKey !== version.memberIdKey || claim.furtherPayers !== version.furtherPayers;
  // Of the same day it would depend on the order of the files.
  return isOther && version.isCurrent && (claim.submittedOn ?? "") > (version.submittedOn ?? "");
}

function isWithdrawalOf(claim: ComparableClaim, version: ClaimOnFile): boolean {
  return (
    version.frequency === "void" &&
    claim.frequency !== "void" &&
    isLater(version, claim) &&
    isSamePatient(version, claim)
  );
}

/** The same service, billed to another payer or as another one in the order of payers. */
function isForOtherPayer(claim: ComparableClaim, original: ComparableClaim): boolean {
  if (
    claim.payerKey === original.payerKey &&
    claim.coverageSequence === original.coverageSequence
  ) {
    return false;
  }
  return (
    claim.contentSha256 === original.contentSha256 || claim.chargedCents === original.chargedCents
  );
}

function isNextPayer(claim: ComparableClaim, original: ComparableClaim): boolean {
  return (
    isForOtherPayer(claim, original) &&
    sequenceRank(claim.coverageSequence) > sequenceRank(original.coverageSequence)
  );
}

function isNextPayerLatest(claim: ComparableClaim, original: ClaimOnFile): boolean {
  const rank = sequenceRank(claim.coverageSequence);
  const originalRank = sequenceRank(original.coverageSequence);
  return rank === originalRank ? isLater(claim, original) : rank > originalRank;
}
