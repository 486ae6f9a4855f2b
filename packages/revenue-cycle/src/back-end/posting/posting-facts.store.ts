import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseReferenceTables, referenceFiles } from "@headwater/code-sets";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { buildPostingFacts, type PostingFacts } from "./treat-claim.ts";

let loaded: Promise<PostingFacts> | undefined;

/** The reference tables that the program brings, as posting looks them up; read once. */
export function postingFacts(): Promise<PostingFacts> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PostingFacts> {
  const folder = join(projectRoot(), "database", "reference");
  const names = Object.values(referenceFiles);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return buildPostingFacts(
    parseReferenceTables(
      Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""])),
    ),
  );
}
