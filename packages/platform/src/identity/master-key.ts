import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode, NamedError } from "../named-error.ts";
import type { RandomSource } from "../random/random.ts";

/** Encrypts what must be readable again, such as the secret of an authenticator. */
export interface MasterKey {
  /** AES-256-GCM; the text carries the key's id. `context` binds it to its row. */
  seal(text: string, context: string): string;
  /** Throws `MASTER_KEY_WRONG` for another key, a changed text or another context. */
  unseal(sealed: string, context: string): string;
}

/** A key of 32 bytes. */
export function masterKey(key: Uint8Array, random: RandomSource): MasterKey {
  if (key.length !== 32) throw new NamedError("MASTER_KEY_INVALID", "the key must have 32 bytes");
  const keyId = createHash("sha256").update(key).digest("hex").slice(0, 8);
  return {
    seal(text, context) {
      const nonce = random.bytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const parts = [nonce, cipher.getAuthTag(), sealed];
      return ["v1", keyId, ...parts.map((part) => Buffer.from(part).toString("base64url"))].join(
        ".",
      );
    },
    unseal(sealed, context) {
      const [version, id, nonce = "", tag = "", text = ""] = sealed.split(".");
      if (version !== "v1" || id !== keyId) throw wrongKey();
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(context)).setAuthTag(Buffer.from(tag, "base64url"));
        const parts = [decipher.update(Buffer.from(text, "base64url")), decipher.final()];
        return Buffer.concat(parts).toString("utf8");
      } catch {
        throw wrongKey();
      }
    },
  };
}

const wrongKey = () =>
  new NamedError("MASTER_KEY_WRONG", "a secret was sealed with another key or has been changed");

/**
 * The installation's key: the one given (base64, 32 bytes) or the file `master.key` of the data
 * folder, made on first use and readable by its owner alone. Several machines share the given one.
 */
export async function loadMasterKey(
  source: { readonly given?: string | undefined; readonly dataFolder: string },
  random: RandomSource,
): Promise<MasterKey> {
  if (source.given !== undefined) return masterKey(Buffer.from(source.given, "base64"), random);
  const path = join(source.dataFolder, "master.key");
  const made = Buffer.from(random.bytes(32)).toString("base64");
  await writeFile(path, made, { mode: 0o600, flag: "wx" }).catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") throw error;
  });
  return masterKey(Buffer.from(await readFile(path, "utf8"), "base64"), random);
}
