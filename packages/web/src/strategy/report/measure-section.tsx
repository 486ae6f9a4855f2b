import type { MeasureAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { formatCount, formatDate, formatDollars, formatShare } from "../../frame/format.ts";
import { Why } from "../../frame/why.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { ReportFigure } from "./report-figure.tsx";

/** The measures of the field with benchmarks; one that cannot be measured says what is missing. */
export function MeasureSection({ measures }: { readonly measures: readonly MeasureAnswer[] }) {
  const overall = measures.filter((measure) => measure.by === null);
  const measured = overall.filter((measure) => measure.value !== null);
  const missing = overall.filter((measure) => measure.value === null);
  return (
    <section aria-label={t("report.measureTitle")}>
      <h2>{t("report.measureTitle")}</h2>
      <div className="measure-grid">
        {measured.map((measure) => (
          <Measure key={measure.measure} measure={measure} />
        ))}
      </div>
      {missing.length > 0 && (
        <>
          <h2 style={{ marginTop: 20 }}>{t("report.notMeasurable")}</h2>
          <table className="plain-table">
            <tbody>
              {missing.map((measure) => (
                <tr key={measure.measure}>
                  <th scope="row">{tOr(`measure.${measure.measure}`, measure.measure)}</th>
                  <td>{measure.why?.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Measure({ measure }: { readonly measure: MeasureAnswer }) {
  const name = tOr(`measure.${measure.measure}`, measure.measure);
  return (
    <article className="measure" aria-label={name}>
      <h3>{name}</h3>
      <p className="measure-value">
        <ReportFigure figure={measure.figure}>{measureValue(measure)}</ReportFigure>
      </p>
      <p className="small">
        {measure.remark && (
          <>
            {measure.remark}
            <br />
          </>
        )}
        <Standing measure={measure} />
        {counted(measure)}{" "}
        <Why
          facts={[
            [t("why.formula"), measure.formula],
            [t("why.dateBasis"), measure.dateBasis],
            [t("why.asOf"), formatDate(measure.asOf)],
            [t("why.benchmark"), measure.target?.source],
          ]}
        />
      </p>
    </article>
  );
}

/** A value in its unit. */
export function measureValue({ value, unit }: Pick<MeasureAnswer, "value" | "unit">): string {
  if (value === null) return t("state.notStated");
  if (unit === "share") return formatShare(value);
  if (unit === "cents") return formatDollars(value);
  if (unit === "days") return t("report.daysValue", { days: value.toFixed(1) });
  return formatCount(value);
}

/** Where the value stands against its benchmark: a word with its colour. */
export function Standing({ measure }: { readonly measure: MeasureAnswer }) {
  const { target, value, unit } = measure;
  // A value that rests on part of the claims is told, not judged.
  if (!target || value === null || measure.remark !== null) return null;
  const isMet = target.better === "higher" ? value >= target.floor : value <= target.floor;
  const sign = target.better === "higher" ? "≥" : "≤";
  const top =
    target.top === null
      ? ""
      : t("report.top", { value: measureValue({ value: target.top, unit }) });
  return (
    <>
      <span className="state-word" data-tone={isMet ? "done" : "risk"}>
        {isMet ? t("report.met") : t("report.notMet")}
      </span>{" "}
      {t("report.target", { sign, value: measureValue({ value: target.floor, unit }) })} {top}
      <br />
    </>
  );
}

/** Measures whose numerator and denominator are cents. */
const ofDollars = new Set([
  "initialDenialRateDollars",
  "arOver90Share",
  "netCollectionRate",
  "netCollectionRateProxy",
  "patientCollectionRate",
  "costToCollect",
]);

export function counted({ measure, numerator, denominator, unit }: MeasureAnswer): string {
  if (numerator === null || denominator === null || unit !== "share") return "";
  const format = ofDollars.has(measure) ? formatDollars : formatCount;
  return t("report.of", { some: format(numerator), all: format(denominator) });
}
