/** The filters of the deposit list as its address holds them, and the one open beside it. */
export const depositSearchNames = ["search", "state", "from", "through", "open", "new"] as const;

export type DepositSearch = {
  readonly [Name in (typeof depositSearchNames)[number]]?: string | undefined;
};
