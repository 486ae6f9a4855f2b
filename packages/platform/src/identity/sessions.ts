import { sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";
import type { IdentityServices } from "./services.ts";
import { newToken, tokenDigest } from "./token.ts";

/** The user behind a session or a sign-in. */
export interface User {
  readonly userId: number;
  readonly publicId: string;
  readonly email: string;
  readonly name: string;
  readonly isLocalOwner: boolean;
}

/** A live session. */
export interface Session {
  readonly sessionId: number;
  readonly publicId: string;
  readonly user: User;
  /** The role in which the user looks at one practice. */
  readonly acting: { readonly practiceId: number; readonly role: string } | undefined;
}

export type SessionEnd =
  | "signed-out"
  | "role-changed"
  | "password-changed"
  | "authenticator-changed"
  | "user-disabled"
  | "restored"
  | "revoked";

/** Opens a session and returns the token, which is known to nobody but the browser from here on. */
export async function openSession(
  transaction: Transaction,
  services: IdentityServices,
  session: { readonly user: User; readonly address: string | undefined },
): Promise<{ token: string; publicId: string; sessionId: number }> {
  const { user, address } = session;
  const { clock, random, limits } = services;
  const token = newToken(random);
  const now = clock.now();
  const idleMs = user.isLocalOwner ? limits.localOwnerIdleMs : limits.idleMs;
  const publicId = random.uuid();
  const row = await transaction.one<{ sessionId: number }>(sql`
    insert into sessions
      (public_id, user_id, token_sha256, created_at, last_seen_at, idle_ends_at, ends_at, address)
    values (${publicId}, ${user.userId}, ${tokenDigest(token)}, ${now}, ${now},
      ${new Date(now.getTime() + idleMs)}, ${new Date(now.getTime() + limits.absoluteMs)},
      ${address ?? null})
    returning session_id as "sessionId"`);
  return { token, publicId, sessionId: row.sessionId };
}

interface SessionRow extends User {
  readonly sessionId: number;
  readonly sessionPublicId: string;
  readonly lastSeenAt: Date;
  readonly actingPracticeId: number | null;
  readonly actingRole: string | null;
  readonly setting: string;
}

/**
 * The live session of a token, or undefined when it is unknown, revoked, idle for too long, too old,
 * or its user may not sign in. Being asked moves its idle end forward, at most once a minute. From then
 * on the transaction is shown this user's own roles, whatever the set of practices.
 */
export async function findSession(
  transaction: Transaction,
  services: IdentityServices,
  token: string,
): Promise<Session | undefined> {
  const now = services.clock.now();
  const row = await transaction.maybeOne<SessionRow>(sql`
    select s.session_id as "sessionId", s.public_id as "sessionPublicId",
      s.last_seen_at as "lastSeenAt", s.acting_practice_id as "actingPracticeId",
      s.acting_role as "actingRole", u.user_id as "userId", u.public_id as "publicId",
      u.email, u.name, u.is_local_owner as "isLocalOwner",
      set_config('headwater.user', u.user_id::text, true) as setting
    from sessions s join users u using (user_id)
    where s.token_sha256 = ${tokenDigest(token)} and s.revoked_at is null
      and s.idle_ends_at > ${now} and s.ends_at > ${now} and u.disabled_at is null`);
  if (!row || (row.isLocalOwner && !services.localOwnerAllowed)) return undefined;
  const { sessionId, sessionPublicId, lastSeenAt, actingPracticeId, actingRole, setting, ...user } =
    row;
  void setting;
  const { limits } = services;
  const idleMs = user.isLocalOwner ? limits.localOwnerIdleMs : limits.idleMs;
  if (now.getTime() - lastSeenAt.getTime() > Math.min(60_000, idleMs / 10)) {
    await transaction.execute(sql`
      update sessions set last_seen_at = ${now},
        idle_ends_at = least(ends_at, ${new Date(now.getTime() + idleMs)})
      where session_id = ${sessionId} and revoked_at is null`);
  }
  const acting =
    actingPracticeId === null || actingRole === null
      ? undefined
      : { practiceId: actingPracticeId, role: actingRole };
  return { sessionId, publicId: sessionPublicId, user, acting };
}

/** Ends one session of a user by its public id. Returns whether it was live. */
export async function revokeSession(
  transaction: Transaction,
  session: { readonly userId: number; readonly publicId: string; readonly now: Date },
  why: SessionEnd,
): Promise<boolean> {
  const count = await transaction.execute(sql`
    update sessions set revoked_at = ${session.now}, revoked_why = ${why}
    where user_id = ${session.userId} and public_id = ${session.publicId} and revoked_at is null`);
  return count > 0;
}

/** Ends every session of a user at once; the next request of each is refused. */
export async function revokeAllSessions(
  transaction: Transaction,
  user: { readonly userId: number; readonly now: Date },
  why: SessionEnd,
): Promise<number> {
  return transaction.execute(sql`
    update sessions set revoked_at = ${user.now}, revoked_why = ${why}
    where user_id = ${user.userId} and revoked_at is null`);
}

/** Forgets sessions that ended longer ago than the days given; the audit log keeps their story. */
export async function forgetSessions(transaction: Transaction, now: Date): Promise<number> {
  const before = new Date(now.getTime() - 30 * 24 * 3_600_000);
  return transaction.execute(sql`delete from sessions where ends_at < ${before}`);
}
