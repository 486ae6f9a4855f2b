import { sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { type CodeSetAnswer, codeKey } from "./code-set.ts";
import { ptpEditionOn } from "./edition-in-force.store.ts";

/** Whose edits: those of physicians and practitioners, or those of outpatient hospitals. */
export type PtpVariant = "practitioner" | "hospital";

/** An edit in force: the column 2 code is not paid beside the column 1 code. */
export type PtpEditInForce = {
  readonly column1: string;
  readonly column2: string;
  /** 0 never, 1 with a modifier where it is documented. */
  readonly modifierIndicator: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | undefined;
  readonly rationale: string;
};

type Question = {
  readonly codes: readonly string[];
  readonly on: string;
  readonly variant?: PtpVariant;
};

/**
 * The edits in force on a day between any two of the codes. `not-loaded` while not every part of the
 * edition is: what is missing might hold one more; what was found is told nevertheless.
 */
export async function ptpEditsAmong(
  transaction: Transaction,
  { codes, on, variant = "practitioner" }: Question,
): Promise<
  CodeSetAnswer<{ readonly edits: readonly PtpEditInForce[] }> & {
    readonly edits?: readonly PtpEditInForce[];
  }
> {
  const loaded = await ptpEditionOn(transaction, { on, variant });
  const edition = loaded?.files[0];
  if (loaded === undefined || edition === undefined) return { is: "not-loaded" };
  const edits = await editsOf(transaction, {
    fileIds: loaded.files.map((file) => file.fileId),
    keys: codes.map(codeKey),
    on,
  });
  if (edits.length > 0) return { is: "found", edition, edits };
  return loaded.isWhole ? { is: "absent", edition } : { is: "not-loaded" };
}

/** The edit in force between a column 1 and a column 2 code, in this order. */
export async function ptpPair(
  transaction: Transaction,
  pair: {
    readonly column1: string;
    readonly column2: string;
    readonly on: string;
    readonly variant?: PtpVariant;
  },
): Promise<CodeSetAnswer<{ readonly edit: PtpEditInForce }>> {
  const { column1, column2, ...rest } = pair;
  const answer = await ptpEditsAmong(transaction, { ...rest, codes: [column1, column2] });
  if (answer.is !== "found") return answer;
  const edit = answer.edits.find((one) => one.column1 === codeKey(column1));
  if (edit !== undefined) return { is: "found", edition: answer.edition, edit };
  return { is: "absent", edition: answer.edition };
}

type EditRow = Omit<PtpEditInForce, "effectiveTo"> & { readonly effectiveTo: string | null };

async function editsOf(
  transaction: Transaction,
  question: {
    readonly fileIds: readonly number[];
    readonly keys: readonly string[];
    readonly on: string;
  },
): Promise<PtpEditInForce[]> {
  const { fileIds, keys, on } = question;
  const rows = await transaction.query<EditRow>(sql`
    select e.column_1 as "column1", e.column_2 as "column2",
      e.modifier_indicator as "modifierIndicator", e.effective_from as "effectiveFrom",
      e.effective_to as "effectiveTo", coalesce(f.repeated_texts[e.rationale], '') as rationale
    from ptp_edits e join code_set_files f using (code_set_file_id)
    where e.code_set_file_id = any (${[...fileIds]}::bigint[])
      and e.column_1 = any (${[...keys]}::text[]) and e.column_2 = any (${[...keys]}::text[])
      and e.column_1 <> e.column_2 and e.modifier_indicator <> 9
      and e.effective_from <= ${on} and (e.effective_to is null or ${on} <= e.effective_to)
    order by e.column_1, e.column_2, e.effective_from desc`);
  return rows.map((row) => ({ ...row, effectiveTo: row.effectiveTo ?? undefined }));
}
