/** The filters of the list of patient balances as its address holds them. */
export const balanceSearchNames = ["search", "age", "told", "minimumCents"] as const;

export type BalanceSearch = {
  readonly [Name in (typeof balanceSearchNames)[number]]?: string | undefined;
};
