import type { ClaimDenial } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly denials: readonly ClaimDenial[] };

/** Each denial in words: what the payer said, where the cause lies, what to do, until when. */
export function ClaimDenials({ practice, denials }: Props) {
  if (denials.length === 0) return null;
  return (
    <section aria-label={t("denial.title")}>
      <h2 className="section-title">{t("denial.title")}</h2>
      {denials.map((denial) => (
        <article key={denial.id} className="denial">
          <p>
            <strong>{formatDollars(denial.cents)}</strong>{" "}
            {denial.lineNumber > 0 && t("denial.line", { line: denial.lineNumber })}{" "}
            {denial.procedureCode}: {denial.words.reason}{" "}
            <span className="small">
              {[`${denial.groupCode}-${denial.reasonCode}`, ...denial.remarkCodes].join(" ")}
            </span>
          </p>
          {denial.words.remarks.map((remark) => (
            <p key={remark.code}>
              {remark.label} <span className="small">{remark.code}</span>
            </p>
          ))}
          {!denial.words.isKnown && <p className="small">{t("denial.unknownCode")}</p>}
          <p className="dim">
            {t("denial.cause", {
              stage: tOr(`stage.${denial.stage}`, denial.stage),
              category: tOr(`category.${denial.category}`, denial.category),
            })}{" "}
            {tOr(`nextAction.${denial.nextAction}`, denial.nextAction)}.
            {denial.dueOn && ` ${t("claim.by", { date: formatDate(denial.dueOn) })}`}
          </p>
          <p className="small">
            <StateWord state={denial.state} /> · {formatDate(denial.deniedOn)} ·{" "}
            <Link
              to="/p/$practice/remittances/$remittance"
              params={{ practice, remittance: String(denial.remittanceId) }}
            >
              {t("denial.remittance")}
            </Link>{" "}
            ·{" "}
            <Link
              to="/p/$practice/denials/$denial"
              params={{ practice, denial: String(denial.id) }}
            >
              {t("denials.work")}
            </Link>
          </p>
        </article>
      ))}
    </section>
  );
}
