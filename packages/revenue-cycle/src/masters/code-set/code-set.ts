import type { CodeSetName } from "@headwater/code-sets";

/** An edition of a code set that is loaded. */
export type LoadedEdition = {
  readonly fileId: number;
  readonly codeSet: CodeSetName;
  readonly edition: string;
  readonly effectiveFrom: string;
  /** Undefined: until the next edition. */
  readonly effectiveTo: string | undefined;
};

/**
 * What a code set says. `not-loaded` is no answer: no edition in force on the day is on file, and
 * nothing may be concluded from it. `absent` is one: the edition does not have it.
 */
export type CodeSetAnswer<Found> =
  | { readonly is: "not-loaded" }
  | { readonly is: "absent"; readonly edition: LoadedEdition }
  | ({ readonly is: "found"; readonly edition: LoadedEdition } & Found);

/** How a code stands on a day. A heading groups codes and may not be billed. */
export type CodeStanding = "valid" | "heading" | "not-yet" | "ended";

/** A code on a day. */
export type CodeOnDay = {
  readonly code: string;
  readonly label: string;
  readonly shortLabel: string | undefined;
  readonly standing: CodeStanding;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
  readonly facts: Readonly<Record<string, string>>;
};

/** How a code with days of its own stands on a day; without days it stands as its edition does. */
export function standingOn(
  code: {
    readonly isBillable: boolean;
    readonly effectiveFrom: string | undefined;
    readonly effectiveTo: string | undefined;
  },
  on: string,
): CodeStanding {
  if (code.effectiveFrom !== undefined && on < code.effectiveFrom) return "not-yet";
  if (code.effectiveTo !== undefined && code.effectiveTo < on) return "ended";
  return code.isBillable ? "valid" : "heading";
}

/** Files of edits that an edition of procedure-to-procedure edits has had since 2017. */
const ptpParts = 4;

/** Whether the parts that are loaded, in any order, make a whole edition of edits. */
export function isWholePtpEdition(parts: readonly number[]): boolean {
  const loaded = new Set(parts);
  const last = Math.max(0, ...parts);
  return last >= ptpParts && loaded.size === last;
}

/** The code without the dot and blanks that people write, in upper case. */
export function codeKey(written: string): string {
  return written.toUpperCase().replace(/[\s.]/g, "");
}

/** A search as two questions: codes that begin so, and words. Either may be none. */
export type CodeSearch = {
  readonly prefix: string | undefined;
  readonly words: readonly string[];
};

const longestCode = 10;
const mostWords = 8;

/** Reads what a person typed into the search for codes. */
export function readCodeSearch(typed: string): CodeSearch {
  const key = codeKey(typed);
  const prefix = /^[0-9A-Z]+$/.test(key) && key.length <= longestCode ? key : undefined;
  const words = (typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords);
  return { prefix, words };
}

/** A code as people write it: an ICD-10-CM code has a dot after its third character, a block has none. */
export function writtenCode(codeSet: CodeSetName, code: string): string {
  const hasDot = codeSet.startsWith("icd-10-cm") && /^[0-9A-Z]{4,7}$/.test(code);
  return hasDot ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}
