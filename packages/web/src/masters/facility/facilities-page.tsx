import {
  type FacilityDraft,
  facilityFaultsOf,
  facilityWarningsOf,
  tidyFacility,
} from "@headwater/revenue-cycle/masters/facility/decide-facility.ts";
import type { FacilityAnswer } from "@headwater/revenue-cycle/masters/facility/facility-answers.ts";
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
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { Stated } from "../../table/stated.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { draftOf, emptyAddress, idOf } from "../form/draft-of.ts";
import { RecordForm } from "../form/record-form.tsx";
import { RecordPanel } from "../form/record-panel.tsx";

const emptyFacility: FacilityDraft = {
  name: "",
  npi: "",
  placeOfService: "11",
  cliaNumber: "",
  ...emptyAddress,
  phone: "",
  effectiveFrom: "",
  effectiveTo: "",
};

/** Where the practice works: a list with one facility beside it. */
export function FacilitiesPage() {
  const { practice } = useParams({ from: "/p/$practice/facilities" });
  const { open, ...query } = useSearch({ from: "/p/$practice/facilities" });
  const navigate = useNavigate({ from: "/p/$practice/facilities" });
  const show = (next: { readonly search?: string | undefined; readonly open?: string }) =>
    void navigate({ search: next, replace: true });
  const mayWrite = isAllowed(useSession(), practice, "masters.write");
  const question: ListQuestion = { practice, path: "facilities", query };
  const list = useKeysetRows<FacilityAnswer>(question);
  const isNarrowed = query.search !== undefined;
  return (
    <div className="page">
      <PageHead
        title={t("facilities.title")}
        sentence={list.total && t("facilities.count", { count: list.total.count })}
        actions={
          <>
            <ExportMenu question={question} />
            {mayWrite && (
              <Button onClick={() => show({ ...query, open: "new" })}>{t("facilities.add")}</Button>
            )}
          </>
        }
      />
      <div className="filter-bar">
        <TextFilter
          label={t("facilities.search")}
          value={query.search}
          onChange={(search) => show({ search })}
        />
        <ClearFilters isNarrowed={isNarrowed} onClear={() => show({})} />
      </div>
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("facilities.title")}
          columns={facilityColumns()}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("facilities.count", { count })}
          empty={
            isNarrowed ? (
              <Notice title={t("state.noMatch")} text={t("masters.noMatch")} />
            ) : (
              <Notice title={t("facilities.none")} text={t("facilities.noneText")} />
            )
          }
          openId={open}
          onOpen={(row) => show({ ...query, open: String(row.id) })}
        />
        {open && (
          <FacilityPanel
            key={open}
            practice={practice}
            id={idOf(open)}
            mayWrite={mayWrite}
            onClose={() => show(query)}
            onSaved={(id) => show({ ...query, open: String(id) })}
          />
        )}
      </div>
    </div>
  );
}

type PanelProps = {
  readonly practice: string;
  readonly id: number | undefined;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
  readonly onSaved: (id: number) => void;
};

function FacilityPanel({ practice, id, mayWrite, onClose, onSaved }: PanelProps) {
  const one = id === undefined ? undefined : (`facilities/${id}` as const);
  return (
    <RecordPanel<FacilityAnswer>
      practice={practice}
      path="facilities"
      one={one}
      titleOf={(facility) => facility.name}
      newTitle={t("facilities.add")}
      onClose={onClose}
    >
      {(known, reload) => (
        <RecordForm<FacilityDraft, FacilityAnswer>
          practice={practice}
          path={one ?? "facilities"}
          known={known}
          start={known ? draftOf(emptyFacility, known) : emptyFacility}
          rows={[
            [{ field: "name" }],
            [{ field: "placeOfService" }, { field: "npi" }, { field: "cliaNumber" }],
            [{ field: "addressLine1" }, { field: "addressLine2" }],
            [{ field: "city" }, { field: "state" }, { field: "postalCode" }],
            [{ field: "phone" }],
            [
              { field: "effectiveFrom", kind: "date" },
              { field: "effectiveTo", kind: "date" },
            ],
          ]}
          // Whether the place of service is in the set that is loaded, only the server knows.
          faultsOf={(draft) => facilityFaultsOf(tidyFacility(draft), "not-loaded")}
          warningsOf={(draft) => facilityWarningsOf(tidyFacility(draft))}
          mayWrite={mayWrite}
          onSaved={(facility) => onSaved(facility.id)}
          onReload={reload}
        />
      )}
    </RecordPanel>
  );
}

function facilityColumns(): Column<FacilityAnswer>[] {
  const day = (date: string | null) => <Stated text={date && formatDate(date)} />;
  return [
    { id: "name", title: t("masterField.name"), cell: (row) => row.name },
    {
      id: "place",
      title: t("masterField.placeOfService"),
      width: 130,
      cell: (row) => row.placeOfService,
    },
    {
      id: "npi",
      title: t("masterField.npi"),
      width: 110,
      cell: (row) => <Stated text={row.npi} />,
    },
    {
      id: "city",
      title: t("masterField.city"),
      width: 160,
      isExtra: true,
      cell: (row) => <Stated text={[row.city, row.state].filter(Boolean).join(", ") || null} />,
    },
    {
      id: "from",
      title: t("masters.from"),
      width: 120,
      isExtra: true,
      cell: (row) => day(row.effectiveFrom),
    },
    {
      id: "to",
      title: t("masters.through"),
      width: 120,
      isExtra: true,
      cell: (row) => day(row.effectiveTo),
    },
  ];
}
