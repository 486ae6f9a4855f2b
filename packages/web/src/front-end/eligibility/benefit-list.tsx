import type { fileSegmentsSchema } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import {
  benefitWord,
  coverageLevelWord,
  quantityWord,
  serviceTypeWord,
  timePeriodWord,
} from "@headwater/revenue-cycle/front-end/eligibility/benefit-words.ts";
import type {
  BenefitAnswer,
  EligibilityCheckAnswer,
} from "@headwater/revenue-cycle/front-end/eligibility/eligibility-answers.ts";
import { percentText } from "@headwater/revenue-cycle/front-end/estimate/estimate-visit.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { SegmentItem } from "../../files/segment-list.tsx";
import { FailureNotice } from "../../frame/notice.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";

type Props = { readonly practice: string; readonly check: EligibilityCheckAnswer };

/** Every benefit of an answer; each opens the segment of the file that says it. */
export function BenefitList({ practice, check }: Props) {
  const [marked, setMarked] = useState<number | undefined>(undefined);
  if (check.benefits.length === 0) return null;
  return (
    <details>
      <summary className="small">
        {t("eligibility.benefits", { count: check.benefits.length })}
      </summary>
      <table className="visit-table">
        <tbody>
          {check.benefits.map((benefit) => (
            <BenefitRow key={benefit.benefitNumber} benefit={benefit} onShow={setMarked} />
          ))}
        </tbody>
      </table>
      {marked !== undefined && <RawAnswer practice={practice} check={check} marked={marked} />}
    </details>
  );
}

type RowProps = {
  readonly benefit: BenefitAnswer;
  readonly onShow: (segment: number) => void;
};

function BenefitRow({ benefit, onShow }: RowProps) {
  const { segmentFrom } = benefit;
  return (
    <tr>
      <th scope="row">
        {benefitWord(benefit.benefitCode)}
        {segmentFrom !== null && (
          <>
            {" "}
            <button
              type="button"
              className="link-button small"
              aria-label={t("eligibility.openSegment", { number: segmentFrom })}
              onClick={() => onShow(segmentFrom)}
            >
              {t("eligibility.segment", { number: benefit.benefitNumber })}
            </button>
          </>
        )}
      </th>
      <td className="dim">{detailsOf(benefit)}</td>
      <td className="money">
        {benefit.share !== null ? percentText(benefit.share) : <Money cents={benefit.cents} />}
      </td>
    </tr>
  );
}

const networkWords = {
  in: "eligibility.inNetwork",
  out: "eligibility.outOfNetwork",
  both: "eligibility.bothNetworks",
} as const;

/** What a benefit is about, in words; what was not stated is left out, never filled in. */
function detailsOf(benefit: BenefitAnswer): string {
  const { coverageLevel, timePeriod, quantity, quantityQualifier, network } = benefit;
  const { needsAuthorization, otherPayerName } = benefit;
  return [
    ...benefit.serviceTypes.map(serviceTypeWord),
    coverageLevel && coverageLevelWord(coverageLevel),
    timePeriod && timePeriodWord(timePeriod),
    quantity && `${quantity} ${quantityQualifier ? quantityWord(quantityQualifier) : ""}`.trim(),
    network !== "unknown" && t(networkWords[network]),
    needsAuthorization === "yes" && t("eligibility.needsAuthorization"),
    needsAuthorization === "no" && t("eligibility.needsNoAuthorization"),
    benefit.procedureCode,
    otherPayerName && t("eligibility.otherPayer", { name: otherPayerName }),
    ...benefit.messages,
  ]
    .filter(Boolean)
    .join(" · ");
}

type Segments = (typeof fileSegmentsSchema)["_output"];

/** The answer as it came, with the benefit's segment marked. */
function RawAnswer({ practice, check, marked }: Props & { readonly marked: number }) {
  const answer = useQuery({
    queryKey: [practice, "eligibility-segments", check.id],
    queryFn: ({ signal }) =>
      getJson<Segments>(
        practiceAddress(practice, `eligibility-checks/${check.id}/segments`),
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (answer.isError) {
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  return (
    <ol className="segments" aria-label={t("eligibility.raw")}>
      {(answer.data?.segments ?? []).map((segment) => (
        <SegmentItem
          key={`${segment.number} ${segment.number === marked}`}
          segment={segment}
          mark={segment.number === marked ? { segment: marked } : undefined}
        />
      ))}
    </ol>
  );
}
