import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { practiceProfile } from "../../masters/practice/practice-profile.query.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { type AccountBalance, accountBalances } from "../patient-account/account-balances.query.ts";
import { type AccountItem, itemsOfClaims } from "../patient-account/account-items.query.ts";
import { applyUnapplied } from "../patient-account/allocate-payment.command.ts";
import { parseAccountKey } from "../patient-account/patient-account.ts";
import { billingSettings } from "../patient-account/patient-billing-settings.store.ts";
import type { PatientBillingSettings } from "../patient-account/patient-billing-settings.ts";
import { decideStatement, type StatementDecision } from "./decide-statement.ts";
import { insertStatement } from "./statement.store.ts";
import type { StatementContent } from "./statement.ts";
import type { StatementRunAnswer, StatementRunRow } from "./statement-answers.ts";
import {
  addressLines,
  givenNameFirst,
  isMailable,
  statementItem,
  writeStatement,
} from "./write-statement.ts";

/** How many accounts one run looks at; another run goes on with the rest. */
export const runAccounts = 500;

export type RunWanted = {
  readonly today: string;
  /** Only this account. */
  readonly account?: string | undefined;
};

type Weighed = {
  readonly balance: AccountBalance;
  readonly items: readonly AccountItem[];
  readonly decision: StatementDecision;
};

/** What a run today would do with every account that owes something, and why not. */
export async function previewStatements(
  transaction: PracticeTransaction,
  wanted: RunWanted,
): Promise<StatementRunAnswer> {
  const settings = await billingSettings(transaction);
  const due = await weigh(transaction, settings, { ...wanted, told: "due" });
  const lately = await weigh(transaction, settings, { ...wanted, told: "lately" });
  const rows = [...due.weighed, ...lately.weighed].map((one) => rowOf(one, null));
  return answerOf(rows, { id: null, today: wanted.today, hasMore: due.hasMore });
}

/**
 * Issues a statement to every account that is to get one. What an account paid and no claim has got is
 * given to its claims first. The content is kept as it is now; until the run is mailed it may be voided.
 */
export async function runStatements(
  transaction: PracticeTransaction,
  wanted: RunWanted,
): Promise<StatementRunAnswer> {
  const { today } = wanted;
  const settings = await billingSettings(transaction);
  const first = await weigh(transaction, settings, { ...wanted, told: "due" });
  for (const { balance } of first.weighed) {
    const account = parseAccountKey(balance.account);
    if (balance.unappliedCents > 0 && balance.owedCents > 0 && account !== undefined) {
      await applyUnapplied(transaction, account, today);
    }
  }
  const { weighed, hasMore } = await weigh(transaction, settings, { ...wanted, told: "due" });
  const practice = await sender(transaction);
  const { statement_run_id: runId } = await transaction.one<{ statement_run_id: number }>(sql`
    insert into statement_runs (practice_id, issued_on, issued_by)
    values (${transaction.practiceId}, ${today}::date, ${transaction.actor})
    returning statement_run_id`);
  const sends = weighed.filter(({ decision }) => decision.is === "send");
  const ids = await transaction.reserveIds("statements", "statement_id", sends.length);
  const rows: StatementRunRow[] = [];
  for (const one of weighed) {
    const account = parseAccountKey(one.balance.account);
    if (one.decision.is !== "send" || account === undefined) {
      rows.push(rowOf(one, null));
      continue;
    }
    const statementId = ids[sends.indexOf(one)] ?? 0;
    const paper = { ...practice, ...paperOf(one.balance, { statementId, today }) };
    const content = writeStatement(one.decision, one.items, { paper, settings });
    await insertStatement(transaction, { statementId, runId, account, content });
    rows.push(rowOf(one, { id: statementId, number: content.number }));
  }
  await tellIssued(transaction, rows, { runId, today });
  return answerOf(rows, { id: runId, today, hasMore });
}

/** What a statement of one account would say today, or why there is none. */
export async function weighAccount(
  transaction: PracticeTransaction,
  account: string,
  today: string,
): Promise<StatementDecision | undefined> {
  const settings = await billingSettings(transaction);
  const { weighed } = await weigh(transaction, settings, { account, today });
  return weighed[0]?.decision;
}

async function weigh(
  transaction: PracticeTransaction,
  settings: PatientBillingSettings,
  wanted: RunWanted & { readonly told?: "due" | "lately" },
): Promise<{ readonly weighed: Weighed[]; readonly hasMore: boolean }> {
  const { cycleDays } = settings;
  const page = await accountBalances(transaction, { ...wanted, cycleDays, limit: runAccounts });
  const items = await itemsOfClaims(
    transaction,
    page.rows.flatMap(({ claimIds }) => claimIds),
  );
  const weighed = page.rows.map((balance) => {
    const own = items.filter(({ account }) => account === balance.account);
    const facts = {
      items: own.map(statementItem),
      unappliedCents: balance.unappliedCents,
      holds: balance.holds,
      lastStatementOn: balance.lastStatementOn ?? undefined,
      hasAddress: isMailable(balance),
    };
    return { balance, items: own, decision: decideStatement(facts, settings, wanted.today) };
  });
  return { weighed, hasMore: page.next !== null };
}

/** Who sends the letters, where checks go and whom to call. */
async function sender(transaction: PracticeTransaction) {
  const profile = await practiceProfile(transaction);
  const { name } = await transaction.one<{ name: string }>(sql`
    select name from practices where practice_id = ${transaction.practiceId}`);
  const remitLines = addressLines({
    addressLine1: profile.remitLine1,
    addressLine2: profile.remitLine2,
    city: profile.remitCity,
    state: profile.remitState,
    postalCode: profile.remitPostalCode,
  });
  const phone = profile.statementPhone ?? profile.contactPhone ?? undefined;
  const practice: StatementContent["practice"] = { name, remitLines, phone };
  return { practice, practiceMessage: profile.statementMessage ?? "" };
}

function paperOf(
  balance: AccountBalance,
  { statementId, today }: { readonly statementId: number; readonly today: string },
) {
  return {
    number: `S${today.slice(2).replaceAll("-", "")}-${statementId}`,
    account: balance.account,
    issuedOn: today,
    addressee: { name: givenNameFirst(balance.name), lines: addressLines(balance) },
  };
}

function rowOf(
  { balance, decision }: Weighed,
  statement: StatementRunRow["statement"],
): StatementRunRow {
  return {
    account: balance.account,
    name: balance.name,
    owedCents: decision.owedCents,
    outcome: decision.is,
    reasons: decision.is === "not" ? [...decision.reasons] : [],
    leftOut: [...decision.leftOut],
    statement,
  };
}

function answerOf(
  rows: StatementRunRow[],
  run: { readonly id: number | null; readonly today: string; readonly hasMore: boolean },
): StatementRunAnswer {
  const sends = rows.filter(({ outcome }) => outcome === "send");
  return {
    id: run.id,
    issuedOn: run.today,
    mailedOn: null,
    sends: sends.length,
    sendsCents: sends.reduce((sum, { owedCents }) => sum + owedCents, 0),
    hasMore: run.hasMore,
    rows,
  };
}

async function tellIssued(
  transaction: PracticeTransaction,
  rows: readonly StatementRunRow[],
  { runId, today }: { readonly runId: number; readonly today: string },
): Promise<void> {
  await appendEvents(
    transaction,
    rows.flatMap(({ statement, owedCents }) =>
      statement === null
        ? []
        : [
            {
              kind: "statement-issued",
              subjectKind: "statement",
              subjectId: statement.id,
              change: { runId, cents: owedCents },
              effectiveOn: today,
            },
          ],
    ),
  );
}
