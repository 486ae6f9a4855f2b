import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { SegmentRange, WritableClaim } from "@headwater/x12";
import type { ClaimPurpose } from "../../mid-cycle/claim/claim-content.ts";

/** A connection as sending needs it. */
export type ConnectionRecord = {
  readonly connectionId: number;
  readonly name: string;
  readonly kind: "directory";
  readonly folder: string;
  readonly senderQualifier: string;
  readonly senderId: string;
  readonly receiverQualifier: string;
  readonly receiverId: string;
  readonly receiverName: string;
  readonly isTest: boolean;
  readonly interchangeNumber: number;
  readonly groupNumber: number;
  readonly setNumber: number;
  readonly revision: number;
};

const connectionColumns = sql`connection_id as "connectionId", name, kind, folder,
  sender_qualifier as "senderQualifier", sender_id as "senderId",
  receiver_qualifier as "receiverQualifier", receiver_id as "receiverId",
  receiver_name as "receiverName", is_test as "isTest", interchange_number as "interchangeNumber",
  group_number as "groupNumber", set_number as "setNumber", revision`;

/** A connection; with `change` nobody else takes its numbers until the transaction ends. */
export async function findConnection(
  transaction: PracticeTransaction,
  connectionId: number,
  lock: "read" | "change" = "read",
): Promise<ConnectionRecord | undefined> {
  return transaction.maybeOne<ConnectionRecord>(sql`
    select ${connectionColumns} from connections
    where practice_id = ${transaction.practiceId} and connection_id = ${connectionId}
    ${lock === "change" ? sql`for update` : sql``}`);
}

/** All connections by name. */
export async function listConnections(
  transaction: PracticeTransaction,
): Promise<ConnectionRecord[]> {
  return transaction.query<ConnectionRecord>(sql`
    select ${connectionColumns} from connections
    where practice_id = ${transaction.practiceId} order by name`);
}

/** What a person says of a connection. */
export type ConnectionDraft = Omit<
  ConnectionRecord,
  "connectionId" | "kind" | "interchangeNumber" | "groupNumber" | "setNumber" | "revision"
>;

/** Adds a connection through a folder; undefined when the name is taken. */
export async function insertConnection(
  transaction: PracticeTransaction,
  draft: ConnectionDraft,
): Promise<number | undefined> {
  const row = await transaction.maybeOne<{ id: number }>(sql`
    insert into connections (practice_id, name, kind, folder, sender_qualifier, sender_id,
      receiver_qualifier, receiver_id, receiver_name, is_test)
    values (${transaction.practiceId}, ${draft.name}, 'directory', ${draft.folder},
      ${draft.senderQualifier}, ${draft.senderId}, ${draft.receiverQualifier},
      ${draft.receiverId}, ${draft.receiverName}, ${draft.isTest})
    on conflict do nothing
    returning connection_id as id`);
  return row?.id;
}

/** Describes a connection anew; its numbers go on. */
export async function updateConnection(
  transaction: PracticeTransaction,
  connectionId: number,
  change: { readonly draft: ConnectionDraft; readonly revision: number },
): Promise<boolean> {
  const { draft } = change;
  const changed = await transaction.execute(sql`
    update connections set name = ${draft.name}, folder = ${draft.folder},
      sender_qualifier = ${draft.senderQualifier}, sender_id = ${draft.senderId},
      receiver_qualifier = ${draft.receiverQualifier}, receiver_id = ${draft.receiverId},
      receiver_name = ${draft.receiverName}, is_test = ${draft.isTest}, revision = revision + 1
    where practice_id = ${transaction.practiceId} and connection_id = ${connectionId}
      and revision = ${change.revision}`);
  return changed === 1;
}

/** Notes the numbers that the last batch took. */
export async function advanceNumbers(
  transaction: PracticeTransaction,
  connectionId: number,
): Promise<void> {
  await transaction.execute(sql`
    update connections set interchange_number = interchange_number + 1,
      group_number = group_number + 1, set_number = set_number + 1
    where practice_id = ${transaction.practiceId} and connection_id = ${connectionId}`);
}

