import type { ProviderAnswer } from "@headwater/revenue-cycle/masters/provider/provider-answers.ts";
import { Button } from "@mantine/core";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatDate } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import type { Column } from "../../table/column.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { Stated } from "../../table/stated.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { ProviderPanel } from "./provider-panel.tsx";

const roles = ["billing", "rendering", "supervising"] as const;

/** Who bills, renders and supervises: a list with one provider beside it. */
export function ProvidersPage() {
  const { practice } = useParams({ from: "/p/$practice/providers" });
  const search = useSearch({ from: "/p/$practice/providers" });
  const navigate = useNavigate({ from: "/p/$practice/providers" });
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const mayWrite = isAllowed(useSession(), practice, "provider.write");
  const { open, ...query } = search;
  const question: ListQuestion = { practice, path: "providers", query };
  const list = useKeysetRows<ProviderAnswer>(question);
  const isNarrowed = isNarrowedBy(query);
  const close = () => change(query);
  return (
    <div className="page">
      <PageHead
        title={t("providers.title")}
        sentence={list.total && t("providers.count", { count: list.total.count })}
        actions={
          <>
            <ExportMenu question={question} />
            {mayWrite && (
              <Button onClick={() => change({ ...query, open: "new" })}>
                {t("providers.add")}
              </Button>
            )}
          </>
        }
      />
      <ProviderFilters search={query} onChange={change} />
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("providers.title")}
          columns={providerColumns()}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("providers.count", { count })}
          empty={
            isNarrowed ? (
              <Notice title={t("state.noMatch")} text={t("providers.noMatch")} />
            ) : (
              <Notice title={t("providers.none")} text={t("providers.noneText")} />
            )
          }
          openId={open}
          onOpen={(row) => change({ ...query, open: String(row.id) })}
        />
        {open && (
          <ProviderPanel
            key={open}
            practice={practice}
            provider={open}
            mayWrite={mayWrite}
            onClose={close}
            onSaved={(id) => change({ ...query, open: String(id) })}
          />
        )}
      </div>
    </div>
  );
}

type Search = { readonly search?: string | undefined; readonly role?: string | undefined };

type FiltersProps = { readonly search: Search; readonly onChange: (next: Search) => void };

function ProviderFilters({ search, onChange }: FiltersProps) {
  return (
    <div className="filter-bar">
      <TextFilter
        label={t("providers.search")}
        value={search.search}
        onChange={(text) => onChange({ ...search, search: text })}
      />
      <FilterSelect
        label={t("providers.role")}
        value={search.role}
        options={[
          ...roles.map((role) => [role, t(`providerRole.${role}`)] as const),
          ["none", t("providerRole.none")],
        ]}
        onChange={(role) => onChange({ ...search, role })}
      />
      <ClearFilters isNarrowed={isNarrowedBy(search)} onClear={() => onChange({})} />
    </div>
  );
}

function isNarrowedBy({ search, role }: Search): boolean {
  return search !== undefined || role !== undefined;
}

/** Asked for when the page shows: the catalogue of strings is loaded by then. */
function providerColumns(): Column<ProviderAnswer>[] {
  return [
    {
      id: "name",
      title: t("providers.name"),
      cell: (row) => (
        <>
          <Stated text={row.name} />
          {row.credential && <span className="dim"> {row.credential}</span>}
        </>
      ),
    },
    { id: "npi", title: t("providers.npi"), width: 110, cell: (row) => row.npi },
    {
      id: "roles",
      title: t("providers.roles"),
      width: 210,
      cell: (row) => rolesInWords(row),
    },
    {
      id: "taxonomy",
      title: t("providers.taxonomy"),
      width: 120,
      isExtra: true,
      cell: (row) => <Stated text={row.taxonomy} />,
    },
    {
      id: "from",
      title: t("providers.from"),
      width: 120,
      isExtra: true,
      cell: (row) => <Stated text={row.effectiveFrom && formatDate(row.effectiveFrom)} />,
    },
    {
      id: "to",
      title: t("providers.through"),
      width: 120,
      isExtra: true,
      cell: (row) => <Stated text={row.effectiveTo && formatDate(row.effectiveTo)} />,
    },
  ];
}

function rolesInWords(row: ProviderAnswer): string {
  const held = {
    billing: row.isBilling,
    rendering: row.isRendering,
    supervising: row.isSupervising,
  };
  const words = roles.filter((role) => held[role]).map((role) => t(`providerRole.${role}`));
  return words.length === 0 ? t("providerRole.none") : words.join(", ");
}
