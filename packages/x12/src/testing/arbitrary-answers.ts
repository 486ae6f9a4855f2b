import fc from "fast-check";
import type { AcknowledgedLine, ClaimStatus, SituationalTrigger } from "../acknowledgment.ts";
import type { Party } from "../transaction.ts";
import type { WritableClaimAcknowledgments } from "../write/write-277ca.ts";
import type {
  WritableRemittance,
  WritableRemittanceClaim,
  WritableRemittanceLine,
} from "../write/write-835.ts";
import type {
  WritableImplementationAcknowledgment,
  WritableInterchangeAcknowledgment,
} from "../write/write-acknowledgment.ts";
import { outcomes, remittanceClaimDetails, remittanceDetails } from "./arbitrary-details.ts";
import {
  adjustments,
  amounts,
  cents,
  charge,
  code,
  date,
  extreme,
  maybe,
  party,
  present,
  procedure,
  quantity,
  references,
  text,
} from "./arbitrary-parts.ts";

const day = (qualifier: string) => date.map((from) => ({ qualifier, from, through: undefined }));

const quantities = fc.array(fc.record({ qualifier: fc.constantFrom("CA", "ZK"), quantity }), {
  maxLength: 2,
});

const remittanceLine: fc.Arbitrary<WritableRemittanceLine> = fc
  .record({
    procedure,
    submittedProcedure: maybe(procedure),
    chargedCents: charge,
    paidCents: cents,
    revenueCode: maybe(code(4)),
    paidQuantity: maybe(quantity),
    submittedQuantity: maybe(quantity),
    days: fc.oneof(fc.constant([]), fc.tuple(day("472")), fc.tuple(day("150"), day("151"))),
    references: references(["6R", "1S", "LU"]),
    adjustments,
    remarkCodes: fc.array(code(4), { maxLength: 4 }),
    rejectCodes: fc.array(code(2), { minLength: 1, maxLength: 2 }),
    rejected: fc.boolean(),
    amounts: amounts(["B6", "KH"]),
    quantities,
  })
  .map(({ days, rejected, rejectCodes, ...line }) => ({
    ...line,
    ...(rejected ? { rejectCodes } : {}),
    dates: days,
    serviceFrom: days[0]?.from,
    serviceThrough: days.at(-1)?.from,
    lineItemControlNumber: line.references.find(({ qualifier }) => qualifier === "6R")?.id,
  }));

/** A party of a claim payment has a name and an identifier only. */
const named = (entityCode: string): fc.Arbitrary<Party> =>
  party(entityCode).map((each) => ({ ...each, address: undefined, references: [] }));

const remittanceClaim: fc.Arbitrary<WritableRemittanceClaim> = fc
  .record({
    patientControlNumber: code(20),
    statusCode: fc.constantFrom("1", "2", "3", "4", "22"),
    chargedCents: charge,
    paidCents: cents,
    patientResponsibilityCents: maybe(charge),
    filingIndicator: maybe(code(2)),
    payerClaimControlNumber: maybe(text(30)),
    facilityCode: maybe(code(2)),
    frequencyCode: maybe(code(1)),
    diagnosisRelatedGroup: maybe(code(4)),
    adjustments,
    outcomes,
    details: remittanceClaimDetails,
    parties: fc.tuple(named("QC"), maybe(named("82"))).map(present),
    references: references(["EA", "1L", "CE"]),
    from: maybe(day("232")),
    through: maybe(day("233")),
    received: maybe(day("050")),
    amounts: amounts(["AU", "I"]),
    quantities,
    lines: fc.array(remittanceLine, { maxLength: 3 }),
  })
  .map(({ from, through, received, details, outcomes: outcome, ...claim }) => ({
    ...claim,
    ...details,
    ...outcome,
    dates: present([from, through, received]),
    ...serviceDates(claim.lines, from?.from, through?.from),
    receivedOn: received?.from,
  }));

function serviceDates(
  lines: readonly WritableRemittanceLine[],
  from: string | undefined,
  through: string | undefined,
) {
  if (from !== undefined || through !== undefined) {
    return { serviceFrom: from ?? through, serviceThrough: through ?? from };
  }
  return {
    serviceFrom: extreme(
      lines.map(({ serviceFrom }) => serviceFrom),
      0,
    ),
    serviceThrough: extreme(
      lines.map(({ serviceThrough }) => serviceThrough),
      -1,
    ),
  };
}

const account = fc.record({
  routingQualifier: fc.constant("01"),
  routingNumber: code(9),
  accountQualifier: maybe(fc.constantFrom("DA", "SG")),
  accountNumber: maybe(code(20)),
});

