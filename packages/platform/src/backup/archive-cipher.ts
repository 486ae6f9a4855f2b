import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { NamedError } from "../named-error.ts";
import type { ByteReader } from "./byte-reader.ts";

const FRAME_BYTES = 256 * 1024;
const TAG_BYTES = 16;
const LAST_FRAME = 0x8000_0000;
/** Sealed first under every key, so that a wrong passphrase is told apart from a damaged file. */
const greeting = Buffer.from("headwater");

/** How the key is made from the passphrase (RFC 7914); stands in the file's first line. */
export interface KeyDerivation {
  readonly name: "scrypt";
  readonly salt: string;
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** The parameters for a new file, with a salt of its own. */
export function newKeyDerivation(): KeyDerivation {
  const salt = randomBytes(16).toString("hex");
  return { name: "scrypt", salt, cost: 2 ** 15, blockSize: 8, parallelization: 1 };
}

/** The 256-bit key of a passphrase. Costs about 32 MB and a tenth of a second on purpose. */
export function deriveKey(passphrase: string, derivation: KeyDerivation): Promise<Buffer> {
  const { cost, blockSize, parallelization } = derivation;
  if (cost > 2 ** 20 || blockSize > 16 || parallelization > 4) {
    throw new NamedError("BACKUP_CORRUPT", "the key derivation is out of bounds");
  }
  const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, Buffer.from(derivation.salt, "hex"), 32, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}

/** What frames are sealed with: the key and the file's first line, which they vouch for. */
export interface Seal {
  readonly key: Buffer;
  readonly context: Buffer;
}

// The number orders the frames and the last byte marks the final one, so that frames can neither
// be swapped, left out nor cut off. The key is used for one file only.
function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeBigUInt64BE(BigInt(number));
  bytes[11] = last ? 1 : 0;
  return bytes;
}

interface Frame {
  readonly number: number;
  readonly last: boolean;
  readonly bytes: Buffer;
}

function sealFrame(seal: Seal, frame: Frame): Buffer {
  const cipher = createCipheriv("aes-256-gcm", seal.key, nonce(frame.number, frame.last));
  cipher.setAAD(seal.context);
  const body = Buffer.concat([cipher.update(frame.bytes), cipher.final(), cipher.getAuthTag()]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE((body.length | (frame.last ? LAST_FRAME : 0)) >>> 0);
  return Buffer.concat([head, body]);
}

/** Seals a stream in numbered frames of AES-256-GCM, each authenticated by itself. */
export async function* sealFrames(
  source: AsyncIterable<Buffer>,
  seal: Seal,
): AsyncGenerator<Buffer> {
  yield sealFrame(seal, { number: 0, last: false, bytes: greeting });
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  for await (const piece of source) {
    parts.push(piece);
    length += piece.length;
    if (length >= FRAME_BYTES) {
      yield sealFrame(seal, { number, last: false, bytes: Buffer.concat(parts) });
      number += 1;
      parts = [];
      length = 0;
    }
  }
  yield sealFrame(seal, { number, last: true, bytes: Buffer.concat(parts) });
}

function openFrame(seal: Seal, frame: Frame): Buffer | undefined {
  const cut = frame.bytes.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", seal.key, nonce(frame.number, frame.last));
  decipher.setAAD(seal.context);
  decipher.setAuthTag(frame.bytes.subarray(cut));
  try {
    return Buffer.concat([decipher.update(frame.bytes.subarray(0, cut)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/**
 * Opens sealed frames. Throws `BACKUP_PASSPHRASE_WRONG`, `BACKUP_CORRUPT` when a frame is not what
 * was sealed in its place, `BACKUP_TRUNCATED` when the final one is missing.
 */
export async function* openFrames(reader: ByteReader, seal: Seal): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const head = (await reader.take(4)).readUInt32BE();
    const last = head >= LAST_FRAME;
    const length = last ? head - LAST_FRAME : head;
    if (length < TAG_BYTES || length > 64 * FRAME_BYTES) {
      throw new NamedError("BACKUP_CORRUPT", `frame ${number} has an impossible length`);
    }
    const bytes = openFrame(seal, { number, last, bytes: await reader.take(length) });
    if (bytes === undefined) {
      throw number === 0
        ? new NamedError("BACKUP_PASSPHRASE_WRONG", "the passphrase does not open this backup")
        : new NamedError("BACKUP_CORRUPT", `frame ${number} was changed`);
    }
    if (number > 0) yield bytes;
    if (last) break;
  }
  if (!(await reader.atEnd())) throw new NamedError("BACKUP_CORRUPT", "bytes after the last frame");
}
