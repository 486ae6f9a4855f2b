import type { ApprovalRow } from "@headwater/revenue-cycle/books/approval/approval-answers.ts";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatCents } from "../../frame/format.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { SidePanel } from "../../frame/side-panel.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import { ClearFilters } from "../../table/clear-filters.tsx";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { ExceptionLinks } from "../exception/exception-links.tsx";
import { SubjectLink } from "../exception/subject-link.tsx";
import { approvalColumns, reasonInWords } from "./approval-columns.tsx";
import { ApprovalDecision } from "./approval-decision.tsx";

const states = ["waiting", "approved", "refused", "withdrawn"] as const;

/** What one person asked for and another must approve. */
export function ApprovalsPage() {
  const { practice } = useParams({ from: "/p/$practice/approvals" });
  const search = useSearch({ from: "/p/$practice/approvals" });
  const navigate = useNavigate({ from: "/p/$practice/approvals" });
  useBackShortcut({ to: "/p/$practice/exceptions", params: { practice } });
  const { open, ...query } = search;
  const question: ListQuestion = { practice, path: "approvals", query };
  const list = useKeysetRows<ApprovalRow>(question);
  const columns = useMemo(() => approvalColumns(practice), [practice]);
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  const opened = list.rows.find((row) => String(row.id) === open);
  const show = (row: ApprovalRow) => change({ ...search, open: String(row.id) });
  return (
    <div className="page">
      <PageHead
        title={t("approvals.title")}
        sentence={t("approvals.sentence")}
        actions={
          <>
            <ExceptionLinks practice={practice} here="approvals" />
            <ExportMenu question={question} />
          </>
        }
      />
      <div className="filter-bar">
        <FilterSelect
          label={t("claim.state")}
          value={search.state}
          options={states.map((state) => [state, t(`stateWord.${state}`)])}
          onChange={(state) => change({ ...search, state })}
        />
        <ClearFilters
          isNarrowed={search.state !== undefined}
          onClear={() => change({ open: search.open })}
        />
      </div>
      <div className="split" data-open={opened !== undefined || undefined}>
        <RecordTable
          label={t("approvals.title")}
          columns={columns}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("approvals.count", { count })}
          empty={<Notice title={t("approvals.none")} text={t("approvals.noneText")} />}
          openId={open}
          onOpen={show}
          onEnter={show}
        />
        {opened && (
          <ApprovalPanel practice={practice} approval={opened} onClose={() => change(query)} />
        )}
      </div>
    </div>
  );
}

type PanelProps = {
  readonly practice: string;
  readonly approval: ApprovalRow;
  readonly onClose: () => void;
};

function ApprovalPanel({ practice, approval, onClose }: PanelProps) {
  return (
    <SidePanel title={t(`approvalKind.${approval.kind}`)} onClose={onClose}>
      <p style={{ marginTop: 0 }}>
        <StateWord state={approval.state} />
      </p>
      <dl className="fact-list">
        <dt>{t("exceptions.about")}</dt>
        <dd>
          <SubjectLink practice={practice} subject={approval.subject} />
        </dd>
        <dt>{t("exceptions.amount")}</dt>
        <dd>{formatCents(approval.cents)}</dd>
        <dt>{t("approvals.askedBy")}</dt>
        <dd>{approval.requestedBy}</dd>
        <dt>{t("approvals.reason")}</dt>
        <dd>{reasonInWords(approval)}</dd>
        {approval.decidedBy !== null && (
          <>
            <dt>{t("approvals.decidedBy")}</dt>
            <dd>
              {approval.decidedBy}
              {approval.decisionReason !== null && `: ${approval.decisionReason}`}
            </dd>
          </>
        )}
      </dl>
      {approval.isOwn && <p className="small">{t("approvals.own")}</p>}
      <ApprovalDecision practice={practice} approval={approval} />
    </SidePanel>
  );
}
