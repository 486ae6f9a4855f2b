import type { DenialRow } from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import type { ListTotal } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDollars } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { usePayers } from "../../table/payers.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { useSelection } from "../../table/selection.ts";
import { DenialBulkBar } from "./denial-bulk-bar.tsx";
import { denialColumns } from "./denial-columns.tsx";
import { DenialFilters } from "./denial-filters.tsx";
import { DenialPanel } from "./denial-panel.tsx";
import { type DenialSearch, denialQuestion, isNarrowed } from "./denial-search-params.ts";

/** What payers refused: what waits for us first; each opens beside the list with what may be done. */
export function DenialsPage() {
  const { practice } = useParams({ from: "/p/$practice/denials" });
  const search = useSearch({ from: "/p/$practice/denials" });
  const navigate = useNavigate({ from: "/p/$practice/denials" });
  const question: ListQuestion = { practice, path: "denials", query: denialQuestion(search) };
  const list = useKeysetRows<DenialRow>(question);
  const selection = useSelection();
  const mayWrite = isAllowed(useSession(), practice, "claim.write");
  const today = useBusinessDate(practice);
  const columns = useMemo(() => denialColumns(today), [today]);
  const change = (next: DenialSearch) => void navigate({ search: next, replace: true });
  const { open, ...closed } = search;
  const opened = list.rows.findIndex(({ id }) => String(id) === open);
  const next = list.rows[opened + 1] ?? list.rows[opened - 1];
  const show = (row: DenialRow | undefined) =>
    change(row ? { ...search, open: String(row.id) } : closed);
  return (
    <div className="page">
      <PageHead
        title={t("denials.title")}
        sentence={list.total && denialsSentence(list.total, search)}
        actions={<ExportMenu question={question} />}
      />
      <DenialFilters
        practice={practice}
        search={search}
        payers={usePayers(practice)}
        counts={list.total?.counts}
        onChange={change}
      />
      {mayWrite && (
        <DenialBulkBar
          practice={practice}
          denials={list.rows.filter(({ id }) => selection.ids.has(String(id)))}
          onDone={selection.clear}
        />
      )}
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("denials.title")}
          columns={columns}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("denials.count", { count })}
          empty={<NoDenials practice={practice} isFiltered={isNarrowed(search)} />}
          openId={open}
          onOpen={show}
          onEnter={(row) =>
            void navigate({
              to: "/p/$practice/denials/$denial",
              params: { practice, denial: String(row.id) },
            })
          }
          {...(mayWrite ? { selection } : {})}
        />
        {open !== undefined && (
          <DenialPanel
            key={open}
            practice={practice}
            denialId={open}
            onNext={() => show(next)}
            onClose={() => change(closed)}
          />
        )}
      </div>
    </div>
  );
}

/** "31 denials worth $8,440.00; 4 overdue, 9 to be answered within seven days." */
function denialsSentence(total: ListTotal, { standing, due }: DenialSearch): string {
  const count = t("denials.count", { count: total.count });
  if (total.cents === undefined) return count;
  const worth = t("denials.sentence", { count, dollars: formatDollars(total.cents) });
  const pressing = (["overdue", "week"] as const)
    .map((one) => [one, total.counts?.due?.[one] ?? 0] as const)
    .filter(([, number]) => number > 0)
    .map(([one, number]) => t(`denials.${one}Count`, { count: number }));
  if (standing !== undefined || due !== undefined || pressing.length === 0) return `${worth}.`;
  return `${worth}; ${pressing.join(", ")}.`;
}

type EmptyProps = { readonly practice: string; readonly isFiltered: boolean };

function NoDenials({ practice, isFiltered }: EmptyProps) {
  if (!isFiltered) return <Notice title={t("denials.none")} text={t("denials.noneText")} />;
  return (
    <Notice title={t("state.noMatch")} text={t("denials.noMatch")}>
      <Link to="/p/$practice/denials" params={{ practice }} search={{}}>
        {t("action.clearFilters")}
      </Link>
    </Notice>
  );
}
