import type {
  BatchAnswer,
  BatchClaim,
  ReadyConnection,
} from "@headwater/revenue-cycle/back-end/submission/batch-answers.ts";
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { Notice, problemSentence } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import type { Column } from "../../table/column.ts";
import { useKeysetRows } from "../../table/keyset-rows.ts";
import { Money } from "../../table/money.tsx";
import { RecordTable } from "../../table/record-table.tsx";
import { BatchPanel } from "./batch-panel.tsx";
import { ConnectionForm } from "./connection-form.tsx";
import { ConnectionHealth } from "./connection-health.tsx";
import "../../mid-cycle/claim/claim-form.css";

/** What waits to be sent, what was sent, and what was answered. */
export function BatchesPage() {
  const { practice } = useParams({ from: "/p/$practice/batches" });
  const { open } = useSearch({ from: "/p/$practice/batches" });
  const navigate = useNavigate({ from: "/p/$practice/batches" });
  const show = (id: string | undefined) => void navigate({ search: id ? { open: id } : {} });
  const list = useKeysetRows<BatchAnswer>({ practice, path: "batches", query: {} });
  const ready = useReady(practice);
  const claims = ready.reduce((sum, row) => sum + row.claims, 0);
  const cents = ready.reduce((sum, row) => sum + row.cents, 0);
  return (
    <div className="page">
      <PageHead
        title={t("batches.title")}
        sentence={
          claims === 0
            ? t("batches.readyNone")
            : t("batches.ready", { count: claims, money: formatDollars(cents) })
        }
      />
      <ReadyRows practice={practice} rows={ready} />
      <Waiting practice={practice} />
      <h2 className="section-title">{t("batches.sent")}</h2>
      <div className="split" data-open={open !== undefined || undefined}>
        <RecordTable
          label={t("batches.sent")}
          columns={batchColumns()}
          list={list}
          rowId={(row) => String(row.id)}
          countLabel={(count) => t("batches.count", { count })}
          empty={<Notice title={t("batches.none")} text={t("batches.noneText")} />}
          openId={open}
          onOpen={(row) => show(String(row.id))}
        />
        {open && (
          <BatchPanel key={open} practice={practice} batch={open} onClose={() => show(undefined)} />
        )}
      </div>
      <ConnectionHealth practice={practice} />
    </div>
  );
}

function useReady(practice: string): readonly ReadyConnection[] {
  const ready = useQuery({
    queryKey: [practice, "batches", "ready"],
    queryFn: ({ signal }) =>
      getJson<{ rows: ReadyConnection[] }>(practiceAddress(practice, "batches/ready"), signal),
    staleTime: 0,
  });
  return ready.data?.rows ?? [];
}

type ReadyProps = { readonly practice: string; readonly rows: readonly ReadyConnection[] };

function ReadyRows({ practice, rows }: ReadyProps) {
  const session = useSession();
  const maySend = isAllowed(session, practice, "claim.write");
  const mayFetch = isAllowed(session, practice, "file.import");
  const mayManage = isAllowed(session, practice, "practice.manage");
  const action = useBatchAction(practice);
  const first = rows.find(({ claims }) => claims > 0);
  useShortcut(
    "Ctrl+Enter",
    () => first && void action.send(first),
    maySend && first !== undefined && !action.isBusy,
  );
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-label={t("batches.title")} style={{ marginBottom: 12 }}>
      {rows.length === 0 && <p className="dim">{t("batches.noConnection")}</p>}
      {rows.map((row) => (
        <div key={row.connectionId} className="claim-form-bar" style={{ position: "static" }}>
          <strong>{row.connection}</strong>
          {row.isTest && <span className="dim">{t("batches.test")}</span>}
          <span>
            {row.payers
              .map(({ payer, claims, cents }) => `${payer}: ${claims} · ${formatDollars(cents)}`)
              .join("; ")}
          </span>
          <Money cents={row.cents} />
          {maySend && (
            <Button
              disabled={row.claims === 0}
              loading={action.isBusy}
              onClick={() => void action.send(row)}
            >
              {t("batches.send", { count: row.claimIds.length })}
            </Button>
          )}
          {mayFetch && (
            <Button
              variant="default"
              loading={action.isBusy}
              onClick={() => void action.fetch(row.connectionId)}
            >
              {t("batches.fetch")}
            </Button>
          )}
        </div>
      ))}
      {action.said && <p role="status">{action.said}</p>}
      {action.problem && (
        <p role="alert" className="error-line">
          {problemSentence(action.problem)} <span className="small">{action.problem.code}</span>
        </p>
      )}
      {mayManage && !isAdding && (
        <button type="button" className="link-button" onClick={() => setAdding(true)}>
          {t("batches.addConnection")}
        </button>
      )}
      {isAdding && <ConnectionForm practice={practice} onDone={() => setAdding(false)} />}
    </section>
  );
}

