import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, patientName } from "../../masters/answer-columns.query.ts";
import type { WriteOffCandidate } from "./write-off-answers.ts";

export type CandidateFilter = {
  /** What was refused, or all that payers still owe. */
  readonly scope: "denied" | "open";
  readonly payer?: number | undefined;
  /** Claims of which an open denial names this reason. */
  readonly reason?: string | undefined;
  /** Claims served up to this day. */
  readonly through?: string | undefined;
  /** Claims of which no more than this would be given up. */
  readonly mostCents?: number | undefined;
};

/** As many as are written off at once. */
export const mostCandidates = 200;

/**
 * Claims on which payers could be given up at once, the oldest first, with what each would cost and the
 * reasons of its open denials; and how many there are in all.
 */
export async function listWriteOffCandidates(
  transaction: PracticeTransaction,
  filter: CandidateFilter,
): Promise<{ readonly rows: WriteOffCandidate[]; readonly count: number }> {
  const { practiceId } = transaction;
  const { payer, reason, through, mostCents } = filter;
  const amount = filter.scope === "denied" ? sql`r.denied_cents` : sql`r.open_insurance_cents`;
  const denials = sql`select from denials d where d.practice_id = c.practice_id
    and d.claim_id = c.claim_id and d.state = 'open'`;
  const where = allOf([
    sql`c.practice_id = ${practiceId} and c.state not in ('replaced', 'void')`,
    ...(payer === undefined ? [] : [sql`c.payer_id = ${payer}`]),
    ...(through === undefined ? [] : [sql`c.service_from <= ${through}::date`]),
    ...(reason === undefined ? [] : [sql`exists (${denials} and d.reason_code = ${reason})`]),
    ...(mostCents === undefined ? [] : [sql`open.cents <= ${mostCents}`]),
  ]);
  const rows = await transaction.query<WriteOffCandidate & { readonly all: number }>(sql`
    with open as materialized (
      select r.claim_id, sum(${amount})::bigint as cents from receivables r
      where r.practice_id = ${practiceId} and ${amount} > 0
      group by r.claim_id)
    select c.claim_id as "claimId", c.patient_control_number as "patientControlNumber",
      ${patientName} as "patientName", y.name as payer, c.service_from as "serviceFrom", open.cents,
      array(select distinct d.group_code || '-' || d.reason_code from denials d
        where d.practice_id = ${practiceId} and d.claim_id = c.claim_id and d.state = 'open'
        order by 1) as reasons,
      count(*) over ()::integer as all
    from open
    join claims c on c.practice_id = ${practiceId} and c.claim_id = open.claim_id
    join payers y on y.practice_id = ${practiceId} and y.payer_id = c.payer_id
    join patients p on p.practice_id = ${practiceId} and p.patient_id = c.patient_id
    where ${where}
    order by c.service_from nulls first, c.claim_id
    limit ${mostCandidates}`);
  return { rows: rows.map(({ all: _, ...row }) => row), count: rows[0]?.all ?? 0 };
}
