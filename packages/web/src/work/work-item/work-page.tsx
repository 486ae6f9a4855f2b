import type { FilterCounts, ListTotal } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import type { WorkItemRow } from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { workKinds } from "@headwater/revenue-cycle/work/work-item/work-kinds.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDollars } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterChip } from "../../table/filter-chip.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { useSelection } from "../../table/selection.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { SavedFilters } from "./saved-filters.tsx";
import { workColumns } from "./work-columns.tsx";
import { WorkPanel } from "./work-panel.tsx";
import "./work.css";
import type { WorkSearch } from "./work-search-params.ts";

const dues = ["overdue", "week", "later", "none"] as const;
const roles = [...new Set(Object.values(workKinds).map((kind) => kind.role))];

/** What a person must do, the most urgent first; the item opens beside the list. */
export function WorkPage() {
  const { practice } = useParams({ from: "/p/$practice/work" });
  const search = useSearch({ from: "/p/$practice/work" });
  const navigate = useNavigate({ from: "/p/$practice/work" });
  const { open, ...query } = search;
  const selection = useSelection();
  const mayWrite = isAllowed(useSession(), practice, "work.write");
  const question: ListQuestion = { practice, path: "work", query };
  const list = useKeysetRows<WorkItemRow>(question);
  const today = useBusinessDate(practice);
  const columns = useMemo(() => workColumns(practice, today), [practice, today]);
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const opened = list.rows.findIndex((item) => String(item.id) === open);
  const item = useOpenItem(practice, open, list.rows[opened]);
  const show = (next: WorkItemRow | undefined) =>
    change(next ? { ...search, open: String(next.id) } : query);
  return (
    <div className="page">
      <PageHead
        title={t("work.title")}
        sentence={list.total && workSentence(list.total, query)}
        actions={<ExportMenu question={question} />}
      />
      <WorkFilters
        practice={practice}
        search={query}
        counts={list.total?.counts}
        onChange={change}
      />
      {mayWrite && (
        <BulkBar
          practice={practice}
          items={list.rows.filter((row) => selection.ids.has(String(row.id)))}
          onDone={selection.clear}
        />
      )}
      <div className="split" data-open={item !== undefined || undefined}>
        <RecordTable
          label={t("work.title")}
          columns={columns}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("work.count", { count })}
          empty={<NoWork practice={practice} isFiltered={Object.values(query).some(Boolean)} />}
          openId={open}
          onOpen={show}
          onEnter={show}
          {...(mayWrite ? { selection } : {})}
        />
        {item && (
          <WorkPanel
            key={item.id}
            practice={practice}
            item={item}
            onNext={() => show(list.rows[opened + 1] ?? list.rows[opened - 1])}
            onClose={() => show(undefined)}
          />
        )}
      </div>
    </div>
  );
}

type FilterProps = {
  readonly practice: string;
  readonly search: WorkSearch;
  readonly counts: FilterCounts | undefined;
  readonly onChange: (change: WorkSearch) => void;
};

function WorkFilters({ practice, search, counts, onChange }: FilterProps) {
  return (
    <div className="filter-bar">
      <FilterSelect
        label={t("work.role")}
        value={search.role}
        options={roles.map((role) => [role, tOr(`role.${role}`, role)])}
        counts={counts?.role}
        onChange={(role) => onChange({ ...search, role })}
      />
      <FilterSelect
        label={t("work.kind")}
        value={search.kind}
        options={Object.keys(workKinds).map((kind) => [kind, tOr(`workKind.${kind}`, kind)])}
        counts={counts?.kind}
        onChange={(kind) => onChange({ ...search, kind })}
      />
      <FilterSelect
        label={t("work.due")}
        value={search.due}
        options={dues.map((due) => [due, t(`workDue.${due}`)])}
        counts={counts?.due}
        onChange={(due) => onChange({ ...search, due })}
      />
      <FilterSelect
        label={t("work.state")}
        value={search.state}
        otherwise={t("filter.open", { label: t("work.state") })}
        options={[["closed", t("stateWord.closed")]]}
        onChange={(state) => onChange({ ...search, state })}
      />
      {(search.claim || search.remittance) && (
        <FilterChip
          words={t(search.claim ? "work.ofClaim" : "work.ofRemittance")}
          onRemove={() => onChange({ ...search, claim: undefined, remittance: undefined })}
        />
      )}
      <SavedFilters
        practice={practice}
        page="work"
        query={{ ...search, open: undefined }}
        onChoose={onChange}
      />
    </div>
  );
}

/** The item in the panel: a row of the list, or one that a link names and the list does not hold. */
function useOpenItem(practice: string, open: string | undefined, listed: WorkItemRow | undefined) {
  const named = useQuery({
    queryKey: [practice, "work", "item", open],
    queryFn: ({ signal }) =>
      getJson<WorkItemRow>(practiceAddress(practice, `work/${open ?? ""}`), signal),
    enabled: open !== undefined && listed === undefined,
  });
  return listed ?? (open === undefined ? undefined : named.data);
}

/** "52 items worth $19,573.03; 48 overdue, 2 due within seven days." */
function workSentence(total: ListTotal, { state, due }: WorkSearch): string {
  const count = t("work.count", { count: total.count });
  if (total.cents === undefined) return count;
  const worth = t("work.sentence", { count, dollars: formatDollars(total.cents) });
  const pressing = (["overdue", "week"] as const)
    .map((one) => [one, total.counts?.due?.[one] ?? 0] as const)
    .filter(([, number]) => number > 0)
    .map(([one, number]) => t(`work.${one}Count`, { count: number }));
  if (state !== undefined || due !== undefined || pressing.length === 0) return `${worth}.`;
  return `${worth}; ${pressing.join(", ")}.`;
}

type EmptyProps = { readonly practice: string; readonly isFiltered: boolean };

/** Nothing left to do is good news, not an empty list. */
function NoWork({ practice, isFiltered }: EmptyProps) {
  if (!isFiltered) return <Notice title={t("work.allDone")} text={t("work.allDoneText")} />;
  return (
    <Notice title={t("state.noMatch")} text={t("work.noMatch")}>
      <Link to="/p/$practice/work" params={{ practice }} search={{}}>
        {t("action.clearFilters")}
      </Link>
    </Notice>
  );
}
