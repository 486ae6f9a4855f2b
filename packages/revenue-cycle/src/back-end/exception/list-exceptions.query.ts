import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName } from "../../masters/answer-columns.query.ts";
import { type ListTotal, type Page, pageOf } from "../../masters/answer-schemas.ts";
import { totalOfGroups } from "../../masters/filter-counts.ts";
import { whySentence } from "../../work/work-item/why-sentence.ts";
import {
  type ExceptionClass,
  type ExceptionRow,
  exceptionClasses,
  exceptionKinds,
} from "./exception-answers.ts";

type StoredException = Omit<ExceptionRow, "whyText" | "exceptionClass"> & {
  readonly whyCode: string;
  readonly why: Record<string, unknown>;
};

const classOf = new Map<string, ExceptionClass>(
  exceptionClasses.flatMap((each) => exceptionKinds[each].map((kind) => [kind, each] as const)),
);

/** Due date (none sorts last) and id. */
export type ExceptionKey = [string | null, number];

/** One page of what keeps money from being posted, settled or explained, the most urgent first. */
export async function listExceptions(
  transaction: PracticeTransaction,
  filter: { readonly class?: ExceptionClass | undefined },
  page: {
    readonly limit: number;
    readonly after?: ExceptionKey | undefined;
    readonly today: string;
    readonly withTotal?: boolean;
  },
): Promise<Page<ExceptionRow, ExceptionKey>> {
  const kinds =
    filter.class === undefined ? [...classOf.keys()] : [...exceptionKinds[filter.class]];
  const { after, today } = page;
  const rows = await transaction.query<StoredException>(sql`
    select w.work_item_id as id, w.kind, w.why_code as "whyCode", w.why, w.cents,
      greatest(${today}::date - w.created_at::date, 0) as "ageDays", w.due_on as due,
      ${actorName(sql`w.assigned_to`)} as "assignedTo",
      json_build_object('kind', w.subject_kind, 'id', w.subject_id, 'label', case w.subject_kind
        when 'claim' then (select patient_control_number from claims c
          where c.practice_id = w.practice_id and c.claim_id = w.subject_id)
        when 'remittance' then (select trace_number from remittances m
          where m.practice_id = w.practice_id and m.remittance_id = w.subject_id)
        when 'deposit' then (select trace_number from bank_deposits d
          where d.practice_id = w.practice_id and d.bank_deposit_id = w.subject_id)
        end) as subject
    from work_items w
    where w.practice_id = ${transaction.practiceId} and w.state = 'open'
      and w.kind = any (${kinds}::text[])
      ${
        after === undefined
          ? sql``
          : after[0] === null
            ? sql`and w.due_on is null and w.work_item_id > ${after[1]}`
            : sql`and ((w.due_on, w.work_item_id) > (${after[0]}::date, ${after[1]})
                or w.due_on is null)`
      }
    order by w.due_on, w.work_item_id
    limit ${page.limit + 1}`);
  const shown = pageOf(
    rows.map(({ whyCode, why, ...row }) => ({
      ...row,
      exceptionClass: classOf.get(row.kind) ?? "unmatched",
      whyText: whySentence(whyCode, why),
    })),
    page.limit,
    (row): ExceptionKey => [row.due, row.id],
  );
  return page.withTotal ? { ...shown, total: await totalOf(transaction, filter.class) } : shown;
}

async function totalOf(
  transaction: PracticeTransaction,
  chosen: ExceptionClass | undefined,
): Promise<ListTotal> {
  const kinds = await transaction.query<{ kind: string; count: number; cents: number }>(sql`
    select kind, count(*)::bigint as count, coalesce(sum(cents), 0)::bigint as cents
    from work_items
    where practice_id = ${transaction.practiceId} and state = 'open'
      and kind = any (${[...classOf.keys()]}::text[])
    group by kind`);
  const groups = kinds.map(({ kind, ...sums }) => ({ class: classOf.get(kind) ?? "", ...sums }));
  return totalOfGroups(groups, { class: chosen });
}
