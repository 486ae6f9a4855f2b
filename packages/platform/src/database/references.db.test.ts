import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/test-database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.query(`
    insert into practices (practice_id, public_id, name) values (1, gen_random_uuid(), 'One'), (2, gen_random_uuid(), 'Two');
    insert into accounts (practice_id, account_id, kind, name) values (1, 1, 'cash', 'Cash'), (1, 2, 'charges', 'Charges');
    insert into payers (practice_id, payer_id, identifier_key, name) values (1, 1, 'P', 'P'), (2, 2, 'Q', 'Q');
    insert into patients (practice_id, patient_id, identity_key, last_name, last_name_key, first_name_key)
      values (1, 1, 'i', 'A', 'a', ''), (2, 2, 'j', 'B', 'b', '');`);
});
afterAll(() => database.drop());

/** Tables that files fill, and how many of their references a statement checks. */
const checked: Readonly<Record<string, number>> = {
  claim_submissions: 2,
  claims: 4,
  denials: 2,
  events: 1,
  patients: 1,
  postings: 1,
  receivables: 1,
  remittance_claims: 2,
  remittance_lines: 1,
  service_lines: 1,
};

const orphans: readonly (readonly [string, string])[] = [
  [
    "patients_practice_id_fkey",
    "insert into patients (practice_id, identity_key, last_name, last_name_key, first_name_key) values (9, 'k', 'C', 'c', '')",
  ],
  [
    "service_lines_claim",
    "insert into service_lines (practice_id, claim_id, line_number, charged_cents) values (1, 77, 1, 100)",
  ],
  [
    "receivables_claim",
    "insert into receivables (practice_id, claim_id, line_number) values (1, 77, 1)",
  ],
  [
    "postings_practice_id_fkey",
    "insert into postings (practice_id, kind, effective_on, actor) values (9, 'charge', '2026-01-01', 'test')",
  ],
  [
    "events_practice_id_fkey",
    "insert into events (practice_id, kind, subject_kind, subject_id, actor) values (9, 'x', 'claim', 1, 'test')",
  ],
  [
    "remittance_lines_claim",
    "insert into remittance_lines (practice_id, remittance_id, claim_number, remittance_line_number, charged_cents, paid_cents, segment_from, segment_to) values (1, 77, 1, 1, 1, 1, 1, 1)",
  ],
];

describe("references of the tables that files fill", () => {
  test("are checked by statement, all of them", async () => {
    const { rows } = await database.owner.query(
      "select tgrelid::regclass::text as name, tgnargs / 2 as references from pg_trigger where tgname = 'check_references' order by 1",
    );
    expect(Object.fromEntries(rows.map((row) => [row.name, row.references]))).toEqual(checked);
  });

  test.each(orphans)("%s refuses a row that leads nowhere", async (constraint, insert) => {
    await expect(database.owner.query(insert)).rejects.toMatchObject({ code: "23503", constraint });
  });

  test("a claim refers to a payer and a patient of its own practice, when written and when changed", async () => {
    const claim = (payerId: number, patientId: number) => `
      insert into claims (practice_id, kind, patient_control_number, control_number_key, frequency_code, state, payer_id,
        coverage_sequence, patient_id, charged_cents, content_sha256, transaction_set_id, segment_from, segment_to, byte_from, byte_to)
      values (1, 'professional', 'A1', 'A1', '1', 'submitted', ${payerId}, 'P', ${patientId}, 100, '', 1, 1, 1, 0, 1)`;
    await expect(database.owner.query(claim(2, 1))).rejects.toMatchObject({
      constraint: "claims_payer",
    });
    await expect(database.owner.query(claim(1, 2))).rejects.toMatchObject({
      constraint: "claims_patient",
    });
    await expect(database.owner.query(claim(1, 1))).rejects.toMatchObject({
      constraint: "claims_transaction_set",
    });
  });

  test("a transfer moves the claim of its posting and no other", async () => {
    await database.owner.query(
      "insert into postings (practice_id, posting_id, kind, effective_on, actor) values (1, 1, 'transfer', '2026-01-01', 'test')",
    );
    const transfer = (postingId: number, claim: string) => `
      insert into transfers (practice_id, posting_id, claim_id, line_number, debit_account_id, credit_account_id, cents, effective_on)
      values (1, ${postingId}, ${claim}, 1, 2, 100, '2026-01-01')`;
    await database.owner.query(transfer(1, "null, null"));
    for (const wrong of [transfer(1, "5, 1"), transfer(3, "null, null")]) {
      await expect(database.owner.query(wrong)).rejects.toMatchObject({
        constraint: "transfers_posting_exists",
      });
    }
  });
});
