/** The filters of the cash board as its address holds them. */
export const cashSearchNames = ["search", "state", "unexplained", "from", "through"] as const;

export type CashSearch = {
  readonly [Name in (typeof cashSearchNames)[number]]?: string | undefined;
};
