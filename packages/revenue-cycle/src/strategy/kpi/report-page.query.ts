import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { computeMeasures } from "./compute-measures.query.ts";
import { sourceNames } from "./figure.ts";
import { type AgingBucket, agingBuckets, figures, waterfallSteps } from "./figures.ts";
import { firstThings } from "./first-things.query.ts";
import type { ReportAnswer } from "./report-answers.ts";
import { denialSections } from "./report-denials.query.ts";
import { payerTable } from "./report-payers.query.ts";
import { openReportScope, type ReportScope } from "./report-scope.query.ts";
import { type Asked, sumFigures } from "./sum-figures.query.ts";

/** The report's page: what was read, where the money is, what is denied, late and unexplained. */
export async function computeReportPage(
  transaction: PracticesTransaction,
  practiceId: number,
  asOf: string | undefined,
): Promise<ReportAnswer> {
  const scope = await openReportScope(transaction, practiceId, asOf);
  const { asOf: cut } = scope;
  const number = await allFigures(transaction, scope);
  return {
    asOf: cut,
    read: await whatWasRead(transaction, scope),
    money: money(number),
    measures: await computeMeasures(transaction, scope, undefined),
    denials: await denialSections(transaction, scope, number),
    aging: aging(number),
    payers: await payerTable(transaction, scope),
    unexplained: unexplained(scope, number),
    first: await firstThings(transaction, scope, number),
  };
}

/** The number of a figure by its name. */
export type FigureNumbers = (name: string) => number;

const pageFigures = [...figures.keys()].filter((name) => !name.startsWith("netCollection"));

/** Every figure that stands on the page by itself, one statement for each source. */
async function allFigures(
  transaction: PracticesTransaction,
  scope: ReportScope,
): Promise<FigureNumbers> {
  const numbers = new Map<string, number>();
  for (const source of sourceNames) {
    if (source === "contractLine" && !scope.hasContracts) continue;
    const asked: Asked[] = pageFigures.flatMap((name) => {
      const figure = figures.get(name);
      return figure?.source === source ? [{ name, part: figure.numerator }] : [];
    });
    if (source === "line") asked.push(...agingClaims);
    if (asked.length === 0) continue;
    const [sums] = await sumFigures(transaction, { scope, source, asked });
    for (const [name, value] of sums?.numbers ?? []) numbers.set(name, value ?? 0);
  }
  return (name) => numbers.get(name) ?? 0;
}

const bucketNames = Object.keys(agingBuckets) as AgingBucket[];

const agingClaims: readonly Asked[] = bucketNames.map((bucket) => ({
  name: `aging:${bucket}:claims`,
  part: {
    where: `${agingBuckets[bucket]} and open_insurance_cents + open_patient_cents > 0`,
    value: "1",
  },
  aggregate: "distinctClaims",
}));

function money(number: FigureNumbers): ReportAnswer["money"] {
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

function aging(number: FigureNumbers): ReportAnswer["aging"] {
  const buckets = bucketNames.map((bucket) => ({
    bucket,
    insuranceCents: number(`aging:${bucket}:insurance`),
    patientCents: number(`aging:${bucket}:patient`),
    claims: number(`aging:${bucket}:claims`),
  }));
  return {
    buckets,
    insuranceCents: number("openInsurance"),
    patientCents: number("openPatient"),
    creditInsuranceCents: number("creditInsuranceBalance"),
    creditPatientCents: number("creditPatientBalance"),
  };
}

function unexplained(scope: ReportScope, number: FigureNumbers): ReportAnswer["unexplained"] {
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
