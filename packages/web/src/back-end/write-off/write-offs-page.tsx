import type { WriteOffRow } from "@headwater/revenue-cycle/back-end/write-off/write-off-answers.ts";
import { writeOffReasonCodes } from "@headwater/revenue-cycle/books/receivable/write-off-reason.ts";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { TransfersLink } from "../../books/account/transfers-link.tsx";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import type { Column } from "../../table/column.ts";
import { DateFilter } from "../../table/date-filter.tsx";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { CivilDate, Stated } from "../../table/stated.tsx";
import { ExceptionLinks } from "../exception/exception-links.tsx";
import { SubjectLink } from "../exception/subject-link.tsx";

/** What was given up of what payers owed: by reason, and whether it could have been avoided. */
export function WriteOffsPage() {
  const { practice } = useParams({ from: "/p/$practice/write-offs" });
  const search = useSearch({ from: "/p/$practice/write-offs" });
  const navigate = useNavigate({ from: "/p/$practice/write-offs" });
  useBackShortcut({ to: "/p/$practice/exceptions", params: { practice } });
  const question: ListQuestion = { practice, path: "write-offs", query: search };
  const list = useKeysetRows<WriteOffRow>(question);
  const columns = useMemo(() => writeOffColumns(practice), [practice]);
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const open = (row: WriteOffRow) =>
    void navigate({
      to: "/p/$practice/claims/$claim",
      params: { practice, claim: String(row.claimId) },
    });
  const mayWrite = isAllowed(useSession(), practice, "write-off.write");
  const isNarrowed = Object.values(search).some(Boolean);
  return (
    <div className="page">
      <PageHead
        title={t("writeOff.title")}
        actions={
          <>
            <ExceptionLinks practice={practice} here="write-offs" />
            {mayWrite && (
              <Link
                to="/p/$practice/many-write-offs"
                params={{ practice }}
                search={{}}
                className="action-link"
              >
                {t("manyWriteOffs.link")}
              </Link>
            )}
            <ExportMenu question={question} />
          </>
        }
      />
      <WriteOffFilters search={search} onChange={change} />
      <RecordTable
        label={t("writeOff.title")}
        columns={columns}
        list={list}
        rowId={(row) => String(row.id)}
        countLabel={(count) => t("writeOff.count", { count })}
        empty={
          isNarrowed ? (
            <Notice title={t("state.noMatch")} text={t("writeOff.noMatch")} />
          ) : (
            <Notice title={t("writeOff.none")} text={t("writeOff.noneText")} />
          )
        }
        onOpen={open}
        onEnter={open}
      />
    </div>
  );
}

type Search = {
  readonly [Name in "reason" | "avoidable" | "from" | "through"]?: string | undefined;
};

type FilterProps = { readonly search: Search; readonly onChange: (search: Search) => void };

function WriteOffFilters({ search, onChange: change }: FilterProps) {
  return (
    <div className="filter-bar">
      <FilterSelect
        label={t("writeOff.reason")}
        value={search.reason}
        options={writeOffReasonCodes.map((code) => [code, t(`writeOffReason.${code}`)])}
        onChange={(reason) => change({ ...search, reason })}
      />
      <FilterSelect
        label={t("writeOff.isAvoidable")}
        value={search.avoidable}
        options={[
          ["yes", t("writeOff.yes")],
          ["no", t("writeOff.no")],
        ]}
        onChange={(avoidable) => change({ ...search, avoidable })}
      />
      <DateFilter
        label={t("remittances.from")}
        value={search.from}
        onChange={(from) => change({ ...search, from })}
      />
      <DateFilter
        label={t("remittances.through")}
        value={search.through}
        onChange={(through) => change({ ...search, through })}
      />
      <ClearFilters isNarrowed={Object.values(search).some(Boolean)} onClear={() => change({})} />
    </div>
  );
}

function writeOffColumns(practice: string): Column<WriteOffRow>[] {
  return [
    {
      id: "date",
      title: t("writeOff.date"),
      width: 112,
      cell: (row) => <CivilDate date={row.writtenOffOn} />,
    },
    {
      id: "claim",
      title: t("writeOff.claim"),
      width: 140,
      cell: ({ claimId, patientControlNumber }) => (
        <SubjectLink
          practice={practice}
          subject={{ kind: "claim", id: claimId, label: patientControlNumber }}
        />
      ),
    },
    { id: "payer", title: t("claim.payer"), cell: (row) => row.payer },
    {
      id: "reason",
      title: t("writeOff.reason"),
      width: 170,
      cell: (row) => tOr(`writeOffReason.${row.reasonCode}`, row.reasonCode),
    },
    {
      id: "avoidable",
      title: t("writeOff.isAvoidable"),
      width: 124,
      cell: (row) => t(row.isAvoidable ? "writeOff.yes" : "writeOff.no"),
    },
    { id: "remark", title: t("writeOff.remarkTitle"), cell: (row) => <Stated text={row.remark} /> },
    { id: "by", title: t("writeOff.by"), width: 120, cell: (row) => row.recordedBy },
    {
      id: "cents",
      title: t("writeOff.given"),
      width: 110,
      kind: "money",
      cell: ({ id, cents }) => (
        <TransfersLink {...{ practice, cents }} of={{ writeOff: String(id) }} />
      ),
      cents: (row) => row.cents,
    },
    {
      id: "stands",
      title: t("writeOff.stands"),
      width: 110,
      kind: "money",
      cell: ({ id, standingCents }) => (
        <TransfersLink {...{ practice, cents: standingCents }} of={{ writeOff: String(id) }} />
      ),
      cents: (row) => row.standingCents,
    },
  ];
}
