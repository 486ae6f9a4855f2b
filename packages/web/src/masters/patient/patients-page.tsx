import type { PatientRow } from "@headwater/revenue-cycle/masters/patient/patient-answers.ts";
import { Button } from "@mantine/core";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
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
import { CivilDate, Stated } from "../../table/stated.tsx";
import { TextFilter } from "../../table/text-filter.tsx";
import { ImportLink } from "../import/import-link.tsx";
import { patientName, phoneText } from "./patient-name.ts";
import { PatientPanel } from "./patient-panel.tsx";

const here = "/p/$practice/patients";

/** Everybody who is treated, by name: found by whatever he has at hand. */
export function PatientsPage() {
  const { practice } = useParams({ from: here });
  const { open, ...query } = useSearch({ from: here });
  const navigate = useNavigate({ from: here });
  const change = (search: typeof query & { open?: string }) =>
    void navigate({ search, replace: true });
  const mayWrite = isAllowed(useSession(), practice, "patient.write");
  const question: ListQuestion = { practice, path: "patients", query };
  const list = useKeysetRows<PatientRow>(question);
  const isNarrowed = query.search !== undefined || query.registered !== undefined;
  const enter = (row: PatientRow) =>
    void navigate({
      to: "/p/$practice/patients/$patient",
      params: { practice, patient: String(row.id) },
    });
  return (
    <div className="page">
      <PageHead
        title={t("patients.title")}
        sentence={list.total && t("patients.count", { count: list.total.count })}
        actions={
          <>
            <ExportMenu question={question} />
            {mayWrite && <ImportLink practice={practice} what="patients" />}
            {mayWrite && (
              <Button component={Link} to={`/p/${practice}/patients/new`}>
                {t("patients.register")}
              </Button>
            )}
          </>
        }
      />
      <PatientFilters query={query} isNarrowed={isNarrowed} onChange={change} />
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("patients.title")}
          columns={patientColumns(practice)}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("patients.count", { count })}
          empty={
            isNarrowed ? (
              <Notice title={t("state.noMatch")} text={t("patients.noMatch")} />
            ) : (
              <Notice title={t("patients.none")} text={t("patients.noneText")} />
            )
          }
          openId={open}
          onOpen={(row) => change({ ...query, open: String(row.id) })}
          onEnter={enter}
        />
        {open && (
          <PatientPanel
            key={open}
            practice={practice}
            patient={open}
            onClose={() => change(query)}
          />
        )}
      </div>
    </div>
  );
}

type Filters = { readonly search?: string | undefined; readonly registered?: string | undefined };

type FiltersProps = {
  readonly query: Filters;
  readonly isNarrowed: boolean;
  readonly onChange: (next: Filters) => void;
};

function PatientFilters({ query, isNarrowed, onChange }: FiltersProps) {
  return (
    <div className="filter-bar">
      <TextFilter
        label={t("patients.search")}
        value={query.search}
        onChange={(search) => onChange({ ...query, search })}
      />
      <FilterSelect
        label={t("patients.registered")}
        value={query.registered}
        options={[
          ["yes", t("patients.registeredYes")],
          ["no", t("patients.registeredNo")],
        ]}
        onChange={(registered) => onChange({ ...query, registered })}
      />
      <ClearFilters isNarrowed={isNarrowed} onClear={() => onChange({})} />
    </div>
  );
}

function patientColumns(practice: string): Column<PatientRow>[] {
  const text = (id: keyof PatientRow, title: string, width: number): Column<PatientRow> => ({
    id,
    title,
    width,
    isExtra: true,
    cell: (row) => <Stated text={id === "phone" ? phoneText(row.phone) : String(row[id] ?? "")} />,
  });
  return [
    {
      id: "name",
      title: t("patients.name"),
      cell: (row) => (
        <Link
          to="/p/$practice/patients/$patient"
          params={{ practice, patient: String(row.id) }}
          preload={false}
        >
          {patientName(row)}
        </Link>
      ),
    },
    {
      id: "dateOfBirth",
      title: t("patients.born"),
      width: 110,
      cell: (row) => <CivilDate date={row.dateOfBirth} />,
    },
    text("chartNumber", t("patients.chart"), 100),
    text("phone", t("patients.phone"), 124),
    text("city", t("patients.city"), 120),
    {
      id: "payer",
      title: t("patients.payer"),
      width: 170,
      cell: (row) => <Stated text={row.payer} />,
    },
    text("memberId", t("patients.memberId"), 126),
    {
      id: "registered",
      title: t("patients.registered"),
      width: 150,
      isExtra: true,
      cell: (row) =>
        row.isRegistered ? (
          t("patients.registeredYes")
        ) : (
          <span className="dim">{t("patients.registeredNo")}</span>
        ),
    },
  ];
}
