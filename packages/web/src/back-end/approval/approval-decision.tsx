import type { ApprovalRow } from "@headwater/revenue-cycle/books/approval/approval-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { reasonInWords } from "./approval-columns.tsx";

type Props = { readonly practice: string; readonly approval: ApprovalRow };

/** A request that waits: another person approves or refuses it; who asked takes it back. */
export function ApprovalDecision({ practice, approval }: Props) {
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const mayApprove = isAllowed(useSession(), practice, "money.approve");
  const decide = useMutation({
    mutationFn: (verb: "approve" | "refuse") =>
      sendJson(practiceAddress(practice, `approvals/${approval.id}/${verb}`), {
        method: "POST",
        body: reason.trim() ? { reason } : {},
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  if (approval.state !== "waiting") return null;
  const isOther = !approval.isMine;
  const hasReason = reason.trim() !== "";
  return (
    <form
      aria-label={t("approvals.title")}
      onSubmit={(event) => {
        event.preventDefault();
        if (mayApprove) decide.mutate("approve");
      }}
    >
      <p className="small">
        {isOther
          ? t("approvals.waits", { who: approval.requestedBy, reason: reasonInWords(approval) })
          : t("approvals.waitsForOther")}
      </p>
      {(mayApprove || !isOther) && (
        <TextInput
          maw={480}
          mb="xs"
          label={t("approvals.reasonOptional")}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {decide.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(decide.error))}
        </p>
      )}
      {mayApprove && (
        <Button type="submit" loading={decide.isPending} mr="xs">
          {t("approvals.approve")}
        </Button>
      )}
      {(mayApprove || !isOther) && (
        <Button
          variant="default"
          disabled={!hasReason || decide.isPending}
          onClick={() => decide.mutate("refuse")}
        >
          {t(isOther ? "approvals.refuse" : "approvals.takeBack")}
        </Button>
      )}
    </form>
  );
}
