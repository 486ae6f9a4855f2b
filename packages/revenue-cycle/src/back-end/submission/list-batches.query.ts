import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { instantText, patientName } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import type { BatchAnswer, BatchClaim, ReadyConnection } from "./batch-answers.ts";

const batchColumns: Sql = sql`
  b.batch_id as id, b.public_id as "publicId", b.state, b.file_name as "fileName",
  f.public_id as "fileId", n.name as connection, b.connection_id as "connectionId",
  b.interchange_control_number as "interchangeControlNumber", b.claims, b.cents,
  b.prepared_on as "preparedOn", ${instantText(sql`b.sent_at`)} as "sentAt", b.sendings,
  (select json_build_object(
      'submitted', count(*) filter (where c.state = 'submitted'),
      'accepted', count(*) filter (where c.accepted_on is not null and c.state <> 'rejected'),
      'rejected', count(*) filter (where c.state = 'rejected'
        or (c.state = 'replaced' and c.rejected_on is not null)))
    from claim_batch_claims m
    join claims c on c.practice_id = m.practice_id and c.claim_id = m.claim_id
    where m.practice_id = b.practice_id and m.batch_id = b.batch_id) as answers`;

const fromBatches: Sql = sql`
  from claim_batches b
  join connections n on n.practice_id = b.practice_id and n.connection_id = b.connection_id
  join files f on f.practice_id = b.practice_id and f.file_id = b.file_id`;

/** Batches, the latest first, with what was answered about their claims. */
export async function listBatches(
  transaction: PracticeTransaction,
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<BatchAnswer, [number]>> {
  const after = page.after === undefined ? sql`` : sql`and b.batch_id < ${page.after[0]}`;
  const rows = await transaction.query<BatchAnswer>(sql`
    select ${batchColumns} ${fromBatches}
    where b.practice_id = ${transaction.practiceId} ${after}
    order by b.batch_id desc limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [number] => [row.id]);
}

/** One batch. */
export async function showBatch(
  transaction: PracticeTransaction,
  batchId: number,
): Promise<BatchAnswer | undefined> {
  return transaction.maybeOne<BatchAnswer>(sql`
    select ${batchColumns} ${fromBatches}
    where b.practice_id = ${transaction.practiceId} and b.batch_id = ${batchId}`);
}

const claimColumns: Sql = sql`
  c.claim_id as id, c.patient_control_number as "patientControlNumber",
  ${patientName} as "patientName", payer.name as payer, c.service_from as "serviceFrom",
  coalesce(n.state, c.state) as state, c.charged_cents as "chargedCents",
  coalesce(t.purpose, 'next-payer') as purpose`;

/** Of a claim to its first payer (sending 0) its content, of one to a next payer that. */
const fromClaims = (sendingNumber: Sql): Sql => sql`
  join patients p on p.practice_id = c.practice_id and p.patient_id = c.patient_id
  left join next_payer_claims n on n.practice_id = c.practice_id and n.claim_id = c.claim_id
    and n.sending_number = ${sendingNumber}
  left join claim_contents t on t.practice_id = c.practice_id and t.claim_id = c.claim_id
    and ${sendingNumber} = 0
  join payers payer on payer.practice_id = c.practice_id
    and payer.payer_id = coalesce(n.payer_id, c.payer_id)`;

/** The claims of a batch, in the order of its file. */
export async function batchClaims(
  transaction: PracticeTransaction,
  batchId: number,
): Promise<BatchClaim[]> {
  return transaction.query<BatchClaim>(sql`
    select ${claimColumns} from claim_batch_claims m
    join claims c on c.practice_id = m.practice_id and c.claim_id = m.claim_id
    ${fromClaims(sql`m.sending_number`)}
    where m.practice_id = ${transaction.practiceId} and m.batch_id = ${batchId}
    order by m.segment_from`);
}

/** Claims written here that are not sent: ready ones, or those that wait for a person. */
export async function listUnsent(
  transaction: PracticeTransaction,
  state: "draft" | "held" | "ready",
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<BatchClaim, [number]>> {
  const after = page.after === undefined ? sql`` : sql`and c.claim_id > ${page.after[0]}`;
  const { practiceId } = transaction;
  const rows = await transaction.query<BatchClaim>(sql`
    select ${claimColumns}
    from (select c.practice_id, c.claim_id, 0 as sending_number from claims c
        join claim_contents own on own.practice_id = c.practice_id and own.claim_id = c.claim_id
        where c.practice_id = ${practiceId} and c.state = ${state}
      union all
      select w.practice_id, w.claim_id, w.sending_number from next_payer_claims w
        where w.practice_id = ${practiceId} and w.state = ${state} and w.form = 'electronic') u
    join claims c on c.practice_id = u.practice_id and c.claim_id = u.claim_id
    ${fromClaims(sql`u.sending_number`)}
    where not exists (select from claim_batch_claims m where m.practice_id = u.practice_id
        and m.claim_id = u.claim_id and m.sending_number = u.sending_number) ${after}
    order by c.claim_id limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [number] => [row.id]);
}

/**
 * What would go out now, by connection: the one that the payer names, else the practice's only one.
 * Payers that are reached otherwise are left out.
 */
export async function readyByConnection(
  transaction: PracticeTransaction,
): Promise<ReadyConnection[]> {
  const { practiceId } = transaction;
  return transaction.query<ReadyConnection>(sql`
    with single as (select min(connection_id) as connection_id from connections
      where practice_id = ${practiceId} having count(*) = 1),
    unsent as (select c.claim_id, c.charged_cents, c.payer_id, 0 as sending_number
      from claims c
      join claim_contents t on t.practice_id = c.practice_id and t.claim_id = c.claim_id
      where c.practice_id = ${practiceId} and (c.state = 'ready' or c.state = 'held')
      union all
      select c.claim_id, c.charged_cents, n.payer_id, n.sending_number
      from next_payer_claims n
      join claims c on c.practice_id = n.practice_id and c.claim_id = n.claim_id
      where n.practice_id = ${practiceId} and n.state = 'ready' and n.form = 'electronic'),
    ready as (select c.claim_id, c.charged_cents, payer.name as payer,
        coalesce(named.connection_id, (select connection_id from single)) as connection_id
      from unsent c
      join payers payer on payer.practice_id = ${practiceId} and payer.payer_id = c.payer_id
      left join connections named
        on named.practice_id = ${practiceId} and named.name = payer.connection_name
      where payer.claim_route = 'electronic' and not exists (select from holds h
        where h.practice_id = ${practiceId} and h.subject_kind = 'claim'
          and h.subject_id = c.claim_id and h.released_at is null)
        and not exists (select from claim_batch_claims m where m.practice_id = ${practiceId}
          and m.claim_id = c.claim_id and m.sending_number = c.sending_number))
    select n.connection_id as "connectionId", n.name as connection, n.is_test as "isTest",
      count(ready.claim_id)::integer as claims,
      coalesce(sum(ready.charged_cents), 0)::bigint as cents,
      coalesce((select json_agg(ids.claim_id) from (select claim_id from ready r
        where r.connection_id = n.connection_id order by claim_id limit 5000) ids), '[]')
        as "claimIds",
      coalesce((select json_agg(json_build_object('payer', each.payer, 'claims', each.claims,
          'cents', each.cents) order by each.cents desc)
        from (select payer, count(*) as claims, sum(charged_cents) as cents from ready r
          where r.connection_id = n.connection_id group by payer) each), '[]') as payers
    from connections n left join ready on ready.connection_id = n.connection_id
    where n.practice_id = ${practiceId}
    group by n.practice_id, n.connection_id
    order by n.name`);
}
