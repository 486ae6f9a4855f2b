import { sql } from "@headwater/platform/database/sql.ts";
import {
  type PracticesDatabase,
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import type { CardGateway } from "./card-gateway.ts";
import type { CardGatewayName } from "./card-payment.ts";
import { openTestGateway } from "./test-gateway.store.ts";

/** What working with cards needs: whose books, who acts, on which business date, through which gateway. */
export type CardContext = {
  readonly database: PracticesDatabase;
  readonly practiceId: number;
  readonly actor: string;
  readonly today: string;
  readonly gateway: CardGateway;
};

const openers: Readonly<
  Record<CardGatewayName, ((database: PracticesDatabase, practiceId: number) => CardGateway) | null>
> = { test: openTestGateway, none: null };

/** Runs work in a transaction of the books; the gateway is never asked inside one. */
export function inBooks<Result>(
  context: CardContext,
  work: (transaction: PracticeTransaction) => Promise<Result>,
): Promise<Result> {
  const { practiceId, actor } = context;
  return withPractice(context.database, { practiceId, actor, retry: { attempts: 5 } }, work);
}

/** The gateway of that name; undefined where cards go through none. */
export function openGateway(
  database: PracticesDatabase,
  practiceId: number,
  name: CardGatewayName,
): CardGateway | undefined {
  return openers[name]?.(database, practiceId);
}

/** The gateway that a practice chose, with its revision; one that chose none tries cards only if nothing is real in it. */
export async function chosenGateway(
  transaction: PracticeTransaction,
): Promise<{ readonly name: CardGatewayName; readonly revision: number }> {
  return transaction.one<{ name: CardGatewayName; revision: number }>(sql`
    select coalesce(g.gateway, case when p.kind in ('demo', 'own-files') then 'test' else 'none' end)
        as name, coalesce(g.revision, 0) as revision
    from practices p left join card_gateways g on g.practice_id = p.practice_id
    where p.practice_id = ${transaction.practiceId}`);
}

/** Chooses the gateway; false if somebody changed the choice since that revision. */
export async function chooseGateway(
  transaction: PracticeTransaction,
  name: CardGatewayName,
  expectedRevision: number,
): Promise<boolean> {
  const { practiceId, actor } = transaction;
  const changed = await transaction.execute(
    expectedRevision === 0
      ? sql`insert into card_gateways (practice_id, gateway, chosen_by)
          values (${practiceId}, ${name}, ${actor}) on conflict (practice_id) do nothing`
      : sql`update card_gateways set gateway = ${name}, chosen_by = ${actor}, chosen_at = now(),
            revision = revision + 1
          where practice_id = ${practiceId} and revision = ${expectedRevision}`,
  );
  if (changed === 0) return false;
  await appendEvents(transaction, [
    {
      kind: "card-gateway-chosen",
      subjectKind: "practice",
      subjectId: practiceId,
      change: { gateway: name },
    },
  ]);
  return true;
}

/** Whether the chosen gateway owes anything, so that it is worth asking for its deposits. */
export async function isDepositDue(transaction: PracticeTransaction): Promise<boolean> {
  const { practiceId } = transaction;
  const { name } = await chosenGateway(transaction);
  if (name === "none") return false;
  const { is_due: isDue } = await transaction.one<{ is_due: boolean }>(sql`
    select exists (select from card_payments where practice_id = ${practiceId} and gateway = ${name}
        and state = 'paid') as is_due`);
  return isDue;
}

/** How a gateway answered a question that moves no money. */
type GatewayTrial = { readonly answers: boolean; readonly durationMs: number };

/** Asks a gateway after a payment that nobody asked for: one that works says that it knows none. */
export async function tryGateway(gateway: CardGateway, key: string): Promise<GatewayTrial> {
  const from = performance.now();
  const answer = await gateway.lookUp(key);
  return { answers: answer.is === "unknown", durationMs: Math.round(performance.now() - from) };
}
