import type { Role } from "@headwater/code-sets/closed-lists.ts";
import { sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";
import { withNoPractice } from "../tenancy/with-practices.ts";
import { actingRole } from "./acting-role.ts";
import { localOwnerRoles } from "./local-owner.ts";
import { holds, isRole, type Permission } from "./permissions.ts";
import type { IdentityServices } from "./services.ts";
import { findSession, type User } from "./sessions.ts";
import { tokenDigest } from "./token.ts";

/** The beginning of every API token, so that a leaked one is recognised. */
export const apiTokenPrefix = "hw_";

/** What a request shows of who sends it. */
export type Credential =
  | { readonly kind: "session"; readonly token: string }
  | { readonly kind: "api-token"; readonly token: string };

/** Who sends requests: a person's session or an API token. */
export interface Actor {
  /** `user:12` or `token:5`, as it stands in events and the audit log. */
  readonly name: string;
  readonly userId: number | undefined;
  readonly user: User | undefined;
  readonly session: { readonly sessionId: number; readonly publicId: string } | undefined;
  readonly isLocalOwner: boolean;
}

/** A practice with what the actor may be there. */
export interface PracticeMembership {
  readonly practiceId: number;
  readonly publicId: string;
  readonly name: string;
  readonly kind: "practice" | "own-files" | "demo";
  readonly timeZone: string;
  /** A demo practice's own day, `YYYY-MM-DD`. */
  readonly businessDate: string | undefined;
  readonly roles: readonly Role[];
  /** The role that a person chose to act in; it stands alone in `roles` then. */
  readonly actingRole: Role | undefined;
}

/** An actor and the practices that exist for him: those he has a role in. */
export interface Identity {
  readonly actor: Actor;
  readonly memberships: readonly PracticeMembership[];
}

interface MembershipRow {
  readonly practiceId: number;
  readonly publicId: string;
  readonly name: string;
  readonly kind: "practice" | "own-files" | "demo";
  readonly timeZone: string;
  readonly businessDate: string | null;
  readonly roles: readonly string[] | null;
}

/**
 * Finds who stands behind a credential, and his roles: in the one practice asked about, or in all.
 * Undefined for a credential that is unknown, ended or revoked. Nothing is remembered between
 * requests, so a revocation or a changed role counts from the next request on.
 */
export async function authenticate(
  services: IdentityServices,
  credential: Credential,
  practicePublicId?: string,
): Promise<Identity | undefined> {
  const scope = { actor: "nobody", isPrepared: true };
  return withNoPractice(services.database, scope, async (transaction) =>
    credential.kind === "session"
      ? bySession(transaction, services, { token: credential.token, practicePublicId })
      : byApiToken(transaction, services, { token: credential.token, practicePublicId }),
  );
}

interface Question {
  readonly token: string;
  readonly practicePublicId: string | undefined;
}

async function bySession(
  transaction: Transaction,
  services: IdentityServices,
  question: Question,
): Promise<Identity | undefined> {
  const session = await findSession(transaction, services, question.token);
  if (!session) return undefined;
  const { user } = session;
  const only = question.practicePublicId ?? null;
  const rows = await transaction.query<MembershipRow>(sql`
    select p.practice_id as "practiceId", p.public_id as "publicId", p.name, p.kind,
      p.time_zone as "timeZone", p.business_date as "businessDate", r.roles
    from practices p
    left join lateral (
      select array_agg(r.role order by r.role) as roles from user_practice_roles r
      where r.practice_id = p.practice_id and r.user_id = ${user.userId}) r on true
    where (${user.isLocalOwner} or r.roles is not null)
      and (${only}::uuid is null or p.public_id = ${only}::uuid)
    order by p.name, p.practice_id`);
  const actor: Actor = {
    name: `user:${user.userId}`,
    userId: user.userId,
    user,
    session: { sessionId: session.sessionId, publicId: session.publicId },
    isLocalOwner: user.isLocalOwner,
  };
  const memberships = rows.map((row) => {
    const held = user.isLocalOwner ? localOwnerRoles : (row.roles ?? []).filter(isRole);
    const chosen = session.acting?.practiceId === row.practiceId ? session.acting.role : "";
    return membership(row, held, row.kind === "demo" ? actingRole(held, chosen) : undefined);
  });
  return { actor, memberships };
}

async function byApiToken(
  transaction: Transaction,
  services: IdentityServices,
  question: Question,
): Promise<Identity | undefined> {
  const digest = tokenDigest(question.token);
  const now = services.clock.now();
  await transaction.execute(sql`select set_config('headwater.token_sha256', ${digest}, true)`);
  const row = await transaction.maybeOne<MembershipRow & { apiTokenId: number }>(sql`
    select t.api_token_id as "apiTokenId", t.roles, p.practice_id as "practiceId",
      p.public_id as "publicId", p.name, p.kind, p.time_zone as "timeZone",
      p.business_date as "businessDate"
    from api_tokens t join practices p using (practice_id)
    where t.token_sha256 = ${digest} and t.revoked_at is null and t.ends_at > ${now}`);
  if (!row) return undefined;
  const { apiTokenId, ...practice } = row;
  const actor: Actor = {
    name: `token:${apiTokenId}`,
    userId: undefined,
    user: undefined,
    session: undefined,
    isLocalOwner: false,
  };
  const own = membership(practice, practice.roles ?? []);
  const asked = question.practicePublicId;
  return { actor, memberships: asked === undefined || asked === own.publicId ? [own] : [] };
}

function membership(
  row: MembershipRow,
  roles: readonly string[],
  acting?: Role,
): PracticeMembership {
  return {
    practiceId: row.practiceId,
    publicId: row.publicId,
    name: row.name,
    kind: row.kind,
    timeZone: row.timeZone,
    businessDate: row.businessDate ?? undefined,
    roles: acting === undefined ? roles.filter(isRole) : [acting],
    actingRole: acting,
  };
}

/** Ids of the practices in which the identity holds a permission. */
export function practicesWith(identity: Identity, permission: Permission): number[] {
  return identity.memberships
    .filter(({ roles }) => holds(roles, permission))
    .map(({ practiceId }) => practiceId);
}

/** Whether the permission is held in some practice; the local owner holds all, even with no practice yet. */
export function holdsAnywhere(identity: Identity, permission: Permission): boolean {
  if (identity.actor.isLocalOwner && holds(localOwnerRoles, permission)) return true;
  return identity.memberships.some(({ roles }) => holds(roles, permission));
}
