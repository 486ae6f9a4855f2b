import type {
  Party,
  ProviderAdjustment835,
  WritableRemittance,
  WritableRemittanceClaim,
  WritableRemittanceLine,
} from "@headwater/x12";
import { sumOf } from "../cents.ts";
import { dateOf, partsOf } from "../civil-day.ts";
import type { BilledClaim } from "../office/claim.ts";
import { organization, type Practice, personParty } from "../world/practice.ts";
import type { ClaimDecision, LineDecision } from "./decision.ts";
import type { Payer } from "./payer.ts";

/** A decision on its way into a remittance, with the claim it answers. */
export type DecidedClaim = {
  readonly decision: ClaimDecision;
  readonly claim: BilledClaim;
  readonly receivedOn: number;
};

export type ProviderAdjustment = {
  readonly code: string;
  readonly reference: string;
  /** Positive cents reduce the payment. */
  readonly cents: number;
};

/** One payment of a payer to the practice. */
export type Payment = {
  readonly payer: Payer;
  readonly practice: Practice;
  readonly traceNumber: string;
  readonly day: number;
  readonly claims: readonly DecidedClaim[];
  readonly adjustments: readonly ProviderAdjustment[];
};

/** BPR02: what all claims are paid, less what the provider adjustments take (005010X221A1 1.10.2.1). */
export function paymentCents({ claims, adjustments }: Payment): number {
  return (
    sumOf(claims, ({ decision }) => decision.paidCents) - sumOf(adjustments, ({ cents }) => cents)
  );
}

/** A payment as an 835. */
export function writtenRemittance(payment: Payment): WritableRemittance {
  const { payer, practice, day } = payment;
  const paidCents = paymentCents(payment);
  const isMoney = paidCents > 0;
  const isElectronic = isMoney && payer.timing.method === "ACH";
  const paidOn = dateOf(day);
  return {
    handlingCode: isMoney ? "I" : "H",
    paidCents,
    creditOrDebit: "C",
    paymentMethod: isMoney ? payer.timing.method : "NON",
    ...(isElectronic ? accounts : {}),
    effectiveOn: paidOn,
    traceNumber: payment.traceNumber,
    originatingCompanyId: `1${payer.taxId}`,
    supplementalCode: undefined,
    receiverId: undefined,
    producedOn: paidOn,
    payer: payerParty(payer),
    payee: organization("PE", practice.name, {
      number: ["XX", practice.npi],
      references: [{ qualifier: "TJ", id: practice.taxId }],
    }),
    claims: payment.claims.flatMap((decided) => writtenClaims(decided)),
    providerAdjustments: payment.adjustments.map((one) => plb(one, practice, day)),
  };
}

const accounts = {
  paymentFormat: "CCP",
  payerAccount: {
    routingQualifier: "01",
    routingNumber: "071000013",
    accountQualifier: "DA",
    accountNumber: "1234567",
  },
  payeeAccount: {
    routingQualifier: "01",
    routingNumber: "071000288",
    accountQualifier: "DA",
    accountNumber: "7654321",
  },
} as const;

function payerParty(payer: Payer): Party {
  return organization("PR", payer.name, {
    number: ["XV", payer.id],
    address: {
      line1: "1 PAYER PLAZA",
      line2: undefined,
      city: "CHICAGO",
      state: "IL",
      postalCode: "606060001",
      country: undefined,
    },
    contacts: [
      {
        functionCode: "BL",
        name: "PROVIDER SERVICES",
        numbers: [{ qualifier: "TE", number: "3125550199" }],
      },
    ],
  });
}

function plb(
  { code, reference, cents }: ProviderAdjustment,
  practice: Practice,
  day: number,
): Omit<ProviderAdjustment835, "range"> {
  const [year] = partsOf(day);
  return {
    providerId: practice.npi,
    fiscalPeriodEnd: `${year}-12-31`,
    reasonCode: code,
    referenceId: reference,
    cents,
  };
}

