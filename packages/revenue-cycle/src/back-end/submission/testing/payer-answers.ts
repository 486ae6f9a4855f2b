import {
  AcknowledgmentDecider,
  type Claim837,
  createTransactionReader,
  createValidator,
  decideClaimAcknowledgments,
  type ReadEvent,
  type WriteEnvelope,
  type WriteResult,
  write277CA,
  write835,
  write999,
  type X12Issue,
} from "@headwater/x12";
import { plainParty } from "../../../mid-cycle/claim/claim-parties.ts";

const envelope = (control: number, date: string): WriteEnvelope => ({
  senderQualifier: "ZZ",
  senderId: "HOUSE",
  receiverQualifier: "ZZ",
  receiverId: "RVRSD",
  date,
  time: "1300",
  interchangeControlNumber: control,
  groupControlNumber: control,
  setControlNumber: 1,
  isTest: false,
});

function text(result: WriteResult): string {
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.text;
}

const eventsOf = (
  reader: { push(b: Uint8Array): ReadEvent[]; end(): ReadEvent[] },
  bytes: Uint8Array,
) => [...reader.push(bytes), ...reader.end()];

/** The claims of a file that we sent. */
export function claimsOf(bytes: Uint8Array): Claim837[] {
  return eventsOf(createTransactionReader(), bytes).flatMap((event) =>
    event.type === "claim" ? [event.claim] : [],
  );
}

/** The 999 of a clearinghouse for a file of ours. */
export function functionalAnswer(bytes: Uint8Array, control: number, on: string): string {
  const decider = new AcknowledgmentDecider();
  const answers = decider
    .read(eventsOf(createValidator({ profile: "received" }), bytes))
    .flatMap((answer) => (answer.kind === "999" ? [answer.acknowledgment] : []));
  return text(write999(answers, envelope(control, on)));
}

/** The 277CA of a payer for a file of ours; it finds the member id of the named claims wrong. */
export function claimsAnswer(
  bytes: Uint8Array,
  answer: { readonly control: number; readonly on: string; readonly rejected?: readonly string[] },
): string {
  const claims = claimsOf(bytes);
  const rejected = answer.rejected ?? [];
  const issues = claims
    .filter(({ patientControlNumber }) => rejected.includes(patientControlNumber))
    .map((claim): X12Issue => memberIssue(claim));
  const submitter = {
    ...plainParty("41"),
    lastNameOrOrganization: "RIVERSIDE",
    idQualifier: "46",
    id: "RVRSD",
  };
  const about = { submitter, referenceId: `C1B${answer.control}`, claims };
  const source = {
    ...plainParty("PR"),
    lastNameOrOrganization: "NORTHFIELD",
    idQualifier: "PI",
    id: "NFHP1",
  };
  const answers = decideClaimAcknowledgments(about, issues, answer.on).map((each) =>
    each.level === "claim" && !rejected.includes(each.traceNumber ?? "")
      ? { ...each, payerClaimControlNumber: `P${each.traceNumber}` }
      : each,
  );
  const batch = { referenceId: about.referenceId, createdOn: answer.on, source, answers };
  return text(write277CA([batch], envelope(answer.control, answer.on)));
}

function memberIssue({ range }: Claim837): X12Issue {
  const position = { segment: range.segmentFrom, offset: 0, line: 1, column: 1 };
  const nowhere = { interchange: undefined, group: undefined, set: undefined };
  return {
    ...nowhere,
    ...{ code: "X12_MEMBER_ID", severity: "error", snip: 4, loop: "2010BA", position },
    ...{ segmentId: "NM1", element: 9, component: undefined, message: "", source: "" },
  };
}

/** What a payer of a test says of a line of ours. */
export type LineAnswer = {
  readonly paidCents: number;
  readonly adjustments: readonly (readonly [
    groupCode: string,
    reasonCode: string,
    cents: number,
  ])[];
};

/**
 * A remittance that pays every claim of a file of ours four fifths, the rest contractual; or each line
 * as said.
 */
