import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { AnsweredCheck, TellingBenefit } from "./eligibility-on-day.ts";

type Nullable<Row> = {
  readonly [Field in keyof Row]: undefined extends Row[Field]
    ? Exclude<Row[Field], undefined> | null
    : Row[Field];
};

type Row = Nullable<Omit<AnsweredCheck, "benefits">> & {
  readonly coverageId: number;
  readonly benefits: readonly Nullable<TellingBenefit>[];
};

/** Answers on file by coverage, with those of their benefits that name other payers. */
export async function answersOfCoverages(
  transaction: PracticeTransaction,
  coverageIds: readonly number[],
): Promise<Map<number, AnsweredCheck[]>> {
  const answers = new Map<number, AnsweredCheck[]>();
  if (coverageIds.length === 0) return answers;
  const rows = await transaction.query<Row>(sql`
    select e.coverage_id as "coverageId", e.check_id as "checkId", e.service_day as "serviceDay",
      e.outcome, e.answered_on as "answeredOn", e.plan_name as "planName", e.plan_from as "planFrom",
      e.plan_to as "planTo",
      (select coalesce(json_agg(json_build_object('benefitCode', b.benefit_code,
          'insuranceType', b.insurance_type, 'effectiveFrom', b.effective_from,
          'effectiveTo', b.effective_to, 'otherPayerName', b.other_payer_name)
          order by b.benefit_number), '[]')
        from eligibility_benefits b
        where b.practice_id = e.practice_id and b.check_id = e.check_id
          and b.benefit_code = 'R') as benefits
    from eligibility_checks e
    where e.practice_id = ${transaction.practiceId}
      and e.coverage_id = any (${[...coverageIds]}::bigint[]) and e.answered_on is not null`);
  for (const { coverageId, benefits, planName, planFrom, planTo, ...row } of rows) {
    const check: AnsweredCheck = {
      ...row,
      planName: planName ?? undefined,
      planFrom: planFrom ?? undefined,
      planTo: planTo ?? undefined,
      benefits: benefits.map((benefit) => ({
        benefitCode: benefit.benefitCode,
        insuranceType: benefit.insuranceType ?? undefined,
        effectiveFrom: benefit.effectiveFrom ?? undefined,
        effectiveTo: benefit.effectiveTo ?? undefined,
        otherPayerName: benefit.otherPayerName ?? undefined,
      })),
    };
    answers.set(coverageId, [...(answers.get(coverageId) ?? []), check]);
  }
  return answers;
}
