import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import {
  type PracticesDatabase,
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import type {
  CardGateway,
  CardRefundAnswer,
  CardRefundWanted,
  ChargeAnswer,
  ChargeWanted,
  DeclineCode,
  RefundDeclineCode,
} from "./card-gateway.ts";
import { testCard, testCardEnding } from "./test-cards.ts";
import { settle, settlementsAfter } from "./test-settlement.store.ts";

/**
 * The gateway that is built in for trying: it behaves as its cards say, keeps what it did in tables of its
 * own, in transactions of its own, and so outlives whoever asked it. No money moves anywhere.
 */
export function openTestGateway(database: PracticesDatabase, practiceId: number): CardGateway {
  const act = <Result>(work: (transaction: PracticeTransaction) => Promise<Result>) => {
    const retry = { attempts: 5 };
    return withPractice(database, { practiceId, actor: "system:test-gateway", retry }, work);
  };
  const orNoAnswer = <Answer>(work: Promise<Answer>) =>
    work.catch(() => ({ is: "no-answer" }) as const);
  return {
    name: "test",
    charge: (wanted) => orNoAnswer(act((transaction) => charge(transaction, wanted))),
    lookUp: (key) => orNoAnswer(act(async (transaction) => told(await find(transaction, key)))),
    closeKey: (key) => orNoAnswer(act((transaction) => close(transaction, key))),
    refund: (wanted) => orNoAnswer(act((transaction) => refund(transaction, wanted))),
    settlementsAfter: (number, today) =>
      act(async (transaction) => {
        await settle(transaction, today);
        return settlementsAfter(transaction, number);
      }),
  };
}

type ChargeRow = {
  readonly cents: number;
  readonly state: "never-arrived" | "approved" | "declined" | "closed";
  readonly code: DeclineCode | null;
  readonly reference: string;
  readonly card_brand: string | null;
  readonly card_last_four: string | null;
  readonly is_known: boolean;
};

async function find(
  transaction: PracticeTransaction,
  key: string,
  lock: Sql = sql``,
): Promise<ChargeRow | undefined> {
  return transaction.maybeOne<ChargeRow>(sql`
    select cents, state, code, reference, card_brand, card_last_four, known_at <= now() as is_known
    from test_gateway_charges
    where practice_id = ${transaction.practiceId} and request_key = ${key} ${lock}`);
}

function told(row: ChargeRow | undefined): ChargeAnswer {
  if (row === undefined || row.state === "never-arrived") return { is: "unknown" };
  if (!row.is_known) return { is: "processing" };
  const { card_brand: brand, card_last_four: lastFour, code, reference } = row;
  const face = { brand: brand ?? "Card", lastFour: lastFour ?? "0000" };
  if (row.state === "approved") return { is: "approved", reference, ...face };
  return { is: "declined", code: code ?? "closed", ...(brand === null ? {} : face) };
}

async function charge(
  transaction: PracticeTransaction,
  { key, token, cents }: ChargeWanted,
): Promise<ChargeAnswer> {
  const { practiceId } = transaction;
  const card = testCard(token);
  const [state, code] =
    card === undefined
      ? (["declined", "card-unknown"] as const)
      : card.losesRequest
        ? (["never-arrived", null] as const)
        : card.declines
          ? (["declined", card.declines] as const)
          : (["approved", null] as const);
  const isFirst = await transaction.execute(sql`
    insert into test_gateway_charges (practice_id, request_key, cents, state, code, reference,
      card_brand, card_last_four, known_at, is_disputed)
    values (${practiceId}, ${key}, ${cents}, ${state}, ${code}, ${`ch_${key}`},
      ${card?.face.brand ?? null}, ${card?.face.lastFour ?? null},
      now() + ${card?.lateSeconds ?? 0}::integer * interval '1 second', ${card?.isDisputed ?? false})
    on conflict (practice_id, request_key) do nothing`);
  if (isFirst > 0) {
    if (state === "never-arrived" || card?.losesAnswer) return { is: "no-answer" };
    return told(await find(transaction, key));
  }
  // A request that was lost on its way the first time arrives the second time.
  await transaction.execute(sql`
    update test_gateway_charges set state = 'approved'
    where practice_id = ${practiceId} and request_key = ${key} and state = 'never-arrived'
      and cents = ${cents}`);
  return told(await find(transaction, key));
}

async function close(transaction: PracticeTransaction, key: string): Promise<ChargeAnswer> {
  const { practiceId } = transaction;
  await transaction.execute(sql`
    insert into test_gateway_charges (practice_id, request_key, cents, state, reference)
    values (${practiceId}, ${key}, 0, 'closed', ${`ch_${key}`})
    on conflict (practice_id, request_key) do update set state = 'closed'
      where test_gateway_charges.state = 'never-arrived'`);
  return told(await find(transaction, key));
}

async function refund(
  transaction: PracticeTransaction,
  { key, charge: reference, cents }: CardRefundWanted,
): Promise<CardRefundAnswer> {
  const { practiceId } = transaction;
  const charged = await transaction.maybeOne<{
    cents: number;
    state: string;
    last_four: string | null;
  }>(sql`
    select cents, state, card_last_four as last_four from test_gateway_charges
    where practice_id = ${practiceId} and reference = ${reference} for update`);
  const before = await findRefund(transaction, key);
  if (before !== undefined) return before;
  const { given } = await transaction.one<{ given: number }>(sql`
    select coalesce(sum(cents), 0)::bigint as given from test_gateway_refunds
    where practice_id = ${practiceId} and charge_reference = ${reference} and state = 'approved'`);
  const card = testCardEnding(charged?.last_four ?? null);
  const code: RefundDeclineCode | null =
    charged?.state !== "approved"
      ? "charge-unknown"
      : given + cents > charged.cents
        ? "beyond-charge"
        : (card?.refundDeclines ?? null);
  await transaction.execute(sql`
    insert into test_gateway_refunds (practice_id, request_key, charge_reference, cents, state, code,
      reference)
    values (${practiceId}, ${key}, ${reference}, ${cents},
      ${code === null ? "approved" : "declined"}, ${code}, ${`re_${key}`})`);
  if (code === null && card?.losesRefundAnswer) return { is: "no-answer" };
  return (await findRefund(transaction, key)) ?? { is: "no-answer" };
}

async function findRefund(
  transaction: PracticeTransaction,
  key: string,
): Promise<CardRefundAnswer | undefined> {
  const row = await transaction.maybeOne<{ code: RefundDeclineCode | null; reference: string }>(sql`
    select code, reference from test_gateway_refunds
    where practice_id = ${transaction.practiceId} and request_key = ${key}`);
  if (row === undefined) return undefined;
  const { code, reference } = row;
  return code === null ? { is: "approved", reference } : { is: "declined", code };
}
