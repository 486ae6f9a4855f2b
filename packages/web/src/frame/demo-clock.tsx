import { Button } from "@mantine/core";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { t } from "../strings/translate.ts";
import { formatDate } from "./format.ts";
import { problemSentence } from "./notice.tsx";
import { problemOf } from "./problem.ts";
import { getJson, practiceAddress, sendJson } from "./request.ts";
import { isAllowed, useSession } from "./session.ts";

type Clock = { readonly day: string; readonly wantedDay: string };

const lookMs = 1000;

const clockQuery = (practice: string) =>
  queryOptions({
    queryKey: ["demo-clock", practice],
    queryFn: ({ signal }) => getJson<Clock>(practiceAddress(practice, "demo"), signal),
    refetchInterval: ({ state }) => (isStepping(state.data) ? lookMs : false),
    staleTime: lookMs,
  });

function isStepping(clock: Clock | undefined): boolean {
  return clock !== undefined && clock.wantedDay > clock.day;
}

/** The day it is in a demo practice, and the way to the next; nothing for a practice of today. */
export function DemoClock({ practice }: { readonly practice: string }) {
  const session = useSession();
  const known = session?.practices.find((one) => one.id === practice);
  if (known?.kind !== "demo" || known.businessDate === null) return null;
  return <Stepper practice={practice} canStep={isAllowed(session, practice, "practice.manage")} />;
}

function Stepper({ practice, canStep }: { readonly practice: string; readonly canStep: boolean }) {
  const queries = useQueryClient();
  const clock = useQuery(clockQuery(practice)).data;
  useNewsOfDay(clock?.day);
  const step = useMutation({
    mutationFn: (days: number) =>
      sendJson<Clock>(practiceAddress(practice, "demo/days"), { method: "POST", body: { days } }),
    onSuccess: (asked) => queries.setQueryData(clockQuery(practice).queryKey, asked),
  });
  if (clock === undefined) return null;
  const stepping = isStepping(clock) || step.isPending;
  return (
    <div className="demo-clock" title={t("demoClock.why")}>
      {step.isError ? (
        <span role="alert">{problemSentence(problemOf(step.error))}</span>
      ) : (
        <span aria-live="polite">
          {isStepping(clock) ? (
            t("demoClock.stepping", { day: formatDate(clock.wantedDay) })
          ) : (
            <>
              <span className="demo-clock-label">{t("demoClock.day")} </span>
              {formatDate(clock.day)}
            </>
          )}
        </span>
      )}
      <Link to="/p/$practice/tour" params={{ practice }} className="demo-clock-tour">
        {t("tour.link")}
      </Link>
      {canStep && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            loading={stepping}
            onClick={() => step.mutate(1)}
          >
            {t("demoClock.next")}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            className="demo-clock-week"
            disabled={stepping}
            onClick={() => step.mutate(7)}
          >
            {t("demoClock.week")}
          </Button>
        </>
      )}
    </div>
  );
}

/** A new day may change everything that is shown. */
function useNewsOfDay(day: string | undefined) {
  const queries = useQueryClient();
  const last = useRef(day);
  useEffect(() => {
    if (day === undefined || last.current === day) return;
    const isFirst = last.current === undefined;
    last.current = day;
    if (isFirst) return;
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== "demo-clock",
    });
  }, [day, queries]);
}
