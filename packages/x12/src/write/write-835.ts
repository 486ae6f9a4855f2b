import { writeOutcomes } from "../claim-detail-parts.ts";
import type {
  BankAccount,
  ProviderAdjustment835,
  Remittance835,
  RemittanceClaim835,
  RemittanceServiceLine,
} from "../remittance.ts";
import { groupParts, remittanceDetailParts } from "../remittance-detail-parts.ts";
import type { RemittanceGroup } from "../remittance-details.ts";
import type { Party, QualifiedDate } from "../transaction.ts";
import { isEqual } from "./is-equal.ts";
import type { ElementValue, SegmentWriter } from "./segment-writer.ts";
import {
  type SetContent,
  type WriteEnvelope,
  type WriteResult,
  writeInterchange,
} from "./write-interchange.ts";
import {
  centsText,
  dateText,
  decimalText,
  procedureParts,
  writeAddress,
  writeAdjustments,
  writeContacts,
  writeParty,
  writeReferences,
} from "./write-parts.ts";

/** A service payment to write; its number and place follow from where it stands. */
export type WritableRemittanceLine = Omit<RemittanceServiceLine, "range" | "number">;

/** A claim payment to write. */
export type WritableRemittanceClaim = Omit<RemittanceClaim835, "range" | "number" | "lines"> & {
  readonly lines: readonly WritableRemittanceLine[];
};

/** One payment with everything that it pays. */
export type WritableRemittance = Omit<Remittance835, "header"> & {
  /** May be produced one by one. */
  readonly claims: Iterable<WritableRemittanceClaim>;
  readonly providerAdjustments: readonly Omit<ProviderAdjustment835, "range">[];
};

/**
 * Writes remittances (005010X221A1), each as a transaction set of one interchange. Whether they balance
 * is not judged: a reader of this package gives the same amounts back.
 */
export function write835(
  remittances: Iterable<WritableRemittance>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, remittanceSets(remittances));
}

/** The transaction sets of remittances, for `writePieces`. */
export function* remittanceSets(remittances: Iterable<WritableRemittance>): Generator<SetContent> {
  for (const remittance of remittances) {
    const write = (writer: SegmentWriter) => writeRemittance(writer, remittance);
    yield { setId: "835", version: "005010X221A1", functionalId: "HP", write };
  }
}

function* writeRemittance(writer: SegmentWriter, remittance: WritableRemittance) {
  writePayment(writer, remittance);
  const { payer, payee, receiverId, producedOn, currency, payerVersion } = remittance;
  if (currency !== undefined) writer.write("CUR", "PR", currency);
  if (receiverId !== undefined) writer.write("REF", "EV", receiverId);
  if (payerVersion !== undefined) writer.write("REF", "F2", payerVersion);
  if (producedOn !== undefined) {
    writer.write("DTM", "405", dateText(writer, producedOn, ["DTM", 2]));
  }
  writeNamed(writer, payer, "PR");
  writeNamed(writer, payee, "PE");
  remittanceDetailParts.write(writer, remittance, "RDM");
  let position = 0;
  let group: RemittanceGroup | undefined;
  for (const claim of remittance.claims) {
    writer.claim = position;
    if (position === 0 || !isEqual(claim.group, group)) writeGroup(writer, claim.group);
    ({ group } = claim);
    writeClaim(writer, claim);
    position += 1;
    yield;
  }
  writer.claim = undefined;
  writeProviderAdjustments(writer, remittance.providerAdjustments);
}

/** LX with the summaries of a group; claims without one stand in the first. */
function writeGroup(writer: SegmentWriter, group: RemittanceGroup = { number: 1 }): void {
  if (!Number.isSafeInteger(group.number) || group.number < 0) {
    writer.refuse("not-a-number", "LX", 1);
  }
  writer.write("LX", String(group.number));
  groupParts.write(writer, group, "TS3", "TS2");
}

