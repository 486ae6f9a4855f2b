/** The filters of the remittance list as its address holds them, and the one open beside it. */
export const remittanceSearchNames = [
  "search",
  "verdict",
  "payer",
  "from",
  "through",
  "open",
] as const;

export type RemittanceSearch = {
  readonly [Name in (typeof remittanceSearchNames)[number]]?: string | undefined;
};
