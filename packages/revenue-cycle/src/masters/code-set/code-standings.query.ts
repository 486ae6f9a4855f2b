import { sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { type CodeStanding, codeKey, standingOn } from "./code-set.ts";
import { loadedEditions } from "./edition-in-force.store.ts";
import { isCptNumber, type WordedCodeSet, wordedCodeSets } from "./find-codes.query.ts";
import { editionInForce, editionLater } from "./loaded-editions.ts";

type CodeQuestion = {
  readonly codeSet: WordedCodeSet;
  readonly code: string;
  /** Civil date. */
  readonly on: string;
};

type Row = {
  readonly fileId: number;
  readonly code: string;
  readonly isBillable: boolean;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
};

/**
 * How many codes of many days stand, in two statements whatever their number. The same as `codesOn`
 * answers for each: CPT codes are not loaded, and a later edition tells of HCPCS codes that it dates.
 */
export async function codeStandings(
  transaction: Transaction,
  questions: readonly CodeQuestion[],
): Promise<(question: CodeQuestion) => CodeStanding | "absent" | "not-loaded"> {
  if (questions.length === 0) return () => "not-loaded";
  const editions = await loadedEditions(transaction, wordedCodeSets);
  const inForce = remembered((codeSet: WordedCodeSet, on: string) =>
    editionInForce(editions, { codeSet, on }),
  );
  const later = remembered((codeSet: WordedCodeSet, on: string) =>
    codeSet === "hcpcs" ? editionLater(editions, { codeSet, on }) : undefined,
  );
  const files = new Set<number>();
  const codes = new Set<string>();
  for (const { codeSet, code, on } of questions) {
    const edition = inForce(codeSet, on) ?? later(codeSet, on);
    if (edition === undefined) continue;
    files.add(edition.fileId);
    codes.add(codeKey(code));
  }
  const rows = await rowsOf(transaction, [...files], [...codes]);
  return ({ codeSet, code, on }) => {
    const key = codeKey(code);
    if (codeSet === "hcpcs" && isCptNumber(key)) return "not-loaded";
    const current = inForce(codeSet, on);
    const edition = current ?? later(codeSet, on);
    const row = edition && rows.get(`${edition.fileId} ${key}`);
    if (current !== undefined) return row === undefined ? "absent" : standing(row, on);
    return row?.effectiveFrom == null ? "not-loaded" : standing(row, on);
  };
}

function standing(row: Row, on: string): CodeStanding {
  const { isBillable, effectiveFrom, effectiveTo } = row;
  const days = { effectiveFrom: effectiveFrom ?? undefined, effectiveTo: effectiveTo ?? undefined };
  return standingOn({ isBillable, ...days }, on);
}

function remembered<Found>(find: (codeSet: WordedCodeSet, on: string) => Found) {
  const known = new Map<string, Found>();
  return (codeSet: WordedCodeSet, on: string): Found => {
    const key = `${codeSet} ${on}`;
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Found;
    const found = find(codeSet, on);
    known.set(key, found);
    return found;
  };
}

async function rowsOf(
  transaction: Transaction,
  files: readonly number[],
  codes: readonly string[],
): Promise<Map<string, Row>> {
  if (files.length === 0) return new Map();
  const rows = await transaction.query<Row>(sql`
    select code_set_file_id as "fileId", code, is_billable as "isBillable",
      effective_from as "effectiveFrom", effective_to as "effectiveTo"
    from code_set_codes
    where code_set_file_id = any (${[...files]}::bigint[]) and code = any (${[...codes]}::text[])`);
  return new Map(rows.map((row) => [`${row.fileId} ${row.code}`, row]));
}
