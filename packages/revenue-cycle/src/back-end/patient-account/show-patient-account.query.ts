import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, patientName } from "../../masters/answer-columns.query.ts";
import { weighAccount } from "../statement/run-statements.command.ts";
import { listStatements } from "../statement/statement.store.ts";
import { addressLines } from "../statement/write-statement.ts";
import { answeringGuarantor, claimAccountJoins, givenCents } from "./account-columns.query.ts";
import { itemsOfAccount } from "./account-items.query.ts";
import { paidForAccount, unappliedPayments } from "./open-items.store.ts";
import { accountKey, type PatientAccount } from "./patient-account.ts";
import type { AccountPaymentAnswer, PatientAccountAnswer } from "./patient-account-answers.ts";

/** More statements, payments and write-offs of one account are not shown. */
const mostShown = 200;

/** Everything about one account as of today; undefined where nobody answers to it. */
export async function showPatientAccount(
  transaction: PracticeTransaction,
  account: PatientAccount,
  today: string,
): Promise<PatientAccountAnswer | undefined> {
  const person = await findPerson(transaction, account);
  if (person === undefined) return undefined;
  const items = await itemsOfAccount(transaction, account);
  const unapplied = await unappliedPayments(transaction, account);
  const key = accountKey(account);
  const claimIds = items.map(({ claimId }) => claimId);
  return {
    account: key,
    name: person.name,
    phone: person.phone,
    addressLines: addressLines(person),
    patients: await patientsOf(transaction, account),
    owedCents: items.reduce((sum, item) => sum + item.openPatientCents, 0),
    unappliedCents: unapplied.reduce((sum, { leftCents }) => sum + leftCents, 0),
    items: items.map(({ account: _, ...item }) => item),
    payments: await paymentsOf(transaction, account, claimIds),
    statements: (await listStatements(transaction, { account }, { limit: mostShown })).rows,
    holds: await holdsOf(transaction, account),
    writeOffs: await writeOffsOf(transaction, claimIds),
    statement: (await weighAccount(transaction, key, today)) ?? {
      is: "not",
      reasons: ["nothing-owed"],
      owedCents: 0,
      leftOut: [],
    },
  };
}

type Person = {
  readonly name: string;
  readonly phone: string | null;
} & Parameters<typeof addressLines>[0];

async function findPerson(
  transaction: PracticeTransaction,
  account: PatientAccount,
): Promise<Person | undefined> {
  const columns = sql`${patientName} as name, p.phone, p.address_line1 as "addressLine1",
    p.address_line2 as "addressLine2", p.city, p.state, p.postal_code as "postalCode"`;
  return transaction.maybeOne<Person>(
    account.guarantorId === undefined
      ? sql`select ${columns} from patients p
          where p.practice_id = ${transaction.practiceId} and p.patient_id = ${account.patientId}`
      : sql`select ${columns} from guarantors p
          where p.practice_id = ${transaction.practiceId} and p.guarantor_id = ${account.guarantorId}`,
  );
}

async function patientsOf(transaction: PracticeTransaction, account: PatientAccount) {
  const { practiceId } = transaction;
  return transaction.query<{ id: number; name: string }>(
    account.guarantorId === undefined
      ? sql`select p.patient_id as id, ${patientName} as name from patients p
          where p.practice_id = ${practiceId} and p.patient_id = ${account.patientId}`
      : sql`select p.patient_id as id, ${patientName} as name from patients p
          where p.practice_id = ${practiceId} and p.guarantor_id = ${account.guarantorId}
          union
          select p.patient_id, ${patientName} from claims c ${claimAccountJoins}
          where c.practice_id = ${practiceId} and cg.guarantor_id = ${account.guarantorId}
            and ${answeringGuarantor} = ${account.guarantorId}
          order by name limit ${mostShown}`,
  );
}

/** What the account paid, and what files say was paid on its claims, the newest first. */
async function paymentsOf(
  transaction: PracticeTransaction,
  account: PatientAccount,
  claimIds: readonly number[],
): Promise<AccountPaymentAnswer[]> {
  const { practiceId } = transaction;
  return transaction.query<AccountPaymentAnswer>(sql`
    select pay.patient_payment_id as id, pay.paid_on as "paidOn", pay.cents, pay.method, pay.place,
      pay.reference, pay.receipt,
      case when pay.taken_by is not null then ${actorName(sql`pay.taken_by`)} end as "takenBy",
      case when pay.claim_id is not null or pay.reversed_on is not null then 0
        else pay.cents - ${givenCents} end as "leftCents",
      pay.reversed_on as "reversedOn", pay.reverse_reason as "reverseReason",
      (select coalesce(json_agg(json_build_object('allocationId', part.id, 'claimId', part.claim_id,
          'patientControlNumber', c.patient_control_number, 'serviceFrom', c.service_from,
          'cents', part.cents) order by c.service_from, part.id), '[]')
        from (
          select a.payment_allocation_id as id, a.claim_id, a.cents from payment_allocations a
          where a.practice_id = pay.practice_id
            and a.patient_payment_id = pay.patient_payment_id and a.undone_on is null
          union all
          select null, pay.claim_id, pay.cents
          where pay.claim_id is not null and pay.reversed_on is null) part
        join claims c on c.practice_id = pay.practice_id and c.claim_id = part.claim_id) as parts
    from patient_payments pay
    left join patients p on p.practice_id = pay.practice_id and p.patient_id = pay.patient_id
    where pay.practice_id = ${practiceId} and (${paidForAccount(account)}
      or pay.claim_id = any (${[...claimIds]}::bigint[]))
    order by pay.paid_on desc, pay.patient_payment_id desc limit ${mostShown}`);
}

async function holdsOf(
  transaction: PracticeTransaction,
  account: PatientAccount,
): Promise<PatientAccountAnswer["holds"]> {
  const ofAccount =
    account.guarantorId === undefined
      ? sql`h.patient_id = ${account.patientId}`
      : sql`h.guarantor_id = ${account.guarantorId}`;
  return transaction.query<PatientAccountAnswer["holds"][number]>(sql`
    select h.account_hold_id as id, h.kind, h.reason, h.held_on as "heldOn",
      ${actorName(sql`h.held_by`)} as "heldBy", h.lifted_on as "liftedOn"
    from account_holds h where h.practice_id = ${transaction.practiceId} and ${ofAccount}
    order by h.account_hold_id desc limit ${mostShown}`);
}

async function writeOffsOf(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<PatientAccountAnswer["writeOffs"]> {
  return transaction.query<PatientAccountAnswer["writeOffs"][number]>(sql`
    select w.patient_write_off_id as id, w.claim_id as "claimId",
      c.patient_control_number as "patientControlNumber", w.kind, w.cents, w.reason,
      (select coalesce(sum(v.cents), 0)::bigint from patient_recoveries v
        where v.practice_id = w.practice_id and v.patient_write_off_id = w.patient_write_off_id
          and v.undone_on is null) as "recoveredCents",
      w.written_off_on as "writtenOffOn", ${actorName(sql`w.written_off_by`)} as "writtenOffBy",
      w.undone_on as "undoneOn"
    from patient_write_offs w
    join claims c on c.practice_id = w.practice_id and c.claim_id = w.claim_id
    where w.practice_id = ${transaction.practiceId}
      and w.claim_id = any (${[...claimIds]}::bigint[])
    order by w.patient_write_off_id desc limit ${mostShown}`);
}
