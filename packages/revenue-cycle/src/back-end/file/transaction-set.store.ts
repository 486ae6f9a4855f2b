import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { InterchangeHeader, TransactionHeader } from "@headwater/x12";
import { envelopeNumberKey } from "../../masters/identifier-key.ts";
import type { SetVerdict } from "./file.ts";

/** The envelope of a set as it is stored. A TA1 has neither group nor set numbers. */
export type SetEnvelope = {
  readonly kind: string;
  readonly version: string;
  readonly interchange: InterchangeHeader;
  readonly groupControlNumber: string;
  readonly setControlNumber: string;
  readonly segmentFrom: number;
  readonly byteFrom: number;
};

/** The envelope of a set from its header. */
export function envelopeOf(header: TransactionHeader): SetEnvelope {
  return {
    kind: header.kind,
    version: header.version,
    interchange: header.interchange,
    groupControlNumber: header.group.controlNumber,
    setControlNumber: header.controlNumber,
    segmentFrom: header.position.segment,
    byteFrom: header.position.offset,
  };
}

/** Opens the row of a set; its verdict is provisional until `endSet`. */
export async function insertSet(
  transaction: PracticeTransaction,
  place: { readonly fileId: number; readonly setNumber: number },
  envelope: SetEnvelope,
): Promise<number> {
  const { interchange } = envelope;
  const row = await transaction.one<{ transaction_set_id: number }>(sql`
    insert into transaction_sets (practice_id, file_id, set_number, kind, version,
      interchange_control_number, group_control_number, set_control_number,
      interchange_control_key, group_control_key, set_control_key, sender_id, receiver_id,
      interchange_on, segment_from, segment_to, byte_from, byte_to, verdict)
    values (${transaction.practiceId}, ${place.fileId}, ${place.setNumber}, ${envelope.kind},
      ${envelope.version}, ${interchange.controlNumber}, ${envelope.groupControlNumber},
      ${envelope.setControlNumber}, ${envelopeNumberKey(interchange.controlNumber)},
      ${envelopeNumberKey(envelope.groupControlNumber)},
      ${envelopeNumberKey(envelope.setControlNumber)}, ${interchange.senderId},
      ${interchange.receiverId}, ${interchange.date ?? null}, ${envelope.segmentFrom},
      ${envelope.segmentFrom}, ${envelope.byteFrom}, ${envelope.byteFrom}, 'recorded')
    returning transaction_set_id`);
  return row.transaction_set_id;
}

export type SetResult = {
  readonly verdict: SetVerdict;
  readonly reasonCode?: string | undefined;
  readonly reason?: string | undefined;
  readonly claims: number;
};

/** Writes the verdict, the end and the counts of a set. */
export async function endSet(
  transaction: PracticeTransaction,
  transactionSetId: number,
  end: SetResult & {
    readonly segmentTo: number;
    readonly byteTo: number;
    readonly errors: number;
    readonly warnings: number;
  },
): Promise<void> {
  await transaction.execute(sql`
    update transaction_sets
    set verdict = ${end.verdict}, reason_code = ${end.reasonCode ?? null},
      reason = ${end.reason ?? null}, claims = ${end.claims}, segment_to = ${end.segmentTo},
      byte_to = ${end.byteTo}, errors = ${end.errors}, warnings = ${end.warnings}
    where practice_id = ${transaction.practiceId} and transaction_set_id = ${transactionSetId}`);
}

/** What became of a set, as callers see it. */
export type RecordedSet = {
  readonly setNumber: number;
  readonly kind: string;
  readonly control: string;
  readonly verdict: SetVerdict;
  readonly reasonCode: string | undefined;
  readonly reason: string | undefined;
  readonly claims: number;
};

/** The sets of a file that are recorded, in their order. */
export async function setsOfFile(
  transaction: PracticeTransaction,
  fileId: number,
): Promise<RecordedSet[]> {
  const rows = await transaction.query<{
    set_number: number;
    kind: string;
    set_control_number: string;
    interchange_control_number: string;
    verdict: SetVerdict;
    reason_code: string | null;
    reason: string | null;
    claims: number;
  }>(sql`
    select set_number, kind, set_control_number, interchange_control_number, verdict, reason_code,
      reason, claims
    from transaction_sets
    where practice_id = ${transaction.practiceId} and file_id = ${fileId}
    order by set_number`);
  return rows.map((row) => ({
    setNumber: row.set_number,
    kind: row.kind,
    control: row.kind === "TA1" ? row.interchange_control_number : row.set_control_number,
    verdict: row.verdict,
    reasonCode: row.reason_code ?? undefined,
    reason: row.reason ?? undefined,
    claims: row.claims,
  }));
}

/** A set on file with the same control numbers from the same sender, and where its bytes are. */
export type NamesakeSet = {
  readonly transactionSetId: number;
  readonly documentId: number;
  readonly byteFrom: number;
  readonly byteTo: number;
};

/** Sets of other files that carry a set's control numbers and were not refused. */
export async function namesakesOf(
  transaction: PracticeTransaction,
  fileId: number,
  envelope: SetEnvelope,
): Promise<NamesakeSet[]> {
  const rows = await transaction.query<{
    transaction_set_id: number;
    document_id: number;
    byte_from: number;
    byte_to: number;
  }>(sql`
    select other.transaction_set_id, file.document_id, other.byte_from, other.byte_to
    from transaction_sets other
    join files file using (practice_id, file_id)
    where other.practice_id = ${transaction.practiceId} and other.file_id <> ${fileId}
      and other.group_control_key = ${envelopeNumberKey(envelope.groupControlNumber)}
      and other.set_control_key = ${envelopeNumberKey(envelope.setControlNumber)}
      and other.interchange_control_key = ${envelopeNumberKey(envelope.interchange.controlNumber)}
      and other.sender_id = ${envelope.interchange.senderId} and other.kind = ${envelope.kind}
      and other.verdict not in ('refused', 'duplicate') and file.document_id is not null
    order by other.transaction_set_id
    limit 5`);
  return rows.map((row) => ({
    transactionSetId: row.transaction_set_id,
    documentId: row.document_id,
    byteFrom: row.byte_from,
    byteTo: row.byte_to,
  }));
}
