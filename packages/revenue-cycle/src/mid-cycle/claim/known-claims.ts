import type { SentClaim } from "./claim.ts";
import type { ClaimOnFile } from "./decide-claim.ts";
import type { KnownClaims } from "./plan-claims.ts";

/** The key under which the versions of one claim are found. */
export function claimKey(billingProviderNpi: string, patientControlNumber: string): string {
  return `${billingProviderNpi}|${patientControlNumber}`;
}

/** A claim on file with the numbers under which it is found. */
export type KnownClaim = ClaimOnFile & {
  readonly billingProviderNpi: string;
  readonly patientControlNumber: string;
  readonly payerClaimControlNumber: string | undefined;
};

/**
 * What is known of the claims of one chunk: those on file, and those that the chunk itself adds.
 * `sentInSet` outlives the chunk.
 */
export function knownClaims(onFile: readonly KnownClaim[], sentInSet: Set<number>): KnownClaims {
  const current = new Map<number, ClaimOnFile>();
  const byNumber = new Map<string, Set<number>>();
  const byPayerNumber = new Map<string, Set<number>>();
  const enter = (index: Map<string, Set<number>>, key: string, claimId: number) => {
    const ids = index.get(key);
    if (ids === undefined) index.set(key, new Set([claimId]));
    else ids.add(claimId);
  };
  for (const claim of onFile) {
    current.set(claim.claimId, claim);
    enter(byNumber, claimKey(claim.billingProviderNpi, claim.patientControlNumber), claim.claimId);
    if (claim.payerClaimControlNumber !== undefined) {
      enter(byPayerNumber, claim.payerClaimControlNumber, claim.claimId);
    }
  }
  const claimsOf = (ids: ReadonlySet<number> | undefined) =>
    [...(ids ?? [])].flatMap((id) => current.get(id) ?? []);
  return {
    versionsOf: (claim) =>
      claimsOf(byNumber.get(claimKey(claim.billingProviderNpi, claim.patientControlNumber))),
    namedBy: (claim: SentClaim) =>
      claim.originalPayerClaimControlNumber === undefined
        ? []
        : claimsOf(byPayerNumber.get(claim.originalPayerClaimControlNumber)),
    add: (claim, version) => {
      current.set(version.claimId, version);
      const key = claimKey(claim.billingProviderNpi, claim.patientControlNumber);
      enter(byNumber, key, version.claimId);
    },
    change: (claim, changed) => {
      const known = current.get(claim.claimId) ?? claim;
      current.set(claim.claimId, { ...known, ...changed });
    },
    sentInSet,
  };
}
