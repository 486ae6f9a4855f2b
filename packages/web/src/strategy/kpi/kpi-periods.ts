import { formatMonth } from "../../frame/format.ts";

type Option = readonly [period: string, words: string];

/** Years, quarters and months that end with the as-of date, and the period in force if it is another. */
export function periodOptions(asOf: string, chosen: string | undefined): Option[] {
  const year = Number(asOf.slice(0, 4));
  const month = Number(asOf.slice(5, 7));
  const years = [year, year - 1].map((one): Option => [String(one), String(one)]);
  const quarters = Array.from({ length: 8 }, (_, back): Option => {
    const at = year * 4 + Math.ceil(month / 3) - 1 - back;
    const name = `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
    return [name, name.replace("-", " ")];
  });
  const months = Array.from({ length: 12 }, (_, back): Option => {
    const name = monthBefore(year, month, back);
    return [name, formatMonth(name)];
  });
  const lastTwelve = `${monthBefore(year, month, 11)}..${monthBefore(year, month, 0)}`;
  const options: Option[] = [
    [lastTwelve, rangeWords(lastTwelve)],
    ...years,
    ...quarters,
    ...months,
  ];
  const isOffered = chosen === undefined || options.some(([period]) => period === chosen);
  return isOffered ? options : [...options, [chosen, rangeWords(chosen)]];
}

function rangeWords(period: string): string {
  return period.split("..").map(formatMonth).join(" – ");
}

function monthBefore(year: number, month: number, back: number): string {
  const at = year * 12 + month - 1 - back;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}
