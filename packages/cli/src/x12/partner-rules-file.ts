import { readFile } from "node:fs/promises";
import { errorCode, NamedError } from "@headwater/platform/named-error.ts";
import { type PartnerRules, partnerRulesOf } from "@headwater/x12";

/** Rules of trading partners from a JSON file; a fault names what is wrong in it. */
export async function readPartnerRules(path: string): Promise<PartnerRules> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new NamedError(errorCode(error) ?? "RULES_UNREADABLE", `${path} cannot be opened`);
  });
  const read = partnerRulesOf(parsed(text));
  if (read.ok) return read.rules;
  const place = read.place === "" ? path : `${path}: ${read.place}`;
  throw new NamedError("RULES_INVALID", `${place}: ${read.refusal}`);
}

/** Undefined where the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
