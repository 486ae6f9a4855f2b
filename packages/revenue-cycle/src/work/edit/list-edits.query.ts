import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText } from "../../masters/answer-columns.query.ts";
import { type ListTotal, type Page, pageOf } from "../../masters/answer-schemas.ts";
import { totalOfGroups } from "../../masters/filter-counts.ts";
import { builtInEdits } from "./built-in-edits.store.ts";
import { describeEdit } from "./describe-condition.ts";
import type { Edit, EditState, Severity } from "./edit.ts";
import type { EditPage, EditRow } from "./edit-answers.ts";
import type { EditStage } from "./fact-catalogue.ts";

export type EditFilter = {
  readonly search?: string | undefined;
  readonly stage?: EditStage | undefined;
  readonly severity?: Severity | undefined;
  readonly state?: EditState | undefined;
};

type StoredEdit = {
  readonly editId: number;
  readonly code: string;
  readonly isBuiltIn: boolean;
  readonly state: EditState;
  readonly severity: Severity | null;
  readonly revision: number;
  /** The last version of an own edit. */
  readonly definition: Edit | null;
};

/** An edit that the practice did not touch has this revision. */
export const untouchedRevision = 1;

type ListedEdit = { readonly edit: Edit; readonly row: EditRow };

/** All edits of the practice by code: a few hundred at most, so that they are read as a whole. */
async function allEdits(transaction: PracticeTransaction): Promise<ListedEdit[]> {
  const brought = await builtInEdits();
  const stored = await transaction.query<StoredEdit>(sql`
    select e.edit_id as "editId", e.code, e.is_built_in as "isBuiltIn", e.state, e.severity,
      e.revision, (select v.definition from practice_edit_versions v
        where v.practice_id = e.practice_id and v.edit_id = e.edit_id
        order by v.version desc limit 1) as definition
    from practice_edits e where e.practice_id = ${transaction.practiceId}`);
  const counts = await transaction.query<{ code: string; open: number; found: number }>(sql`
    select code, count(*) filter (where state = 'open') as open, count(*) as found
    from edit_findings where practice_id = ${transaction.practiceId} group by code`);
  const counted = new Map(counts.map((one) => [one.code, one]));
  const decisions = new Map(stored.map((one) => [one.code, one]));
  const own = stored.flatMap(({ definition }) => (definition ? [definition] : []));
  return [...brought, ...own]
    .map((edit) => ({ edit, row: rowOf(edit, decisions.get(edit.code), counted.get(edit.code)) }))
    .sort((a, b) => (a.edit.code < b.edit.code ? -1 : 1));
}

function rowOf(
  edit: Edit,
  stored: StoredEdit | undefined,
  counts: { readonly open: number; readonly found: number } | undefined,
): EditRow {
  const { code, stage, ownerRole, message, field, source, effectiveFrom } = edit;
  const isBuiltIn = stored?.isBuiltIn ?? true;
  return {
    code,
    stage,
    each: edit.each ?? null,
    severity: stored?.severity ?? edit.severity,
    state: stored?.state ?? edit.state,
    ownerRole,
    message,
    field,
    source,
    effectiveFrom,
    effectiveTo: edit.effectiveTo ?? null,
    isBuiltIn,
    isChanged: isBuiltIn && stored !== undefined,
    open: counts?.open ?? 0,
    found: counts?.found ?? 0,
    revision: stored?.revision ?? untouchedRevision,
  };
}

/** The edits of the practice by code. */
export async function listEdits(
  transaction: PracticeTransaction,
  filter: EditFilter,
  page: {
    readonly limit: number;
    readonly after?: readonly [string] | undefined;
    readonly withTotal?: boolean;
  },
): Promise<Page<EditRow, [string]>> {
  const words = filter.search?.trim().toLowerCase() ?? "";
  const { stage, severity, state } = filter;
  const searched = (await allEdits(transaction))
    .map(({ row }) => row)
    .filter((row) => `${row.code} ${row.message} ${row.source}`.toLowerCase().includes(words));
  const chosen = searched.filter(
    (row) =>
      (stage === undefined || row.stage === stage) &&
      (severity === undefined || row.severity === severity) &&
      (state === undefined || row.state === state),
  );
  const after = page.after?.[0];
  const rows = after === undefined ? chosen : chosen.filter(({ code }) => code > after);
  const answer = pageOf(rows, page.limit, (row): [string] => [row.code]);
  return page.withTotal ? { ...answer, total: totalOf(searched, filter) } : answer;
}

function totalOf(rows: readonly EditRow[], { stage, severity, state }: EditFilter): ListTotal {
  const groups = rows.map((row) => ({
    stage: row.stage,
    severity: row.severity,
    state: row.state,
    count: 1,
    cents: 0,
  }));
  const { count, counts } = totalOfGroups(groups, { stage, severity, state });
  return counts ? { count, counts } : { count };
}

/** One edit with its condition in words and tree, and its versions. */
export async function findEdit(
  transaction: PracticeTransaction,
  code: string,
): Promise<EditPage | undefined> {
  const found = (await allEdits(transaction)).find(({ edit }) => edit.code === code);
  if (found === undefined) return undefined;
  const { edit, row } = found;
  const versions = await transaction.query<EditPage["versions"][number]>(sql`
    select v.version, v.effective_from as "effectiveFrom", v.effective_to as "effectiveTo",
      ${instantText(sql`v.recorded_at`)} as "recordedAt", ${actorName(sql`v.actor`)} as actor
    from practice_edit_versions v
    join practice_edits e on e.practice_id = v.practice_id and e.edit_id = v.edit_id
    where e.practice_id = ${transaction.practiceId} and e.code = ${code}
    order by v.version desc`);
  return {
    ...row,
    condition: { ...edit.condition },
    words: describeEdit(edit),
    restriction: edit.restriction ? mutable(edit.restriction) : null,
    writtenSeverity: edit.severity,
    versions,
  };
}

function mutable(restriction: NonNullable<Edit["restriction"]>): EditPage["restriction"] {
  return Object.fromEntries(Object.entries(restriction).map(([name, list]) => [name, [...list]]));
}
