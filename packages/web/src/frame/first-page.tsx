import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { t } from "../strings/translate.ts";
import { FirstChoices } from "./first-choices.tsx";
import { FailureNotice } from "./notice.tsx";
import { sendJson } from "./request.ts";
import { sessionQuery } from "./session.ts";

/** Where everybody arrives: exchanges a one-time token, then leads to the choices or to the work. */
export function FirstPage() {
  const { token } = useSearch({ from: "/" });
  const failure = useLocalToken(token);
  const session = useQuery({ ...sessionQuery, enabled: token === undefined });
  if (failure !== undefined)
    return (
      <FailureNotice error={failure}>
        <Link to="/sign-in">{t("signIn.withPassword")}</Link>
      </FailureNotice>
    );
  if (session.isError)
    return <FailureNotice error={session.error} onRetry={() => void session.refetch()} />;
  if (token !== undefined || session.isPending) return null;
  if (!session.data) return <Navigate to="/sign-in" replace />;
  const [practice] = session.data.practices;
  if (!practice) return <FirstChoices session={session.data} />;
  return <Navigate to="/p/$practice/report" params={{ practice: practice.id }} replace />;
}

/** Trades the token of the printed address for a session and takes it out of the address. */
function useLocalToken(token: string | undefined): unknown {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<unknown>(undefined);
  useEffect(() => {
    if (token === undefined) return;
    let isCurrent = true;
    const trade = async () => {
      try {
        await sendJson("/api/session/local-token", { method: "POST", body: { token } });
      } catch (error) {
        // A used token beside a living session is a page that was reloaded.
        const known = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
        if (!known && isCurrent) setFailure(error);
        if (!known) return;
      }
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      if (isCurrent) await navigate({ to: "/", search: {}, replace: true });
    };
    void trade();
    return () => {
      isCurrent = false;
    };
  }, [token, queries, navigate]);
  return failure;
}
