import type { ChargeItemAnswer } from "@headwater/revenue-cycle/masters/charge-master/charge-item-answers.ts";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useBusinessDate } from "../../frame/business-date.ts";
import { formatDate } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import type { Column } from "../../table/column.ts";
import { DateFilter } from "../../table/date-filter.tsx";
import { ExportMenu } from "../../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { Stated } from "../../table/stated.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { idOf } from "../form/draft-of.ts";
import { ImportLink } from "../import/import-link.tsx";
import { PriceCell } from "./price-cell.tsx";
import { PriceEntry } from "./price-entry.tsx";
import { PricePanel } from "./price-panel.tsx";
import { type PriceEditing, usePriceEditing } from "./use-price-editing.ts";

/** What the practice asks for its services: typed in place, row after row. */
export function PricesPage() {
  const { practice } = useParams({ from: "/p/$practice/prices" });
  const { open, ...query } = useSearch({ from: "/p/$practice/prices" });
  const navigate = useNavigate({ from: "/p/$practice/prices" });
  const show = (next: Search) => void navigate({ search: next, replace: true });
  const today = useBusinessDate(practice);
  const mayWrite = isAllowed(useSession(), practice, "masters.write");
  const question: ListQuestion = { practice, path: "charge-items", query };
  const list = useKeysetRows<ChargeItemAnswer>(question);
  const editing = usePriceEditing(practice, list.rows);
  const isNarrowed = query.search !== undefined || query.on !== undefined;
  const columns = priceColumns(editing, mayWrite);
  return (
    <div className="page">
      <PageHead
        title={t("prices.title")}
        sentence={list.total && sentenceOf(list.total.count, query.on)}
        actions={
          <>
            <ExportMenu question={question} />
            {mayWrite && <ImportLink practice={practice} what="prices" />}
          </>
        }
      />
      <PriceFilters search={query} isNarrowed={isNarrowed} onChange={show} />
      {mayWrite && <PriceEntry practice={practice} today={today} />}
      {editing.told && (
        <p role="alert" className="error-line">
          {editing.told}
        </p>
      )}
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("prices.title")}
          columns={columns}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("prices.count", { count })}
          empty={
            isNarrowed ? (
              <Notice title={t("state.noMatch")} text={t("masters.noMatch")} />
            ) : (
              <Notice title={t("prices.none")} text={t("prices.noneText")} />
            )
          }
          openId={open}
          onOpen={(row) => show({ ...query, open: String(row.id) })}
          {...(mayWrite ? { onEnter: (row: ChargeItemAnswer) => editing.edit(row.id) } : {})}
        />
        {open && (
          <PricePanel
            key={open}
            practice={practice}
            id={idOf(open)}
            mayWrite={mayWrite}
            onClose={() => show(query)}
          />
        )}
      </div>
      {mayWrite && <p className="dim small">{t("prices.hint")}</p>}
    </div>
  );
}

type Search = {
  readonly search?: string | undefined;
  readonly on?: string | undefined;
  readonly open?: string | undefined;
};

function sentenceOf(count: number, on: string | undefined): string {
  if (on === undefined) return t("prices.count", { count });
  return t("prices.sentence", { count, date: formatDate(on) });
}

type FiltersProps = {
  readonly search: Search;
  readonly isNarrowed: boolean;
  readonly onChange: (next: Search) => void;
};

function PriceFilters({ search, isNarrowed, onChange }: FiltersProps) {
  return (
    <div className="filter-bar">
      <TextFilter
        label={t("prices.search")}
        value={search.search}
        onChange={(text) => onChange({ ...search, search: text })}
      />
      <DateFilter
        label={t("masters.on")}
        value={search.on}
        onChange={(on) => onChange({ ...search, on })}
      />
      <ClearFilters isNarrowed={isNarrowed} onClear={() => onChange({})} />
    </div>
  );
}

function priceColumns(editing: PriceEditing, mayWrite: boolean): Column<ChargeItemAnswer>[] {
  return [
    {
      id: "code",
      title: t("masterField.procedureCode"),
      width: 90,
      cell: (row) => row.procedureCode,
    },
    {
      id: "modifiers",
      title: t("masterField.modifiers"),
      width: 100,
      cell: (row) => <Stated text={row.modifiers || null} />,
    },
    {
      id: "price",
      title: t("masterField.price"),
      width: 120,
      kind: "money",
      cell: (row) => (
        <PriceCell
          row={row}
          isEdited={editing.id === row.id}
          mayWrite={mayWrite}
          onEdit={() => editing.edit(row.id)}
          onSave={(text, step) => editing.save(row, text, step)}
          onCancel={editing.cancel}
        />
      ),
    },
    { id: "label", title: t("masterField.label"), cell: (row) => <Stated text={row.label} /> },
    {
      id: "from",
      title: t("masters.from"),
      width: 120,
      cell: (row) => formatDate(row.effectiveFrom),
    },
    {
      id: "to",
      title: t("masters.through"),
      width: 120,
      cell: (row) => <Stated text={row.effectiveTo && formatDate(row.effectiveTo)} />,
    },
    {
      id: "ndc",
      title: t("masterField.ndc"),
      width: 120,
      isExtra: true,
      cell: (row) => <Stated text={row.ndc} />,
    },
  ];
}
