/** The filters of the work list as its address holds them, and the item open beside it. */
export const workSearchNames = [
  "role",
  "kind",
  "due",
  "state",
  "claim",
  "remittance",
  "open",
] as const;

export type WorkSearch = {
  readonly [Name in (typeof workSearchNames)[number]]?: string | undefined;
};
