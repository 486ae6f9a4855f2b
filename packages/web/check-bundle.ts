import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** What a first load of script may weigh, gzip, in bytes. */
export const firstLoadLimitBytes = 250_000;

type Chunk = { readonly file: string; readonly imports?: readonly string[] };

const built = fileURLToPath(new URL("dist", import.meta.url));

/** Gzip bytes of all script that a page needs before it shows: the entry and, lazily, its own chunk. */
export function firstLoadBytes(...pages: readonly string[]): number {
  const text = readFileSync(join(built, ".vite/manifest.json"), "utf8");
  const manifest: Readonly<Record<string, Chunk>> = JSON.parse(text);
  const files = new Set<string>();
  const collect = (name: string) => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build holds no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) collect(imported);
  };
  for (const name of ["index.html", ...pages]) collect(name);
  return [...files]
    .filter((file) => file.endsWith(".js"))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0);
}
