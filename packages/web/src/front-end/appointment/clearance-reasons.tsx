import { clearanceSentence } from "@headwater/revenue-cycle/front-end/appointment/clearance-words.ts";
import type { ClearanceReason } from "@headwater/revenue-cycle/front-end/appointment/decide-clearance.ts";
import type { ClearanceAnswer } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { t } from "../../strings/translate.ts";

type Reason = ClearanceAnswer["reasons"][number];

/** The reason with days written as elsewhere on the page. */
export function reasonText(reason: Reason): string {
  return clearanceSentence(reason as unknown as ClearanceReason, formatDate);
}

/** Why a visit is not clear, each with the one next action; or that nothing stands in the way. */
export function ClearanceReasons({ clearance }: { readonly clearance: ClearanceAnswer }) {
  if (clearance.isCleared) return <p className="visit-line">{t("visit.isClear")}</p>;
  return (
    <ul className="visit-reasons">
      {clearance.reasons.map((reason) => (
        <li key={reason.code} data-severity={reason.severity}>
          <p>
            {reasonText(reason)}
            {reason.cents !== null && <span className="dim"> {formatDollars(reason.cents)}</span>}
          </p>
          <p className="small">{reason.actionText}.</p>
        </li>
      ))}
    </ul>
  );
}
