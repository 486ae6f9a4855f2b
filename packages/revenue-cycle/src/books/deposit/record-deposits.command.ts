import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { isTiedElsewhere, matchSlips } from "./slip.store.ts";

/** A row of a bank file. */
export type DepositRow = {
  readonly rowNumber: number;
  readonly depositedOn: string;
  readonly cents: number;
  readonly traceNumber: string;
  readonly payerName: string;
  readonly type: string;
};

/**
 * Records deposits of a bank file. They move nothing: cash is posted by the remittance, and a deposit
 * only confirms it. The same row in another file is the same deposit; the same row twice in one file
 * is two.
 */
export async function recordDeposits(
  transaction: PracticeTransaction,
  fileId: number,
  rows: readonly DepositRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const untold = await confirmTyped(transaction, fileId, rows);
  const occurrences = await occurrencesInFile(transaction, fileId);
  await transaction.bulkInsert({
    table: "bank_deposits",
    columns: [
      "practice_id",
      "file_id",
      "row_number",
      "deposited_on",
      "cents",
      "trace_number",
      "payer_name",
      "type",
      "occurrence",
    ],
    rows: untold.map((row) => {
      const same = sameDeposit(row);
      const occurrence = (occurrences.get(same) ?? 0) + 1;
      occurrences.set(same, occurrence);
      return [
        transaction.practiceId,
        fileId,
        row.rowNumber,
        row.depositedOn,
        row.cents,
        row.traceNumber,
        row.payerName,
        row.type,
        occurrence,
      ];
    }),
    onConflict: "nothing",
  });
  await matchDeposits(transaction);
}

/**
 * Rows of a bank file that a person had typed in before confirm what was typed: the same amount at the
 * bank, the same number, five days apart at most. Returns the rows that nobody typed.
 */
async function confirmTyped(
  transaction: PracticeTransaction,
  fileId: number,
  rows: readonly DepositRow[],
): Promise<readonly DepositRow[]> {
  const { practiceId } = transaction;
  const told = await transaction.query<{ id: number; row_number: number }>(sql`
    select distinct on (row.row_number) d.bank_deposit_id as id, row.row_number
    from unnest(${rows.map(({ rowNumber }) => rowNumber)}::integer[],
      ${rows.map(({ depositedOn }) => depositedOn)}::date[],
      ${rows.map(({ cents }) => cents)}::bigint[],
      ${rows.map(({ traceNumber }) => traceNumber)}::text[])
      as row (row_number, deposited_on, cents, trace_number)
    join bank_deposits d on d.practice_id = ${practiceId} and d.trace_number = row.trace_number
      and d.cents - d.fee_cents = row.cents
      and d.deposited_on between row.deposited_on - 5 and row.deposited_on + 5
    where row.trace_number <> '' and d.typed_by is not null and d.taken_back_on is null
    order by row.row_number, d.bank_deposit_id`);
  for (const { id, row_number: rowNumber } of told) {
    await transaction.execute(sql`
      update bank_deposits set file_id = ${fileId}, row_number = ${rowNumber}
      where practice_id = ${practiceId} and bank_deposit_id = ${id} and file_id is null`);
  }
  const confirmed = new Set(told.map((each) => each.row_number));
  const untold = rows.filter(({ rowNumber }) => !confirmed.has(rowNumber));
  return untold.length === 0 ? untold : confirmBatches(transaction, fileId, untold);
}

/**
 * A bank shows the checks of a lockbox batch as one line. One that names a batch that was typed in, of
 * exactly its sum and five days from it at most, confirms all its checks; shown again, it is the same.
 * Returns the rows that confirm none.
 */
async function confirmBatches(
  transaction: PracticeTransaction,
  fileId: number,
  rows: readonly DepositRow[],
): Promise<readonly DepositRow[]> {
  const { practiceId } = transaction;
  const told = await transaction.query<{ ids: number[]; row_number: number }>(sql`
    select distinct on (batch.ids::text) batch.ids, row.row_number
    from unnest(${rows.map(({ rowNumber }) => rowNumber)}::integer[],
      ${rows.map(({ depositedOn }) => depositedOn)}::date[],
      ${rows.map(({ cents }) => cents)}::bigint[],
      ${rows.map(({ traceNumber }) => traceNumber)}::text[])
      as row (row_number, deposited_on, cents, trace_number)
    join (
      select d.batch_number, d.deposited_on, sum(d.cents - d.fee_cents) as cents,
        json_agg(d.bank_deposit_id order by d.bank_deposit_id) as ids
      from bank_deposits d
      where d.practice_id = ${practiceId} and d.batch_number <> '' and d.typed_by is not null
        and d.taken_back_on is null
      group by d.batch_number, d.deposited_on) batch
      on batch.batch_number = row.trace_number and batch.cents = row.cents
        and row.deposited_on between batch.deposited_on - 5 and batch.deposited_on + 5
    order by batch.ids::text, row.row_number`);
  for (const { ids, row_number: rowNumber } of told) {
    await transaction.execute(sql`
      update bank_deposits set file_id = ${fileId}, row_number = ${rowNumber}
      where practice_id = ${practiceId} and bank_deposit_id = any (${ids}::bigint[])
        and file_id is null`);
  }
  const confirmed = new Set(told.map((each) => each.row_number));
  return rows.filter(({ rowNumber }) => !confirmed.has(rowNumber));
}

