import type { WritableRemittanceClaim } from "@headwater/x12";
import { balanceRemittance, type RemittanceBalance } from "../remittance/balance-remittance.ts";
import { readRemittanceClaim } from "../remittance/remittance.ts";
import {
  isLineTyped,
  type PaperClaim,
  type PaperEntry,
  type PaperLine,
  readPaperAmount,
  readPaperReasons,
} from "./paper-entry.ts";

/** What a claim on file says of itself, beside what is typed. */
export type PaperClaimFacts = {
  readonly claimId: number;
  readonly kind: string;
  readonly patientControlNumber: string;
  readonly patientLastName: string;
  readonly patientFirstName: string | null;
  readonly memberId: string | null;
  readonly payer: string;
  /** P, S or T: which payer it was sent to. */
  readonly coverageSequence: string;
  readonly filingIndicator: string | null;
  readonly billingProviderNpi: string;
  readonly serviceFrom: string | null;
  readonly lines: readonly PaperLineFacts[];
};

export type PaperLineFacts = {
  readonly lineNumber: number;
  readonly lineItemControlNumber: string | null;
  readonly procedureCode: string | null;
  readonly modifiers: readonly string[];
  readonly revenueCode: string | null;
  readonly units: string | null;
  readonly serviceFrom: string | null;
  readonly chargedCents: number;
  readonly openCents: number;
};

/** What keeps an entry from being read; the claim by its position, the line by its number. */
export type PaperFault = {
  readonly code:
    | "payer_missing"
    | "number_missing"
    | "day_missing"
    | "remark_missing"
    | "amount_unreadable"
    | "reasons_unreadable"
    | "claim_unknown"
    | "claim_twice"
    | "claim_empty"
    | "claims_missing"
    | "adjustment_incomplete";
  readonly claim?: number;
  readonly lineNumber?: number;
};

export type ReadPaper = {
  readonly faults: readonly PaperFault[];
  readonly paidCents: number;
  readonly claims: readonly WritableRemittanceClaim[];
  readonly adjustments: readonly {
    readonly reasonCode: string;
    readonly referenceId: string | undefined;
    readonly cents: number;
  }[];
  /** The three equations of a remittance over what could be read so far. */
  readonly balance: RemittanceBalance;
};

const nowhere = { segmentFrom: 1, segmentTo: 1, byteFrom: 0, byteTo: 0 };

/**
 * Reads an entry as the remittance that it says, and balances it like any other: by line, by claim, in
 * all (005010X221A1 section 1.10.2). While it is typed there are faults; what can be read is balanced.
 */
export function readPaper(
  entry: PaperEntry,
  facts: ReadonlyMap<number, PaperClaimFacts>,
): ReadPaper {
  const faults: PaperFault[] = headFaults(entry);
  const claims: WritableRemittanceClaim[] = [];
  const balance = balanceRemittance();
  const seen = new Set<number>();
  for (const [index, typed] of entry.claims.entries()) {
    const own = facts.get(typed.claimId);
    if (own === undefined) faults.push({ code: "claim_unknown", claim: index });
    else if (seen.has(typed.claimId)) faults.push({ code: "claim_twice", claim: index });
    else {
      const claim = readClaim(typed, own, (fault) => faults.push({ ...fault, claim: index }));
      claims.push(claim);
      const lines = claim.lines.map((line, at) => ({ ...line, range: nowhere, number: at + 1 }));
      balance.addClaim(readRemittanceClaim({ ...claim, lines, range: nowhere, number: index + 1 }));
    }
    seen.add(typed.claimId);
  }
  const adjustments = entry.adjustments.map(({ reasonCode, reference, amount }) => ({
    reasonCode: reasonCode.trim().toUpperCase(),
    referenceId: reference.trim() || undefined,
    cents: readPaperAmount(amount) ?? 0,
  }));
  for (const { reasonCode, cents } of adjustments) {
    if (!/^[A-Z0-9]{2}$/.test(reasonCode) || cents === 0) {
      faults.push({ code: "adjustment_incomplete" });
    }
    balance.addProviderAdjustment(cents);
  }
  if (entry.claims.length + adjustments.length === 0) faults.push({ code: "claims_missing" });
  const paidCents = readPaperAmount(entry.paid) ?? 0;
  return { faults, paidCents, claims, adjustments, balance: balance.finish(paidCents) };
}

