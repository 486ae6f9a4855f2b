import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseReferenceTables, referenceFiles } from "@headwater/code-sets";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { type CodeLabels, codeLabels } from "./code-labels.ts";

let loaded: Promise<CodeLabels> | undefined;

/** The labels of the reference tables that the program brings; read once. */
export function loadCodeLabels(): Promise<CodeLabels> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<CodeLabels> {
  const directory = join(projectRoot(), "database", "reference");
  const texts = await Promise.all(
    Object.values(referenceFiles).map(
      async (name) => [name, await readFile(join(directory, name), "utf8")] as const,
    ),
  );
  return codeLabels(parseReferenceTables(Object.fromEntries(texts)));
}
