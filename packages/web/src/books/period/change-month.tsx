import type { MonthPage } from "@headwater/revenue-cycle/books/period/period-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatMonth } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly shown: MonthPage };

/** Closing a month, or opening it again with a reason: said once, then confirmed. */
export function ChangeMonth({ practice, shown }: Props) {
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const mayClose = isAllowed(useSession(), practice, "ledger.close");
  const { isClosed } = shown;
  const month = formatMonth(shown.month);
  const change = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, `periods/${shown.month.slice(0, 7)}`), {
        method: "PUT",
        body: isClosed
          ? { state: "open", reason }
          : { state: "closed", withEarlier: true, ...(reason.trim() ? { reason } : {}) },
      }),
    onSuccess: () => {
      setAsked(false);
      setReason("");
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  if (!mayClose) return null;
  if (!isAsked) {
    return (
      <p className="no-print">
        <Button variant="default" onClick={() => setAsked(true)}>
          {t(isClosed ? "month.reopen" : "month.close")}
        </Button>
      </p>
    );
  }
  const isReady = !isClosed || reason.trim() !== "";
  return (
    <form
      className="waiting-work no-print"
      aria-label={t(isClosed ? "month.reopen" : "month.close")}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) change.mutate();
      }}
    >
      <p>
        {t(isClosed ? "month.reopenSentence" : "month.closeSentence", { month })}{" "}
        {!isClosed && t("month.closeEarlier")}
      </p>
      <TextInput
        autoFocus
        maw={480}
        mb="xs"
        label={t(isClosed ? "month.reasonNeeded" : "month.reasonOptional")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {change.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(change.error))}
        </p>
      )}
      <Button type="submit" loading={change.isPending} disabled={!isReady} mr="xs">
        {t(isClosed ? "month.confirmReopen" : "month.confirmClose", { month })}
      </Button>
      <Button variant="default" onClick={() => setAsked(false)}>
        {t("month.cancel")}
      </Button>
    </form>
  );
}
