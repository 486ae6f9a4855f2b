import { type Cents, cents, zeroCents } from "./cents.ts";

/** One movement: `cents`, always above zero, from the account credited to the account debited. */
export type Transfer<Account> = {
  readonly debit: Account;
  readonly credit: Account;
  readonly cents: Cents;
};

/** A movement between two different accounts; nothing else can be built. */
export function transfer<Account>(
  debit: Account,
  credit: Account,
  amount: number,
): Transfer<Account> {
  if (debit === credit) throw new RangeError("a transfer needs two accounts");
  if (cents(amount) <= 0) throw new RangeError("a transfer moves more than zero");
  return { debit, credit, cents: cents(amount) };
}

/** The movements that undo the given ones: sides swapped, last first. Other facts are kept. */
export function reverse<Account, Movement extends Transfer<Account>>(
  transfers: readonly Movement[],
): Movement[] {
  return transfers
    .map((moved) => ({ ...moved, debit: moved.credit, credit: moved.debit }))
    .reverse();
}

/** Balance of every account that was touched, debit positive, in the order of first touch. */
export function balances<Account>(transfers: Iterable<Transfer<Account>>): Map<Account, Cents> {
  const totals = new Map<Account, Cents>();
  const add = (account: Account, amount: number) => {
    totals.set(account, cents((totals.get(account) ?? zeroCents) + amount));
  };
  for (const moved of transfers) {
    add(moved.debit, moved.cents);
    add(moved.credit, -moved.cents);
  }
  return totals;
}

/** Sum of all balances. Transfers balance by construction, so anything but zero is a damaged book. */
export function trialBalance(accountBalances: Iterable<number>): Cents {
  let sum = 0;
  for (const balance of accountBalances) sum = cents(sum + cents(balance));
  return cents(sum);
}
