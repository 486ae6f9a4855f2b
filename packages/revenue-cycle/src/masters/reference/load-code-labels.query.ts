import { parseReferenceTables, referenceFiles } from "@headwater/code-sets";
import { sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { type CodeLabels, codeLabels, noCodeLabels } from "./code-labels.ts";

let kept: { readonly fingerprint: string; readonly labels: CodeLabels } | undefined;

/**
 * The labels of the reference tables in the database. They are parsed once and again only after a
 * table was loaded anew.
 */
export async function loadCodeLabels(transaction: Transaction): Promise<CodeLabels> {
  const { fingerprint } = await transaction.one<{ fingerprint: string }>(sql`
    select coalesce(string_agg(name || ' ' || sha256, ' ' order by name), '') as fingerprint
    from reference_tables`);
  if (kept?.fingerprint === fingerprint) return kept.labels;
  const rows = await transaction.query<{ name: string; content: string }>(sql`
    select name, content from reference_tables`);
  const files = Object.fromEntries(rows.map((row) => [row.name, row.content]));
  const isComplete = Object.values(referenceFiles).every((name) => files[name] !== undefined);
  const labels = isComplete ? codeLabels(parseReferenceTables(files)) : noCodeLabels;
  kept = { fingerprint, labels };
  return labels;
}
