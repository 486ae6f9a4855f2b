import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import type { Edit } from "./edit.ts";
import { parseEdits } from "./parse-edit.ts";

let loaded: Promise<readonly Edit[]> | undefined;

/** The edits that the program brings, from `database/reference/edits.json`; read once. */
export function builtInEdits(): Promise<readonly Edit[]> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<readonly Edit[]> {
  const path = join(projectRoot(), "database", "reference", "edits.json");
  const parsed = parseEdits(JSON.parse(await readFile(path, "utf8")));
  if (parsed.is === "parsed") return parsed.edits;
  const first = parsed.faults.map(({ path, code }) => `${path}: ${code}`).slice(0, 5);
  throw new Error(`The edits of the program cannot be read: ${first.join("; ")}`);
}
