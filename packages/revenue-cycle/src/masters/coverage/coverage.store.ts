import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { CoverageAnswer } from "./coverage-answers.ts";

const columns: Sql = sql`
  c.coverage_id as id, c.patient_id as "patientId", c.payer_id as "payerId", payer.name as payer,
  payer.identifier as "payerIdentifier", payer.line_of_business as "lineOfBusiness",
  c.plan_id as "planId", plan.name as plan, c.rank, c.member_id as "memberId",
  c.group_number as "groupNumber", c.group_name as "groupName",
  coalesce(c.filing_indicator, plan.filing_indicator, payer.filing_indicator) as "filingIndicator",
  c.medicare_secondary_type as "medicareSecondaryType", c.relationship,
  c.subscriber_last_name as "subscriberLastName", c.subscriber_first_name as "subscriberFirstName",
  c.subscriber_middle_name as "subscriberMiddleName", c.subscriber_suffix as "subscriberSuffix",
  c.subscriber_date_of_birth as "subscriberDateOfBirth", c.subscriber_gender as "subscriberGender",
  c.subscriber_address_line1 as "subscriberAddressLine1",
  c.subscriber_address_line2 as "subscriberAddressLine2", c.subscriber_city as "subscriberCity",
  c.subscriber_state as "subscriberState", c.subscriber_postal_code as "subscriberPostalCode",
  c.casualty_claim_number as "casualtyClaimNumber", c.effective_from as "effectiveFrom",
  c.effective_to as "effectiveTo", c.revision`;

async function readCoverages(
  transaction: PracticeTransaction,
  condition: Sql,
): Promise<CoverageAnswer[]> {
  return transaction.query<CoverageAnswer>(sql`
    select ${columns} from coverages c
    join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
    left join plans plan on plan.practice_id = c.practice_id and plan.plan_id = c.plan_id
    where c.practice_id = ${transaction.practiceId} and ${condition}
    order by c.rank, c.effective_from nulls first, c.coverage_id`);
}

/** All coverages of a patient: by rank, the earliest first. */
export async function coveragesOf(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<CoverageAnswer[]> {
  return readCoverages(transaction, sql`c.patient_id = ${patientId}`);
}

/** All coverages of several patients: by rank, the earliest first. */
export async function coveragesOfMany(
  transaction: PracticeTransaction,
  patientIds: readonly number[],
): Promise<CoverageAnswer[]> {
  return readCoverages(transaction, sql`c.patient_id = any (${[...patientIds]}::bigint[])`);
}

/** The coverages of a patient that hold on a day (`YYYY-MM-DD`), in the order in which they are billed. */
export async function coveragesOnDay(
  transaction: PracticeTransaction,
  patientId: number,
  day: string,
): Promise<CoverageAnswer[]> {
  return readCoverages(
    transaction,
    sql`c.patient_id = ${patientId}
    and (c.effective_from is null or c.effective_from <= ${day}::date)
    and (c.effective_to is null or c.effective_to >= ${day}::date)`,
  );
}

/** One coverage of the practice. */
export async function findCoverage(
  transaction: PracticeTransaction,
  coverageId: number,
): Promise<CoverageAnswer | undefined> {
  const [found] = await readCoverages(transaction, sql`c.coverage_id = ${coverageId}`);
  return found;
}
