import type {
  ProviderAdjustment835,
  ReadEvent,
  Remittance835,
  RemittanceClaim835,
  RemittanceServiceLine,
  TransactionHeader,
} from "@headwater/x12";

/** An adjustment as a biller writes it: `CO-45 20.00` in cents is `["CO", "45", 2000]`. */
export type ExampleAdjustment = readonly [group: string, reason: string, cents: number];

export type ExampleLine = {
  readonly code?: string;
  readonly modifiers?: readonly string[];
  /** SVC06. */
  readonly submitted?: string;
  readonly control?: string;
  readonly charged: number;
  readonly paid: number;
  readonly cas?: readonly ExampleAdjustment[];
  readonly remarks?: readonly string[];
  readonly date?: string;
};

export type ExampleClaim = {
  readonly number: string;
  readonly status?: string;
  readonly payerNumber?: string;
  readonly patient?: readonly [last: string, first: string];
  readonly filing?: string;
  /** Default: the sums of the lines. */
  readonly charged?: number;
  readonly paid?: number;
  readonly cas?: readonly ExampleAdjustment[];
  readonly remarks?: readonly string[];
  readonly lines?: readonly ExampleLine[];
};

export type ExampleRemittance = {
  readonly trace: string;
  readonly date?: string;
  /** Default: what the claims and provider adjustments come to. */
  readonly paid?: number;
  readonly handling?: string;
  readonly payer?: string;
  readonly payeeNpi?: string;
  readonly claims: readonly ExampleClaim[];
  /** `["WO", 5000, "reference"]`: positive reduces the payment. */
  readonly plb?: readonly (readonly [code: string, cents: number, reference?: string])[];
};

const range = { segmentFrom: 1, segmentTo: 1, byteFrom: 0, byteTo: 0 };
const position = { segment: 1, offset: 0, line: 1, column: 1 };

/** The header of a set of an example file. */
export const exampleHeader: TransactionHeader = {
  kind: "835",
  setId: "835",
  controlNumber: "0001",
  version: "005010X221A1",
  interchange: {
    senderQualifier: "ZZ",
    senderId: "PAYER",
    receiverQualifier: "ZZ",
    receiverId: "PRACTICE",
    date: "2026-03-01",
    time: "1200",
    controlNumber: "000000001",
    isTest: false,
    delimiters: { element: "*", component: ":", repetition: "^", segment: "~" },
    position,
  },
  group: {
    functionalId: "HP",
    senderCode: "PAYER",
    receiverCode: "PRACTICE",
    date: "2026-03-01",
    controlNumber: "1",
    version: "005010X221A1",
    position,
  },
  position,
};

function adjustments(cas: readonly ExampleAdjustment[] = []) {
  return cas.map(([groupCode, reasonCode, cents]) => ({
    groupCode,
    reasonCode,
    cents,
    quantity: undefined,
  }));
}

function exampleLine(line: ExampleLine, index: number): RemittanceServiceLine {
  const procedure = (code: string, modifiers: readonly string[]) => ({
    qualifier: "HC",
    code,
    modifiers,
    description: undefined,
  });
  return {
    range,
    number: index + 1,
    procedure: line.code === undefined ? undefined : procedure(line.code, line.modifiers ?? []),
    submittedProcedure: line.submitted === undefined ? undefined : procedure(line.submitted, []),
    chargedCents: line.charged,
    paidCents: line.paid,
    revenueCode: undefined,
    paidQuantity: undefined,
    submittedQuantity: undefined,
    serviceFrom: line.date,
    serviceThrough: undefined,
    lineItemControlNumber: line.control,
    adjustments: adjustments(line.cas),
    remarkCodes: line.remarks ?? [],
    references: [],
    amounts: [],
    quantities: [],
    dates: [],
  };
}

/** One CLP loop of an example. */
export function exampleClaim(claim: ExampleClaim, index = 0): RemittanceClaim835 {
  const lines = claim.lines ?? [];
  const claimAdjusted = (claim.cas ?? []).reduce((sum, [, , cents]) => sum + cents, 0);
  const sum = (amount: (line: ExampleLine) => number) =>
    lines.reduce((total, line) => total + amount(line), 0);
  const [last, first] = claim.patient ?? ["DOE", "JANE"];
  return {
    range,
    number: index + 1,
    patientControlNumber: claim.number,
    statusCode: claim.status ?? "1",
    chargedCents: claim.charged ?? sum(({ charged }) => charged),
    paidCents: claim.paid ?? sum(({ paid }) => paid) - claimAdjusted,
    patientResponsibilityCents: undefined,
    filingIndicator: claim.filing ?? "12",
    payerClaimControlNumber: claim.payerNumber,
    facilityCode: undefined,
    frequencyCode: undefined,
    diagnosisRelatedGroup: undefined,
    adjustments: adjustments(claim.cas),
    remarkCodes: claim.remarks ?? [],
    parties: [
      {
        entityCode: "QC",
        isPerson: true,
        lastNameOrOrganization: last,
        firstName: first,
        middleName: undefined,
        suffix: undefined,
        idQualifier: undefined,
        id: undefined,
        address: undefined,
        dateOfBirth: undefined,
        gender: undefined,
        taxonomy: undefined,
        references: [],
        contacts: [],
      },
    ],
    references: [],
    dates: [],
    serviceFrom: undefined,
    serviceThrough: undefined,
    receivedOn: undefined,
    amounts: [],
    quantities: [],
    lines: lines.map(exampleLine),
  };
}

/** The events of an example set, as a reader tells them. */
export function exampleEvents(example: ExampleRemittance): ReadEvent[] {
  const claims = example.claims.map(exampleClaim);
  const plb = (example.plb ?? []).map(
    ([reasonCode, cents, referenceId]): ProviderAdjustment835 => ({
      range,
      providerId: "1234567893",
      fiscalPeriodEnd: undefined,
      reasonCode,
      referenceId,
      cents,
    }),
  );
  const paid = claims.reduce((sum, claim) => sum + claim.paidCents, 0);
  const taken = plb.reduce((sum, { cents }) => sum + cents, 0);
  const remittance: Remittance835 = {
    header: exampleHeader,
    handlingCode: example.handling ?? "I",
    paidCents: example.paid ?? paid - taken,
    creditOrDebit: "C",
    paymentMethod: "ACH",
    effectiveOn: example.date ?? "2026-03-01",
    traceNumber: example.trace,
    originatingCompanyId: `1${example.payer ?? "PAYER"}`,
    supplementalCode: undefined,
    receiverId: undefined,
    producedOn: undefined,
    payer: organization("PR", example.payer ?? "PAYER"),
    payee: organization("PE", example.payeeNpi ?? "1234567893", "XX"),
  };
  return [
    { type: "set-start", header: exampleHeader },
    { type: "remittance", remittance },
    ...claims.map((claim) => ({ type: "remittance-claim" as const, claim })),
    ...plb.map((adjustment) => ({ type: "provider-adjustment" as const, adjustment })),
    { type: "set-end", header: exampleHeader, range, intact: true, errors: 0, warnings: 0 },
  ];
}

function organization(entityCode: string, id: string, idQualifier = "XV") {
  return {
    entityCode,
    isPerson: false,
    lastNameOrOrganization: id,
    firstName: undefined,
    middleName: undefined,
    suffix: undefined,
    idQualifier,
    id,
    address: undefined,
    dateOfBirth: undefined,
    gender: undefined,
    taxonomy: undefined,
    references: [],
    contacts: [],
  };
}
