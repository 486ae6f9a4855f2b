import type { WorkItemRow } from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { useState } from "react";
import { nameParts } from "../../files/file-name.tsx";
import { SegmentList } from "../../files/segment-list.tsx";
import { t } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly evidence: WorkItemRow["evidence"] };

/** Where the need shows in files; each place opens its segments. */
export function WorkEvidence({ practice, evidence }: Props) {
  if (evidence.length === 0) return null;
  return (
    <section aria-label={t("work.evidence")}>
      <h3 className="section-title">{t("work.evidence")}</h3>
      {evidence.map((source) => (
        <Place key={`${source.fileId} ${source.segmentFrom}`} practice={practice} source={source} />
      ))}
    </section>
  );
}

type PlaceProps = {
  readonly practice: string;
  readonly source: WorkItemRow["evidence"][number];
};

function Place({ practice, source }: PlaceProps) {
  const [isOpen, setOpen] = useState(false);
  const { fileId, fileName, segmentFrom, segmentTo } = source;
  return (
    <>
      <button
        type="button"
        className="link-button evidence"
        title={fileName}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? "▾" : "▸"}{" "}
        {t("work.segmentsOf", { from: segmentFrom, to: segmentTo, file: nameParts(fileName).name })}
      </button>
      {isOpen && (
        <SegmentList practice={practice} fileId={fileId} from={segmentFrom} to={segmentTo} />
      )}
    </>
  );
}
