import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticesTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { SourceName } from "../kpi/figure.ts";
import { breakdowns } from "../kpi/report-answers.ts";
import type { ReportSums, Sums } from "../kpi/report-sums.ts";
import type { CellSplit } from "./cell-sets.ts";
import { type AskedPeriod, type CellSums, sumCells } from "./sum-cells.query.ts";

/** The numbers of the measures by period, in the shape from which the report makes its measures. */
export async function sumRollups(
  transaction: PracticesTransaction,
  practiceId: number,
  asked: { readonly periods: readonly AskedPeriod[]; readonly splits: readonly (CellSplit | "")[] },
): Promise<ReadonlyMap<string, ReportSums>> {
  const cells = await sumCells(transaction, { practiceId, ...asked });
  const payers = await payerNames(transaction, practiceId);
  return new Map(
    asked.periods.map(({ id }) => [
      id,
      sumsOf(
        cells.filter(({ period }) => period === id),
        payers,
      ),
    ]),
  );
}

type PayerName = { readonly payerId: number; readonly key: string; readonly name: string };

async function payerNames(
  transaction: PracticesTransaction,
  practiceId: number,
): Promise<ReadonlyMap<string, PayerName>> {
  const rows = await transaction.query<PayerName>(sql`
    select payer_id as "payerId", identifier_key as key, name from payers
    where practice_id = ${practiceId}`);
  return new Map(rows.map((row) => [String(row.payerId), row]));
}

/** Every source answers with the same groups: names of numbers are unique among them. */
function sumsOf(cells: readonly CellSums[], payers: ReadonlyMap<string, PayerName>): ReportSums {
  const all = cells.map((cell): Sums => {
    const payer = cell.split === "payer" ? payers.get(cell.key) : undefined;
    const by = breakdowns.filter((one) => one === cell.split);
    const key = payer?.key ?? cell.key;
    return {
      by,
      keys: by.length > 0 ? [key] : [],
      payer: payer?.name ?? null,
      payerId: payer?.payerId ?? null,
      numbers: cell.numbers,
    };
  });
  const sorted = all.sort((one, other) => ((one.keys[0] ?? "") < (other.keys[0] ?? "") ? -1 : 1));
  const groups = (_source: SourceName, by: readonly string[]) =>
    sorted.filter((sums) => sums.by.join() === by.join());
  const whole = groups("claim", [])[0];
  return { groups, number: (name) => whole?.numbers.get(name) ?? 0 };
}
