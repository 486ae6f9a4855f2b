import { authorizationStates } from "@headwater/revenue-cycle/front-end/authorization/authorization.ts";
import type {
  AuthorizationAnswer,
  AuthorizationViewAnswer,
} from "@headwater/revenue-cycle/front-end/authorization/authorization-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice, Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import type { Column } from "../../table/column.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { Stated } from "../../table/stated.tsx";
import { Attachments } from "../../work/attachment/attachments.tsx";
import { AuthorizationForm } from "./authorization-form.tsx";
import { AuthorizationQuestions } from "./authorization-questions.tsx";
import { unitsText } from "./visit-authorization.tsx";
import "../front-end.css";

/** What payers consented to, with what is left of it. */
export function AuthorizationsPage() {
  const { practice } = useParams({ from: "/p/$practice/authorizations" });
  const search = useSearch({ from: "/p/$practice/authorizations" });
  const navigate = useNavigate({ from: "/p/$practice/authorizations" });
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const { open, ...query } = search;
  const question: ListQuestion = { practice, path: "authorizations", query };
  const list = useKeysetRows<AuthorizationAnswer>(question);
  const isNarrowed = query.state !== undefined;
  return (
    <div className="page">
      <PageHead
        title={t("authorizations.title")}
        sentence={list.total && t("authorizations.count", { count: list.total.count })}
        actions={<ExportMenu question={question} />}
      />
      <div className="filter-bar">
        <FilterSelect
          label={t("authorizations.state")}
          value={search.state}
          options={authorizationStates.map((state) => [state, t(`authorizationState.${state}`)])}
          onChange={(state) => change({ ...query, state })}
        />
        <ClearFilters isNarrowed={isNarrowed} onClear={() => change({})} />
      </div>
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("authorizations.title")}
          columns={columns()}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("authorizations.count", { count })}
          empty={
            isNarrowed ? (
              <Notice title={t("state.noMatch")} text={t("authorizations.noMatch")} />
            ) : (
              <Notice title={t("authorizations.none")} text={t("authorizations.noneText")} />
            )
          }
          openId={open}
          onOpen={(row) => change({ ...query, open: String(row.id) })}
        />
        {open && (
          <AuthorizationPanel
            key={open}
            practice={practice}
            authorization={open}
            onClose={() => change(query)}
          />
        )}
      </div>
    </div>
  );
}

type PanelProps = {
  readonly practice: string;
  readonly authorization: string;
  readonly onClose: () => void;
};

function AuthorizationPanel({ practice, authorization, onClose }: PanelProps) {
  const mayWrite = isAllowed(useSession(), practice, "authorization.write");
  const answer = useQuery({
    queryKey: [practice, "authorizations", "one", authorization],
    queryFn: ({ signal }) =>
      getJson<AuthorizationViewAnswer>(
        practiceAddress(practice, `authorizations/${authorization}`),
        signal,
      ),
    staleTime: 0,
  });
  const known = answer.data;
  return (
    <SidePanel title={known?.patient ?? t("authorizations.title")} onClose={onClose}>
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {known && (
        <>
          <p className="visit-line">{unitsText(known)}</p>
          {known.uses.length > 0 && (
            <table className="visit-table" aria-label={t("authorizations.uses")}>
              <tbody>
                {known.uses.map((use) => (
                  <tr key={use.appointmentId}>
                    <th scope="row">{formatDate(use.day)}</th>
                    <td className="dim">
                      {t(use.isPlanned ? "authorizations.usePlanned" : "authorizations.useTaken")}
                    </td>
                    <td className="money">{use.units}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <AuthorizationQuestions
            key={known.questions[0]?.id ?? 0}
            practice={practice}
            authorization={known}
            mayAsk={mayWrite}
            onAnswer={() => void answer.refetch()}
          />
          {mayWrite && (
            <AuthorizationForm
              key={known.revision}
              practice={practice}
              coverageId={known.coverageId}
              known={known}
              onSaved={() => void answer.refetch()}
            />
          )}
          <Attachments
            practice={practice}
            to={`authorizations/${known.id}`}
            permission="authorization.write"
          />
        </>
      )}
    </SidePanel>
  );
}

/** Asked for when the page shows: the catalogue of strings is loaded by then. */
function columns(): Column<AuthorizationAnswer>[] {
  return [
    { id: "patient", title: t("authorizations.patient"), cell: (row) => row.patient },
    { id: "payer", title: t("authorizations.payer"), cell: (row) => row.payer },
    {
      id: "number",
      title: t("authorizations.number"),
      width: 120,
      cell: (row) => <Stated text={row.number} />,
    },
    {
      id: "state",
      title: t("authorizations.state"),
      width: 130,
      cell: (row) => t(`authorizationState.${row.state}`),
    },
    {
      id: "services",
      title: t("authorizations.services"),
      isExtra: true,
      cell: (row) => row.procedureCodes.join(" ") || t("authorizations.every"),
    },
    {
      id: "units",
      title: t("authorizations.units"),
      width: 110,
      kind: "number",
      cell: (row) =>
        row.remainingUnits === null
          ? t("authorizations.unlimited")
          : `${row.remainingUnits} / ${row.approvedUnits}`,
    },
    {
      id: "from",
      title: t("authorizations.from"),
      width: 110,
      isExtra: true,
      cell: (row) => <Stated text={row.effectiveFrom && formatDate(row.effectiveFrom)} />,
    },
    {
      id: "through",
      title: t("authorizations.through"),
      width: 110,
      cell: (row) => <Stated text={row.effectiveTo && formatDate(row.effectiveTo)} />,
    },
  ];
}
