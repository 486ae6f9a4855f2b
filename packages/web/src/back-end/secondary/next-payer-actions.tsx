import type { NextPayerAnswer } from "@headwater/revenue-cycle/back-end/secondary/next-payer-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { formatDollars } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { t } from "../../strings/translate.ts";
import { payerName } from "./next-payer-sentence.ts";

type Props = { readonly practice: string; readonly answer: NextPayerAnswer };

type Step =
  | { readonly is: "bill"; readonly form: "electronic" | "paper" }
  | { readonly is: "mailed" }
  | { readonly is: "release"; readonly reason: string };

/** What can be done now: only what the claim's place between its payers allows. */
export function NextPayerActions({ practice, answer }: Props) {
  const [isAsked, setAsked] = useState(false);
  const step = useStep(practice, answer.claimId);
  const { next, sending, prior } = answer;
  const left = prior.at(-1)?.patientCents ?? 0;
  const isPaper = next.is === "prepared" && sending?.form === "paper";
  const mayBill =
    ["bill", "crossover", "denied", "waiting"].includes(next.is) && next.rank !== null;
  const mayRelease = left > 0 && !next.isReleased && next.is !== "protected" && next.is !== "none";
  const bill = (form: "electronic" | "paper") => step.mutate({ is: "bill", form });
  return (
    <div style={{ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "center" }}>
      {mayBill && (
        <>
          <Button
            variant={next.is === "bill" ? "filled" : "default"}
            loading={step.isPending}
            onClick={() => bill("electronic")}
          >
            {t("nextPayer.toPayer", { payer: payerName(answer, next.rank) })}
          </Button>
          <Button variant="default" loading={step.isPending} onClick={() => bill("paper")}>
            {t("nextPayer.onPaper")}
          </Button>
        </>
      )}
      {next.is === "prepared" && (
        <>
          {isPaper && <PrintLinks practice={practice} claimId={answer.claimId} />}
          {isPaper ? (
            <Button loading={step.isPending} onClick={() => step.mutate({ is: "mailed" })}>
              {t("nextPayer.mailed")}
            </Button>
          ) : (
            next.isClean && (
              <Link to="/p/$practice/batches" params={{ practice }} className="action-link">
                {t("nextPayer.toBatches")}
              </Link>
            )
          )}
          <Button
            variant="default"
            loading={step.isPending}
            onClick={() => bill(sending?.form ?? "electronic")}
          >
            {t("nextPayer.again")}
          </Button>
        </>
      )}
      {mayRelease && !isAsked && (
        <Button variant="default" onClick={() => setAsked(true)}>
          {t("nextPayer.billPatient")}
        </Button>
      )}
      {mayRelease && isAsked && (
        <Release
          cents={left}
          isBusy={step.isPending}
          onRelease={(reason) => step.mutate({ is: "release", reason })}
        />
      )}
      {step.isError && (
        <span role="alert" className="error-line">
          {problemSentence(problemOf(step.error))}
        </span>
      )}
    </div>
  );
}

type PrintProps = { readonly practice: string; readonly claimId: number };

/** The form as a PDF, for its red stock and for plain paper. */
function PrintLinks({ practice, claimId }: PrintProps) {
  return (["preprinted", "plain"] as const).map((paper) => (
    <a
      key={paper}
      className="action-link"
      href={practiceAddress(practice, `claims/${claimId}/paper-form`, { paper })}
      download
    >
      {t(`nextPayer.print.${paper}`)}
    </a>
  ));
}

type ReleaseProps = {
  readonly cents: number;
  readonly isBusy: boolean;
  readonly onRelease: (reason: string) => void;
};

function Release({ cents, isBusy, onRelease }: ReleaseProps) {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim().length >= 3) onRelease(reason.trim());
  };
  return (
    <form
      onSubmit={submit}
      style={{ display: "flex", flexWrap: "wrap", gap: 8, alignItems: "end" }}
    >
      <TextInput
        label={t("nextPayer.reason")}
        value={reason}
        maxLength={200}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={isBusy} disabled={reason.trim().length < 3}>
        {t("nextPayer.release", { amount: formatDollars(cents) })}
      </Button>
    </form>
  );
}

function useStep(practice: string, claimId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => {
      const claim = `claims/${claimId}` as const;
      if (step.is === "bill") {
        const body = { form: step.form };
        return sendJson(practiceAddress(practice, `${claim}/next-payer`), { method: "POST", body });
      }
      if (step.is === "mailed") {
        return sendJson(practiceAddress(practice, `${claim}/next-payer/mailed`), {
          method: "POST",
        });
      }
      const body = { reason: step.reason };
      return sendJson(practiceAddress(practice, `${claim}/next-payer/release`), {
        method: "POST",
        body,
      });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
}
