import { sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { type CodeSetAnswer, codeKey } from "./code-set.ts";
import { editionOn } from "./edition-in-force.store.ts";

/** An instruction of the tabular list that holds for a code, and the code or block it stands at. */
export type DiagnosisNoteOnDay = {
  readonly kind: string;
  readonly codeFrom: string;
  readonly codeThrough: string;
  readonly character: string | null;
  readonly text: string;
};

/** The notes of a code on a day with those of the codes, the block and the chapter above it. */
export async function diagnosisNotes(
  transaction: Transaction,
  question: { readonly code: string; readonly on: string },
): Promise<CodeSetAnswer<{ readonly notes: readonly DiagnosisNoteOnDay[] }>> {
  const { on } = question;
  const edition = await editionOn(transaction, { codeSet: "icd-10-cm-tabular", on });
  if (edition === undefined) return { is: "not-loaded" };
  const key = codeKey(question.code);
  const category = key.slice(0, 3);
  const above = Array.from({ length: Math.max(0, key.length - 2) }, (_, at) =>
    key.slice(0, at + 3),
  );
  const notes = await transaction.query<DiagnosisNoteOnDay>(sql`
    select kind, code_from as "codeFrom", code_through as "codeThrough", character, text
    from diagnosis_notes
    where code_set_file_id = ${edition.fileId}
      and (code_from = any (${above}::text[]) and code_through = code_from
        or code_from < code_through and code_from <= ${category} and ${category} <= code_through)
    order by position`);
  return notes.length === 0 ? { is: "absent", edition } : { is: "found", edition, notes };
}
