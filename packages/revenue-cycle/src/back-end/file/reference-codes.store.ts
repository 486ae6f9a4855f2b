import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildEffectiveLookup, parseReferenceTables, referenceFiles } from "@headwater/code-sets";
import { projectRoot } from "@headwater/platform/project-root.ts";
import type { AcknowledgmentCodes } from "../acknowledgment/record-acknowledgments.command.ts";

let loaded: Promise<AcknowledgmentCodes> | undefined;

/** What the reference tables that the program brings say of claim status codes; read once. */
export function acknowledgmentCodes(): Promise<AcknowledgmentCodes> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<AcknowledgmentCodes> {
  const folder = join(projectRoot(), "database", "reference");
  const files: Record<string, string> = {};
  for (const name of Object.values(referenceFiles)) {
    files[name] = await readFile(join(folder, name), "utf8");
  }
  const tables = parseReferenceTables(files);
  const categories = buildEffectiveLookup(
    referenceFiles.claimStatusCategories,
    tables.claimStatusCategories,
    (row) => row.code,
  );
  const fields = new Map(tables.claimStatusCodes.map((row) => [row.code, row.field]));
  return {
    outcomeOf: (category, on) => {
      const found = categories.nearest(category, on ?? "9999-12-31")?.row.outcome;
      // A claim that the payer cannot find is neither pending nor accepted.
      return found === undefined || found === "not-found" ? "unknown" : found;
    },
    fieldOf: (statusCode) => fields.get(statusCode),
  };
}
