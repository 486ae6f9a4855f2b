import {
  controlNumberKey,
  lettersAndDigits,
  memberIdKey,
  normalizedName,
} from "../../masters/identifier-key.ts";
import { type MatchableServiceLine, matchLines } from "./match-line.ts";
import type { RemittanceClaim } from "./remittance.ts";

/** A claim of ours that a remittance claim may mean. */
export type ClaimCandidate = {
  readonly claimId: number;
  readonly patientControlNumber: string;
  readonly controlNumberKey: string;
  readonly version: number;
  readonly isReplaced: boolean;
  readonly submittedOn: string | undefined;
  readonly chargedCents: number;
  readonly patientLastName: string;
  readonly patientFirstName: string | undefined;
  readonly memberIdKey: string | undefined;
  readonly renderingNpi: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  /** Payer numbers under which the claim was seen: in acknowledgments and other remittances. */
  readonly payerClaimControlNumbers: readonly string[];
  readonly lines: readonly MatchableServiceLine[];
};

export type ClaimMatchRule =
  | "control-number"
  | "normalised-number"
  | "truncated-number"
  | "payer-claim-number"
  | "by-person";

/** Why a claim that was found by its number is not taken for the one meant. */
export type MatchDoubt = "charge-differs" | "patient-differs" | "several-claims";

export type ClaimMatch =
  | { readonly is: "matched"; readonly claimId: number; readonly rule: ClaimMatchRule }
  | { readonly is: "uncertain"; readonly doubt: MatchDoubt; readonly claimIds: readonly number[] }
  | { readonly is: "unmatched" };

/** A number cut short must keep at least this many characters to be followed. */
export const truncatedNumberLength = 10;

/**
 * Finds the claim that a CLP means: by CLP01 as written, by CLP01 without case, punctuation and
 * leading zeros, by CLP01 cut short, then by CLP07 seen before. A claim found so is cross-checked
 * with charge and patient; where they contradict, the match is uncertain and nothing is posted to it.
 * `effectiveOn` is the remittance's date: a version sent after it cannot be meant.
 */
export function matchClaim(
  remittanceClaim: RemittanceClaim,
  candidates: readonly ClaimCandidate[],
  effectiveOn: string | undefined,
): ClaimMatch {
  const doubts: { doubt: MatchDoubt; claimIds: number[] }[] = [];
  for (const [rule, isFound] of rulesFor(remittanceClaim)) {
    const found = candidates.filter(isFound);
    const [first] = found;
    if (first === undefined) continue;
    const agreed = found.filter(
      (candidate) => doubtAbout(remittanceClaim, candidate) === undefined,
    );
    const meant = meantVersion(agreed, remittanceClaim, effectiveOn);
    if (meant !== undefined) return { is: "matched", claimId: meant.claimId, rule };
    const contradiction = agreed.length === 0 ? doubtAbout(remittanceClaim, first) : undefined;
    doubts.push({
      doubt: contradiction ?? "several-claims",
      claimIds: found.map((candidate) => candidate.claimId),
    });
  }
  const doubt = doubts[0];
  return doubt === undefined ? { is: "unmatched" } : { is: "uncertain", ...doubt };
}

type FoundBy = readonly [ClaimMatchRule, (candidate: ClaimCandidate) => boolean];

function rulesFor(remittanceClaim: RemittanceClaim): readonly FoundBy[] {
  const number = remittanceClaim.patientControlNumber;
  const key = controlNumberKey(number);
  const payerNumber = remittanceClaim.payerClaimControlNumber;
  const rules: FoundBy[] = [];
  if (key !== "" && key !== "0") {
    rules.push(["control-number", (candidate) => candidate.patientControlNumber === number]);
    rules.push(["normalised-number", (candidate) => candidate.controlNumberKey === key]);
  }
  if (key.length >= truncatedNumberLength) {
    rules.push([
      "truncated-number",
      (candidate) =>
        candidate.controlNumberKey.startsWith(key) && agreesInDetail(remittanceClaim, candidate),
    ]);
  }
  if (payerNumber !== undefined) {
    const found = (candidate: ClaimCandidate) => isPayerNumberOf(candidate, payerNumber);
    rules.push(["payer-claim-number", found]);
  }
  return rules;
}

