import { join, type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, beginsWith } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import type { PatientRow } from "./patient-answers.ts";
import { type PatientMeanings, patientMeanings } from "./patient-meanings.ts";

/** Which patients a list shows. What is absent does not narrow it. */
export type PatientFilter = {
  /** A name, date of birth, chart number, member id or telephone number. */
  readonly search?: string | undefined;
  readonly bornOn?: string | undefined;
  readonly registered?: "yes" | "no" | undefined;
};

export type PatientKey = [string, string, number];

type PatientPage = {
  readonly limit: number;
  readonly after?: PatientKey | undefined;
  readonly withTotal?: boolean;
  /** The day on which the coverage shown must hold. */
  readonly today: string;
};

type Keyed = PatientRow & { readonly lastKey: string; readonly firstKey: string };

/** How many patients are looked up before the list is read; past that they are many. */
const fewPatients = 1000;

/** Columns of a row of the list; the statement names `patients` as `p` and `first_coverage` as `c`. */
const columns: Sql = sql`
  p.patient_id as id, p.chart_number as "chartNumber", p.last_name as "lastName",
  p.first_name as "firstName", p.middle_name as "middleName", p.suffix,
  p.date_of_birth as "dateOfBirth", p.gender, p.phone, p.city, p.state,
  p.is_registered as "isRegistered", c.payer, c."memberId"`;

function firstCoverage(today: string): Sql {
  return sql`left join lateral (
    select payer.name as payer, c.member_id as "memberId" from coverages c
    join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
    where c.practice_id = p.practice_id and c.patient_id = p.patient_id
      and (c.effective_from is null or c.effective_from <= ${today}::date)
      and (c.effective_to is null or c.effective_to >= ${today}::date)
    order by c.rank limit 1) c on true`;
}

/** One page of patients by name, with the coverage that is billed first on `today`. */
export async function searchPatients(
  transaction: PracticeTransaction,
  filter: PatientFilter,
  page: PatientPage,
): Promise<Page<PatientRow, PatientKey>> {
  const { practiceId } = transaction;
  const { after } = page;
  const where = allOf([
    sql`p.practice_id = ${practiceId} and p.merged_into is null`,
    ...(filter.search?.trim() ? [await matchesText(transaction, filter.search)] : []),
    ...(filter.bornOn === undefined ? [] : [sql`p.date_of_birth = ${filter.bornOn}::date`]),
    ...(filter.registered === undefined
      ? []
      : [filter.registered === "yes" ? sql`p.is_registered` : sql`not p.is_registered`]),
  ]);
  const key = sql`(p.last_name_key, p.first_name_key, p.patient_id)`;
  const order = sql`p.last_name_key, p.first_name_key, p.patient_id`;
  const rows = await transaction.query<Keyed>(sql`
    with p as materialized (
      select * from patients p
      where ${where}
        ${after ? sql`and ${key} > (${after[0]}::text, ${after[1]}::text, ${after[2]})` : sql``}
      order by ${order} limit ${page.limit + 1})
    select ${columns}, p.last_name_key as "lastKey", p.first_name_key as "firstKey"
    from p ${firstCoverage(page.today)}
    order by ${order}`);
  const shown = pageOf(rows, page.limit, (row): PatientKey => [row.lastKey, row.firstKey, row.id]);
  const answer = {
    rows: shown.rows.map(({ lastKey: _, firstKey: __, ...row }) => row),
    next: shown.next,
  };
  if (page.withTotal !== true) return answer;
  const total = await transaction.one<{ count: number }>(
    sql`select count(*) as count from patients p where ${where}`,
  );
  return { ...answer, total };
}

/** Rows of the list for patients by their ids, in no order. */
export async function patientRows(
  transaction: PracticeTransaction,
  patientIds: readonly number[],
  today: string,
): Promise<PatientRow[]> {
  return transaction.query<PatientRow>(sql`
    select ${columns} from patients p ${firstCoverage(today)}
    where p.practice_id = ${transaction.practiceId}
      and p.patient_id = any (${[...patientIds]}::bigint[])`);
}

/**
 * Whether the patient `p` is one that a typed text may mean. A few are looked up, each meaning by its
 * index; of many the list walks its order and keeps what fits.
 */
async function matchesText(transaction: PracticeTransaction, text: string): Promise<Sql> {
  const { practiceId } = transaction;
  const meanings = patientMeanings(text);
  const born =
    meanings.bornOn === undefined ? [] : [sql`p.date_of_birth = ${meanings.bornOn}::date`];
  const conditions = conditionsOf(practiceId, meanings);
  if (conditions.length === 0) return born[0] ?? sql`false`;
  const branches = conditions.map(
    (condition) => sql`(select p.patient_id as id from patients p
      where p.practice_id = ${practiceId} and ${allOf([condition, ...born])}
      limit ${fewPatients + 1})`,
  );
  const found = await transaction.query<{ id: number }>(join(branches, " union "));
  const ids = found.map((row) => row.id);
  if (ids.length <= fewPatients) return sql`p.patient_id = any (${ids}::bigint[])`;
  return allOf([sql`(${join(conditions, " or ")})`, ...born]);
}

function conditionsOf(practiceId: number, meanings: PatientMeanings): Sql[] {
  const { chartNumber, memberIdKey: member, phone } = meanings;
  const named = (last: string, first: string | undefined) => (table: Sql) =>
    allOf([
      beginsWith(sql`${table}.last_name_key`, last),
      ...(first === undefined ? [] : [beginsWith(sql`${table}.first_name_key`, first)]),
    ]);
  const names = meanings.names.map(([last, first]) => named(last, first));
  return [
    ...names.map((is) => is(sql`p`)),
    ...names.map(
      (is) => sql`p.patient_id in (select i.patient_id from patient_identities i
        where i.practice_id = ${practiceId} and ${is(sql`i`)})`,
    ),
    ...(chartNumber === undefined ? [] : [beginsWith(sql`p.chart_number`, chartNumber)]),
    ...(phone === undefined ? [] : [sql`p.phone = ${phone}`]),
    ...(member === undefined
      ? []
      : [
          beginsWith(sql`p.named_member_key`, member),
          sql`p.patient_id in (select held.patient_id from coverages held
            where held.practice_id = ${practiceId} and ${beginsWith(sql`held.member_id_key`, member)})`,
        ]),
  ];
}
