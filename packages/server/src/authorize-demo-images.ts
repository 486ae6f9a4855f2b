import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { authorizationDraftSchema } from "@headwater/revenue-cycle/front-end/authorization/authorization-answers.ts";
import { addAuthorization } from "@headwater/revenue-cycle/front-end/authorization/record-authorization.command.ts";
import { authorizationRuleDraftSchema } from "@headwater/revenue-cycle/front-end/authorization-rule/authorization-rule-answers.ts";
import { addAuthorizationRule } from "@headwater/revenue-cycle/front-end/authorization-rule/record-authorization-rule.command.ts";

export type ImagedPatients = {
  readonly patientIds: readonly number[];
  readonly code: string;
  readonly today: string;
};

/**
 * Records that the payers of these patients want an authorization for an image. The first patient's is
 * approved and on file, the others' is asked for and not decided: their visits are not clear.
 */
export async function authorizeImages(
  transaction: PracticeTransaction,
  { patientIds, code, today }: ImagedPatients,
): Promise<void> {
  const coverages = await transaction.query<{ coverageId: number; payerId: number }>(sql`
    select coverage_id as "coverageId", payer_id as "payerId" from coverages
    where practice_id = ${transaction.practiceId} and rank = 1
      and patient_id = any (${[...patientIds]}::bigint[])
    order by array_position(${[...patientIds]}::bigint[], patient_id)`);
  const since = addCalendarDays(today, -500);
  for (const payerId of new Set(coverages.map((coverage) => coverage.payerId))) {
    const rule = {
      ...{ payerId, procedureCodes: code, effectiveFrom: since },
      source: "rules of the invented payer",
    };
    await addAuthorizationRule(transaction, authorizationRuleDraftSchema.parse(rule));
  }
  for (const [index, { coverageId }] of coverages.entries()) {
    const isApproved = index === 0;
    const typed = authorizationDraftSchema.parse({
      ...{ coverageId, procedureCodes: [code], unitKind: "units" },
      state: isApproved ? "approved" : "requested",
      number: isApproved ? "A7003186" : "",
      approvedUnits: isApproved ? 1 : null,
      requestedOn: addCalendarDays(today, -6),
      decidedOn: isApproved ? addCalendarDays(today, -2) : "",
      effectiveFrom: isApproved ? today : "",
      effectiveTo: isApproved ? addCalendarDays(today, 60) : "",
    });
    await addAuthorization(transaction, typed);
  }
}
