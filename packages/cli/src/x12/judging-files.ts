import { readFile } from "node:fs/promises";
import { errorCode, NamedError } from "@headwater/platform/named-error.ts";
import { type CodeLists, codeListsOf, type PartnerRules, partnerRulesOf } from "@headwater/x12";

/** Rules of trading partners from a JSON file; a fault names what is wrong in it. */
export async function readPartnerRules(path: string): Promise<PartnerRules> {
  const read = partnerRulesOf(await readJson(path, "RULES_UNREADABLE"));
  if (read.ok) return read.rules;
  throw refused("RULES_INVALID", path, read);
}

/** Code lists from a JSON file; a fault names what is wrong in it. */
export async function readCodeLists(path: string): Promise<CodeLists> {
  const read = codeListsOf(await readJson(path, "CODE_LISTS_UNREADABLE"));
  if (read.ok) return read.lists;
  throw refused("CODE_LISTS_INVALID", path, read);
}

function refused(
  code: string,
  path: string,
  { place, refusal }: { readonly place: string; readonly refusal: string },
): NamedError {
  return new NamedError(code, `${place === "" ? path : `${path}: ${place}`}: ${refusal}`);
}

/** Undefined where the text is no JSON. */
async function readJson(path: string, unreadable: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new NamedError(errorCode(error) ?? unreadable, `${path} cannot be opened`);
  });
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
