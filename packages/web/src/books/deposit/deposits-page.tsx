import type { DepositAnswer } from "@headwater/revenue-cycle/books/deposit/deposit-answers.ts";
import type { FilterCounts } from "@headwater/revenue-cycle/masters/answer-schemas.ts";
import { Button } from "@mantine/core";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatDollars } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import { DateFilter } from "../../table/date-filter.tsx";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { CardDeposits } from "./card-deposits.tsx";
import "./deposit.css";
import { depositColumns } from "./deposit-columns.tsx";
import { DepositForm } from "./deposit-form.tsx";
import { DepositPanel } from "./deposit-panel.tsx";
import type { DepositSearch } from "./deposit-search-params.ts";

/** What the bank says came in; a deposit that no remittance explains offers those it may pay. */
export function DepositsPage() {
  const { practice } = useParams({ from: "/p/$practice/deposits" });
  const search = useSearch({ from: "/p/$practice/deposits" });
  const navigate = useNavigate({ from: "/p/$practice/deposits" });
  const { open, new: isNew, ...query } = search;
  const mayEnter = isAllowed(useSession(), practice, "remittance.write");
  const question: ListQuestion = { practice, path: "deposits", query };
  const list = useKeysetRows<DepositAnswer>(question);
  const columns = useMemo(() => depositColumns(practice), [practice]);
  const change = (next: DepositSearch) => void navigate({ search: next, replace: true });
  const opened = list.rows.find((row) => String(row.id) === open);
  const { total } = list;
  const isEntering = isNew === "1" && mayEnter;
  const begin = () => change({ ...query, new: "1" });
  useShortcut("n", begin, mayEnter && !isEntering);
  return (
    <div className="page">
      <PageHead
        title={t("deposits.title")}
        sentence={
          total &&
          t("deposits.sentence", {
            count: total.count,
            dollars: formatDollars(total.cents ?? 0),
          })
        }
        actions={
          <>
            <Link to="/p/$practice/deposit-slips" params={{ practice }} className="action-link">
              {t("slips.title")}
            </Link>
            {mayEnter && <CardDeposits practice={practice} />}
            {mayEnter && (
              <Button size="compact-md" variant="default" onClick={begin}>
                {t("deposits.enter")}
              </Button>
            )}
            <ExportMenu question={question} />
          </>
        }
      />
      <DepositFilters search={search} counts={total?.counts} onChange={change} />
      <div className="split" data-open={opened !== undefined || isEntering || undefined}>
        <RecordTable
          label={t("deposits.title")}
          columns={columns}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("deposits.count", { count })}
          empty={<NoDeposits practice={practice} isFiltered={Object.keys(query).length > 0} />}
          openId={isEntering ? "new" : open}
          onOpen={(row) => change({ ...search, open: String(row.id) })}
          onEnter={(row) => change({ ...search, open: String(row.id) })}
        />
        {isEntering && (
          <DepositForm
            practice={practice}
            onClose={() => change(query)}
            onEntered={({ id }) => change({ ...query, open: String(id) })}
          />
        )}
        {opened && !isEntering && (
          <DepositPanel practice={practice} deposit={opened} onClose={() => change(query)} />
        )}
      </div>
    </div>
  );
}

type FilterProps = {
  readonly search: DepositSearch;
  readonly counts: FilterCounts | undefined;
  readonly onChange: (change: DepositSearch) => void;
};

function DepositFilters({ search, counts, onChange }: FilterProps) {
  return (
    <div className="filter-bar">
      <TextFilter
        label={t("deposits.search")}
        value={search.search}
        onChange={(value) => onChange({ ...search, search: value })}
      />
      <FilterSelect
        label={t("claim.state")}
        value={search.state}
        options={[
          ["unmatched", t("stateWord.unmatched")],
          ["matched", t("stateWord.matched")],
          ["taken-back", t("stateWord.withdrawn")],
        ]}
        counts={counts?.state}
        onChange={(state) => onChange({ ...search, state })}
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
        isNarrowed={Object.entries(search).some(
          ([name, value]) => name !== "open" && name !== "new" && value,
        )}
        onClear={() => onChange({ open: search.open, new: search.new })}
      />
    </div>
  );
}

type EmptyProps = { readonly practice: string; readonly isFiltered: boolean };

function NoDeposits({ practice, isFiltered }: EmptyProps) {
  if (!isFiltered) return <Notice title={t("deposits.none")} text={t("deposits.noneText")} />;
  return (
    <Notice title={t("state.noMatch")} text={t("deposits.noMatch")}>
      <Link to="/p/$practice/deposits" params={{ practice }} search={{}}>
        {t("action.clearFilters")}
      </Link>
    </Notice>
  );
}