/** A payer that splits a claim puts a suffix behind its number. */
function isPayerNumberOf(candidate: SuggestibleClaim, payerNumber: string): boolean {
  const key = lettersAndDigits(payerNumber);
  return candidate.payerClaimControlNumbers.some((seen) => {
    const seenKey = lettersAndDigits(seen);
    return seenKey === key || (seenKey.length >= truncatedNumberLength && key.startsWith(seenKey));
  });
}

/**
 * Dates, line control numbers and member agree wherever both sides state them. Another member id is no
 * contradiction where every line names ours: a claim that went on to another payer has that one's.
 */
function agreesInDetail(remittanceClaim: RemittanceClaim, candidate: ClaimCandidate): boolean {
  const serviceFrom = remittanceClaim.serviceFrom ?? remittanceClaim.lines[0]?.serviceFrom;
  if (serviceFrom !== undefined && candidate.serviceFrom !== undefined) {
    const through = candidate.serviceThrough ?? candidate.serviceFrom;
    if (serviceFrom < candidate.serviceFrom || serviceFrom > through) return false;
  }
  const ours = new Set(
    candidate.lines.map(({ lineItemControlNumber: number }) => number && lettersAndDigits(number)),
  );
  const named = remittanceClaim.lines.map((line) =>
    lettersAndDigits(line.lineItemControlNumber ?? ""),
  );
  if (!named.every((key) => key === "" || ours.has(key))) return false;
  const member = memberIdKey(remittanceClaim.memberId);
  if (member === undefined || candidate.memberIdKey === undefined) return true;
  return member === candidate.memberIdKey || (named.length > 0 && !named.includes(""));
}

/** What contradicts that this claim is meant; undefined when nothing does. */
function doubtAbout(
  remittanceClaim: RemittanceClaim,
  candidate: ClaimCandidate,
): MatchDoubt | undefined {
  if (!isNameAlike(remittanceClaim, candidate)) return "patient-differs";
  return isChargeAgreed(remittanceClaim, candidate) ? undefined : "charge-differs";
}

/** CLP03 is what was billed, or the claim's lines are some of ours to the cent (a split claim). */
function isChargeAgreed(remittanceClaim: RemittanceClaim, candidate: ClaimCandidate): boolean {
  const charged = Math.abs(remittanceClaim.chargedCents);
  if (charged === candidate.chargedCents) return true;
  if (remittanceClaim.lines.length === 0) return false;
  const matches = matchLines(remittanceClaim.lines, candidate.lines);
  const parts = new Set<number>();
  for (const match of matches) {
    if (match.rule === "unmatched" || match.rule === "position") return false;
    for (const lineNumber of match.lineNumbers) parts.add(lineNumber);
  }
  let billed = 0;
  for (const line of candidate.lines) if (parts.has(line.lineNumber)) billed += line.chargedCents;
  return billed === charged;
}

const suffixes = new Set(["JR", "SR", "II", "III", "IV"]);

function nameWords(...names: readonly (string | undefined)[]): string[] {
  const words = names.flatMap((name) => normalizedName(name).split(" "));
  return words.filter((word) => word.length > 1 && !suffixes.has(word));
}

/**
 * Names agree apart from case, punctuation, order, initials and generational suffixes. A payer that
 * names no patient contradicts nothing; one that gives only the last name is compared by that.
 */
function isNameAlike(remittanceClaim: RemittanceClaim, candidate: SuggestibleClaim): boolean {
  const { patientLastName, patientFirstName } = remittanceClaim;
  // Most payers repeat the name as it was sent: nothing needs to be taken apart then.
  if (
    patientLastName === candidate.patientLastName &&
    patientFirstName === candidate.patientFirstName
  )
    return true;
  const theirs = spellings(patientLastName, patientFirstName);
  if (theirs.includes("")) return true;
  const isWhole = nameWords(patientFirstName).length > 0;
  const firstName = isWhole ? candidate.patientFirstName : undefined;
  return spellings(candidate.patientLastName, firstName).some((own) => theirs.includes(own));
}

/** A name written together, in each order: `DE LA CRUZ, ANA` and `ANA DELACRUZ` share one. */
function spellings(lastName: string | undefined, firstName: string | undefined): string[] {
  const last = nameWords(lastName);
  const first = nameWords(firstName);
  const sorted = [...last, ...first].sort();
  return [[...last, ...first], [...first, ...last], sorted].map((words) => words.join(""));
}

/**
 * Of several versions of a number: one that was sent by the remittance's date, if any was; of those one
 * whose payer number is named, if any is; of those the newest that is not replaced. Claims of different
 * numbers stay undecided, however little these differ, and so do two that share number and version: they
 * were sent under different billing providers.
 */