function sameDeposit(row: Omit<DepositRow, "rowNumber">): string {
  return JSON.stringify([row.depositedOn, row.cents, row.traceNumber, row.payerName, row.type]);
}

async function occurrencesInFile(
  transaction: PracticeTransaction,
  fileId: number,
): Promise<Map<string, number>> {
  const rows = await transaction.query<{
    deposited_on: string;
    cents: number;
    trace_number: string;
    payer_name: string;
    type: string;
    occurrence: number;
  }>(sql`
    select deposited_on, cents, trace_number, payer_name, type, max(occurrence) as occurrence
    from bank_deposits where practice_id = ${transaction.practiceId} and file_id = ${fileId}
      and typed_by is null
    group by deposited_on, cents, trace_number, payer_name, type`);
  return new Map(
    rows.map((row) => [
      sameDeposit({
        ...row,
        depositedOn: row.deposited_on,
        traceNumber: row.trace_number,
        payerName: row.payer_name,
      }),
      row.occurrence,
    ]),
  );
}

/**
 * Ties deposits to remittances that are not tied yet: by trace number and amount; then, for deposits
 * without a trace number, by payer name and amount within three business days (CORE 370), counted
 * here as five calendar days, where only one remittance and one deposit come into question. Deposits of
 * a card gateway are tied to what it told of them, by number and amount, and slips of patients' money to the
 * line that shows them. Call it after remittances too:
 * either may come first.
 */
export async function matchDeposits(transaction: PracticeTransaction): Promise<void> {
  const { practiceId } = transaction;
  // Of several deposits and remittances with one number and amount the first belong together, and so on.
  await transaction.execute(sql`
    with possible as (
      select d.bank_deposit_id, r.remittance_id,
        dense_rank() over (partition by d.trace_number, d.cents order by d.bank_deposit_id)
          as deposit_place,
        dense_rank() over (partition by d.trace_number, d.cents order by r.remittance_id)
          as remittance_place
      from bank_deposits d join remittances r on r.practice_id = d.practice_id
        and r.trace_number = d.trace_number and r.paid_cents = d.cents
        and r.verdict not in ('duplicate', 'refused')
      where d.practice_id = ${practiceId} and d.remittance_id is null and d.trace_number <> ''
        and d.occurrence = 1 and d.taken_back_on is null and not ${isTiedElsewhere}
        and not exists (select from bank_deposits other
          where other.practice_id = r.practice_id and other.remittance_id = r.remittance_id))
    update bank_deposits deposit set remittance_id = possible.remittance_id
    from possible
    where deposit.practice_id = ${practiceId} and deposit.remittance_id is null
      and possible.deposit_place = possible.remittance_place
      and deposit.bank_deposit_id = possible.bank_deposit_id`);
  await transaction.execute(sql`
    with possible as (
      select d.bank_deposit_id, r.remittance_id,
        count(*) over (partition by d.bank_deposit_id) as remittances,
        count(*) over (partition by r.remittance_id) as deposits
      from bank_deposits d
      join remittances r on r.practice_id = d.practice_id and r.paid_cents = d.cents
        and r.paid_cents <> 0 and r.verdict not in ('duplicate', 'refused')
        and r.effective_on between d.deposited_on - 5 and d.deposited_on + 5
      join payers p on p.practice_id = r.practice_id and p.payer_id = r.payer_id
        and upper(p.name) = upper(d.payer_name)
      where d.practice_id = ${practiceId} and d.remittance_id is null and d.trace_number = ''
        and d.taken_back_on is null and not ${isTiedElsewhere}
        and not exists (select from bank_deposits other
          where other.practice_id = r.practice_id and other.remittance_id = r.remittance_id))
    update bank_deposits deposit set remittance_id = possible.remittance_id
    from possible
    where deposit.practice_id = ${practiceId} and deposit.remittance_id is null
      and possible.remittances = 1
      and possible.deposits = 1 and deposit.bank_deposit_id = possible.bank_deposit_id`);
  await matchCardSettlements(transaction);
  await matchSlips(transaction);
}

/** Ties deposits of card gateways to what the bank shows of them; the gateway's fee never reaches the bank. */
export async function matchCardSettlements(transaction: PracticeTransaction): Promise<void> {
  const { practiceId } = transaction;
  await transaction.execute(sql`
    update card_settlements settlement set bank_deposit_id = found.bank_deposit_id
    from (
      select s.card_settlement_id, min(d.bank_deposit_id) as bank_deposit_id
      from card_settlements s
      join bank_deposits d on d.practice_id = s.practice_id and d.trace_number = s.number
        and d.cents = s.gross_cents - s.fee_cents
      where s.practice_id = ${practiceId} and d.remittance_id is null and d.taken_back_on is null
        and not exists (select from deposit_slips slip where slip.practice_id = d.practice_id
          and slip.bank_deposit_id = d.bank_deposit_id)
        and not exists (select from bank_deposits tied where tied.practice_id = s.practice_id
          and tied.bank_deposit_id = s.bank_deposit_id and tied.taken_back_on is null)
        and not exists (select from card_settlements other
          where other.practice_id = d.practice_id and other.bank_deposit_id = d.bank_deposit_id)
      group by s.card_settlement_id) as found
    where settlement.practice_id = ${practiceId}
      and settlement.card_settlement_id = found.card_settlement_id`);
}
