import type { ClaimEvent } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SegmentList } from "../../files/segment-list.tsx";
import { formatDate, formatDollars, formatInstant } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { type ClaimKey, claimTimelineQuery } from "./claim-query.ts";

/** What happened to a claim, newest first; each event opens the segments that say so. */
export function ClaimTimeline({ claim }: { readonly claim: ClaimKey }) {
  const timeline = useQuery(claimTimelineQuery(claim));
  if (timeline.isError)
    return <FailureNotice error={timeline.error} onRetry={() => void timeline.refetch()} />;
  return (
    <section aria-label={t("timeline.title")}>
      <h2 className="section-title">{t("timeline.title")}</h2>
      <ol className="timeline segment-narrow">
        {timeline.data?.rows.map((event) => (
          <TimelineEvent key={event.id} practice={claim.practice} event={event} />
        ))}
      </ol>
    </section>
  );
}

type Props = { readonly practice: string; readonly event: ClaimEvent };

function TimelineEvent({ practice, event }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { source } = event;
  const content = (
    <>
      <span className="dim" title={formatInstant(event.recordedAt)}>
        {formatDate(event.on ?? event.recordedAt.slice(0, 10))}
      </span>
      <span>{eventSentence(event)}</span>
      <span className="money-text">{event.cents === null ? "" : formatDollars(event.cents)}</span>
      <span aria-hidden="true">{source ? (isOpen ? "▾" : "▸") : ""}</span>
    </>
  );
  return (
    <li>
      {source ? (
        <button
          type="button"
          className="timeline-event"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {content}
        </button>
      ) : (
        <div className="timeline-event">{content}</div>
      )}
      {isOpen && source && (
        <>
          <p className="small">{source.fileName}</p>
          <SegmentList
            practice={practice}
            fileId={source.fileId}
            from={source.segmentFrom}
            to={source.segmentTo}
          />
        </>
      )}
    </li>
  );
}

/** The event's sentence by its code; an unknown code is shown, never hidden. */
function eventSentence(event: ClaimEvent): string {
  const values = Object.entries(event.values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, wordOf(name, String(value))] as const);
  return tOr(
    `event.${event.title}`,
    event.title.toLowerCase().replaceAll(/[_-]/g, " "),
    Object.fromEntries(values),
  );
}

function wordOf(name: string, value: string): string {
  if (name === "state" || name === "outcome")
    return tOr(`stateWord.${value}`, tOr(`denialOutcome.${value}`, value));
  if (name === "workKind") return tOr(`workKind.${value}`, value);
  if (name === "step") return tOr(`denialStep.${value}`, value);
  if (name === "reasonCode") return tOr(`writeOffReason.${value}`, value);
  if (name === "cents") return formatDollars(Number(value));
  return value;
}
