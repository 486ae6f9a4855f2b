import { identifier, join, type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, beginsWith } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import { namesMeant, searchKey } from "../patient/patient.ts";
import type { GuarantorPerson } from "./decide-guarantor.ts";
import type { GuarantorAnswer } from "./guarantor-answers.ts";

const columns: Sql = sql`
  g.guarantor_id as id, g.last_name as "lastName", g.first_name as "firstName",
  g.address_line1 as "addressLine1", g.address_line2 as "addressLine2", g.city, g.state,
  g.postal_code as "postalCode", g.phone, g.email,
  (select count(*) from patients p where p.practice_id = g.practice_id
    and p.guarantor_id = g.guarantor_id) as patients,
  g.revision`;

/** One guarantor of the practice. */
export async function findGuarantor(
  transaction: PracticeTransaction,
  guarantorId: number,
): Promise<GuarantorAnswer | undefined> {
  return transaction.maybeOne<GuarantorAnswer>(sql`
    select ${columns} from guarantors g
    where g.practice_id = ${transaction.practiceId} and g.guarantor_id = ${guarantorId}`);
}

type GuarantorKey = [string, string, number];
type Keyed = GuarantorAnswer & { readonly lastKey: string; readonly firstKey: string };

/** Guarantors by name; `search` is the beginning of a name, or a telephone number. */
export async function listGuarantors(
  transaction: PracticeTransaction,
  search: string | undefined,
  page: { readonly limit: number; readonly after?: GuarantorKey | undefined },
): Promise<Page<GuarantorAnswer, GuarantorKey>> {
  const { after } = page;
  const names = namesMeant(search ?? "").map(([last, first]) =>
    allOf([
      beginsWith(sql`g.last_name_key`, last),
      ...(first === undefined ? [] : [beginsWith(sql`g.first_name_key`, first)]),
    ]),
  );
  const sought = search?.trim()
    ? names.length > 0
      ? sql`(${join(names, " or ")})`
      : sql`false`
    : sql`true`;
  const key = sql`(g.last_name_key, g.first_name_key, g.guarantor_id)`;
  const rows = await transaction.query<Keyed>(sql`
    select ${columns}, g.last_name_key as "lastKey", g.first_name_key as "firstKey"
    from guarantors g
    where g.practice_id = ${transaction.practiceId} and ${sought}
      ${after ? sql`and ${key} > (${after[0]}::text, ${after[1]}::text, ${after[2]})` : sql``}
    order by g.last_name_key, g.first_name_key, g.guarantor_id limit ${page.limit + 1}`);
  const shown = pageOf(
    rows,
    page.limit,
    (row): GuarantorKey => [row.lastKey, row.firstKey, row.id],
  );
  return {
    rows: shown.rows.map(({ lastKey: _, firstKey: __, ...row }) => row),
    next: shown.next,
  };
}

/** Adds a guarantor; returns his id. */
export async function insertGuarantor(
  transaction: PracticeTransaction,
  person: GuarantorPerson,
): Promise<number> {
  const values = Object.entries(valuesOf(person));
  const { id } = await transaction.one<{ id: number }>(sql`
    insert into guarantors (practice_id, ${join(values.map(([column]) => identifier(column)))})
    values (${transaction.practiceId}, ${join(values.map(([, value]) => sql`${value}`))})
    returning guarantor_id as id`);
  return id;
}

/**
 * Describes a guarantor anew, if he has the revision that was seen where one is given. False when
 * nothing was changed.
 */
export async function updateGuarantor(
  transaction: PracticeTransaction,
  guarantorId: number,
  change: { readonly person: GuarantorPerson; readonly revision?: number },
): Promise<boolean> {
  const assignments = Object.entries(valuesOf(change.person)).map(
    ([column, value]) => sql`${identifier(column)} = ${value}`,
  );
  const changed = await transaction.execute(sql`
    update guarantors set ${join(assignments)}, revision = revision + 1
    where practice_id = ${transaction.practiceId} and guarantor_id = ${guarantorId}
      ${change.revision === undefined ? sql`` : sql`and revision = ${change.revision}`}`);
  return changed === 1;
}

function valuesOf(person: GuarantorPerson): Record<string, string | null> {
  const stated = (text: string) => (text === "" ? null : text);
  return {
    last_name: person.lastName,
    first_name: stated(person.firstName),
    address_line1: stated(person.addressLine1),
    address_line2: stated(person.addressLine2),
    city: stated(person.city),
    state: stated(person.state),
    postal_code: stated(person.postalCode),
    phone: stated(person.phone),
    email: stated(person.email),
    last_name_key: searchKey(person.lastName),
    first_name_key: searchKey(person.firstName),
  };
}
