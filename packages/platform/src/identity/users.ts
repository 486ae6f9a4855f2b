import type { Role } from "@headwater/code-sets/closed-lists.ts";
import { join, sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";
import { type PracticeTransaction, withNoPractice } from "../tenancy/with-practices.ts";
import { hashPassword, type PasswordRefusal, passwordRefusal } from "./password.ts";
import { mayGrant } from "./permissions.ts";
import type { IdentityServices } from "./services.ts";
import { revokeAllSessions, type User } from "./sessions.ts";

/** A user as a practice's administrator sees him: with his roles in that practice only. */
export interface PracticeUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly authenticator: boolean;
  /** Of his roles. */
  readonly revision: number;
  readonly lastSeenAt: string | null;
}

/** The users who have a role in the practice, by name. */
export async function listUsers(transaction: PracticeTransaction): Promise<PracticeUser[]> {
  const rows = await transaction.query<PracticeUser & { readonly seen: Date | null }>(sql`
    select u.public_id as id, u.email, u.name, r.roles,
      u.totp_confirmed_at is not null as authenticator, u.roles_revision as revision,
      (select max(s.last_seen_at) from sessions s where s.user_id = u.user_id) as seen
    from users u join (
      select user_id, array_agg(role order by role) as roles from user_practice_roles
      where practice_id = ${transaction.practiceId} group by user_id) r using (user_id)
    order by lower(u.name), u.user_id`);
  return rows.map(({ seen, ...user }) => ({ ...user, lastSeenAt: seen?.toISOString() ?? null }));
}

export interface UserToAdd {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  /**
   * Gives the roles to the account that already has this e-mail; its name and password stay. Said on
   * purpose, because whoever made that account knows its password.
   */
  readonly addExisting?: boolean | undefined;
}

export type UserRefusal =
  | PasswordRefusal
  | "role_not_grantable"
  | "user_exists"
  | "user_unknown"
  | "user_of_other_practices"
  | "revision_changed"
  | "own_access";

export type UserResult =
  | { readonly kind: "done"; readonly id: string }
  | { readonly kind: "refused"; readonly code: UserRefusal };

const refused = (code: UserRefusal): UserResult => ({ kind: "refused", code });

/** Creates a user with roles in the practice. `granting` are the roles of whoever does it. */
export async function addUser(
  transaction: PracticeTransaction,
  services: IdentityServices,
  { user, granting }: { readonly user: UserToAdd; readonly granting: readonly Role[] },
): Promise<UserResult> {
  if (!mayGrant(granting, user.roles)) return refused("role_not_grantable");
  const email = user.email.trim().toLowerCase();
  const existing = await transaction.maybeOne<{ userId: number; id: string }>(sql`
    select user_id as "userId", public_id as id from users where email = ${email}`);
  if (existing && !user.addExisting) return refused("user_exists");
  const account = existing ?? (await createUser(transaction, services, { ...user, email }));
  if ("kind" in account) return account;
  await grantRoles(transaction, account.userId, user.roles);
  return { kind: "done", id: account.id };
}

/**
 * Creates an account without any role; `user_exists` if the e-mail is taken. The command line makes
 * the first user of a server with it.
 */
export async function createUser(
  transaction: Transaction,
  services: IdentityServices,
  user: { readonly email: string; readonly name: string; readonly password: string },
): Promise<{ userId: number; id: string } | (UserResult & { kind: "refused" })> {
  const refusal = passwordRefusal(user.password, user);
  if (refusal) return { kind: "refused", code: refusal };
  const created = await transaction.maybeOne<{ userId: number; id: string }>(sql`
    insert into users (public_id, email, name, password_hash, password_set_at)
    values (${services.random.uuid()}, ${user.email.trim().toLowerCase()}, ${user.name},
      ${await hashPassword(user.password)}, ${services.clock.now()})
    on conflict (email) do nothing returning user_id as "userId", public_id as id`);
  return created ?? { kind: "refused", code: "user_exists" };
}

/** Adds roles in the transaction's practice; those held already stay as they are. */
export async function grantRoles(
  transaction: PracticeTransaction,
  userId: number,
  roles: readonly Role[],
): Promise<void> {
  if (roles.length === 0) return;
  const values = roles.map(
    (role) => sql`(${transaction.practiceId}, ${userId}, ${role}, ${transaction.actor})`,
  );
  await transaction.execute(sql`
    insert into user_practice_roles (practice_id, user_id, role, granted_by)
    values ${join(values)} on conflict do nothing`);
}

interface RolesChange {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly granting: readonly Role[];
  readonly byUserId: number | undefined;
  /** The revision of the roles that the change was made against. */
  readonly revision: number;
}

/**
 * Replaces a user's roles in the practice; none takes him out of it. His sessions end at once. Nobody
 * gives or takes what he does not hold himself, nor shuts himself out.
 */
