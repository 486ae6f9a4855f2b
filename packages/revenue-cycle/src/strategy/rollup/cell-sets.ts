import { countWhere, type FigurePart, type SourceName, sourceColumns } from "../kpi/figure.ts";
import { computedMeasures } from "../kpi/measures.ts";

/** How a number of the roll-ups is split; `origin` is stage and process of a denial's cause. */
export type CellSplit =
  | "payer"
  | "provider"
  | "facility"
  | "stage"
  | "category"
  | "code"
  | "process"
  | "origin";

/** Rows that are counted into cells: those of the report, and two that only roll-ups need. */
export type CellSource =
  | Exclude<SourceName, "cash" | "matureLine">
  | "movement"
  | "pricedLine"
  | "standing";

export type CellNumber = { readonly name: string; readonly part: FigurePart };

/**
 * Numbers that are counted together, by the day or month of one date. `at` is a second number in the
 * key, `detail` a text in it, both SQL over the source's columns.
 */
export type CellSet = {
  readonly name: string;
  readonly source: CellSource;
  readonly on: string;
  readonly grain: "day" | "month";
  readonly at?: string;
  readonly detail?: string;
  readonly where?: string;
  readonly splits: readonly CellSplit[];
  readonly numbers: readonly CellNumber[];
};

/** The column of a source behind a split, as SQL. */
export const splitColumns: Readonly<Record<CellSplit, string>> = {
  payer: "payer_id::text",
  provider: "provider_key",
  facility: "facility_key",
  stage: "stage",
  category: "category",
  code: "reason_code",
  process: "process",
  origin: "stage || '/' || process",
};

const whoAndWhere = ["payer", "provider", "facility"] as const;
const causes = ["stage", "category", "code", "process", "origin"] as const;

/** The numbers of the measures that have this source and date, in the order of the measures. */
function numbersOf(source: SourceName, on?: string): CellNumber[] {
  return computedMeasures
    .filter((measure) => measure.source === source && (on === undefined || measure.on === on))
    .flatMap((measure) => [
      { name: measure.name, part: measure.numerator },
      ...(measure.denominator
        ? [{ name: `${measure.name}.denominator`, part: measure.denominator }]
        : []),
      ...(measure.requires
        ? [{ name: `${measure.name}.required`, part: measure.requires.part }]
        : []),
      ...(measure.cents ? [{ name: `${measure.name}.cents`, part: measure.cents }] : []),
    ]);
}

const lineSums = sourceColumns.line.sums.map((sum): CellNumber => {
  return { name: sum, part: { where: "true", value: sum } };
});

function sum(name: string): CellNumber {
  return { name, part: { where: "true", value: name } };
}

/** Everything that is rolled up. Days where ages count from a day, months elsewhere. */
export const cellSets: readonly CellSet[] = [
  {
    name: "submitted",
    source: "claim",
    on: "on_date",
    grain: "month",
    splits: whoAndWhere,
    numbers: numbersOf("claim").filter(({ name }) => name.startsWith("firstPassAcceptance")),
  },
  {
    name: "adjudicated",
    source: "claim",
    on: "first_adjudicated_on",
    grain: "month",
    splits: [...whoAndWhere, ...causes],
    numbers: numbersOf("claim", "first_adjudicated_on"),
  },
  {
    name: "paid",
    source: "claim",
    on: "first_paid_on",
    grain: "month",
    at: "days_to_payment",
    where: "days_to_payment is not null",
    splits: whoAndWhere,
    numbers: [{ name: "claims", part: countWhere("true") }],
  },
  {
    name: "remitted",
    source: "remittanceClaim",
    on: "on_date",
    grain: "month",
    splits: [...whoAndWhere, "code"],
    numbers: numbersOf("remittanceClaim"),
  },
  {
    name: "denied",
    source: "denial",
    on: "on_date",
    grain: "month",
    splits: [...whoAndWhere, ...causes],
    numbers: [
      ...numbersOf("denial"),
      { name: "preventable.cents", part: { where: "preventable = 'yes'", value: "cents" } },
    ],
  },
  {
    name: "own",
    source: "ownClaim",
    on: "on_date",
    grain: "month",
    splits: whoAndWhere,
    numbers: numbersOf("ownClaim"),
  },
  {
    name: "charged",
    source: "charge",
    on: "on_date",
    grain: "month",
    splits: ["provider", "facility"],
    numbers: numbersOf("charge"),
  },
  {
    name: "underpaid",
    source: "contractLine",
    on: "on_date",
    grain: "month",
    splits: whoAndWhere,
    numbers: numbersOf("contractLine"),
  },
  {
    name: "line",
    source: "pricedLine",
    on: "on_date",
    grain: "day",
    splits: whoAndWhere,
    numbers: [...lineSums, sum("settled_expected_cents")],
  },
  {
    name: "unsettled",
    source: "pricedLine",
    on: "on_date",
    grain: "day",
    detail:
      "concat_ws(chr(31), payer_id, coalesce(procedure_code, ''), trim_scale(units), coalesce(contract_cents::text, ''), charged_cents)",
    where: "not is_settled",
    splits: whoAndWhere,
    numbers: [{ name: "lines", part: { where: "true", value: "1" } }],
  },
  {
    name: "usual",
    source: "pricedLine",
    on: "null::date",
    grain: "month",
    detail: "concat_ws(chr(31), payer_id, procedure_code, unit_cents)",
    where: "is_usual",
    splits: [],
    numbers: [{ name: "lines", part: { where: "true", value: "1" } }],
  },
  {
    name: "standing",
    source: "standing",
    on: "null::date",
    grain: "month",
    detail: "state",
    splits: ["payer"],
    numbers: [
      { name: "claims", part: countWhere("true") },
      {
        name: "charged",
        part: { where: "state not in ('replaced', 'void')", value: "charged_cents" },
      },
    ],
  },
  {
    name: "movement",
    source: "movement",
    on: "on_date",
    grain: "day",
    at: "(extract(year from effective_on) * 12 + extract(month from effective_on))::integer",
    splits: whoAndWhere,
    numbers: [sum("open_cents"), sum("charged_cents")],
  },
];

/** Where a number stands in the cells of its set, counted from 1 as the database does. */
export function placeOf(set: string, name: string): number {
  const found = cellSets.find((one) => one.name === set);
  const place = found?.numbers.findIndex((number) => number.name === name) ?? -1;
  if (place < 0) throw new Error(`The cells of ${set} hold no ${name}.`);
  return place + 1;
}
