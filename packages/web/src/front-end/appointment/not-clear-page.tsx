import type { VisitRow } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatDollars } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { useProviders } from "./booking-form.tsx";
import { notClearColumns } from "./visit-columns.tsx";
import { VisitPanel } from "./visit-panel.tsx";

const dayChoices = ["0", "1", "3", "10", "20"] as const;

/** Visits of the next business days that would not be paid as they stand. */
export function NotClearPage() {
  const { practice } = useParams({ from: "/p/$practice/not-clear" });
  const search = useSearch({ from: "/p/$practice/not-clear" });
  const navigate = useNavigate({ from: "/p/$practice/not-clear" });
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const providers = useProviders(practice);
  const { open, ...query } = search;
  const question: ListQuestion = { practice, path: "appointments/not-clear", query };
  const list = useKeysetRows<VisitRow>(question);
  const isNarrowed = query.light !== undefined || query.provider !== undefined;
  const count = list.total?.count ?? 0;
  const dollars = formatDollars(list.total?.cents ?? 0);
  return (
    <div className="page">
      <PageHead
        title={t("notClear.title")}
        sentence={list.total && count > 0 && t("notClear.sentence", { count, dollars })}
        actions={<ExportMenu question={question} />}
      />
      <div className="filter-bar">
        <FilterSelect
          label={t("notClear.days")}
          value={search.days}
          otherwise={t("notClear.daysChoice", { count: 5 })}
          options={dayChoices.map((days) => [
            days,
            t("notClear.daysChoice", { count: Number(days) }),
          ])}
          onChange={(days) => change({ ...query, days })}
        />
        <FilterSelect
          label={t("notClear.light")}
          value={search.light}
          options={(["stop", "ask"] as const).map((light) => [light, t(`light.${light}`)])}
          counts={list.total?.counts?.light}
          onChange={(light) => change({ ...query, light })}
        />
        <FilterSelect
          label={t("calendar.provider")}
          value={search.provider}
          options={providers.map(({ id, name }) => [String(id), name ?? String(id)])}
          onChange={(provider) => change({ ...query, provider })}
        />
        <ClearFilters isNarrowed={isNarrowed} onClear={() => change({})} />
      </div>
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("notClear.title")}
          columns={notClearColumns()}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(shown) => t("notClear.count", { count: shown })}
          empty={
            isNarrowed ? (
              <Notice title={t("state.noMatch")} text={t("notClear.noMatch")} />
            ) : (
              <Notice title={t("notClear.allClear")} text={t("notClear.allClearText")} />
            )
          }
          openId={open}
          onOpen={(row) => change({ ...query, open: String(row.id) })}
        />
        {open && (
          <VisitPanel key={open} practice={practice} visit={open} onClose={() => change(query)} />
        )}
      </div>
    </div>
  );
}
