import { Link } from "@tanstack/react-router";
import { MoneyOrDash } from "../../table/money.tsx";

export type MonthDays = { readonly from?: string; readonly through?: string };

/** The four amounts of an account in a month, each with the days whose transfers it is made of. */
export function amountDays(month: string) {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const before: MonthDays = { through: day(new Date(Date.UTC(year, number - 1, 0))) };
  const through = day(new Date(Date.UTC(year, number, 0)));
  const within: MonthDays = { from: `${month}-01`, through };
  return [
    ["openingCents", before],
    ["debitCents", within],
    ["creditCents", within],
    ["closingCents", { through }],
  ] as const satisfies readonly (readonly [string, MonthDays])[];
}

type Props = {
  readonly practice: string;
  readonly row: { readonly kind: string; readonly name: string };
  readonly days: MonthDays;
  readonly cents: number;
};

/** An amount of an account that opens its transfers. */
export function AccountAmount({ practice, row, days, cents }: Props) {
  if (cents === 0) return <MoneyOrDash cents={cents} />;
  return (
    <Link
      to="/p/$practice/accounts"
      params={{ practice }}
      search={{ open: `${row.kind}:${row.name}`, ...days }}
    >
      <MoneyOrDash cents={cents} />
    </Link>
  );
}
