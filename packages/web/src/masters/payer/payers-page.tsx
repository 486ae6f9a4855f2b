import type {
  PayerAnswer,
  PayerRow,
} from "@headwater/revenue-cycle/masters/payer/payer-answers.ts";
import { Button } from "@mantine/core";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import type { Column } from "../../table/column.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { Stated } from "../../table/stated.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { RecordPanel } from "../form/record-panel.tsx";
import { ImportLink } from "../import/import-link.tsx";
import { choices } from "./choices.ts";
import { PayerDirectory } from "./payer-directory.tsx";
import { PayerForm } from "./payer-form.tsx";

/** The practice's payers, and the directory from which others are taken over. */
export function PayersPage() {
  const { practice } = useParams({ from: "/p/$practice/payers" });
  const { open, view, ...query } = useSearch({ from: "/p/$practice/payers" });
  const navigate = useNavigate({ from: "/p/$practice/payers" });
  const show = (next: Search) => void navigate({ search: next, replace: true });
  const openPage = (id: number) =>
    void navigate({ to: "/p/$practice/payers/$payer", params: { practice, payer: String(id) } });
  const mayWrite = isAllowed(useSession(), practice, "masters.write");
  const isDirectory = view === "directory";
  const question: ListQuestion = { practice, path: "payers", query, isActive: !isDirectory };
  const list = useKeysetRows<PayerRow>(question);
  const filtered = { ...query, ...(view ? { view } : {}) };
  return (
    <div className="page">
      <PageHead
        title={t(isDirectory ? "payers.directoryTitle" : "payers.title")}
        sentence={!isDirectory && list.total && t("payers.count", { count: list.total.count })}
        actions={
          <>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => show(isDirectory ? {} : { view: "directory" })}
            >
              {t(isDirectory ? "payers.own" : "payers.directory")}
            </Button>
            {!isDirectory && <ExportMenu question={question} />}
            {mayWrite && !isDirectory && <ImportLink practice={practice} what="payers" />}
            {mayWrite && !isDirectory && (
              <Button onClick={() => show({ ...query, open: "new" })}>{t("payers.add")}</Button>
            )}
          </>
        }
      />
      <PayerFilters search={filtered} onChange={show} />
      {isDirectory ? (
        <PayerDirectory practice={practice} query={query} mayWrite={mayWrite} />
      ) : (
        <div className="split" data-open={open !== undefined || undefined}>
          <RecordTable
            label={t("payers.title")}
            columns={payerColumns(practice)}
            list={list}
            rowId={(row) => String(row.id)}
            countLabel={(count) => t("payers.count", { count })}
            empty={
              isNarrowedBy(query) ? (
                <Notice title={t("state.noMatch")} text={t("masters.noMatch")} />
              ) : (
                <Notice title={t("payers.none")} text={t("payers.noneText")} />
              )
            }
            openId={open}
            onOpen={(row) => openPage(row.id)}
          />
          {open === "new" && (
            <NewPayer practice={practice} onClose={() => show(query)} onSaved={openPage} />
          )}
        </div>
      )}
    </div>
  );
}

type Search = {
  readonly search?: string | undefined;
  readonly lineOfBusiness?: string | undefined;
  readonly view?: string | undefined;
  readonly open?: string | undefined;
};

function isNarrowedBy({ search, lineOfBusiness }: Search): boolean {
  return search !== undefined || lineOfBusiness !== undefined;
}

type FiltersProps = { readonly search: Search; readonly onChange: (next: Search) => void };

function PayerFilters({ search, onChange }: FiltersProps) {
  const cleared = search.view ? { view: search.view } : {};
  return (
    <div className="filter-bar">
      <TextFilter
        label={t("payers.search")}
        value={search.search}
        onChange={(text) => onChange({ ...search, search: text })}
      />
      <FilterSelect
        label={t("masterField.lineOfBusiness")}
        value={search.lineOfBusiness}
        options={choices.linesOfBusiness()}
        onChange={(lineOfBusiness) => onChange({ ...search, lineOfBusiness })}
      />
      <ClearFilters isNarrowed={isNarrowedBy(search)} onClear={() => onChange(cleared)} />
    </div>
  );
}

type NewProps = {
  readonly practice: string;
  readonly onClose: () => void;
  readonly onSaved: (id: number) => void;
};

function NewPayer({ practice, onClose, onSaved }: NewProps) {
  return (
    <RecordPanel<PayerAnswer>
      practice={practice}
      path="payers"
      one={undefined}
      titleOf={(payer) => payer.name}
      newTitle={t("payers.add")}
      onClose={onClose}
    >
      {(known, reload) => (
        <PayerForm
          practice={practice}
          known={known}
          mayWrite
          onSaved={(payer) => onSaved(payer.id)}
          onReload={reload}
        />
      )}
    </RecordPanel>
  );
}

function payerColumns(practice: string): Column<PayerRow>[] {
  return [
    {
      id: "name",
      title: t("masterField.name"),
      cell: (row) => (
        <Link to="/p/$practice/payers/$payer" params={{ practice, payer: String(row.id) }}>
          {row.name}
        </Link>
      ),
    },
    {
      id: "identifier",
      title: t("masterField.identifier"),
      width: 120,
      cell: (row) => <Stated text={row.identifier} />,
    },
    {
      id: "line",
      title: t("masterField.lineOfBusiness"),
      width: 180,
      cell: (row) =>
        row.lineOfBusiness === null ? (
          <span className="dim">{t("payers.notDescribed")}</span>
        ) : (
          tOr(`lineOfBusiness.${row.lineOfBusiness}`, row.lineOfBusiness)
        ),
    },
    {
      id: "indicator",
      title: t("masterField.filingIndicator"),
      width: 170,
      isExtra: true,
      cell: (row) => <Stated text={row.filingIndicator} />,
    },
    {
      id: "route",
      title: t("masterField.claimRoute"),
      width: 130,
      isExtra: true,
      cell: (row) => t(`claimRoute.${row.claimRoute}`),
    },
    {
      id: "connection",
      title: t("masterField.connectionName"),
      width: 140,
      isExtra: true,
      cell: (row) => <Stated text={row.connectionName} />,
    },
  ];
}
