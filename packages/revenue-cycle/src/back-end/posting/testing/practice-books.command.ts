import { randomUUID } from "node:crypto";
import { sql } from "@headwater/platform/database/sql.ts";
import {
  type PracticeTransaction,
  withNoPractice,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import { createAccounts, loadAccounts } from "../../../books/account/account.store.ts";
import { closedMonths } from "../../../books/period/period.store.ts";
import { postCharges } from "../../../books/receivable/post-charges.command.ts";
import { controlNumberKey } from "../../../masters/identifier-key.ts";
import { matchWaitingRemittances } from "../match-waiting-remittances.command.ts";
import { type PostRemittanceResult, postRemittanceSet } from "../post-remittance.command.ts";
import { type ExampleRemittance, exampleEvents } from "./example-remittance.ts";

type Database = Parameters<typeof withPractice>[0];

/** A claim of an example practice. */
export type ExampleOwnClaim = {
  readonly number: string;
  readonly lines: readonly {
    readonly code?: string;
    readonly charged: number;
    readonly control?: string;
  }[];
  readonly patient?: readonly [last: string, first: string];
  readonly furtherPayers?: number;
  readonly coverage?: string;
  readonly submittedOn?: string;
  /** The number of the claim that this one replaces. */
  readonly replaces?: string;
  readonly version?: number;
};

/** A practice with accounts and nothing else, in which examples are recorded and posted. */
export class ExamplePractice {
  readonly practiceId: number;
  readonly #database: Database;

  constructor(database: Database, practiceId: number) {
    this.#database = database;
    this.practiceId = practiceId;
  }

  static async create(database: Database): Promise<ExamplePractice> {
    const practiceId = await withNoPractice(database, { actor: "test" }, async (transaction) => {
      const row = await transaction.one<{ practice_id: number }>(sql`
        insert into practices (public_id, name) values (${randomUUID()}, ${`Example ${randomUUID()}`})
        returning practice_id`);
      return row.practice_id;
    });
    const practice = new ExamplePractice(database, practiceId);
    await practice.act(async (transaction) => {
      await createAccounts(transaction, practiceId);
      await transaction.execute(sql`
        insert into payees (practice_id, identifier, kind) values (${practiceId}, '1234567893', 'npi')`);
    });
    return practice;
  }

  act<Result>(work: (transaction: PracticeTransaction) => Promise<Result>): Promise<Result> {
    return this.actAs("test", work);
  }

  /** Acts as somebody, named as in events: `user:1`. */
  actAs<Result>(
    actor: string,
    work: (transaction: PracticeTransaction) => Promise<Result>,
  ): Promise<Result> {
    const scope = { practiceId: this.practiceId, actor };
    return withPractice(this.#database, { ...scope, retry: { attempts: 5 } }, work);
  }

  /** Records claims as an 837 would, with their charges, and posts what waited for them. */
  async record(...claims: readonly ExampleOwnClaim[]): Promise<number[]> {
    return this.act(async (transaction) => {
      const ids: number[] = [];
      const transactionSetId = await addTransactionSet(transaction, "837P");
      const touched = new Set<number>();
      for (const claim of claims) {
        const claimId = await insertClaim(transaction, transactionSetId, claim);
        ids.push(claimId);
        touched.add(claimId);
      }
      const books = {
        accounts: await loadAccounts(transaction),
        closedMonths: await closedMonths(transaction),
      };
      await postCharges(
        transaction,
        books,
        claims.map((claim, index) => ({
          claimId: ids[index] ?? 0,
          on: claim.submittedOn ?? "2026-02-01",
          transactionSetId,
          segmentFrom: 1,
          segmentTo: 1,
          lines: claim.lines.map(({ charged }, position) => ({
            lineNumber: position + 1,
            chargedCents: charged,
          })),
        })),
      );
      await matchWaitingRemittances(transaction, [...touched]);
      return ids;
    });
  }

  /** Posts an example remittance as one set of a file of its own. */
  async post(example: ExampleRemittance): Promise<PostRemittanceResult> {
    return this.act(async (transaction) => {
      const transactionSetId = await addTransactionSet(transaction, "835");
      const events = exampleEvents(example);
      return postRemittanceSet(transaction, {
        transactionSetId,
        readEvents: async function* () {
          yield events;
        },
      });
    });
  }

  /** Adds a file row and returns its id. */
  addFile(): Promise<number> {
    return this.act((transaction) => addFile(transaction));
  }
}

async function addFile(transaction: PracticeTransaction): Promise<number> {
  const { practiceId } = transaction;
  const { import_id: importId } = await transaction.one<{ import_id: number }>(sql`
    insert into imports (practice_id, public_id, source, actor)
    values (${practiceId}, ${randomUUID()}, 'command-line', 'test') returning import_id`);
  const { file_id: fileId } = await transaction.one<{ file_id: number }>(sql`
    insert into files (practice_id, public_id, import_id, name)
    values (${practiceId}, ${randomUUID()}, ${importId}, 'example') returning file_id`);
  return fileId;
}

async function addTransactionSet(transaction: PracticeTransaction, kind: string): Promise<number> {
  const fileId = await addFile(transaction);
  const row = await transaction.one<{ transaction_set_id: number }>(sql`
    insert into transaction_sets (practice_id, file_id, set_number, kind, version,
      interchange_control_number, group_control_number, set_control_number, sender_id, receiver_id,
      segment_from, segment_to, byte_from, byte_to, verdict)
    values (${transaction.practiceId}, ${fileId}, 1, ${kind}, '005010', '1', '1', '0001', 'A', 'B',
      1, 1, 0, 0, 'recorded')
    returning transaction_set_id`);
  return row.transaction_set_id;
}

async function insertClaim(
  transaction: PracticeTransaction,
  transactionSetId: number,
  claim: ExampleOwnClaim,
): Promise<number> {
  const { practiceId } = transaction;
  const [last, first] = claim.patient ?? ["DOE", "JANE"];
  const charged = claim.lines.reduce((sum, line) => sum + line.charged, 0);
  await transaction.execute(sql`
    insert into payers (practice_id, identifier_key, identifier, name)
    values (${practiceId}, 'PAYER', 'PAYER', 'PAYER') on conflict do nothing`);
  await transaction.execute(sql`
    insert into patients (practice_id, identity_key, last_name, first_name, last_name_key, first_name_key)
    values (${practiceId}, ${`${last}|${first}`}, ${last}, ${first}, ${last}, ${first})
    on conflict do nothing`);
  const { claim_id: claimId } = await transaction.one<{ claim_id: number }>(sql`
    insert into claims (practice_id, kind, patient_control_number, control_number_key,
      billing_provider_npi, version, frequency_code, state, payer_id, coverage_sequence,
      further_payers, patient_id, service_from, service_through, charged_cents, content_sha256,
      submitted_on, replaces_claim_id, transaction_set_id, segment_from, segment_to, byte_from, byte_to)
    select ${practiceId}, 'professional', ${claim.number}, ${controlNumberKey(claim.number)},
      '1234567893', ${claim.version ?? 1}, ${claim.replaces === undefined ? "1" : "7"}, 'submitted',
      (select payer_id from payers where practice_id = ${practiceId} and identifier_key = 'PAYER'),
      ${claim.coverage ?? "P"}, ${claim.furtherPayers ?? 0},
      (select patient_id from patients where practice_id = ${practiceId}
        and identity_key = ${`${last}|${first}`}),
      '2026-01-15', '2026-01-15', ${charged}, 'sha', ${claim.submittedOn ?? "2026-02-01"},
      (select claim_id from claims where practice_id = ${practiceId}
        and patient_control_number = ${claim.replaces ?? ""}),
      ${transactionSetId}, 1, 1, 0, 0
    returning claim_id`);
  if (claim.replaces !== undefined) {
    await transaction.execute(sql`
      update claims set state = 'replaced', replaced_by_claim_id = ${claimId}
      where practice_id = ${practiceId} and patient_control_number = ${claim.replaces}
        and claim_id <> ${claimId}`);
  }
  await transaction.bulkInsert({
    table: "service_lines",
    columns: [
      "practice_id",
      "claim_id",
      "line_number",
      "line_item_control_number",
      "procedure_code",
      "charged_cents",
      "service_from",
    ],
    rows: claim.lines.map((line, index) => [
      practiceId,
      claimId,
      index + 1,
      line.control,
      line.code ?? "99213",
      line.charged,
      "2026-01-15",
    ]),
  });
  return claimId;
}
