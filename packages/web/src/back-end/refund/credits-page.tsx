import type {
  CreditRow,
  RefundRow,
} from "@headwater/revenue-cycle/back-end/refund/refund-answers.ts";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { Notice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { t } from "../../strings/translate.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { FilterSelect } from "../../table/filter-select.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { RecordTable } from "../../table/record-table.tsx";
import { ExceptionLinks } from "../exception/exception-links.tsx";
import { creditColumns, refundColumns } from "./credit-columns.tsx";
import { CreditPanel } from "./credit-panel.tsx";
import { RefundPanel } from "./refund-panel.tsx";

/** Money that belongs to payers and patients with its day, and the refunds by which it goes back. */
export function CreditsPage() {
  const { practice } = useParams({ from: "/p/$practice/credits" });
  const search = useSearch({ from: "/p/$practice/credits" });
  const navigate = useNavigate({ from: "/p/$practice/credits" });
  useBackShortcut({ to: "/p/$practice/exceptions", params: { practice } });
  const isRefunds = search.view === "refunds";
  const question: ListQuestion = { practice, path: isRefunds ? "refunds" : "credits", query: {} };
  const change = (next: typeof search) => void navigate({ search: next, replace: true });
  return (
    <div className="page">
      <PageHead
        title={t("credits.title")}
        sentence={t("credits.sentence")}
        actions={
          <>
            <ExceptionLinks practice={practice} here="credits" />
            <ExportMenu question={question} />
          </>
        }
      />
      <div className="filter-bar">
        <FilterSelect
          label={t("credits.view")}
          otherwise={t("credits.title")}
          value={search.view}
          options={[["refunds", t("credits.refunds")]]}
          onChange={(view) => change({ view })}
        />
      </div>
      {isRefunds ? (
        <Refunds
          question={question}
          open={search.open}
          onOpen={(open) => change({ ...search, open })}
        />
      ) : (
        <Credits
          question={question}
          open={search.open}
          onOpen={(open) => change({ ...search, open })}
        />
      )}
    </div>
  );
}

type ListProps = {
  readonly question: ListQuestion;
  readonly open: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
};

function Credits({ question, open, onOpen }: ListProps) {
  const { practice } = question;
  const list = useKeysetRows<CreditRow>(question);
  const columns = useMemo(() => creditColumns(practice), [practice]);
  const opened = list.rows.find((row) => row.key === open);
  return (
    <div className="split" data-open={opened !== undefined || undefined}>
      <RecordTable
        label={t("credits.title")}
        columns={columns}
        list={list}
        rowId={(row) => row.key}
        countLabel={(count) => t("credits.count", { count })}
        empty={<Notice title={t("credits.none")} text={t("credits.noneText")} />}
        openId={open}
        onOpen={(row) => onOpen(row.key)}
        onEnter={(row) => onOpen(row.key)}
      />
      {opened && (
        <CreditPanel
          key={opened.key}
          practice={practice}
          credit={opened}
          onClose={() => onOpen(undefined)}
        />
      )}
    </div>
  );
}

function Refunds({ question, open, onOpen }: ListProps) {
  const { practice } = question;
  const list = useKeysetRows<RefundRow>(question);
  const columns = useMemo(() => refundColumns(practice), [practice]);
  const opened = list.rows.find((row) => String(row.id) === open);
  return (
    <div className="split" data-open={opened !== undefined || undefined}>
      <RecordTable
        label={t("credits.refunds")}
        columns={columns}
        list={list}
        rowId={(row) => String(row.id)}
        countLabel={(count) => t("refunds.count", { count })}
        empty={<Notice title={t("refunds.none")} text={t("refunds.noneText")} />}
        openId={open}
        onOpen={(row) => onOpen(String(row.id))}
        onEnter={(row) => onOpen(String(row.id))}
      />
      {opened && (
        <RefundPanel
          key={opened.id}
          practice={practice}
          refund={opened}
          onClose={() => onOpen(undefined)}
        />
      )}
    </div>
  );
}
