/** One figure of a benchmark beside what it is compared with in the same run. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The bar it should reach, as a sentence such as `at least 2000`. */
  readonly bar?: string;
  /** The machine's limit or a peer, measured in the same run, in the same unit. */
  readonly beside?: { readonly name: string; readonly value: number };
};

/** A benchmark: named by its file, run by `npm run bench -- NAME`. */
export type Benchmark = {
  readonly name: string;
  readonly about: string;
  run(remark: (text: string) => void): Promise<Figure[]>;
};

/** One line for people. */
export function figureLine(figure: Figure): string {
  const round = (value: number) =>
    value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(2);
  const beside = figure.beside
    ? `   (${figure.beside.name}: ${round(figure.beside.value)} ${figure.unit})`
    : "";
  const bar = figure.bar ? `   bar: ${figure.bar}` : "";
  return `${figure.name.padEnd(58)} ${round(figure.value).padStart(10)} ${figure.unit}${bar}${beside}`;
}

/** The value below which `share` of the sorted values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
