import { generateSync } from "otplib/functional";

/** The code that an authenticator with this secret shows at a moment. */
export function totpCode(secret: string, at: Date): string {
  return generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });
}
