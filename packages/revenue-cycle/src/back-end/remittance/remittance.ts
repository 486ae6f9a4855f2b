import type { Party, RemittanceClaim835 } from "@headwater/x12";

/** One reason of a CAS. Positive cents reduce the payment. */
export type RemittanceAdjustment = {
  readonly groupCode: string;
  readonly reasonCode: string;
  readonly cents: number;
  readonly quantity: string | undefined;
};

/** One SVC loop, as far as matching and posting need it. */
export type RemittanceLine = {
  /** 1-based position within the claim. */
  readonly number: number;
  readonly chargedCents: number;
  readonly paidCents: number;
  /** REF*6R. */
  readonly lineItemControlNumber: string | undefined;
  /** SVC01: as adjudicated. */
  readonly procedureCode: string | undefined;
  readonly modifiers: readonly string[];
  /** SVC06: as submitted, when the payer changed it. */
  readonly submittedProcedureCode: string | undefined;
  readonly revenueCode: string | undefined;
  /** AMT*B6. */
  readonly allowedCents: number | undefined;
  readonly units: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  readonly remarkCodes: readonly string[];
  readonly adjustments: readonly RemittanceAdjustment[];
  readonly segmentFrom: number;
  readonly segmentTo: number;
};

/** One CLP loop, as far as matching and posting need it. The same from a file as from the tables. */
export type RemittanceClaim = {
  /** 1-based position within the transaction set. */
  readonly number: number;
  readonly patientControlNumber: string;
  readonly statusCode: string;
  readonly chargedCents: number;
  readonly paidCents: number;
  /** CLP05; absent is not zero. */
  readonly patientResponsibilityCents: number | undefined;
  readonly filingIndicator: string | undefined;
  readonly payerClaimControlNumber: string | undefined;
  readonly patientLastName: string | undefined;
  readonly patientFirstName: string | undefined;
  readonly memberId: string | undefined;
  readonly renderingNpi: string | undefined;
  readonly serviceFrom: string | undefined;
  readonly serviceThrough: string | undefined;
  readonly remarkCodes: readonly string[];
  /** CAS of the claim level. */
  readonly adjustments: readonly RemittanceAdjustment[];
  readonly lines: readonly RemittanceLine[];
  readonly segmentFrom: number;
  readonly segmentTo: number;
  readonly byteFrom: number;
  readonly byteTo: number;
};

const notStated = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim();
  return trimmed === "" || trimmed === undefined ? undefined : trimmed;
};

function partyOf(claim: RemittanceClaim835, entityCode: string): Party | undefined {
  return claim.parties.find((party) => party.entityCode === entityCode);
}

/**
 * Reads one CLP loop (005010X221A1 loops 2100 and 2110). The patient is NM1*QC; the member id is
 * the subscriber's (NM1*IL), else the patient's.
 */
export function readRemittanceClaim(claim: RemittanceClaim835): RemittanceClaim {
  const patient = partyOf(claim, "QC");
  return {
    number: claim.number,
    patientControlNumber: claim.patientControlNumber.trim(),
    statusCode: claim.statusCode,
    chargedCents: claim.chargedCents,
    paidCents: claim.paidCents,
    patientResponsibilityCents: claim.patientResponsibilityCents,
    filingIndicator: claim.filingIndicator,
    payerClaimControlNumber: notStated(claim.payerClaimControlNumber),
    patientLastName: notStated(patient?.lastNameOrOrganization),
    patientFirstName: notStated(patient?.firstName),
    memberId: notStated(partyOf(claim, "IL")?.id ?? patient?.id),
    renderingNpi: notStated(partyOf(claim, "82")?.id),
    serviceFrom: claim.serviceFrom,
    serviceThrough: claim.serviceThrough,
    remarkCodes: claim.remarkCodes,
    adjustments: claim.adjustments,
    lines: claim.lines.map(readLine),
    segmentFrom: claim.range.segmentFrom,
    segmentTo: claim.range.segmentTo,
    byteFrom: claim.range.byteFrom,
    byteTo: claim.range.byteTo,
  };
}

function readLine(line: RemittanceClaim835["lines"][number]): RemittanceLine {
  return {
    number: line.number,
    chargedCents: line.chargedCents,
    paidCents: line.paidCents,
    lineItemControlNumber: notStated(line.lineItemControlNumber),
    procedureCode: notStated(line.procedure?.code),
    modifiers: line.procedure?.modifiers ?? [],
    submittedProcedureCode: notStated(line.submittedProcedure?.code),
    revenueCode: notStated(line.revenueCode),
    allowedCents: line.amounts.find((amount) => amount.qualifier === "B6")?.cents,
    units: line.submittedQuantity ?? line.paidQuantity,
    serviceFrom: line.serviceFrom,
    serviceThrough: line.serviceThrough,
    remarkCodes: line.remarkCodes,
    adjustments: line.adjustments,
    segmentFrom: line.range.segmentFrom,
    segmentTo: line.range.segmentTo,
  };
}

/**
 * The money that a claim's lines take, in cents: what the lines paid less the adjustments of the claim
 * level; of a claim without lines, CLP04. Equal to CLP04 wherever the claim balances. What a claim that
 * does not balance states beyond it belongs to no line, and so is never posted to one.
 */
export function moneyOf(claim: RemittanceClaim): number {
  if (claim.lines.length === 0) return claim.paidCents;
  let cents = 0;
  for (const line of claim.lines) cents += line.paidCents;
  for (const adjustment of claim.adjustments) cents -= adjustment.cents;
  return cents;
}

/** CLP02 22: undoes an earlier adjudication; its amounts are the original's, negated. */
export function isReversal(claim: { readonly statusCode: string }): boolean {
  return claim.statusCode === "22";
}

/** CLP02 25 (predetermination of price) and 23 (not our claim, forwarded): no effect on any balance. */
export function movesNothing(claim: { readonly statusCode: string }): boolean {
  return claim.statusCode === "25" || claim.statusCode === "23";
}

/** CLP02 19, 20, 21: adjudicated and passed on to the next payer by this one. */
export function isForwarded(claim: { readonly statusCode: string }): boolean {
  return claim.statusCode === "19" || claim.statusCode === "20" || claim.statusCode === "21";
}
