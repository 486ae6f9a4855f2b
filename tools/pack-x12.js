// Makes packages/x12 a package of its own in dist/x12: JavaScript and declarations, to be packed by npm.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "packages/x12");
const out = join(root, "dist/x12");
const reference = join(root, "docs/reference");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: [join(source, "src/index.ts"), join(source, "src/testing/generate.ts")],
  outbase: join(source, "src"),
  outdir: out,
  bundle: true,
  splitting: true,
  platform: "neutral",
  target: "es2023",
  format: "esm",
});

const types = ["--declaration", "--emitDeclarationOnly", "--allowImportingTsExtensions"];
const options = [
  ...types,
  "--target",
  "es2023",
  "--exactOptionalPropertyTypes",
  "--module",
  "nodenext",
  "--skipLibCheck",
];
const entries = ["src/index.ts", "src/testing/generate.ts"].map((name) => join(source, name));
const compiler = join(root, "node_modules/typescript/bin/tsc");
const places = ["--rootDir", join(source, "src"), "--outDir", out];
execFileSync(process.execPath, [compiler, ...entries, ...options, ...places, "--strict"], {
  cwd: source,
  stdio: "inherit",
});
for (const name of readdirSync(out, { recursive: true, encoding: "utf8" })) {
  if (!name.endsWith(".d.ts")) continue;
  const text = readFileSync(join(out, name), "utf8");
  writeFileSync(join(out, name), text.replace(/(from "\.{1,2}\/[^"]*)\.ts"/g, '$1.js"'));
}

const { name, version, description, license, type } = JSON.parse(
  readFileSync(join(source, "package.json"), "utf8"),
);
const exports = { ".": "./index.js", "./testing/generate.ts": "./testing/generate.js" };
const about = { name, version, description, license, type, engines: { node: ">=20" }, exports };
writeFileSync(join(out, "package.json"), `${JSON.stringify(about, undefined, 2)}\n`);
for (const page of ["README.md", "GUIDES.md", "SAMPLES.md"])
  writePage(page, readFileSync(join(source, page), "utf8").replaceAll("../../docs/", "docs/"));
// The pages that these lead to, and back.
for (const place of ["x12-issue-codes.md", ...pagesOf("x12")]) {
  const text = readFileSync(join(reference, place), "utf8");
  writePage(join("docs/reference", place), text.replaceAll("../../../packages/x12/", "../../../"));
}
cpSync(join(root, "LICENSE"), join(out, "LICENSE"));

/** @param {string} folder */
function pagesOf(folder) {
  return readdirSync(join(reference, folder), { encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
}

/**
 * @param {string} place
 * @param {string} text
 */
function writePage(place, text) {
  mkdirSync(dirname(join(out, place)), { recursive: true });
  writeFileSync(join(out, place), text);
}
