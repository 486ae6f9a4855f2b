import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, allOf, instantText, sourceObject } from "../../masters/answer-columns.query.ts";
import { type ListTotal, type Page, pageOf } from "../../masters/answer-schemas.ts";
import { totalOfGroups } from "../../masters/filter-counts.ts";
import { whySentence } from "./why-sentence.ts";
import type { WorkItemRow } from "./work-item-answers.ts";
import { isWorkKind, workKinds } from "./work-kinds.ts";

/** How a due date stands to the practice's day; `week` is within seven days. */
export const workDues = ["overdue", "week", "later", "none"] as const;
export type WorkDue = (typeof workDues)[number];

export type WorkFilter = {
  readonly role?: string | undefined;
  readonly kind?: string | undefined;
  readonly assignedTo?: string | undefined;
  readonly state?: "open" | "closed" | undefined;
  readonly due?: WorkDue | undefined;
  /** Only what is about this claim or remittance. */
  readonly claim?: number | undefined;
  readonly remittance?: number | undefined;
};

/** Due date (none sorts last) and id. */
export type WorkKey = [string | null, number];

type StoredWork = Omit<WorkItemRow, "actions" | "whyText">;

const workColumns: Sql = sql`
  w.work_item_id as id, w.kind, w.why_code as "whyCode", w.why, w.cents, w.due_on as due, w.role,
  json_build_object('kind', w.subject_kind, 'id', w.subject_id, 'label',
    case w.subject_kind
      when 'claim' then (select patient_control_number from claims c
        where c.practice_id = w.practice_id and c.claim_id = w.subject_id)
      when 'remittance' then (select trace_number from remittances m
        where m.practice_id = w.practice_id and m.remittance_id = w.subject_id)
      when 'encounter' then (select to_char(e.service_from, 'YYYY-MM-DD') from encounters e
        where e.practice_id = w.practice_id and e.encounter_id = w.subject_id)
      when 'appointment' then (select to_char(a.starts_at at time zone z.time_zone,
          'YYYY-MM-DD HH24:MI') from appointments a join practices z using (practice_id)
        where a.practice_id = w.practice_id and a.appointment_id = w.subject_id) end) as subject,
  (select coalesce(json_agg(${sourceObject(
    sql`coalesce((e.item ->> 'segmentFrom')::integer, t.segment_from)`,
    sql`coalesce((e.item ->> 'segmentTo')::integer, t.segment_to)`,
  )} order by e.place), '[]')
    from jsonb_array_elements(w.evidence) with ordinality as e (item, place)
    join transaction_sets t on t.practice_id = w.practice_id
      and t.transaction_set_id = (e.item ->> 'transactionSetId')::bigint
    join files f on f.practice_id = t.practice_id and f.file_id = t.file_id) as evidence,
  w.state, w.assigned_to as "assignedTo", w.revision,
  ${instantText(sql`w.created_at`)} as "createdAt", ${instantText(sql`w.closed_at`)} as "closedAt",
  ${actorName(sql`w.closed_by`)} as "closedBy", w.close_reason as "closeReason"`;

/** Work items by due date, those without one last. */
export async function listWork(
  transaction: PracticeTransaction,
  filter: WorkFilter,
  page: { readonly limit: number; readonly after?: WorkKey | undefined; withTotal?: boolean },
): Promise<Page<WorkItemRow, WorkKey>> {
  const where = conditionsOf(transaction.practiceId, filter);
  const chosen = allOf([
    ...(filter.role === undefined ? [] : [sql`w.role = ${filter.role}`]),
    ...(filter.kind === undefined ? [] : [sql`w.kind = ${filter.kind}`]),
    ...(filter.due === undefined ? [] : [sql`${dueOf} = ${filter.due}`]),
  ]);
  const rows = await transaction.query<StoredWork>(sql`
    select ${workColumns} from work_items w cross join ${businessDay(transaction.practiceId)}
    where ${where} and ${chosen} ${page.after ? sql`and ${later(page.after)}` : sql``}
    order by w.due_on, w.work_item_id
    limit ${page.limit + 1}`);
  const answer = pageOf(rows.map(withActions), page.limit, (row): WorkKey => [row.due, row.id]);
  return page.withTotal ? { ...answer, total: await totalOf(transaction, where, filter) } : answer;
}

/** The day it is in the practice: its own business date, else today in its time zone. */
function businessDay(practiceId: number): Sql {
  return sql`(select coalesce(business_date, (now() at time zone time_zone)::date) as day
    from practices where practice_id = ${practiceId}) today`;
}

/** Where a due date falls; the statement names the practice's day as `today`. */
const dueOf: Sql = sql`case when w.due_on is null then 'none' when w.due_on < today.day then 'overdue'
  when w.due_on <= today.day + 7 then 'week' else 'later' end`;

type WorkGroup = { role: string; kind: string; due: WorkDue; count: number; cents: number };

async function totalOf(
  transaction: PracticeTransaction,
  where: Sql,
  { role, kind, due }: WorkFilter,
): Promise<ListTotal> {
  const groups = await transaction.query<WorkGroup>(sql`
    select w.role, w.kind, ${dueOf} as due, count(*)::bigint as count,
      coalesce(sum(w.cents), 0)::bigint as cents
    from work_items w cross join ${businessDay(transaction.practiceId)}
    where ${where}
    group by w.role, w.kind, due`);
  return totalOfGroups(groups, { role, kind, due });
}

/** The conditions of every filter but role, kind and due, which the total counts by. */
function conditionsOf(practiceId: number, filter: WorkFilter): Sql {
  const about = (kind: string, id: number) =>
    sql`w.subject_kind = ${kind} and w.subject_id = ${id}`;
  return allOf([
    sql`w.practice_id = ${practiceId} and w.state = ${filter.state ?? "open"}`,
    ...(filter.assignedTo === undefined ? [] : [sql`w.assigned_to = ${filter.assignedTo}`]),
    ...(filter.claim === undefined ? [] : [about("claim", filter.claim)]),
    ...(filter.remittance === undefined ? [] : [about("remittance", filter.remittance)]),
  ]);
}

function later([due, id]: WorkKey): Sql {
  return due === null
    ? sql`(w.due_on is null and w.work_item_id > ${id})`
    : sql`((w.due_on, w.work_item_id) > (${due}::date, ${id}) or w.due_on is null)`;
}

/** One work item with what may be done about it. */
export async function findWork(
  transaction: PracticeTransaction,
  workItemId: number,
): Promise<WorkItemRow | undefined> {
  const row = await transaction.maybeOne<StoredWork>(sql`
    select ${workColumns} from work_items w
    where w.practice_id = ${transaction.practiceId} and w.work_item_id = ${workItemId}`);
  return row && withActions(row);
}

/** What is open on one claim, the most urgent first. */
export async function openWorkOfClaim(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<WorkItemRow[]> {
  const rows = await transaction.query<StoredWork>(sql`
    select ${workColumns} from work_items w
    where w.practice_id = ${transaction.practiceId} and w.subject_kind = 'claim'
      and w.subject_id = ${claimId} and w.state = 'open'
    order by w.due_on, w.work_item_id`);
  return rows.map(withActions);
}

function withActions(row: StoredWork): WorkItemRow {
  return {
    ...row,
    whyText: whySentence(row.whyCode, row.why),
    actions: isWorkKind(row.kind) ? [...workKinds[row.kind].actions] : ["close"],
  };
}
