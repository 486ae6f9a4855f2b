/** What names the record, or the row of the journal, whose transfers are shown. */
export const transfersSearchNames = [
  "remittance",
  "claim",
  "adjustment",
  "payment",
  "refund",
  "writeOff",
  "deposit",
  "settlement",
  "kind",
  "debit",
  "credit",
  "from",
  "through",
] as const;

export type TransfersSearch = {
  readonly [Name in (typeof transfersSearchNames)[number]]?: string | undefined;
};
