import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";

/** Claims of this many ids that follow each other make a chunk; the triggers of the schema know it too. */
export const chunkSize = 1024;

/**
 * What the claims of a chunk have open, read from its lines: one row for each payer and first day of
 * service. No date of service is infinity. `chunk` is a column of whatever stands before it.
 */
export function openOfChunk(practiceId: number, chunk: Sql): Sql {
  const inChunk = (column: Sql) =>
    sql`${column} between ${chunk} * ${chunkSize}::bigint and ${chunk} * ${chunkSize}::bigint + ${chunkSize - 1}::bigint`;
  return sql`
    select c.payer_id, coalesce(c.service_from, 'infinity') as service_on,
      sum(o.insurance_cents)::bigint as insurance_cents,
      sum(o.patient_cents)::bigint as patient_cents, count(*) as claims
    from (
      select r.claim_id, sum(r.open_insurance_cents) as insurance_cents,
        sum(r.open_patient_cents) as patient_cents
      from receivables r
      where r.practice_id = ${practiceId} and ${inChunk(sql`r.claim_id`)}
        and (r.open_insurance_cents > 0 or r.open_patient_cents > 0)
      group by r.claim_id) o
    join claims c on c.practice_id = ${practiceId} and c.claim_id = o.claim_id
      and ${inChunk(sql`c.claim_id`)}
    group by c.payer_id, c.service_from`;
}

/** What a row of `open_chunks` added to the totals, as rows. */
export const keptOfChunk: Sql = sql`unnest(k.payer_ids, k.service_on, k.insurance_cents,
  k.patient_cents, k.claims) as kept (payer_id, service_on, insurance_cents, patient_cents, claims)`;

/**
 * Counts what is open anew in chunks where claims were written and moves the totals by the difference;
 * the chunks are then due for the measures. Two must not do it at once. Returns how many it counted.
 */
export async function foldOpenChunks(
  transaction: PracticeTransaction,
  atMost: number,
): Promise<number> {
  const { practiceId } = transaction;
  const taken = await transaction.query<{ chunk: number }>(sql`
    with first as (
      select distinct chunk from measure_changes
      where practice_id = ${practiceId} and axis = 'claim' order by chunk limit ${atMost}),
    taken as (
      delete from measure_changes m using first
      where m.practice_id = ${practiceId} and m.axis = 'claim' and m.chunk = first.chunk)
    insert into measure_changes (practice_id, axis, chunk)
    select ${practiceId}::bigint, 'due', chunk from first
    returning chunk`);
  // A chunk below zero holds what belongs to no claim.
  const chunks = taken.map(({ chunk }) => chunk).filter((chunk) => chunk >= 0);
  if (chunks.length > 0) await countOpen(transaction, chunks);
  return taken.length;
}

/** A statement of its own after the marks were taken: it sees all that was written before them. */
async function countOpen(
  transaction: PracticeTransaction,
  chunks: readonly number[],
): Promise<void> {
  const { practiceId } = transaction;
  await transaction.execute(sql`
    with wanted as (select unnest(${[...chunks]}::bigint[]) as chunk),
    counted as materialized (
      select wanted.chunk, o.* from wanted
      cross join lateral (${openOfChunk(practiceId, sql`wanted.chunk`)}) o),
    before as materialized (
      select kept.* from wanted
      join open_chunks k on k.practice_id = ${practiceId} and k.chunk = wanted.chunk
      cross join ${keptOfChunk}),
    kept as (
      insert into open_chunks (practice_id, chunk, payer_ids, service_on, insurance_cents,
        patient_cents, claims)
      select ${practiceId}::bigint, chunk, ${listOf(sql`payer_id`)}, ${listOf(sql`service_on`)},
        ${listOf(sql`insurance_cents`)}, ${listOf(sql`patient_cents`)}, ${listOf(sql`claims`)}
      from wanted left join counted using (chunk) group by chunk
      on conflict (practice_id, chunk) do update set payer_ids = excluded.payer_ids,
        service_on = excluded.service_on, insurance_cents = excluded.insurance_cents,
        patient_cents = excluded.patient_cents, claims = excluded.claims)
    insert into open_cells as cell (practice_id, payer_id, service_on, insurance_cents,
      patient_cents, claims)
    select ${practiceId}::bigint, payer_id, service_on, sum(insurance_cents), sum(patient_cents),
      sum(claims)
    from (
      select payer_id, service_on, insurance_cents, patient_cents, claims from counted
      union all
      select payer_id, service_on, -insurance_cents, -patient_cents, -claims from before) moved
    group by payer_id, service_on
    having sum(insurance_cents) <> 0 or sum(patient_cents) <> 0 or sum(claims) <> 0
    on conflict (practice_id, payer_id, service_on) do update
    set insurance_cents = cell.insurance_cents + excluded.insurance_cents,
      patient_cents = cell.patient_cents + excluded.patient_cents,
      claims = cell.claims + excluded.claims`);
  await transaction.execute(sql`
    delete from open_cells where practice_id = ${practiceId} and claims = 0
      and insurance_cents = 0 and patient_cents = 0`);
}

function listOf(column: Sql): Sql {
  return sql`coalesce(array_agg(${column}) filter (where payer_id is not null), '{}')`;
}
