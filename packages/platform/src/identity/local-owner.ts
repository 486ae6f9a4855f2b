import { recordSystemAudit } from "../audit/record-audit.ts";
import { sql } from "../database/sql.ts";
import { withNoPractice } from "../tenancy/with-practices.ts";
import type { IdentityServices } from "./services.ts";
import { openSession, type User } from "./sessions.ts";
import { newToken, tokenDigest } from "./token.ts";

/** The roles of the person at the machine, in every practice. */
export const localOwnerRoles = ["administrator", "owner"] as const;

const actor = "system:start";

/**
 * Makes the one-time token that is printed at the machine; every earlier one ends. It is good until it
 * is used or the next one is made, and only while the server listens on loopback.
 */
export async function createLocalToken(services: IdentityServices): Promise<string> {
  const token = newToken(services.random);
  await withNoPractice(services.database, { actor }, async (transaction) => {
    await transaction.execute(sql`
      insert into users (public_id, email, name, is_local_owner)
      values (${services.random.uuid()}, 'owner@localhost', 'Owner', true)
      on conflict do nothing`);
    await transaction.execute(sql`delete from local_owner_tokens`);
    await transaction.execute(
      sql`insert into local_owner_tokens (token_sha256) values (${tokenDigest(token)})`,
    );
  });
  return token;
}

/** Exchanges the one-time token for a session of the local owner; undefined if it is not good. */
export async function redeemLocalToken(
  services: IdentityServices,
  token: string,
  origin: { readonly address: string | undefined; readonly requestId: string },
): Promise<{ readonly token: string; readonly user: User } | undefined> {
  return withNoPractice(services.database, { actor: "nobody" }, async (transaction) => {
    // Deleting it is what uses it: of two requests at once, one finds nothing.
    const used = await transaction.execute(
      sql`delete from local_owner_tokens where token_sha256 = ${tokenDigest(token)}`,
    );
    if (used === 0) return undefined;
    const user = await transaction.one<User>(sql`
      select user_id as "userId", public_id as "publicId", email, name,
        is_local_owner as "isLocalOwner"
      from users where is_local_owner`);
    const { address, requestId } = origin;
    const session = await openSession(transaction, services, { user, address });
    await recordSystemAudit(transaction, {
      actor: `user:${user.userId}`,
      action: "sign-in",
      category: "session",
      subjects: [{ kind: "session", ids: [session.publicId] }],
      details: { by: "local-token" },
      requestId,
      ...(address === undefined ? {} : { address }),
    });
    return { token: session.token, user };
  });
}
