import { createHash } from "node:crypto";
import type { RandomSource } from "../random/random.ts";

/** A secret of 32 random bytes as text; only its digest is stored. */
export function newToken(random: RandomSource, prefix = ""): string {
  return prefix + Buffer.from(random.bytes(32)).toString("base64url");
}

/** The digest under which a token is stored and found. The token is random, so no salt is needed. */
export function tokenDigest(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
