import { recordSystemAudit } from "../audit/record-audit.ts";
import { sql } from "../database/sql.ts";
import { withNoPractice } from "../tenancy/with-practices.ts";
import { verifyPassword } from "./password.ts";
import type { IdentityServices } from "./services.ts";
import { openSession, type User } from "./sessions.ts";
import { clearAttempts, countAttempts, throttleKeys } from "./throttle.ts";
import { acceptedTotpStep } from "./totp.ts";

export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  /** Six digits of the authenticator, if the account has one. */
  readonly code?: string | undefined;
  readonly address: string | undefined;
  readonly requestId?: string;
}

export type SignInResult =
  | { readonly kind: "signed-in"; readonly token: string; readonly user: User }
  /** The password is right and the account has an authenticator. */
  | { readonly kind: "refused"; readonly code: "code_required" }
  /** One answer for an unknown account, a wrong password and a wrong code. */
  | { readonly kind: "refused"; readonly code: "credentials_invalid" }
  | {
      readonly kind: "refused";
      readonly code: "too_many_attempts";
      readonly retryAfterSeconds: number;
    };

interface Account extends User {
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly totpConfirmed: boolean;
  readonly totpLastStep: number;
}

const actor = "nobody";

/**
 * Signs a person in by e-mail, password and, where set up, a code. Failures slow the account and the
 * address down alike for known and unknown accounts; every outcome but a throttled one is audited.
 */
export async function signIn(
  services: IdentityServices,
  attempt: SignInAttempt,
): Promise<SignInResult> {
  const keys = throttleKeys(attempt);
  const waitSeconds = await withNoPractice(services.database, { actor }, (transaction) =>
    countAttempts(transaction, keys, services.clock.now()),
  );
  if (waitSeconds > 0) {
    return { kind: "refused", code: "too_many_attempts", retryAfterSeconds: waitSeconds };
  }
  const account = await findAccount(services, attempt.email);
  const matches = await verifyPassword(account?.passwordHash ?? undefined, attempt.password);
  if (!account || !matches) return refuse(services, attempt, account);
  if (account.totpConfirmed && attempt.code === undefined) {
    // Half of what is needed: the attempt stays counted, or the code could be asked for endlessly.
    return { kind: "refused", code: "code_required" };
  }
  return finish(services, attempt, account);
}

function findAccount(services: IdentityServices, email: string): Promise<Account | undefined> {
  return withNoPractice(services.database, { actor }, (transaction) =>
    transaction.maybeOne<Account>(sql`
      select user_id as "userId", public_id as "publicId", email, name,
        is_local_owner as "isLocalOwner", password_hash as "passwordHash",
        totp_secret as "totpSecret", totp_confirmed_at is not null as "totpConfirmed",
        totp_last_step as "totpLastStep"
      from users where email = ${email.trim().toLowerCase()} and disabled_at is null`),
  );
}

async function refuse(
  services: IdentityServices,
  attempt: SignInAttempt,
  account: Account | undefined,
): Promise<SignInResult> {
  await withNoPractice(services.database, { actor }, (transaction) =>
    recordSystemAudit(transaction, {
      actor,
      action: "refuse",
      category: "session",
      // Without the e-mail: what was typed into its field may be a password.
      subjects: account ? [{ kind: "user", ids: [account.publicId] }] : [],
      ...origin(attempt),
    }),
  );
  return { kind: "refused", code: "credentials_invalid" };
}

async function finish(
  services: IdentityServices,
  attempt: SignInAttempt,
  account: Account,
): Promise<SignInResult> {
  const { userId, publicId, email, name, isLocalOwner } = account;
  const user: User = { userId, publicId, email, name, isLocalOwner };
  const step = totpStep(services, attempt, account);
  if (step === undefined || (isLocalOwner && !services.localOwnerAllowed)) {
    return refuse(services, attempt, account);
  }
  const token = await withNoPractice(
    services.database,
    { actor: `user:${userId}` },
    async (transaction) => {
      // The condition stands in the statement: of two requests with one code, one finds it used.
      const fresh = await transaction.execute(sql`
        update users set totp_last_step = greatest(totp_last_step, ${step})
        where user_id = ${userId} and disabled_at is null and (${step} = 0 or totp_last_step < ${step})`);
      if (fresh === 0) return undefined;
      const session = await openSession(transaction, services, { user, address: attempt.address });
      await clearAttempts(transaction, throttleKeys(attempt));
      await recordSystemAudit(transaction, {
        actor: `user:${userId}`,
        action: "sign-in",
        category: "session",
        subjects: [{ kind: "session", ids: [session.publicId] }],
        details: { authenticator: account.totpConfirmed },
        ...origin(attempt),
      });
      return session.token;
    },
  );
  return token === undefined
    ? refuse(services, attempt, account)
    : { kind: "signed-in", token, user };
}

/** 0 without an authenticator, the code's step with one, undefined if the code is wrong or used. */
function totpStep(
  services: IdentityServices,
  attempt: SignInAttempt,
  account: Account,
): number | undefined {
  if (!account.totpConfirmed || account.totpSecret === null) return 0;
  const secret = services.masterKey.unseal(account.totpSecret, `totp:${account.publicId}`);
  const now = services.clock.now();
  return acceptedTotpStep(secret, attempt.code ?? "", { now, lastStep: account.totpLastStep });
}

function origin(attempt: SignInAttempt) {
  return {
    ...(attempt.requestId === undefined ? {} : { requestId: attempt.requestId }),
    ...(attempt.address === undefined ? {} : { address: attempt.address }),
  };
}