/** A party of N1 is always written as an organization. */
const organization = (entityCode: string, withContacts: boolean): fc.Arbitrary<Party> =>
  party(entityCode, { contacts: withContacts }).map((each) => ({
    ...each,
    isPerson: false,
    firstName: undefined,
    middleName: undefined,
    suffix: undefined,
  }));

/** A remittance that need not balance. */
export const arbitraryRemittance = fc
  .record({
    handlingCode: fc.constantFrom("I", "H"),
    paidCents: cents,
    creditOrDebit: fc.constantFrom("C", "D"),
    paymentMethod: fc.constantFrom("ACH", "CHK", "NON"),
    effectiveOn: maybe(date),
    traceNumber: code(20),
    originatingCompanyId: maybe(code(10)),
    supplementalCode: maybe(code(9)),
    receiverId: maybe(code(10)),
    producedOn: maybe(date),
    payer: organization("PR", true),
    payee: organization("PE", false),
    bank: fc.record(
      {
        paymentFormat: fc.constantFrom("CCP", "CTX"),
        payerAccount: account,
        payeeAccount: account,
      },
      { requiredKeys: [] },
    ),
    details: remittanceDetails,
    claims: fc.array(remittanceClaim, { maxLength: 3 }),
    providerAdjustments: fc.array(
      fc.record({
        providerId: fc.constantFrom("P1", "P2"),
        fiscalPeriodEnd: fc.constantFrom("2025-12-31", "2026-12-31"),
        reasonCode: fc.constantFrom("WO", "L6", "FB"),
        referenceId: maybe(text(20)),
        cents,
      }),
      { maxLength: 9 },
    ),
  })
  .map(({ bank, details, ...remittance }) => ({
    ...remittance,
    ...details,
    ...bank,
  })) satisfies fc.Arbitrary<WritableRemittance>;

/** A TA1. */
export const arbitraryInterchangeAcknowledgment: fc.Arbitrary<WritableInterchangeAcknowledgment> =
  fc.record({
    controlNumber: fc.integer({ min: 1, max: 999_999_999 }).map((n) => String(n).padStart(9, "0")),
    date: fc
      .integer({ min: 0, max: 20_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10)),
    time: fc.constantFrom("0000", "1230", "2359"),
    code: fc.constantFrom("A", "E", "R"),
    noteCode: fc.constantFrom("000", "001", "025"),
  });

const triggers: fc.Arbitrary<SituationalTrigger[]> = fc.array(
  fc.record({
    segmentId: fc.constantFrom("CLM", "SBR"),
    segmentInSet: fc.integer({ min: 1, max: 9999 }),
    loop: maybe(fc.constant("2300")),
    element: maybe(fc.integer({ min: 1, max: 20 })),
    component: maybe(fc.integer({ min: 1, max: 9 })),
    repetition: fc.constant(undefined),
  }),
  { minLength: 1, maxLength: 2 },
);

const elementError = fc.record(
  {
    element: fc.integer({ min: 1, max: 20 }),
    component: maybe(fc.integer({ min: 1, max: 9 })),
    repetition: maybe(fc.integer({ min: 1, max: 99 })),
    errorCode: fc.constantFrom("1", "5", "7", "I10"),
    dataElement: fc.constantFrom("67", "1028"),
    badValue: text(20),
    triggers,
  },
  { requiredKeys: ["element", "component", "repetition", "errorCode"] },
);

const setAcknowledgment = fc.record({
  setId: fc.constant("837"),
  controlNumber: code(9),
  version: maybe(fc.constant("005010X222A1")),
  errors: fc.array(
    fc
      .record(
        {
          segmentId: fc.constantFrom("CLM", "NM1", "SV1"),
          segmentInSet: fc.integer({ min: 1, max: 9999 }),
          loop: maybe(fc.constantFrom("2300", "2010BA")),
          errorCode: fc.constantFrom("3", "8", "I6"),
          contexts: fc.array(code(20), { maxLength: 2 }),
          isNamed: fc.boolean(),
          triggers,
          elements: fc.array(elementError, { maxLength: 3 }),
        },
        {
          requiredKeys: ["segmentId", "segmentInSet", "loop", "errorCode", "contexts", "elements"],
        },
      )
      .map(({ isNamed = false, ...error }) => ({
        ...error,
        ...(isNamed && error.contexts.length > 0
          ? { contextNames: error.contexts.map(() => "NM109") }
          : {}),
      })),
    { maxLength: 3 },
  ),
  code: fc.constantFrom("A", "E", "R"),
  errorCodes: fc.array(fc.constantFrom("1", "5", "I5"), { maxLength: 5 }),
});

