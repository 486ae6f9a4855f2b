/** The filters of the list of edits as its address holds them, and the edit open beside it. */
export const editSearchNames = ["search", "stage", "severity", "state", "open"] as const;

export type EditSearch = {
  readonly [Name in (typeof editSearchNames)[number]]?: string | undefined;
};
