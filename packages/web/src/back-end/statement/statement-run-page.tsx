import type {
  StatementRunAnswer,
  StatementRunRow,
} from "@headwater/revenue-cycle/back-end/statement/statement-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatDollars } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { t, tOr } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { useMoneyChange } from "../patient-account/account-query.ts";
import { ChangeFailure } from "../patient-account/change-failure.tsx";
import "../patient-account/patient-account.css";

/** What a run of statements would do with every account; Ctrl+Enter does it. */
export function StatementRunPage() {
  const { practice } = useParams({ from: "/p/$practice/statement-run" });
  const preview = useQuery({
    queryKey: [practice, "statement-runs", "preview"],
    queryFn: ({ signal }) =>
      getJson<StatementRunAnswer>(practiceAddress(practice, "statement-runs/preview"), signal),
    staleTime: 0,
  });
  const issuing = useMoneyChange<StatementRunAnswer>(practice);
  const maySend = isAllowed(useSession(), practice, "statement.send");
  const done = issuing.data;
  const mayIssue = maySend && done === undefined && (preview.data?.sends ?? 0) > 0;
  const issue = () => {
    if (!issuing.isPending) issuing.mutate({ path: "statement-runs", body: {} });
  };
  useBackShortcut({ to: "/p/$practice/patient-balances", params: { practice } });
  useShortcut("Ctrl+Enter", issue, mayIssue);
  if (preview.isError)
    return <FailureNotice error={preview.error} onRetry={() => void preview.refetch()} />;
  if (!preview.data) return <PageShape />;
  const run = done ?? preview.data;
  const told = { count: run.sends, dollars: formatDollars(run.sendsCents) };
  return (
    <div className="page-scroll">
      <PageHead
        title={t("statementRun.title")}
        sentence={t(done ? "statementRun.done" : "statementRun.sentence", told)}
        actions={
          <>
            {mayIssue && (
              <Button onClick={issue} loading={issuing.isPending}>
                {t("statementRun.issue", { count: run.sends })}
              </Button>
            )}
            {done !== undefined && done.id !== null && done.sends > 0 && (
              <AfterRun practice={practice} runId={done.id} />
            )}
          </>
        }
      />
      <ChangeFailure error={issuing.error} />
      {run.hasMore && <p>{t("statementRun.more")}</p>}
      {run.rows.length === 0 ? (
        <p className="dim">{t("statementRun.none")}</p>
      ) : (
        <RunTable practice={practice} rows={run.rows} />
      )}
    </div>
  );
}

type AfterProps = { readonly practice: string; readonly runId: number };

function AfterRun({ practice, runId }: AfterProps) {
  const changing = useMoneyChange(practice);
  const [isAsked, setAsked] = useState(false);
  const [state, setState] = useState<"issued" | "mailed" | "void">("issued");
  const mail = () =>
    changing.mutate(
      { path: `statement-runs/${runId}/mailed` },
      { onSuccess: () => setState("mailed") },
    );
  if (state === "void") return <span>{t("statementRun.isVoid")}</span>;
  return (
    <>
      <Button
        component="a"
        variant="default"
        href={practiceAddress(practice, `statement-runs/${runId}/paper`)}
      >
        {t("statementRun.paper")}
      </Button>
      {state === "mailed" ? (
        <span>{t("statementRun.isMailed")}</span>
      ) : (
        <>
          <Button onClick={mail} loading={changing.isPending}>
            {t("statementRun.mailed")}
          </Button>
          <Button variant="default" onClick={() => setAsked(true)}>
            {t("statementRun.voidAll")}
          </Button>
        </>
      )}
      {isAsked && state === "issued" && (
        <ReasonForm
          place={`void run ${runId}`}
          label={t("statementRun.voidReason")}
          button={t("statementRun.voidAll")}
          isBusy={changing.isPending}
          onGiven={(reason) =>
            changing.mutate(
              { path: `statement-runs/${runId}/void`, body: { reason } },
              { onSuccess: () => setState("void") },
            )
          }
        />
      )}
      <ChangeFailure error={changing.error} />
    </>
  );
}

type TableProps = { readonly practice: string; readonly rows: readonly StatementRunRow[] };

function RunTable({ practice, rows }: TableProps) {
  return (
    <div className="plain-table-scroll">
      <table className="plain-table" aria-label={t("statementRun.title")}>
        <thead>
          <tr>
            <th scope="col">{t("balances.name")}</th>
            <th scope="col">{t("statementRun.outcome")}</th>
            <th scope="col">{t("statementRun.why")}</th>
            <th scope="col">{t("statementRun.sends")}</th>
            <th scope="col" className="money">
              {t("balances.owed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RunRow key={row.account} practice={practice} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunRow({ practice, row }: { readonly practice: string; readonly row: StatementRunRow }) {
  return (
    <tr>
      <td>
        <Link
          to="/p/$practice/patient-accounts/$account"
          params={{ practice, account: row.account }}
        >
          {row.name}
        </Link>
      </td>
      <td>{t(row.outcome === "send" ? "statementRun.willSend" : "statementRun.not")}</td>
      <td>{row.reasons.map((reason) => tOr(`statementReason.${reason}`, reason)).join(", ")}</td>
      <td>
        {row.statement && (
          <Link
            to="/p/$practice/statements/$statement"
            params={{ practice, statement: String(row.statement.id) }}
          >
            {row.statement.number}
          </Link>
        )}
      </td>
      <td className="money">
        <Money cents={row.owedCents} />
      </td>
    </tr>
  );
}
