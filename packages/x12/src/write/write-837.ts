import type { Claim837, ClaimCoverage, ClaimSubmission } from "../claim.ts";
import type { PatientFacts } from "../claim-details.ts";
import type { Party } from "../transaction.ts";
import { isEqual } from "./is-equal.ts";
import type { SegmentWriter } from "./segment-writer.ts";
import { type WritableClaim, writeClaim } from "./write-claim.ts";
import {
  type SetContent,
  type WriteEnvelope,
  type WriteResult,
  writeInterchange,
} from "./write-interchange.ts";
import {
  dateText,
  decimalText,
  writeAddress,
  writeContacts,
  writeDemographics,
  writeParty,
  writeReferences,
} from "./write-parts.ts";

/** BHT with the submitter and the receiver. */
export type WritableSubmission = Omit<ClaimSubmission, "header">;

/** Claims of one transaction set (005010X222A1 2300: at most 5,000 are recommended). */
const claimsPerSet = 5000;

const versions: Record<Claim837["kind"], string> = {
  "837P": "005010X222A1",
  "837I": "005010X223A2",
  "837D": "005010X224A2",
};

/**
 * Writes professional claims (005010X222A1) as one interchange. Neighbouring claims of one billing
 * provider, subscriber and patient share their levels. Only what the claim type holds is written:
 * reading the result gives equal claims.
 */
export function write837P(
  submission: WritableSubmission,
  claims: Iterable<WritableClaim>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, claimSets("837P", { submission, envelope }, claims));
}

/** Writes institutional claims (005010X223A2); see `write837P`. */
export function write837I(
  submission: WritableSubmission,
  claims: Iterable<WritableClaim>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, claimSets("837I", { submission, envelope }, claims));
}

/** Writes dental claims (005010X224A2); see `write837P`. */
export function write837D(
  submission: WritableSubmission,
  claims: Iterable<WritableClaim>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, claimSets("837D", { submission, envelope }, claims));
}

/** The transaction sets of claims for `writePieces`: at most 5,000 claims each, taken as they are needed. */
export function* claimSets(
  kind: Claim837["kind"],
  heading: { readonly submission: WritableSubmission; readonly envelope: WriteEnvelope },
  claims: Iterable<WritableClaim>,
): Generator<SetContent> {
  const source = countedIterator(claims);
  const version = versions[kind];
  do {
    const write = function* (writer: SegmentWriter) {
      writeHeading(writer, heading.submission, heading.envelope);
      const levels = new LevelWriter(writer, kind);
      for (let written = 0; written < claimsPerSet; written += 1) {
        const claim = source.next();
        if (claim === undefined) return;
        writer.claim = source.position;
        levels.write(claim);
        yield;
      }
    };
    yield { setId: "837", version, functionalId: "HC", write };
  } while (source.hasMore());
}

/** Hands out claims one by one and knows whether more will come. */
function countedIterator<T>(values: Iterable<T>) {
  const iterator = values[Symbol.iterator]();
  let ahead = iterator.next();
  let position = -1;
  return {
    next(): T | undefined {
      if (ahead.done === true) return undefined;
      const { value } = ahead;
      ahead = iterator.next();
      position += 1;
      return value;
    },
    hasMore: () => ahead.done !== true,
    get position() {
      return position;
    },
  };
}

function writeHeading(
  writer: SegmentWriter,
  submission: WritableSubmission,
  envelope: WriteEnvelope,
): void {
  const { referenceId, purpose, createdOn, claimOrEncounter, submitter, receiver } = submission;
  const date = dateText(writer, createdOn ?? envelope.date, ["BHT", 4]);
  if (referenceId === "") writer.refuse("missing", "BHT", 3);
  const { createdAt = envelope.time } = submission;
  writer.write("BHT", "0019", purpose, referenceId, date, createdAt, claimOrEncounter);
  if (submitter === undefined || submitter.contacts.length === 0) writer.refuse("missing", "PER");
  if (receiver === undefined) writer.refuse("missing", "NM1");
  if (submitter !== undefined) {
    writeParty(writer, submitter);
    writeContacts(writer, submitter);
  }
  if (receiver !== undefined) writeParty(writer, receiver);
}

/** Writes the HL levels above the claims, opening a new one only where something differs. */
class LevelWriter {
  private readonly writer: SegmentWriter;
  private readonly kind: Claim837["kind"];
  private levels = 0;
  private billingLevel = 0;
  private subscriberLevel = 0;
  /** The claim before, whose levels are open. */
  private before: WritableClaim | undefined;

  constructor(writer: SegmentWriter, kind: Claim837["kind"]) {
    this.writer = writer;
    this.kind = kind;
  }

