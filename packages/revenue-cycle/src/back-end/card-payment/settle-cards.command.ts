import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { matchCardSettlements } from "../../books/deposit/record-deposits.command.ts";
import { type EntryTransfer, enterPostings } from "../../books/transfer/transfer.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import type { PostingScope } from "../posting/post-claims.command.ts";
import { type CardContext, inBooks } from "./card-gateway.store.ts";
import type { Settlement } from "./card-gateway.ts";
import { type CardRefused, cardRefused } from "./card-payment.ts";
import { chargeBackByReference } from "./charge-back.command.ts";
import { resolveCardPayment } from "./charge-card.command.ts";
import { resolveCardRefund } from "./refund-to-card.command.ts";

export type SettleCardsResult =
  | { readonly is: "settled"; readonly numbers: readonly string[] }
  | (CardRefused & { readonly number: string });

/**
 * Fetches what the gateway deposited since the last time and posts it: cash against what the gateway
 * owed, its fee against cash. A deposit names every charge in it; one that names what is not on file
 * here is not posted. What still waits for an answer is asked after first, for a deposit may name it.
 */
export async function settleCards(context: CardContext): Promise<SettleCardsResult> {
  const waiting = await inBooks(context, waitingIds);
  for (const id of waiting.payments) await resolveCardPayment(context, id);
  for (const id of waiting.refunds) await resolveCardRefund(context, id);
  const { gateway, today } = context;
  const last = await inBooks(context, (transaction) => lastNumber(transaction, gateway.name));
  const numbers: string[] = [];
  for (const settlement of await gateway.settlementsAfter(last, today)) {
    const { number } = settlement;
    const refusal = await inBooks(context, (transaction) =>
      recordSettlement(transaction, settlement, context),
    );
    if (refusal !== undefined) return { ...refusal, number };
    numbers.push(number);
  }
  return { is: "settled", numbers };
}

async function waitingIds(transaction: PracticeTransaction) {
  const { practiceId } = transaction;
  const rows = await transaction.query<{ payment: number | null; refund: number | null }>(sql`
    select card_payment_id as payment, null::bigint as refund from card_payments
    where practice_id = ${practiceId} and state = 'pending'
    union all
    select null, card_refund_id from card_refunds
    where practice_id = ${practiceId} and state = 'pending'
    order by 1, 2`);
  return {
    payments: rows.flatMap(({ payment }) => payment ?? []),
    refunds: rows.flatMap(({ refund }) => refund ?? []),
  };
}

async function lastNumber(
  transaction: PracticeTransaction,
  gateway: string,
): Promise<string | undefined> {
  const row = await transaction.maybeOne<{ number: string }>(sql`
    select number from card_settlements
    where practice_id = ${transaction.practiceId} and gateway = ${gateway}
    order by card_settlement_id desc limit 1`);
  return row?.number;
}

/** Posts one deposit of a gateway, once. */
export async function recordSettlement(
  transaction: PracticeTransaction,
  settlement: Settlement,
  { gateway, today }: Pick<CardContext, "gateway" | "today">,
): Promise<CardRefused | undefined> {
  const scope = await openPosting(transaction);
  const { practiceId, actor } = transaction;
  const { number, on, feeCents, entries } = settlement;
  const known = await transaction.maybeOne(sql`
    select 1 from card_settlements where practice_id = ${practiceId} and gateway = ${gateway.name}
      and number = ${number}`);
  if (known !== undefined) return undefined;
  for (const entry of entries.filter(({ kind }) => kind === "chargeback")) {
    const refusal = await chargeBackByReference(transaction, entry, today);
    if (refusal !== undefined) return refusal;
  }
  if (!(await isEveryEntryKnown(transaction, settlement))) {
    return cardRefused("card_settlement_unknown_entry");
  }
  const grossCents = entries.reduce((sum, { cents }) => sum + cents, 0);
  const [id = 0] = await transaction.reserveIds("card_settlements", "card_settlement_id", 1);
  const postingId = await enterSettlement(transaction, scope, { id, on, grossCents, feeCents });
  await transaction.execute(sql`
    insert into card_settlements (practice_id, card_settlement_id, gateway, number, settled_on,
      gross_cents, fee_cents, posting_id, recorded_by)
    values (${practiceId}, ${id}, ${gateway.name}, ${number}, ${on}::date, ${grossCents},
      ${feeCents}, ${postingId}, ${actor})`);
  await tieEntries(transaction, settlement, id);
  await matchCardSettlements(transaction);
  await appendEvents(transaction, [
    {
      kind: "card-settlement-recorded",
      subjectKind: "card-settlement",
      subjectId: id,
      change: { grossCents, feeCents },
      effectiveOn: on,
    },
  ]);
  return undefined;
}

const references = ({ entries }: Settlement, kind: string) =>
  entries.filter((entry) => entry.kind === kind).map(({ reference }) => reference);

/** What a deposit names of ours and no deposit named before; a charge that came back by its own reference. */
function entriesOf({ practiceId }: PracticeTransaction, settlement: Settlement) {
  return {
    charges: sql`practice_id = ${practiceId} and state = 'paid' and card_settlement_id is null
      and reference = any (${references(settlement, "charge")}::text[])`,
    refunds: sql`practice_id = ${practiceId} and state = 'done' and card_settlement_id is null
      and (kind = 'refund' and reference = any (${references(settlement, "refund")}::text[])
        or kind = 'chargeback' and reference = any (${references(settlement, "chargeback")}::text[]))`,
  };
}

async function isEveryEntryKnown(
  transaction: PracticeTransaction,
  settlement: Settlement,
): Promise<boolean> {
  const { charges, refunds } = entriesOf(transaction, settlement);
  const { count, cents } = await transaction.one<{ count: number; cents: number }>(sql`
    select count(*)::bigint as count, coalesce(sum(cents), 0)::bigint as cents from (
      select cents from card_payments where ${charges}
      union all select -cents from card_refunds where ${refunds}) as entry`);
  const gross = settlement.entries.reduce((sum, entry) => sum + entry.cents, 0);
  return count === settlement.entries.length && cents === gross;
}

async function tieEntries(
  transaction: PracticeTransaction,
  settlement: Settlement,
  id: number,
): Promise<void> {
  const { charges, refunds } = entriesOf(transaction, settlement);
  await transaction.execute(
    sql`update card_payments set card_settlement_id = ${id} where ${charges}`,
  );
  await transaction.execute(
    sql`update card_refunds set card_settlement_id = ${id} where ${refunds}`,
  );
}

async function enterSettlement(
  transaction: PracticeTransaction,
  { books }: PostingScope,
  settled: {
    readonly id: number;
    readonly on: string;
    readonly grossCents: number;
    readonly feeCents: number;
  },
): Promise<number> {
  const { id, on, grossCents, feeCents } = settled;
  const [postingId = 0] = await transaction.reserveIds("postings", "posting_id", 1);
  const of = { claimId: undefined, lineNumber: undefined };
  const deposit: EntryTransfer =
    grossCents >= 0
      ? { debit: "cash", credit: "card-clearing", cents: grossCents, ...of }
      : { debit: "card-clearing", credit: "cash", cents: -grossCents, ...of };
  const fee: EntryTransfer = { debit: "fee-expense", credit: "cash", cents: feeCents, ...of };
  await enterPostings(transaction, books, [
    {
      postingId,
      kind: "card-settlement",
      on,
      reason: `card-settlement:${id}`,
      transfers: [deposit, fee].filter(({ cents }) => cents > 0),
    },
  ]);
  return postingId;
}
