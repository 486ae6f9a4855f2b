import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { sourceObject } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import type { CodeLabels } from "../../masters/reference/code-labels.ts";
import type { RemittanceClaimRow } from "./remittance-answers.ts";

export type RemittanceClaimsQuestion = {
  readonly remittanceId: number;
  readonly outcome?: string | undefined;
  readonly limit: number;
  readonly after?: readonly [number] | undefined;
};

type StoredClaim = Omit<RemittanceClaimRow, "adjustments"> & {
  readonly effectiveOn: string | null;
  readonly adjustments: Omit<RemittanceClaimRow["adjustments"][number], "words">[];
};

/** The claims of a remittance in its order: how each was matched, what became of it, and why. */
export async function listRemittanceClaims(
  transaction: PracticeTransaction,
  question: RemittanceClaimsQuestion,
  labels: CodeLabels,
): Promise<Page<RemittanceClaimRow, [number]>> {
  const { practiceId } = transaction;
  const { remittanceId, outcome, after, limit } = question;
  const rows = await transaction.query<StoredClaim>(sql`
    select rc.claim_number as number, rc.claim_id as "claimId", rc.match_rule as "matchRule",
      rc.outcome, rc.patient_control_number as "patientControlNumber",
      nullif(concat_ws(', ', rc.patient_last_name, rc.patient_first_name), '') as "patientName",
      rc.status_code as "statusCode", rc.charged_cents as "chargedCents",
      rc.paid_cents as "paidCents",
      rc.patient_responsibility_cents as "patientResponsibilityCents",
      rc.payer_claim_control_number as "payerClaimControlNumber",
      rc.service_from as "serviceFrom", rc.remark_codes as "remarkCodes",
      m.effective_on as "effectiveOn",
      (select coalesce(json_agg(json_build_object('number', l.remittance_line_number,
          'lineNumber', l.line_number, 'matchRule', l.match_rule,
          'procedureCode', l.procedure_code, 'modifiers', l.modifiers,
          'revenueCode', l.revenue_code, 'chargedCents', l.charged_cents,
          'paidCents', l.paid_cents, 'allowedCents', l.allowed_cents,
          'remarkCodes', l.remark_codes, 'segmentFrom', l.segment_from,
          'segmentTo', l.segment_to) order by l.remittance_line_number), '[]')
        from remittance_lines l where l.practice_id = ${practiceId}
          and l.remittance_id = rc.remittance_id and l.claim_number = rc.claim_number) as lines,
      (select coalesce(json_agg(json_build_object('lineNumber', a.remittance_line_number,
          'groupCode', a.group_code, 'reasonCode', a.reason_code, 'cents', a.cents,
          'treatment', a.treatment) order by a.remittance_line_number, a.adjustment_number), '[]')
        from remittance_adjustments a where a.practice_id = ${practiceId}
          and a.remittance_id = rc.remittance_id and a.claim_number = rc.claim_number)
        as adjustments,
      ${sourceObject(sql`rc.segment_from`, sql`rc.segment_to`)} as source
    from remittance_claims rc
    join remittances m using (practice_id, remittance_id)
    join transaction_sets t using (practice_id, transaction_set_id)
    join files f on f.practice_id = t.practice_id and f.file_id = t.file_id
    where rc.practice_id = ${practiceId} and rc.remittance_id = ${remittanceId}
      ${outcome === undefined ? sql`` : sql`and rc.outcome = ${outcome}`}
      ${after ? sql`and rc.claim_number > ${after[0]}` : sql``}
    order by rc.claim_number
    limit ${limit + 1}`);
  const page = pageOf(rows, limit, (row): [number] => [row.number]);
  return { ...page, rows: page.rows.map((row) => inWords(row, labels)) };
}

function inWords({ effectiveOn, ...row }: StoredClaim, labels: CodeLabels): RemittanceClaimRow {
  const on = effectiveOn ?? "9999-12-31";
  return {
    ...row,
    adjustments: row.adjustments.map((adjustment) => ({
      ...adjustment,
      words: labels.reason(adjustment.reasonCode, on).label,
    })),
  };
}
