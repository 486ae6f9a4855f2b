import type { RemittanceAnswer } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDollars } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";

type Props = { readonly practice: string; readonly remittance: RemittanceAnswer };

/** Posting a held remittance on a person's word: said once, then confirmed with what it will do. */
export function ReleaseRemittance({ practice, remittance }: Props) {
  const [isAsked, setAsked] = useState(false);
  const queries = useQueryClient();
  const mayPost = isAllowed(useSession(), practice, "remittance.write");
  const release = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, `remittances/${remittance.id}/release`), {
        method: "PUT",
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  if (remittance.verdict !== "held" || !mayPost) return null;
  if (!isAsked) {
    return (
      <p>
        <Button variant="default" onClick={() => setAsked(true)}>
          {t("release.ask")}
        </Button>
      </p>
    );
  }
  return (
    <section aria-label={t("release.ask")} className="waiting-work">
      <p>{t("release.sentence", { dollars: formatDollars(remittance.paidCents) })}</p>
      {release.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(release.error))}
        </p>
      )}
      <Button loading={release.isPending} onClick={() => release.mutate()} mr="xs">
        {t("release.post")}
      </Button>
      <Button variant="default" onClick={() => setAsked(false)}>
        {t("release.keep")}
      </Button>
    </section>
  );
}
