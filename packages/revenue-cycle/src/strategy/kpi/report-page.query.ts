import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadCodeLabels } from "../../masters/reference/code-labels.store.ts";
import { ageReceivables } from "../aging/age-receivables.query.ts";
import { type AgedCents, agedByBucket } from "../aging/aged-cents.ts";
import { measuresOf } from "./compute-measures.query.ts";
import { waterfallSteps } from "./figures.ts";
import { firstThings } from "./first-things.ts";
import { moneyByMonthOfService } from "./line-source.query.ts";
import type { Breakdown, ReportAnswer } from "./report-answers.ts";
import { denialSections } from "./report-denials.ts";
import { payerTable } from "./report-payers.ts";
import { openReportScope, type ReportScope } from "./report-scope.query.ts";
import type { ReportSums } from "./report-sums.ts";
import { sumReport } from "./sum-report.query.ts";
import { type TrendMonth, trendOf } from "./trend.ts";

/** The report's page: what was read, where the money is, what is denied, late and unexplained. */
export async function computeReportPage(
  transaction: PracticesTransaction,
  practiceId: number,
  asOf: string | undefined,
): Promise<ReportAnswer> {
  const scope = await openReportScope(transaction, practiceId, asOf);
  const sums = await sumReport(transaction, scope, groupings);
  const labels = await loadCodeLabels();
  const reasonLabel = (code: string) => labels.reason(code, scope.asOf).label;
  return {
    asOf: scope.asOf,
    read: await whatWasRead(transaction, scope),
    money: money(sums),
    trend: trendOf(scope.asOf, await transaction.query<TrendMonth>(moneyByMonthOfService(scope))),
    measures: measuresOf(scope, sums, undefined),
    denials: denialSections(sums, reasonLabel),
    aging: aging(sums, await ageReceivables(transaction, scope)),
    payers: payerTable(sums),
    unexplained: unexplained(scope, sums),
    first: firstThings(sums, reasonLabel),
  };
}

const groupings: readonly (readonly Breakdown[])[] = [
  ["payer"],
  ["stage"],
  ["category"],
  ["code"],
  ["payer", "code"],
  ["stage", "process"],
];

function money({ number }: ReportSums): ReportAnswer["money"] {
  return {
    charged: number("charged"),
    allowed: number("allowed"),
    paid: number("paid"),
    contractual: number("contractual"),
    patient: number("patientResponsibility"),
    denied: number("denied"),
    open: number("open"),
    waterfall: Object.keys(waterfallSteps).map((step) => ({
      step,
      cents: number(step),
      figure: step,
    })),
  };
}

function aging({ number }: ReportSums, aged: readonly AgedCents[]): ReportAnswer["aging"] {
  return {
    buckets: agedByBucket(aged),
    insuranceCents: number("openInsurance"),
    patientCents: number("openPatient"),
    creditInsuranceCents: number("creditInsuranceBalance"),
    creditPatientCents: number("creditPatientBalance"),
  };
}

function unexplained(scope: ReportScope, { number }: ReportSums): ReportAnswer["unexplained"] {
  const ofDeposits = (name: string) => (scope.hasDeposits ? number(name) : null);
  return {
    suspenseCents: number("suspense"),
    unappliedCashCents: number("unappliedCash"),
    unmatchedReversalCents: number("unmatchedReversals"),
    recoupmentCents: number("recoupments"),
    unmatchedClaims: number("unmatchedClaims"),
    unmatchedClaimsCents: number("unmatchedClaimsCents"),
    heldRemittances: number("heldRemittanceCount"),
    heldCents: number("heldRemittances"),
    quarantinedRemittances: number("quarantinedRemittanceCount"),
    quarantinedCents: number("quarantinedRemittances"),
    unmatchedDeposits: ofDeposits("unmatchedDepositCount"),
    unmatchedDepositsCents: ofDeposits("unmatchedDeposits"),
    remittancesWithoutDeposit: ofDeposits("remittanceWithoutDepositCount"),
    remittancesWithoutDepositCents: ofDeposits("remittancesWithoutDeposit"),
  };
}

function whatWasRead(
  transaction: PracticesTransaction,
  { practiceId }: ReportScope,
): Promise<ReportAnswer["read"]> {
  return transaction.one<ReportAnswer["read"]>(sql`
    select count(*)::integer as files,
      (count(*) filter (where verdict = 'refused'))::integer as refused,
      (count(*) filter (where verdict = 'issues'))::integer as "withIssues",
      (count(*) filter (where verdict = 'duplicate'))::integer as duplicates,
      (select min(service_from) from claims where practice_id = ${practiceId}) as "periodFrom",
      (select max(service_from) from claims where practice_id = ${practiceId}) as "periodThrough",
      (select count(*)::integer from claims where practice_id = ${practiceId}) as claims,
      (select count(*)::integer from remittances where practice_id = ${practiceId}) as remittances,
      (select coalesce(json_agg(json_build_object('fileId', public_id, 'name', name,
          'reasonCode', reason_code, 'reason', reason)), '[]')
        from (select * from files where practice_id = ${practiceId} and verdict = 'refused'
          order by file_id limit 20) refused) as refusals
    from files where practice_id = ${practiceId}`);
}
