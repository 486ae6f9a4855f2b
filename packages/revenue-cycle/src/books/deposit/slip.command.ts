import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork } from "../../work/work-item/work-item.store.ts";
import { lockBooks } from "../period/period.store.ts";
import { judgeSlip, type SlipRefusalCode, type WantedSlip } from "./decide-slip.ts";
import { depositKey } from "./enter-deposit.command.ts";
import { isTiedElsewhere, matchSlips, paymentsForSlip } from "./slip.store.ts";

type MakeSlip =
  | { readonly is: "made"; readonly slipId: number }
  | { readonly is: "refused"; readonly code: SlipRefusalCode | "slip_known" };

/**
 * Puts payments of patients on a deposit slip and ties it to the bank's line, if that is on file. It
 * moves no money: the payment posted the cash, and the bank only confirms it.
 */
export async function makeSlip(
  transaction: PracticeTransaction,
  wanted: WantedSlip,
  today: string,
): Promise<MakeSlip> {
  await lockBooks(transaction);
  const { practiceId, actor } = transaction;
  const payments = await paymentsForSlip(transaction, wanted.paymentIds);
  const code = judgeSlip(wanted, payments, today);
  if (code !== undefined) return { is: "refused", code };
  const [slipId = 0] = await transaction.reserveIds("deposit_slips", "deposit_slip_id", 1);
  const written = await transaction.execute(sql`
    insert into deposit_slips (practice_id, deposit_slip_id, number, deposited_on, cents, made_by)
    values (${practiceId}, ${slipId}, ${wanted.number}, ${wanted.on}::date, ${wanted.totalCents},
      ${actor})
    on conflict do nothing`);
  if (written === 0) return { is: "refused", code: "slip_known" };
  await transaction.execute(sql`
    update patient_payments set deposit_slip_id = ${slipId}
    where practice_id = ${practiceId}
      and patient_payment_id = any (${[...wanted.paymentIds]}::bigint[])`);
  await matchSlips(transaction);
  const change = { cents: wanted.totalCents, payments: payments.length };
  await tell(transaction, { kind: "deposit-slip-made", slipId, change, on: wanted.on });
  return { is: "made", slipId };
}

export type ChangeSlip =
  | { readonly is: "changed" }
  | {
      readonly is: "refused";
      readonly code:
        | "slip_unknown"
        | "slip_at_bank"
        | "slip_not_by_person"
        | "deposit_unknown"
        | "deposit_matched"
        | "deposit_amount_differs";
    };

const refused = (code: Extract<ChangeSlip, { is: "refused" }>["code"]): ChangeSlip => ({
  is: "refused",
  code,
});

/**
 * Takes back a slip that the bank has not shown: its payments wait for another. Saying the same again
 * changes nothing.
 */
export async function takeBackSlip(
  transaction: PracticeTransaction,
  slipId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<ChangeSlip> {
  await lockBooks(transaction);
  const slip = await lockSlip(transaction, slipId);
  if (slip === undefined) return refused("slip_unknown");
  if (slip.is_taken_back) return { is: "changed" };
  if (slip.bank_deposit_id !== null) return refused("slip_at_bank");
  const { practiceId, actor } = transaction;
  await transaction.execute(sql`
    update deposit_slips set taken_back_on = ${today}::date, taken_back_by = ${actor},
      take_back_reason = ${reason}
    where practice_id = ${practiceId} and deposit_slip_id = ${slipId}`);
  await transaction.execute(sql`
    update patient_payments set deposit_slip_id = null
    where practice_id = ${practiceId} and deposit_slip_id = ${slipId}`);
  const change = { cents: slip.cents };
  await tell(transaction, { kind: "deposit-slip-taken-back", slipId, change, on: today });
  return { is: "changed" };
}

/** Ties a slip to the bank's line of exactly its amount that a person names. Again changes nothing. */
export async function matchSlip(
  transaction: PracticeTransaction,
  slipId: number,
  depositId: number,
): Promise<ChangeSlip> {
  await lockBooks(transaction);
  const slip = await lockSlip(transaction, slipId);
  if (slip === undefined || slip.is_taken_back) return refused("slip_unknown");
  if (slip.bank_deposit_id === depositId) return { is: "changed" };
  if (slip.bank_deposit_id !== null) return refused("slip_at_bank");
  const { practiceId, actor } = transaction;
  const line = await transaction.maybeOne<{ cents: number; is_tied: boolean }>(sql`
    select d.cents, d.remittance_id is not null or ${isTiedElsewhere} as is_tied
    from bank_deposits d
    where d.practice_id = ${practiceId} and d.bank_deposit_id = ${depositId}
      and d.taken_back_on is null for update of d`);
  if (line === undefined) return refused("deposit_unknown");
  if (line.is_tied) return refused("deposit_matched");
  if (line.cents !== slip.cents) return refused("deposit_amount_differs");
  await transaction.execute(sql`
    update deposit_slips set bank_deposit_id = ${depositId}, matched_by = ${actor}
    where practice_id = ${practiceId} and deposit_slip_id = ${slipId}`);
  await closeWork(transaction, "deposit-unmatched", [depositKey(depositId)]);
  const change = { depositId, cents: slip.cents };
  await tell(transaction, { kind: "deposit-slip-matched", slipId, change, on: slip.deposited_on });
  return { is: "changed" };
}

/** Takes a person's match of a slip back; what numbers matched stays. */
export async function unmatchSlip(
  transaction: PracticeTransaction,
  slipId: number,
): Promise<ChangeSlip> {
  await lockBooks(transaction);
  const slip = await lockSlip(transaction, slipId);
  if (slip === undefined) return refused("slip_unknown");
  const { bank_deposit_id: depositId } = slip;
  if (depositId === null) return { is: "changed" };
  if (slip.matched_by === "") return refused("slip_not_by_person");
  await transaction.execute(sql`
    update deposit_slips set bank_deposit_id = null, matched_by = ''
    where practice_id = ${transaction.practiceId} and deposit_slip_id = ${slipId}`);
  const change = { depositId, cents: slip.cents };
  await tell(transaction, {
    kind: "deposit-slip-unmatched",
    slipId,
    change,
    on: slip.deposited_on,
  });
  return { is: "changed" };
}

type SlipRow = {
  readonly cents: number;
  readonly deposited_on: string;
  readonly bank_deposit_id: number | null;
  readonly matched_by: string;
  readonly is_taken_back: boolean;
};

function lockSlip(transaction: PracticeTransaction, slipId: number) {
  return transaction.maybeOne<SlipRow>(sql`
    select cents, deposited_on, bank_deposit_id, matched_by, taken_back_on is not null as is_taken_back
    from deposit_slips
    where practice_id = ${transaction.practiceId} and deposit_slip_id = ${slipId} for update`);
}

type Told = {
  readonly kind: string;
  readonly slipId: number;
  readonly change: Readonly<Record<string, number>>;
  readonly on: string;
};

function tell(transaction: PracticeTransaction, { kind, slipId, change, on }: Told): Promise<void> {
  return appendEvents(transaction, [
    { kind, subjectKind: "deposit-slip", subjectId: slipId, change, effectiveOn: on },
  ]);
}
