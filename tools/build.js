// Bundles the program for Node. Written in JavaScript because it must run before any bundle exists.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const builds = join(root, "dist");
const dayMs = 86_400_000;

const programSources = [
  "x12",
  "code-sets",
  "ledger",
  "revenue-cycle",
  "platform",
  "server",
  "cli",
  "simulator",
]
  .map((name) => `packages/${name}`)
  .concat("bench", "tools");
const webSources = ["packages/web", "packages/revenue-cycle", "packages/ledger", "packages/server"];

/** A digest of the names, sizes and times of all sources: a build made from others is stale. */
function sourceStamp(directories, extensions) {
  const hash = createHash("sha256");
  const walk = (directory) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.name === "node_modules" || entry.name === "dist") continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (extensions.some((extension) => entry.name.endsWith(extension))) {
        const { mtimeMs, size } = statSync(path);
        hash.update(`${path}:${mtimeMs}:${size}\n`);
      }
    }
  };
  for (const directory of directories)
    if (existsSync(join(root, directory))) walk(join(root, directory));
  return hash.digest("hex").slice(0, 16);
}

const npmPackagesStayOutside = {
  name: "npm-packages-stay-outside",
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, (args) =>
      args.path.startsWith("@headwater/") || args.kind === "entry-point"
        ? undefined
        : { path: args.path, external: true },
    );
  },
};

/**
 * Bundles `entry` unless a bundle of the present sources exists, and returns its URL. Every build has a
 * folder of its own that appears by one rename, so processes that start at once never see half a build
 * and a running one keeps the chunks it has yet to load.
 */
export async function buildProgram(entry = "packages/cli/src/main.ts", name = "headwater") {
  const folder = join(builds, `${name}-${sourceStamp(programSources, [".ts", ".js", ".json"])}`);
  const program = join(folder, `${name}.js`);
  if (!existsSync(program)) {
    const { build } = await import("esbuild");
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(unfinished, { recursive: true });
    await build({
      entryPoints: [{ in: join(root, entry), out: name }],
      outdir: unfinished,
      bundle: true,
      splitting: true,
      platform: "node",
      format: "esm",
      target: "node20.19",
      sourcemap: true,
      logLevel: "warning",
      plugins: [npmPackagesStayOutside],
    });
    publish(unfinished, folder);
    removeOldBuilds(name, folder);
  }
  return pathToFileURL(program).href;
}

function publish(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process has published the same build meanwhile.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

function removeOldBuilds(name, current) {
  for (const entry of readdirSync(builds)) {
    const path = join(builds, entry);
    if (!entry.startsWith(`${name}-`) || path === current) continue;
    if (Date.now() - statSync(path).mtimeMs > dayMs) rmSync(path, { recursive: true, force: true });
  }
}

/** Builds the web application into `packages/web/dist` if it is missing or older than its sources. */
export async function buildWeb() {
  const stampPath = join(root, "packages/web/dist/.stamp");
  const stamp = sourceStamp(webSources, [".ts", ".tsx", ".css", ".html", ".json"]);
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) return;
  process.stderr.write("Building the web application, once for these sources…\n");
  // In a process of its own: the server would keep the memory that the build took.
  const vite = join(
    dirname(fileURLToPath(import.meta.resolve("vite/package.json"))),
    "bin/vite.js",
  );
  const folder = join(root, "packages/web");
  const options = ["--config", join(folder, "vite.config.ts"), "--logLevel", "warn"];
  const building = spawn(process.execPath, [vite, "build", folder, ...options], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [status] = await once(building, "close");
  if (status !== 0) throw new Error("the web application could not be built");
  writeFileSync(stampPath, stamp);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProgram();
  await buildWeb();
}