/** A 999. */
export const arbitraryImplementationAcknowledgment: fc.Arbitrary<WritableImplementationAcknowledgment> =
  fc.record({
    functionalId: fc.constantFrom("HC", "HS", "BE"),
    groupControlNumber: code(9),
    version: maybe(fc.constant("005010X222A1")),
    sets: fc.array(setAcknowledgment, { maxLength: 4 }),
    code: fc.constantFrom("A", "E", "P", "R"),
    setsIncluded: fc.nat(99),
    setsReceived: fc.nat(99),
    setsAccepted: fc.nat(99),
    errorCodes: fc.array(fc.constantFrom("1", "5"), { maxLength: 5 }),
  });

const status: fc.Arbitrary<ClaimStatus> = fc.record({
  codes: fc.array(fc.record({ category: code(3), status: code(3), entity: maybe(code(2)) }), {
    minLength: 1,
    maxLength: 3,
  }),
  date: maybe(date),
  action: maybe(fc.constantFrom("WQ", "U")),
  chargedCents: maybe(charge),
  paidCents: maybe(charge),
  message: maybe(text(60)),
});

const answeredLine: fc.Arbitrary<AcknowledgedLine> = fc
  .tuple(
    fc.record({
      chargedCents: maybe(charge),
      lineItemControlNumber: maybe(text(20)),
      statuses: fc.array(status, { maxLength: 2 }),
    }),
    fc.record(
      { revenueCode: code(4), quantity, prescriptionNumber: code(20) },
      { requiredKeys: [] },
    ),
    procedure,
    maybe(fc.tuple(date, maybe(date)).map(([one, other]) => [one, other ?? one].sort())),
  )
  .map(([plain, details, coded, service]) => {
    const { qualifier, modifiers, description } = coded;
    const isPlain = qualifier === "HC" && modifiers.length === 0 && description === undefined;
    const [serviceFrom = "", serviceThrough = ""] = service ?? [];
    return {
      ...plain,
      ...details,
      procedureCode: coded.code,
      ...(isPlain ? {} : { procedure: coded }),
      ...(service === undefined ? {} : { serviceFrom, serviceThrough }),
    };
  });

function answer(level: "receiver" | "provider" | "claim", entityCode: string) {
  const isClaim = level === "claim";
  return fc
    .record({
      level: fc.constant(level),
      traceNumber: code(30),
      party: named(entityCode),
      statuses: fc.array(status, { minLength: isClaim ? 1 : 0, maxLength: 2 }),
      references: isClaim ? references(["1K", "D9", "BLT"]) : references([]),
      service: isClaim
        ? maybe(fc.tuple(date, maybe(date)).map(([one, other]) => [one, other ?? one].sort()))
        : fc.constant(undefined),
      amounts: amounts(["YU", "YY"]),
      quantities: fc.array(fc.record({ qualifier: fc.constantFrom("90", "AA"), quantity }), {
        minLength: 1,
        maxLength: 2,
      }),
      counted: fc.boolean(),
      lines: isClaim ? fc.array(answeredLine, { maxLength: 2 }) : fc.constant([]),
    })
    .map(({ service, counted, quantities: counts, ...rest }) => {
      const [from, through] = service ?? [];
      const span = from === through ? undefined : through;
      const numbered = (wanted: string) =>
        rest.references.find(({ qualifier }) => qualifier === wanted)?.id;
      return {
        ...rest,
        ...(counted ? { quantities: counts } : {}),
        ...(level === "provider" && counted ? { traceKind: "1" } : {}),
        payerClaimControlNumber: numbered("1K"),
        clearinghouseTraceNumber: numbered("D9"),
        dates: from === undefined ? [] : [{ qualifier: "472", from, through: span }],
        serviceFrom: from,
        serviceThrough: through,
      };
    });
}

/** A 277CA with its answers in the order of the hierarchy. */
export const arbitraryClaimAcknowledgments = fc.record({
  referenceId: code(20),
  createdOn: date,
  createdAt: fc.constantFrom("1200", "235959"),
  source: named("PR"),
  traceNumber: code(20),
  receivedOn: date,
  processedOn: date,
  answers: fc
    .tuple(
      answer("receiver", "41"),
      fc.array(
        fc.tuple(answer("provider", "85"), fc.array(answer("claim", "QC"), { maxLength: 3 })),
        {
          maxLength: 2,
        },
      ),
    )
    .map(([first, providers]) => [
      first,
      ...providers.flatMap(([provider, claims]) => [provider, ...claims]),
    ]),
}) satisfies fc.Arbitrary<WritableClaimAcknowledgments>;
