import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { patientName } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { type CreditRow, creditDays } from "./refund-answers.ts";

export type CreditKey = [string, string];

/**
 * One page of the credits of payers and patients, the longest known first. A credit is known since the
 * first movement that made it, of those that still stand.
 */
export async function listCredits(
  transaction: PracticeTransaction,
  filter: { readonly party?: "payer" | "patient" | undefined; readonly claim?: number | undefined },
  page: { readonly limit: number; readonly after?: CreditKey | undefined; readonly today: string },
): Promise<Page<CreditRow, CreditKey>> {
  const { practiceId } = transaction;
  const { party = null, claim = null } = filter;
  const [afterDay, afterKey] = page.after ?? [null, null];
  const rows = await transaction.query<CreditRow>(sql`
    with credits as (
      select r.claim_id, side.party, sum(side.cents)::bigint as cents
      from receivables r cross join lateral (values ('payer', r.credit_insurance_cents),
        ('patient', r.credit_patient_cents)) as side (party, cents)
      where r.practice_id = ${practiceId} and side.cents > 0
        and (r.credit_insurance_cents > 0 or r.credit_patient_cents > 0)
        and (${party}::text is null or side.party = ${party})
        and (${claim}::bigint is null or r.claim_id = ${claim})
      group by r.claim_id, side.party),
    dated as (
      select credits.*, credits.claim_id || ':' || credits.party as key,
        coalesce((select min(t.effective_on) from postings p
          join transfers t on t.practice_id = p.practice_id and t.posting_id = p.posting_id
          join accounts a on a.practice_id = t.practice_id and a.account_id = t.credit_account_id
          where p.practice_id = ${practiceId} and p.claim_id = credits.claim_id
            and a.kind = case credits.party when 'payer' then 'insurance-credit'
              else 'patient-credit' end
            and not exists (select from transfers back where back.practice_id = t.practice_id
              and back.reverses_transfer_id = t.transfer_id)), ${page.today}::date) as known_on
      from credits)
    select d.key, d.claim_id as "claimId", c.patient_control_number as "patientControlNumber",
      ${patientName} as "patientName", y.name as payer, d.party, d.cents,
      (select coalesce(sum(f.cents), 0)::bigint from refunds f
        join approvals a on a.practice_id = f.practice_id and a.approval_id = f.approval_id
        where f.practice_id = ${practiceId} and f.claim_id = d.claim_id and f.party = d.party
          and f.approved_on is null and a.state = 'waiting') as "askedCents",
      d.known_on as "identifiedOn", d.known_on + ${creditDays}::integer as "dueOn",
      d.known_on + ${creditDays}::integer - ${page.today}::date as "daysLeft"
    from dated d
    join claims c on c.practice_id = ${practiceId} and c.claim_id = d.claim_id
    join payers y on y.practice_id = c.practice_id and y.payer_id = c.payer_id
    left join patients p on p.practice_id = c.practice_id and p.patient_id = c.patient_id
    where ${afterDay}::date is null or (d.known_on, d.key) > (${afterDay}::date, ${afterKey})
    order by d.known_on, d.key
    limit ${page.limit + 1}`);
  return pageOf(rows, page.limit, (row): CreditKey => [row.identifiedOn, row.key]);
}
