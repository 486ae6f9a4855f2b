import type { RefundRow } from "@headwater/revenue-cycle/back-end/refund/refund-answers.ts";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { TransfersLink } from "../../books/account/transfers-link.tsx";
import { formatCents, formatDate } from "../../frame/format.ts";
import { problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t } from "../../strings/translate.ts";
import { Stated } from "../../table/stated.tsx";
import { useMoneyChange } from "../patient-account/account-query.ts";
import { cardPaymentsQuery } from "../patient-account/card-query.ts";
import { ChangeFailure } from "../patient-account/change-failure.tsx";

type Props = {
  readonly practice: string;
  readonly refund: RefundRow;
  readonly onClose: () => void;
};

/** A refund beside its list; one that is approved is told how it went, or cancelled. */
export function RefundPanel({ practice, refund, onClose }: Props) {
  const mayWrite = isAllowed(useSession(), practice, "refund.write");
  return (
    <SidePanel title={t("refunds.title", { dollars: formatCents(refund.cents) })} onClose={onClose}>
      <dl className="fact-list">
        <dt>{t("exceptions.amount")}</dt>
        <dd>
          <TransfersLink
            {...{ practice, cents: refund.cents }}
            of={{ refund: String(refund.id) }}
          />
        </dd>
        <dt>{t("refunds.state")}</dt>
        <dd>{t(`refundState.${refund.state}`)}</dd>
        <dt>{t("refunds.to")}</dt>
        <dd>{refund.party === "payer" ? refund.payer : t("refundParty.patient")}</dd>
        <dt>{t("credits.reason")}</dt>
        <dd>{refund.reason}</dd>
        <dt>{t("approvals.askedBy")}</dt>
        <dd>{refund.requestedBy}</dd>
        <dt>{t("refunds.number")}</dt>
        <dd>
          <Stated text={refund.number} />
        </dd>
        {refund.settledOn !== null && (
          <>
            <dt>{t("refunds.went")}</dt>
            <dd>{formatDate(refund.settledOn)}</dd>
          </>
        )}
      </dl>
      {mayWrite && refund.state === "payable" && (
        <>
          <SettleForm {...{ practice, refund }} />
          {refund.party === "patient" && <CardForm {...{ practice, refund }} />}
          <CancelForm {...{ practice, refund }} />
        </>
      )}
    </SidePanel>
  );
}

function SettleForm({ practice, refund }: Omit<Props, "onClose">) {
  const [way, setWay] = useState("check");
  const [number, setNumber] = useState("");
  const [on, setOn] = useState(refund.approvedOn ?? refund.requestedOn);
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: [practice] });
  const settle = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, `refunds/${refund.id}/settle`), {
        method: "POST",
        body: { way, number, on },
      }),
    onSettled,
  });
  const { error } = settle;
  return (
    <form
      aria-label={t("refunds.confirm")}
      onSubmit={(event) => {
        event.preventDefault();
        if (number.trim() && on) settle.mutate();
      }}
    >
      <NativeSelect
        mb="xs"
        label={t("refunds.way")}
        data={[
          { value: "check", label: t("refundWay.check") },
          ...(refund.party === "payer"
            ? [{ value: "takeback", label: t("refundWay.takeback") }]
            : []),
        ]}
        value={way}
        onChange={(event) => setWay(event.currentTarget.value)}
      />
      <TextInput
        mb="xs"
        label={t("refunds.number")}
        maxLength={50}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput
        mb="xs"
        type="date"
        label={t("refunds.day")}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      {error && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(error))}
        </p>
      )}
      <Button type="submit" loading={settle.isPending} disabled={!number.trim() || !on}>
        {t("refunds.confirm")}
      </Button>
    </form>
  );
}

/** Sends the money to a card that paid on the account; it is gone when the gateway has answered. */
function CardForm({ practice, refund }: Omit<Props, "onClose">) {
  const [chosen, setChosen] = useState("");
  const paid = useQuery(cardPaymentsQuery(practice, { claim: String(refund.claimId) }));
  const sending = useMoneyChange(practice);
  const cards = (paid.data?.rows ?? []).filter(
    ({ state, cents, backCents }) => state === "paid" && cents - backCents >= refund.cents,
  );
  const [first] = cards;
  if (first === undefined) return null;
  const cardPaymentId = Number(chosen || first.id);
  return (
    <form
      aria-label={t("card.toCard")}
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate({ path: `refunds/${refund.id}/card`, body: { cardPaymentId } });
      }}
    >
      <NativeSelect
        mt="md"
        mb="xs"
        label={t("card.toCard")}
        value={String(cardPaymentId)}
        data={cards.map((card) => ({
          value: String(card.id),
          label: t("card.named", {
            brand: card.brand ?? "",
            lastFour: card.lastFour ?? "",
            amount: formatCents(card.cents),
            date: formatDate(card.askedOn),
          }),
        }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={sending.isPending}>
        {t("card.sendToCard")}
      </Button>
      <ChangeFailure error={sending.error} />
    </form>
  );
}

function CancelForm({ practice, refund }: Omit<Props, "onClose">) {
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: [practice] });
  const cancel = useMutation({
    mutationFn: () =>
      sendJson(practiceAddress(practice, `refunds/${refund.id}/cancel`), {
        method: "POST",
        body: { reason },
      }),
    onSettled,
  });
  return (
    <form
      aria-label={t("refunds.cancel")}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) cancel.mutate();
      }}
    >
      <TextInput
        mt="md"
        mb="xs"
        label={t("refunds.cancelReason")}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button variant="default" loading={cancel.isPending} disabled={!reason.trim()} type="submit">
        {t("refunds.cancel")}
      </Button>
      {cancel.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(cancel.error))}
        </p>
      )}
    </form>
  );
}
