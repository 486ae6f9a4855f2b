import type { VisitAnswer } from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { showVisitAnswer } from "./visit-query.ts";

type Props = {
  readonly practice: string;
  readonly visit: VisitAnswer;
  readonly today: string;
  readonly onChange: () => void;
};

/** What else may become of a visit: moved, cancelled with a reason, missed, done. */
export function VisitActions({ practice, visit, today, onChange }: Props) {
  const queries = useQueryClient();
  const [isCancelling, setCancelling] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const become = async (state: "booked" | "done" | "no-show" | "cancelled") => {
    setProblem(undefined);
    try {
      const answer = await sendJson<VisitAnswer>(
        practiceAddress(practice, `appointments/${visit.id}/state`),
        { method: "PUT", body: { state, reason }, revision: visit.revision },
      );
      setCancelling(false);
      await showVisitAnswer(queries, practice, answer);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const { state } = visit;
  const button = (words: string, onClick: () => void) => (
    <Button variant="default" size="xs" onClick={onClick}>
      {words}
    </Button>
  );
  return (
    <section>
      <div className="visit-buttons">
        {state === "booked" && button(t("visit.move"), onChange)}
        {state === "booked" && button(t("visit.cancel"), () => setCancelling(!isCancelling))}
        {state === "booked" &&
          visit.day <= today &&
          button(t("visit.noShow"), () => void become("no-show"))}
        {state === "arrived" && button(t("visit.done"), () => void become("done"))}
        {state === "no-show" && button(t("visit.again"), () => void become("booked"))}
      </div>
      {isCancelling && (
        <div className="booking-form">
          <TextInput
            label={t("visit.cancelReason")}
            value={reason}
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            size="xs"
            color="red"
            disabled={reason.trim() === ""}
            onClick={() => void become("cancelled")}
          >
            {t("visit.cancel")}
          </Button>
        </div>
      )}
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)} <span className="small">{problem.code}</span>
        </p>
      )}
    </section>
  );
}
