import type { DenialAction } from "@headwater/revenue-cycle/back-end/denial/allowed-actions.ts";
import { askedFact } from "@headwater/revenue-cycle/back-end/denial/asked-fact.ts";
import type { DenialCaseAnswer } from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { useShortcut } from "../../frame/shortcuts.ts";
import { PayerNumber, useMending } from "../../mid-cycle/claim/claim-actions.tsx";
import { t } from "../../strings/translate.ts";
import { DenialStepForm } from "./denial-step-form.tsx";
import { useDenialStep } from "./use-denial-step.ts";

type Props = { readonly practice: string; readonly denial: DenialCaseAnswer };

/** What may be done, and nothing else; `e` does the usual thing. */
export function DenialActions({ practice, denial }: Props) {
  const mayWrite = isAllowed(useSession(), practice, "claim.write");
  const [chosen, setChosen] = useState<DenialAction | undefined>(undefined);
  const refused = denial.denials.find(({ id }) => id === denial.denialId);
  const mend = useMending(practice, denial.claim, refused && askedFact(refused));
  const step = useDenialStep(practice, denial);
  const [usual] = denial.actions;
  const begin = (action: DenialAction, payerNumber?: string) => {
    setChosen(action);
    if (action === "correct") void mend.begin("replacement", payerNumber);
    if (action === "new-claim") void mend.begin("resend", payerNumber);
  };
  useShortcut("e", () => usual && begin(usual.action), mayWrite && usual !== undefined);
  useShortcut("Escape", () => setChosen(undefined), chosen !== undefined);
  if (!mayWrite || denial.actions.length === 0) return null;
  const problem = mend.problem ?? (step.isError ? problemOf(step.error) : undefined);
  return (
    <section className="denial-actions" aria-label={t("work.actions")}>
      <div className="denial-buttons">
        {denial.actions.map(({ action, isUsual }, index) =>
          action === "rebill" ? (
            <Link
              key={action}
              to="/p/$practice/patients/$patient"
              params={{ practice, patient: String(denial.claim.patientId) }}
              className="action-link"
            >
              {t("denialAction.rebill")}
            </Link>
          ) : (
            <Button
              key={action}
              size="compact-sm"
              variant={isUsual ? "filled" : "default"}
              loading={mend.isBusy && chosen === action}
              aria-pressed={chosen === action}
              onClick={() => begin(action)}
            >
              {t(`denialAction.${action}`)} ({index + 1})
              <NumberKey number={index + 1} onPress={() => begin(action)} />
            </Button>
          ),
        )}
      </div>
      {problem && (
        <p role="alert" className="error-line">
          {problemSentence(problem)}
        </p>
      )}
      {mend.problem?.code === "payer_number_missing" && (
        <PayerNumber onBegin={(number) => begin("correct", number)} />
      )}
      {chosen !== undefined && chosen !== "correct" && chosen !== "new-claim" && (
        <DenialStepForm
          key={chosen}
          practice={practice}
          denial={denial}
          action={chosen}
          isBusy={step.isPending}
          onStep={(taken) => step.mutate(taken, { onSuccess: () => setChosen(undefined) })}
        />
      )}
    </section>
  );
}

/** The number of an action is its key. */
function NumberKey({ number, onPress }: { readonly number: number; readonly onPress: () => void }) {
  useShortcut(String(number), onPress);
  return null;
}
