import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, patientName } from "../../masters/answer-columns.query.ts";
import { type ListTotal, type Page, pageOf } from "../../masters/answer-schemas.ts";
import { totalOfGroups } from "../../masters/filter-counts.ts";
import type { CodeLabels } from "../../masters/reference/code-labels.ts";
import type { DenialRow } from "./denial-answers.ts";
import type { denialAges, denialDues, denialStandings } from "./denial-standings.ts";

export type DenialFilter = {
  readonly standing: (typeof denialStandings)[number];
  readonly stage?: string | undefined;
  readonly process?: string | undefined;
  readonly category?: string | undefined;
  readonly reason?: string | undefined;
  readonly payer?: number | undefined;
  readonly claim?: number | undefined;
  readonly due?: (typeof denialDues)[number] | undefined;
  readonly age?: (typeof denialAges)[number] | undefined;
  /** Worth at least this many cents. */
  readonly cents?: number | undefined;
  /** The practice's day. */
  readonly today: string;
};

/** Last day for an answer, or day of refusal for those that ended; and id. */
export type DenialKey = [string | null, number];

type Paging = {
  readonly limit: number;
  readonly after?: DenialKey | undefined;
  readonly labels: CodeLabels;
  readonly withTotal: boolean;
};

/**
 * Denials as a list: the open ones by the last day for an answer (none last), those that ended and all
 * by the day of refusal, newest first. Those that a reversal took back are not shown.
 */
export async function searchDenials(
  transaction: PracticeTransaction,
  filter: DenialFilter,
  { limit, after, labels, withTotal }: Paging,
): Promise<Page<DenialRow, DenialKey>> {
  const { practiceId } = transaction;
  const isOpen = filter.standing === "open";
  const where = allOf([...basics(practiceId, filter), ...chosen(filter)]);
  const order = isOpen ? sql`due_on, denial_id` : sql`denied_on desc, denial_id desc`;
  const later = after === undefined ? sql`` : sql`and ${isOpen ? dueAfter(after) : before(after)}`;
  const rows = await transaction.query<Omit<DenialRow, "reason">>(sql`
    with page as materialized (
      select d.* from denials d
      where ${where} ${later}
      order by ${order}
      limit ${limit + 1})
    select d.denial_id as id, d.claim_id as "claimId",
      c.patient_control_number as "patientControlNumber", ${patientName} as "patientName",
      payer.name as payer, l.procedure_code as "procedureCode", d.group_code as "groupCode",
      d.reason_code as "reasonCode", d.remark_codes as "remarkCodes", d.cents, d.category, d.stage,
      d.process, d.owner_role as role, d.next_action as "nextAction", d.denied_on as "deniedOn",
      d.due_on as "dueOn", w.next_action_on as "nextActionOn", step.kind as "lastStep", d.state,
      d.outcome, d.recovered_cents as "recoveredCents"
    from page d
    join claims c on c.practice_id = ${practiceId} and c.claim_id = d.claim_id
    join payers payer on payer.practice_id = ${practiceId} and payer.payer_id = c.payer_id
    join patients p on p.practice_id = ${practiceId} and p.patient_id = c.patient_id
    left join service_lines l on l.practice_id = ${practiceId} and l.claim_id = d.claim_id
      and l.line_number = d.line_number
    left join work_items w on w.practice_id = ${practiceId} and w.kind = 'denial'
      and w.need_key = 'claim:' || d.claim_id
    left join lateral (select s.kind from denial_steps s
      where s.practice_id = ${practiceId} and s.claim_id = d.claim_id and s.undone_at is null
      order by s.denial_step_id desc limit 1) step on true
    order by d.${order}`);
  const named = rows.map((row) => ({
    ...row,
    reason: labels.reason(row.reasonCode, row.deniedOn).label,
  }));
  const page = pageOf(
    named,
    limit,
    ({ id, dueOn, deniedOn }): DenialKey => [isOpen ? dueOn : deniedOn, id],
  );
  return withTotal ? { ...page, total: await totalOf(transaction, filter) } : page;
}

function dueAfter([due, id]: DenialKey): Sql {
  return due === null
    ? sql`(d.due_on is null and d.denial_id > ${id})`
    : sql`((d.due_on, d.denial_id) > (${due}::date, ${id}) or d.due_on is null)`;
}

function before([denied, id]: DenialKey): Sql {
  return sql`(d.denied_on, d.denial_id) < (${denied}::date, ${id})`;
}

const standings: Readonly<Record<DenialFilter["standing"], Sql>> = {
  open: sql`d.state = 'open'`,
  won: sql`d.outcome in ('overturned', 'partly-overturned') and d.state <> 'reversed'`,
  lost: sql`d.outcome in ('upheld', 'closed') and d.state <> 'reversed'`,
  all: sql`d.state <> 'reversed'`,
};

/** The conditions that the total does not count by. */
function basics(practiceId: number, filter: DenialFilter): Sql[] {
  return [
    sql`d.practice_id = ${practiceId}`,
    standings[filter.standing],
    ...(filter.reason === undefined ? [] : [sql`d.reason_code = ${filter.reason}`]),
    ...(filter.claim === undefined ? [] : [sql`d.claim_id = ${filter.claim}`]),
    ...(filter.cents === undefined ? [] : [sql`d.cents >= ${filter.cents}`]),
    ...(filter.payer === undefined
      ? []
      : [
          sql`exists (select from claims theirs where theirs.practice_id = d.practice_id
            and theirs.claim_id = d.claim_id and theirs.payer_id = ${filter.payer})`,
        ]),
  ];
}

function chosen(filter: DenialFilter): Sql[] {
  const { stage, process, category, due, age, today } = filter;
  return [
    ...(stage === undefined ? [] : [sql`d.stage = ${stage}`]),
    ...(process === undefined ? [] : [sql`d.process = ${process}`]),
    ...(category === undefined ? [] : [sql`d.category = ${category}`]),
    ...(due === undefined ? [] : [sql`${dueOf(today)} = ${due}`]),
    ...(age === undefined ? [] : [sql`${ageOf(today)} = ${age}`]),
  ];
}

function dueOf(today: string): Sql {
  return sql`case when d.due_on is null then 'none' when d.due_on < ${today}::date then 'overdue'
    when d.due_on <= ${today}::date + 7 then 'week' else 'later' end`;
}

function ageOf(today: string): Sql {
  return sql`case when d.denied_on >= ${today}::date - 30 then '0-30'
    when d.denied_on >= ${today}::date - 60 then '31-60'
    when d.denied_on >= ${today}::date - 90 then '61-90' else '>90' end`;
}

type DenialGroup = {
  stage: string;
  process: string;
  category: string;
  due: string;
  age: string;
  count: number;
  cents: number;
};

async function totalOf(transaction: PracticeTransaction, filter: DenialFilter): Promise<ListTotal> {
  const { stage, process, category, due, age, today } = filter;
  const groups = await transaction.query<DenialGroup>(sql`
    select d.stage, d.process, d.category, ${dueOf(today)} as due, ${ageOf(today)} as age,
      count(*)::bigint as count, coalesce(sum(d.cents), 0)::bigint as cents
    from denials d
    where ${allOf(basics(transaction.practiceId, filter))}
    group by 1, 2, 3, 4, 5`);
  return totalOfGroups(groups, { stage, process, category, due, age });
}
