import type { BilledClaim, BilledLine } from "../office/claim.ts";
import { bundledInto } from "../tables/code-pairs.ts";
import { isListed, serviceOf } from "../tables/services.ts";
import { visits } from "../tables/visits.ts";
import { primaryOn } from "../world/patient.ts";
import { isEnrolled } from "../world/practice.ts";
import { wantsRecords, wantsReferral } from "../world/slip.ts";
import { type Refusal, refusals } from "./refusal.ts";

/** What a payer knows when it judges a claim. */
export type EditContext = {
  readonly receivedOn: number;
  /** The same services were billed under another number before. */
  readonly isDuplicate: boolean;
};

const documentedDiagnoses = new Set(
  visits.flatMap(({ diagnoses }) => diagnoses.flat()).concat("R69"),
);

/** The beginning of a code that goes on is no code; codes that no visit has are taken as they are. */
function isCutShort(code: string): boolean {
  if (documentedDiagnoses.has(code)) return false;
  return code.length < 3 || [...documentedDiagnoses].some((known) => known.startsWith(code));
}

/**
 * The refusals of a claim by the payer's rules, from what the claim says and what is true: those of the
 * whole claim first, of which one suffices, then those of single lines, one for a line.
 */
export function editClaim(claim: BilledClaim, context: EditContext): readonly Refusal[] {
  for (const edit of claimEdits) {
    const reason = edit(claim, context);
    if (reason !== undefined) return [{ reason, lines: undefined }];
  }
  const codes = claim.lines.map(({ code }) => code);
  return claim.lines.flatMap((line) => lineRefusal(claim, line, codes) ?? []);
}

type ClaimEdit = (claim: BilledClaim, context: EditContext) => Refusal["reason"] | undefined;

/** In the order in which payers look: who, when, whose, then what. */
const claimEdits: readonly ClaimEdit[] = [
  membershipEdit,
  ({ payer, encounter }, { receivedOn }) =>
    receivedOn - encounter.day > payer.rules.filingLimitDays ? refusals.filedLate : undefined,
  (_, { isDuplicate }) => (isDuplicate ? refusals.duplicate : undefined),
  ({ payer, encounter, rendering }) =>
    isEnrolled(rendering, payer.key, encounter.day) ? undefined : refusals.notEnrolled,
  ({ payer, encounter, referralNumber }) =>
    payer.rules.wantsReferral && wantsReferral(encounter) && referralNumber === undefined
      ? refusals.noReferral
      : undefined,
  ({ diagnoses }) => (diagnoses.some(isCutShort) ? refusals.diagnosisInvalid : undefined),
  ({ placeOfService }) => (placeOfService === "11" ? undefined : refusals.placeWrong),
  ({ encounter, recordsAttached }) =>
    wantsRecords(encounter) && !recordsAttached ? refusals.recordsMissing : undefined,
];

/** Whether the member is this payer's on the day of service, under this number, and first. */
function membershipEdit(claim: BilledClaim): Refusal["reason"] | undefined {
  const { payer, encounter, coverage, injury } = claim;
  if (injury !== undefined) return undefined;
  const { patient, day, secondary } = encounter;
  const primary = primaryOn(patient, day);
  if (claim.memberIdWritten !== coverage.memberId) return refusals.memberUnknown;
  if (claim.bornOnWritten !== patient.bornOn) return refusals.identityMismatch;
  if (primary?.payer.key === payer.key && primary.memberId === coverage.memberId) return undefined;
  if (secondary?.payer.key === payer.key) return refusals.otherPayerFirst;
  if (patient.underlying?.payer.key === payer.key) {
    return payer.lineOfBusiness === "medicare" ? refusals.otherPlan : refusals.managedPlan;
  }
  return payer.rules.lapseIsPatients ? refusals.coverageEndedPatient : refusals.coverageEnded;
}

function lineRefusal(
  claim: BilledClaim,
  line: BilledLine,
  codes: readonly string[],
): Refusal | undefined {
  const { rules } = claim.payer;
  const lines = [line.number];
  if (!isListed(line.code)) return { reason: refusals.notCovered, lines };
  if (rules.authorizationCodes.includes(line.code) && claim.authorizationNumber === undefined) {
    return { reason: refusals.noAuthorization, lines };
  }
  const paid = bundledInto(line, codes);
  if (paid !== undefined) return { reason: refusals.bundled, lines, bundledInto: paid };
  const service = serviceOf(line.code);
  if (line.units > service.unitsMost) return { reason: refusals.tooManyUnits, lines };
  if (!rules.checksNeed || service.diagnoses === undefined) return undefined;
  const pointed = line.pointers.map((at) => claim.diagnoses[at - 1] ?? "");
  const isShown = pointed.some((code) =>
    service.diagnoses?.some((beginning) => code.startsWith(beginning)),
  );
  return isShown ? undefined : { reason: refusals.notNeeded, lines };
}
