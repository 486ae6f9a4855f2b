import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PatientAccount } from "./patient-account.ts";

/**
 * Who answers for a claim: whom a person named for it, else the patient's guarantor; null is the
 * patient himself. The statement names `patients` as `p` and left joins `claim_guarantors` as `cg`.
 */
export const answeringGuarantor: Sql = sql`
  case when cg.claim_id is null then p.guarantor_id else cg.guarantor_id end`;

/** The key of the account of a claim; names as for `answeringGuarantor`. */
export const claimAccountKey: Sql = sql`
  coalesce('g' || (${answeringGuarantor}), 'p' || p.patient_id)`;

/** A claim `c` with its patient and whom a person named to answer for it. */
export const claimAccountJoins: Sql = sql`
  join patients p on p.practice_id = c.practice_id and p.patient_id = c.patient_id
  left join claim_guarantors cg on cg.practice_id = c.practice_id and cg.claim_id = c.claim_id`;

/** Whether a row belongs to an account; the columns are null where they do not say. */
export function isOfAccount(account: PatientAccount, guarantor: Sql, patient: Sql): Sql {
  return account.guarantorId === undefined
    ? sql`(${guarantor} is null and ${patient} = ${account.patientId})`
    : sql`${guarantor} = ${account.guarantorId}`;
}

/** Ids of the claims that may belong to an account, found by index; those of others are among them. */
export function claimsNearAccount(practiceId: number, account: PatientAccount): Sql {
  if (account.guarantorId === undefined) {
    return sql`array(select claim_id from claims where practice_id = ${practiceId}
      and patient_id = ${account.patientId})`;
  }
  return sql`array(
    select c.claim_id from patients p join claims c on c.practice_id = ${practiceId}
      and c.patient_id = p.patient_id
    where p.practice_id = ${practiceId} and p.guarantor_id = ${account.guarantorId}
    union select claim_id from claim_guarantors where practice_id = ${practiceId}
      and guarantor_id = ${account.guarantorId})`;
}

/**
 * That transfers `t` belong to claim `c`: they are found through its postings, because the transfers of
 * a claim have no index of their own.
 */
export function movesClaim(practiceId: number): Sql {
  return sql`t.practice_id = ${practiceId} and t.claim_id = c.claim_id
    and t.posting_id = any (array(select o.posting_id from postings o
      where o.practice_id = ${practiceId} and o.claim_id = c.claim_id))`;
}

/** The last day on which something of claim `c` became the patient's. */
export function patientSince(practiceId: number): Sql {
  return sql`(select max(t.effective_on) from transfers t
    where ${movesClaim(practiceId)}
      and t.debit_account_id in (select account_id from accounts
        where practice_id = ${practiceId} and kind = 'patient-receivable')
      and t.credit_account_id in (select account_id from accounts
        where practice_id = ${practiceId} and kind = 'insurance-receivable')
      and t.reverses_transfer_id is null)`;
}

/** What of a payment `pay` is given to claims. */
export const givenCents: Sql = sql`
  coalesce((select sum(a.cents) from payment_allocations a
    where a.practice_id = pay.practice_id and a.patient_payment_id = pay.patient_payment_id
      and a.undone_on is null), 0)::bigint`;
