import type { AccountKind } from "@headwater/ledger";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";

export type AccountBalance = {
  readonly kind: AccountKind;
  readonly name: string;
  /** Debit positive. */
  readonly cents: number;
};

/**
 * The balance of every account of the practices in scope, in the order of the chart of accounts. The
 * transfers are added up by pair of accounts first, of which there are few: one pass instead of two.
 */
export function listAccounts(
  transaction: Pick<PracticesTransaction, "query" | "practiceIds">,
): Promise<AccountBalance[]> {
  return transaction.query<AccountBalance>(sql`
    with pairs as materialized (
      select practice_id, debit_account_id, credit_account_id, sum(cents) as cents
      from transfers
      where practice_id = any (${[...transaction.practiceIds]}::bigint[])
      group by practice_id, debit_account_id, credit_account_id),
    moved as (
      select practice_id, account_id, sum(cents) as cents
      from (
        select practice_id, debit_account_id as account_id, cents from pairs
        union all
        select practice_id, credit_account_id, -cents from pairs) as sides
      group by practice_id, account_id)
    select a.kind, a.name, coalesce(sum(m.cents), 0)::bigint as cents
    from accounts a left join moved m using (practice_id, account_id)
    where a.practice_id = any (${[...transaction.practiceIds]}::bigint[])
    group by a.kind, a.name
    order by min(a.account_id)`);
}
