import type { DenialRow } from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { formatDate } from "../../frame/format.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { Money } from "../../table/money.tsx";
import { Stated } from "../../table/stated.tsx";
import { DueDate } from "../../work/work-item/due-date.tsx";

export function denialColumns(today: string): Column<DenialRow>[] {
  return [
    {
      id: "due",
      title: t("denials.answerBy"),
      width: 176,
      cell: (row) => <DueDate due={row.dueOn} today={today} isOpen={row.state === "open"} />,
    },
    {
      id: "claim",
      isExtra: true,
      title: t("denials.claim"),
      width: 128,
      cell: (row) => row.patientControlNumber,
    },
    {
      id: "patient",
      title: t("denials.patient"),
      width: 132,
      cell: (row) => <Stated text={row.patientName} />,
    },
    { id: "payer", isExtra: true, title: t("claim.payer"), width: 128, cell: (row) => row.payer },
    {
      id: "why",
      title: t("work.why"),
      cell: (row) => {
        const codes = [`${row.groupCode}-${row.reasonCode}`, ...row.remarkCodes].join(" ");
        return (
          <span title={`${codes} ${row.reason}`}>
            {codes} <span className="dim">{row.reason}</span> {row.procedureCode}
          </span>
        );
      },
    },
    {
      id: "stage",
      isExtra: true,
      title: t("denial.stage"),
      width: 88,
      cell: (row) => tOr(`stage.${row.stage}`, row.stage),
    },
    {
      id: "step",
      isExtra: true,
      title: t("denials.standing"),
      width: 190,
      cell: (row) => <Standing row={row} />,
    },
    {
      id: "cents",
      title: t("denials.worth"),
      width: 104,
      kind: "money",
      cell: (row) => <Money cents={row.cents} />,
      cents: (row) => row.cents,
    },
  ];
}

/** What came of it, else the last step with the day of the next look, else that nobody began. */
function Standing({ row }: { readonly row: DenialRow }) {
  if (row.outcome !== null) return <>{tOr(`denialOutcome.${row.outcome}`, row.outcome)}</>;
  if (row.state !== "open") return <StateWord state={row.state} />;
  if (row.lastStep === null) return <span className="dim">{t("denials.notBegun")}</span>;
  const step = tOr(`denialStep.${row.lastStep}`, row.lastStep);
  if (row.nextActionOn === null) return <>{step}</>;
  return <>{t("denials.stepUntil", { step, date: formatDate(row.nextActionOn) })}</>;
}
