import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";

/** Whether anything on file waits for claims: held remittances, suspense, answers, patients' payments. */
export async function isAnswerWaiting(transaction: PracticeTransaction): Promise<boolean> {
  const { practiceId } = transaction;
  const row = await transaction.one<{ is_waiting: boolean }>(sql`
    select exists (select from remittances where practice_id = ${practiceId} and verdict = 'held')
      or exists (select from remittance_claims where practice_id = ${practiceId} and claim_id is null)
      or exists (select from claim_acknowledgments
        where practice_id = ${practiceId} and claim_id is null)
      or exists (select from acknowledgments where practice_id = ${practiceId}
        and answers_transaction_set_id is null
        and (kind <> '277CA' or answers_batch is not null))
      or exists (select from patient_payments
        where practice_id = ${practiceId} and claim_id is null and control_number_key <> '')
      as is_waiting`);
  return row.is_waiting;
}

/** Whether a deposit on file waits for its remittance. */
export async function isDepositWaiting(transaction: PracticeTransaction): Promise<boolean> {
  const row = await transaction.one<{ is_waiting: boolean }>(sql`
    select exists (select from bank_deposits
      where practice_id = ${transaction.practiceId} and remittance_id is null
        and taken_back_on is null) as is_waiting`);
  return row.is_waiting;
}
