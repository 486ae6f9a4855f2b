import { join, type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { beginsWith } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import { readCodeSearch, standingOn } from "./code-set.ts";
import type { FoundCode } from "./code-set-answers.ts";
import { editionsOn } from "./edition-in-force.store.ts";
import { type WordedCodeSet, wordedCodeSets } from "./find-codes.query.ts";

export type CodeSearchQuestion = {
  readonly typed: string;
  readonly on: string;
  readonly codeSet?: WordedCodeSet | undefined;
  /** Leaves headings out. */
  readonly billableOnly?: boolean;
};

/** How a code was found (0 by its beginning, 1 by the beginning of its text, 2 by words), and its place there. */
export type FoundCodeKey = [found: number, place: string, code: string, fileId: number];

type FoundRow = {
  readonly found: number;
  readonly place: string;
  readonly fileId: number;
  readonly code: string;
  readonly label: string;
  readonly isBillable: boolean;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
};

type CodePage = { readonly limit: number; readonly after?: FoundCodeKey | undefined };

/**
 * Codes of the editions in force on a day: first those that begin with what was typed, then those
 * whose text does, in the order of either; then those that hold the words, shorter texts before
 * longer ones, since they are the more general.
 */
export async function searchCodes(
  transaction: Transaction,
  question: CodeSearchQuestion,
  page: CodePage,
): Promise<Page<FoundCode, FoundCodeKey>> {
  const { on, codeSet } = question;
  const codeSets = codeSet === undefined ? wordedCodeSets : [codeSet];
  const editions = await editionsOn(transaction, { codeSets, on });
  const fileIds = editions.map((edition) => edition.fileId);
  const rows = await foundRows(transaction, { ...question, fileIds }, page);
  const editionOf = new Map(editions.map((edition) => [edition.fileId, edition]));
  const shown = pageOf(
    rows,
    page.limit,
    (row): FoundCodeKey => [row.found, row.place, row.code, row.fileId],
  );
  return {
    next: shown.next,
    rows: shown.rows.flatMap((row) => {
      const edition = editionOf.get(row.fileId);
      if (edition === undefined) return [];
      const { code, label, effectiveFrom, effectiveTo, isBillable } = row;
      const days = {
        effectiveFrom: effectiveFrom ?? undefined,
        effectiveTo: effectiveTo ?? undefined,
      };
      const standing = standingOn({ isBillable, ...days }, on);
      const { codeSet: set, edition: name } = edition;
      return [{ codeSet: set, edition: name, code, label, standing, effectiveFrom, effectiveTo }];
    }),
  };
}

/** One way to find codes: its condition, and the indexed order in which they are read. */
type Finding = {
  readonly found: number;
  readonly condition: Sql;
  readonly order: Sql;
  /** The place in that order as a text that sorts the same. */
  readonly place: Sql;
  /** Turns such a text back. */
  readonly placeOf: (text: string) => string | number;
};

const label = sql`"left"(lower(label), 60) collate "C"`;
const labelCharacters = 60;

function findings(typed: string): Finding[] {
  const { prefix, words } = readCodeSearch(typed);
  const begins = prefix === undefined ? sql`false` : beginsWith(sql`code`, prefix);
  const start = typed.trim().toLowerCase().slice(0, labelCharacters);
  const starts = beginsWith(label, start);
  // One letter or figure begins half of all words: it must be a word itself, as in "type 2".
  const asked = words.map((word) => (word.length > 1 ? `${word}:*` : word)).join(" & ");
  const same = (text: string) => text;
  const byCode = { found: 0, condition: begins, order: sql`code`, place: sql`code`, placeOf: same };
  if (words.length === 0) return prefix === undefined ? [] : [byCode];
  const byLabel = {
    found: 1,
    condition: sql`${starts} and not ${begins}`,
    order: label,
    place: label,
    placeOf: same,
  };
  const byWords = {
    found: 2,
    condition: sql`words @@ to_tsquery('english', ${asked}) and not ${starts} and not ${begins}`,
    order: sql`length(label)`,
    place: sql`lpad(length(label)::text, 6, '0')`,
    placeOf: (text: string) => Math.trunc(Number(text)) || 0,
  };
  return prefix === undefined ? [byLabel, byWords] : [byCode, byLabel, byWords];
}

/** One row more than the page, so that it is known whether there are more. */
async function foundRows(
  transaction: Transaction,
  question: CodeSearchQuestion & { readonly fileIds: readonly number[] },
  page: CodePage,
): Promise<FoundRow[]> {
  const { after } = page;
  const open = findings(question.typed).filter(
    ({ found }) => after === undefined || found >= after[0],
  );
  if (open.length === 0 || question.fileIds.length === 0) return [];
  const billable = question.billableOnly === true ? sql`and is_billable` : sql``;
  const branches = open.map(
    (finding) => sql`(select ${finding.found}::int as found, one.*
      from unnest(${[...question.fileIds]}::bigint[]) file (id)
      cross join lateral (
        select ${finding.place} as place, code_set_file_id as "fileId", code, label,
          is_billable as "isBillable", effective_from as "effectiveFrom", effective_to as "effectiveTo"
        from code_set_codes
        where code_set_file_id = file.id and ${finding.condition} ${billable} ${beyond(finding, after)}
        order by ${finding.order}, code limit ${page.limit + 1}
      ) one)`,
  );
  return transaction.query<FoundRow>(sql`
    select * from (${join(branches, " union all ")}) every
    order by found, place collate "C", code, "fileId" limit ${page.limit + 1}`);
}

/** What comes after the key: by the order of the index first, by the whole key for rows that are equal in it. */
function beyond(finding: Finding, after: FoundCodeKey | undefined): Sql {
  if (after === undefined || after[0] !== finding.found) return sql``;
  const [, text, code, fileId] = after;
  const place = finding.placeOf(text);
  return sql`and (${finding.order}, code) >= (${place}, ${code})
    and (${finding.order}, code, code_set_file_id) > (${place}, ${code}, ${fileId})`;
}
