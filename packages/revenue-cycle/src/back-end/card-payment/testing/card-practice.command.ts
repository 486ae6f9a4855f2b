import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticesDatabase } from "@headwater/platform/tenancy/with-practices.ts";
import { listAccounts } from "../../../books/account/list-accounts.query.ts";
import { type LedgerFault, verifyLedger } from "../../../books/account/verify-ledger.query.ts";
import type { PatientAccount } from "../../patient-account/patient-account.ts";
import { ExamplePractice } from "../../posting/testing/practice-books.command.ts";
import { type CardContext, chooseGateway } from "../card-gateway.store.ts";
import type { CardGateway } from "../card-gateway.ts";
import type { CardPaymentWanted } from "../card-payment.ts";
import { openTestGateway } from "../test-gateway.store.ts";

export const today = "2026-04-01";

/** A practice whose only patient owes 20.00 of one claim, with the test gateway. */
export type CardPractice = {
  readonly practice: ExamplePractice;
  readonly account: PatientAccount;
  readonly claimId: number;
  readonly context: CardContext;
};

/** Makes the practice; `wrap` puts faults between it and the gateway. */
export async function createCardPractice(
  database: PracticesDatabase,
  wrap: (gateway: CardGateway) => CardGateway = (gateway) => gateway,
): Promise<CardPractice> {
  const practice = await ExamplePractice.create(database);
  const [claimId = 0] = await practice.record({ number: "A100", lines: [{ charged: 10_000 }] });
  const cas = [
    ["CO", "45", 2000],
    ["PR", "2", 2000],
  ] as const;
  const lines = [{ code: "99213", charged: 10_000, paid: 6000, cas }];
  await practice.post({ trace: "T1", date: "2026-03-01", claims: [{ number: "A100", lines }] });
  const account = await practice.act(async (transaction) => {
    await chooseGateway(transaction, "test", 0);
    const row = await transaction.one<{ patient_id: number }>(sql`
      select patient_id from patients where practice_id = ${practice.practiceId}`);
    return { patientId: row.patient_id };
  });
  const { practiceId } = practice;
  const gateway = wrap(openTestGateway(database, practiceId));
  return {
    practice,
    account,
    claimId,
    context: { database, practiceId, actor: "user:1", today, gateway },
  };
}

/** A wish to pay 20.00 by a card of the test gateway. */
export const payBy = (token: string, key = `key-${token}`, cents = 2000): CardPaymentWanted => ({
  key,
  token,
  cents,
  place: "desk",
  wish: { by: "rule" },
});

/** Balances that are not zero, debit positive, without those of the charge itself. */
export function moneyOf(practice: ExamplePractice): Promise<Record<string, number>> {
  return practice.act(async (transaction) =>
    Object.fromEntries(
      (await listAccounts(transaction))
        .filter(({ cents, kind }) => cents !== 0 && kind !== "charges" && kind !== "contractual")
        .map(({ kind, cents }) => [kind, cents]),
    ),
  );
}

export function faultsOf(practice: ExamplePractice): Promise<readonly LedgerFault[]> {
  return practice.act(async (transaction) => (await verifyLedger(transaction)).faults);
}

/** What the gateway charged and gave back, by its own books. */
export function chargedAtGateway(practice: ExamplePractice) {
  return practice.act((transaction) =>
    transaction.one<{ charges: number; cents: number; back: number }>(sql`
      select count(*)::bigint as charges, coalesce(sum(cents), 0)::bigint as cents,
        (select coalesce(sum(cents), 0)::bigint from test_gateway_refunds
          where practice_id = ${practice.practiceId} and state = 'approved') as back
      from test_gateway_charges
      where practice_id = ${practice.practiceId} and state = 'approved'`),
  );
}

/** What the card account must hold by its items: paid and gone back, and not in a deposit yet. */
export function unsettledCents(practice: ExamplePractice): Promise<number> {
  return practice.act(async (transaction) => {
    const { cents } = await transaction.one<{ cents: number }>(sql`
      select ((select coalesce(sum(cents), 0) from card_payments
          where practice_id = ${practice.practiceId} and state = 'paid'
            and card_settlement_id is null)
        - (select coalesce(sum(cents), 0) from card_refunds
          where practice_id = ${practice.practiceId} and state = 'done'
            and card_settlement_id is null))::bigint as cents`);
    return cents;
  });
}
