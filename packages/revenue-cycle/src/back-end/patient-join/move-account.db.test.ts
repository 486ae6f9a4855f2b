import { sql } from "@headwater/platform/database/sql.ts";
import {
  createTestDatabase,
  type TestDatabase,
} from "@headwater/platform/testing/test-database.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ExamplePractice } from "../posting/testing/practice-books.command.ts";
import { moveAccount, moveAccountBack } from "./move-account.store.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("payments by card go with the account, those that wait for the gateway too, and come back with it", async () => {
  const practice = await ExamplePractice.create(database);
  const { practiceId } = practice;
  await practice.act(async (transaction) => {
    const guarantor = async (lastName: string) =>
      (
        await transaction.one<{ id: number }>(sql`
          insert into guarantors (practice_id, last_name) values (${practiceId}, ${lastName})
          returning guarantor_id as id`)
      ).id;
    const [kept, joined] = [await guarantor("KEPT"), await guarantor("JOINED")];
    await transaction.execute(sql`
      insert into card_payments (practice_id, request_key, gateway, guarantor_id, cents, card_token,
        place, wish, asked_on, asked_by)
      values (${practiceId}, 'one', 'test', ${joined}, 2000, 'tok_late', 'desk', '{"by":"rule"}',
        '2026-04-01', 'test')`);
    const owner = () =>
      transaction.one<{ id: number }>(sql`
        select guarantor_id as id from card_payments where practice_id = ${practiceId}`);
    const moved = await moveAccount(transaction, { kept, joined }, 0);
    expect(moved?.cardPayments).toHaveLength(1);
    expect(await owner()).toEqual({ id: kept });
    await moveAccountBack(transaction, moved);
    expect(await owner()).toEqual({ id: joined });
    // What was noted before payments by card went along has none.
    await moveAccountBack(transaction, { id: joined, payments: [], statements: [], holds: [] });
    expect(await owner()).toEqual({ id: joined });
  });
});
