import { poolRows } from "@headwater/platform/database/pool.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import { readPayerDirectory } from "@headwater/revenue-cycle/masters/payer/read-directory.ts";
import type pg from "pg";

/** Brings the directory of payers to the file that the program comes with; other rows stay. */
export async function loadPayerDirectory(owner: pg.Pool, text: string): Promise<void> {
  const rows = readPayerDirectory(text).map((row) => ({
    identifier_key: row.identifierKey,
    identifier: row.identifier,
    name: row.name,
    line_of_business: row.lineOfBusiness,
    filing_indicator: row.filingIndicator ?? null,
    transactions: row.transactions,
    source: row.source,
  }));
  await poolRows(
    owner,
    sql`
      insert into payer_directory (identifier_key, identifier, name, line_of_business,
        filing_indicator, transactions, source)
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as listed
        (identifier_key text, identifier text, name text, line_of_business text,
        filing_indicator text, transactions text[], source text)
      on conflict (identifier_key) do update
      set identifier = excluded.identifier, name = excluded.name,
        line_of_business = excluded.line_of_business,
        filing_indicator = excluded.filing_indicator, transactions = excluded.transactions,
        source = excluded.source`,
  );
}
