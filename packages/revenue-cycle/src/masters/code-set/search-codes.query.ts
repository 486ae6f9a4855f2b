import { sql } from "@headwater/platform/database/sql.ts";
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

/** How near a code is to what was typed, the code, and the file that has it. */
export type FoundCodeKey = [number, string, number];

type FoundRow = {
  readonly fileId: number;
  readonly code: string;
  readonly label: string;
  readonly isBillable: boolean;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly nearness: number;
};

/**
 * Codes of the editions in force on a day that begin with what was typed or whose words do: the code
 * itself first, then codes that begin so, then words, shorter descriptions before longer ones, since
 * they are the more general.
 */
export async function searchCodes(
  transaction: Transaction,
  question: CodeSearchQuestion,
  page: { readonly limit: number; readonly after?: FoundCodeKey | undefined },
): Promise<Page<FoundCode, FoundCodeKey>> {
  const { on, codeSet } = question;
  const codeSets = codeSet === undefined ? wordedCodeSets : [codeSet];
  const editions = await editionsOn(transaction, { codeSets, on });
  const fileIds = editions.map((edition) => edition.fileId);
  const rows = await foundRows(transaction, { ...question, fileIds }, page);
  const setOf = new Map(editions.map((edition) => [edition.fileId, edition]));
  const shown = pageOf(
    rows,
    page.limit,
    (row): FoundCodeKey => [row.nearness, row.code, row.fileId],
  );
  return {
    next: shown.next,
    rows: shown.rows.flatMap((row) => {
      const edition = setOf.get(row.fileId);
      if (edition === undefined) return [];
      const { code, label, effectiveFrom, effectiveTo, isBillable } = row;
      const days = {
        effectiveFrom: effectiveFrom ?? undefined,
        effectiveTo: effectiveTo ?? undefined,
      };
      return [
        {
          codeSet: edition.codeSet,
          edition: edition.edition,
          code,
          label,
          standing: standingOn({ isBillable, ...days }, on),
          effectiveFrom,
          effectiveTo,
        },
      ];
    }),
  };
}

/** One row more than the page, so that it is known whether there are more. */
async function foundRows(
  transaction: Transaction,
  question: CodeSearchQuestion & { readonly fileIds: readonly number[] },
  page: { readonly limit: number; readonly after?: FoundCodeKey | undefined },
): Promise<FoundRow[]> {
  const { prefix, words } = readCodeSearch(question.typed);
  if (prefix === undefined && words.length === 0) return [];
  const files = sql`code_set_file_id = any (${[...question.fileIds]}::bigint[])`;
  const billable = question.billableOnly === true ? sql`and is_billable` : sql``;
  const begins = prefix === undefined ? sql`false` : beginsWith(sql`code`, prefix);
  // One letter or figure begins half of all words: it must be a word itself, as in "type 2".
  const asked = words.map((word) => (word.length > 1 ? `${word}:*` : word)).join(" & ");
  const first = words.join(" ");
  const after =
    page.after === undefined
      ? sql``
      : sql`where (nearness, code, "fileId") > (${page.after[0]}, ${page.after[1]}, ${page.after[2]})`;
  return transaction.query<FoundRow>(sql`
    with near as (
      select *, 100 * (code <> ${prefix ?? ""})::int + least(length(code), 99) as nearness
      from code_set_codes where ${files} and ${begins} ${billable}
      union all
      select *, 10000 + 10000 * (not starts_with(lower(label), ${first}))::int
        + least(length(label), 9999) as nearness
      from code_set_codes
      where ${files} and words @@ to_tsquery('english', ${asked}) and not ${begins} ${billable}
    ), named as (
      select code_set_file_id as "fileId", code, label, is_billable as "isBillable",
        effective_from as "effectiveFrom", effective_to as "effectiveTo", nearness
      from near
    )
    select * from named ${after}
    order by nearness, code, "fileId" limit ${page.limit + 1}`);
}
