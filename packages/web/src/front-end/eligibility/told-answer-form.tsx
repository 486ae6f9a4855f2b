import type { EligibilityCheckAnswer } from "@headwater/revenue-cycle/front-end/eligibility/eligibility-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { askAgain } from "../appointment/visit-query.ts";
import { readAmount } from "../check-in/read-amount.ts";

type Props = {
  readonly practice: string;
  readonly coverageId: number;
  readonly day: string;
  readonly onSaved: () => void;
};

/** What a payer said on the telephone or in its portal. */
export function ToldAnswerForm({ practice, coverageId, day, onSaved }: Props) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<"active" | "inactive">("active");
  const [told, setTold] = useState("");
  const [copay, setCopay] = useState("");
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const cents = readAmount(copay);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (cents === undefined) return;
    try {
      await sendJson<EligibilityCheckAnswer>(practiceAddress(practice, "eligibility-checks/told"), {
        method: "POST",
        body: { coverageId, day, outcome, told, copayCents: copay.trim() === "" ? null : cents },
      });
      await askAgain(queries, practice);
      onSaved();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <form className="booking-form" onSubmit={(event) => void submit(event)}>
      <fieldset className="visit-methods">
        <legend className="visually-hidden">{t("eligibility.tell")}</legend>
        {(["active", "inactive"] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="told-outcome"
              checked={outcome === one}
              onChange={() => setOutcome(one)}
            />
            {t(one === "active" ? "eligibility.saidActive" : "eligibility.saidInactive")}
          </label>
        ))}
      </fieldset>
      <TextInput
        label={t("eligibility.tellHint")}
        value={told}
        required
        onChange={(event) => setTold(event.currentTarget.value)}
      />
      <TextInput
        label={t("eligibility.saidCopay")}
        inputMode="decimal"
        value={copay}
        error={cents === undefined ? t("visit.amountWrong") : undefined}
        onChange={(event) => setCopay(event.currentTarget.value)}
      />
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)} <span className="small">{problem.code}</span>
        </p>
      )}
      <Button type="submit" size="xs">
        {t("eligibility.save")}
      </Button>
    </form>
  );
}
