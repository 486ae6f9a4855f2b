import { formatDollars } from "../../frame/format.ts";
import { tOr } from "../../strings/translate.ts";

/** The sentence of a work item's code with what fills it; amounts become dollars. */
export function whySentence(code: string, why: Readonly<Record<string, unknown>>): string {
  const values = Object.entries(why).map(([name, value]) => {
    const isCents = /cents$/i.test(name) && typeof value === "number";
    return [name, isCents ? formatDollars(value) : String(value)] as const;
  });
  const words = code.toLowerCase().replaceAll("_", " ");
  return tOr(`whyWork.${code}`, words, Object.fromEntries(values));
}
