import type { CodeSetName } from "@headwater/code-sets";
import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { isWholePtpEdition, type LoadedEdition } from "./code-set.ts";
import type { EditionFile } from "./loaded-editions.ts";

type EditionRow = Omit<LoadedEdition, "effectiveTo"> & {
  readonly effectiveTo: string | null;
  readonly part: number;
};

const columns = sql`code_set_file_id as "fileId", code_set as "codeSet", edition, part,
  effective_from as "effectiveFrom", effective_to as "effectiveTo"`;

function loadedEdition({ part: _, effectiveTo, ...row }: EditionRow): LoadedEdition {
  return { ...row, effectiveTo: effectiveTo ?? undefined };
}

/** Which edition is asked for. */
export type EditionQuestion = {
  readonly codeSet: CodeSetName;
  /** Civil date. */
  readonly on: string;
  readonly variant?: string;
};

/** The edition in force on a day: of several the one that began last. */
export async function editionOn(
  transaction: Transaction,
  question: EditionQuestion,
): Promise<LoadedEdition | undefined> {
  return firstEdition(
    transaction,
    sql`${isSet(question)}
      and effective_from <= ${question.on}
      and (effective_to is null or ${question.on} <= effective_to)
    order by effective_from desc, code_set_file_id desc limit 1`,
  );
}

/**
 * The first edition that begins after a day. Where codes carry days of their own, a later edition
 * tells of the codes that it still has how they stood before.
 */
export async function editionAfter(
  transaction: Transaction,
  question: EditionQuestion,
): Promise<LoadedEdition | undefined> {
  return firstEdition(
    transaction,
    sql`${isSet(question)} and effective_from > ${question.on}
    order by effective_from, code_set_file_id limit 1`,
  );
}

/**
 * The files of the newest edition of procedure-to-procedure edits that reaches the day. An edition
 * holds all edits there have ever been, so it answers for earlier days too. `isWhole` tells whether
 * what is not found in it does not exist.
 */
export async function ptpEditionOn(
  transaction: Transaction,
  question: { readonly on: string; readonly variant: string },
): Promise<{ readonly files: readonly LoadedEdition[]; readonly isWhole: boolean } | undefined> {
  const rows = await transaction.query<EditionRow>(sql`
    select ${columns} from code_set_files
    where ${isSet({ codeSet: "ncci-ptp", ...question })}
      and (effective_to is null or ${question.on} <= effective_to)
    order by effective_from desc, part`);
  const names = [...new Set(rows.map((row) => row.edition))];
  const all = names.map((name) => rows.filter((row) => row.edition === name));
  const whole = all.find((files) => isWholePtpEdition(files.map((file) => file.part)));
  const files = whole ?? all[0];
  if (files === undefined) return undefined;
  return { files: files.map(loadedEdition), isWhole: whole !== undefined };
}

/** The editions of several sets that are in force on a day. */
export async function editionsOn(
  transaction: Transaction,
  question: { readonly codeSets: readonly CodeSetName[]; readonly on: string },
): Promise<LoadedEdition[]> {
  const rows = await transaction.query<EditionRow>(sql`
    select distinct on (code_set) ${columns} from code_set_files
    where verdict = 'read' and code_set = any (${[...question.codeSets]}::text[])
      and effective_from <= ${question.on}
      and (effective_to is null or ${question.on} <= effective_to)
    order by code_set, effective_from desc, code_set_file_id desc`);
  return rows.map(loadedEdition);
}

function isSet({ codeSet, variant = "" }: { codeSet: CodeSetName; variant?: string }): Sql {
  return sql`verdict = 'read' and code_set = ${codeSet} and variant = ${variant}`;
}

async function firstEdition(
  transaction: Transaction,
  rest: Sql,
): Promise<LoadedEdition | undefined> {
  const row = await transaction.maybeOne<EditionRow>(
    sql`select ${columns} from code_set_files where ${rest}`,
  );
  return row === undefined ? undefined : loadedEdition(row);
}

/** Every edition of these sets, to ask about many days without asking for each. */
export async function loadedEditions(
  transaction: Transaction,
  codeSets: readonly CodeSetName[],
): Promise<EditionFile[]> {
  const rows = await transaction.query<EditionRow & { readonly variant: string }>(sql`
    select ${columns}, variant from code_set_files
    where verdict = 'read' and code_set = any (${[...codeSets]}::text[])`);
  return rows.map((row) => ({ ...row, effectiveTo: row.effectiveTo ?? undefined }));
}
