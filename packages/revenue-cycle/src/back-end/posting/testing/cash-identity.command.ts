import { sql } from "@headwater/platform/database/sql.ts";
import { expect } from "vitest";
import { cashTotals, searchCash } from "../../../books/cash/search-cash.query.ts";
import type { ExamplePractice } from "./practice-books.command.ts";

const today = "2026-04-01";

/**
 * Cash clearing from the movements and from the items of the board: what remittances and patients' payments
 * brought into cash, less what the bank has. Returns it, in cents.
 */
export async function expectCashIdentity(practice: ExamplePractice): Promise<number> {
  const { practiceId } = practice;
  return practice.act(async (transaction) => {
    const moved = await transaction.one<{ posted: number; deposited: number }>(sql`
      select (select coalesce(sum(case when d.kind = 'cash' then t.cents else -t.cents end), 0)::bigint
          from postings p join transfers t using (practice_id, posting_id)
          join accounts d on d.practice_id = t.practice_id and d.account_id = t.debit_account_id
          join accounts c on c.practice_id = t.practice_id and c.account_id = t.credit_account_id
          where p.practice_id = ${practiceId}
            and (p.remittance_id is not null or p.reason like 'patient-payment:%')
            and 'cash' in (d.kind, c.kind)) as posted,
        (select coalesce(sum(cents), 0)::bigint from bank_deposits
          where practice_id = ${practiceId} and taken_back_on is null) as deposited`);
    const totals = await cashTotals(transaction, {});
    const { rows } = await searchCash(transaction, {}, { limit: 200, today });
    const clearing = moved.posted - moved.deposited;
    expect(totals.postedCents).toBe(moved.posted);
    expect(totals.bankCents + totals.feeCents).toBe(moved.deposited);
    const itemised = rows.reduce((sum, row) => sum - row.unexplainedCents, 0);
    expect(itemised).toBe(clearing);
    const sum = (states: readonly string[]) =>
      rows
        .filter(({ state }) => states.includes(state))
        .reduce((total, row) => total - row.unexplainedCents, 0);
    expect(totals.notDepositedCents).toBe(sum(["no-deposit"]));
    expect(totals.notPostedCents).toBe(0 - sum(["no-remittance", "not-posted"]));
    expect(clearing).toBe(totals.notDepositedCents - totals.notPostedCents);
    for (const row of rows) if (row.state === "agrees") expect(row.unexplainedCents).toBe(0);
    for (const unexplained of ["not-deposited", "not-posted"] as const) {
      const page = { limit: 200, today, withTotal: true };
      const { total } = await searchCash(transaction, { unexplained }, page);
      expect(total?.cents ?? 0).toBe(
        unexplained === "not-posted" ? totals.notPostedCents : totals.notDepositedCents,
      );
    }
    return clearing;
  });
}
