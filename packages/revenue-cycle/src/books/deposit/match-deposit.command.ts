import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork } from "../../work/work-item/work-item.store.ts";
import { lockBooks } from "../period/period.store.ts";
import { isTiedElsewhere } from "./slip.store.ts";

export type DepositRefusal =
  | "deposit_unknown"
  | "deposit_matched"
  | "deposit_not_by_person"
  | "remittance_unknown"
  | "remittance_deposited"
  | "deposit_amount_differs";

export type DepositMatch =
  | { readonly is: "matched" | "unmatched" }
  | { readonly is: "refused"; readonly code: DepositRefusal };

type Deposit = {
  cents: number;
  deposited_on: string;
  remittance_id: number | null;
  matched_by: string;
  /** It is a slip of patients' money or a card gateway's deposit. */
  is_tied: boolean;
};

/**
 * Ties a deposit to the remittance of exactly its amount that a person names. It moves no money: the
 * remittance posted it, the deposit confirms it. Saying the same again changes nothing.
 */
export async function matchDeposit(
  transaction: PracticeTransaction,
  depositId: number,
  remittanceId: number,
): Promise<DepositMatch> {
  await lockBooks(transaction);
  const deposit = await readDeposit(transaction, depositId);
  if (deposit === undefined) return { is: "refused", code: "deposit_unknown" };
  if (deposit.remittance_id === remittanceId) return { is: "matched" };
  if (deposit.remittance_id !== null || deposit.is_tied) {
    return { is: "refused", code: "deposit_matched" };
  }
  const { practiceId, actor } = transaction;
  const remittance = await transaction.maybeOne<{ paid_cents: number; is_deposited: boolean }>(sql`
    select m.paid_cents, exists (select from bank_deposits other
        where other.practice_id = m.practice_id and other.remittance_id = m.remittance_id)
      as is_deposited
    from remittances m
    where m.practice_id = ${practiceId} and m.remittance_id = ${remittanceId}
      and m.verdict not in ('duplicate', 'refused')`);
  if (remittance === undefined) return { is: "refused", code: "remittance_unknown" };
  if (remittance.is_deposited) return { is: "refused", code: "remittance_deposited" };
  if (remittance.paid_cents !== deposit.cents) {
    return { is: "refused", code: "deposit_amount_differs" };
  }
  await transaction.execute(sql`
    update bank_deposits set remittance_id = ${remittanceId}, matched_by = ${actor}
    where practice_id = ${practiceId} and bank_deposit_id = ${depositId}`);
  await tell(transaction, { kind: "deposit-matched", depositId, remittanceId, deposit });
  await closeWork(transaction, "deposit-unmatched", [`deposit:${depositId}`]);
  return { is: "matched" };
}

/** Takes a person's match back; what numbers matched stays. */
export async function unmatchDeposit(
  transaction: PracticeTransaction,
  depositId: number,
): Promise<DepositMatch> {
  await lockBooks(transaction);
  const deposit = await readDeposit(transaction, depositId);
  if (deposit === undefined) return { is: "refused", code: "deposit_unknown" };
  const { remittance_id: remittanceId } = deposit;
  if (remittanceId === null) return { is: "unmatched" };
  if (deposit.matched_by === "") return { is: "refused", code: "deposit_not_by_person" };
  await transaction.execute(sql`
    update bank_deposits set remittance_id = null, matched_by = ''
    where practice_id = ${transaction.practiceId} and bank_deposit_id = ${depositId}`);
  await tell(transaction, { kind: "deposit-unmatched", depositId, remittanceId, deposit });
  return { is: "unmatched" };
}

async function readDeposit(
  transaction: PracticeTransaction,
  depositId: number,
): Promise<Deposit | undefined> {
  return transaction.maybeOne<Deposit>(sql`
    select d.cents, d.deposited_on, d.remittance_id, d.matched_by, ${isTiedElsewhere} as is_tied
    from bank_deposits d
    where d.practice_id = ${transaction.practiceId} and d.bank_deposit_id = ${depositId}
      and d.taken_back_on is null
    for update of d`);
}

type Told = {
  readonly kind: string;
  readonly depositId: number;
  readonly remittanceId: number;
  readonly deposit: Deposit;
};

async function tell(
  transaction: PracticeTransaction,
  { kind, depositId, remittanceId, deposit }: Told,
): Promise<void> {
  const change = { remittanceId, cents: deposit.cents };
  const effectiveOn = deposit.deposited_on;
  await appendEvents(transaction, [
    { kind, subjectKind: "deposit", subjectId: depositId, change, effectiveOn },
  ]);
}
