import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { AllocationPart } from "../../books/patient-payment/allocate-payment.ts";

/** A bad debt of which something is not recovered yet. */
type BadDebt = {
  readonly claim_id: number;
  readonly patient_write_off_id: number;
  readonly left_cents: number;
};

/**
 * Takes back as much of a claim's bad debt as a part of a payment has beyond what is open on it, the
 * latest write-off first: what comes in after all reverses the loss.
 */
export async function recoverBadDebt(
  transaction: PracticeTransaction,
  payment: {
    readonly patientPaymentId: number;
    readonly parts: readonly AllocationPart[];
    readonly on: string;
  },
): Promise<void> {
  const { practiceId } = transaction;
  const claimIds = payment.parts.map(({ claimId }) => claimId);
  const debts = await transaction.query<BadDebt>(sql`
    select * from (
      select w.claim_id, w.patient_write_off_id, w.cents - coalesce((
        select sum(v.cents) from patient_recoveries v where v.practice_id = w.practice_id
          and v.patient_write_off_id = w.patient_write_off_id and v.undone_on is null), 0)::bigint
        as left_cents
      from patient_write_offs w
      where w.practice_id = ${practiceId} and w.claim_id = any (${claimIds}::bigint[])
        and w.kind = 'bad-debt' and w.undone_on is null) debt
    where left_cents > 0 order by patient_write_off_id desc`);
  if (debts.length === 0) return;
  const open = await openByClaim(transaction, claimIds);
  for (const { claimId, cents } of payment.parts) {
    let beyond = cents - (open.get(claimId) ?? 0);
    for (const debt of debts.filter((each) => each.claim_id === claimId)) {
      const recovered = Math.min(beyond, debt.left_cents);
      if (recovered <= 0) break;
      beyond -= recovered;
      await transaction.execute(sql`
        insert into patient_recoveries (practice_id, patient_write_off_id, claim_id,
          patient_payment_id, cents, recovered_on)
        values (${practiceId}, ${debt.patient_write_off_id}, ${claimId},
          ${payment.patientPaymentId}, ${recovered}, ${payment.on}::date)`);
    }
  }
}

async function openByClaim(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await transaction.query<{ claim_id: number; cents: number }>(sql`
    select claim_id, sum(open_patient_cents)::bigint as cents from receivables
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])
    group by claim_id`);
  return new Map(rows.map((row) => [row.claim_id, row.cents]));
}

/** A loss that a payment had reversed is a loss again. */
export async function undoRecoveries(
  transaction: PracticeTransaction,
  undone: {
    readonly patientPaymentId: number;
    /** Of one claim alone; else of all. */
    readonly claimId?: number;
    readonly today: string;
  },
): Promise<void> {
  await transaction.execute(sql`
    update patient_recoveries set undone_on = ${undone.today}::date
    where practice_id = ${transaction.practiceId} and undone_on is null
      and patient_payment_id = ${undone.patientPaymentId}
      and (${undone.claimId ?? null}::bigint is null or claim_id = ${undone.claimId ?? null})`);
}
