import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, allOf, instantText } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import type { FindingState } from "./decide-findings.ts";
import type { FindingRow, SettledFinding } from "./edit-answers.ts";

export type FindingFilter = {
  readonly code?: string | undefined;
  readonly kind?: string | undefined;
  readonly subject?: number | undefined;
  readonly state?: FindingState | undefined;
};

/** What edits found, the newest first. */
export async function listFindings(
  transaction: PracticeTransaction,
  filter: FindingFilter,
  page: { readonly limit: number; readonly after?: readonly [number] | undefined },
): Promise<Page<FindingRow, [number]>> {
  const { code, kind, subject, state } = filter;
  const where = allOf([
    sql`f.practice_id = ${transaction.practiceId}`,
    ...(code === undefined ? [] : [sql`f.code = ${code}`]),
    ...(kind === undefined ? [] : [sql`f.subject_kind = ${kind}`]),
    ...(subject === undefined ? [] : [sql`f.subject_id = ${subject}`]),
    ...(state === undefined ? [] : [sql`f.state = ${state}`]),
    ...(page.after ? [sql`f.finding_id < ${page.after[0]}`] : []),
  ]);
  const rows = await transaction.query<FindingRow>(sql`
    select f.finding_id as id, f.code, f.stage, nullif(f.place, 0) as place, f.severity,
      json_build_object('kind', f.subject_kind, 'id', f.subject_id, 'label',
        case f.subject_kind when 'claim' then (select patient_control_number from claims c
          where c.practice_id = f.practice_id and c.claim_id = f.subject_id) end) as subject,
      f.owner_role as "ownerRole", f.field, f.message, f.state,
      ${instantText(sql`f.found_at`)} as "foundAt",
      ${instantText(sql`f.settled_at`)} as "settledAt",
      ${actorName(sql`f.settled_by`)} as "settledBy", f.settle_reason as "settleReason"
    from edit_findings f where ${where}
    order by f.finding_id desc limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): [number] => [row.id]);
}

/** A subject has few findings; more than these are no help to whoever mends it. */
const mostOfSubject = 100;

/** What was found about one subject when it was saved last, and what a person released of it. */
export async function findingRowsOf(
  transaction: PracticeTransaction,
  subject: { readonly kind: string; readonly id: number },
): Promise<(SettledFinding & { readonly at: number | null })[]> {
  const filter = { kind: subject.kind, subject: subject.id };
  const { rows } = await listFindings(transaction, filter, { limit: mostOfSubject });
  return rows.flatMap(({ state, code, severity, message, field, ownerRole, place, ...row }) => {
    if (state === "gone") return [];
    const { settledBy, settleReason } = row;
    return [
      { code, severity, message, field, ownerRole, state, settledBy, settleReason, at: place },
    ];
  });
}
