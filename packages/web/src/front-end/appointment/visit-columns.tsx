import type { VisitRow } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import { formatDate } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { Money } from "../../table/money.tsx";
import { Stated } from "../../table/stated.tsx";
import { ClearanceLight } from "./clearance-light.tsx";
import { reasonText } from "./clearance-reasons.tsx";

const firstReason = (row: VisitRow): string => {
  const [reason] = row.clearance.reasons;
  return reason === undefined ? "" : reasonText(reason);
};

const time: () => Column<VisitRow> = () => ({
  id: "time",
  title: t("calendar.time"),
  width: 64,
  cell: (row) => row.time,
});

const patient: () => Column<VisitRow> = () => ({
  id: "patient",
  title: t("calendar.patient"),
  width: 190,
  cell: (row) => row.patient,
});

const light: () => Column<VisitRow> = () => ({
  id: "light",
  title: t("calendar.clearance"),
  width: 92,
  cell: (row) => <ClearanceLight light={row.clearance.light} />,
});

/** The columns of one day, by time. */
export function dayColumns(): Column<VisitRow>[] {
  return [
    time(),
    light(),
    patient(),
    {
      id: "kind",
      title: t("calendar.kind"),
      width: 120,
      isExtra: true,
      cell: (row) => t(`appointmentKind.${row.kind}`),
    },
    {
      id: "provider",
      title: t("calendar.provider"),
      width: 150,
      isExtra: true,
      cell: (row) => <Stated text={row.provider} />,
    },
    {
      id: "why",
      title: t("calendar.why"),
      isExtra: true,
      cell: (row) => <span title={firstReason(row)}>{firstReason(row)}</span>,
    },
    {
      id: "balance",
      title: t("visit.balance"),
      width: 96,
      kind: "money",
      isExtra: true,
      cell: (row) => (row.balanceCents > 0 ? <Money cents={row.balanceCents} /> : null),
    },
    {
      id: "state",
      title: t("calendar.state"),
      width: 110,
      cell: (row) => t(`appointmentState.${row.state}`),
    },
  ];
}

/** The columns of visits that are not clear, most dollars at risk first. */
export function notClearColumns(): Column<VisitRow>[] {
  return [
    light(),
    patient(),
    {
      id: "risk",
      title: t("notClear.atRisk"),
      width: 100,
      kind: "money",
      cell: (row) => (
        <span title={row.clearance.cents === null ? t("notClear.worthUnknown") : undefined}>
          <Money cents={row.clearance.cents} />
        </span>
      ),
      cents: (row) => row.clearance.cents ?? undefined,
    },
    {
      id: "day",
      title: t("calendar.date"),
      width: 150,
      cell: (row) => `${formatDate(row.day)} ${row.time}`,
    },
    {
      id: "payer",
      title: t("notClear.payer"),
      isExtra: true,
      width: 150,
      cell: (row) => <Stated text={row.payer} />,
    },
    {
      id: "why",
      title: t("calendar.why"),
      isExtra: true,
      cell: (row) => <span title={firstReason(row)}>{firstReason(row)}</span>,
    },
    {
      id: "next",
      title: t("notClear.next"),
      isExtra: true,
      cell: (row) => row.clearance.reasons[0]?.actionText,
    },
  ];
}
