// Bundles the program for Node. Written in JavaScript because it must run before any bundle exists.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const outDir = join(root, "dist");
const stampFile = join(outDir, "program.stamp");

/** Everything a bundle is made from; the newest modification time and the count say whether it is stale. */
function sourceStamp(directories, extensions) {
  let newest = 0;
  let count = 0;
  const walk = (directory) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.name === "node_modules" || entry.name === "dist") continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (extensions.some((extension) => entry.name.endsWith(extension))) {
        count += 1;
        newest = Math.max(newest, statSync(path).mtimeMs);
      }
    }
  };
  for (const directory of directories) walk(join(root, directory));
  return `${count}:${newest}`;
}

/**
 * Bundles `entry` to `dist/NAME.js` if it is missing or older than its sources, and returns its URL.
 * Packages from npm stay outside; the workspace's own packages are bundled from source.
 */
export async function buildProgram(entry = "packages/cli/src/main.ts", name = "headwater") {
  const outfile = join(outDir, `${name}.js`);
  const stampPath = name === "headwater" ? stampFile : `${outfile}.stamp`;
  const stamp = sourceStamp(
    [
      "packages/x12",
      "packages/code-sets",
      "packages/ledger",
      "packages/revenue-cycle",
      "packages/platform",
      "packages/server",
      "packages/cli",
      "bench",
    ],
    [".ts", ".json"],
  );
  const current =
    existsSync(outfile) && existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp;
  if (!current) {
    const { build } = await import("esbuild");
    mkdirSync(outDir, { recursive: true });
    await build({
      entryPoints: [join(root, entry)],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20.19",
      sourcemap: true,
      logLevel: "warning",
      plugins: [
        {
          name: "npm-packages-stay-outside",
          setup(builder) {
            builder.onResolve({ filter: /^[^./]/ }, (args) =>
              args.path.startsWith("@headwater/") || args.kind === "entry-point"
                ? undefined
                : { path: args.path, external: true },
            );
          },
        },
      ],
    });
    writeFileSync(stampPath, stamp);
  }
  return pathToFileURL(outfile).href;
}

/** Builds the web application into `packages/web/dist` if it is missing or older than its sources. */
export async function buildWeb() {
  const stampPath = join(root, "packages/web/dist/.stamp");
  const stamp = sourceStamp(
    ["packages/web", "packages/revenue-cycle", "packages/ledger"],
    [".ts", ".tsx", ".css", ".html", ".json"],
  );
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) return;
  const { build } = await import("vite");
  await build({
    root: join(root, "packages/web"),
    configFile: join(root, "packages/web/vite.config.ts"),
    logLevel: "warn",
  });
  writeFileSync(stampPath, stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProgram();
  await buildWeb();
}
