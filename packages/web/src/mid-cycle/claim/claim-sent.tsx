import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { SegmentList } from "../../files/segment-list.tsx";
import { t } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly claim: ClaimAnswer };

/** The claim as it was sent: the segments of its 837, on demand. */
export function ClaimSent({ practice, claim }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { source } = claim;
  if (source === null) return null;
  return (
    <section aria-label={t("claim.sent")}>
      <h2 className="section-title">
        <button
          type="button"
          className="link-button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "▾" : "▸"} {t("claim.sent")}
        </button>
      </h2>
      <p className="small" style={{ margin: 0 }}>
        <Link
          to="/p/$practice/files/$file"
          params={{ practice, file: source.fileId }}
          search={{ from: String(source.segmentFrom), to: String(source.segmentTo) }}
        >
          {source.fileName}
        </Link>
        , {t("segments.range", { from: source.segmentFrom, to: source.segmentTo })}
      </p>
      {isOpen && (
        <SegmentList
          practice={practice}
          fileId={source.fileId}
          from={source.segmentFrom}
          to={source.segmentTo}
        />
      )}
    </section>
  );
}
