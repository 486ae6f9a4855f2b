import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, sourceObject } from "../../masters/answer-columns.query.ts";
import type { CodeLabels } from "../../masters/reference/code-labels.ts";
import { claimOfReference } from "./claim-of-reference.query.ts";
import type { BalanceEquation, RemittanceAnswer } from "./remittance-answers.ts";
import { remittanceColumns } from "./search-remittances.query.ts";

type StoredRemittance = Omit<RemittanceAnswer, "balance" | "providerAdjustments"> & {
  readonly faults: Record<string, unknown>[];
  readonly providerAdjustments: Omit<RemittanceAnswer["providerAdjustments"][number], "label">[];
};

/** One remittance: its payment, its equation, its provider adjustments, its deposit. */
export async function showRemittance(
  transaction: PracticeTransaction,
  remittanceId: number,
  labels: CodeLabels,
): Promise<RemittanceAnswer | undefined> {
  const { practiceId } = transaction;
  const row = await transaction.maybeOne<StoredRemittance>(sql`
    select ${remittanceColumns}, m.handling_code as "handlingCode",
      m.originating_company_id as "originatingCompanyId", m.payee_npi as "payeeNpi",
      m.payee_tax_id as "payeeTaxId", m.produced_on as "producedOn",
      m.claims_charged_cents as "claimsChargedCents", m.claims_paid_cents as "claimsPaidCents",
      m.provider_adjustment_cents as "providerAdjustmentCents", t.reason,
      m.balance_faults as faults,
      (select coalesce(json_agg(json_build_object('number', a.adjustment_number,
          'providerId', a.provider_id, 'reasonCode', a.reason_code,
          'referenceId', a.reference_id, 'cents', a.cents, 'accountKind', a.account_kind,
          'claim', (select json_build_object('id', c.claim_id,
              'patientControlNumber', c.patient_control_number)
            from claims c where c.practice_id = ${practiceId}
              and c.claim_id = (${claimOfReference(sql`m`, sql`a.reference_id`)})),
          'source', ${sourceObject(sql`a.segment_from`, sql`a.segment_to`)})
          order by a.adjustment_number), '[]')
        from provider_adjustments a
        where a.practice_id = ${practiceId} and a.remittance_id = m.remittance_id)
        as "providerAdjustments",
      (select json_build_object('id', e.paper_remittance_id, 'by', ${actorName(sql`e.posted_by`)},
          'remark', e.entry ->> 'remark')
        from paper_remittances e where e.practice_id = ${practiceId}
          and e.remittance_id = m.remittance_id) as paper,
      (select json_build_object('id', b.bank_deposit_id, 'depositedOn', b.deposited_on,
          'cents', b.cents)
        from bank_deposits b where b.practice_id = ${practiceId}
          and b.remittance_id = m.remittance_id order by b.bank_deposit_id limit 1) as deposit,
      ${sourceObject(sql`t.segment_from`, sql`t.segment_to`)} as source
    from remittances m
    join payers payer using (practice_id, payer_id)
    join transaction_sets t using (practice_id, transaction_set_id)
    join files f on f.practice_id = t.practice_id and f.file_id = t.file_id
    where m.practice_id = ${practiceId} and m.remittance_id = ${remittanceId}`);
  if (row === undefined) return undefined;
  const { faults, ...remittance } = row;
  const on = row.effectiveOn ?? "9999-12-31";
  return {
    ...remittance,
    balance: { equations: [paymentEquation(row)], faults },
    providerAdjustments: row.providerAdjustments.map((adjustment) => ({
      ...adjustment,
      label: labels.providerAdjustment(adjustment.reasonCode, on).label,
    })),
  };
}

/** BPR02 against the claims paid less the provider adjustments (005010X221A1 1.10.2). */
function paymentEquation(row: StoredRemittance): BalanceEquation {
  const left = row.claimsPaidCents - row.providerAdjustmentCents;
  return {
    level: "transaction",
    claimNumber: null,
    lineNumber: null,
    left,
    right: row.paidCents,
    differenceCents: left - row.paidCents,
  };
}