function writePayment(writer: SegmentWriter, remittance: WritableRemittance): void {
  const { paidCents, effectiveOn, traceNumber, originatingCompanyId } = remittance;
  if (traceNumber === "") writer.refuse("missing", "TRN", 2);
  writer.write(
    "BPR",
    remittance.handlingCode,
    centsText(writer, paidCents, ["BPR", 2]),
    remittance.creditOrDebit,
    remittance.paymentMethod,
    remittance.paymentFormat,
    ...accountElements(remittance.payerAccount),
    remittance.payerCompanyId ??
      (remittance.payerAccount === undefined ? undefined : originatingCompanyId),
    remittance.payerSupplementalCode,
    ...accountElements(remittance.payeeAccount),
    effectiveOn === undefined ? undefined : dateText(writer, effectiveOn, ["BPR", 16]),
  );
  writer.write("TRN", "1", traceNumber, originatingCompanyId, remittance.supplementalCode);
}

function accountElements(account: BankAccount | undefined): readonly (string | undefined)[] {
  const { routingQualifier, routingNumber, accountQualifier, accountNumber } = account ?? {};
  return [routingQualifier, routingNumber, accountQualifier, accountNumber];
}

/** Loops 1000A and 1000B. */
function writeNamed(writer: SegmentWriter, party: Party | undefined, entityCode: string): void {
  if (party === undefined) {
    writer.refuse("missing", "N1");
    return;
  }
  if (party.entityCode !== entityCode) writer.refuse("out-of-range", "N1", 1);
  writer.write("N1", entityCode, party.lastNameOrOrganization, party.idQualifier, party.id);
  writeAddress(writer, party);
  writeReferences(writer, party.references);
  writeContacts(writer, party);
}

/** Loop 2100. */
function writeClaim(writer: SegmentWriter, claim: WritableRemittanceClaim): void {
  const { patientControlNumber, statusCode, patientResponsibilityCents: responsibility } = claim;
  if (patientControlNumber === "") writer.refuse("missing", "CLP", 1);
  if (patientControlNumber.length > 38) writer.refuse("too-long", "CLP", 1);
  if (statusCode === "") writer.refuse("missing", "CLP", 2);
  writer.write(
    "CLP",
    patientControlNumber,
    statusCode,
    centsText(writer, claim.chargedCents, ["CLP", 3]),
    centsText(writer, claim.paidCents, ["CLP", 4]),
    responsibility === undefined ? undefined : centsText(writer, responsibility, ["CLP", 5]),
    claim.filingIndicator,
    claim.payerClaimControlNumber,
    claim.facilityCode,
    claim.frequencyCode,
    undefined,
    claim.diagnosisRelatedGroup,
    decimalText(writer, claim.diagnosisGroupWeight, ["CLP", 12]),
    decimalText(writer, claim.dischargeFraction, ["CLP", 13]),
  );
  writeAdjustments(writer, claim.adjustments);
  for (const party of claim.parties) writeClaimParty(writer, party);
  writeOutcomes(writer, claim);
  writeReferences(writer, claim.references);
  for (const date of claimDates(claim)) writeDay(writer, date);
  writeContacts(writer, { contacts: claim.contacts ?? [] });
  writeAmounts(writer, claim);
  for (const line of claim.lines) writeLine(writer, line);
}

function writeClaimParty(writer: SegmentWriter, party: Party): void {
  writeParty(writer, party);
  const { address, dateOfBirth, gender, taxonomy, references, contacts } = party;
  const isPlain = (address ?? dateOfBirth ?? gender ?? taxonomy) === undefined;
  if (!isPlain || references.length > 0 || contacts.length > 0) writer.refuse("unsupported", "NM1");
}

/** The claim's dates, completed by those that it also names by themselves. */
function claimDates(claim: WritableRemittanceClaim): readonly QualifiedDate[] {
  const { dates, lines, serviceFrom, serviceThrough, receivedOn } = claim;
  const stated = new Set(dates.map(({ qualifier }) => qualifier));
  const added: QualifiedDate[] = [];
  const add = (qualifier: string, from: string | undefined) => {
    if (from !== undefined) added.push({ qualifier, from, through: undefined });
  };
  const isDated = lines.some((line) => line.serviceFrom !== undefined);
  if (!stated.has("232") && !stated.has("233") && !isDated) {
    add("232", serviceFrom);
    add("233", serviceThrough === serviceFrom ? undefined : serviceThrough);
  }
  if (!stated.has("050")) add("050", receivedOn);
  return [...dates, ...added];
}

