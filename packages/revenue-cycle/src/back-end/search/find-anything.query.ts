import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { beginsWith } from "../../masters/answer-columns.query.ts";
import { searchCodes } from "../../masters/code-set/search-codes.query.ts";
import { controlNumberKey } from "../../masters/identifier-key.ts";
import { searchPatients } from "../../masters/patient/search-patients.query.ts";
import type { FoundAnswer } from "./found-answers.ts";

/** Kinds of records that the reader may see. */
export type SeenKinds = {
  readonly patients: boolean;
  readonly claims: boolean;
  readonly payments: boolean;
};

/** So many of each kind are shown: more than a hand of them is a list's work. */
const mostShown = 5;

/** Looks a text up among patients, claims, payments and codes; each by the beginnings of its keys. */
export async function findAnything(
  transaction: PracticeTransaction,
  question: { readonly text: string; readonly today: string; readonly seen: SeenKinds },
): Promise<FoundAnswer> {
  const { today, seen } = question;
  const text = question.text.trim();
  if (text === "") return { patients: [], claims: [], payments: [], codes: [] };
  const page = { limit: mostShown, today };
  const patients = seen.patients
    ? (await searchPatients(transaction, { search: text }, page)).rows
    : [];
  return {
    patients,
    claims: seen.claims ? await claimsOf(transaction, text) : [],
    payments: seen.payments ? await paymentsOf(transaction, text) : [],
    codes: await codesOf(transaction, text, today),
  };
}

async function claimsOf(
  transaction: PracticeTransaction,
  text: string,
): Promise<FoundAnswer["claims"]> {
  const { practiceId } = transaction;
  const number = controlNumberKey(text);
  const byNumber =
    number === ""
      ? sql`select claim_id from claims where false`
      : sql`select claim_id from claims where practice_id = ${practiceId}
          and ${beginsWith(sql`control_number_key`, number)} limit ${mostShown}`;
  return transaction.query(sql`
    with meant as materialized (
      (${byNumber}) union
      (select claim_id from claims where practice_id = ${practiceId}
        and ${beginsWith(sql`payer_claim_control_number`, text.toUpperCase())} limit ${mostShown}))
    select c.claim_id as id, c.patient_control_number as "patientControlNumber",
      c.payer_claim_control_number as "payerClaimControlNumber",
      concat_ws(', ', p.last_name, p.first_name) as "patientName",
      c.service_from as "serviceFrom", c.state
    from meant
    join claims c on c.practice_id = ${practiceId} and c.claim_id = meant.claim_id
    join patients p on p.practice_id = ${practiceId} and p.patient_id = c.patient_id
    order by c.control_number_key, c.claim_id limit ${mostShown}`);
}

async function paymentsOf(
  transaction: PracticeTransaction,
  text: string,
): Promise<FoundAnswer["payments"]> {
  const { practiceId } = transaction;
  return transaction.query(sql`
    (select 'remittance' as kind, m.remittance_id as id, m.trace_number as "traceNumber",
      payer.name as payer, m.effective_on as on, m.paid_cents as cents
    from remittances m
    join payers payer on payer.practice_id = m.practice_id and payer.payer_id = m.payer_id
    where m.practice_id = ${practiceId} and ${beginsWith(sql`m.trace_number`, text)}
    order by m.effective_on desc, m.remittance_id desc limit ${mostShown})
    union all
    (select 'deposit', d.bank_deposit_id, d.trace_number, d.payer_name, d.deposited_on, d.cents
    from bank_deposits d
    where d.practice_id = ${practiceId} and ${beginsWith(sql`d.trace_number`, text)}
      and d.taken_back_on is null
    order by d.deposited_on desc, d.bank_deposit_id desc limit ${mostShown})`);
}

/** A code is looked up where one may be meant: letters with a digit, short. */
async function codesOf(
  transaction: PracticeTransaction,
  typed: string,
  on: string,
): Promise<FoundAnswer["codes"]> {
  if (!/^(?=.*\d)[A-Za-z0-9.]{3,8}$/.test(typed)) return [];
  const found = await searchCodes(transaction, { typed, on }, { limit: mostShown });
  return found.rows.map(({ codeSet, code, label }) => ({ codeSet, code, label }));
}
