import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { patientName } from "../../masters/answer-columns.query.ts";
import {
  answeringGuarantor,
  claimAccountJoins,
  claimAccountKey,
  claimsNearAccount,
  isOfAccount,
  movesClaim,
  patientSince,
} from "./account-columns.query.ts";
import type { PatientAccount } from "./patient-account.ts";
import type { AccountItemAnswer } from "./patient-account-answers.ts";

export type AccountItem = AccountItemAnswer & { readonly account: string };

/** What the books hold of claim `c`. */
const claimSums: Sql = sql`
  cross join lateral (
    select coalesce(sum(r.charged_cents), 0)::bigint as "chargedCents",
      coalesce(sum(r.insurance_paid_cents - r.credit_insurance_cents), 0)::bigint
        as "insurancePaidCents",
      coalesce(sum(r.contractual_cents + r.written_off_cents + r.withheld_cents
        - r.incentive_cents), 0)::bigint as "adjustedCents",
      coalesce(sum(r.patient_paid_cents - r.credit_patient_cents), 0)::bigint as "paidCents",
      coalesce(sum(r.patient_forgiven_cents), 0)::bigint as "forgivenCents",
      coalesce(sum(r.open_patient_cents), 0)::bigint as "openPatientCents",
      coalesce(sum(r.open_insurance_cents), 0)::bigint as "openInsuranceCents",
      coalesce(sum(r.credit_patient_cents), 0)::bigint as "creditCents"
    from receivables r
    where r.practice_id = c.practice_id and r.claim_id = c.claim_id) sums`;

/** How often statements named claim `c`, and when last. */
const tellings: Sql = sql`
  cross join lateral (
    select count(*) as times, max(issued_on) as last_on from (
      select s.issued_on from statements s where s.practice_id = c.practice_id
        and s.guarantor_id = ${answeringGuarantor} and c.claim_id = any (s.claim_ids)
        and s.voided_on is null
      union all
      select s.issued_on from statements s where s.practice_id = c.practice_id
        and s.patient_id = p.patient_id and c.claim_id = any (s.claim_ids)
        and s.voided_on is null) statement) told`;

/** The services of claim `c` with what the practice calls them. */
const serviceLists: Sql = sql`
  cross join lateral (
    select coalesce(json_agg(json_build_object('procedureCode', l.procedure_code,
        'label', (select item.label from charge_items item
          where item.practice_id = l.practice_id and item.procedure_code = l.procedure_code
            and item.effective_from <= coalesce(l.service_from, c.service_from, item.effective_from)
          order by item.modifiers, item.effective_from desc limit 1),
        'chargedCents', l.charged_cents, 'openPatientCents', coalesce(r.open_patient_cents, 0))
        order by l.line_number), '[]') as list
    from service_lines l
    left join receivables r on r.practice_id = l.practice_id and r.claim_id = l.claim_id
      and r.line_number = l.line_number
    where l.practice_id = c.practice_id and l.claim_id = c.claim_id) services`;

/** What insurance left to the patient of claim `c` and stands, by reason. */
function patientShares(practiceId: number): Sql {
  return sql`
    (select coalesce(json_agg(json_build_object('reasonCode', share.reason_code,
              'cents', share.cents) order by share.cents desc), '[]') from (
            select t.reason_code, sum(t.cents)::bigint as cents from transfers t
            where ${movesClaim(practiceId)}
              and t.debit_account_id in (select account_id from accounts a
                where a.practice_id = ${practiceId} and a.kind = 'patient-receivable')
              and t.credit_account_id in (select account_id from accounts a
                where a.practice_id = ${practiceId} and a.kind = 'insurance-receivable')
              and t.reverses_transfer_id is null
              and not exists (select from transfers back where back.practice_id = t.practice_id
                and back.reverses_transfer_id = t.transfer_id)
            group by t.reason_code) share)`;
}

/** Claims of an account on which the patient has owed something, with their money and who was told. */
export async function itemsOfAccount(
  transaction: PracticeTransaction,
  account: PatientAccount,
): Promise<AccountItem[]> {
  const { practiceId } = transaction;
  const rows = await transaction.query<{ claim_id: number }>(sql`
    select c.claim_id from claims c ${claimAccountJoins}
    where c.practice_id = ${practiceId}
      and c.claim_id = any (${claimsNearAccount(practiceId, account)})
      and ${isOfAccount(account, answeringGuarantor, sql`p.patient_id`)}
      and exists (select from receivables r where r.practice_id = c.practice_id
        and r.claim_id = c.claim_id and r.patient_responsibility_cents + r.credit_patient_cents > 0)`);
  return itemsOfClaims(
    transaction,
    rows.map((row) => row.claim_id),
  );
}

/** Claims as an account shows them, by day of service. */
export async function itemsOfClaims(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<AccountItem[]> {
  if (claimIds.length === 0) return [];
  const { practiceId } = transaction;
  return transaction.query<AccountItem>(sql`
    select c.claim_id as "claimId", c.patient_control_number as "patientControlNumber",
      c.patient_id as "patientId", ${patientName} as patient, payer.name as payer,
      (select provider.name from providers provider where provider.practice_id = c.practice_id
        and provider.npi = c.rendering_npi order by provider.provider_id limit 1) as provider,
      c.service_from as "serviceFrom", c.state, ${claimAccountKey} as account, sums.*,
      (select coalesce(sum(w.cents), 0)::bigint from patient_write_offs w
        where w.practice_id = c.practice_id and w.claim_id = c.claim_id
          and w.kind = 'bad-debt' and w.undone_on is null)
      - (select coalesce(sum(v.cents), 0)::bigint from patient_recoveries v
        where v.practice_id = c.practice_id and v.claim_id = c.claim_id
          and v.undone_on is null) as "badDebtCents",
      ${patientSince(practiceId)} as "patientSince", told.times as "timesTold",
      told.last_on as "lastToldOn", services.list as services,
      ${patientShares(practiceId)} as shares
    from claims c ${claimAccountJoins}
    join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
    ${claimSums}
    ${tellings}
    ${serviceLists}
    where c.practice_id = ${practiceId} and c.claim_id = any (${[...claimIds]}::bigint[])
    order by c.service_from nulls first, c.claim_id`);
}
