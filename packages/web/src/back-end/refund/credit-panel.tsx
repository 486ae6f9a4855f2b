import type { CreditRow } from "@headwater/revenue-cycle/back-end/refund/refund-answers.ts";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ClaimAmountLink } from "../../books/account/transfers-link.tsx";
import { formatCents, formatDate } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { typedPrice } from "../../masters/price/typed-price.ts";
import { t } from "../../strings/translate.ts";
import { creditAmounts } from "./credit-columns.tsx";

type Props = {
  readonly practice: string;
  readonly credit: CreditRow;
  readonly onClose: () => void;
};

/** A credit beside its list, and asking for it to go back. */
export function CreditPanel({ practice, credit, onClose }: Props) {
  const mayAsk = isAllowed(useSession(), practice, "refund.write");
  const left = credit.cents - credit.askedCents;
  return (
    <SidePanel title={`${t("credits.credit")} ${formatCents(credit.cents)}`} onClose={onClose}>
      <dl className="fact-list">
        <dt>{t("credits.credit")}</dt>
        <dd>
          <ClaimAmountLink
            {...{ practice, claimId: credit.claimId, cents: credit.cents }}
            amount={creditAmounts[credit.party]}
          />
        </dd>
        <dt>{t("credits.whose")}</dt>
        <dd>{t(`refundParty.${credit.party}`)}</dd>
        <dt>{t("claim.payer")}</dt>
        <dd>{credit.payer}</dd>
        <dt>{t("credits.knownSince")}</dt>
        <dd>{formatDate(credit.identifiedOn)}</dd>
        <dt>{t("credits.due")}</dt>
        <dd>{formatDate(credit.dueOn)}</dd>
        <dt>{t("credits.asked")}</dt>
        <dd>{formatCents(credit.askedCents)}</dd>
      </dl>
      {credit.askedCents > 0 && <p role="status">{t("credits.waits")}</p>}
      {mayAsk && left > 0 && <AskForm {...{ practice, credit, left }} />}
    </SidePanel>
  );
}

type FormProps = Omit<Props, "onClose"> & { readonly left: number };

function AskForm({ practice, credit, left }: FormProps) {
  const [amount, setAmount] = useState((left / 100).toFixed(2));
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const cents = typedPrice(amount);
  const isAmount = cents !== undefined && cents > 0;
  const ask = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, `claims/${credit.claimId}/refunds`), {
        method: "POST",
        body: { party: credit.party, cents, reason },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
  if (ask.isSuccess) return null;
  return (
    <form
      aria-label={t("credits.sendBack")}
      onSubmit={(event) => {
        event.preventDefault();
        if (isAmount && reason.trim()) ask.mutate();
      }}
    >
      <TextInput
        mb="xs"
        label={t("credits.amount")}
        inputMode="decimal"
        value={amount}
        error={isAmount ? undefined : t("credits.badAmount")}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <TextInput
        mb="xs"
        label={t("credits.reason")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {ask.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(ask.error))}
        </p>
      )}
      <Button type="submit" loading={ask.isPending} disabled={!isAmount || !reason.trim()}>
        {t("credits.send")}
      </Button>
    </form>
  );
}
