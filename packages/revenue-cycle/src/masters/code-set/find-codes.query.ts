import type { CodeSetName } from "@headwater/code-sets";
import { sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import {
  type CodeOnDay,
  type CodeSetAnswer,
  codeKey,
  type LoadedEdition,
  standingOn,
} from "./code-set.ts";
import { editionAfter, editionOn } from "./edition-in-force.store.ts";

/** The sets that hold codes with words. */
export type WordedCodeSet = Extract<
  CodeSetName,
  "icd-10-cm" | "hcpcs" | "nucc-taxonomy" | "place-of-service"
>;
export const wordedCodeSets = ["icd-10-cm", "hcpcs", "nucc-taxonomy", "place-of-service"] as const;

export type CodeAnswer = CodeSetAnswer<{ readonly code: CodeOnDay }>;

type CodeRow = {
  readonly code: string;
  readonly label: string;
  readonly shortLabel: string | null;
  readonly isBillable: boolean;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly facts: Record<string, string>;
};

/**
 * How codes of a set stand on a day, by the code as it was asked for; dots and case do not matter.
 * CPT codes are in none of these sets: asked as `hcpcs` they are not loaded, never absent.
 */
export async function codesOn(
  transaction: Transaction,
  question: {
    readonly codeSet: WordedCodeSet;
    readonly codes: readonly string[];
    readonly on: string;
  },
): Promise<Map<string, CodeAnswer>> {
  const { codeSet, codes, on } = question;
  const inForce = await editionOn(transaction, { codeSet, on });
  const keys = new Map(codes.map((code) => [code, codeKey(code)]));
  const found =
    inForce === undefined ? undefined : await rowsOf(transaction, inForce, [...keys.values()]);
  // Codes of HCPCS carry days of their own, so a later edition tells of those that it has.
  const later =
    inForce === undefined && codeSet === "hcpcs"
      ? await editionAfter(transaction, { codeSet, on })
      : undefined;
  const foundLater =
    later === undefined ? undefined : await rowsOf(transaction, later, [...keys.values()]);
  return new Map(
    [...keys].map(([code, key]) => {
      if (codeSet === "hcpcs" && isCptNumber(key)) return [code, { is: "not-loaded" }];
      const row = found?.get(key);
      if (inForce !== undefined) {
        return [code, row ? foundAnswer(inForce, row, on) : { is: "absent", edition: inForce }];
      }
      const laterRow = foundLater?.get(key);
      if (later === undefined || laterRow?.effectiveFrom == null) {
        return [code, { is: "not-loaded" }];
      }
      return [code, foundAnswer(later, laterRow, on)];
    }),
  );
}

/** How one code stands on a day. */
export async function codeOn(
  transaction: Transaction,
  question: { readonly codeSet: WordedCodeSet; readonly code: string; readonly on: string },
): Promise<CodeAnswer> {
  const { code, ...rest } = question;
  const answers = await codesOn(transaction, { ...rest, codes: [code] });
  return answers.get(code) ?? { is: "not-loaded" };
}

/** The numbers of CPT: four digits and one more character. Its words are not ours to hold. */
export function isCptNumber(key: string): boolean {
  return /^\d{4}[0-9A-Z]$/.test(key);
}

function foundAnswer(edition: LoadedEdition, row: CodeRow, on: string): CodeAnswer {
  const effectiveFrom = row.effectiveFrom ?? undefined;
  const effectiveTo = row.effectiveTo ?? undefined;
  const { code, label, facts, isBillable } = row;
  const standing = standingOn({ isBillable, effectiveFrom, effectiveTo }, on);
  const shortLabel = row.shortLabel ?? undefined;
  return {
    is: "found",
    edition,
    code: { code, label, shortLabel, standing, effectiveFrom, effectiveTo, facts },
  };
}

async function rowsOf(
  transaction: Transaction,
  edition: LoadedEdition,
  codes: readonly string[],
): Promise<Map<string, CodeRow>> {
  const rows = await transaction.query<CodeRow>(sql`
    select code, label, short_label as "shortLabel", is_billable as "isBillable",
      effective_from as "effectiveFrom", effective_to as "effectiveTo", facts
    from code_set_codes
    where code_set_file_id = ${edition.fileId} and code = any (${[...codes]}::text[])`);
  return new Map(rows.map((row) => [row.code, row]));
}
