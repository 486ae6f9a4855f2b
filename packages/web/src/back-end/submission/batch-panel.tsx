import type {
  BatchAnswer,
  BatchClaim,
} from "@headwater/revenue-cycle/back-end/submission/batch-answers.ts";
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { t } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";

type Props = {
  readonly practice: string;
  readonly batch: string;
  readonly onClose: () => void;
};

type Shown = BatchAnswer & { readonly rows: readonly BatchClaim[] };

/** A batch beside the list: its file, its claims and what was answered about each. */
export function BatchPanel({ practice, batch, onClose }: Props) {
  const shown = useQuery({
    queryKey: [practice, "batches", batch],
    queryFn: ({ signal }) => getJson<Shown>(practiceAddress(practice, `batches/${batch}`), signal),
  });
  return (
    <SidePanel title={shown.data?.fileName ?? "…"} onClose={onClose}>
      {shown.isError && <FailureNotice error={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.data && <BatchContent practice={practice} batch={shown.data} />}
    </SidePanel>
  );
}

function BatchContent({ practice, batch }: { readonly practice: string; readonly batch: Shown }) {
  const maySend = isAllowed(useSession(), practice, "claim.write");
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const send = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await sendJson(practiceAddress(practice, `batches/${batch.id}/send`), { method: "POST" });
      await queries.invalidateQueries({ queryKey: [practice] });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p style={{ marginTop: 0 }}>
        {batch.state === "prepared"
          ? t("batches.notHanded")
          : t("batches.sentTimes", { count: batch.sendings })}{" "}
        {t("batches.answered", batch.answers)}{" "}
        <Link to="/p/$practice/files/$file" params={{ practice, file: batch.fileId }}>
          {t("action.openPage")}
        </Link>
      </p>
      {maySend && (
        <Button variant="default" loading={isBusy} onClick={() => void send()}>
          {t(batch.state === "prepared" ? "batches.handOver" : "batches.again")}
        </Button>
      )}
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)}
        </p>
      )}
      <table className="plain-table">
        <tbody>
          {batch.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(row.id) }}>
                  {row.patientControlNumber}
                </Link>
              </th>
              <td>{row.patientName}</td>
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
    </>
  );
}
