import { balanceAges } from "@headwater/revenue-cycle/back-end/patient-account/patient-account.ts";
import type { PatientBalance } from "@headwater/revenue-cycle/back-end/patient-account/patient-account-answers.ts";
import { Button } from "@mantine/core";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatCents, formatDollars } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import type { Column } from "../../table/column.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { Money, MoneyOrDash } from "../../table/money.tsx";
import { RecordTable } from "../../table/record-table.tsx";
import { CivilDate, Stated } from "../../table/stated.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import type { BalanceSearch } from "./balance-search-params.ts";

const columns: Column<PatientBalance>[] = [
  { id: "name", title: t("balances.name"), cell: (row) => row.name },
  {
    id: "account",
    title: t("balances.account"),
    width: 96,
    cell: (row) => row.account.toUpperCase(),
  },
  {
    id: "claims",
    title: t("balances.claims"),
    width: 72,
    kind: "number",
    cell: (row) => row.claims,
  },
  {
    id: "since",
    title: t("balances.since"),
    width: 120,
    cell: (row) => <CivilDate date={row.oldestSince} />,
  },
  {
    id: "told",
    title: t("balances.lastTold"),
    width: 120,
    cell: (row) => <CivilDate date={row.lastStatementOn} />,
  },
  {
    id: "held",
    title: t("balances.held"),
    width: 140,
    cell: (row) => (
      <Stated text={row.holds.map((kind) => tOr(`accountHold.${kind}`, kind)).join(", ")} />
    ),
  },
  {
    id: "unapplied",
    title: t("balances.unapplied"),
    width: 130,
    kind: "money",
    cell: (row) => <MoneyOrDash cents={row.unappliedCents} />,
    cents: (row) => row.unappliedCents,
  },
  {
    id: "owed",
    title: t("balances.owed"),
    width: 120,
    kind: "money",
    cell: (row) => <Money cents={row.owedCents} />,
    cents: (row) => row.owedCents,
  },
];

/** What patients owe after their payers, by who answers for it. */
export function PatientBalancesPage() {
  const { practice } = useParams({ from: "/p/$practice/patient-balances" });
  const search = useSearch({ from: "/p/$practice/patient-balances" });
  const navigate = useNavigate({ from: "/p/$practice/patient-balances" });
  const question: ListQuestion = { practice, path: "patient-balances", query: search };
  const list = useKeysetRows<PatientBalance>(question);
  const change = (next: BalanceSearch) => void navigate({ search: next, replace: true });
  const runs = () => void navigate({ to: "/p/$practice/statement-run", params: { practice } });
  const open = ({ account }: PatientBalance) =>
    void navigate({ to: "/p/$practice/patient-accounts/$account", params: { practice, account } });
  useShortcut("Ctrl+Enter", runs);
  const { total } = list;
  return (
    <div className="page">
      <PageHead
        title={t("balances.title")}
        sentence={
          total &&
          t("balances.sentence", { count: total.count, dollars: formatDollars(total.cents ?? 0) })
        }
        actions={
          <>
            <Link to="/p/$practice/small-balances" params={{ practice }} className="action-link">
              {t("smallBalances.title")}
            </Link>
            <Button onClick={runs}>{t("balances.run")}</Button>
            <ExportMenu question={question} />
          </>
        }
      />
      <BalanceFilters search={search} onChange={change} />
      <RecordTable
        label={t("balances.title")}
        columns={columns}
        list={list}
        rowId={(row) => row.account}
        countLabel={(count) => t("balances.count", { count })}
        empty={<NoBalances practice={practice} isFiltered={Object.keys(search).length > 0} />}
        onOpen={open}
        onEnter={open}
      />
    </div>
  );
}

type FilterProps = {
  readonly search: BalanceSearch;
  readonly onChange: (change: BalanceSearch) => void;
};

const minimums = ["500", "5000", "25000", "100000"] as const;

function BalanceFilters({ search, onChange }: FilterProps) {
  return (
    <div className="filter-bar">
      <TextFilter
        label={t("balances.search")}
        value={search.search}
        onChange={(value) => onChange({ ...search, search: value })}
      />
      <FilterSelect
        label={t("balances.age")}
        value={search.age}
        options={balanceAges.map((age) => [age, t(`balanceAge.${age}`)] as const)}
        onChange={(age) => onChange({ ...search, age })}
      />
      <FilterSelect
        label={t("balances.told")}
        value={search.told}
        options={[
          ["never", t("told.never")],
          ["due", t("told.due")],
          ["lately", t("told.lately")],
        ]}
        onChange={(told) => onChange({ ...search, told })}
      />
      <FilterSelect
        label={t("balances.minimum")}
        value={search.minimumCents}
        options={minimums.map((cents) => [cents, formatCents(Number(cents))] as const)}
        onChange={(minimumCents) => onChange({ ...search, minimumCents })}
      />
      <ClearFilters isNarrowed={Object.values(search).some(Boolean)} onClear={() => onChange({})} />
    </div>
  );
}

type EmptyProps = { readonly practice: string; readonly isFiltered: boolean };

function NoBalances({ practice, isFiltered }: EmptyProps) {
  if (!isFiltered) return <Notice title={t("balances.none")} text={t("balances.noneText")} />;
  return (
    <Notice title={t("state.noMatch")} text={t("balances.noMatch")}>
      <Link to="/p/$practice/patient-balances" params={{ practice }} search={{}}>
        {t("action.clearFilters")}
      </Link>
    </Notice>
  );
}
