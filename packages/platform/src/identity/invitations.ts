import type { Role } from "@headwater/code-sets/closed-lists.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";
import {
  type PracticeTransaction,
  withNoPractice,
  withPractice,
} from "../tenancy/with-practices.ts";
import { hashPassword, type PasswordRefusal, passwordRefusal, verifyPassword } from "./password.ts";
import { isRole, mayGrant } from "./permissions.ts";
import type { IdentityServices } from "./services.ts";
import { clearAttempts, countAttempts, throttleKeys } from "./throttle.ts";
import { newToken, tokenDigest } from "./token.ts";
import { acceptedTotpStep, newTotpSecret, totpAddress } from "./totp.ts";
import { grantRoles } from "./users.ts";

/** An invitation as whoever manages people sees it; the link is shown once, when it is made. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly invitedAt: string;
  readonly endsAt: string;
  readonly state: "open" | "ended" | "accepted" | "revoked";
}

export interface InvitationToMake {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly validDays: number;
  /** The roles of whoever invites. */
  readonly granting: readonly Role[];
}

export type InvitationResult =
  | { readonly kind: "made"; readonly id: string; readonly token: string; readonly endsAt: Date }
  | { readonly kind: "refused"; readonly code: "role_not_grantable" };

/**
 * Invites a person to the practice. The answer is the same whether or not somebody has an account with
 * the address; an invitation that waits for it is taken back.
 */
export async function invite(
  transaction: PracticeTransaction,
  services: IdentityServices,
  wanted: InvitationToMake,
): Promise<InvitationResult> {
  if (!mayGrant(wanted.granting, wanted.roles)) {
    return { kind: "refused", code: "role_not_grantable" };
  }
  const { practiceId, actor } = transaction;
  const email = wanted.email.trim().toLowerCase();
  const now = services.clock.now();
  const endsAt = new Date(now.getTime() + wanted.validDays * 24 * 3_600_000);
  const token = newToken(services.random);
  const id = services.random.uuid();
  await transaction.execute(sql`
    update invitations set revoked_at = ${now}, revoked_by = ${actor}, revision = revision + 1
    where practice_id = ${practiceId} and email = ${email} and accepted_at is null
      and revoked_at is null`);
  await transaction.execute(sql`
    insert into invitations (practice_id, public_id, email, name, roles, token_sha256, invited_by,
      invited_at, ends_at)
    values (${practiceId}, ${id}, ${email}, ${wanted.name.trim()}, ${[...wanted.roles]}::text[],
      ${tokenDigest(token)}, ${actor}, ${now}, ${endsAt})`);
  return { kind: "made", id, token, endsAt };
}

/** The practice's invitations, the newest first. */
export async function listInvitations(
  transaction: PracticeTransaction,
  services: IdentityServices,
): Promise<Invitation[]> {
  type Row = Omit<Invitation, "invitedAt" | "endsAt"> & {
    readonly invitedAt: Date;
    readonly endsAt: Date;
  };
  const rows = await transaction.query<Row>(sql`
    select public_id as id, email, name, roles, invited_at as "invitedAt", ends_at as "endsAt",
      case when accepted_at is not null then 'accepted' when revoked_at is not null then 'revoked'
        when ends_at <= ${services.clock.now()} then 'ended' else 'open' end as state
    from invitations where practice_id = ${transaction.practiceId}
    order by invitation_id desc limit 200`);
  return rows.map((row) => ({
    ...row,
    invitedAt: row.invitedAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
  }));
}

/** Takes an invitation back; its link opens nothing from here on. Returns whether it waited. */
export async function revokeInvitation(
  transaction: PracticeTransaction,
  services: IdentityServices,
  id: string,
): Promise<boolean> {
  const count = await transaction.execute(sql`
    update invitations set revoked_at = ${services.clock.now()}, revoked_by = ${transaction.actor},
      revision = revision + 1
    where practice_id = ${transaction.practiceId} and public_id = ${id} and accepted_at is null
      and revoked_at is null`);
  return count > 0;
}

interface OpenInvitation {
  readonly practiceId: number;
  readonly practice: string;
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly totpSecret: string | null;
}

const actor = "invitation";

/** The one invitation that a link opens; unknown, used, ended and taken back are all undefined. */
async function findOpen(
  transaction: Transaction,
  services: IdentityServices,
  token: string,
): Promise<OpenInvitation | undefined> {
  const digest = tokenDigest(token);
  await transaction.execute(sql`select set_config('headwater.token_sha256', ${digest}, true)`);
  return transaction.maybeOne<OpenInvitation>(sql`
    select i.practice_id as "practiceId", p.name as practice, i.public_id as id, i.email, i.name,
      i.roles, i.totp_secret as "totpSecret"
    from invitations i join practices p using (practice_id)
    where i.token_sha256 = ${digest} and i.accepted_at is null and i.revoked_at is null
      and i.ends_at > ${services.clock.now()}`);
}

export interface OpenedInvitation {
  readonly practice: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** Base32, to be typed into an authenticator, and the address that one reads. */
  readonly secret: string;
  readonly address: string;
}

/** What a link is for, with the authenticator's secret; the same link shows the same one again. */
export async function openInvitation(
  services: IdentityServices,
  token: string,
): Promise<OpenedInvitation | undefined> {
  const found = await withNoPractice(services.database, { actor }, (transaction) =>
    findOpen(transaction, services, token),
  );
  if (found === undefined) return undefined;
  const secret = await secretOf(services, found);
  const { practice, name, email, roles } = found;
  const address = totpAddress(secret, email);
  return { practice, name, email, roles: roles.filter(isRole), secret, address };
}

