import { join, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type ComparablePatient,
  type Duplicate,
  findDuplicates,
  type KnownPatient,
} from "./find-duplicates.ts";
import { searchKey } from "./patient.ts";
import type { DuplicateAnswer } from "./patient-answers.ts";
import { patientRows } from "./search-patients.query.ts";

/** More than these of one kind are not looked at: a common surname is no sign. */
const mostCandidates = 300;
/** More than these are not shown. */
const mostShown = 10;

type CandidateRow = {
  readonly patientId: number;
  readonly lastName: string;
  readonly firstName: string | null;
  readonly dateOfBirth: string | null;
  readonly phone: string | null;
  readonly memberIdKeys: string[];
};

/** Who on file may be the person described; the patient `except` is not meant. */
export async function likelyDuplicates(
  transaction: PracticeTransaction,
  person: ComparablePatient,
  except?: number,
): Promise<Duplicate[]> {
  const { practiceId } = transaction;
  const born = person.dateOfBirth ?? null;
  const ways = [
    sql`p.last_name_key = ${searchKey(person.lastName)} and p.first_name_key = ${searchKey(person.firstName)}`,
    ...(born === null ? [] : [sql`p.date_of_birth = ${born}::date`]),
    ...(person.phone === undefined ? [] : [sql`p.phone = ${person.phone}`]),
    sql`p.named_member_key = any (${[...person.memberIdKeys]}::text[])`,
    sql`p.patient_id in (select c.patient_id from coverages c
      where c.practice_id = ${practiceId} and c.member_id_key = any (${[...person.memberIdKeys]}::text[]))`,
  ].map(
    (way) => sql`(select p.patient_id from patients p
      where p.practice_id = ${practiceId} and p.merged_into is null and ${way}
      limit ${mostCandidates})`,
  );
  const rows = await transaction.query<CandidateRow>(sql`
    with meant as materialized (${join(ways, " union ")})
    select p.patient_id as "patientId", p.last_name as "lastName", p.first_name as "firstName",
      p.date_of_birth as "dateOfBirth", p.phone,
      array(select c.member_id_key from coverages c
        where c.practice_id = ${practiceId} and c.patient_id = p.patient_id
        union select p.named_member_key where p.named_member_key is not null) as "memberIdKeys"
    from meant join patients p on p.practice_id = ${practiceId} and p.patient_id = meant.patient_id
    where p.patient_id <> ${except ?? 0}`);
  return findDuplicates(person, rows.map(knownPatient)).slice(0, mostShown);
}

function knownPatient(row: CandidateRow): KnownPatient {
  return {
    ...row,
    firstName: row.firstName ?? "",
    dateOfBirth: row.dateOfBirth ?? undefined,
    phone: row.phone ?? undefined,
  };
}

/**
 * Another patient on file with the same name and birthday whom nobody told apart from this one; the
 * longest known of several.
 */
export async function sameByNameAndBirth(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<number | undefined> {
  const found = await transaction.maybeOne<{ id: number }>(sql`
    select o.patient_id as id
    from patients p
    join patients o on o.practice_id = p.practice_id and o.last_name_key = p.last_name_key
      and o.first_name_key = p.first_name_key and o.date_of_birth = p.date_of_birth
      and o.patient_id <> p.patient_id and o.merged_into is null
    where p.practice_id = ${transaction.practiceId} and p.patient_id = ${patientId}
      and not exists (select from patient_distinctions d
        where d.practice_id = p.practice_id and d.patient_id = least(p.patient_id, o.patient_id)
          and d.other_patient_id = greatest(p.patient_id, o.patient_id))
    order by o.patient_id limit 1`);
  return found?.id;
}

/** Keeps that patients who look alike are two people each; a person has compared them. */
export async function tellApart(
  transaction: PracticeTransaction,
  patientId: number,
  others: readonly number[],
): Promise<void> {
  await transaction.execute(sql`
    insert into patient_distinctions (practice_id, patient_id, other_patient_id, actor)
    select ${transaction.practiceId}, least(${patientId}::bigint, other),
      greatest(${patientId}::bigint, other), ${transaction.actor}
    from unnest(${[...others]}::bigint[]) as other where other <> ${patientId}::bigint
    on conflict do nothing`);
}

/** The same with what is known of each, to be shown side by side. */
export async function describeDuplicates(
  transaction: PracticeTransaction,
  duplicates: readonly Duplicate[],
  today: string,
): Promise<DuplicateAnswer[]> {
  const ids = duplicates.map(({ patientId }) => patientId);
  const rows = new Map((await patientRows(transaction, ids, today)).map((row) => [row.id, row]));
  return duplicates.flatMap(({ patientId, weight, reasons }) => {
    const row = rows.get(patientId);
    return row === undefined ? [] : [{ ...row, weight, reasons: [...reasons] }];
  });
}
