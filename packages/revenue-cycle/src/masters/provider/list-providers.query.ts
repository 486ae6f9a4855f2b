import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import type { ProviderAnswer, ProviderRole } from "./provider-answers.ts";

const columns: Sql = sql`
  provider_id as id, npi, name, is_organization as "isOrganization", last_name as "lastName",
  first_name as "firstName", middle_name as "middleName", credential, taxonomy,
  is_billing as "isBilling", is_rendering as "isRendering", is_supervising as "isSupervising",
  tax_id as "taxId", address_line1 as "addressLine1", address_line2 as "addressLine2", city, state,
  postal_code as "postalCode", phone, effective_from as "effectiveFrom",
  effective_to as "effectiveTo", revision`;

export type ProviderFilter = {
  readonly search?: string | undefined;
  readonly role?: ProviderRole | "none" | undefined;
  /** Only those who may be named on a claim for this day. */
  readonly on?: string | undefined;
};

type ProviderPage = {
  readonly limit: number;
  readonly after?: readonly [string, number] | undefined;
  readonly withTotal?: boolean;
};

const roleConditions: Readonly<Record<ProviderRole | "none", Sql>> = {
  billing: sql`is_billing`,
  rendering: sql`is_rendering`,
  supervising: sql`is_supervising`,
  none: sql`not (is_billing or is_rendering or is_supervising)`,
};

const sortName: Sql = sql`coalesce(lower(name), '') collate "C"`;

/** Providers by name: those a person described and those whom only files name. */
export async function listProviders(
  transaction: PracticeTransaction,
  filter: ProviderFilter,
  page: ProviderPage,
): Promise<Page<ProviderAnswer, [string, number]>> {
  const { role, on } = filter;
  const search = filter.search?.trim().toLowerCase();
  const where = allOf([
    sql`practice_id = ${transaction.practiceId}`,
    ...(search ? [sql`(strpos(lower(name), ${search}) > 0 or starts_with(npi, ${search}))`] : []),
    ...(role === undefined ? [] : [roleConditions[role]]),
    ...(on === undefined
      ? []
      : [
          sql`(effective_from is null or effective_from <= ${on})
            and (effective_to is null or ${on} <= effective_to)`,
        ]),
  ]);
  const rows = await transaction.query<ProviderAnswer & { sortName: string }>(sql`
    select ${columns}, ${sortName} as "sortName" from providers
    where ${where}
      ${page.after ? sql`and (${sortName}, provider_id) > (${page.after[0]}, ${page.after[1]})` : sql``}
    order by ${sortName}, provider_id limit ${page.limit + 1}`);
  const shown = pageOf(rows, page.limit, (row): [string, number] => [row.sortName, row.id]);
  const answer = { rows: shown.rows.map(({ sortName: _, ...row }) => row), next: shown.next };
  if (page.withTotal !== true) return answer;
  const total = await transaction.one<{ count: number }>(
    sql`select count(*) as count from providers where ${where}`,
  );
  return { ...answer, total };
}

/** One provider of the practice. */
export async function findProvider(
  transaction: PracticeTransaction,
  providerId: number,
): Promise<ProviderAnswer | undefined> {
  return transaction.maybeOne<ProviderAnswer>(sql`
    select ${columns} from providers
    where practice_id = ${transaction.practiceId} and provider_id = ${providerId}`);
}