/** The secret of an invitation's authenticator; two openings at one time agree on one. */
async function secretOf(services: IdentityServices, found: OpenInvitation): Promise<string> {
  const context = `totp:${found.id}`;
  if (found.totpSecret !== null) return services.masterKey.unseal(found.totpSecret, context);
  const sealed = services.masterKey.seal(newTotpSecret(), context);
  const { practiceId, id } = found;
  const kept = await withPractice(services.database, { practiceId, actor }, (transaction) =>
    transaction.one<{ secret: string }>(sql`
      update invitations set totp_secret = coalesce(totp_secret, ${sealed})
      where practice_id = ${practiceId} and public_id = ${id} returning totp_secret as secret`),
  );
  return services.masterKey.unseal(kept.secret, context);
}

export interface Acceptance {
  readonly token: string;
  readonly password: string;
  readonly code: string;
  readonly address?: string | undefined;
  readonly requestId?: string | undefined;
}

export type AcceptanceResult =
  | { readonly kind: "accepted" }
  | {
      readonly kind: "refused";
      readonly code: PasswordRefusal | "invitation_invalid" | "code_invalid";
    }
  | {
      readonly kind: "refused";
      readonly code: "too_many_attempts";
      readonly retryAfterSeconds: number;
    };

/**
 * Accepts an invitation, once: makes the account with its password and authenticator and gives it the
 * roles. Somebody who has an account with the address already proves it by that account's password, and
 * keeps both as they are; without the proof he gets nothing. The answer is the same in all three cases,
 * so that a link does not tell who has an account. Every acceptance counts as an attempt to sign in to
 * the address, or whoever invites could try one password after the other by new links.
 */
export async function acceptInvitation(
  services: IdentityServices,
  given: Acceptance,
): Promise<AcceptanceResult> {
  const found = await withNoPractice(services.database, { actor }, (transaction) =>
    findOpen(transaction, services, given.token),
  );
  if (found === undefined || found.totpSecret === null) return refused("invitation_invalid");
  const refusal = passwordRefusal(given.password, found);
  if (refusal) return refused(refusal);
  const now = services.clock.now();
  const secret = services.masterKey.unseal(found.totpSecret, `totp:${found.id}`);
  const step = acceptedTotpStep(secret, given.code, { now, lastStep: 0 });
  if (step === undefined) return refused("code_invalid");
  const keys = throttleKeys({ email: found.email, address: given.address });
  const wait = await withNoPractice(services.database, { actor }, (transaction) =>
    countAttempts(transaction, keys, now),
  );
  if (wait > 0) return { kind: "refused", code: "too_many_attempts", retryAfterSeconds: wait };
  const { practiceId, id } = found;
  const scope = { practiceId, actor };
  const isUsed = await withPractice(services.database, scope, async (transaction) => {
    // The condition stands in the statement: of two acceptances of one link, one finds it used.
    const taken = await transaction.execute(sql`
      update invitations set accepted_at = ${now}, totp_secret = null, revision = revision + 1
      where practice_id = ${practiceId} and public_id = ${id} and accepted_at is null
        and revoked_at is null and ends_at > ${now}`);
    if (taken === 0) return true;
    const userId = await accountOf(transaction, services, { found, given, secret, step });
    if (userId !== undefined) {
      await grantRoles(transaction, userId, found.roles.filter(isRole));
      await clearAttempts(transaction, keys);
    }
    await recordAudit(transaction, {
      actor,
      action: "change",
      category: "invitation",
      subjects: [{ kind: "invitation", ids: [id] }],
      ...(given.requestId === undefined ? {} : { requestId: given.requestId }),
      ...(given.address === undefined ? {} : { address: given.address }),
    });
    return false;
  });
  return isUsed ? refused("invitation_invalid") : { kind: "accepted" };
}

function refused(code: PasswordRefusal | "invitation_invalid" | "code_invalid"): AcceptanceResult {
  return { kind: "refused", code };
}

interface NewAccount {
  readonly found: OpenInvitation;
  readonly given: Acceptance;
  readonly secret: string;
  readonly step: number;
}

/**
 * The account that takes the roles: a new one, or the one on file whose password was given. Both ways
 * cost one hashing of the password.
 */
async function accountOf(
  transaction: PracticeTransaction,
  services: IdentityServices,
  { found, given, secret, step }: NewAccount,
): Promise<number | undefined> {
  const known = await transaction.maybeOne<{ userId: number; hash: string | null }>(sql`
    select user_id as "userId", password_hash as hash from users
    where email = ${found.email} and disabled_at is null and not is_local_owner`);
  if (known) {
    const isProven = await verifyPassword(known.hash ?? undefined, given.password);
    return isProven ? known.userId : undefined;
  }
  const now = services.clock.now();
  const publicId = services.random.uuid();
  const sealed = services.masterKey.seal(secret, `totp:${publicId}`);
  const created = await transaction.maybeOne<{ userId: number }>(sql`
    insert into users (public_id, email, name, password_hash, password_set_at, totp_secret,
      totp_confirmed_at, totp_last_step)
    values (${publicId}, ${found.email}, ${found.name}, ${await hashPassword(given.password)},
      ${now}, ${sealed}, ${now}, ${step})
    on conflict (email) do nothing returning user_id as "userId"`);
  return created?.userId;
}
