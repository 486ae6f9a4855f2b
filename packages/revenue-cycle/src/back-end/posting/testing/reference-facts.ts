import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseReferenceTables, referenceFiles } from "@headwater/code-sets";
import { buildPostingFacts } from "../treat-claim.ts";

const folder = join(import.meta.dirname, "../../../../../../database/reference");

/** The reference tables of the repository. */
export const referenceTables = parseReferenceTables(
  Object.fromEntries(
    Object.values(referenceFiles).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  ),
);

/** As posting looks them up. */
export const referenceFacts = buildPostingFacts(referenceTables);
