import type pg from "pg";
import { recordSystemAudit } from "../audit/record-audit.ts";
import { sql } from "../database/sql.ts";
import { NamedError } from "../named-error.ts";
import { type PracticesDatabase, withNoPractice } from "../tenancy/with-practices.ts";
import type { MasterKey } from "./master-key.ts";

/**
 * Refuses to serve with a key that does not open the secrets in the database, such as a new machine's
 * own: users with an authenticator could not sign in. Throws `MASTER_KEY_OTHER`.
 */
export async function refuseOtherKey(database: PracticesDatabase, key: MasterKey): Promise<void> {
  const { others } = await withNoPractice(database, { actor: "system:start" }, (transaction) =>
    transaction.one<{ others: number }>(sql`
      select count(*) as others from users
      where totp_secret is not null and split_part(totp_secret, '.', 2) <> ${key.id}`),
  );
  if (others === 0) return;
  throw new NamedError(
    "MASTER_KEY_OTHER",
    `the secrets of ${others} authenticators were sealed with another key: set HEADWATER_MASTER_KEY or HEADWATER_MASTER_KEY_FILE to that one, or take the authenticators off with headwater master-key adopt`,
  );
}

interface SealedRow {
  readonly user_id: string;
  readonly public_id: string;
  readonly totp_secret: string;
}

/**
 * Seals every secret again with this installation's key. `from` is the key of the installation that the
 * rows come from, if it is known. Returns how many secrets neither key opens; they stay as they are.
 */
export async function resealSecrets(
  client: pg.ClientBase,
  keys: { readonly from: MasterKey | undefined; readonly to: MasterKey },
): Promise<number> {
  const { from, to } = keys;
  const { rows } = await client.query<SealedRow>(
    "select user_id, public_id, totp_secret from users where totp_secret is not null",
  );
  let unreadable = 0;
  for (const row of rows) {
    const keyId = row.totp_secret.split(".")[1];
    if (keyId === to.id) continue;
    if (from === undefined || keyId !== from.id) {
      unreadable += 1;
      continue;
    }
    const context = `totp:${row.public_id}`;
    const sealed = to.seal(from.unseal(row.totp_secret, context), context);
    await client.query("update users set totp_secret = $2 where user_id = $1", [
      row.user_id,
      sealed,
    ]);
  }
  return unreadable;
}

/**
 * Takes off the authenticators that the key does not open, so that their owners sign in with their
 * password and set up a new one. Their sessions end. Returns the users' public ids.
 */
export async function dropUnreadableSecrets(
  database: PracticesDatabase,
  key: MasterKey,
  actor: string,
): Promise<string[]> {
  return withNoPractice(database, { actor }, async (transaction) => {
    const rows = await transaction.query<{ id: string }>(sql`
      with dropped as (
        update users set totp_secret = null, totp_confirmed_at = null, totp_last_step = 0,
          revision = revision + 1
        where totp_secret is not null and split_part(totp_secret, '.', 2) <> ${key.id}
        returning user_id, public_id),
      ended as (
        update sessions set revoked_at = now(), revoked_why = 'authenticator-changed'
        where user_id in (select user_id from dropped) and revoked_at is null)
      select public_id as id from dropped order by public_id`);
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) {
      await recordSystemAudit(transaction, {
        actor,
        action: "change",
        category: "user",
        subjects: [{ kind: "user", ids }],
        details: { code: "authenticator-removed" },
      });
    }
    return ids;
  });
}
