import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import type { ClaimRoute } from "./decide-payer.ts";
import type { LineOfBusiness } from "./filing-indicator.ts";
import type { PayerAnswer, PayerRow } from "./payer-answers.ts";

const rowColumns = sql`payer_id as id, identifier_key as key, name, identifier,
  line_of_business as "lineOfBusiness", filing_indicator as "filingIndicator",
  claim_route as "claimRoute", connection_name as "connectionName", directory_id as "directoryId"`;

const columns = sql`${rowColumns}, address_line1 as "addressLine1", address_line2 as "addressLine2",
  city, state, postal_code as "postalCode", phone, revision`;

export type PayerFilter = {
  readonly search?: string | undefined;
  readonly lineOfBusiness?: LineOfBusiness | undefined;
  readonly route?: ClaimRoute | undefined;
};

/** Payers by name, for filters and lists. */
export async function listPayers(
  transaction: PracticeTransaction,
  filter: PayerFilter,
  page: {
    readonly limit: number;
    readonly after?: readonly [string, number] | undefined;
    readonly withTotal?: boolean;
  },
): Promise<Page<PayerRow, [string, number]>> {
  const search = filter.search?.trim().toUpperCase();
  const where = allOf([
    sql`practice_id = ${transaction.practiceId}`,
    ...(search
      ? [sql`(strpos(upper(name), ${search}) > 0 or starts_with(identifier_key, ${search}))`]
      : []),
    ...(filter.lineOfBusiness ? [sql`line_of_business = ${filter.lineOfBusiness}`] : []),
    ...(filter.route ? [sql`claim_route = ${filter.route}`] : []),
  ]);
  const rows = await transaction.query<PayerRow>(sql`
    select ${rowColumns} from payers
    where ${where}
      ${page.after ? sql`and (name collate "C", payer_id) > (${page.after[0]}, ${page.after[1]})` : sql``}
    order by name collate "C", payer_id
    limit ${page.limit + 1}`);
  const shown = pageOf(rows, page.limit, (row): [string, number] => [row.name, row.id]);
  if (page.withTotal !== true) return shown;
  const total = await transaction.one<{ count: number }>(
    sql`select count(*) as count from payers where ${where}`,
  );
  return { ...shown, total };
}

/** One payer of the practice. */
export async function findPayer(
  transaction: PracticeTransaction,
  payerId: number,
): Promise<PayerAnswer | undefined> {
  return transaction.maybeOne<PayerAnswer>(sql`
    select ${columns} from payers
    where practice_id = ${transaction.practiceId} and payer_id = ${payerId}`);
}

/** Every payer of the practice with what it is described by; an import compares with them. */
export async function allPayers(transaction: PracticeTransaction): Promise<PayerAnswer[]> {
  return transaction.query<PayerAnswer>(sql`
    select ${columns} from payers where practice_id = ${transaction.practiceId}`);
}