/** Loop 2110. */
function writeLine(writer: SegmentWriter, line: WritableRemittanceLine): void {
  const { procedure, submittedProcedure } = line;
  if (procedure === undefined) writer.refuse("missing", "SVC", 1);
  writer.write(
    "SVC",
    procedure === undefined ? undefined : procedureParts(procedure),
    centsText(writer, line.chargedCents, ["SVC", 2]),
    centsText(writer, line.paidCents, ["SVC", 3]),
    line.revenueCode,
    decimalText(writer, line.paidQuantity, ["SVC", 5]),
    submittedProcedure === undefined ? undefined : procedureParts(submittedProcedure),
    decimalText(writer, line.submittedQuantity, ["SVC", 7]),
  );
  for (const date of lineDates(line)) writeDay(writer, date);
  writeAdjustments(writer, line.adjustments);
  writeReferences(writer, line.references);
  const isNumbered = line.references.some(({ qualifier }) => qualifier === "6R");
  if (!isNumbered && line.lineItemControlNumber !== undefined) {
    writer.write("REF", "6R", line.lineItemControlNumber);
  }
  writeAmounts(writer, line);
  for (const code of line.remarkCodes) writer.write("LQ", "HE", code);
  for (const code of line.rejectCodes ?? []) writer.write("LQ", "RX", code);
}

function lineDates(line: WritableRemittanceLine): readonly QualifiedDate[] {
  const { dates, serviceFrom: from, serviceThrough } = line;
  const isStated = dates.some(({ qualifier }) => ["472", "150", "151"].includes(qualifier));
  if (isStated || from === undefined) return dates;
  const through = undefined;
  if (serviceThrough === undefined || serviceThrough === from) {
    return [{ qualifier: "472", from, through }, ...dates];
  }
  const last = { qualifier: "151", from: serviceThrough, through };
  return [{ qualifier: "150", from, through }, last, ...dates];
}

function writeDay(writer: SegmentWriter, date: QualifiedDate): void {
  if (date.through !== undefined || date.time !== undefined) writer.refuse("unsupported", "DTM", 2);
  writer.write("DTM", date.qualifier, dateText(writer, date.from, ["DTM", 2]));
}

function writeAmounts(
  writer: SegmentWriter,
  { amounts, quantities }: Pick<WritableRemittanceLine, "amounts" | "quantities">,
): void {
  for (const { qualifier, cents } of amounts) {
    writer.write("AMT", qualifier, centsText(writer, cents, ["AMT", 2]));
  }
  for (const { qualifier, quantity } of quantities) {
    writer.write("QTY", qualifier, decimalText(writer, quantity, ["QTY", 2]));
  }
}

/** PLB: neighbours of one provider and fiscal period share a segment, six at most. */
function writeProviderAdjustments(
  writer: SegmentWriter,
  adjustments: WritableRemittance["providerAdjustments"],
): void {
  let at = 0;
  while (at < adjustments.length) {
    const first = adjustments[at];
    if (first === undefined) return;
    const { providerId, fiscalPeriodEnd } = first;
    if (fiscalPeriodEnd === undefined) writer.refuse("missing", "PLB", 2);
    const pairs: ElementValue[] = [];
    for (let next = adjustments[at]; next !== undefined && pairs.length < 12; ) {
      if (next.providerId !== providerId || next.fiscalPeriodEnd !== fiscalPeriodEnd) break;
      const place = ["PLB", pairs.length + 4] as const;
      pairs.push([next.reasonCode, next.referenceId], centsText(writer, next.cents, place));
      at += 1;
      next = adjustments[at];
    }
    const end = fiscalPeriodEnd && dateText(writer, fiscalPeriodEnd, ["PLB", 2]);
    writer.write("PLB", providerId, end, ...pairs);
  }
}
