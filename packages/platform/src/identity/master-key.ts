import { createCipheriv, createDecipheriv, createHash, createHmac } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errorCode, NamedError } from "../named-error.ts";
import type { RandomSource } from "../random/random.ts";

/** Encrypts what must be readable again, such as the secret of an authenticator. */
export interface MasterKey {
  /** Tells keys apart and reveals nothing of them; stands in every sealed text. */
  readonly id: string;
  /** A digest that nobody can compute, or guess the text of, without the key. */
  digest(text: string): string;
  /** The key as base64, for an encrypted backup alone. */
  exported(): string;
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
    id: keyId,
    digest: (text) => createHmac("sha256", key).update(`digest:${text}`).digest("hex"),
    exported: () => Buffer.from(key).toString("base64"),
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

/** Where the key may come from; at most one of the first two is given. */
export interface MasterKeySource {
  /** The key itself, base64. */
  readonly given?: string | undefined;
  /** A file that holds it, base64; a final line feed does no harm. */
  readonly file?: string | undefined;
  readonly dataFolder: string;
}

/**
 * The installation's key: the one given, the one in the file named, or else that of the file
 * `master.key` in the data folder, made on first use and readable by its owner alone. Several machines
 * share one that is given or named. Throws `MASTER_KEY_FILE_UNREADABLE` or `MASTER_KEY_INVALID`.
 */
export async function loadMasterKey(
  source: MasterKeySource,
  random: RandomSource,
): Promise<MasterKey> {
  if (source.given !== undefined) return masterKey(Buffer.from(source.given, "base64"), random);
  const path = source.file ?? join(source.dataFolder, "master.key");
  if (source.file === undefined) await makeKeyFile(path, random);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    const why = errorCode(error) ?? "fault";
    throw new NamedError("MASTER_KEY_FILE_UNREADABLE", `${path} cannot be read (${why})`);
  });
  return masterKey(Buffer.from(text.trim(), "base64"), random);
}

/** Puts a new key in place whole: of several processes that start at once, one's is kept. */
async function makeKeyFile(path: string, random: RandomSource): Promise<void> {
  const own = `${path}.${Buffer.from(random.bytes(6)).toString("hex")}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(own, Buffer.from(random.bytes(32)).toString("base64"), { mode: 0o600 });
    await link(own, path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    await rm(own, { force: true });
  }
}
