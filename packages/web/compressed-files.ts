import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";
import type { Plugin } from "vite";

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);
const worthIt = /\.(?:js|css|json|svg)$/;
/** Below this a packet holds the file anyway. */
const leastBytes = 1024;

/** Lays a brotli and a gzip beside each file of the build, which the server sends to who takes them. */
export function compressedFiles(): Plugin {
  return {
    name: "compressed-files",
    async writeBundle({ dir = "dist" }) {
      const assets = join(dir, "assets");
      const names = (await readdir(assets)).filter((name) => worthIt.test(name));
      await Promise.all(names.map((name) => compress(join(assets, name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < leastBytes) return;
  const params = { [zlib.BROTLI_PARAM_QUALITY]: 9 };
  await writeFile(`${path}.br`, await asBrotli(content, { params }));
  await writeFile(`${path}.gz`, await asGzip(content));
}
