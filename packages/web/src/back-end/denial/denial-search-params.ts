/** The filters of the denial list as its address holds them, and the record open beside it. */
export const denialSearchNames = [
  "standing",
  "stage",
  "process",
  "category",
  "reason",
  "payer",
  "due",
  "age",
  "cents",
  "claim",
  "open",
] as const;

export type DenialSearch = {
  readonly [Name in (typeof denialSearchNames)[number]]?: string | undefined;
};

/** What of the address is a question to the server. */
export function denialQuestion(search: DenialSearch): Omit<DenialSearch, "open"> {
  const { open: _open, ...question } = search;
  return question;
}

/** True when the list is narrowed. */
export function isNarrowed(search: DenialSearch): boolean {
  return Object.values(denialQuestion(search)).some((value) => value !== undefined);
}
