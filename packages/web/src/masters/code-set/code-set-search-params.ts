/** What the address of the code sets page holds. */
export const codeSetSearchNames = ["search", "set", "on", "billable", "open", "view"] as const;

export type CodeSetSearch = { readonly [Name in (typeof codeSetSearchNames)[number]]?: string };
