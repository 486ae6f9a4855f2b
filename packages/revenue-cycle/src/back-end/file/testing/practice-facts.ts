import type { TestDatabase } from "@headwater/platform/testing/test-database.ts";

/**
 * Everything of a practice that reports and screens count, without ids and instants. A void is a claim
 * of its own while its original is missing, and only a sending of it otherwise: neither counts.
 */
export async function practiceFacts(database: TestDatabase, practiceId: number) {
  const rows = async (text: string) => (await database.owner.query(text, [practiceId])).rows;
  return {
    claims: await rows(`select patient_control_number, frequency_code, state, first_acceptance,
      accepted_on, rejected_on, first_adjudicated_on, first_outcome, first_paid_on, charged_cents,
      coverage_sequence, replaces_claim_id is not null as replaces,
      replaced_by_claim_id is not null as is_replaced
      from claims where practice_id = $1 and frequency_code <> '8' order by 1, 2, submitted_on`),
    receivables: await rows(`select patient_control_number, frequency_code, receivables.*,
      null as claim_id, null as practice_id from receivables join claims using (practice_id, claim_id)
      where practice_id = $1 order by patient_control_number, frequency_code, submitted_on, line_number`),
    accounts: await rows(`select kind, sum(cents)::bigint as cents from (
        select debit_account_id as account_id, cents from transfers where practice_id = $1
        union all select credit_account_id, -cents from transfers where practice_id = $1) moved
      join accounts using (account_id) group by kind having sum(cents) <> 0 order by kind`),
    denials: await rows(`select patient_control_number, frequency_code, denials.line_number,
      group_code, reason_code, denials.cents, category, stage, is_initial, denials.state
      from denials join claims using (practice_id, claim_id)
      where practice_id = $1 order by 1, 2, 3, 4, 5, 10`),
    remittances: await rows(`select trace_number, verdict, paid_cents, claims from remittances
      where practice_id = $1 order by 1, 2`),
    remittanceClaims: await rows(`select trace_number, claim_number, outcome, match_rule
      from remittance_claims join remittances using (practice_id, remittance_id)
      where practice_id = $1 order by 1, 2`),
    payments: await rows(`select receipt, claim_id is null as waiting, cents from patient_payments
      where practice_id = $1 order by 1`),
    work: await rows(`select kind, count(*)::int from work_items
      where practice_id = $1 and state = 'open' group by kind order by kind`),
  };
}

export type PracticeFacts = Awaited<ReturnType<typeof practiceFacts>>;
