import type { ClaimCoverage } from "@headwater/x12";
import { memberIdKey } from "../identifier-key.ts";
import { type NamedPayer, namedPayer } from "../payer/payer.ts";

/** A coverage of a patient as one claim names it. */
export type NamedCoverage = {
  readonly payer: NamedPayer;
  /** SBR01. */
  readonly sequence: string;
  readonly memberId: string;
  readonly memberIdKey: string;
  readonly coverage: ClaimCoverage;
};

/** The coverages of a claim that state a member id: the one billed and those of other payers. */
export function namedCoverages(coverages: readonly ClaimCoverage[]): NamedCoverage[] {
  return coverages.flatMap((coverage) => {
    const memberId = coverage.subscriber?.id?.trim();
    const key = memberIdKey(memberId);
    if (memberId === undefined || key === undefined || coverage.payer === undefined) return [];
    const payer = namedPayer(coverage.payer);
    return [{ payer, sequence: coverage.sequence, memberId, memberIdKey: key, coverage }];
  });
}
