import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { NamedPayer } from "./payer.ts";

/**
 * Ids of payers by identifier key; unknown payers are added. The first name seen under an identifier
 * stays.
 */
export async function payerIds(
  transaction: PracticeTransaction,
  payers: readonly NamedPayer[],
): Promise<Map<string, number>> {
  const named = new Map<string, NamedPayer>();
  for (const payer of payers) {
    if (!named.has(payer.identifierKey)) named.set(payer.identifierKey, payer);
  }
  if (named.size === 0) return new Map();
  const keys = [...named.keys()];
  const known = await idsByKey(transaction, keys);
  const missing = [...named.values()].filter((payer) => !known.has(payer.identifierKey));
  if (missing.length === 0) return known;
  await transaction.execute(sql`
    insert into payers (practice_id, identifier_key, identifier, name)
    select ${transaction.practiceId}, payer.identifier_key, payer.identifier, payer.name
    from jsonb_to_recordset(${JSON.stringify(
      missing.map((payer) => ({
        identifier_key: payer.identifierKey,
        identifier: payer.identifier ?? null,
        name: payer.name,
      })),
    )}::jsonb) as payer (identifier_key text, identifier text, name text)
    on conflict do nothing`);
  return idsByKey(transaction, keys);
}

async function idsByKey(
  transaction: PracticeTransaction,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows = await transaction.query<{ identifier_key: string; payer_id: number }>(sql`
    select identifier_key, payer_id from payers
    where practice_id = ${transaction.practiceId} and identifier_key = any (${[...keys]}::text[])`);
  return new Map(rows.map((row) => [row.identifier_key, row.payer_id]));
}
