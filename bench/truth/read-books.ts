import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  inPractice,
  type ReadingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { claimOfReference } from "@headwater/revenue-cycle/back-end/remittance/claim-of-reference.query.ts";
import { contractLineSource } from "@headwater/revenue-cycle/strategy/kpi/line-source.query.ts";
import { openReportScope } from "@headwater/revenue-cycle/strategy/kpi/report-scope.query.ts";
import type { Standing } from "@headwater/simulator";
import type { BookedClaim, Books } from "./compare.ts";

/** Reads the product's books of a practice as they stand. */
export function readBooks(context: ReadingContext, asOf: string): Promise<Books> {
  const { practiceId } = context.practice;
  return inPractice(context, async (transaction) => ({
    claims: await bookedClaims(transaction, practiceId),
    answers: await answers(transaction, practiceId),
    priced: await pricedLines(transaction, practiceId, asOf),
    takenBack: await takenBack(transaction, practiceId),
    deposits: await deposits(transaction, practiceId),
  }));
}

type ClaimRow = Standing & {
  readonly number: string;
  readonly otherCents: number;
  readonly firstAcceptance: string | null;
  readonly firstOutcome: string | null;
  readonly initialDenialStage: string | null;
};

async function bookedClaims(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<Map<string, BookedClaim>> {
  const rows = await transaction.query<ClaimRow>(sql`
    select c.patient_control_number as number,
      sum(r.charged_cents)::bigint as charged, sum(r.insurance_paid_cents)::bigint as "insurancePaid",
      sum(r.contractual_cents)::bigint as contractual, sum(r.withheld_cents)::bigint as withheld,
      sum(r.patient_responsibility_cents)::bigint as "patientResponsibility",
      sum(r.patient_paid_cents)::bigint as "patientPaid",
      sum(r.open_patient_cents)::bigint as "openPatient",
      sum(r.credit_patient_cents)::bigint as "creditPatient",
      sum(r.open_insurance_cents)::bigint as "openInsurance", sum(r.denied_cents)::bigint as denied,
      sum(r.credit_insurance_cents)::bigint as "creditInsurance",
      sum(r.written_off_cents + r.incentive_cents + r.patient_forgiven_cents)::bigint as "otherCents",
      (array_agg(c.first_acceptance order by c.version))[1] as "firstAcceptance",
      (array_agg(c.first_outcome order by c.version))[1] as "firstOutcome",
      (select d.stage from denials d join claims v using (practice_id, claim_id)
        where d.practice_id = ${practiceId} and d.is_initial
          and v.patient_control_number = c.patient_control_number
        order by v.version, d.cents desc, d.denial_id limit 1) as "initialDenialStage"
    from claims c join receivables r using (practice_id, claim_id)
    where c.practice_id = ${practiceId} group by c.patient_control_number`);
  return new Map(
    rows.map(({ number, ...row }) => [
      number,
      {
        cents: row,
        otherCents: row.otherCents,
        firstAcceptance: row.firstAcceptance ?? undefined,
        firstOutcome: row.firstOutcome ?? undefined,
        initialDenialStage: row.initialDenialStage ?? undefined,
      },
    ]),
  );
}

async function answers(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<Books["answers"]> {
  const rows = await transaction.query<{ trace: string; claim: string | null }>(sql`
    select m.trace_number as trace, c.patient_control_number as claim
    from remittance_claims rc join remittances m using (practice_id, remittance_id)
    left join claims c using (practice_id, claim_id)
    where rc.practice_id = ${practiceId} and m.verdict in ('posted', 'held', 'recorded')`);
  return rows.map(({ trace, claim }) => ({ trace, claim: claim ?? undefined }));
}

async function pricedLines(
  transaction: PracticesTransaction,
  practiceId: number,
  asOf: string,
): Promise<Books["priced"]> {
  const scope = await openReportScope(transaction, practiceId, asOf);
  const rows = await transaction.query<{ line: string; expected: number; underpaid: number }>(sql`
    select s.line_item_control_number as line, p.underpaid_cents as underpaid,
      least(p.contract_cents, p.charged_cents) as expected
    from (${contractLineSource(scope)}) p
    join service_lines s on s.practice_id = ${practiceId} and s.claim_id = p.claim_id
      and s.line_number = p.line_number
    where s.line_item_control_number is not null order by p.claim_id`);
  return new Map(rows.map(({ line, ...row }) => [line, row]));
}

type TakenBackRow = {
  readonly way: "reversal" | "recouped";
  readonly on: string;
  readonly cents: number;
  readonly claim: string | null;
};

async function takenBack(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<Books["takenBack"]> {
  const reversals: Sql = sql`
    select 'reversal' as way, m.effective_on as on, -rc.paid_cents as cents,
      c.patient_control_number as claim
    from remittance_claims rc join remittances m using (practice_id, remittance_id)
    left join claims c using (practice_id, claim_id)
    where rc.practice_id = ${practiceId} and rc.status_code = '22'`;
  const rows = await transaction.query<TakenBackRow>(sql`
    ${reversals} union all
    select 'recouped', m.effective_on, a.cents, c.patient_control_number
    from provider_adjustments a join remittances m using (practice_id, remittance_id)
    left join lateral (${claimOfReference(sql`m`, sql`a.reference_id`)}) tied on true
    left join claims c on c.practice_id = ${practiceId} and c.claim_id = tied.claim_id
    where a.practice_id = ${practiceId} and a.reason_code = 'WO' and a.cents > 0`);
  return rows.map((row) => ({ ...row, claim: row.claim ?? undefined }));
}

async function deposits(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<Map<string, string>> {
  const rows = await transaction.query<{ trace: string; on: string }>(sql`
    select m.trace_number as trace, b.deposited_on as on
    from bank_deposits b join remittances m using (practice_id, remittance_id)
    where b.practice_id = ${practiceId}`);
  return new Map(rows.map(({ trace, on }) => [trace, on]));
}
