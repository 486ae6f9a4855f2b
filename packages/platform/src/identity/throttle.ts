import { createHash } from "node:crypto";
import { sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";

/** Failures that are free, and how the wait grows after them: it doubles from `firstWaitSeconds`. */
export interface ThrottleRule {
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
}

/** For one account: nobody mistypes a password more often than this by accident. */
export const accountRule: ThrottleRule = {
  free: 5,
  firstWaitSeconds: 15,
  longestWaitSeconds: 900,
};

/** For one address: many people may stand behind it. */
export const addressRule: ThrottleRule = {
  free: 50,
  firstWaitSeconds: 15,
  longestWaitSeconds: 900,
};

/** A key of the throttle table; the digest keeps e-mails and addresses out of it. */
export function throttleKey(kind: "account" | "address", value: string): string {
  return createHash("sha256").update(`${kind}:${value.trim().toLowerCase()}`).digest("hex");
}

/**
 * Counts an attempt before it is judged, so that many at once cannot slip through between check and
 * count. Returns 0 when the attempt may go on, else the seconds to wait; a success clears the count.
 */
export async function countAttempt(
  transaction: Transaction,
  attempt: { readonly key: string; readonly rule: ThrottleRule; readonly now: Date },
): Promise<number> {
  const { key, rule, now } = attempt;
  const dayAgo = new Date(now.getTime() - 24 * 3_600_000);
  await transaction.execute(sql`
    insert into sign_in_throttles (key_sha256, failures, last_failure_at)
    values (${key}, 0, ${now}) on conflict do nothing`);
  const row = await transaction.one<{
    failures: number;
    blockedUntil: Date | null;
    stale: boolean;
  }>(
    sql`select failures, blocked_until as "blockedUntil", last_failure_at < ${dayAgo} as stale
        from sign_in_throttles where key_sha256 = ${key} for update`,
  );
  const waitMs = (row.blockedUntil?.getTime() ?? 0) - now.getTime();
  if (waitMs > 0) return Math.ceil(waitMs / 1000);
  const failures = (row.stale ? 0 : row.failures) + 1;
  const over = failures - rule.free;
  const seconds = Math.min(
    rule.longestWaitSeconds,
    rule.firstWaitSeconds * 2 ** Math.min(over, 20),
  );
  await transaction.execute(sql`
    update sign_in_throttles set failures = ${failures}, last_failure_at = ${now},
      blocked_until = ${over >= 0 ? new Date(now.getTime() + seconds * 1000) : null}
    where key_sha256 = ${key}`);
  return 0;
}

/** What an attempt on an account is counted under. */
export interface ThrottleKeys {
  readonly account: string;
  readonly address: string;
}

/** The keys of an attempt on the account of an e-mail, from an address where it is known. */
export function throttleKeys(attempt: {
  readonly email: string;
  readonly address?: string | undefined;
}): ThrottleKeys {
  return {
    account: throttleKey("account", attempt.email),
    address: throttleKey("address", attempt.address ?? "none"),
  };
}

/** Counts an attempt for its address and its account; 0 when it may go on, else the seconds to wait. */
export async function countAttempts(
  transaction: Transaction,
  keys: ThrottleKeys,
  now: Date,
): Promise<number> {
  const byAddress = { key: keys.address, rule: addressRule, now };
  const addressWait = await countAttempt(transaction, byAddress);
  if (addressWait > 0) return addressWait;
  return countAttempt(transaction, { key: keys.account, rule: accountRule, now });
}

/** After a success the account's failures are forgotten; the address is forgiven this one attempt. */
export async function clearAttempts(transaction: Transaction, keys: ThrottleKeys): Promise<void> {
  await transaction.execute(sql`delete from sign_in_throttles where key_sha256 = ${keys.account}`);
  await transaction.execute(sql`
    update sign_in_throttles set failures = greatest(failures - 1, 0), blocked_until = null
    where key_sha256 = ${keys.address}`);
}

/** Forgets keys without a failure for a day, which count from nothing again anyhow. */
export async function forgetThrottles(transaction: Transaction, now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - 24 * 3_600_000);
  return transaction.execute(sql`
    delete from sign_in_throttles where last_failure_at < ${dayAgo}
      and (blocked_until is null or blocked_until < ${now})`);
}
