import type {
  CoverageAnswer,
  CoverageSuggestion,
} from "@headwater/revenue-cycle/masters/coverage/coverage-answers.ts";
import {
  emptyCoverage,
  withStated,
} from "@headwater/revenue-cycle/masters/coverage/coverage-draft.ts";
import type { CoverageDraft } from "@headwater/revenue-cycle/masters/coverage/decide-coverage.ts";

/** A coverage of which nothing is known yet, at the first free place. */
export function nextCoverage(known: readonly CoverageAnswer[]): CoverageDraft {
  const open = known.filter(({ effectiveTo }) => effectiveTo === null).map(({ rank }) => rank);
  const rank = [1, 2, 3, 4, 5].find((place) => !open.includes(place)) ?? 1;
  return { ...emptyCoverage, rank };
}

/** A coverage as it stands, to be changed. */
export function draftOfCoverage(coverage: CoverageAnswer): CoverageDraft {
  // The filing indicator of the answer may be the payer's: only a person states another one.
  return { ...withStated(emptyCoverage, coverage), filingIndicator: "" };
}

/** What a claim said, to be looked over and saved. */
export function draftOfSuggestion(
  suggestion: CoverageSuggestion,
  known: readonly CoverageAnswer[],
): CoverageDraft {
  const draft = withStated(nextCoverage(known), suggestion);
  const isSecond = draft.rank > 1;
  return {
    ...draft,
    relationship: suggestion.relationship ?? "18",
    filingIndicator: suggestion.filingIndicator ?? "",
    medicareSecondaryType: isSecond ? draft.medicareSecondaryType : "",
    effectiveFrom: suggestion.usedFrom ?? suggestion.serviceFrom ?? "",
  };
}
