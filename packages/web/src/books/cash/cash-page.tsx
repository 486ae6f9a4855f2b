import type { CashRow, CashTotals } from "@headwater/revenue-cycle/books/cash/cash-answers.ts";
import type { FilterCounts } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import { DateFilter } from "../../table/date-filter.tsx";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { cashColumns } from "./cash-columns.tsx";
import type { CashSearch } from "./cash-search-params.ts";

/** Bank, remittance and books side by side: every cent that one has and another has not, with its age. */
export function CashPage() {
  const { practice } = useParams({ from: "/p/$practice/cash" });
  const search = useSearch({ from: "/p/$practice/cash" });
  const navigate = useNavigate({ from: "/p/$practice/cash" });
  const question: ListQuestion = { practice, path: "cash", query: search };
  const list = useKeysetRows<CashRow>(question);
  const columns = useMemo(() => cashColumns(practice), [practice]);
  const change = (next: CashSearch) => void navigate({ search: next, replace: true });
  const show = ({ remittanceId, depositId, slipId, paymentId }: CashRow) => {
    if (slipId !== null) {
      const params = { practice };
      const to = "/p/$practice/deposit-slips";
      void navigate({ to, params, search: { open: String(slipId) } });
    } else if (paymentId !== null) {
      void navigate({ to: "/p/$practice/deposit-slips", params: { practice } });
    } else if (remittanceId !== null) {
      const params = { practice, remittance: String(remittanceId) };
      void navigate({ to: "/p/$practice/remittances/$remittance", params });
    } else if (depositId !== null) {
      const params = { practice };
      void navigate({ to: "/p/$practice/deposits", params, search: { open: String(depositId) } });
    }
  };
  return (
    <div className="page">
      <PageHead
        title={t("cash.title")}
        sentence={<CashSentence practice={practice} search={search} />}
        actions={<ExportMenu question={question} />}
      />
      <CashFilters search={search} counts={list.total?.counts} onChange={change} />
      <div className="split">
        <RecordTable
          label={t("cash.title")}
          columns={columns}
          list={list}
          rowId={(row) => row.key}
          countLabel={(count) => t("cash.count", { count })}
          empty={<NoCash practice={practice} isFiltered={Object.keys(search).length > 0} />}
          onOpen={show}
          onEnter={show}
        />
      </div>
    </div>
  );
}

type SentenceProps = { readonly practice: string; readonly search: CashSearch };

function CashSentence({ practice, search: { from, through } }: SentenceProps) {
  const { data } = useQuery({
    queryKey: [practice, "cash/totals", { from, through }],
    queryFn: ({ signal }) =>
      getJson<CashTotals>(practiceAddress(practice, "cash/totals", { from, through }), signal),
  });
  if (data === undefined) return null;
  const { notDepositedCents, notPostedCents, bankThrough } = data;
  const sum = (cents: number, unexplained: "not-deposited" | "not-posted") => (
    <Link
      to="/p/$practice/cash"
      params={{ practice }}
      search={{ from, through, unexplained }}
      className="action-link"
    >
      {formatDollars(cents)}
    </Link>
  );
  return (
    <>
      {notDepositedCents === 0 && notPostedCents === 0 ? (
        t("cash.allIn", {
          bank: formatDollars(data.bankCents),
          posted: formatDollars(data.postedCents),
        })
      ) : (
        <>
          {sum(notDepositedCents, "not-deposited")} {t("cash.notDeposited")}{" "}
          {sum(notPostedCents, "not-posted")} {t("cash.notPosted")}
        </>
      )}{" "}
      <span className="dim">
        {bankThrough === null
          ? t("cash.noBank")
          : t("cash.bankThrough", { date: formatDate(bankThrough) })}
      </span>
    </>
  );
}

type FilterProps = {
  readonly search: CashSearch;
  readonly counts: FilterCounts | undefined;
  readonly onChange: (change: CashSearch) => void;
};

function CashFilters({ search, counts, onChange }: FilterProps) {
  return (
    <div className="filter-bar">
      <TextFilter
        label={t("cash.search")}
        value={search.search}
        onChange={(value) => onChange({ ...search, search: value })}
      />
      <FilterSelect
        label={t("claim.state")}
        value={search.state}
        options={(["no-deposit", "no-remittance", "not-posted", "agrees"] as const).map(
          (state) => [state, t(`stateWord.${state}`)] as const,
        )}
        counts={counts?.state}
        onChange={(state) => onChange({ ...search, state })}
      />
      <FilterSelect
        label={t("cash.show")}
        otherwise={t("cash.everything")}
        value={search.unexplained}
        options={[
          ["1", t("cash.onlyUnexplained")],
          ["not-deposited", t("cash.onlyNotDeposited")],
          ["not-posted", t("cash.onlyNotPosted")],
        ]}
        onChange={(unexplained) => onChange({ ...search, unexplained })}
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
      <ClearFilters isNarrowed={Object.values(search).some(Boolean)} onClear={() => onChange({})} />
    </div>
  );
}

type EmptyProps = { readonly practice: string; readonly isFiltered: boolean };

function NoCash({ practice, isFiltered }: EmptyProps) {
  if (!isFiltered) return <Notice title={t("cash.none")} text={t("cash.noneText")} />;
  return (
    <Notice title={t("state.noMatch")} text={t("cash.noMatch")}>
      <Link to="/p/$practice/cash" params={{ practice }} search={{}}>
        {t("action.clearFilters")}
      </Link>
    </Notice>
  );
}
