import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { loadAccounts } from "../account/account.store.ts";
import { closedMonths, lockBooks } from "../period/period.store.ts";
import { enterPostings, type PostingEntry } from "../transfer/transfer.store.ts";
import {
  type DepositItem,
  type DepositRefusalCode,
  judgeDeposit,
  type TypedDeposit,
} from "./decide-deposit.ts";
import { matchDeposits } from "./record-deposits.command.ts";

export type EnterDepositResult =
  | { readonly is: "entered"; readonly depositIds: readonly number[] }
  | {
      readonly is: "refused";
      readonly code: DepositRefusalCode | "deposit_known";
      /** The deposit that looks like the one typed. */
      readonly depositId?: number;
    };

/** What a deposit is called where its postings name their cause. */
export const depositKey = (depositId: number): string => `deposit:${depositId}`;

/**
 * Enters a deposit that a person typed in, and ties it to remittances by the rules of bank files. The
 * deposit moves nothing: cash is posted by the remittance. What a card network kept of it is a transfer
 * of its own, from cash to fees. One that looks like a deposit on file is refused until the person says
 * that it is another.
 */
export async function enterDeposit(
  transaction: PracticeTransaction,
  deposit: TypedDeposit,
  { today, isAnother }: { readonly today: string; readonly isAnother: boolean },
): Promise<EnterDepositResult> {
  const code = judgeDeposit(deposit, today);
  if (code !== undefined) return { is: "refused", code };
  await lockBooks(transaction);
  const known = isAnother ? undefined : await knownDeposit(transaction, deposit);
  if (known !== undefined) return { is: "refused", code: "deposit_known", depositId: known };
  const count = deposit.items.length;
  const depositIds = await transaction.reserveIds("bank_deposits", "bank_deposit_id", count);
  const items = deposit.items.map((item, index) => ({ ...item, id: depositIds[index] ?? 0 }));
  const feePostings = await enterFees(transaction, deposit.on, items);
  for (const item of items) {
    await insertDeposit(transaction, deposit, { ...item, feePostingId: feePostings.get(item.id) });
  }
  await matchDeposits(transaction);
  await appendEvents(
    transaction,
    items.map(({ id, cents, feeCents }) => ({
      kind: "deposit-entered",
      subjectKind: "deposit",
      subjectId: id,
      change: { way: deposit.way, cents, feeCents },
      effectiveOn: deposit.on,
    })),
  );
  return { is: "entered", depositIds };
}

/** A deposit on file of one of these amounts and numbers, at most five days apart. */
async function knownDeposit(
  transaction: PracticeTransaction,
  { on, items }: TypedDeposit,
): Promise<number | undefined> {
  const row = await transaction.maybeOne<{ id: number }>(sql`
    select d.bank_deposit_id as id
    from unnest(${items.map(({ cents }) => cents)}::bigint[],
      ${items.map(({ reference }) => reference)}::text[],
      ${items.map(({ payerName }) => payerName)}::text[]) as typed (cents, reference, payer_name)
    join bank_deposits d on d.cents - d.fee_cents = typed.cents
      and d.trace_number = typed.reference
      and (typed.reference <> '' or upper(d.payer_name) = upper(typed.payer_name))
      and d.deposited_on between ${on}::date - 5 and ${on}::date + 5
    where d.practice_id = ${transaction.practiceId} and d.taken_back_on is null
    order by d.bank_deposit_id limit 1`);
  return row?.id;
}

type NumberedItem = DepositItem & { readonly id: number };

/** Enters what was kept of each deposit, and returns the posting by deposit. */
async function enterFees(
  transaction: PracticeTransaction,
  on: string,
  items: readonly NumberedItem[],
): Promise<Map<number, number>> {
  const kept = items.filter(({ feeCents }) => feeCents > 0);
  if (kept.length === 0) return new Map();
  const books = {
    accounts: await loadAccounts(transaction),
    closedMonths: await closedMonths(transaction),
  };
  const postingIds = await transaction.reserveIds("postings", "posting_id", kept.length);
  const entries = kept.map(
    ({ id, feeCents }, index): PostingEntry => ({
      postingId: postingIds[index] ?? 0,
      kind: "deposit-fee",
      on,
      reason: depositKey(id),
      transfers: [
        {
          debit: "fee-expense",
          credit: "cash",
          cents: feeCents,
          claimId: undefined,
          lineNumber: undefined,
        },
      ],
    }),
  );
  await enterPostings(transaction, books, entries);
  return new Map(kept.map(({ id }, index) => [id, postingIds[index] ?? 0]));
}

async function insertDeposit(
  transaction: PracticeTransaction,
  { way, on, batch }: TypedDeposit,
  item: NumberedItem & { readonly feePostingId: number | undefined },
): Promise<void> {
  const { practiceId, actor } = transaction;
  const { id, cents, feeCents, reference, payerName, feePostingId } = item;
  const paid = cents + feeCents;
  await transaction.execute(sql`
    insert into bank_deposits (practice_id, bank_deposit_id, deposited_on, cents, fee_cents,
      fee_posting_id, trace_number, payer_name, type, batch_number, typed_by, typed_at, occurrence)
    select ${practiceId}, ${id}, ${on}::date, ${paid}, ${feeCents}, ${feePostingId ?? null},
      ${reference}, ${payerName}, ${way}, ${batch?.number ?? null}, ${actor}, now(),
      coalesce(max(occurrence), 0) + 1
    from bank_deposits
    where practice_id = ${practiceId} and deposited_on = ${on}::date and cents = ${paid}
      and trace_number = ${reference} and payer_name = ${payerName} and type = ${way}
      and taken_back_on is null`);
}
