import type { CoverageDraft } from "./decide-coverage.ts";

/** A coverage of which nothing is known yet. */
export const emptyCoverage: CoverageDraft = {
  payerId: 0,
  planId: null,
  rank: 1,
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

/** The fields of a draft that a record states; what it does not state stays as the draft has it. */
export function withStated(
  draft: CoverageDraft,
  record: Readonly<Record<string, unknown>>,
): CoverageDraft {
  const fields = Object.keys(draft).filter((field) => (record[field] ?? null) !== null);
  return { ...draft, ...Object.fromEntries(fields.map((field) => [field, record[field]])) };
}
