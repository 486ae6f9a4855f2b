import {
  createTransactionReader,
  createValidator,
  type InterchangeHeader,
  type Party,
  type SegmentRange,
  type TransactionHeader,
  type WritableClaim,
  type WriteEnvelope,
  type WriteRefusal,
  write837I,
  write837P,
  type X12Issue,
} from "@headwater/x12";
import { plainParty } from "../../mid-cycle/claim/claim-parties.ts";
import { writableText } from "../../mid-cycle/claim/writable-text.ts";

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** Who sends, over which connection, with which numbers, and when. */
export type BatchEnvelope = {
  readonly connectionId: number;
  readonly senderQualifier: string;
  readonly senderId: string;
  readonly receiverQualifier: string;
  readonly receiverId: string;
  readonly receiverName: string;
  readonly isTest: boolean;
  readonly interchangeNumber: number;
  readonly groupNumber: number;
  readonly setNumber: number;
  /** Loop 1000A. */
  readonly submitter: {
    readonly name: string;
    readonly identifier: string;
    readonly contactName: string | undefined;
    readonly phone: string | undefined;
    readonly email: string | undefined;
  };
  /** `YYYY-MM-DD` and `HHMM`. */
  readonly date: string;
  readonly time: string;
};

export type WrittenBatch =
  | {
      readonly is: "written";
      readonly bytes: Uint8Array;
      readonly header: TransactionHeader;
      readonly interchange: InterchangeHeader;
      /** BHT03, by which a 277CA may speak of the whole batch. */
      readonly referenceId: string;
      /** The set, and every claim in the order given. */
      readonly range: SegmentRange;
      readonly claims: readonly SegmentRange[];
    }
  | { readonly is: "refused"; readonly refusals: readonly WriteRefusal[] }
  /** A strict reader finds errors in it: nothing is sent that we know to be wrong. */
  | { readonly is: "faulty"; readonly issues: readonly X12Issue[] };

/** Most claims of one batch, and so of its one transaction set (005010X222A1 2300). */
export const mostBatchClaims = 5000;

/**
 * Writes claims of one kind as one interchange of one set and reads it back: its bytes, where every
 * claim stands in them, and whether a strict reader takes it.
 */
export function writeBatch(
  envelope: BatchEnvelope,
  claims: readonly WritableClaim[],
): WrittenBatch {
  const referenceId = `C${envelope.connectionId}B${envelope.interchangeNumber}`;
  const submission = {
    referenceId,
    purpose: "00",
    createdOn: envelope.date,
    claimOrEncounter: "CH",
    submitter: submitterOf(envelope),
    receiver: {
      ...plainParty("40"),
      lastNameOrOrganization: writableText(envelope.receiverName),
      idQualifier: "46",
      id: envelope.receiverId,
    },
  };
  const write = claims[0]?.kind === "837I" ? write837I : write837P;
  const result = write(submission, claims, writeEnvelope(envelope));
  if (!result.ok) return { is: "refused", refusals: result.refusals };
  const bytes = new TextEncoder().encode(result.text);
  const issues = errorsOf(bytes, envelope.date);
  if (issues.length > 0) return { is: "faulty", issues };
  return { is: "written", bytes, referenceId, ...placesOf(bytes) };
}

function writeEnvelope(envelope: BatchEnvelope): WriteEnvelope {
  const { interchangeNumber, groupNumber, setNumber, ...rest } = envelope;
  return {
    senderQualifier: rest.senderQualifier,
    senderId: rest.senderId,
    receiverQualifier: rest.receiverQualifier,
    receiverId: rest.receiverId,
    date: rest.date,
    time: rest.time,
    interchangeControlNumber: interchangeNumber,
    groupControlNumber: groupNumber,
    setControlNumber: setNumber,
    isTest: rest.isTest,
  };
}

function submitterOf({ submitter }: BatchEnvelope): Party {
  const phone = submitter.phone?.replace(/\D/g, "");
  const numbers = [
    ...(phone ? [{ qualifier: "TE", number: phone }] : []),
    ...(submitter.email ? [{ qualifier: "EM", number: writableText(submitter.email) }] : []),
  ];
  const name = submitter.contactName ? writableText(submitter.contactName) : undefined;
  return {
    ...plainParty("41"),
    lastNameOrOrganization: writableText(submitter.name),
    idQualifier: "46",
    id: submitter.identifier,
    contacts: numbers.length > 0 ? [{ functionCode: "IC", name, numbers }] : [],
  };
}

function errorsOf(bytes: Uint8Array, today: string): X12Issue[] {
  const validator = createValidator({ profile: "strict", today });
  return [...validator.push(bytes), ...validator.end()].flatMap((event) =>
    event.type === "issue" && event.issue.severity === "error" ? [event.issue] : [],
  );
}

function placesOf(bytes: Uint8Array) {
  const reader = createTransactionReader();
  const claims: SegmentRange[] = [];
  let header: TransactionHeader | undefined;
  let range: SegmentRange | undefined;
  for (const event of [...reader.push(bytes), ...reader.end()]) {
    if (event.type === "set-start") header = event.header;
    else if (event.type === "claim") claims.push(event.claim.range);
    else if (event.type === "set-end") range = event.range;
  }
  if (header === undefined || range === undefined) {
    throw new TypeError("a batch that was written cannot be read");
  }
  return { header, interchange: header.interchange, range, claims };
}
