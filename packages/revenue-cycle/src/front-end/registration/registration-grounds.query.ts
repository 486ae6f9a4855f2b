import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { RegistrationGround } from "./registration-facts.ts";

/**
 * What a patient owes of earlier visits: open on claims, less what he paid at the desk for it and waits
 * to be allocated. The statement acts for one practice.
 */
export function patientBalance(practiceId: Sql, patientId: Sql): Sql {
  return sql`greatest(0, coalesce((select sum(r.open_patient_cents) from claims c
      join receivables r on r.practice_id = c.practice_id and r.claim_id = c.claim_id
      where c.practice_id = ${practiceId} and c.patient_id = ${patientId}
        and r.open_patient_cents > 0), 0)
    - coalesce((select sum(paid.cents - coalesce((select sum(given.cents)
        from payment_allocations given where given.practice_id = paid.practice_id
          and given.patient_payment_id = paid.patient_payment_id and given.undone_on is null), 0))
      from patient_payments paid
      where paid.practice_id = ${practiceId} and paid.patient_id = ${patientId}
        and paid.purpose = 'balance' and paid.claim_id is null and paid.reversed_on is null), 0))::bigint`;
}

/** Members of a `RegisteredCoverage` where a statement names coverage `c`, its `plan` and its `payer`. */
export const coverageMembers: Sql = sql`
  'rank', c.rank, 'memberId', c.member_id, 'groupNumber', c.group_number,
  'relationship', c.relationship,
  'filingIndicator', coalesce(c.filing_indicator, plan.filing_indicator, payer.filing_indicator),
  'medicareSecondaryType', c.medicare_secondary_type,
  'effectiveFrom', c.effective_from, 'effectiveTo', c.effective_to,
  'subscriberLastName', c.subscriber_last_name, 'subscriberFirstName', c.subscriber_first_name,
  'subscriberDateOfBirth', c.subscriber_date_of_birth, 'subscriberGender', c.subscriber_gender,
  'subscriberAddressLine1', c.subscriber_address_line1,
  'payerId', payer.payer_id, 'payer', payer.name, 'payerIdentifier', payer.identifier,
  'lineOfBusiness', payer.line_of_business, 'claimRoute', payer.claim_route,
  'planId', plan.plan_id, 'plan', plan.name, 'needsReferral', plan.needs_referral,
  'needsAuthorization', plan.needs_authorization`;

/** What is on file of patients for the edits of registration. Of one who was joined nothing is judged. */
export async function loadRegistrations(
  transaction: PracticeTransaction,
  patientIds: readonly number[],
  today: string,
): Promise<RegistrationGround[]> {
  if (patientIds.length === 0) return [];
  return transaction.query<RegistrationGround>(sql`
    select p.patient_id as "patientId", p.last_name as "lastName", p.first_name as "firstName",
      p.date_of_birth as "dateOfBirth", p.date_of_death as "dateOfDeath", p.gender,
      p.address_line1 as "addressLine1", p.city, p.state, p.postal_code as "postalCode", p.country,
      p.phone, p.email, p.guarantor_id is not null as "hasGuarantor",
      ${patientBalance(sql`p.practice_id`, sql`p.patient_id`)} as "balanceCents",
      covered.coverage
    from patients p
    left join lateral (${firstCoverage(today)}) covered on true
    where p.practice_id = ${transaction.practiceId} and p.merged_into is null
      and p.patient_id = any (${[...patientIds]}::bigint[])
    order by p.patient_id`);
}

function firstCoverage(today: string): Sql {
  return sql`
    select json_build_object(${coverageMembers}) as coverage
    from coverages c
    join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
    left join plans plan on plan.practice_id = c.practice_id and plan.plan_id = c.plan_id
    where c.practice_id = p.practice_id and c.patient_id = p.patient_id
    order by (coalesce(c.effective_from <= ${today}::date, true)
        and coalesce(c.effective_to >= ${today}::date, true)) desc,
      c.rank, c.effective_to desc nulls first, c.coverage_id desc
    limit 1`;
}
