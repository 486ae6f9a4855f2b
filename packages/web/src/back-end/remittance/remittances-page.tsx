import type { RemittanceRow } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import type { FilterCounts, ListTotal } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatDollars } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { remittanceVerdicts } from "../../strings/code-lists.ts";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import { DateFilter } from "../../table/date-filter.tsx";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { usePayers } from "../../table/payers.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { remittanceColumns } from "./remittance-columns.tsx";
import { RemittancePanel } from "./remittance-panel.tsx";
import type { RemittanceSearch } from "./remittance-search-params.ts";

/** Every remittance with its verdict; what is held or quarantined says why. */
export function RemittancesPage() {
  const { practice } = useParams({ from: "/p/$practice/remittances" });
  const search = useSearch({ from: "/p/$practice/remittances" });
  const navigate = useNavigate({ from: "/p/$practice/remittances" });
  const mayPreview = isAllowed(useSession(), practice, "file.import");
  const { open, ...query } = search;
  const question: ListQuestion = { practice, path: "remittances", query };
  const list = useKeysetRows<RemittanceRow>(question);
  const columns = useMemo(() => remittanceColumns(practice), [practice]);
  const change = (next: RemittanceSearch) => void navigate({ search: next, replace: true });
  return (
    <div className="page">
      <PageHead
        title={t("remittances.title")}
        sentence={list.total && remittancesSentence(list.total, search.verdict)}
        actions={
          <>
            <ExportMenu question={question} />
            <Link to="/p/$practice/paper-remittances" params={{ practice }} search={{}}>
              {t("papers.title")}
            </Link>
            {mayPreview && (
              <Link to="/p/$practice/remittances/preview" params={{ practice }}>
                {t("preview.link")}
              </Link>
            )}
          </>
        }
      />
      <RemittanceFilters
        practice={practice}
        search={search}
        counts={list.total?.counts}
        onChange={change}
      />
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("remittances.title")}
          columns={columns}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("remittances.count", { count })}
          empty={<NoRemittances practice={practice} isFiltered={Object.keys(query).length > 0} />}
          openId={open}
          onOpen={(row) => change({ ...search, open: String(row.id) })}
          onEnter={(row) =>
            void navigate({
              to: "/p/$practice/remittances/$remittance",
              params: { practice, remittance: String(row.id) },
            })
          }
        />
        {open !== undefined && (
          <RemittancePanel practice={practice} remittanceId={open} onClose={() => change(query)} />
        )}
      </div>
    </div>
  );
}

/** "27 remittances, paid $84,000.00; 4 came again and add nothing." */
function remittancesSentence(total: ListTotal, verdict: string | undefined): string {
  const count = t("remittances.count", { count: total.count });
  if (total.cents === undefined) return count;
  const paid = t("remittances.sentence", { count, dollars: formatDollars(total.cents) });
  const again = total.counts?.verdict?.duplicate ?? 0;
  if (verdict !== undefined || again === 0) return `${paid}.`;
  return `${paid}; ${t("remittances.again", { count: again })}.`;
}

type FilterProps = {
  readonly practice: string;
  readonly search: RemittanceSearch;
  readonly counts: FilterCounts | undefined;
  readonly onChange: (change: RemittanceSearch) => void;
};

function RemittanceFilters({ practice, search, counts, onChange }: FilterProps) {
  return (
    <div className="filter-bar">
      <TextFilter
        label={t("remittances.search")}
        value={search.search}
        onChange={(value) => onChange({ ...search, search: value })}
      />
      <FilterSelect
        label={t("files.verdict")}
        value={search.verdict}
        options={remittanceVerdicts.map((verdict) => [verdict, t(`stateWord.${verdict}`)])}
        counts={counts?.verdict}
        onChange={(verdict) => onChange({ ...search, verdict })}
      />
      <FilterSelect
        label={t("claim.payer")}
        value={search.payer}
        options={usePayers(practice)}
        onChange={(payer) => onChange({ ...search, payer })}
      />
      <DateFilter
        label={t("remittances.from")}
        value={search.from}
        onChange={(from) => onChange({ ...search, from })}
      />
      <DateFilter
        label={t("remittances.through")}
        value={search.through}
        onChange={(through) => onChange({ ...search, through })}
      />
      <ClearFilters
        isNarrowed={Object.entries(search).some(([name, value]) => name !== "open" && value)}
        onClear={() => onChange({ open: search.open })}
      />
    </div>
  );
}

type EmptyProps = { readonly practice: string; readonly isFiltered: boolean };

function NoRemittances({ practice, isFiltered }: EmptyProps) {
  if (!isFiltered) return <Notice title={t("remittances.none")} text={t("remittances.noneText")} />;
  return (
    <Notice title={t("state.noMatch")} text={t("remittances.noMatch")}>
      <Link to="/p/$practice/remittances" params={{ practice }} search={{}}>
        {t("action.clearFilters")}
      </Link>
    </Notice>
  );
}
