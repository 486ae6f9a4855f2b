import type { TransferRow } from "@headwater/revenue-cycle/books/transfer/transfer-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatCents } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t, tOr } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { DateFilter } from "../../table/date-filter.tsx";
import { ExportMenu } from "../../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { MoneyOrDash } from "../../table/money.tsx";
import { plainRows } from "../../table/plain-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { TransferEntry } from "./transfer-entry.tsx";

type AccountRow = { readonly kind: string; readonly name: string; readonly cents: number };

/** Columns are asked for when the page shows: the catalogue of strings is loaded by then. */
const accountColumns = (rows: readonly AccountRow[]): Column<AccountRow>[] => [
  {
    id: "kind",
    title: t("accounts.kind"),
    cell: (row) => tOr(`account.${row.kind}`, row.kind),
  },
  ...(rows.some((row) => ownName(row) !== "")
    ? [{ id: "name", title: t("accounts.name"), cell: ownName }]
    : []),
  {
    id: "cents",
    title: t("accounts.balance"),
    width: 200,
    kind: "money",
    cell: (row) => <MoneyOrDash cents={row.cents} />,
    cents: (row) => row.cents,
  },
];

/** The name where it says more than the kind. */
function ownName({ kind, name }: AccountRow): string {
  const plain = (text: string) => text.toLowerCase().replaceAll("-", " ");
  return plain(name) === plain(kind) ? "" : name;
}

/** Every account with its balance, debit positive; the balances add up to zero or the books are wrong. */
export function AccountsPage() {
  const { practice } = useParams({ from: "/p/$practice/accounts" });
  const { open, from, through } = useSearch({ from: "/p/$practice/accounts" });
  const navigate = useNavigate({ from: "/p/$practice/accounts" });
  const accounts = useQuery({
    queryKey: [practice, "ledger/accounts"],
    queryFn: ({ signal }) =>
      getJson<{ rows: readonly AccountRow[] }>(
        practiceAddress(practice, "ledger/accounts"),
        signal,
      ),
  });
  const rows = accounts.data?.rows;
  const opened = rows?.find((row) => accountKey(row) === open);
  const show = (row: AccountRow | undefined, days: Days = {}) =>
    void navigate({ search: row ? { open: accountKey(row), ...days } : {}, replace: true });
  return (
    <div className="page">
      <PageHead
        title={t("accounts.title")}
        sentence={rows && balanceSentence(rows)}
        actions={
          <>
            <Link to="/p/$practice/account-numbers" params={{ practice }} className="action-link">
              {t("generalLedger.link")}
            </Link>
            <ExportMenu question={{ practice, path: "ledger/accounts" }} />
          </>
        }
      />
      <div className="split narrow-list" data-open={opened !== undefined || undefined}>
        <RecordTable
          label={t("accounts.title")}
          columns={accountColumns(rows ?? [])}
          list={plainRows({
            rows,
            error: accounts.error ?? undefined,
            isFetching: accounts.isFetching,
            retry: () => void accounts.refetch(),
          })}
          rowId={accountKey}
          countLabel={(count) => t("accounts.count", { count })}
          empty={<Notice title={t("accounts.none")} text={t("accounts.noneText")} />}
          openId={open}
          onOpen={(row) => show(row)}
        />
        {opened && (
          <AccountPanel
            practice={practice}
            account={opened}
            days={{ from, through }}
            onDays={(days) => show(opened, days)}
            onClose={() => show(undefined)}
          />
        )}
      </div>
    </div>
  );
}

function accountKey(row: AccountRow): string {
  return `${row.kind}:${row.name}`;
}

function balanceSentence(rows: readonly AccountRow[]): string {
  const sum = rows.reduce((total, row) => total + row.cents, 0);
  return sum === 0
    ? t("accounts.inBalance")
    : t("accounts.outOfBalance", { cents: formatCents(sum) });
}

type Days = { readonly from?: string | undefined; readonly through?: string | undefined };

type PanelProps = {
  readonly practice: string;
  readonly account: AccountRow;
  readonly days: Days;
  readonly onDays: (days: Days) => void;
  readonly onClose: () => void;
};

/** The transfers of an account, of all days or of some. */
function AccountPanel({ practice, account, days, onDays, onClose }: PanelProps) {
  const question: ListQuestion = {
    practice,
    path: `ledger/accounts/${account.kind}/transfers`,
    query: { name: account.name, ...days },
  };
  const list = useKeysetRows<TransferRow>(question);
  return (
    <SidePanel
      title={tOr(`account.${account.kind}`, account.kind)}
      onClose={onClose}
      actions={<ExportMenu question={question} />}
    >
      <div className="filter-bar">
        <DateFilter
          label={t("remittances.from")}
          value={days.from}
          onChange={(from) => onDays({ ...days, from })}
        />
        <DateFilter
          label={t("remittances.through")}
          value={days.through}
          onChange={(through) => onDays({ ...days, through })}
        />
      </div>
      {list.rows.map((transfer) => (
        <TransferEntry key={transfer.id} practice={practice} transfer={transfer} />
      ))}
      {list.hasMore && (
        <button type="button" className="link-button" onClick={list.loadMore}>
          {t("transfer.more")}
        </button>
      )}
    </SidePanel>
  );
}
