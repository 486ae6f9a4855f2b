/** A claim on file that a claim-level status may speak of. */
export type CandidateClaim = {
  readonly claimId: number;
  readonly patientControlNumber: string;
  readonly version: number;
  readonly chargedCents: number;
  readonly serviceFrom: string | undefined;
  readonly submittedOn: string | undefined;
};

export type AcknowledgedClaim = {
  readonly patientControlNumber: string;
  readonly chargedCents: number | undefined;
  readonly serviceFrom: string | undefined;
  readonly effectiveOn: string | undefined;
};

/**
 * Which claim a 277CA speaks of, among those whose normalised number agrees (TRN02 = CLM01). Charge
 * and first date of service must agree where they are given. Of several versions the latest sent
 * before the answer is meant; of several claims the one whose number agrees exactly. Undefined when
 * that leaves none or more than one: the status waits.
 */
export function chooseAcknowledgedClaim(
  status: AcknowledgedClaim,
  candidates: readonly CandidateClaim[],
): CandidateClaim | undefined {
  const agreeing = candidates.filter(
    (candidate) =>
      (status.chargedCents === undefined || status.chargedCents === candidate.chargedCents) &&
      (status.serviceFrom === undefined ||
        candidate.serviceFrom === undefined ||
        status.serviceFrom === candidate.serviceFrom),
  );
  const exact = agreeing.filter(
    (candidate) => candidate.patientControlNumber === status.patientControlNumber,
  );
  const pool = exact.length > 0 ? exact : agreeing;
  const before = pool.filter(
    (candidate) =>
      candidate.submittedOn === undefined ||
      status.effectiveOn === undefined ||
      candidate.submittedOn <= status.effectiveOn,
  );
  const latestOn = before.reduce((latest, candidate) => {
    const on = candidate.submittedOn ?? "";
    return on > latest ? on : latest;
  }, "");
  const latest = before.filter((candidate) => (candidate.submittedOn ?? "") === latestOn);
  return latest.length === 1 ? latest[0] : newestVersion(latest);
}

/** Of versions of one number the newest; different claims are not chosen between. */
function newestVersion(candidates: readonly CandidateClaim[]): CandidateClaim | undefined {
  const versions = new Set(candidates.map((candidate) => candidate.version));
  if (versions.size !== candidates.length) return undefined;
  return candidates.reduce<CandidateClaim | undefined>(
    (newest, candidate) =>
      newest === undefined || candidate.version > newest.version ? candidate : newest,
    undefined,
  );
}
