import { chargeFieldOfMissing } from "@headwater/revenue-cycle/mid-cycle/charge/charge-field.ts";
import { Link } from "@tanstack/react-router";
import { problemSentence } from "../../frame/notice.tsx";
import type { Problem } from "../../frame/problem.ts";
import { t, tOr } from "../../strings/translate.ts";

type Props = {
  readonly practice: string;
  readonly patientId: number | undefined;
  readonly problem: Problem;
};

/** Why charges were refused; what the claim lacks beyond this page is named with the page that has it. */
export function ChargeProblem({ practice, patientId, problem }: Props) {
  const lacking = problem.code === "claim_incomplete" ? problem.fields : [];
  const elsewhere = lacking.filter(({ field }) => chargeFieldOfMissing(field) === undefined);
  const paths = elsewhere.map(({ field }) => field);
  const isOfPatient = paths.some((path) => /^(patient|coverages)/.test(path));
  const isOfProvider = paths.some((path) => path.startsWith("providers."));
  return (
    <span role="alert" className="error-line">
      {problemSentence(problem)} {paths.length > 0 && `${t("charge.missing")} `}
      {paths.map(lackingWords).join(", ")}{" "}
      {isOfPatient && patientId !== undefined && (
        <Link to="/p/$practice/patients/$patient" params={{ practice, patient: String(patientId) }}>
          {t("charge.openPatient")}
        </Link>
      )}{" "}
      {isOfProvider && (
        <Link to="/p/$practice/providers" params={{ practice }}>
          {t("charge.openProviders")}
        </Link>
      )}{" "}
      <span className="small">{problem.code}</span>
    </span>
  );
}

/** `coverages.0.payer.name` is looked up without its number. */
function lackingWords(path: string): string {
  return tOr(`chargeLacks.${path.replaceAll(/\.\d+/g, "").replaceAll(".", "-")}`, path);
}
