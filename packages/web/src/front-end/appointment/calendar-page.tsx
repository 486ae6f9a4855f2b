import { daysOn, weekOf } from "@headwater/revenue-cycle/front-end/appointment/calendar-days.ts";
import type { VisitRow } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import { Button } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatWeekday } from "../../frame/format.ts";
import { LoadingBar } from "../../frame/loading-bar.tsx";
import { FailureNotice, Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t } from "../../strings/translate.ts";
import { DateFilter } from "../../table/date-filter.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { plainRows } from "../../table/plain-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { BookingForm, useProviders } from "./booking-form.tsx";
import type { CalendarSearch } from "./calendar-search-params.ts";
import { CalendarWeek } from "./calendar-week.tsx";
import { dayColumns } from "./visit-columns.tsx";
import { VisitPanel } from "./visit-panel.tsx";
import "../front-end.css";

/** The visits of a day or a week, each with its light; one visit or a booking beside them. */
export function CalendarPage() {
  const { practice } = useParams({ from: "/p/$practice/calendar" });
  const search = useSearch({ from: "/p/$practice/calendar" });
  const navigate = useNavigate({ from: "/p/$practice/calendar" });
  const change = (next: CalendarSearch) => void navigate({ search: next, replace: true });
  const mayBook = isAllowed(useSession(), practice, "appointment.write");
  const today = useBusinessDate(practice);
  const day = search.day ?? today;
  const isWeek = search.view === "week";
  const days = isWeek ? weekOf(day) : [day];
  const calendar = useCalendar(practice, days, search.provider);
  const [isBooking, setBooking] = useState(false);
  const { open, ...query } = search;
  const close = () => change(query);
  const openVisit = (row: VisitRow) => {
    setBooking(false);
    change({ ...query, open: String(row.id) });
  };
  const book = () => {
    close();
    setBooking(true);
  };
  useShortcut("b", book, mayBook);
  const rows = calendar.data?.rows;
  return (
    <div className="page">
      <PageHead
        title={`${t("calendar.title")} · ${isWeek ? weekTitle(days) : formatWeekday(day)}`}
        sentence={rows && rows.length > 0 && sentenceOf(rows)}
        actions={mayBook && <Button onClick={book}>{t("calendar.book")}</Button>}
      />
      <CalendarBar practice={practice} search={search} today={today} onChange={change} />
      <div className="split" data-open={open !== undefined || isBooking || undefined}>
        <Visits
          calendar={calendar}
          week={isWeek ? days : undefined}
          today={today}
          openId={open}
          onOpen={openVisit}
          onDay={(next) => change({ ...query, day: next, view: undefined })}
        />
        {open && <VisitPanel key={open} practice={practice} visit={open} onClose={close} />}
        {isBooking && open === undefined && (
          <SidePanel title={t("booking.title")} onClose={() => setBooking(false)}>
            <BookingForm
              practice={practice}
              start={{ day: day < today ? today : day, provider: search.provider }}
              onDone={(visit) => {
                setBooking(false);
                if (visit) change({ ...query, day: visit.day, open: String(visit.id) });
              }}
            />
          </SidePanel>
        )}
      </div>
    </div>
  );
}

function useCalendar(practice: string, days: readonly string[], provider: string | undefined) {
  const from = days[0] ?? "";
  const to = days.at(-1) ?? from;
  return useQuery({
    queryKey: [practice, "appointments", from, to, provider],
    queryFn: ({ signal }) =>
      getJson<{ rows: VisitRow[]; today: string }>(
        practiceAddress(practice, "appointments", { from, to, provider }),
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}

const weekTitle = (days: readonly string[]): string =>
  `${formatWeekday(days[0] ?? "")} – ${formatWeekday(days.at(-1) ?? "")}`;

function sentenceOf(rows: readonly VisitRow[]): string {
  const booked = rows.filter(({ state }) => state === "booked");
  const count = (light: string) => booked.filter((row) => row.clearance.light === light).length;
  const [stop, ask] = [count("stop"), count("ask")];
  const all = rows.filter(({ state }) => state !== "cancelled").length;
  if (stop + ask === 0) return t("calendar.sentenceClear", { count: all });
  return t("calendar.sentence", { count: all, stop, ask });
}

type BarProps = {
  readonly practice: string;
  readonly search: CalendarSearch;
  readonly today: string;
  readonly onChange: (next: CalendarSearch) => void;
};

function CalendarBar({ practice, search, today, onChange }: BarProps) {
  const providers = useProviders(practice);
  const day = search.day ?? today;
  const step = search.view === "week" ? 7 : 1;
  const { open: _, ...query } = search;
  const go = (days: number) => onChange({ ...query, day: daysOn(day, days) });
  const goToday = () => onChange({ ...query, day: undefined });
  useShortcut("ArrowLeft", () => go(-step));
  useShortcut("ArrowRight", () => go(step));
  useShortcut("t", goToday);
  return (
    <div className="filter-bar">
      <Button variant="default" size="xs" onClick={() => go(-step)}>
        {t("calendar.earlier")}
      </Button>
      <Button variant="default" size="xs" onClick={goToday}>
        {t("calendar.today")}
      </Button>
      <Button variant="default" size="xs" onClick={() => go(step)}>
        {t("calendar.later")}
      </Button>
      <DateFilter
        label={t("calendar.date")}
        value={search.day}
        otherwise={today}
        onChange={(next) => onChange({ ...query, day: next })}
      />
      <FilterSelect
        label={t("calendar.view")}
        value={search.view}
        otherwise={t("calendar.day")}
        options={[["week", t("calendar.week")]]}
        onChange={(view) => onChange({ ...query, view })}
      />
      <FilterSelect
        label={t("calendar.provider")}
        value={search.provider}
        options={providers.map(({ id, name }) => [String(id), name ?? String(id)])}
        onChange={(provider) => onChange({ ...query, provider })}
      />
    </div>
  );
}

type VisitsProps = {
  readonly calendar: ReturnType<typeof useCalendar>;
  /** The days of a week; undefined shows one day as a list. */
  readonly week: readonly string[] | undefined;
  readonly today: string;
  readonly openId: string | undefined;
  readonly onOpen: (row: VisitRow) => void;
  readonly onDay: (day: string) => void;
};

function Visits({ calendar, week, today, openId, onOpen, onDay }: VisitsProps) {
  if (week !== undefined) {
    if (calendar.isError && calendar.data === undefined) {
      return <FailureNotice error={calendar.error} onRetry={() => void calendar.refetch()} />;
    }
    return (
      <div style={{ position: "relative", minHeight: 0 }}>
        <LoadingBar isLoading={calendar.isFetching} />
        <CalendarWeek
          days={week}
          rows={calendar.data?.rows ?? []}
          today={today}
          openId={openId}
          onOpen={onOpen}
          onDay={onDay}
        />
      </div>
    );
  }
  return (
    <RecordTable
      label={t("calendar.title")}
      columns={dayColumns()}
      list={plainRows({
        rows: calendar.data?.rows,
        isFetching: calendar.isFetching,
        error: calendar.error ?? undefined,
        retry: () => void calendar.refetch(),
      })}
      rowId={(row) => String(row.id)}
      countLabel={(count) => t("calendar.count", { count })}
      empty={<Notice title={t("calendar.none")} text={t("calendar.noneText")} />}
      openId={openId}
      onOpen={onOpen}
    />
  );
}