function meantVersion(
  agreed: readonly ClaimCandidate[],
  remittanceClaim: RemittanceClaim,
  effectiveOn: string | undefined,
): ClaimCandidate | undefined {
  const sent = agreed.filter(
    ({ submittedOn }) =>
      effectiveOn === undefined || submittedOn === undefined || submittedOn <= effectiveOn,
  );
  const eligible = sent.length > 0 ? sent : agreed;
  const payerNumber = remittanceClaim.payerClaimControlNumber;
  const named =
    payerNumber === undefined
      ? []
      : eligible.filter((candidate) => isPayerNumberOf(candidate, payerNumber));
  const left = named.length > 0 ? named : eligible;
  const numbers = new Set(left.map((candidate) => candidate.patientControlNumber));
  const versions = new Set(left.map((candidate) => candidate.version));
  const isOneClaim = numbers.size <= 1 && versions.size === left.length;
  return isOneClaim ? [...left].sort(compareVersions)[0] : undefined;
}

/** Those not replaced first, then the newest. */
function compareVersions(left: ClaimCandidate, right: ClaimCandidate): number {
  return Number(left.isReplaced) - Number(right.isReplaced) || right.version - left.version;
}

/** A claim that might be meant, though its number does not say so; a person decides. */
export type MatchSuggestion = {
  readonly claimId: number;
  readonly score: number;
  readonly reasons: readonly (
    | "number"
    | "member"
    | "service-date"
    | "charge"
    | "rendering"
    | "patient-name"
  )[];
};

/** What of a claim speaks for or against a suggestion. */
export type SuggestibleClaim = Omit<
  ClaimCandidate,
  "version" | "isReplaced" | "submittedOn" | "serviceThrough" | "lines"
>;

/**
 * Ranks the claims that may be meant where no number settles it: by number, member id, service date,
 * charge and rendering provider, then by name. Without a number in common only claims are suggested
 * that agree in the date or the charge and in who was served; none is ever posted to by itself.
 */
export function suggestClaims(
  remittanceClaim: RemittanceClaim,
  candidates: readonly SuggestibleClaim[],
): MatchSuggestion[] {
  const suggestions = candidates.map((candidate): MatchSuggestion => {
    const reasons = reasonsFor(remittanceClaim, candidate);
    const score = reasons.reduce((sum, reason) => sum + weights[reason], 0);
    return { claimId: candidate.claimId, score, reasons };
  });
  return suggestions
    .filter(
      ({ reasons }) =>
        reasons.includes("number") ||
        ((reasons.includes("member") || reasons.includes("patient-name")) &&
          (reasons.includes("service-date") || reasons.includes("charge"))),
    )
    .sort((left, right) => right.score - left.score || left.claimId - right.claimId);
}

function reasonsFor(
  remittanceClaim: RemittanceClaim,
  candidate: SuggestibleClaim,
): MatchSuggestion["reasons"] {
  const key = controlNumberKey(remittanceClaim.patientControlNumber);
  const payerNumber = remittanceClaim.payerClaimControlNumber;
  const member = memberIdKey(remittanceClaim.memberId);
  const date = remittanceClaim.serviceFrom ?? remittanceClaim.lines[0]?.serviceFrom;
  const isNumber =
    (key !== "" && key !== "0" && key === candidate.controlNumberKey) ||
    (payerNumber !== undefined && isPayerNumberOf(candidate, payerNumber));
  const agreed: readonly (readonly [MatchSuggestion["reasons"][number], boolean])[] = [
    ["number", isNumber],
    ["member", member !== undefined && member === candidate.memberIdKey],
    ["service-date", date !== undefined && date === candidate.serviceFrom],
    ["charge", Math.abs(remittanceClaim.chargedCents) === candidate.chargedCents],
    [
      "rendering",
      remittanceClaim.renderingNpi !== undefined &&
        remittanceClaim.renderingNpi === candidate.renderingNpi,
    ],
    [
      "patient-name",
      remittanceClaim.patientLastName !== undefined && isNameAlike(remittanceClaim, candidate),
    ],
  ];
  return agreed.filter(([, isAgreed]) => isAgreed).map(([reason]) => reason);
}

const weights = {
  number: 6,
  member: 5,
  "service-date": 4,
  charge: 3,
  "patient-name": 2,
  rendering: 1,
} as const;
