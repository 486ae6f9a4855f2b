import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { Settlement, SettlementEntry } from "./card-gateway.ts";
import { testDisputeFeeCents, testFeeCents } from "./test-cards.ts";

/**
 * Deposits what the test gateway owes by now: what it charged less what went back. A charge that its
 * holder disputes is taken back by the deposit after its own, but for what was refunded, with a fee. Nothing to deposit is nothing.
 */
export async function settle(transaction: PracticeTransaction, today: string): Promise<void> {
  const { practiceId } = transaction;
  await transaction.execute(sql`
    select pg_advisory_xact_lock(hashtextextended('test-gateway-settlement', ${practiceId}))`);
  const { number } = await transaction.one<{ number: number }>(sql`
    select coalesce(max(settlement), 0)::bigint + 1 as number from test_gateway_settlements
    where practice_id = ${practiceId}`);
  const disputed = await transaction.execute(sql`
    update test_gateway_charges set dispute_settled_in = ${number}
    where practice_id = ${practiceId} and is_disputed and settled_in is not null
      and dispute_settled_in is null
      and cents > (select coalesce(sum(r.cents), 0) from test_gateway_refunds r
        where r.practice_id = ${practiceId}
          and r.charge_reference = test_gateway_charges.reference and r.state = 'approved')`);
  const charges = await transaction.query<{ cents: number }>(sql`
    update test_gateway_charges set settled_in = ${number}
    where practice_id = ${practiceId} and state = 'approved' and settled_in is null
      and known_at <= now()
    returning cents`);
  const refunds = await transaction.execute(sql`
    update test_gateway_refunds r set settled_in = ${number}
    from test_gateway_charges c
    where r.practice_id = ${practiceId} and r.state = 'approved' and r.settled_in is null
      and c.practice_id = r.practice_id and c.reference = r.charge_reference
      and c.settled_in is not null`);
  if (charges.length + refunds + disputed === 0) return;
  const fees = charges.reduce((sum, { cents }) => sum + testFeeCents(cents), 0);
  await transaction.execute(sql`
    insert into test_gateway_settlements (practice_id, settlement, settled_on, fee_cents)
    values (${practiceId}, ${number}, ${today}::date, ${fees + disputed * testDisputeFeeCents})`);
}

/** The deposits after the one of this number, the oldest first. */
export async function settlementsAfter(
  transaction: PracticeTransaction,
  number: string | undefined,
): Promise<Settlement[]> {
  const { practiceId } = transaction;
  const rows = await transaction.query<{ settlement: number; on: string; fee_cents: number }>(sql`
    select settlement, settled_on as "on", fee_cents from test_gateway_settlements
    where practice_id = ${practiceId} and settlement > ${settlementOf(number)}
    order by settlement`);
  const entries = await transaction.query<SettlementEntry & { readonly settlement: number }>(sql`
    select settled_in as settlement, 'charge' as kind, reference, cents
    from test_gateway_charges where practice_id = ${practiceId}
      and settled_in > ${settlementOf(number)}
    union all
    select settled_in, 'refund', reference, -cents
    from test_gateway_refunds where practice_id = ${practiceId}
      and settled_in > ${settlementOf(number)}
    union all
    select c.dispute_settled_in, 'chargeback', c.reference,
      coalesce((select sum(r.cents) from test_gateway_refunds r
        where r.practice_id = c.practice_id and r.charge_reference = c.reference
          and r.state = 'approved' and r.settled_in <= c.dispute_settled_in), 0)::bigint - c.cents
    from test_gateway_charges c where c.practice_id = ${practiceId}
      and c.dispute_settled_in > ${settlementOf(number)}
    order by 1, 2, 3`);
  return rows.map(({ settlement, on, fee_cents: feeCents }) => ({
    number: `TEST-${settlement}`,
    on,
    feeCents,
    entries: entries
      .filter((entry) => entry.settlement === settlement)
      .map(({ kind, reference, cents }) => ({ kind, reference, cents })),
  }));
}

function settlementOf(number: string | undefined): number {
  return Number(/^TEST-(\d+)$/.exec(number ?? "")?.[1] ?? 0);
}
