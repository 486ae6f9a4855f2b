import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ChangedRows } from "./move-rows.store.ts";

type Guarantors = { readonly kept: number | null; readonly joined: number | null };

/**
 * Brings the account of the guarantor of a joined patient to the guarantor of the one who stays: money
 * that waits, payments by card, statements, holds. A guarantor who answers for others too keeps what is his.
 */
export async function moveAccount(
  transaction: PracticeTransaction,
  { kept, joined }: Guarantors,
  joinedPatientId: number,
): Promise<ChangedRows["guarantor"]> {
  if (kept === null || joined === null || kept === joined) return null;
  const { practiceId } = transaction;
  const answers = await transaction.maybeOne(sql`
    select 1 from patients
    where practice_id = ${practiceId} and guarantor_id = ${joined}
      and patient_id <> ${joinedPatientId} and merged_into is null limit 1`);
  if (answers !== undefined) return null;
  const moved = async (rows: Promise<{ id: number }[]>) => (await rows).map(({ id }) => id);
  return {
    id: joined,
    payments: await moved(
      transaction.query(sql`
        update patient_payments set guarantor_id = ${kept}
        where practice_id = ${practiceId} and guarantor_id = ${joined}
        returning patient_payment_id as id`),
    ),
    cardPayments: await moved(
      transaction.query(sql`
        update card_payments set guarantor_id = ${kept}
        where practice_id = ${practiceId} and guarantor_id = ${joined}
        returning card_payment_id as id`),
    ),
    statements: await moved(
      transaction.query(sql`
        update statements set guarantor_id = ${kept}
        where practice_id = ${practiceId} and guarantor_id = ${joined}
        returning statement_id as id`),
    ),
    holds: await moved(
      transaction.query(sql`
        update account_holds set guarantor_id = ${kept}
        where practice_id = ${practiceId} and guarantor_id = ${joined}
          and not exists (select from account_holds other
            where other.practice_id = ${practiceId} and other.guarantor_id = ${kept}
              and other.kind = account_holds.kind and other.lifted_on is null)
        returning account_hold_id as id`),
    ),
  };
}

/** Gives the account back to the guarantor from whom it came. */
export async function moveAccountBack(
  transaction: PracticeTransaction,
  moved: ChangedRows["guarantor"],
): Promise<void> {
  if (moved === null) return;
  const { practiceId } = transaction;
  const { id, payments, cardPayments = [], statements, holds } = moved;
  await transaction.execute(sql`
    update patient_payments set guarantor_id = ${id}
    where practice_id = ${practiceId} and patient_payment_id = any (${[...payments]}::bigint[])`);
  await transaction.execute(sql`
    update card_payments set guarantor_id = ${id}
    where practice_id = ${practiceId} and card_payment_id = any (${[...cardPayments]}::bigint[])`);
  await transaction.execute(sql`
    update statements set guarantor_id = ${id}
    where practice_id = ${practiceId} and statement_id = any (${[...statements]}::bigint[])`);
  await transaction.execute(sql`
    update account_holds set guarantor_id = ${id}
    where practice_id = ${practiceId} and account_hold_id = any (${[...holds]}::bigint[])`);
}
