import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { builtInEdits } from "./built-in-edits.store.ts";
import type { Edit } from "./edit.ts";
import { editsInForce, type PracticeEdit } from "./edits-in-force.ts";
import type { EditStage } from "./fact-catalogue.ts";

type StoredEdit = Omit<PracticeEdit, "severity"> & {
  readonly severity: PracticeEdit["severity"] | null;
};

/** What the practice decided about edits, and its own ones with all their versions. */
export async function loadPracticeEdits(transaction: PracticeTransaction): Promise<PracticeEdit[]> {
  const rows = await transaction.query<StoredEdit>(sql`
    select e.code, e.is_built_in as "isBuiltIn", e.state, e.severity,
      coalesce((select json_agg(json_build_object('version', v.version, 'definition', v.definition)
          order by v.version)
        from practice_edit_versions v
        where v.practice_id = e.practice_id and v.edit_id = e.edit_id), '[]') as versions
    from practice_edits e where e.practice_id = ${transaction.practiceId}`);
  return rows.map((row) => ({ ...row, severity: row.severity ?? undefined }));
}

/** The active edits of a stage for the practice, ready to be evaluated. */
export async function loadEdits(
  transaction: PracticeTransaction,
  stage: EditStage,
): Promise<Edit[]> {
  const edits = editsInForce(await builtInEdits(), await loadPracticeEdits(transaction));
  return edits.filter((edit) => edit.stage === stage);
}
