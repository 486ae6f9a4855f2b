import type { WorkItemRow } from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { workKinds } from "@headwater/revenue-cycle/work/work-item/work-kinds.ts";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatDollars } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { workColumns } from "./work-columns.tsx";
import { WorkPanel } from "./work-panel.tsx";

const roles = [...new Set(Object.values(workKinds).map((kind) => kind.role))];

/** What a person must do, the most urgent first; the item opens beside the list. */
export function WorkPage() {
  const { practice } = useParams({ from: "/p/$practice/work" });
  const search = useSearch({ from: "/p/$practice/work" });
  const navigate = useNavigate({ from: "/p/$practice/work" });
  const { open, ...query } = search;
  const question: ListQuestion = { practice, path: "work", query };
  const list = useKeysetRows<WorkItemRow>(question);
  const columns = useMemo(() => workColumns(practice), [practice]);
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const opened = list.rows.findIndex((item) => String(item.id) === open);
  const item = list.rows[opened];
  const show = (next: WorkItemRow | undefined) =>
    change(next ? { ...search, open: String(next.id) } : query);
  return (
    <div className="page">
      <PageHead
        title={t("work.title")}
        sentence={list.total && workSentence(list.total)}
        actions={<ExportMenu question={question} />}
      />
      <div className="filter-bar">
        <FilterSelect
          label={t("work.role")}
          value={search.role}
          options={roles.map((role) => [role, tOr(`role.${role}`, role)])}
          onChange={(role) => change({ ...query, role })}
        />
        <FilterSelect
          label={t("work.kind")}
          value={search.kind}
          options={Object.keys(workKinds).map((kind) => [kind, tOr(`workKind.${kind}`, kind)])}
          onChange={(kind) => change({ ...query, kind })}
        />
        <FilterSelect
          label={t("work.state")}
          value={search.state}
          otherwise={t("filter.open", { label: t("work.state") })}
          options={[["closed", t("stateWord.closed")]]}
          onChange={(state) => change({ ...query, state })}
        />
      </div>
      <div className="split" data-open={item !== undefined || undefined}>
        <RecordTable
          label={t("work.title")}
          columns={columns}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("work.count", { count })}
          empty={<NoWork isFiltered={Object.values(query).some(Boolean)} />}
          openId={open}
          onOpen={show}
          onEnter={show}
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

function workSentence(total: { readonly count: number; readonly cents?: number }): string {
  const count = t("work.count", { count: total.count });
  if (total.cents === undefined) return count;
  return t("work.sentence", { count, dollars: formatDollars(total.cents) });
}

/** Nothing left to do is good news, not an empty list. */
function NoWork({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <Notice title={t("state.noMatch")} text={t("work.noMatch")} />
  ) : (
    <Notice title={t("work.allDone")} text={t("work.allDoneText")} />
  );
}
