import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork } from "../../work/work-item/work-item.store.ts";
import { loadAccounts } from "../account/account.store.ts";
import { firstOfMonth } from "../period/open-period.ts";
import { closedMonths, lockBooks } from "../period/period.store.ts";
import { enterPostings } from "../transfer/transfer.store.ts";
import { depositKey } from "./enter-deposit.command.ts";

export type TakeBackDeposit =
  | { readonly is: "taken-back" }
  | {
      readonly is: "refused";
      readonly code: "deposit_unknown" | "deposit_from_file" | "deposit_month_closed";
    };

type DepositRow = {
  readonly cents: number;
  readonly deposited_on: string;
  readonly fee_posting_id: number | null;
  readonly is_typed: boolean;
  readonly is_taken_back: boolean;
};

/**
 * Takes back a deposit that a person typed in, while its month is open: its remittance waits for the
 * bank again, and the fee returns by a mirror of its transfer. What a bank file says stays. Saying the
 * same again changes nothing.
 */
export async function takeBackDeposit(
  transaction: PracticeTransaction,
  depositId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<TakeBackDeposit> {
  await lockBooks(transaction);
  const { practiceId, actor } = transaction;
  const deposit = await transaction.maybeOne<DepositRow>(sql`
    select cents, deposited_on, fee_posting_id, file_id is null as is_typed,
      taken_back_on is not null as is_taken_back
    from bank_deposits
    where practice_id = ${practiceId} and bank_deposit_id = ${depositId} for update`);
  if (deposit === undefined) return { is: "refused", code: "deposit_unknown" };
  if (!deposit.is_typed) return { is: "refused", code: "deposit_from_file" };
  if (deposit.is_taken_back) return { is: "taken-back" };
  const closed = await closedMonths(transaction);
  if (closed.has(firstOfMonth(deposit.deposited_on))) {
    return { is: "refused", code: "deposit_month_closed" };
  }
  await transaction.execute(sql`
    update bank_deposits set remittance_id = null, matched_by = '', taken_back_on = ${today}::date,
      taken_back_by = ${actor}, take_back_reason = ${reason}
    where practice_id = ${practiceId} and bank_deposit_id = ${depositId}`);
  // A slip and a card gateway's deposit wait for the bank's line again.
  await transaction.execute(sql`
    update deposit_slips set bank_deposit_id = null, matched_by = ''
    where practice_id = ${practiceId} and bank_deposit_id = ${depositId}`);
  await returnFee(transaction, depositId, { ...deposit, closed });
  await closeWork(transaction, "deposit-unmatched", [depositKey(depositId)]);
  await appendEvents(transaction, [
    {
      kind: "deposit-taken-back",
      subjectKind: "deposit",
      subjectId: depositId,
      change: { cents: deposit.cents },
      effectiveOn: today,
    },
  ]);
  return { is: "taken-back" };
}

/** Mirrors the transfer of the fee on its own day, whose month is open. */
async function returnFee(
  transaction: PracticeTransaction,
  depositId: number,
  deposit: DepositRow & { readonly closed: ReadonlySet<string> },
): Promise<void> {
  const { fee_posting_id: feePostingId, closed, deposited_on: on } = deposit;
  if (feePostingId === null) return;
  const fee = await transaction.one<{ transfer_id: number; cents: number }>(sql`
    select transfer_id, cents from transfers
    where practice_id = ${transaction.practiceId} and posting_id = ${feePostingId}`);
  const [postingId = 0] = await transaction.reserveIds("postings", "posting_id", 1);
  const books = { accounts: await loadAccounts(transaction), closedMonths: closed };
  await enterPostings(transaction, books, [
    {
      postingId,
      kind: "reversal",
      on,
      reason: depositKey(depositId),
      reversesPostingId: feePostingId,
      transfers: [
        {
          debit: "cash",
          credit: "fee-expense",
          cents: fee.cents,
          claimId: undefined,
          lineNumber: undefined,
          reversesTransferId: fee.transfer_id,
        },
      ],
    },
  ]);
}
