import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { OpenItem } from "../../books/patient-payment/allocate-payment.ts";
import type { UnappliedPayment } from "../../books/patient-payment/apply-unapplied.ts";
import {
  answeringGuarantor,
  claimAccountJoins,
  claimsNearAccount,
  givenCents,
  isOfAccount,
} from "./account-columns.query.ts";
import type { PatientAccount } from "./patient-account.ts";

type Reading = Pick<PracticeTransaction, "query" | "maybeOne" | "practiceId">;

/** Whether the guarantor or the patient is on file. */
export async function isAccountKnown(
  transaction: Reading,
  account: PatientAccount,
): Promise<boolean> {
  const { practiceId } = transaction;
  const found = await transaction.maybeOne<{ known: number }>(
    account.guarantorId === undefined
      ? sql`select 1 as known from patients
          where practice_id = ${practiceId} and patient_id = ${account.patientId}`
      : sql`select 1 as known from guarantors
          where practice_id = ${practiceId} and guarantor_id = ${account.guarantorId}`,
  );
  return found !== undefined;
}

/** An open item as money is given to it, with whose claim it is. */
export type AccountItem = OpenItem & { readonly patientId: number };

/** What is open of the account's claims, with what was given up as bad debt on them. */
export async function openItems(
  transaction: Reading,
  account: PatientAccount,
): Promise<AccountItem[]> {
  const { practiceId } = transaction;
  const rows = await transaction.query<{
    claim_id: number;
    patient_id: number;
    open_cents: number;
    bad_debt_cents: number;
    service_from: string | null;
  }>(sql`
    select * from (
      select c.claim_id, c.patient_id, c.service_from,
        (select coalesce(sum(r.open_patient_cents), 0)::bigint from receivables r
          where r.practice_id = c.practice_id and r.claim_id = c.claim_id) as open_cents,
        (select coalesce(sum(w.cents), 0)::bigint from patient_write_offs w
          where w.practice_id = c.practice_id and w.claim_id = c.claim_id
            and w.kind = 'bad-debt' and w.undone_on is null)
        - (select coalesce(sum(v.cents), 0)::bigint from patient_recoveries v
          where v.practice_id = c.practice_id and v.claim_id = c.claim_id
            and v.undone_on is null) as bad_debt_cents
      from claims c ${claimAccountJoins}
      where c.practice_id = ${practiceId}
        and c.claim_id = any (${claimsNearAccount(practiceId, account)})
        and ${isOfAccount(account, answeringGuarantor, sql`p.patient_id`)}) item
    where open_cents > 0 or bad_debt_cents > 0
    order by service_from nulls first, claim_id`);
  return rows.map((row) => ({
    claimId: row.claim_id,
    patientId: row.patient_id,
    openCents: row.open_cents,
    badDebtCents: row.bad_debt_cents,
    serviceFrom: row.service_from ?? undefined,
  }));
}

/** What the account paid and no claim has got yet, the oldest first. */
export async function unappliedPayments(
  transaction: Reading,
  account: PatientAccount,
): Promise<UnappliedPayment[]> {
  const { practiceId } = transaction;
  const rows = await transaction.query<{
    id: number;
    paid_on: string;
    patient_id: number | null;
    purpose: string | null;
    left_cents: number;
  }>(sql`
    select * from (
      select pay.patient_payment_id as id, pay.paid_on, pay.patient_id, pay.purpose,
        pay.cents - ${givenCents} as left_cents
      from patient_payments pay
      left join patients p on p.practice_id = pay.practice_id and p.patient_id = pay.patient_id
      where pay.practice_id = ${practiceId} and ${paidForAccount(account)}
        and pay.claim_id is null and pay.reversed_on is null) payment
    where left_cents > 0 order by paid_on, id`);
  return rows.map((row) => ({
    patientPaymentId: row.id,
    paidOn: row.paid_on,
    patientId: row.patient_id ?? undefined,
    isForItsVisit: row.purpose === "copay" || row.purpose === "deposit",
    leftCents: row.left_cents,
  }));
}

/** Whether a payment `pay` with its patient `p` was made for the account. */
export function paidForAccount(account: PatientAccount) {
  return account.guarantorId === undefined
    ? sql`(pay.patient_id = ${account.patientId} and p.guarantor_id is null)`
    : sql`(pay.guarantor_id = ${account.guarantorId} or p.guarantor_id = ${account.guarantorId})`;
}
