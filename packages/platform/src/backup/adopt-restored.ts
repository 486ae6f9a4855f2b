import type pg from "pg";
import type { Anchor } from "../audit/anchor.ts";
import { markRestored } from "../audit/chain-audit.ts";
import { type MasterKey, masterKey } from "../identity/master-key.ts";
import { resealSecrets } from "../identity/sealed-secrets.ts";
import { systemRandom } from "../random/random.ts";
import type { ArchiveHead } from "./archive.ts";

/** What a restored installation works with. */
export interface Adoption {
  readonly anchor: Anchor;
  readonly masterKey: MasterKey;
}

/**
 * Makes restored rows this installation's own, in the transaction of the restore: secrets are sealed
 * with its key, sessions that were open at the time of the backup end (some may have been revoked
 * since), and the anchor is told where the audit chains begin again. Returns how many secrets cannot
 * be opened because the backup does not hold their key.
 */
export async function adoptRestored(
  client: pg.ClientBase,
  head: ArchiveHead,
  adoption: Adoption,
): Promise<number> {
  const from = head.masterKey && masterKey(Buffer.from(head.masterKey, "base64"), systemRandom);
  const unreadable = await resealSecrets(client, {
    from: from || undefined,
    to: adoption.masterKey,
  });
  await client.query(
    "update sessions set revoked_at = now(), revoked_why = 'restored' where revoked_at is null",
  );
  await client.query("delete from local_owner_tokens");
  await markRestored(client, adoption.anchor);
  return unreadable;
}
