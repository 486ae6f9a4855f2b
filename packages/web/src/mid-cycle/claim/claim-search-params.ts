/** The filters of the claim list as its address holds them, and the record open beside it. */
export const claimSearchNames = [
  "search",
  "state",
  "payer",
  "stage",
  "category",
  "reason",
  "serviceFrom",
  "serviceThrough",
  "fileThrough",
  "sort",
  "open",
] as const;

export type ClaimSearch = {
  readonly [Name in (typeof claimSearchNames)[number]]?: string | undefined;
};

/** What of the address is a question to the server. */
export function claimQuestion(search: ClaimSearch): Omit<ClaimSearch, "open"> {
  const { open: _open, ...question } = search;
  return question;
}

/** True when the list is narrowed; of the orders only that by deadline leaves claims out. */
export function isNarrowed(search: ClaimSearch): boolean {
  const { sort, ...filters } = claimQuestion(search);
  return sort === "filing" || Object.values(filters).some((value) => value !== undefined);
}
