import { type AnyCodeFileReader, CodeFileFault } from "./code-file.ts";
import {
  placeOfServiceHeading,
  placeOfServiceReader,
  taxonomyHeading,
  taxonomyReader,
} from "./code-tables.ts";
import { hcpcsHeading, hcpcsLine, hcpcsTableReader, hcpcsTextReader } from "./hcpcs.ts";
import { icd10cmOrderReader, orderLine } from "./icd-10-cm-order.ts";
import { icd10cmTabularReader } from "./icd-10-cm-tabular.ts";
import { mueHeading, mueReader, ptpReader } from "./ncci.ts";
import {
  costIndexReader,
  costIndexTitle,
  relativeValueReader,
  relativeValueTitle,
} from "./physician-fee-schedule.ts";

/** Characters of the beginning that tell what a file is. */
export const recognizedFrom = 16_384;

/** What a file is, by its first characters. The name tells its edition only. */
const kinds: readonly {
  readonly isKind: (head: string) => boolean;
  readonly reader: (fileName: string) => AnyCodeFileReader;
}[] = [
  { isKind: (head) => orderLine.test(head.trimStart()), reader: icd10cmOrderReader },
  { isKind: (head) => head.includes("<ICD10CM.tabular"), reader: icd10cmTabularReader },
  { isKind: (head) => relativeValueTitle.test(head), reader: relativeValueReader },
  {
    isKind: (head) => costIndexTitle.test(head) && /Locality Number/i.test(head),
    reader: costIndexReader,
  },
  { isKind: (head) => mueHeading.test(head), reader: mueReader },
  {
    isKind: (head) => /Column\s*1\/Column\s*2 Edits/i.test(head) && head.includes("\t"),
    reader: ptpReader,
  },
  { isKind: (head) => hcpcsHeading.test(head), reader: hcpcsTableReader },
  { isKind: (head) => head.split(/\r?\n/).some(isHcpcsLine), reader: hcpcsTextReader },
  { isKind: (head) => taxonomyHeading.test(head), reader: taxonomyReader },
  { isKind: (head) => placeOfServiceHeading.test(head), reader: placeOfServiceReader },
];

function isHcpcsLine(line: string): boolean {
  return hcpcsLine.test(line) && line.length > 250;
}

/**
 * Opens an official file by its first characters; a byte order mark is dropped by the caller.
 * Throws `CODE_FILE_CHANGE_LIST` at the list of changes to ICD-10-CM, `CODE_FILE_UNKNOWN` at anything
 * else that is none of the files.
 */
export function openCodeFile(fileName: string, head: string): AnyCodeFileReader {
  const found = kinds.find(({ isKind }) => isKind(head));
  if (found !== undefined) return found.reader(fileName);
  const isChangeList = /addenda/i.test(fileName) || /^(?:Add|Delete|Revise from):/m.test(head);
  throw new CodeFileFault(isChangeList ? "CODE_FILE_CHANGE_LIST" : "CODE_FILE_UNKNOWN");
}
