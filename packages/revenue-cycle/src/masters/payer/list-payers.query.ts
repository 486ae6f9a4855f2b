import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import type { PayerRow } from "./payer-answers.ts";

/** Payers by name, for filters and lists. */
export async function listPayers(
  transaction: PracticeTransaction,
  page: { readonly limit: number; readonly after?: readonly [string, number] | undefined },
): Promise<Page<PayerRow, [string, number]>> {
  const { practiceId } = transaction;
  const rows = await transaction.query<PayerRow>(sql`
    select payer_id as id, identifier_key as key, name
    from payers
    where practice_id = ${practiceId}
      ${page.after ? sql`and (name collate "C", payer_id) > (${page.after[0]}, ${page.after[1]})` : sql``}
    order by name collate "C", payer_id
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row) => [row.name, row.id]);
}
