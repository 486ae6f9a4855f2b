import type { ReportAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { useNavigate } from "@tanstack/react-router";
import { formatCents, formatCount, formatDollars, formatShare } from "../../frame/format.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t, tOr } from "../../strings/translate.ts";
import { BarTable } from "./bar-table.tsx";
import { ReportFigure } from "./report-figure.tsx";

type Props = { readonly denials: ReportAnswer["denials"] };

/** Where denials come from: one sentence, bars by stage and category, a table by payer and reason. */
export function DenialSection({ denials }: Props) {
  if (denials.count === 0)
    return (
      <section aria-label={t("report.denialTitle")}>
        <h2>{t("report.denialTitle")}</h2>
        <p>{t("report.noDenials")}</p>
      </section>
    );
  return (
    <section aria-label={t("report.denialTitle")}>
      <h2>{t("report.denialTitle")}</h2>
      <DenialSentence denials={denials} />
      <OriginSentence denials={denials} />
      <div className="report-two">
        <BarTable
          caption={t("denial.stage")}
          rows={denials.byStage.map((group) => ({
            ...group,
            label: tOr(`stage.${group.key}`, group.label),
            figure: "denialCents",
            filter: { stage: group.key },
          }))}
        />
        <BarTable
          caption={t("denial.category")}
          rows={denials.byCategory.slice(0, 8).map((group) => ({
            ...group,
            label: tOr(`category.${group.key}`, group.label),
            figure: "denialCents",
            filter: { category: group.key },
          }))}
        />
      </div>
      <OriginTable denials={denials} />
      <PayerReasonTable denials={denials} />
    </section>
  );
}

function DenialSentence({ denials }: Props) {
  const largest = denials.byStage[0];
  return (
    <p>
      <ReportFigure figure="denials">{t("report.denials", { count: denials.count })}</ReportFigure>{" "}
      {t("report.denialsWorth")}{" "}
      <ReportFigure figure="denialCents">{formatDollars(denials.cents)}</ReportFigure>
      {", "}
      <ReportFigure figure="denied">{formatDollars(denials.openCents)}</ReportFigure>{" "}
      {t("report.denialsOpen")}{" "}
      {largest &&
        denials.cents > 0 &&
        t("report.denialsLargest", {
          share: formatShare(largest.cents / denials.cents),
          stage: tOr(`stageIn.${largest.key}`, largest.label),
        })}{" "}
      {denials.preventableCents > 0 && (
        <>
          <ReportFigure figure="denialsPreventable">
            {formatDollars(denials.preventableCents)}
          </ReportFigure>{" "}
          {t("report.denialsPreventable")}{" "}
        </>
      )}
      {denials.dueWithin7DaysCount > 0 && (
        <>
          <ReportFigure figure="denialsDueSoon">
            {t("report.denialsDue", { count: denials.dueWithin7DaysCount })}
          </ReportFigure>{" "}
          (
          <ReportFigure figure="denialsDueSoon">
            {formatDollars(denials.dueWithin7DaysCents)}
          </ReportFigure>
          ).
        </>
      )}
    </p>
  );
}

/** The answer in one sentence: the step that costs most, with its rows, and what comes next. */
function OriginSentence({ denials }: Props) {
  const [first, second] = denials.byOrigin;
  const navigate = useNavigate({ from: "/p/$practice/report" });
  const open = () =>
    first &&
    void navigate({
      search: ({ asOf, by }) => ({ asOf, by, figure: "denials", ...originOf(first) }),
      resetScroll: false,
    });
  useShortcut("o", () => open(), first !== undefined);
  if (first === undefined || denials.cents === 0) return null;
  const share = (cents: number) => formatShare(cents / denials.cents);
  return (
    <p>
      {t("origin.most")}{" "}
      <strong>
        {t("origin.place", {
          process: tOr(`process.${first.process}`, first.process),
          stage: tOr(`stageIn.${first.stage}`, first.stage),
        })}
      </strong>
      {": "}
      <ReportFigure figure="denials" filter={originOf(first)}>
        {t("report.denials", { count: first.count })}
      </ReportFigure>{" "}
      {t("report.denialsWorth")}{" "}
      <ReportFigure figure="denialCents" filter={originOf(first)}>
        {formatDollars(first.cents)}
      </ReportFigure>{" "}
      {t("origin.share", { share: share(first.cents) })}
      {second &&
        ` ${t("origin.next", {
          process: tOr(`process.${second.process}`, second.process),
          stage: tOr(`stageIn.${second.stage}`, second.stage),
          share: share(second.cents),
        })}`}
    </p>
  );
}

type Origin = ReportAnswer["denials"]["byOrigin"][number];

function originOf({ stage, process }: Origin) {
  return { stage, process };
}

/** Every step of the cycle in which denials began. */
function OriginTable({ denials }: Props) {
  return (
    <div style={{ marginTop: 12 }}>
      <BarTable
        caption={t("origin.step")}
        rows={denials.byOrigin.map((one) => ({
          key: `${one.stage} ${one.process}`,
          label: t("origin.row", {
            stage: tOr(`stage.${one.stage}`, one.stage),
            process: tOr(`process.${one.process}`, one.process),
          }),
          count: one.count,
          cents: one.cents,
          figure: "denialCents",
          filter: originOf(one),
        }))}
      />
    </div>
  );
}

function PayerReasonTable({ denials }: Props) {
  return (
    <table className="plain-table" style={{ marginTop: 12 }}>
      <thead>
        <tr>
          <th scope="col">{t("claim.payer")}</th>
          <th scope="col">{t("denial.reason")}</th>
          <th scope="col" className="number">
            {t("report.count")}
          </th>
          <th scope="col" className="money">
            {t("report.dollars")}
          </th>
        </tr>
      </thead>
      <tbody>
        {denials.byPayerAndReason.map((one) => (
          <tr key={`${one.payerKey} ${one.reasonCode}`}>
            <td>{one.payer}</td>
            <td>
              {one.label} <span className="small">{one.reasonCode}</span>
            </td>
            <td className="number">{formatCount(one.count)}</td>
            <td className="money">
              <ReportFigure
                figure="denialCents"
                filter={{ payer: one.payerKey, code: one.reasonCode }}
              >
                {formatCents(one.cents)}
              </ReportFigure>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
