import type { VisitAnswer } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import type {
  EstimateAnswer,
  EstimateInput,
  KeptEstimate,
} from "@headwater/revenue-cycle/front-end/estimate/estimate-answers.ts";
import { percentText } from "@headwater/revenue-cycle/front-end/estimate/estimate-visit.ts";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { formatCents, formatDate, formatDollars } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t, tOr } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";
import { askAgain } from "../appointment/visit-query.ts";

type Props = {
  readonly practice: string;
  readonly visit: VisitAnswer;
  readonly mayKeep: boolean;
};

/** What the visit is expected to cost the patient, with every step and every input. */
export function VisitEstimate({ practice, visit, mayKeep }: Props) {
  const { estimate } = visit;
  const queries = useQueryClient();
  const keeping = useMutation({
    mutationFn: () =>
      sendJson<KeptEstimate>(practiceAddress(practice, `appointments/${visit.id}/estimates`), {
        method: "POST",
      }),
    onSuccess: () => askAgain(queries, practice),
  });
  const isGoodFaith = estimate.kind === "good-faith";
  return (
    <section>
      <h3 className="section-title">{t(isGoodFaith ? "estimate.goodFaith" : "estimate.title")}</h3>
      <p className="visit-line">{sentenceOf(estimate)}</p>
      {estimate.dueOn && (
        <p className="visit-line">{t("estimate.dueOn", { date: formatDate(estimate.dueOn) })}</p>
      )}
      {estimate.lines.length > 0 && (
        <details>
          <summary className="small">{t("estimate.arithmetic")}</summary>
          <Arithmetic estimate={estimate} />
        </details>
      )}
      {estimate.inputs.length > 0 && (
        <details>
          <summary className="small">{t("estimate.inputs")}</summary>
          <Inputs inputs={estimate.inputs} />
        </details>
      )}
      {estimate.assumptions.length > 0 && (
        <p className="dim small">
          {t("estimate.assumptions")}:{" "}
          {estimate.assumptions.map((code) => tOr(`estimateAssumption.${code}`, code)).join("; ")}.
        </p>
      )}
      {mayKeep && estimate.patientCents !== null && (
        <Button
          variant="default"
          size="xs"
          mt={6}
          loading={keeping.isPending}
          onClick={() => keeping.mutate()}
        >
          {t("estimate.keep")}
        </Button>
      )}
      {keeping.data && (
        <p role="status" className="small">
          {t("estimate.kept", { date: formatDate(keeping.data.madeOn) })}
        </p>
      )}
      {keeping.error && (
        <p role="alert" className="error-line">
          {problemSentence(problemOf(keeping.error))}
        </p>
      )}
    </section>
  );
}

function sentenceOf(estimate: EstimateAnswer): string {
  if (estimate.patientCents !== null) {
    return t("estimate.patientPays", { amount: formatDollars(estimate.patientCents) });
  }
  const what = estimate.missing.map((code) => tOr(`estimateMissing.${code}`, code)).join(", ");
  return `${t("estimate.cannotBeSaid")} ${t("estimate.missingLead", { what })}`;
}

function Arithmetic({ estimate }: { readonly estimate: EstimateAnswer }) {
  return (
    <table className="visit-table">
      <tbody>
        {estimate.lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
          <LineSteps key={at} line={line} />
        ))}
        <tr data-total>
          <th scope="row" colSpan={2}>
            {t("estimateStep.patient")}
          </th>
          <td className="money">
            <Money cents={estimate.patientCents} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function LineSteps({ line }: { readonly line: EstimateAnswer["lines"][number] }) {
  const { units, procedureCode, modifiers } = line;
  return (
    <>
      <tr>
        <th scope="row" colSpan={3}>
          <strong>
            {t("estimate.units", { units, code: `${procedureCode} ${modifiers}`.trim() })}
          </strong>
          {line.missing.length > 0 && (
            <span className="dim">
              {" "}
              {t("estimate.missingLead", {
                what: line.missing.map((code) => tOr(`estimateMissing.${code}`, code)).join(", "),
              })}
            </span>
          )}
        </th>
      </tr>
      {line.steps.map((step) => (
        <tr key={step.what}>
          <th scope="row">{tOr(`estimateStep.${step.what}`, step.what)}</th>
          <td className="dim">{step.arithmetic}</td>
          <td className="money">{formatCents(step.cents)}</td>
        </tr>
      ))}
    </>
  );
}

function Inputs({ inputs }: { readonly inputs: readonly EstimateInput[] }) {
  return (
    <table className="visit-table">
      <tbody>
        {inputs.map((input) => (
          <tr key={`${input.name} ${input.procedureCode ?? ""}`}>
            <th scope="row">
              {t(`estimateInput.${input.name}`)} {input.procedureCode}
            </th>
            <td className="dim">
              {input.asOf && t("estimate.asOf", { date: formatDate(input.asOf) })}
              {input.benefits.map((number) => ` ${t("eligibility.segment", { number })}`).join(",")}
            </td>
            <td className="money">{inputValue(input)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function inputValue({ is, cents, share }: EstimateInput): string {
  if (is === "unclear") return t("estimate.unclear");
  if (cents !== null) return formatCents(cents);
  return share === null ? t("estimate.notStated") : percentText(share);
}
