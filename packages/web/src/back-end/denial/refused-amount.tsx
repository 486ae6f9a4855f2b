import type { DenialCaseAnswer } from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { Link } from "@tanstack/react-router";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { WorkEvidence } from "../../work/work-item/work-evidence.tsx";

type Denial = DenialCaseAnswer["denials"][number];
type Props = { readonly practice: string; readonly denial: Denial };

/** One refused amount: what the payer said, where the cause lies, until when, and where it stands. */
export function RefusedAmount({ practice, denial }: Props) {
  const { words, deadline, lineNumber } = denial;
  return (
    <article className="denial">
      <p>
        <strong>{formatDollars(denial.cents)}</strong>{" "}
        {lineNumber > 0 && t("denial.line", { line: lineNumber })} {denial.procedureCode}:{" "}
        {words.reason}{" "}
        <span className="small">
          {[`${denial.groupCode}-${denial.reasonCode}`, ...denial.remarkCodes].join(" ")} ·{" "}
          {words.group}
        </span>
      </p>
      {words.remarks.map(({ code, label }) => (
        <p key={code}>
          {label} <span className="small">{code}</span>
        </p>
      ))}
      {!words.isKnown && <p className="small">{t("denial.unknownCode")}</p>}
      <p className="dim">
        {t("denials.cause", { cause: causeOf(denial) })}{" "}
        {t(`denialPreventable.${denial.preventable === "yes" ? "yes" : "maybe"}`)}
      </p>
      {deadline && (
        <p className="dim" title={deadline.source ?? undefined}>
          {t("denials.basis", {
            count: deadline.days,
            basis: tOr(`denialBasis.${deadline.basis}`, deadline.basis),
            rule: deadline.rule,
          })}{" "}
          {deadline.note}
        </p>
      )}
      <Outcome practice={practice} denial={denial} />
      <WorkEvidence practice={practice} evidence={[denial.source]} />
    </article>
  );
}

/** Stage, process and category of the cause; the last two are often one word. */
function causeOf({ stage, process, category }: Denial): string {
  const words = [
    tOr(`stage.${stage}`, stage),
    tOr(`process.${process}`, process),
    tOr(`category.${category}`, category),
  ];
  return [...new Set(words)].join(", ");
}

function Outcome({ practice, denial }: Props) {
  const { outcome, outcomeOn, outcomeRemittanceId, recoveredCents } = denial;
  const said = [formatDate(denial.deniedOn)];
  if (outcome !== null) said.push(tOr(`denialOutcome.${outcome}`, outcome));
  if (outcomeOn !== null) said.push(formatDate(outcomeOn));
  if (recoveredCents > 0)
    said.push(t("denials.recovered", { dollars: formatDollars(recoveredCents) }));
  return (
    <p className="small">
      <StateWord state={denial.state} /> · {said.join(" · ")} ·{" "}
      <Link
        to="/p/$practice/remittances/$remittance"
        params={{ practice, remittance: String(denial.remittanceId) }}
      >
        {t("denial.remittance")}
      </Link>
      {outcomeRemittanceId !== null && (
        <>
          {" · "}
          <Link
            to="/p/$practice/remittances/$remittance"
            params={{ practice, remittance: String(outcomeRemittanceId) }}
          >
            {t("denials.laterRemittance")}
          </Link>
        </>
      )}
    </p>
  );
}
