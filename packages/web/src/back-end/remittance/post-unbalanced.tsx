import type { RemittanceAnswer } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDollars } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { ApprovalDecision } from "../approval/approval-decision.tsx";
import { approvalQuery } from "../approval/approval-query.ts";

type Props = { readonly practice: string; readonly remittance: RemittanceAnswer };

const approved = "OUT_OF_BALANCE_APPROVED";

/** A remittance that does not add up: asked to be posted as it is, approved by another, or taken back. */
export function PostUnbalanced({ practice, remittance }: Props) {
  const session = useSession();
  const isQuarantined = remittance.verdict === "quarantined";
  const isApproved = remittance.reasonCode === approved;
  const waiting = useQuery({
    ...approvalQuery(practice, { remittance: remittance.id, state: "waiting" }),
    enabled: isQuarantined && isAllowed(session, practice, "ledger.read"),
  });
  const approval = waiting.data?.rows[0];
  if (isApproved) {
    return (
      <ReasonForm
        {...{ practice, remittance }}
        path="take-back"
        isAllowed={isAllowed(session, practice, "money.approve")}
        words={{
          ask: t("unbalanced.takeBack"),
          sentence: t("unbalanced.takeBackSentence"),
          reason: t("unbalanced.takeBackReason"),
          send: t("unbalanced.confirmTakeBack"),
        }}
      />
    );
  }
  if (!isQuarantined || waiting.isPending) return null;
  if (approval) {
    return (
      <section aria-label={t("unbalanced.waits")} className="waiting-work">
        <p>{t("unbalanced.waits")}</p>
        <ApprovalDecision practice={practice} approval={approval} />
      </section>
    );
  }
  return (
    <ReasonForm
      {...{ practice, remittance }}
      path="posting-request"
      isAllowed={isAllowed(session, practice, "remittance.write")}
      words={{
        ask: t("unbalanced.ask"),
        sentence: t("unbalanced.sentence", { dollars: formatDollars(remittance.paidCents) }),
        reason: t("unbalanced.reason"),
        send: t("unbalanced.send"),
      }}
    />
  );
}

type FormProps = Props & {
  readonly path: "posting-request" | "take-back";
  readonly isAllowed: boolean;
  readonly words: Readonly<Record<"ask" | "sentence" | "reason" | "send", string>>;
};

/** Something done to a remittance with a reason: said once, then confirmed with what it will do. */
function ReasonForm({ practice, remittance, path, words, isAllowed: mayAsk }: FormProps) {
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, `remittances/${remittance.id}/${path}`), {
        method: "POST",
        body: { reason },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  if (!mayAsk) return null;
  if (!isAsked) {
    return (
      <p>
        <Button variant="default" onClick={() => setAsked(true)}>
          {words.ask}
        </Button>
      </p>
    );
  }
  const isReady = reason.trim() !== "";
  return (
    <form
      className="waiting-work"
      aria-label={words.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) send.mutate();
      }}
    >
      <p>{words.sentence}</p>
      <TextInput
        autoFocus
        maw={480}
        mb="xs"
        label={words.reason}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {send.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(send.error))}
        </p>
      )}
      <Button type="submit" loading={send.isPending} disabled={!isReady} mr="xs">
        {words.send}
      </Button>
      <Button variant="default" onClick={() => setAsked(false)}>
        {t("unbalanced.keep")}
      </Button>
    </form>
  );
}
