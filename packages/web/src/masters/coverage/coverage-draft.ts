import type {
  CoverageAnswer,
  CoverageSuggestion,
} from "@headwater/revenue-cycle/masters/coverage/coverage-answers.ts";
import type { CoverageDraft } from "@headwater/revenue-cycle/masters/coverage/decide-coverage.ts";

/** A coverage of which nothing is known yet, at the first free place. */
export function emptyCoverage(known: readonly CoverageAnswer[]): CoverageDraft {
  const open = known.filter(({ effectiveTo }) => effectiveTo === null).map(({ rank }) => rank);
  const rank = [1, 2, 3, 4, 5].find((place) => !open.includes(place)) ?? 1;
  return {
    payerId: 0,
    planId: null,
    rank,
    memberId: "",
    groupNumber: "",
    groupName: "",
    filingIndicator: "",
    medicareSecondaryType: "",
    relationship: "18",
    subscriberLastName: "",
    subscriberFirstName: "",
    subscriberMiddleName: "",
    subscriberSuffix: "",
    subscriberDateOfBirth: "",
    subscriberGender: "",
    subscriberAddressLine1: "",
    subscriberAddressLine2: "",
    subscriberCity: "",
    subscriberState: "",
    subscriberPostalCode: "",
    casualtyClaimNumber: "",
    effectiveFrom: "",
    effectiveTo: "",
  };
}

/** The fields of a draft that an answer states; what it does not state stays as it is. */
function stated(empty: CoverageDraft, answer: Readonly<Record<string, unknown>>): CoverageDraft {
  const fields = Object.keys(empty).filter((field) => (answer[field] ?? null) !== null);
  return { ...empty, ...Object.fromEntries(fields.map((field) => [field, answer[field]])) };
}

/** A coverage as it stands, to be changed. */
export function draftOfCoverage(coverage: CoverageAnswer): CoverageDraft {
  // The filing indicator of the answer may be the payer's: only a person states another one.
  return { ...stated(emptyCoverage([]), coverage), filingIndicator: "" };
}

/** What a claim said, to be looked over and saved. */
export function draftOfSuggestion(
  suggestion: CoverageSuggestion,
  known: readonly CoverageAnswer[],
): CoverageDraft {
  const draft = stated(emptyCoverage(known), suggestion);
  const isSecond = draft.rank > 1;
  return {
    ...draft,
    relationship: suggestion.relationship ?? "18",
    filingIndicator: suggestion.filingIndicator ?? "",
    medicareSecondaryType: isSecond ? draft.medicareSecondaryType : "",
    effectiveFrom: suggestion.usedFrom ?? suggestion.serviceFrom ?? "",
  };
}
