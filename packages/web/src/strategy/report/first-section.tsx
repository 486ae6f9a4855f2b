import type { ReportAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { formatDollars } from "../../frame/format.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ReportFigure } from "./report-figure.tsx";

/** The few things worth most, by dollars, each with who does it. */
export function FirstSection({ first }: { readonly first: ReportAnswer["first"] }) {
  return (
    <section aria-label={t("report.firstTitle")}>
      <h2>{t("report.firstTitle")}</h2>
      {first.length === 0 && <p>{t("report.nothingFirst")}</p>}
      <ol className="first-list">
        {first.map((thing) => (
          <li key={`${thing.code} ${JSON.stringify(thing.filter)}`}>
            <span>
              {tOr(`firstThing.${thing.code}`, thing.code, { ...thing.values, count: thing.count })}
              <br />
              <span className="small">{tOr(`role.${thing.role}`, thing.role)}</span>
            </span>
            <ReportFigure figure={thing.figure} filter={thing.filter}>
              {formatDollars(thing.cents)}
            </ReportFigure>
          </li>
        ))}
      </ol>
    </section>
  );
}