  write(claim: WritableClaim): void {
    const { before } = this;
    const sameBilling =
      before !== undefined &&
      isEqual(before.billingProvider, claim.billingProvider) &&
      isEqual(before.payToAddress, claim.payToAddress) &&
      isEqual(before.payToPlan, claim.payToPlan) &&
      before.currency === claim.currency;
    const sameSubscriber = sameBilling && isSameSubscriber(before, claim);
    const samePatient =
      sameSubscriber &&
      isEqual(before.patient, claim.patient) &&
      isEqual(before.patientFacts, claim.patientFacts);
    if (!sameBilling) this.openBilling(claim);
    if (!sameSubscriber) this.openSubscriber(claim);
    const sameRelationship = before?.patientRelationship === claim.patientRelationship;
    if (isDependent(claim) && !(samePatient && sameRelationship)) this.openPatient(claim);
    this.before = claim;
    writeClaim(this.writer, claim, this.kind);
  }

  private openBilling(claim: WritableClaim): void {
    this.levels += 1;
    this.billingLevel = this.levels;
    const { writer } = this;
    writer.write("HL", String(this.levels), undefined, "20", "1");
    const { billingProvider, payToAddress } = claim;
    if (billingProvider === undefined) {
      writer.refuse("missing", "NM1");
      return;
    }
    if (billingProvider.taxonomy !== undefined) {
      writer.write("PRV", "BI", "PXC", billingProvider.taxonomy);
    }
    if (claim.currency !== undefined) writer.write("CUR", "85", claim.currency);
    writePerson(writer, billingProvider);
    if (payToAddress !== undefined) {
      writeParty(writer, payToAddress);
      writeAddress(writer, payToAddress);
    }
    if (claim.payToPlan !== undefined) writePerson(writer, claim.payToPlan);
  }

  private openSubscriber(claim: WritableClaim): void {
    const child = isDependent(claim);
    this.levels += 1;
    this.subscriberLevel = this.levels;
    const { writer } = this;
    const { coverage } = claim;
    writer.write("HL", String(this.levels), String(this.billingLevel), "22", child ? "1" : "0");
    const relationship = child ? undefined : coverage.relationship;
    writeSubscriberCoverage(writer, coverage, relationship);
    if (!child && claim.patientFacts !== undefined) {
      // The dental guide has no PAT for a subscriber who is the patient.
      if (this.kind !== "837P") writer.refuse("unsupported", "PAT");
      writePatient(writer, undefined, claim.patientFacts);
    }
    const { subscriber, payer } = coverage;
    if (subscriber === undefined || payer === undefined) writer.refuse("missing", "NM1");
    if (subscriber !== undefined) writePerson(writer, subscriber);
    if (payer !== undefined) writePerson(writer, payer);
  }

  private openPatient(claim: WritableClaim): void {
    this.levels += 1;
    const { writer } = this;
    writer.write("HL", String(this.levels), String(this.subscriberLevel), "23", "0");
    writePatient(writer, claim.patientRelationship, claim.patientFacts);
    if (claim.patient === undefined) writer.refuse("missing", "NM1");
    else writePerson(writer, claim.patient);
  }
}

/** Whether the patient has a level of his own (2000C). */
function isDependent(claim: WritableClaim): boolean {
  return claim.patientRelationship !== undefined;
}

function isSameSubscriber(before: WritableClaim, claim: WritableClaim): boolean {
  if (isDependent(before) !== isDependent(claim)) return false;
  const one = before.coverage;
  const other = claim.coverage;
  return (
    isEqual(one.subscriber, other.subscriber) &&
    one.sequence === other.sequence &&
    one.groupNumber === other.groupNumber &&
    one.groupName === other.groupName &&
    one.insuranceType === other.insuranceType &&
    one.filingIndicator === other.filingIndicator &&
    isEqual(one.payer, other.payer) &&
    (isDependent(claim) ||
      (one.relationship === other.relationship && isEqual(before.patientFacts, claim.patientFacts)))
  );
}

/** PAT of a subscriber or of a patient. */
function writePatient(
  writer: SegmentWriter,
  relationship: string | undefined,
  facts: PatientFacts | undefined,
): void {
  const { student, diedOn, weight, isPregnant = false } = facts ?? {};
  writer.write(
    "PAT",
    relationship,
    ...[undefined, undefined],
    student,
    diedOn === undefined ? undefined : "D8",
    diedOn === undefined ? undefined : dateText(writer, diedOn, ["PAT", 6]),
    weight === undefined ? undefined : "01",
    decimalText(writer, weight, ["PAT", 8]),
    isPregnant ? "Y" : undefined,
  );
}

function writeSubscriberCoverage(
  writer: SegmentWriter,
  coverage: ClaimCoverage,
  relationship: string | undefined,
): void {
  const { sequence, groupNumber, groupName, insuranceType, filingIndicator } = coverage;
  if (sequence === "") writer.refuse("missing", "SBR", 1);
  writer.write(
    "SBR",
    sequence,
    relationship,
    groupNumber,
    groupName,
    insuranceType,
    undefined,
    undefined,
    undefined,
    filingIndicator,
  );
}

/** A party with everything that may stand in its loop above the claim. */
function writePerson(writer: SegmentWriter, party: Party): void {
  writeParty(writer, party);
  writeAddress(writer, party);
  writeDemographics(writer, party);
  writeReferences(writer, party.references);
  writeContacts(writer, party);
}
