import type { TransferRow } from "@headwater/revenue-cycle/books/transfer/transfer-answers.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { SegmentList } from "../../files/segment-list.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { CauseSubject } from "./cause-subject.tsx";

type Props = { readonly practice: string; readonly cause: TransferRow["cause"] };

/** Why a transfer was made: its posting, the remittance, and the segments that say so. */
export function TransferCause({ practice, cause }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { source } = cause;
  return (
    <>
      <p className="small">
        {tOr(`posting.${cause.kind}`, cause.kind)}
        {cause.remittanceId !== null && (
          <>
            {" · "}
            <Link
              to="/p/$practice/remittances/$remittance"
              params={{ practice, remittance: String(cause.remittanceId) }}
            >
              {t("remittance.title", { trace: cause.traceNumber ?? String(cause.remittanceId) })}
            </Link>
          </>
        )}
        {cause.paperId !== null && (
          <>
            {" · "}
            <Link
              to="/p/$practice/paper-remittances/$paper"
              params={{ practice, paper: String(cause.paperId) }}
            >
              {t("paper.from")}
            </Link>
          </>
        )}
        {cause.reason && (
          <>
            {" · "}
            <CauseSubject practice={practice} reason={cause.reason} />
          </>
        )}
        {(source === null || cause.paperId !== null) && ` · ${t("paper.by", { who: cause.actor })}`}
        {source && (
          <>
            {" · "}
            <button
              type="button"
              className="link-button"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {t("segments.range", { from: source.segmentFrom, to: source.segmentTo })}
            </button>
          </>
        )}
      </p>
      {isOpen && source && (
        <SegmentList
          practice={practice}
          fileId={source.fileId}
          from={source.segmentFrom}
          to={source.segmentTo}
        />
      )}
    </>
  );
}
