import { controlNumberKey } from "../../../masters/identifier-key.ts";
import type { ClaimCandidate } from "../match-claim.ts";
import type { MatchableServiceLine } from "../match-line.ts";

/** A claim of ours: 100.00 of 99211 and 50.00 of 99212 for Jane Doe, on 15 January. */
export function exampleCandidate(
  number: string,
  rest: Partial<ClaimCandidate> = {},
): ClaimCandidate {
  return {
    claimId: 1,
    patientControlNumber: number,
    controlNumberKey: controlNumberKey(number),
    version: 1,
    isReplaced: false,
    submittedOn: "2026-02-01",
    chargedCents: 15_000,
    patientLastName: "DOE",
    patientFirstName: "JANE",
    memberIdKey: "M1",
    renderingNpi: undefined,
    serviceFrom: "2026-01-15",
    serviceThrough: undefined,
    payerClaimControlNumbers: [],
    lines: [10_000, 5000].map((chargedCents, index) => ({
      lineNumber: index + 1,
      lineItemControlNumber: `L${index + 1}`,
      procedureCode: `9921${index + 1}`,
      modifiers: [],
      revenueCode: undefined,
      chargedCents,
      units: undefined,
      serviceFrom: "2026-01-15",
    })),
    ...rest,
  };
}

/** Our lines: each for 100.00 of one unit of 99213, as far as it says nothing else. */
export function exampleServiceLines(
  ...lines: readonly Partial<MatchableServiceLine>[]
): MatchableServiceLine[] {
  return lines.map((line, index) => ({
    lineNumber: index + 1,
    lineItemControlNumber: undefined,
    procedureCode: "99213",
    modifiers: [],
    revenueCode: undefined,
    chargedCents: 10_000,
    units: "1",
    serviceFrom: "2026-01-15",
    ...line,
  }));
}
