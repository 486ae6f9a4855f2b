import type {
  CoverageAnswer,
  CoverageSuggestion,
  CoveragesAnswer,
} from "@headwater/revenue-cycle/masters/coverage/coverage-answers.ts";
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { coveragesQuery } from "../patient/patient-query.ts";
import { SavingOutcome } from "../patient/saving-outcome.tsx";
import { CoverageSpan, timeOf } from "./coverage-span.tsx";

type Props = {
  readonly practice: string;
  readonly patient: string;
  readonly today: string;
  readonly mayWrite: boolean;
  readonly onOpen: (coverage: CoverageAnswer | CoverageSuggestion | "new") => void;
};

/** What pays for a patient, in the order of billing and over time; what claims name beside it. */
export function PatientCoverages(props: Props) {
  const { practice, patient, mayWrite, onOpen } = props;
  const answer = useQuery(coveragesQuery(practice, patient));
  const rows = answer.data?.rows ?? [];
  return (
    <section aria-label={t("coverage.title")}>
      <h2 className="section-title">{t("coverage.title")}</h2>
      {answer.error && <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.data && rows.length === 0 && <p className="dim">{t("coverage.none")}</p>}
      {rows.length > 0 && <CoverageRows {...props} rows={rows} />}
      {answer.data?.gaps.map((gap) => (
        <p key={`${gap.missingRank} ${gap.from}`} className="error-line">
          {gapSentence(gap)}
        </p>
      ))}
      {mayWrite && (
        <Button variant="default" onClick={() => onOpen("new")}>
          {t("coverage.add")}
        </Button>
      )}
      <Suggestions {...props} />
    </section>
  );
}

function gapSentence({ missingRank: rank, from, to }: CoveragesAnswer["gaps"][number]): string {
  if (from === null && to === null) return `${t("coverage.gapAlways", { rank })}.`;
  const start =
    from === null
      ? t("coverage.gapAlways", { rank })
      : t("coverage.gapFrom", { rank, from: formatDate(from) });
  return to === null ? `${start}.` : `${start} ${t("coverage.gapTo", { to: formatDate(to) })}`;
}

type RowsProps = Props & { readonly rows: readonly CoverageAnswer[] };

function CoverageRows({ practice, patient, today, mayWrite, rows, onOpen }: RowsProps) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const time = timeOf(rows, today);
  const reload = () => void queries.invalidateQueries({ queryKey: [practice, "patients"] });
  const billEarlier = async (at: number) => {
    const current = rows.filter((row) => isHeldOn(row, today));
    const place = current.findIndex((row) => row.id === rows[at]?.id);
    if (place < 1) return;
    const order = exchanged(current, place);
    try {
      setProblem(undefined);
      await sendJson(practiceAddress(practice, `patients/${patient}/coverages/order`), {
        method: "PUT",
        body: { order: order.map(({ id, revision }) => ({ id, revision })) },
      });
      reload();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <>
      <ol className="coverage-list" aria-label={t("coverage.timeline")}>
        {rows.map((row, at) => (
          <li key={row.id}>
            <span>{t("coverage.place", { rank: row.rank })}</span>
            <span>
              {mayWrite ? (
                <button type="button" className="link-button" onClick={() => onOpen(row)}>
                  {row.payer}
                </button>
              ) : (
                row.payer
              )}{" "}
              {row.memberId}
              <span className="dim">
                {" "}
                {[row.plan, row.groupNumber].filter(Boolean).join(" · ")}
              </span>
              {row.relationship !== "18" && (
                <span className="dim">
                  {" "}
                  {t("coverage.subscriber", {
                    name: [row.subscriberLastName, row.subscriberFirstName]
                      .filter(Boolean)
                      .join(", "),
                  })}
                </span>
              )}
              <br />
              <span className="dim">{daysText(row)}</span>
            </span>
            <CoverageSpan coverage={row} time={time} today={today} />
            <span className="coverage-actions">
              {mayWrite && row.rank > 1 && isHeldOn(row, today) && (
                <Button size="compact-xs" variant="default" onClick={() => void billEarlier(at)}>
                  {t("coverage.up")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <SavingOutcome problem={problem} onReload={reload} />
    </>
  );
}

/** The rows with the one at a place before the one that stood before it. */
function exchanged<Row>(rows: readonly Row[], place: number): Row[] {
  const moved = rows.slice(place, place + 1);
  return [
    ...rows.slice(0, place - 1),
    ...moved,
    ...rows.slice(place - 1, place),
    ...rows.slice(place + 1),
  ];
}

function isHeldOn({ effectiveFrom, effectiveTo }: CoverageAnswer, day: string): boolean {
  return (effectiveFrom ?? day) <= day && day <= (effectiveTo ?? day);
}

function daysText({ effectiveFrom, effectiveTo }: CoverageAnswer): string {
  const from = effectiveFrom === null ? undefined : formatDate(effectiveFrom);
  const to = effectiveTo === null ? undefined : formatDate(effectiveTo);
  if (from !== undefined && to !== undefined) return t("coverage.between", { from, to });
  if (from !== undefined) return t("coverage.since", { from });
  return to === undefined ? t("coverage.always") : t("coverage.until", { to });
}

function Suggestions({ practice, patient, mayWrite, onOpen }: Props) {
  const answer = useQuery({
    queryKey: [practice, "patients", "suggestions", patient],
    queryFn: ({ signal }) =>
      getJson<{ rows: CoverageSuggestion[] }>(
        practiceAddress(practice, `patients/${patient}/coverages/suggestions`),
        signal,
      ),
    staleTime: 0,
  });
  const rows = answer.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={t("coverage.suggestions")}>
      <h3 className="section-title">{t("coverage.suggestions")}</h3>
      <ul className="coverage-list">
        {rows.map((row) => (
          <li key={`${row.payer} ${row.memberId} ${row.sequence}`}>
            <span>{row.sequence}</span>
            <span>
              {t("coverage.suggestion", { payer: row.payer, member: row.memberId })}{" "}
              <span className="dim">{row.groupNumber}</span>
            </span>
            <span className="dim">
              {t("coverage.fromClaim")}{" "}
              <Link
                to="/p/$practice/claims/$claim"
                params={{ practice, claim: String(row.claimId) }}
              >
                {row.patientControlNumber}
              </Link>
              {row.usedFrom &&
                row.usedThrough &&
                ` · ${t("coverage.used", { from: formatDate(row.usedFrom), to: formatDate(row.usedThrough) })}`}
            </span>
            {mayWrite && (
              <Button size="compact-xs" variant="default" onClick={() => onOpen(row)}>
                {t("coverage.takeOver")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