export async function setRoles(
  transaction: PracticeTransaction,
  services: IdentityServices,
  change: RolesChange,
): Promise<UserResult> {
  const { practiceId } = transaction;
  const user = await memberOf(transaction, change.id);
  if (!user) return refused("user_unknown");
  if (!mayGrant(change.granting, [...user.roles, ...change.roles])) {
    return refused("role_not_grantable");
  }
  if (user.userId === change.byUserId && !mayGrant(change.roles, user.roles)) {
    return refused("own_access");
  }
  const isCurrent = await transaction.execute(sql`
    update users set roles_revision = roles_revision + 1
    where user_id = ${user.userId} and roles_revision = ${change.revision}`);
  if (isCurrent === 0) return refused("revision_changed");
  await transaction.execute(sql`
    delete from user_practice_roles
    where practice_id = ${practiceId} and user_id = ${user.userId}
      and role <> all(${[...change.roles]}::text[])`);
  await grantRoles(transaction, user.userId, change.roles);
  const now = services.clock.now();
  await revokeAllSessions(transaction, { userId: user.userId, now }, "role-changed");
  return { kind: "done", id: change.id };
}

/** A user with a role in the practice, locked against a change of roles at the same time. */
async function memberOf(transaction: PracticeTransaction, publicId: string) {
  const { practiceId } = transaction;
  return transaction.maybeOne<User & { readonly roles: readonly Role[] }>(sql`
    select u.user_id as "userId", u.public_id as "publicId", u.email, u.name,
      u.is_local_owner as "isLocalOwner",
      (select array_agg(r.role) from user_practice_roles r
       where r.practice_id = ${practiceId} and r.user_id = u.user_id) as roles
    from users u
    where u.public_id = ${publicId} and exists (
      select 1 from user_practice_roles r
      where r.practice_id = ${practiceId} and r.user_id = u.user_id)
    for update of u`);
}

interface PasswordReset {
  readonly id: string;
  readonly password: string;
  /** The practices in which whoever resets may manage users. */
  readonly managed: readonly number[];
}

/**
 * Sets a new password for a user of the practice and ends his sessions. Refused for one who also has
 * roles where the actor manages nobody: the password would open those practices too.
 */
export async function resetPassword(
  transaction: PracticeTransaction,
  services: IdentityServices,
  reset: PasswordReset,
): Promise<UserResult> {
  const user = await memberOf(transaction, reset.id);
  if (!user) return refused("user_unknown");
  // Another transaction, because its setting shows this user's roles everywhere.
  const elsewhere = await withNoPractice(services.database, { actor: transaction.actor }, (own) =>
    rolesOutside(own, user.userId, reset.managed),
  );
  if (elsewhere || user.isLocalOwner) return refused("user_of_other_practices");
  const refusal = passwordRefusal(reset.password, user);
  if (refusal) return refused(refusal);
  await storePassword(transaction, services, { userId: user.userId, password: reset.password });
  return { kind: "done", id: reset.id };
}

async function rolesOutside(
  transaction: Transaction,
  userId: number,
  practiceIds: readonly number[],
): Promise<boolean> {
  await transaction.execute(sql`select set_config('headwater.user', ${String(userId)}, true)`);
  const rows = await transaction.query(sql`
    select 1 from user_practice_roles
    where user_id = ${userId} and practice_id <> all(${[...practiceIds]}::bigint[]) limit 1`);
  return rows.length > 0;
}

/** Stores a password that was judged before, and ends every session of the user. */
export async function storePassword(
  transaction: Transaction,
  services: IdentityServices,
  change: { readonly userId: number; readonly password: string },
): Promise<void> {
  const now = services.clock.now();
  await transaction.execute(sql`
    update users set password_hash = ${await hashPassword(change.password)},
      password_set_at = ${now}, revision = revision + 1
    where user_id = ${change.userId}`);
  await revokeAllSessions(transaction, { userId: change.userId, now }, "password-changed");
}

/** Ends every session of a user of the practice; the next request of each is refused. */
export async function endSessions(
  transaction: PracticeTransaction,
  services: IdentityServices,
  publicId: string,
): Promise<UserResult> {
  const user = await memberOf(transaction, publicId);
  if (!user) return refused("user_unknown");
  const now = services.clock.now();
  await revokeAllSessions(transaction, { userId: user.userId, now }, "revoked");
  return { kind: "done", id: publicId };
}

/** Shuts a user out of the whole installation; the command line's way. */
export async function disableUser(
  transaction: Transaction,
  services: IdentityServices,
  email: string,
): Promise<UserResult> {
  const now = services.clock.now();
  const user = await transaction.maybeOne<{ userId: number; id: string }>(sql`
    update users set disabled_at = ${now}, revision = revision + 1
    where email = ${email.trim().toLowerCase()} and disabled_at is null
    returning user_id as "userId", public_id as id`);
  if (!user) return refused("user_unknown");
  await revokeAllSessions(transaction, { userId: user.userId, now }, "user-disabled");
  return { kind: "done", id: user.id };
}
