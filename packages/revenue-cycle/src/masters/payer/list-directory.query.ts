import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import type { LineOfBusiness } from "./filing-indicator.ts";
import type { DirectoryRow } from "./payer-answers.ts";

const columns = sql`d.directory_id as id, d.identifier, d.name, d.line_of_business as "lineOfBusiness",
  d.filing_indicator as "filingIndicator", d.transactions, d.source`;

export type DirectoryFilter = {
  readonly search?: string | undefined;
  readonly lineOfBusiness?: LineOfBusiness | undefined;
};

/** The directory of payers by name, each with the practice's own payer of the same identifier. */
export async function listDirectory(
  transaction: PracticeTransaction,
  filter: DirectoryFilter,
  page: {
    readonly limit: number;
    readonly after?: readonly [string, number] | undefined;
    readonly withTotal?: boolean;
  },
): Promise<Page<DirectoryRow, [string, number]>> {
  const search = filter.search?.trim().toUpperCase();
  const where = allOf([
    ...(search
      ? [sql`(strpos(upper(d.name), ${search}) > 0 or starts_with(d.identifier_key, ${search}))`]
      : []),
    ...(filter.lineOfBusiness ? [sql`d.line_of_business = ${filter.lineOfBusiness}`] : []),
  ]);
  const rows = await transaction.query<DirectoryRow>(sql`
    select ${columns}, p.payer_id as "payerId"
    from payer_directory d
    left join payers p on p.practice_id = ${transaction.practiceId}
      and p.identifier_key = d.identifier_key
    where ${where}
      ${page.after ? sql`and (d.name collate "C", d.directory_id) > (${page.after[0]}, ${page.after[1]})` : sql``}
    order by d.name collate "C", d.directory_id limit ${page.limit + 1}`);
  const shown = pageOf(rows, page.limit, (row): [string, number] => [row.name, row.id]);
  if (page.withTotal !== true) return shown;
  const total = await transaction.one<{ count: number }>(
    sql`select count(*) as count from payer_directory d where ${where}`,
  );
  return { ...shown, total };
}

/** One row of the directory of payers. */
export async function findDirectoryRow(
  transaction: PracticeTransaction,
  directoryId: number,
): Promise<DirectoryRow | undefined> {
  return transaction.maybeOne<DirectoryRow>(sql`
    select ${columns}, null::bigint as "payerId" from payer_directory d
    where d.directory_id = ${directoryId}`);
}
