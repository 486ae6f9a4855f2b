import type { MeasureAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import type { KpiSplit } from "@headwater/revenue-cycle/strategy/rollup/kpi-answers.ts";
import { t, tOr } from "../../strings/translate.ts";
import { measureValue } from "./measure-section.tsx";
import { ReportFigure } from "./report-figure.tsx";

/** The measures that compare payers, people and places. */
const compared = [
  "cleanClaimRate",
  "firstPassAcceptance",
  "firstPassResolution",
  "initialDenialRate",
  "daysToPayment",
  "grossDaysInAr",
  "arOver90Share",
  "netCollectionRate",
  "denials",
] as const;

type TableProps = { readonly by: KpiSplit; readonly rows: readonly MeasureAnswer[] };

/** One row for each payer, provider or facility, one column for each measure; every cell opens its rows. */
export function BreakdownTable({ by, rows }: TableProps) {
  if (rows.length === 0) return <p>{t("breakdown.none")}</p>;
  const keys = [...new Map(rows.map((row) => [row.key ?? "", row.label]))];
  const cells = new Map(rows.map((row) => [`${row.measure} ${row.key ?? ""}`, row]));
  const shown = compared.filter((measure) => rows.some((row) => row.measure === measure));
  return (
    <table className="plain-table" style={{ marginTop: 8 }}>
      <thead>
        <tr>
          <th scope="col">{t(`breakdown.${by}`)}</th>
          {shown.map((measure) => (
            <th key={measure} scope="col" className="number">
              {tOr(`measure.${measure}`, measure)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keys.map(([key, label]) => (
          <tr key={key}>
            <th scope="row">{label || key || t("breakdown.noKey")}</th>
            {shown.map((measure) => (
              <td key={measure} className="number">
                <Cell measure={cells.get(`${measure} ${key}`)} by={by} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps = { readonly measure: MeasureAnswer | undefined; readonly by: KpiSplit };

/** A value that opens its rows; one that cannot be measured is empty and says why. */
function Cell({ measure, by }: CellProps) {
  if (measure === undefined) return null;
  if (measure.value === null) return <span title={measure.why?.text}>–</span>;
  return (
    <ReportFigure figure={measure.figure} filter={{ [by]: measure.key ?? "" }}>
      {measureValue(measure)}
    </ReportFigure>
  );
}
