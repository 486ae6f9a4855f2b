import type { ReportAnswer } from "@headwater/revenue-cycle/strategy/kpi/report-answers.ts";
import { formatCents, formatCount, formatDollars, formatShare } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import { MoneyOrDash, NotStated } from "../../table/money.tsx";
import { ReportFigure } from "./report-figure.tsx";

type Props = {
  readonly aging: ReportAnswer["aging"];
  readonly payers: ReportAnswer["payers"];
};

/** What is late: open money by age, and the payers with how long they take. */
export function LateSection({ aging, payers }: Props) {
  const old = aging.buckets.filter(({ bucket }) => bucket === "91-120" || bucket === ">120");
  const oldCents = old.reduce((sum, one) => sum + one.insuranceCents + one.patientCents, 0);
  const open = aging.insuranceCents + aging.patientCents;
  return (
    <section aria-label={t("report.lateTitle")}>
      <h2>{t("report.lateTitle")}</h2>
      <p>
        <ReportFigure figure="openInsurance">{formatDollars(aging.insuranceCents)}</ReportFigure>{" "}
        {t("report.lateInsurance")}{" "}
        <ReportFigure figure="openPatient">{formatDollars(aging.patientCents)}</ReportFigure>{" "}
        {t("report.latePatient")}{" "}
        {open > 0 &&
          t("report.lateOld", {
            dollars: formatDollars(oldCents),
            share: formatShare(oldCents / open),
          })}
      </p>
      <div className="report-two">
        <AgingTable aging={aging} />
        <PayerTable payers={payers} />
      </div>
    </section>
  );
}

function AgingTable({ aging }: Pick<Props, "aging">) {
  const buckets = aging.buckets.filter(({ bucket, claims }) => bucket !== "undated" || claims > 0);
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t("report.age")}</th>
          <th scope="col" className="number">
            {t("files.claims")}
          </th>
          <th scope="col" className="money">
            {t("report.insurance")}
          </th>
          <th scope="col" className="money">
            {t("report.patient")}
          </th>
        </tr>
      </thead>
      <tbody>
        {buckets.map((one) => (
          <tr key={one.bucket}>
            <td>{t(`aging.${one.bucket}`)}</td>
            <td className="number">{formatCount(one.claims)}</td>
            <td className="money">
              <AgingFigure figure={`aging:${one.bucket}:insurance`} cents={one.insuranceCents} />
            </td>
            <td className="money">
              <AgingFigure figure={`aging:${one.bucket}:patient`} cents={one.patientCents} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("table.total")}</th>
          <td />
          <td className="money">
            <AgingFigure figure="openInsurance" cents={aging.insuranceCents} />
          </td>
          <td className="money">
            <AgingFigure figure="openPatient" cents={aging.patientCents} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function AgingFigure({ figure, cents }: { readonly figure: string; readonly cents: number }) {
  if (cents === 0) return <MoneyOrDash cents={0} />;
  return <ReportFigure figure={figure}>{formatCents(cents)}</ReportFigure>;
}

const mostPayers = 10;

function PayerTable({ payers }: Pick<Props, "payers">) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t("claim.payer")}</th>
          <th scope="col" className="number">
            {t("report.days")}
          </th>
          <th scope="col" className="number">
            {t("report.denialRate")}
          </th>
          <th scope="col" className="money">
            {t("report.open")}
          </th>
        </tr>
      </thead>
      <tbody>
        {payers.slice(0, mostPayers).map((payer) => (
          <tr key={payer.payerId}>
            <td>{payer.name}</td>
            <td className="number">
              {payer.medianDaysToPayment === null ? (
                <NotStated />
              ) : (
                <ReportFigure figure="daysToPaymentMedian" filter={{ payer: payer.key }}>
                  {formatCount(payer.medianDaysToPayment)}
                </ReportFigure>
              )}
            </td>
            <td className="number">
              {payer.initialDenialRate === null ? (
                <NotStated />
              ) : (
                <ReportFigure figure="initialDenialRate" filter={{ payer: payer.key }}>
                  {formatShare(payer.initialDenialRate)}
                </ReportFigure>
              )}
            </td>
            <td className="money">
              <ReportFigure figure="open" filter={{ payer: payer.key }}>
                {formatCents(payer.openCents)}
              </ReportFigure>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
