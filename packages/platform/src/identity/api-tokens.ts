import type { Role } from "@headwater/code-sets/closed-lists.ts";
import { sql } from "../database/sql.ts";
import type { PracticeTransaction } from "../tenancy/with-practices.ts";
import { apiTokenPrefix } from "./authenticate.ts";
import { mayGrant } from "./permissions.ts";
import type { IdentityServices } from "./services.ts";
import { newToken, tokenDigest } from "./token.ts";

/** A token as it is listed; the secret is shown once, when it is made. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  /** The first characters of the secret. */
  readonly hint: string;
  readonly roles: readonly Role[];
  readonly createdAt: string;
  readonly endsAt: string;
  readonly revokedAt: string | null;
}

export type ApiTokenResult =
  | { readonly kind: "created"; readonly id: string; readonly token: string; readonly endsAt: Date }
  | { readonly kind: "refused"; readonly code: "role_not_grantable" };

export interface ApiTokenToCreate {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly validDays: number;
  /** The roles of whoever makes it. */
  readonly granting: readonly Role[];
}

/** Makes a token for one practice with some of the maker's own powers. */
export async function createApiToken(
  transaction: PracticeTransaction,
  services: IdentityServices,
  wanted: ApiTokenToCreate,
): Promise<ApiTokenResult> {
  if (!mayGrant(wanted.granting, wanted.roles)) {
    return { kind: "refused", code: "role_not_grantable" };
  }
  const token = newToken(services.random, apiTokenPrefix);
  const id = services.random.uuid();
  const now = services.clock.now();
  const endsAt = new Date(now.getTime() + wanted.validDays * 24 * 3_600_000);
  await transaction.execute(sql`
    insert into api_tokens
      (practice_id, public_id, name, hint, token_sha256, roles, created_by, created_at, ends_at)
    values (${transaction.practiceId}, ${id}, ${wanted.name}, ${token.slice(0, 7)},
      ${tokenDigest(token)}, ${[...wanted.roles]}::text[], ${transaction.actor}, ${now}, ${endsAt})`);
  return { kind: "created", id, token, endsAt };
}

interface ApiTokenRow extends Omit<ApiToken, "createdAt" | "endsAt" | "revokedAt"> {
  readonly createdAt: Date;
  readonly endsAt: Date;
  readonly revokedAt: Date | null;
}

/** The practice's tokens, newest first. */
export async function listApiTokens(transaction: PracticeTransaction): Promise<ApiToken[]> {
  const rows = await transaction.query<ApiTokenRow>(sql`
    select public_id as id, name, hint, roles, created_at as "createdAt", ends_at as "endsAt",
      revoked_at as "revokedAt"
    from api_tokens where practice_id = ${transaction.practiceId} order by api_token_id desc`);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

/** Ends a token at once. Returns whether it was live. */
export async function revokeApiToken(
  transaction: PracticeTransaction,
  services: IdentityServices,
  id: string,
): Promise<boolean> {
  const count = await transaction.execute(sql`
    update api_tokens set revoked_at = ${services.clock.now()}
    where practice_id = ${transaction.practiceId} and public_id = ${id} and revoked_at is null`);
  return count > 0;
}
