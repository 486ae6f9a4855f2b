import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";

/** States in which a payer has the claim and has not decided it. */
const waiting = new Set(["submitted", "accepted", "pending"]);

/** When the timeline is looked at again for an answer that comes at once. */
const looksAfterMs = [1500, 4000, 9000];

type Props = { readonly practice: string; readonly claim: ClaimAnswer };

/** Asks the payer where a claim stands (276). */
export function AskStatus({ practice, claim }: Props) {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  if (!waiting.has(claim.state)) return null;
  const ask = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { traceNumber } = await sendJson<{ traceNumber: string }>(
        practiceAddress(practice, `claims/${claim.id}/status-inquiries`),
        { method: "POST" },
      );
      setSaid(t("askStatus.asked", { traceNumber }));
      const look = () => void queries.invalidateQueries({ queryKey: [practice] });
      look();
      for (const after of looksAfterMs) setTimeout(look, after);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="default" loading={isBusy} onClick={() => void ask()}>
        {t("askStatus.ask")}
      </Button>
      {said && <span role="status">{said}</span>}
      {problem && (
        <span role="alert" className="error-line">
          {problemSentence(problem)}
        </span>
      )}
    </>
  );
}
