import type { FeeScheduleAnswer } from "@headwater/revenue-cycle/masters/fee-schedule/fee-schedule-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDate } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import type { Column } from "../../table/column.ts";
import { DateFilter } from "../../table/date-filter.tsx";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { Money } from "../../table/money.tsx";
import { usePayers } from "../../table/payers.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { Stated } from "../../table/stated.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { ImportLink } from "../import/import-link.tsx";

/** What payers allow, with what Medicare allows in a locality beside it. */
export function FeeSchedulesPage() {
  const { practice } = useParams({ from: "/p/$practice/fee-schedules" });
  const search = useSearch({ from: "/p/$practice/fee-schedules" });
  const navigate = useNavigate({ from: "/p/$practice/fee-schedules" });
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const mayWrite = isAllowed(useSession(), practice, "masters.write");
  const question: ListQuestion = { practice, path: "fee-schedule", query: search };
  const list = useKeysetRows<FeeScheduleAnswer>(question);
  const isNarrowed = [search.payer, search.code, search.on].some((one) => one !== undefined);
  return (
    <div className="page">
      <PageHead
        title={t("feeSchedule.title")}
        sentence={list.total && t("feeSchedule.count", { count: list.total.count })}
        actions={
          <>
            <ExportMenu question={question} />
            {mayWrite && <ImportLink practice={practice} what="fee-schedule" />}
          </>
        }
      />
      <Filters practice={practice} search={search} isNarrowed={isNarrowed} onChange={change} />
      <RecordTable
        label={t("feeSchedule.title")}
        columns={feeColumns(search.locality !== undefined)}
        list={list}
        rowId={(row) => `${row.payerId} ${row.procedureCode} ${row.effectiveFrom}`}
        countLabel={(count) => t("feeSchedule.count", { count })}
        empty={
          isNarrowed ? (
            <Notice title={t("state.noMatch")} text={t("masters.noMatch")} />
          ) : (
            <Notice title={t("feeSchedule.none")} text={t("feeSchedule.noneText")} />
          )
        }
      />
    </div>
  );
}

type Search = {
  readonly payer?: string | undefined;
  readonly code?: string | undefined;
  readonly on?: string | undefined;
  readonly locality?: string | undefined;
};

type FiltersProps = {
  readonly practice: string;
  readonly search: Search;
  readonly isNarrowed: boolean;
  readonly onChange: (next: Search) => void;
};

function Filters({ practice, search, isNarrowed, onChange }: FiltersProps) {
  const payers = usePayers(practice);
  const today = useBusinessDate(practice);
  const localities = useLocalities(practice, search.on ?? today);
  return (
    <div className="filter-bar">
      <FilterSelect
        label={t("feeSchedule.payer")}
        value={search.payer}
        options={payers}
        onChange={(payer) => onChange({ ...search, payer })}
      />
      <TextFilter
        label={t("feeSchedule.code")}
        value={search.code}
        onChange={(code) => onChange({ ...search, code })}
      />
      <DateFilter
        label={t("masters.on")}
        value={search.on}
        onChange={(on) => onChange({ ...search, on })}
      />
      {localities.length > 0 && (
        <FilterSelect
          label={t("feeSchedule.locality")}
          value={search.locality}
          options={localities}
          onChange={(locality) => onChange({ ...search, locality })}
        />
      )}
      <ClearFilters
        isNarrowed={isNarrowed}
        onClear={() => onChange(search.locality ? { locality: search.locality } : {})}
      />
    </div>
  );
}

type Localities = {
  readonly rows: readonly { readonly id: string; readonly state: string; readonly name: string }[];
};

/** Localities of the indices that are loaded for a day; none is loaded, none to choose. */
function useLocalities(practice: string, on: string): readonly (readonly [string, string])[] {
  const answer = useQuery({
    queryKey: [practice, "code-sets", "localities", on],
    queryFn: ({ signal }) =>
      getJson<Localities>(practiceAddress(practice, "code-sets/localities", { on }), signal),
  });
  return (answer.data?.rows ?? []).map((row) => [row.id, `${row.state} ${row.name}`] as const);
}

function feeColumns(withMedicare: boolean): Column<FeeScheduleAnswer>[] {
  const own: Column<FeeScheduleAnswer>[] = [
    { id: "payer", title: t("feeSchedule.payer"), cell: (row) => row.payerName },
    { id: "code", title: t("feeSchedule.code"), width: 90, cell: (row) => row.procedureCode },
    {
      id: "allowed",
      title: t("feeSchedule.allowed"),
      width: 120,
      kind: "money",
      cell: (row) => <Money cents={row.allowedCents} />,
    },
    {
      id: "from",
      title: t("masters.from"),
      width: 120,
      cell: (row) => formatDate(row.effectiveFrom),
    },
    {
      id: "to",
      title: t("masters.through"),
      width: 120,
      cell: (row) => <Stated text={row.effectiveTo && formatDate(row.effectiveTo)} />,
    },
  ];
  const medicare: Column<FeeScheduleAnswer>[] = [
    {
      id: "nonfacility",
      title: t("feeSchedule.nonfacility"),
      width: 140,
      kind: "money",
      cell: (row) => <Medicare row={row} cents={row.medicareNonfacilityCents} />,
    },
    {
      id: "facility",
      title: t("feeSchedule.facility"),
      width: 140,
      kind: "money",
      cell: (row) => <Medicare row={row} cents={row.medicareFacilityCents} />,
    },
  ];
  return withMedicare ? [...own, ...medicare] : own;
}

type MedicareProps = { readonly row: FeeScheduleAnswer; readonly cents: number | null };

function Medicare({ row, cents }: MedicareProps) {
  if (row.medicare === "not-loaded") {
    return <span className="dim">{t("feeSchedule.notLoaded")}</span>;
  }
  if (row.medicare === "absent") return <span className="dim">{t("feeSchedule.notPriced")}</span>;
  return <Money cents={cents} />;
}
