import type { ConnectionAnswer } from "@headwater/revenue-cycle/back-end/submission/batch-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatInstant } from "../../frame/format.ts";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t, tOr } from "../../strings/translate.ts";
import { ConnectionRoutes } from "./connection-routes.tsx";
import { ConnectionScheduleForm } from "./connection-schedule-form.tsx";

type Props = { readonly practice: string };

/** How each connection has fared, and over which one questions to payers go. */
export function ConnectionHealth({ practice }: Props) {
  const session = useSession();
  const connections = useQuery({
    queryKey: [practice, "connections"],
    queryFn: ({ signal }) =>
      getJson<{ rows: ConnectionAnswer[] }>(practiceAddress(practice, "connections"), signal),
    staleTime: 0,
  });
  const [opened, setOpened] = useState<ConnectionAnswer | undefined>(undefined);
  const mayChange = isAllowed(session, practice, "practice.manage");
  const rows = connections.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t("connections.title")}>
      <h2 className="section-title">{t("connections.title")}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("connections.name")}</th>
            <th scope="col">{t("connections.health")}</th>
            <th scope="col">{t("connections.last")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td>{healthWords(row.circuit)}</td>
              <td>{failureWords(row.circuit)}</td>
              <td>
                {mayChange && (
                  <button type="button" className="link-button" onClick={() => setOpened(row)}>
                    {t("connections.schedule.open")}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {opened && (
        <ConnectionScheduleForm
          key={opened.id}
          practice={practice}
          connection={opened}
          onDone={() => setOpened(undefined)}
        />
      )}
      <ConnectionRoutes practice={practice} connections={rows} mayChange={mayChange} />
    </section>
  );
}

type Circuit = ConnectionAnswer["circuit"];

function healthWords({ state, failures, openUntil, lastAnsweredAt }: Circuit): string {
  if (state === "closed" && lastAnsweredAt === null) return t("connections.never");
  const words = t(`connections.${state}`, { failures });
  if (state === "closed" && lastAnsweredAt) return `${words} · ${formatInstant(lastAnsweredAt)}`;
  const until = openUntil && t("connections.until", { time: formatInstant(openUntil) });
  return state === "open" && until ? `${words} · ${until}` : words;
}

function failureWords({ lastCause, lastFailedAt }: Circuit): string {
  if (lastCause === null || lastFailedAt === null) return "";
  return `${tOr(`connections.causes.${lastCause}`, lastCause)} · ${formatInstant(lastFailedAt)}`;
}
