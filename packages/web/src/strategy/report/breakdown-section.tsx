import type { MeasureAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t, tOr } from "../../strings/translate.ts";
import { FilterSelect } from "../../table/filter-select.tsx";
import { measureValue } from "./measure-section.tsx";
import { ReportFigure } from "./report-figure.tsx";

const splits = ["payer", "provider", "facility"] as const;
type Split = (typeof splits)[number];

/** The measures that compare payers, people and places. */
const compared = [
  "firstPassAcceptance",
  "firstPassResolution",
  "initialDenialRate",
  "daysToPayment",
  "grossDaysInAr",
  "arOver90Share",
  "netCollectionRate",
  "denials",
] as const;

type Props = { readonly practice: string };

/** One row for each payer, provider or facility, one column for each measure; every cell opens its rows. */
export function BreakdownSection({ practice }: Props) {
  const { asOf, by: wanted } = useSearch({ from: "/p/$practice/report" });
  const navigate = useNavigate({ from: "/p/$practice/report" });
  const by = splits.find((one) => one === wanted) ?? "payer";
  const found = useQuery({
    queryKey: [practice, "report", "measures", by, asOf],
    queryFn: ({ signal }) =>
      getJson<{ rows: MeasureAnswer[] }>(
        practiceAddress(practice, "report/measures", { by, asOf }),
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  const names: readonly string[] = compared;
  const rows = (found.data?.rows ?? []).filter(
    (row) => row.by === by && names.includes(row.measure),
  );
  return (
    <section aria-label={t("breakdown.title")}>
      <h2>{t("breakdown.title")}</h2>
      <FilterSelect
        label={t("breakdown.by")}
        value={by === "payer" ? undefined : by}
        otherwise={`${t("breakdown.by")}: ${t("breakdown.payer")}`}
        options={splits.slice(1).map((one) => [one, t(`breakdown.${one}`)] as const)}
        onChange={(next) =>
          void navigate({
            search: (before) => ({ ...before, by: next, figure: undefined }),
            resetScroll: false,
            replace: true,
          })
        }
      />
      {found.data !== undefined && rows.length === 0 && <p>{t("breakdown.none")}</p>}
      {rows.length > 0 && <BreakdownTable by={by} rows={rows} />}
    </section>
  );
}

type TableProps = { readonly by: Split; readonly rows: readonly MeasureAnswer[] };

function BreakdownTable({ by, rows }: TableProps) {
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

type CellProps = { readonly measure: MeasureAnswer | undefined; readonly by: Split };

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
