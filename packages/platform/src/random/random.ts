import { createHash, randomBytes } from "node:crypto";
import { UUID, uuidv7obj } from "uuidv7";

/** Where randomness comes from. Handed in, so that a test can repeat itself. */
export interface RandomSource {
  /** Bytes fit for secrets. */
  bytes(length: number): Uint8Array;
  /** An id for what leaves the product: uuid v7, ascending by time. */
  uuid(): string;
}

/** The operating system's randomness. */
export const systemRandom: RandomSource = {
  bytes: (length) => randomBytes(length),
  uuid: () => uuidv7obj().toString(),
};

/** The same sequence for the same seed. For tests only: anybody can predict it. */
export function seededRandom(seed: string): RandomSource {
  let counter = 0;
  const bytes = (length: number) => {
    const result = new Uint8Array(length);
    for (let offset = 0; offset < length; offset += 32) {
      counter += 1;
      const block = createHash("sha256").update(`${seed}:${counter}`).digest();
      result.set(block.subarray(0, Math.min(32, length - offset)), offset);
    }
    return result;
  };
  const uuid = () => {
    const random = bytes(10);
    const word = (from: number, to: number) =>
      random.subarray(from, to).reduce((sum, byte) => sum * 256 + byte, 0);
    return UUID.fromFieldsV7(counter, word(0, 2) % 4096, word(2, 5), word(5, 9)).toString();
  };
  return { bytes, uuid };
}
