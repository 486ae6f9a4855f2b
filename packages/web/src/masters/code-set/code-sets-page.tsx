import type { CodeSetState } from "@headwater/revenue-cycle/masters/code-set/code-set-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatCount, formatDate } from "../../frame/format.ts";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { DateFilter } from "../../table/date-filter.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { plainRows } from "../../table/plain-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { Stated } from "../../table/stated.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { CodeFileList } from "./code-file-list.tsx";
import { CodePairCheck } from "./code-pair-check.tsx";
import { CodeSearchResults } from "./code-search-results.tsx";
import { codeSetName } from "./code-set-name.ts";
import type { CodeSetSearch } from "./code-set-search-params.ts";

const searchedSets = ["icd-10-cm", "hcpcs", "nucc-taxonomy", "place-of-service"] as const;

type Sets = { readonly on: string; readonly rows: readonly CodeSetState[] };

/** The official code sets: which answer for a day, a search over their codes, and how they are loaded. */
export function CodeSetsPage() {
  const { practice } = useParams({ from: "/p/$practice/code-sets" });
  const search = useSearch({ from: "/p/$practice/code-sets" });
  const navigate = useNavigate({ from: "/p/$practice/code-sets" });
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const sets = useQuery({
    queryKey: [practice, "code-sets", search.on],
    queryFn: ({ signal }) =>
      getJson<Sets>(practiceAddress(practice, "code-sets", { on: search.on }), signal),
  });
  const isFiles = search.view === "files";
  const isPairs = search.view === "pairs";
  return (
    <div className="page">
      <PageHead
        title={t("codeSets.title")}
        sentence={sets.data && sentenceOf(sets.data)}
        actions={<Views practice={practice} view={search.view} on={search.on} />}
      />
      {isFiles && <CodeFileList practice={practice} />}
      {!isFiles && (
        <SetFilters
          search={search}
          today={sets.data?.on}
          isSearching={!isPairs}
          onChange={change}
        />
      )}
      {isPairs && <CodePairCheck practice={practice} on={search.on} />}
      {!isFiles && !isPairs && search.search && (
        <CodeSearchResults practice={practice} search={search} onChange={change} />
      )}
      {!isFiles && !isPairs && !search.search && (
        <RecordTable
          label={t("codeSets.title")}
          columns={setColumns()}
          list={plainRows({
            rows: sets.data?.rows,
            error: sets.error ?? undefined,
            isFetching: sets.isFetching,
            retry: () => void sets.refetch(),
          })}
          rowId={(row) => `${row.codeSet} ${row.variant}`}
          countLabel={(count) => t("codeSets.count", { count })}
          empty={null}
        />
      )}
    </div>
  );
}

type Search = { readonly [Name in keyof CodeSetSearch]?: string | undefined };

type FiltersProps = {
  readonly search: Search;
  /** The day that holds while none is chosen. */
  readonly today: string | undefined;
  readonly isSearching: boolean;
  readonly onChange: (next: Search) => void;
};

function SetFilters({ search, today, isSearching, onChange }: FiltersProps) {
  return (
    <div className="filter-bar">
      {isSearching && (
        <>
          <TextFilter
            label={t("codeSets.search")}
            value={search.search}
            onChange={(text) => onChange({ ...search, search: text, open: undefined })}
          />
          <FilterSelect
            label={t("codeSets.set")}
            value={search.set}
            options={searchedSets.map((set) => [set, t(`codeSet.${set}`)])}
            onChange={(set) => onChange({ ...search, set, open: undefined })}
          />
          <FilterSelect
            label={t("codeSets.billable")}
            value={search.billable}
            options={[["1", t("codeSets.billableOnly")]]}
            onChange={(billable) => onChange({ ...search, billable })}
          />
        </>
      )}
      <DateFilter
        label={t("codeSets.on")}
        value={search.on}
        {...(today ? { otherwise: today } : {})}
        onChange={(on) => onChange({ ...search, on })}
      />
    </div>
  );
}

type ViewsProps = {
  readonly practice: string;
  readonly view: string | undefined;
  readonly on: string | undefined;
};

/** The other two faces of the page, and the way back. */
function Views({ practice, view, on }: ViewsProps) {
  const to = "/p/$practice/code-sets" as const;
  const views = [undefined, "pairs", "files"] as const;
  return views
    .filter((one) => one !== view)
    .map((one) => (
      <Button
        key={one ?? "sets"}
        size="compact-sm"
        variant="default"
        renderRoot={(props) => (
          <Link
            {...props}
            to={to}
            params={{ practice }}
            search={{ ...(one ? { view: one } : {}), ...(on ? { on } : {}) }}
          />
        )}
      >
        {t(`codeSets.view-${one ?? "sets"}`)}
      </Button>
    ));
}

function sentenceOf({ on, rows }: Sets): string {
  const answering = rows.filter(({ state }) => state === "in-force").length;
  return t("codeSets.sentence", {
    answering: formatCount(answering),
    all: formatCount(rows.length),
    date: formatDate(on),
  });
}

/** Asked for when the page shows: the catalogue of strings is loaded by then. */
function setColumns(): Column<CodeSetState>[] {
  return [
    { id: "set", title: t("codeSets.set"), cell: (row) => codeSetName(row) },
    {
      id: "state",
      title: t("codeSets.state"),
      width: 150,
      cell: (row) => <StateWord state={row.state} />,
    },
    {
      id: "edition",
      title: t("codeSets.edition"),
      width: 120,
      cell: (row) => <Stated text={row.edition} />,
    },
    {
      id: "from",
      title: t("codeSets.from"),
      width: 120,
      cell: (row) => <Stated text={row.effectiveFrom && formatDate(row.effectiveFrom)} />,
    },
    {
      id: "through",
      title: t("codeSets.through"),
      width: 120,
      cell: (row) => (
        <Stated
          text={
            row.effectiveTo ? formatDate(row.effectiveTo) : row.edition && t("codeSets.untilNext")
          }
        />
      ),
    },
    {
      id: "rows",
      title: t("codeSets.rows"),
      width: 110,
      kind: "number",
      cell: (row) => <Stated text={row.rows === 0 ? null : formatCount(row.rows)} />,
    },
    {
      id: "editions",
      title: t("codeSets.editions"),
      width: 90,
      kind: "number",
      cell: (row) => formatCount(row.editions),
    },
  ];
}
