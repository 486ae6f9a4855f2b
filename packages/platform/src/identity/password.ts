import { hash, verify } from "@node-rs/argon2";

// OWASP's second parameter set for argon2id: 19 MiB, two passes, one lane; about 17 ms here.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Bounds of a password's length in characters; length is what makes it strong. */
export const passwordLength = { min: 12, max: 256 } as const;

export type PasswordRefusal = "password_too_short" | "password_too_long" | "password_guessable";

/** Why a password is refused, or undefined. Its owner's e-mail or name inside makes it guessable. */
export function passwordRefusal(
  password: string,
  owner: { readonly email: string; readonly name: string },
): PasswordRefusal | undefined {
  const length = [...password].length;
  if (length < passwordLength.min) return "password_too_short";
  if (length > passwordLength.max) return "password_too_long";
  const lower = password.toLowerCase();
  const own = [owner.email.split("@")[0] ?? "", ...owner.name.toLowerCase().split(/\s+/)];
  if (own.some((word) => word.length >= 4 && lower.includes(word))) return "password_guessable";
  if (new Set(lower).size < 5) return "password_guessable";
  return undefined;
}

/** The argon2id hash in PHC form, with its salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), cost);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (unknown account) the same work is done
 * against a decoy, so that the time tells nobody which accounts exist.
 */
export async function verifyPassword(
  passwordHash: string | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword("no account has this password");
  const matches = await verify(passwordHash ?? (await decoy), password.normalize("NFC"));
  return passwordHash !== undefined && matches;
}
