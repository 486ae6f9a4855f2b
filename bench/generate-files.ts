import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  type GenerateOptions,
  generate835,
  generate837P,
} from "@headwater/x12/testing/generate.ts";

/** Where a pair of matching files was written. */
export type GeneratedFiles = { readonly claims: string; readonly remittances: string };

/** Writes an 837P and the 835 that answers it, by streaming; the same options give the same bytes. */
export async function generateFiles(
  folder: string,
  options: GenerateOptions,
): Promise<GeneratedFiles> {
  const files = { claims: join(folder, "claims.837"), remittances: join(folder, "payments.835") };
  await pipeline(Readable.from(generate837P(options)), createWriteStream(files.claims));
  await pipeline(Readable.from(generate835(options)), createWriteStream(files.remittances));
  return files;
}
