/** Names of the lists and forms that elements of the guides are held against. */
export const codeListNames = [
  "adjustment-reason",
  "admission-source",
  "admission-type",
  "bill-facility",
  "condition",
  "country",
  "currency",
  "diagnosis",
  "diagnosis-group",
  "drug",
  "frequency",
  "modifier",
  "npi",
  "patient-status",
  "place-of-service",
  "postal-area",
  "postal-code",
  "procedure",
  "remark",
  "revenue",
  "state",
  "status",
  "status-category",
  "subdivision",
  "tax-id",
  "taxonomy",
  "telephone",
] as const;

export type CodeListName = (typeof codeListNames)[number];

/** When a code may be used; absent ends are open. Days are `YYYY-MM-DD`. */
export type CodePeriod = {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

/** A dated list of codes that an application may replace with its own. */
export type CodeList = {
  /** Who keeps the list. */
  readonly source: string;
  /** The day that the list tells of. */
  readonly asOf: string;
  readonly codes: ReadonlyMap<string, CodePeriod>;
};

/** A list from a text of codes; `15<2018-04-30` ends on that day. */
export function codeList(source: string, asOf: string, text: string): CodeList {
  const codes = new Map<string, CodePeriod>();
  for (const word of text.split(" ")) {
    const [code = "", until] = word.split("<");
    codes.set(code, until === undefined ? {} : { until });
  }
  return { source, asOf, codes };
}

/** Whether a list has a code, on a day if one is known. */
export function hasCode(list: CodeList, code: string, on: string | undefined): boolean {
  const period = list.codes.get(code);
  if (period === undefined) return false;
  if (on === undefined) return true;
  return (period.from ?? "") <= on && on <= (period.until ?? "9999");
}
