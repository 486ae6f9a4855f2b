import type {
  DepositAnswer,
  SuggestedRemittance,
} from "@headwater/revenue-cycle/books/deposit/deposit-answers.ts";
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatCents, formatDate } from "../../frame/format.ts";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress, sendJson } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { Stated } from "../../table/stated.tsx";
import { TransfersLink } from "../account/transfers-link.tsx";
import { DepositState, RemittanceLink } from "./deposit-columns.tsx";
import { DepositFee, DepositSource, TakeBackDeposit } from "./deposit-origin.tsx";

type Props = {
  readonly practice: string;
  readonly deposit: DepositAnswer;
  readonly onClose: () => void;
};

/** A deposit beside its list: what the bank said, and the remittance that it pays or may pay. */
export function DepositPanel({ practice, deposit, onClose }: Props) {
  return (
    <SidePanel title={t("deposit.title", { amount: formatCents(deposit.cents) })} onClose={onClose}>
      <p style={{ marginTop: 0 }}>
        <DepositState state={deposit.state} />
      </p>
      <dl className="fact-list">
        <dt>{t("deposit.date")}</dt>
        <dd>{formatDate(deposit.depositedOn)}</dd>
        <dt>{t("claim.payer")}</dt>
        <dd>
          <Stated text={deposit.payerName} />
        </dd>
        <dt>{t("remittance.trace")}</dt>
        <dd>
          <Stated text={deposit.traceNumber} />
        </dd>
        <DepositFee {...{ practice, deposit }} />
        <dt>{t("remittance.source")}</dt>
        <dd>
          <DepositSource practice={practice} deposit={deposit} />
        </dd>
      </dl>
      {deposit.state === "matched" && <Matched {...{ practice, deposit }} />}
      {deposit.state === "unmatched" && <Suggestions {...{ practice, deposit }} />}
      <TakeBackDeposit key={deposit.id} {...{ practice, deposit }} />
    </SidePanel>
  );
}

type PartProps = Omit<Props, "onClose">;

/** Ties a deposit to a remittance, or takes that back: `undefined` is none. */
function useDepositMatch({ practice, deposit }: PartProps) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (remittanceId: number | undefined) =>
      sendJson(
        practiceAddress(practice, `deposits/${deposit.id}/match`),
        remittanceId === undefined
          ? { method: "DELETE" }
          : { method: "PUT", body: { remittanceId } },
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: [practice] }),
  });
}

function Matched({ practice, deposit }: PartProps) {
  const match = useDepositMatch({ practice, deposit });
  const mayChange = isAllowed(useSession(), practice, "remittance.write");
  if (!deposit.remittance) return <TiedElsewhere {...{ practice, deposit }} />;
  const isByPerson = deposit.matchedBy !== "";
  return (
    <>
      <p>
        {t("deposit.pays")} <RemittanceLink {...{ practice, ...deposit.remittance }} />{" "}
        <TransfersLink
          {...{ practice, cents: deposit.cents }}
          of={{ remittance: String(deposit.remittance.id) }}
        />{" "}
        <span className="small">
          {t(isByPerson ? "deposit.byPerson" : "deposit.byNumbers", { who: deposit.matchedBy })}
        </span>
      </p>
      {isByPerson && mayChange && (
        <Button variant="default" loading={match.isPending} onClick={() => match.mutate(undefined)}>
          {t("findClaim.takeBack")}
        </Button>
      )}
      <MatchFailure error={match.error} />
    </>
  );
}

/** A line of the bank that is no remittance: a slip of patients' money, or a card gateway's deposit. */
function TiedElsewhere({ practice, deposit: { slip, cardDeposit } }: PartProps) {
  if (slip === null) {
    return cardDeposit && <p>{t("slip.isCards", { number: cardDeposit.number })}</p>;
  }
  return (
    <p>
      {t("slip.isLine")}{" "}
      <Link
        to="/p/$practice/deposit-slips"
        params={{ practice }}
        search={{ open: String(slip.id) }}
      >
        {slip.number || slip.id}
      </Link>
    </p>
  );
}

function MatchFailure({ error }: { readonly error: unknown }) {
  if (!error) return null;
  return (
    <p className="error-line" role="alert">
      {problemSentence(problemOf(error))}
    </p>
  );
}

function Suggestions({ practice, deposit }: PartProps) {
  const match = useDepositMatch({ practice, deposit });
  const mayMatch = isAllowed(useSession(), practice, "remittance.write");
  const suggestions = useQuery({
    queryKey: [practice, "deposit-suggestions", deposit.id],
    queryFn: ({ signal }) =>
      getJson<{ rows: readonly SuggestedRemittance[] }>(
        practiceAddress(practice, `deposits/${deposit.id}/suggestions`),
        signal,
      ),
  });
  if (suggestions.isError) {
    return <FailureNotice error={suggestions.error} onRetry={() => void suggestions.refetch()} />;
  }
  const rows = suggestions.data?.rows ?? [];
  if (suggestions.isSuccess && rows.length === 0) {
    return <p className="dim">{t("deposit.none")}</p>;
  }
  return (
    <section aria-label={t("deposit.mayPay")}>
      <h2 className="section-title">{t("deposit.mayPay")}</h2>
      {rows.map((row) => (
        <div key={row.remittanceId} className="deposit-suggestion">
          <p>
            <RemittanceLink {...{ practice, id: row.remittanceId, traceNumber: row.traceNumber }} />{" "}
            {row.payer}
            <br />
            {row.effectiveOn && `${formatDate(row.effectiveOn)} · `}
            {formatCents(row.paidCents)} ·{" "}
            <span className="small">
              {t("deposit.agrees", {
                reasons: row.reasons.map((one) => tOr(`depositReason.${one}`, one)).join(", "),
              })}
            </span>
          </p>
          {mayMatch && (
            <Button
              size="compact-sm"
              variant="default"
              disabled={match.isPending}
              loading={match.isPending && match.variables === row.remittanceId}
              onClick={() => match.mutate(row.remittanceId)}
            >
              {t("deposit.match")}
            </Button>
          )}
        </div>
      ))}
      <MatchFailure error={match.error} />
    </section>
  );
}