function headFaults(entry: PaperEntry): PaperFault[] {
  const { payerId, traceNumber, paidOn, paid, method, remark } = entry;
  const cents = readPaperAmount(paid);
  const isNothing = method === "NON" && paid.trim() === "";
  return [
    ...(payerId === null ? [{ code: "payer_missing" } as const] : []),
    ...(traceNumber.trim() === "" ? [{ code: "number_missing" } as const] : []),
    ...(paidOn === "" ? [{ code: "day_missing" } as const] : []),
    ...(remark.trim() === "" ? [{ code: "remark_missing" } as const] : []),
    ...((cents === undefined || cents < 0) && !isNothing
      ? [{ code: "amount_unreadable" } as const]
      : []),
  ];
}

type TellFault = (fault: Omit<PaperFault, "claim">) => void;

function readClaim(
  typed: PaperClaim,
  facts: PaperClaimFacts,
  tell: TellFault,
): WritableRemittanceClaim {
  const byNumber = new Map(facts.lines.map((line) => [line.lineNumber, line]));
  const lines = typed.lines.filter(isLineTyped).flatMap((line) => {
    const own = byNumber.get(line.lineNumber);
    return own === undefined ? [] : [readLine(line, own, tell)];
  });
  if (lines.length === 0) tell({ code: "claim_empty" });
  const paid = readPaperAmount(typed.paid);
  if (paid === undefined && typed.paid.trim() !== "") tell({ code: "amount_unreadable" });
  const patientCents = lines
    .flatMap(({ adjustments }) => adjustments)
    .filter(({ groupCode }) => groupCode === "PR")
    .reduce((sum, { cents }) => sum + cents, 0);
  return {
    ...plainClaim,
    patientControlNumber: facts.patientControlNumber,
    statusCode: typed.statusCode,
    chargedCents: lines.reduce((sum, { chargedCents }) => sum + chargedCents, 0),
    paidCents: paid ?? lines.reduce((sum, { paidCents }) => sum + paidCents, 0),
    patientResponsibilityCents: patientCents === 0 ? undefined : patientCents,
    filingIndicator: facts.filingIndicator ?? "ZZ",
    payerClaimControlNumber: typed.payerClaimNumber.trim() || undefined,
    parties: [patientOf(facts)],
    serviceFrom: facts.serviceFrom ?? undefined,
    lines,
  };
}

const plainClaim = {
  facilityCode: undefined,
  frequencyCode: undefined,
  diagnosisRelatedGroup: undefined,
  adjustments: [],
  remarkCodes: [],
  references: [],
  dates: [],
  serviceThrough: undefined,
  receivedOn: undefined,
  amounts: [],
  quantities: [],
};

function patientOf({ patientLastName, patientFirstName, memberId }: PaperClaimFacts) {
  return {
    entityCode: "QC",
    isPerson: true,
    lastNameOrOrganization: patientLastName,
    firstName: patientFirstName ?? undefined,
    middleName: undefined,
    suffix: undefined,
    idQualifier: memberId === null ? undefined : "MI",
    id: memberId ?? undefined,
    address: undefined,
    dateOfBirth: undefined,
    gender: undefined,
    taxonomy: undefined,
    references: [],
    contacts: [],
  };
}

function readLine(line: PaperLine, own: PaperLineFacts, tell: TellFault) {
  const { lineNumber } = line;
  const reasons = readPaperReasons(line.reasons);
  if (reasons === undefined) tell({ code: "reasons_unreadable", lineNumber });
  const paid = readPaperAmount(line.paid);
  const allowed = readPaperAmount(line.allowed);
  const isWrong = (cents: number | undefined, text: string) =>
    cents === undefined && text.trim() !== "";
  if (isWrong(paid, line.paid) || isWrong(allowed, line.allowed)) {
    tell({ code: "amount_unreadable", lineNumber });
  }
  const { procedureCode, revenueCode, modifiers } = own;
  return {
    procedure: {
      qualifier: procedureCode === null ? "NU" : "HC",
      code: procedureCode ?? revenueCode ?? "",
      modifiers: procedureCode === null ? [] : modifiers,
      description: undefined,
    },
    submittedProcedure: undefined,
    chargedCents: own.chargedCents,
    paidCents: paid ?? 0,
    revenueCode: procedureCode === null ? undefined : (revenueCode ?? undefined),
    paidQuantity: own.units ?? undefined,
    submittedQuantity: undefined,
    serviceFrom: own.serviceFrom ?? undefined,
    serviceThrough: undefined,
    lineItemControlNumber: own.lineItemControlNumber ?? undefined,
    adjustments: (reasons?.adjustments ?? []).map((one) => ({ ...one, quantity: undefined })),
    remarkCodes: reasons?.remarkCodes ?? [],
    references: [],
    amounts: allowed === undefined ? [] : [{ qualifier: "B6", cents: allowed }],
    quantities: [],
    dates: [],
  };
}