export function payment(
  bytes: Uint8Array,
  paid: {
    readonly control: number;
    readonly on: string;
    readonly statusCode?: string;
    readonly answers?: readonly LineAnswer[];
    readonly payerNumber?: string;
  },
): string {
  const claims = claimsOf(bytes).map((claim) => {
    const answered = remittanceClaim(claim, paid.statusCode ?? "1");
    return paid.answers === undefined ? answered : asSaid(answered, paid.answers, paid.payerNumber);
  });
  const paidCents = claims.reduce((sum, claim) => sum + claim.paidCents, 0);
  const payee = {
    ...plainParty("PE"),
    lastNameOrOrganization: "RIVERSIDE FAMILY MEDICINE",
    idQualifier: "XX",
    id: "1234567893",
  };
  return text(
    write835(
      [
        {
          handlingCode: "I",
          paidCents,
          creditOrDebit: "C",
          paymentMethod: "ACH",
          effectiveOn: paid.on,
          traceNumber: `EFT${paid.control}`,
          originatingCompanyId: "1361234567",
          supplementalCode: undefined,
          receiverId: undefined,
          producedOn: paid.on,
          payer: {
            ...plainParty("PR"),
            lastNameOrOrganization: "NORTHFIELD",
            idQualifier: "XV",
            id: "NFHP1",
          },
          payee,
          claims,
          providerAdjustments: [],
        },
      ],
      envelope(paid.control, paid.on),
    ),
  );
}

function asSaid(
  claim: ReturnType<typeof remittanceClaim>,
  answers: readonly LineAnswer[],
  payerNumber = claim.payerClaimControlNumber,
) {
  const isReversal = claim.statusCode === "22";
  const sign = isReversal ? -1 : 1;
  const lines = claim.lines.map((line, index) => {
    const { paidCents, adjustments } = answers[index] ?? { paidCents: 0, adjustments: [] };
    return {
      ...line,
      chargedCents: line.chargedCents * sign,
      paidCents: paidCents * sign,
      adjustments: adjustments.map(([groupCode, reasonCode, cents]) => ({
        ...{ groupCode, reasonCode, cents: cents * sign, quantity: undefined },
      })),
    };
  });
  return {
    ...claim,
    payerClaimControlNumber: payerNumber,
    chargedCents: claim.chargedCents * sign,
    paidCents: lines.reduce((sum, line) => sum + line.paidCents, 0),
    lines,
  };
}

function remittanceClaim(claim: Claim837, statusCode: string) {
  const isDenied = statusCode === "4";
  const lines = claim.lines.map((line) => {
    const paidCents = isDenied ? 0 : Math.floor((line.chargedCents * 4) / 5);
    const reasonCode = isDenied ? "197" : "45";
    const cents = line.chargedCents - paidCents;
    return {
      procedure: line.procedure,
      submittedProcedure: undefined,
      chargedCents: line.chargedCents,
      paidCents,
      revenueCode: undefined,
      paidQuantity: undefined,
      submittedQuantity: undefined,
      serviceFrom: line.serviceFrom,
      serviceThrough: line.serviceThrough,
      lineItemControlNumber: line.lineItemControlNumber,
      adjustments: [{ groupCode: "CO", reasonCode, cents, quantity: undefined }],
      remarkCodes: [],
      references: [{ qualifier: "6R", id: line.lineItemControlNumber ?? "" }],
      amounts: [],
      quantities: [],
      dates: [{ qualifier: "472", from: line.serviceFrom ?? "", through: undefined }],
    };
  });
  return {
    patientControlNumber: claim.patientControlNumber,
    statusCode,
    chargedCents: claim.chargedCents,
    paidCents: lines.reduce((sum, line) => sum + line.paidCents, 0),
    patientResponsibilityCents: undefined,
    filingIndicator: "CI",
    payerClaimControlNumber: `P${claim.patientControlNumber}`,
    facilityCode: "11",
    frequencyCode: claim.frequencyCode,
    diagnosisRelatedGroup: undefined,
    adjustments: [],
    remarkCodes: [],
    parties:
      claim.patient === undefined
        ? []
        : [
            {
              ...plainParty("QC"),
              isPerson: true,
              lastNameOrOrganization: claim.patient.lastNameOrOrganization,
              firstName: claim.patient.firstName,
            },
          ],
    references: [],
    dates: [],
    serviceFrom: claim.serviceFrom,
    serviceThrough: claim.serviceThrough,
    receivedOn: undefined,
    amounts: [],
    quantities: [],
    lines,
  };
}