function useBatchAction(practice: string) {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const act = async (work: () => Promise<string>) => {
    setBusy(true);
    setProblem(undefined);
    setSaid("");
    try {
      setSaid(await work());
      await queries.invalidateQueries({ queryKey: [practice] });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const send = ({ connectionId, claimIds }: ReadyConnection) =>
    act(async () => {
      const body = { id: crypto.randomUUID(), connectionId, claimIds };
      const sent = await sendJson<BatchAnswer>(practiceAddress(practice, "batches"), {
        method: "POST",
        body,
      });
      return `${sent.fileName}: ${t("batches.sentTimes", { count: sent.sendings })}`;
    });
  const fetch = (connectionId: number) =>
    act(async () => {
      const url = practiceAddress(practice, `connections/${connectionId}/fetch`);
      const { files } = await sendJson<{ files: unknown[] }>(url, { method: "POST" });
      return t("batches.fetched", { count: files.length });
    });
  return { isBusy, said, problem, send, fetch };
}

/** Claims that were written and wait for a person before they can go out. */
function Waiting({ practice }: { readonly practice: string }) {
  const waiting = useQuery({
    queryKey: [practice, "batches", "draft"],
    queryFn: async ({ signal }) => {
      const of = (state: string) =>
        getJson<{ rows: BatchClaim[] }>(
          practiceAddress(practice, "batches/unsent", { state, limit: 20 }),
          signal,
        );
      const [drafts, held] = await Promise.all([of("draft"), of("held")]);
      return [...drafts.rows, ...held.rows];
    },
    staleTime: 0,
  });
  const rows = waiting.data ?? [];
  return (
    <section>
      <h2 className="section-title">{t("batches.waiting")}</h2>
      {rows.length === 0 && <p className="dim">{t("batches.waitingNone")}</p>}
      {rows.length > 0 && (
        <table className="plain-table">
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link
                    to="/p/$practice/claims/$claim/form"
                    params={{ practice, claim: String(row.id) }}
                  >
                    {row.patientControlNumber}
                  </Link>
                </th>
                <td>{row.patientName}</td>
                <td>{row.payer}</td>
                <td>{row.serviceFrom && formatDate(row.serviceFrom)}</td>
                <td>
                  <StateWord state={row.state} />
                </td>
                <td className="money">
                  <Money cents={row.chargedCents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function batchColumns(): Column<BatchAnswer>[] {
  return [
    { id: "file", title: t("batches.file"), cell: (row) => row.fileName },
    { id: "connection", title: t("batches.connection"), width: 130, cell: (row) => row.connection },
    { id: "day", title: t("batches.day"), width: 110, cell: (row) => formatDate(row.preparedOn) },
    { id: "claims", title: t("batches.claims"), width: 80, cell: (row) => row.claims },
    {
      id: "charged",
      title: t("batches.charged"),
      width: 120,
      kind: "money",
      cell: (row) => <Money cents={row.cents} />,
    },
    {
      id: "answers",
      title: t("batches.answers"),
      width: 300,
      isExtra: true,
      cell: (row) => t("batches.answered", row.answers),
    },
  ];
}
