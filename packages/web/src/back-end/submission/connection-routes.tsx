import type {
  ConnectionAnswer,
  ConnectionRoute,
} from "@headwater/revenue-cycle/back-end/submission/batch-answers.ts";
import { Button, NativeSelect } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { usePayers } from "../../table/payers.ts";

type Props = {
  readonly practice: string;
  readonly connections: readonly ConnectionAnswer[];
  readonly mayChange: boolean;
};

type Draft = Pick<ConnectionRoute, "transaction" | "payerId"> & { connectionId: number | null };

/** Over which connection questions of each kind go, by payer. */
export function ConnectionRoutes({ practice, connections, mayChange }: Props) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const routes = useQuery({
    queryKey: [practice, "connection-routes"],
    queryFn: ({ signal }) =>
      getJson<{ rows: ConnectionRoute[] }>(practiceAddress(practice, "connection-routes"), signal),
  });
  const rows = routes.data?.rows ?? [];
  const set = async (body: Draft) => {
    setProblem(undefined);
    try {
      const url = practiceAddress(practice, "connection-routes");
      await sendJson(url, { method: "POST", body });
      await queries.invalidateQueries({ queryKey: [practice, "connection-routes"] });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <section aria-label={t("connections.routes")}>
      <h3 className="section-title">{t("connections.routes")}</h3>
      {rows.length === 0 && <p className="dim">{t("connections.noRoutes")}</p>}
      {rows.length > 0 && (
        <RouteTable rows={rows} onRemove={mayChange ? (row) => void set(row) : undefined} />
      )}
      {mayChange && <RouteForm practice={practice} connections={connections} onSet={set} />}
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)}
        </p>
      )}
    </section>
  );
}

type TableProps = {
  readonly rows: readonly ConnectionRoute[];
  readonly onRemove: ((row: Draft) => void) | undefined;
};

function RouteTable({ rows, onRemove }: TableProps) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t("connections.transaction")}</th>
          <th scope="col">{t("connections.payer")}</th>
          <th scope="col">{t("connections.name")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, transaction, payerId, payer, connection }) => (
          <tr key={id}>
            <td>{t(`connections.${transaction}`)}</td>
            <td>{payer ?? t("connections.everyPayer")}</td>
            <td>{connection}</td>
            <td>
              {onRemove && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => onRemove({ transaction, payerId, connectionId: null })}
                >
                  {t("connections.removeRoute")}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const transactions = ["eligibility", "claim-status", "authorization"] as const;

type FormProps = {
  readonly practice: string;
  readonly connections: readonly ConnectionAnswer[];
  readonly onSet: (draft: Draft) => Promise<void>;
};

function RouteForm({ practice, connections, onSet }: FormProps) {
  const payers = usePayers(practice);
  const [transaction, setTransaction] = useState<Draft["transaction"]>("eligibility");
  const [payer, setPayer] = useState("");
  const [connection, setConnection] = useState(String(connections[0]?.id ?? ""));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const payerId = payer === "" ? null : Number(payer);
    void onSet({ transaction, payerId, connectionId: Number(connection) });
  };
  return (
    <form onSubmit={submit} className="claim-form-bar" style={{ position: "static" }}>
      <NativeSelect
        aria-label={t("connections.transaction")}
        value={transaction}
        data={transactions.map((value) => ({ value, label: t(`connections.${value}`) }))}
        onChange={({ currentTarget }) =>
          setTransaction(transactions.find((one) => one === currentTarget.value) ?? "eligibility")
        }
      />
      <NativeSelect
        aria-label={t("connections.payer")}
        value={payer}
        data={[
          { value: "", label: t("connections.everyPayer") },
          ...payers.map(([value, label]) => ({ value, label })),
        ]}
        onChange={({ currentTarget }) => setPayer(currentTarget.value)}
      />
      <NativeSelect
        aria-label={t("connections.name")}
        value={connection}
        data={connections.map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={({ currentTarget }) => setConnection(currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t("connections.addRoute")}
      </Button>
    </form>
  );
}
