import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { sourceObject } from "../../masters/answer-columns.query.ts";
import type { CodeLabels } from "../../masters/reference/code-labels.ts";
import type { ClaimDenial } from "./claim-answers.ts";

/** Every refusal of a claim, the newest first, in the payer's codes and in our words. */
export async function claimDenials(
  transaction: PracticeTransaction,
  claimId: number,
  labels: CodeLabels,
): Promise<ClaimDenial[]> {
  const { practiceId } = transaction;
  const rows = await transaction.query<Omit<ClaimDenial, "words">>(sql`
    select d.denial_id as id, d.line_number as "lineNumber", l.procedure_code as "procedureCode",
      d.group_code as "groupCode", d.reason_code as "reasonCode",
      d.remark_codes as "remarkCodes", d.cents, d.category, d.stage, d.process,
      d.owner_role as role, d.preventable, d.next_action as "nextAction", d.due_on as "dueOn",
      d.denied_on as "deniedOn", d.is_initial as "isInitial", d.state,
      d.outcome, d.outcome_on as "outcomeOn", d.outcome_remittance_id as "outcomeRemittanceId",
      d.recovered_cents as "recoveredCents",
      d.remittance_id as "remittanceId",
      ${sourceObject(sql`rc.segment_from`, sql`rc.segment_to`)} as source
    from denials d
    join remittance_claims rc using (practice_id, remittance_id, claim_number)
    join remittances m using (practice_id, remittance_id)
    join transaction_sets t using (practice_id, transaction_set_id)
    join files f on f.practice_id = t.practice_id and f.file_id = t.file_id
    left join service_lines l on l.practice_id = d.practice_id and l.claim_id = d.claim_id
      and l.line_number = d.line_number
    where d.practice_id = ${practiceId} and d.claim_id = ${claimId}
    order by d.denied_on desc, d.line_number, d.denial_id`);
  return rows.map((row) => ({ ...row, words: inWords(row, labels) }));
}

function inWords(row: Omit<ClaimDenial, "words">, labels: CodeLabels): ClaimDenial["words"] {
  const reason = labels.reason(row.reasonCode, row.deniedOn);
  return {
    group: labels.group(row.groupCode, row.deniedOn).label,
    reason: reason.label,
    remarks: row.remarkCodes.map((code) => ({
      code,
      label: labels.remark(code, row.deniedOn).label,
    })),
    isKnown: reason.isKnown,
  };
}
