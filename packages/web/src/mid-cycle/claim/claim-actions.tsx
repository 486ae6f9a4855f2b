import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import {
  type Mending,
  mendingRefusal,
} from "@headwater/revenue-cycle/mid-cycle/claim/mend-content.ts";
import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { type Problem, problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { AskStatus } from "./ask-status.tsx";

const mendings: readonly Mending[] = ["resend", "replacement", "void"];
const unsent = new Set(["draft", "held", "ready"]);

type Props = { readonly practice: string; readonly claim: ClaimAnswer };

/** What can be done with a claim now: only what its state and payer allow. */
export function ClaimActions({ practice, claim }: Props) {
  const mayWrite = isAllowed(useSession(), practice, "claim.write");
  const [asked, setAsked] = useState<Mending | undefined>(undefined);
  const mend = useMending(practice, claim);
  if (unsent.has(claim.state)) {
    return (
      <Link
        to="/p/$practice/claims/$claim/form"
        params={{ practice, claim: String(claim.id) }}
        className="action-link"
      >
        {t("claimAction.edit")}
      </Link>
    );
  }
  if (!mayWrite) return null;
  const refusals = new Map(mendings.map((mending) => [mending, refusalOf(claim, mending)]));
  const open = mendings.filter(
    (mending) =>
      refusals.get(mending) === undefined || refusals.get(mending) === "payer_number_missing",
  );
  const begin = (mending: Mending) => {
    if (refusals.get(mending) === undefined) void mend.begin(mending, undefined);
    else setAsked(mending);
  };
  return (
    <>
      {open.map((mending) => (
        <Button
          key={mending}
          variant="default"
          loading={mend.isBusy}
          onClick={() => begin(mending)}
        >
          {t(`claimAction.${mending}`)}
        </Button>
      ))}
      <AskStatus practice={practice} claim={claim} />
      {asked && <PayerNumber onBegin={(number) => void mend.begin(asked, number)} />}
      {mend.problem && (
        <span role="alert" className="error-line">
          {problemSentence(mend.problem)}
        </span>
      )}
    </>
  );
}

function refusalOf(claim: ClaimAnswer, mending: Mending) {
  return mendingRefusal(
    {
      state: claim.state,
      kind: claim.kind,
      filingIndicator: claim.filingIndicator ?? undefined,
      frequencyCode: claim.frequencyCode,
      payerClaimControlNumber: claim.payerClaimControlNumber ?? undefined,
    },
    mending,
  );
}

/** Asks for the payer's number of a claim where no file told it. */
export function PayerNumber({ onBegin }: { readonly onBegin: (number: string) => void }) {
  const [number, setNumber] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim() !== "") onBegin(number.trim());
      }}
      style={{ display: "flex", gap: 8, alignItems: "end" }}
    >
      <TextInput
        label={t("claimAction.payerNumber")}
        value={number}
        autoFocus
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Button type="submit">{t("claimAction.begin")}</Button>
    </form>
  );
}

/** What the claim is mended for: a fact of it, and the line that it is about. */
export type MendedFact = { readonly field: string; readonly at?: number };

/** Begins the claim that mends another and goes to its form, at the field that was found wrong. */
export function useMending(
  practice: string,
  claim: { readonly id: number },
  asked?: MendedFact | undefined,
) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const begin = async (mending: Mending, payerClaimControlNumber: string | undefined) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const begun = await sendJson<{ claimId: number }>(
        practiceAddress(practice, `claims/${claim.id}/mend`),
        { method: "POST", body: { mending, payerClaimControlNumber } },
      );
      await queries.invalidateQueries({ queryKey: [practice] });
      void navigate({
        to: "/p/$practice/claims/$claim/form",
        params: { practice, claim: String(begun.claimId) },
        search: {
          ...(asked === undefined ? {} : { fact: asked.field }),
          ...(asked?.at === undefined ? {} : { line: String(asked.at) }),
        },
      });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, begin };
}
