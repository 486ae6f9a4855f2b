import type { ClaimCoverage, ClaimSubmission } from "../claim.ts";
import type { Party } from "../transaction.ts";
import type { SegmentWriter } from "./segment-writer.ts";
import { type WritableClaim, writeClaim } from "./write-claim.ts";
import { type WriteEnvelope, type WriteResult, writeInterchange } from "./write-interchange.ts";
import {
  dateText,
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

/**
 * Writes professional claims (005010X222A1) as one interchange. Neighbouring claims of one billing
 * provider, subscriber and patient share their levels. Only what the claim type holds is written:
 * reading the result gives equal claims.
 */
export function write837P(
  submission: WritableSubmission,
  claims: readonly WritableClaim[],
  envelope: WriteEnvelope,
): WriteResult {
  const sets = [];
  for (let from = 0; from === 0 || from < claims.length; from += claimsPerSet) {
    const part = claims.slice(from, from + claimsPerSet);
    sets.push({
      setId: "837",
      version: "005010X222A1",
      functionalId: "HC",
      write: (writer: SegmentWriter) => {
        writeHeading(writer, submission, envelope);
        new LevelWriter(writer).writeClaims(part, from);
        writer.claim = undefined;
      },
    });
  }
  const [first, ...rest] = sets;
  if (first === undefined) throw new Error("at least one set is always planned");
  return writeInterchange(envelope, [first, ...rest]);
}

function writeHeading(
  writer: SegmentWriter,
  submission: WritableSubmission,
  envelope: WriteEnvelope,
): void {
  const { referenceId, purpose, createdOn, claimOrEncounter, submitter, receiver } = submission;
  const date = dateText(writer, createdOn ?? envelope.date, ["BHT", 4]);
  if (referenceId === "") writer.refuse("missing", "BHT", 3);
  writer.write("BHT", "0019", purpose, referenceId, date, envelope.time, claimOrEncounter);
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
  private levels = 0;
  private billing = { key: "", level: 0 };
  private subscriber = { key: "", level: 0 };
  private patient = "";

  constructor(writer: SegmentWriter) {
    this.writer = writer;
  }

  writeClaims(claims: readonly WritableClaim[], from: number): void {
    claims.forEach((claim, index) => {
      this.writer.claim = from + index;
      this.openBilling(claim);
      this.openSubscriber(claim);
      this.openPatient(claim);
      writeClaim(this.writer, claim);
    });
  }

  private openBilling(claim: WritableClaim): void {
    const key = billingKey(claim);
    if (key === this.billing.key && this.levels > 0) return;
    this.levels += 1;
    this.billing = { key, level: this.levels };
    this.subscriber = { key: "", level: 0 };
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
    writePerson(writer, billingProvider);
    if (payToAddress !== undefined) {
      writeParty(writer, payToAddress);
      writeAddress(writer, payToAddress);
    }
  }

  private openSubscriber(claim: WritableClaim): void {
    const child = isDependent(claim);
    const key = `${child ? 1 : 0}${subscriberKey(claim)}`;
    if (key === this.subscriber.key && this.subscriber.level > 0) return;
    this.levels += 1;
    this.subscriber = { key, level: this.levels };
    this.patient = "";
    const { writer } = this;
    const { coverage } = claim;
    writer.write("HL", String(this.levels), String(this.billing.level), "22", child ? "1" : "0");
    const relationship = child ? undefined : coverage.relationship;
    writeSubscriberCoverage(writer, coverage, relationship);
    const { subscriber, payer } = coverage;
    if (subscriber === undefined || payer === undefined) writer.refuse("missing", "NM1");
    if (subscriber !== undefined) writePerson(writer, subscriber);
    if (payer !== undefined) writePerson(writer, payer);
  }

  private openPatient(claim: WritableClaim): void {
    if (!isDependent(claim)) return;
    const key = patientKey(claim);
    if (key === this.patient) return;
    this.patient = key;
    this.levels += 1;
    const { writer } = this;
    writer.write("HL", String(this.levels), String(this.subscriber.level), "23", "0");
    writer.write("PAT", claim.patientRelationship);
    if (claim.patient === undefined) writer.refuse("missing", "NM1");
    else writePerson(writer, claim.patient);
  }
}

/** Whether the patient has a level of his own (2000C). */
function isDependent(claim: WritableClaim): boolean {
  return claim.patientRelationship !== undefined;
}

function billingKey(claim: WritableClaim): string {
  return JSON.stringify([claim.billingProvider, claim.payToAddress]);
}

function subscriberKey(claim: WritableClaim): string {
  const { relationship: _, ...coverage } = claim.coverage;
  return JSON.stringify([coverage, isDependent(claim) ? undefined : claim.coverage.relationship]);
}

function patientKey(claim: WritableClaim): string {
  return JSON.stringify([claim.patient, claim.patientRelationship]);
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