/** Loop 1000A as the practice describes itself; the connection's sender stands in. */
export type SubmitterRecord = {
  readonly name: string | null;
  readonly identifier: string | null;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** Who sends the practice's claims. */
export async function findSubmitter(
  transaction: PracticeTransaction,
): Promise<SubmitterRecord | undefined> {
  return transaction.maybeOne<SubmitterRecord>(sql`
    select submitter_name as name, submitter_identifier as identifier,
      contact_name as "contactName", contact_phone as phone, contact_email as email
    from practice_profiles where practice_id = ${transaction.practiceId}`);
}

/** A claim that goes out, with its content. */
export type ReadyClaim = {
  readonly claimId: number;
  /** Which claim to a next payer it is; 0 for the one to its first payer. */
  readonly sendingNumber: number;
  readonly content: WritableClaim;
};

/**
 * Of these claims those that may go out and are in no batch, in the order of their ids, locked. One
 * that was held goes out once its holds are released; one that a person holds does not.
 */
export async function lockReadyClaims(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<ReadyClaim[]> {
  const first = await transaction.query<ReadyClaim>(sql`
    select c.claim_id as "claimId", 0 as "sendingNumber", t.content
    from claims c
    join claim_contents t on t.practice_id = c.practice_id and t.claim_id = c.claim_id
    where c.practice_id = ${transaction.practiceId}
      and c.claim_id = any (${[...claimIds]}::bigint[])
      and (c.state = 'ready' or c.state = 'held') and not exists (select from holds h
        where h.practice_id = c.practice_id and h.subject_kind = 'claim'
          and h.subject_id = c.claim_id and h.released_at is null)
      and not exists (select from claim_batch_claims b
        where b.practice_id = c.practice_id and b.claim_id = c.claim_id)
    order by c.claim_id for update of c`);
  const next = await transaction.query<ReadyClaim>(sql`
    select n.claim_id as "claimId", n.sending_number as "sendingNumber", n.content
    from next_payer_claims n
    where n.practice_id = ${transaction.practiceId}
      and n.claim_id = any (${[...claimIds]}::bigint[])
      and n.state = 'ready' and n.form = 'electronic' and not exists (select from holds h
        where h.practice_id = n.practice_id and h.subject_kind = 'claim'
          and h.subject_id = n.claim_id and h.released_at is null)
      and not exists (select from claim_batch_claims b where b.practice_id = n.practice_id
        and b.claim_id = n.claim_id and b.sending_number = n.sending_number)
    order by n.claim_id for update of n`);
  return [...first, ...next];
}

/** A batch with what handing it over needs. */
export type BatchRecord = {
  readonly batchId: number;
  readonly publicId: string;
  readonly connectionId: number;
  readonly state: "prepared" | "sent";
  readonly fileId: number;
  readonly fileName: string;
  readonly documentId: number;
  readonly interchangeControlNumber: number;
  readonly claims: number;
  readonly cents: number;
  readonly preparedOn: string;
  readonly sendings: number;
};

/** A batch by its id or by the id that its asker gave it. */
export async function findBatch(
  transaction: PracticeTransaction,
  by: { readonly batchId: number } | { readonly publicId: string },
): Promise<BatchRecord | undefined> {
  const condition =
    "batchId" in by ? sql`b.batch_id = ${by.batchId}` : sql`b.public_id = ${by.publicId}`;
  return transaction.maybeOne<BatchRecord>(sql`
    select b.batch_id as "batchId", b.public_id as "publicId", b.connection_id as "connectionId",
      b.state, b.file_id as "fileId", b.file_name as "fileName", f.document_id as "documentId",
      b.interchange_control_number as "interchangeControlNumber", b.claims, b.cents,
      b.prepared_on as "preparedOn", b.sendings
    from claim_batches b
    join files f on f.practice_id = b.practice_id and f.file_id = b.file_id
    where b.practice_id = ${transaction.practiceId} and ${condition}`);
}

/** Batches of a connection that were prepared and did not go out, the oldest first. */
export async function unsentBatches(
  transaction: PracticeTransaction,
  connectionId: number,
): Promise<number[]> {
  const rows = await transaction.query<{ id: number }>(sql`
    select batch_id as id from claim_batches
    where practice_id = ${transaction.practiceId} and connection_id = ${connectionId}
      and state = 'prepared'
    order by batch_id limit 20`);
  return rows.map(({ id }) => id);
}

export type BatchToInsert = {
  readonly publicId: string;
  readonly connectionId: number;
  readonly fileId: number;
  readonly fileName: string;
  readonly interchangeControlNumber: number;
  readonly preparedOn: string;
  readonly transactionSetId: number;
  readonly claims: readonly {
    readonly claimId: number;
    readonly sendingNumber: number;
    readonly cents: number;
    readonly range: SegmentRange;
  }[];
};

/** Enters a batch with its claims and where each stands in the file. */
export async function insertBatch(
  transaction: PracticeTransaction,
  batch: BatchToInsert,
): Promise<number> {
  const { practiceId, actor } = transaction;
  const cents = batch.claims.reduce((sum, claim) => sum + claim.cents, 0);
  const { id } = await transaction.one<{ id: number }>(sql`
    insert into claim_batches (practice_id, public_id, connection_id, file_id, file_name,
      interchange_control_number, claims, cents, prepared_on, prepared_by)
    values (${practiceId}, ${batch.publicId}, ${batch.connectionId}, ${batch.fileId},
      ${batch.fileName}, ${batch.interchangeControlNumber}, ${batch.claims.length}, ${cents},
      ${batch.preparedOn}, ${actor})
    returning batch_id as id`);
  await transaction.bulkInsert({
    table: "claim_batch_claims",
    columns: [
      "practice_id",
      "claim_id",
      "sending_number",
      "batch_id",
      "transaction_set_id",
      "segment_from",
      "segment_to",
      "byte_from",
      "byte_to",
    ],
    rows: batch.claims.map(({ claimId, sendingNumber, range }) => [
      practiceId,
      claimId,
      sendingNumber,
      id,
      batch.transactionSetId,
      range.segmentFrom,
      range.segmentTo,
      range.byteFrom,
      range.byteTo,
    ]),
  });
  return id;
}

/** A claim of a batch that is handed over, with what it does to the claim it mends. */
export type BatchedClaim = {
  readonly claimId: number;
  readonly purpose: ClaimPurpose;
  readonly predecessorId: number | null;
  readonly frequencyCode: string;
  readonly coverageSequence: string;
  readonly chargedCents: number;
  readonly transactionSetId: number;
  readonly segmentFrom: number;
  readonly segmentTo: number;
};

/**
 * Marks a batch as handed over and its claims to first payers as sent: their place in the file, their
 * sending, their day. Returns these; undefined when it was sent before.
 */
export async function markSent(
  transaction: PracticeTransaction,
  batch: BatchRecord,
): Promise<BatchedClaim[] | undefined> {
  const { practiceId } = transaction;
  const marked = await transaction.execute(sql`
    update claim_batches set state = 'sent', sent_at = now(), sendings = sendings + 1
    where practice_id = ${practiceId} and batch_id = ${batch.batchId} and state = 'prepared'`);
  if (marked === 0) return undefined;
  await transaction.execute(sql`
    insert into claim_submissions (practice_id, claim_id, transaction_set_id, segment_from,
      segment_to, byte_from, byte_to, payer_id, coverage_sequence, frequency_code, submitted_on)
    select b.practice_id, b.claim_id, b.transaction_set_id, b.segment_from, b.segment_to,
      b.byte_from, b.byte_to, c.payer_id, c.coverage_sequence, c.frequency_code,
      ${batch.preparedOn}
    from claim_batch_claims b
    join claims c on c.practice_id = b.practice_id and c.claim_id = b.claim_id
    where b.practice_id = ${practiceId} and b.batch_id = ${batch.batchId}
      and b.sending_number = 0`);
  return transaction.query<BatchedClaim>(sql`
    update claims c set submitted_on = ${batch.preparedOn}, revision = c.revision + 1,
      state = case when t.purpose = 'void' then 'void' else 'submitted' end,
      transaction_set_id = b.transaction_set_id, segment_from = b.segment_from,
      segment_to = b.segment_to, byte_from = b.byte_from, byte_to = b.byte_to
    from claim_batch_claims b
    join claim_contents t on t.practice_id = b.practice_id and t.claim_id = b.claim_id
    where b.practice_id = ${practiceId} and b.batch_id = ${batch.batchId}
      and b.sending_number = 0
      and c.practice_id = b.practice_id and c.claim_id = b.claim_id
    returning c.claim_id as "claimId", t.purpose, t.predecessor_claim_id as "predecessorId",
      c.frequency_code as "frequencyCode", c.coverage_sequence as "coverageSequence",
      c.charged_cents as "chargedCents", c.transaction_set_id as "transactionSetId",
      c.segment_from as "segmentFrom", c.segment_to as "segmentTo"`);
}

/** Notes that the same bytes were handed over once more. */
export async function countSending(
  transaction: PracticeTransaction,
  batchId: number,
): Promise<void> {
  await transaction.execute(sql`
    update claim_batches set sendings = sendings + 1
    where practice_id = ${transaction.practiceId} and batch_id = ${batchId}`);
}
