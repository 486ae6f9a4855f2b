/** The report's address: its as-of date, and the figure whose rows stand beside it. */
export const reportSearchNames = [
  "asOf",
  "figure",
  "part",
  "payer",
  "stage",
  "category",
  "code",
  "process",
  "provider",
  "facility",
  "month",
  "from",
  "through",
  "by",
] as const;

export type ReportSearch = {
  readonly [Name in (typeof reportSearchNames)[number]]?: string | undefined;
};

/** What narrows a figure to some of its rows. */
export type FigureFilter = Pick<
  ReportSearch,
  | "part"
  | "payer"
  | "stage"
  | "category"
  | "code"
  | "process"
  | "provider"
  | "facility"
  | "month"
  | "from"
  | "through"
>;
