import {
  claimFormGroups,
  lineFormFields,
} from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-fields.ts";
import { lineParts } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-line-parts.ts";
import { claimFormLists } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-lists.ts";
import { fieldsOfParts } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-part.ts";
import { claimParts } from "@headwater/revenue-cycle/mid-cycle/claim/claim-form-parts.ts";
import { t } from "../../strings/translate.ts";

/** What the form calls the field of a path; the path where it has no name for it. */
export function claimFieldLabel(path: string): string {
  if (path === "lines") return t("claimForm.lines");
  const line = /^lines\.(\d+)\.(.+)$/.exec(path);
  if (line !== null) {
    const [, index = "0", rest = ""] = line;
    return `${t("claimForm.lineNumber", { line: Number(index) + 1 })}: ${ofLine(rest)}`;
  }
  return ofClaim(path);
}

function ofClaim(path: string): string {
  const list = claimFormLists.find((one) => path === one.path || path.startsWith(`${one.path}.`));
  if (list !== undefined) return list.title;
  const field = claimFormGroups.flatMap(({ fields }) => fields).find((one) => one.path === path);
  return field?.label ?? ofPart(claimParts, path);
}

function ofLine(path: string): string {
  return lineFormFields.find((one) => one.path === path)?.label ?? ofPart(lineParts, path);
}

function ofPart(parts: Parameters<typeof fieldsOfParts>[0], path: string): string {
  const plain = path.replaceAll(/\.\d+(?=\.|$)/g, "[]");
  return fieldsOfParts(parts).find((one) => one.path === plain)?.field.label ?? path;
}
