import { type AccountKind, allAccountKinds, isAccountKind } from "@headwater/ledger";
import { sql } from "@headwater/platform/database/sql.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import type {
  PracticesTransaction,
  PracticeTransaction,
} from "@headwater/platform/tenancy/with-practices.ts";

/** The name of the account of a kind: `insurance-receivable` is `Insurance receivable`. */
export function accountName(kind: AccountKind): string {
  const words = kind.replaceAll("-", " ").replace("irs", "IRS");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Gives a practice one account of every kind; those it has already stay as they are. */
export async function createAccounts(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<void> {
  await transaction.execute(sql`
    insert into accounts (practice_id, kind, name)
    select ${practiceId}, account.kind, account.name
    from unnest(${[...allAccountKinds]}::text[], ${allAccountKinds.map(accountName)}::text[])
      as account (kind, name)
    on conflict do nothing`);
}

/** The account of every kind that postings by rule move, both ways. */
export type ChartOfAccounts = {
  readonly idOf: (kind: AccountKind) => number;
  readonly kindOf: (accountId: number) => AccountKind;
};

/** Loads the practice's accounts. One without its accounts is a fault. */
export async function loadAccounts(transaction: PracticeTransaction): Promise<ChartOfAccounts> {
  const rows = await transaction.query<{ account_id: number; kind: string }>(sql`
    select account_id, kind from accounts
    where practice_id = ${transaction.practiceId} order by account_id desc`);
  const ids = new Map<string, number>();
  const kinds = new Map<number, AccountKind>();
  for (const row of rows) {
    ids.set(row.kind, row.account_id);
    if (isAccountKind(row.kind)) kinds.set(row.account_id, row.kind);
  }
  return {
    idOf: (kind) => found(ids.get(kind)),
    kindOf: (accountId) => found(kinds.get(accountId)),
  };
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new NamedError("ACCOUNT_MISSING", "the practice lacks an account");
  return value;
}
