import { sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";
import { withNoPractice } from "../tenancy/with-practices.ts";
import { type PasswordRefusal, passwordRefusal, verifyPassword } from "./password.ts";
import type { IdentityServices } from "./services.ts";
import { openSession, revokeAllSessions, type User } from "./sessions.ts";
import { accountRule, clearAttempts, countAttempt, throttleKey } from "./throttle.ts";
import { acceptedTotpStep, newTotpSecret, totpAddress } from "./totp.ts";
import { storePassword } from "./users.ts";

export type AccountRefusal =
  | { readonly kind: "refused"; readonly code: PasswordRefusal | "credentials_invalid" }
  | { readonly kind: "refused"; readonly code: "authenticator_absent" | "authenticator_present" }
  | {
      readonly kind: "refused";
      readonly code: "too_many_attempts";
      readonly retryAfterSeconds: number;
    };

/** The new token of the session that goes on; every other session of the user has ended. */
export interface Renewed {
  readonly kind: "renewed";
  readonly token: string;
}

interface Secrets {
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly totpConfirmed: boolean;
  readonly totpLastStep: number;
}

function secretsOf(transaction: Transaction, userId: number): Promise<Secrets> {
  return transaction.one<Secrets>(sql`
    select password_hash as "passwordHash", totp_secret as "totpSecret",
      totp_confirmed_at is not null as "totpConfirmed", totp_last_step as "totpLastStep"
    from users where user_id = ${userId} for update`);
}

/** Counts a guess of one's own password like one at the door: a stolen session must not guess freely. */
async function countGuess(
  services: IdentityServices,
  user: User,
): Promise<AccountRefusal | undefined> {
  const attempt = {
    key: throttleKey("account", user.email),
    rule: accountRule,
    now: services.clock.now(),
  };
  const retryAfterSeconds = await withNoPractice(
    services.database,
    { actor: `user:${user.userId}` },
    (transaction) => countAttempt(transaction, attempt),
  );
  return retryAfterSeconds > 0
    ? { kind: "refused", code: "too_many_attempts", retryAfterSeconds }
    : undefined;
}

function forgiveGuess(transaction: Transaction, user: User): Promise<void> {
  return clearAttempts(transaction, { account: throttleKey("account", user.email), address: "" });
}

async function renew(
  transaction: Transaction,
  services: IdentityServices,
  user: User,
): Promise<Renewed> {
  const session = await openSession(transaction, services, { user, address: undefined });
  return { kind: "renewed", token: session.token };
}

/** Changes one's own password. The local owner, who begins without one, needs no current password. */
export async function changePassword(
  transaction: Transaction,
  services: IdentityServices,
  change: { readonly user: User; readonly current: string; readonly password: string },
): Promise<Renewed | AccountRefusal> {
  const { user } = change;
  const throttled = await countGuess(services, user);
  if (throttled) return throttled;
  const secrets = await secretsOf(transaction, user.userId);
  const first = user.isLocalOwner && secrets.passwordHash === null;
  if (!first && !(await verifyPassword(secrets.passwordHash ?? undefined, change.current))) {
    return { kind: "refused", code: "credentials_invalid" };
  }
  const refusal = passwordRefusal(change.password, user);
  if (refusal) return { kind: "refused", code: refusal };
  await storePassword(transaction, services, { userId: user.userId, password: change.password });
  await forgiveGuess(transaction, user);
  return renew(transaction, services, user);
}

/** Makes a secret for an authenticator; it counts once a code of it is given back. */
export async function beginTotp(
  transaction: Transaction,
  services: IdentityServices,
  user: User,
): Promise<{ kind: "begun"; secret: string; address: string } | AccountRefusal> {
  const secrets = await secretsOf(transaction, user.userId);
  if (secrets.totpConfirmed) return { kind: "refused", code: "authenticator_present" };
  const secret = newTotpSecret();
  const sealed = services.masterKey.seal(secret, `totp:${user.publicId}`);
  await transaction.execute(sql`
    update users set totp_secret = ${sealed}, totp_last_step = 0 where user_id = ${user.userId}`);
  return { kind: "begun", secret, address: totpAddress(secret, user.email) };
}

/** Turns the authenticator on with its first code; every other session ends. */
export async function confirmTotp(
  transaction: Transaction,
  services: IdentityServices,
  { user, code }: { readonly user: User; readonly code: string },
): Promise<Renewed | AccountRefusal> {
  const throttled = await countGuess(services, user);
  if (throttled) return throttled;
  const secrets = await secretsOf(transaction, user.userId);
  if (secrets.totpConfirmed) return { kind: "refused", code: "authenticator_present" };
  if (secrets.totpSecret === null) return { kind: "refused", code: "authenticator_absent" };
  const step = codeStep(services, { user, secrets, code });
  if (step === undefined) return { kind: "refused", code: "credentials_invalid" };
  const now = services.clock.now();
  await transaction.execute(sql`
    update users set totp_confirmed_at = ${now}, totp_last_step = ${step}, revision = revision + 1
    where user_id = ${user.userId}`);
  await forgiveGuess(transaction, user);
  await revokeAllSessions(transaction, { userId: user.userId, now }, "authenticator-changed");
  return renew(transaction, services, user);
}

/** Turns the authenticator off, with the password and a code; every other session ends. */
export async function removeTotp(
  transaction: Transaction,
  services: IdentityServices,
  proof: { readonly user: User; readonly password: string; readonly code: string },
): Promise<Renewed | AccountRefusal> {
  const { user } = proof;
  const throttled = await countGuess(services, user);
  if (throttled) return throttled;
  const secrets = await secretsOf(transaction, user.userId);
  if (!secrets.totpConfirmed) return { kind: "refused", code: "authenticator_absent" };
  const knows = await verifyPassword(secrets.passwordHash ?? undefined, proof.password);
  if (!knows || codeStep(services, { user, secrets, code: proof.code }) === undefined) {
    return { kind: "refused", code: "credentials_invalid" };
  }
  const now = services.clock.now();
  await transaction.execute(sql`
    update users set totp_secret = null, totp_confirmed_at = null, totp_last_step = 0,
      revision = revision + 1
    where user_id = ${user.userId}`);
  await forgiveGuess(transaction, user);
  await revokeAllSessions(transaction, { userId: user.userId, now }, "authenticator-changed");
  return renew(transaction, services, user);
}

function codeStep(
  services: IdentityServices,
  given: { readonly user: User; readonly secrets: Secrets; readonly code: string },
): number | undefined {
  const { totpSecret, totpLastStep } = given.secrets;
  if (totpSecret === null) return undefined;
  const secret = services.masterKey.unseal(totpSecret, `totp:${given.user.publicId}`);
  const now = services.clock.now();
  return acceptedTotpStep(secret, given.code, { now, lastStep: totpLastStep });
}
