import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../event/event.store.ts";
import { builtInEdits } from "./built-in-edits.store.ts";
import type { Edit } from "./edit.ts";
import type { EditDecision, EditDraft, EditPage } from "./edit-answers.ts";
import { findEdit, untouchedRevision } from "./list-edits.query.ts";
import { type EditFault, parseEdit } from "./parse-edit.ts";

export type EditResult =
  | { readonly is: "recorded"; readonly edit: EditPage }
  | { readonly is: "invalid"; readonly faults: readonly EditFault[] }
  | {
      readonly is: "refused";
      readonly code: "edit_code_taken" | "edit_built_in" | "not_found" | "revision_changed";
    };

/** Writes an edit of the practice's own; it is a draft until somebody activates it. */
export async function addEdit(
  transaction: PracticeTransaction,
  draft: EditDraft,
): Promise<EditResult> {
  const parsed = parseEdit({ ...draft, state: "draft" });
  if (parsed.is === "faulty") return { is: "invalid", faults: parsed.faults };
  if (await isBuiltIn(draft.code)) return { is: "refused", code: "edit_code_taken" };
  const added = await transaction.maybeOne<{ id: number }>(sql`
    insert into practice_edits (practice_id, code, is_built_in, state, changed_by)
    values (${transaction.practiceId}, ${draft.code}, false, 'draft', ${transaction.actor})
    on conflict (practice_id, code) do nothing returning edit_id as id`);
  if (added === undefined) return { is: "refused", code: "edit_code_taken" };
  await writeVersion(transaction, added.id, parsed.edit);
  return recorded(transaction, { editId: added.id, code: draft.code, kind: "edit-written" });
}

/** Writes an own edit anew, as a version that stands from its first day of service on. */
export async function changeEdit(
  transaction: PracticeTransaction,
  code: string,
  { draft, revision }: { readonly draft: EditDraft; readonly revision: number },
): Promise<EditResult> {
  if (await isBuiltIn(code)) return { is: "refused", code: "edit_built_in" };
  const parsed = parseEdit({ ...draft, code, state: "draft" });
  if (parsed.is === "faulty") return { is: "invalid", faults: parsed.faults };
  const changed = await transaction.maybeOne<{ id: number }>(sql`
    update practice_edits set severity = null, revision = revision + 1, changed_at = now(),
      changed_by = ${transaction.actor}
    where practice_id = ${transaction.practiceId} and code = ${code} and revision = ${revision}
    returning edit_id as id`);
  if (changed === undefined) return unchanged(transaction, code);
  await writeVersion(transaction, changed.id, parsed.edit);
  return recorded(transaction, { editId: changed.id, code, kind: "edit-written" });
}

/** Turns an edit on or off, or changes its severity; those that the program brings as well. */
export async function decideEdit(
  transaction: PracticeTransaction,
  code: string,
  { decision, revision }: { readonly decision: EditDecision; readonly revision: number },
): Promise<EditResult> {
  const { practiceId, actor } = transaction;
  const { state, severity } = decision;
  if (revision === untouchedRevision && (await isBuiltIn(code))) {
    // An untouched one has no row yet; a row that is there already has another revision.
    await transaction.execute(sql`
      insert into practice_edits (practice_id, code, is_built_in, state, changed_by)
      values (${practiceId}, ${code}, true, 'active', ${actor})
      on conflict (practice_id, code) do nothing`);
  }
  const changed = await transaction.maybeOne<{ id: number }>(sql`
    update practice_edits set state = coalesce(${state ?? null}, state),
      severity = case when ${severity !== undefined} then ${severity ?? null} else severity end,
      revision = revision + 1, changed_at = now(), changed_by = ${actor}
    where practice_id = ${practiceId} and code = ${code} and revision = ${revision}
    returning edit_id as id`);
  if (changed === undefined) return unchanged(transaction, code);
  return recorded(transaction, { editId: changed.id, code, kind: "edit-changed" });
}

async function isBuiltIn(code: string): Promise<boolean> {
  return (await builtInEdits()).some((edit) => edit.code === code);
}

async function writeVersion(
  transaction: PracticeTransaction,
  editId: number,
  edit: Edit,
): Promise<void> {
  // Its state stands in the row of the edit; what a version holds is active where that is.
  const definition: Edit = { ...edit, state: "active" };
  await transaction.execute(sql`
    insert into practice_edit_versions (practice_id, edit_id, version, definition, effective_from,
      effective_to, actor)
    select ${transaction.practiceId}, ${editId}, coalesce(max(version), 0) + 1,
      ${JSON.stringify(definition)}::jsonb, ${edit.effectiveFrom}::date,
      ${edit.effectiveTo ?? null}::date, ${transaction.actor}
    from practice_edit_versions
    where practice_id = ${transaction.practiceId} and edit_id = ${editId}`);
}

async function unchanged(transaction: PracticeTransaction, code: string): Promise<EditResult> {
  const known = await findEdit(transaction, code);
  return { is: "refused", code: known === undefined ? "not_found" : "revision_changed" };
}

async function recorded(
  transaction: PracticeTransaction,
  { editId, code, kind }: { readonly editId: number; readonly code: string; readonly kind: string },
): Promise<EditResult> {
  const edit = await findEdit(transaction, code);
  if (edit === undefined) return { is: "refused", code: "not_found" };
  const { state, severity, versions } = edit;
  const change = { code, state, severity, version: versions[0]?.version ?? null };
  await appendEvents(transaction, [{ kind, subjectKind: "edit", subjectId: editId, change }]);
  return { is: "recorded", edit };
}
