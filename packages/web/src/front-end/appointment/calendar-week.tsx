import type { VisitRow } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import { formatWeekday } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

type Props = {
  readonly days: readonly string[];
  readonly rows: readonly VisitRow[];
  readonly today: string;
  readonly openId: string | undefined;
  readonly onOpen: (row: VisitRow) => void;
  readonly onDay: (day: string) => void;
};

/** Seven days side by side, each with its visits by time. */
export function CalendarWeek({ days, rows, today, openId, onOpen, onDay }: Props) {
  return (
    <div className="calendar-week">
      {days.map((day) => (
        <section
          key={day}
          className="calendar-day"
          data-today={day === today || undefined}
          aria-label={formatWeekday(day)}
        >
          <h2>
            <button type="button" className="link-button" onClick={() => onDay(day)}>
              {formatWeekday(day)}
            </button>
          </h2>
          <DayVisits rows={rows.filter((row) => row.day === day)} openId={openId} onOpen={onOpen} />
        </section>
      ))}
    </div>
  );
}

function DayVisits({ rows, openId, onOpen }: Pick<Props, "rows" | "openId" | "onOpen">) {
  if (rows.length === 0) return <p className="dim small">{t("calendar.noneWeek")}</p>;
  return rows.map((row) => (
    <button
      key={row.id}
      type="button"
      className="calendar-visit"
      data-light={row.clearance.light}
      data-state={row.state}
      aria-pressed={String(row.id) === openId}
      onClick={() => onOpen(row)}
    >
      <span>
        <strong>{row.time}</strong> {row.patient}
      </span>
      <span className="dim">
        {row.state === "booked"
          ? t(`light.${row.clearance.light}`)
          : t(`appointmentState.${row.state}`)}
        {" · "}
        {row.provider}
      </span>
    </button>
  ));
}