/** A decision as one CLP, or as two where the payer splits the claim. */
function writtenClaims(decided: DecidedClaim): WritableRemittanceClaim[] {
  const { decision, claim } = decided;
  const { stream } = claim.encounter;
  const permille = decision.payer.quirks.splitsClaims ?? 0;
  const isSplit =
    (decision.statusCode === "1" || decision.statusCode === "22") &&
    decision.lines.length > 1 &&
    stream.at(decision.payer.key).happens("splits", permille);
  if (!isSplit) return [writtenClaim(decided, decision.lines, decision.payerClaimControlNumber)];
  const number = decision.payerClaimControlNumber;
  return [
    writtenClaim(decided, decision.lines.slice(0, 1), number, ["MA15"]),
    writtenClaim(decided, decision.lines.slice(1), `${number}S`, ["MA15"]),
  ];
}

function writtenClaim(
  decided: DecidedClaim,
  lines: readonly LineDecision[],
  ...[payerNumber, remarks]: readonly [string, (readonly string[])?]
): WritableRemittanceClaim {
  const { decision, claim, receivedOn } = decided;
  const { payer, statusCode } = decision;
  const patientCents = sumOf(lines, patientCentsOf);
  const isReversal = statusCode === "22";
  const truncated = payer.quirks.truncatesNumbersTo ?? 38;
  const served = dateOf(claim.encounter.day);
  return {
    patientControlNumber: decision.patientControlNumber.slice(0, truncated),
    statusCode,
    chargedCents: sumOf(lines, ({ chargedCents }) => chargedCents),
    paidCents: sumOf(lines, ({ paidCents }) => paidCents),
    patientResponsibilityCents: patientCents === 0 || isReversal ? undefined : patientCents,
    filingIndicator: payer.remittanceIndicator,
    payerClaimControlNumber: payerNumber,
    facilityCode: claim.placeOfService,
    frequencyCode: claim.frequency,
    diagnosisRelatedGroup: undefined,
    adjustments: [],
    remarkCodes: [...decision.remarkCodes, ...(remarks ?? [])],
    parties: claimParties(decided),
    references: [],
    dates: [],
    serviceFrom: served,
    serviceThrough: served,
    receivedOn: dateOf(receivedOn),
    amounts: [],
    quantities: [],
    lines: lines.map((line) => writtenLine(line, decided, served)),
  };
}

function patientCentsOf({ adjustments }: LineDecision): number {
  return sumOf(adjustments, ({ groupCode, cents }) => (groupCode === "PR" ? cents : 0));
}

function claimParties({ decision, claim }: DecidedClaim): Party[] {
  const { encounter, coverage, nextCoverage, rendering } = claim;
  const { patient } = encounter;
  const isNext = decision.payer.key === nextCoverage?.payer.key && decision.statusCode === "2";
  const memberId = isNext ? nextCoverage.memberId : claim.memberIdWritten;
  const parties = [person("QC", patient, ["MI", memberId])];
  const { subscriber, relationship } = isNext ? nextCoverage : coverage;
  if (relationship !== "18" && claim.injury === undefined) {
    parties.push(person("IL", subscriber, ["MI", memberId]));
  }
  parties.push(person("82", rendering, ["XX", rendering.npi]));
  if (decision.forwardedTo !== undefined) {
    const { name, id } = decision.forwardedTo;
    parties.push(organization("TT", name, { number: ["PI", id] }));
  }
  return parties;
}

function person(
  entityCode: string,
  { lastName, firstName }: { readonly lastName: string; readonly firstName: string },
  number: readonly [string, string],
): Party {
  return personParty({ entityCode, lastName, firstName, number });
}

function writtenLine(
  line: LineDecision,
  { decision }: DecidedClaim,
  served: string,
): WritableRemittanceLine {
  const { adjudicated, submitted, units } = line;
  const isChanged =
    adjudicated.code !== submitted.code ||
    adjudicated.modifiers.join() !== submitted.modifiers.join();
  const omitsNumber = decision.payer.quirks.omitsLineNumbers === true;
  return {
    procedure: adjudicated,
    submittedProcedure: isChanged ? submitted : undefined,
    chargedCents: line.chargedCents,
    paidCents: line.paidCents,
    revenueCode: undefined,
    paidQuantity: String(units),
    submittedQuantity: undefined,
    serviceFrom: served,
    serviceThrough: served,
    lineItemControlNumber: omitsNumber ? undefined : line.controlNumber,
    adjustments: line.adjustments,
    remarkCodes: line.remarkCodes,
    references: [],
    amounts: line.allowedCents > 0 ? [{ qualifier: "B6", cents: line.allowedCents }] : [],
    quantities: [],
    dates: [],
  };
}
