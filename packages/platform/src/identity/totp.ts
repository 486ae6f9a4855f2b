import { generateSecret, generateURI, verifySync } from "otplib/functional";

/** A fresh secret for an authenticator, base32. */
export function newTotpSecret(): string {
  return generateSecret();
}

/** The address that an authenticator reads from a QR code. */
export function totpAddress(secret: string, email: string): string {
  return generateURI({ issuer: "Headwater", label: email, secret });
}

/**
 * The time step of a code if it is right now (30 s either side, for clocks that differ) and later than
 * the last accepted one; undefined otherwise. RFC 6238 5.2: a code is accepted once.
 */
export function acceptedTotpStep(
  secret: string,
  code: string,
  { now, lastStep }: { readonly now: Date; readonly lastStep: number },
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: 30,
  });
  if (!result.valid || !("timeStep" in result)) return undefined;
  return result.timeStep > lastStep ? result.timeStep : undefined;
}
