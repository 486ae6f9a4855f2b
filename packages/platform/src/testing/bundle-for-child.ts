import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../project-root.ts";

/** A program made from a TypeScript entry, for a test that must run it as a process of its own. */
export interface ChildProgram {
  readonly path: string;
  remove(): Promise<void>;
}

/** Bundles an entry of this package; `remove` deletes the result. */
export async function bundleForChild(entry: string): Promise<ChildProgram> {
  const folder = join(projectRoot(), "dist", "test-programs");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${basename(entry, ".ts")}-${process.pid}.mjs`);
  await build({
    entryPoints: [entry],
    outfile: path,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    logLevel: "error",
  });
  return { path, remove: () => rm(path, { force: true }) };
}
