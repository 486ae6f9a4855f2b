import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { BenefitFact } from "./eligibility.ts";
import type { NumberedBenefit } from "./patient-share.ts";

/** A benefit with where it stands in its file. */
export type PlacedBenefit = BenefitFact & {
  readonly segmentFrom: number | undefined;
  readonly segmentTo: number | undefined;
};

type StoredBenefit = {
  readonly [Field in keyof NumberedBenefit]: undefined extends NumberedBenefit[Field]
    ? Exclude<NumberedBenefit[Field], undefined> | null
    : NumberedBenefit[Field];
} & { readonly checkId: number };

/** The benefits of answers, by the check and in the order of the answer. */
export async function loadBenefits(
  transaction: PracticeTransaction,
  checkIds: readonly number[],
): Promise<Map<number, NumberedBenefit[]>> {
  const benefits = new Map<number, NumberedBenefit[]>();
  if (checkIds.length === 0) return benefits;
  const rows = await transaction.query<StoredBenefit>(sql`
    select check_id as "checkId", benefit_number as "benefitNumber",
      benefit_code as "benefitCode", coverage_level as "coverageLevel",
      service_types as "serviceTypes", insurance_type as "insuranceType",
      plan_description as "planDescription", time_period as "timePeriod", cents, share,
      quantity_qualifier as "quantityQualifier", quantity,
      needs_authorization as "needsAuthorization", network, procedure_code as "procedureCode",
      effective_from as "effectiveFrom", effective_to as "effectiveTo", messages,
      other_payer_name as "otherPayerName", other_payer_id as "otherPayerId"
    from eligibility_benefits
    where practice_id = ${transaction.practiceId} and check_id = any (${[...checkIds]}::bigint[])
    order by check_id, benefit_number`);
  for (const { checkId, ...row } of rows) {
    const ofCheck = benefits.get(checkId) ?? [];
    benefits.set(checkId, [...ofCheck, benefitOf(row)]);
  }
  return benefits;
}

function benefitOf(row: Omit<StoredBenefit, "checkId">): NumberedBenefit {
  return {
    ...row,
    coverageLevel: row.coverageLevel ?? undefined,
    insuranceType: row.insuranceType ?? undefined,
    planDescription: row.planDescription ?? undefined,
    timePeriod: row.timePeriod ?? undefined,
    cents: row.cents ?? undefined,
    share: row.share ?? undefined,
    quantityQualifier: row.quantityQualifier ?? undefined,
    quantity: row.quantity ?? undefined,
    procedureCode: row.procedureCode ?? undefined,
    effectiveFrom: row.effectiveFrom ?? undefined,
    effectiveTo: row.effectiveTo ?? undefined,
    otherPayerName: row.otherPayerName ?? undefined,
    otherPayerId: row.otherPayerId ?? undefined,
  };
}

/** Writes the benefits of an answer in their order. */
export async function insertBenefits(
  transaction: PracticeTransaction,
  of: { readonly checkId: number; readonly transactionSetId: number },
  benefits: readonly PlacedBenefit[],
): Promise<void> {
  if (benefits.length === 0) return;
  await transaction.bulkInsert({
    table: "eligibility_benefits",
    columns: [
      "practice_id",
      "check_id",
      "benefit_number",
      "benefit_code",
      "coverage_level",
      "service_types",
      "insurance_type",
      "plan_description",
      "time_period",
      "cents",
      "share",
      "quantity_qualifier",
      "quantity",
      "needs_authorization",
      "network",
      "procedure_code",
      "effective_from",
      "effective_to",
      "messages",
      "other_payer_name",
      "other_payer_id",
      "transaction_set_id",
      "segment_from",
      "segment_to",
    ],
    rows: benefits.map((benefit, index) => [
      transaction.practiceId,
      of.checkId,
      index + 1,
      benefit.benefitCode,
      benefit.coverageLevel,
      [...benefit.serviceTypes],
      benefit.insuranceType,
      benefit.planDescription,
      benefit.timePeriod,
      benefit.cents,
      benefit.share,
      benefit.quantityQualifier,
      benefit.quantity,
      benefit.needsAuthorization,
      benefit.network,
      benefit.procedureCode,
      benefit.effectiveFrom,
      benefit.effectiveTo,
      [...benefit.messages],
      benefit.otherPayerName,
      benefit.otherPayerId,
      benefit.segmentFrom === undefined ? undefined : of.transactionSetId,
      benefit.segmentFrom,
      benefit.segmentTo,
    ]),
  });
}
