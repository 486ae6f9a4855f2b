import type { SlipPage } from "@headwater/revenue-cycle/books/deposit/slip-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMoneyChange } from "../../back-end/patient-account/account-query.ts";
import { ChangeFailure } from "../../back-end/patient-account/change-failure.tsx";
import { formatCents, formatDate, formatInstant } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { SidePanel } from "../../frame/side-panel.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { ReasonForm } from "../../work/work-item/reason-form.tsx";
import { TransfersLink } from "../account/transfers-link.tsx";

type Props = {
  readonly practice: string;
  readonly slipId: string;
  readonly onClose: () => void;
};

/** A slip beside the list: what is on it, each payment with its transfers, and the bank's line. */
export function SlipPanel({ practice, slipId, onClose }: Props) {
  const found = useQuery({
    queryKey: [practice, "deposit-slips", "one", slipId],
    queryFn: ({ signal }) =>
      getJson<SlipPage>(practiceAddress(practice, `deposit-slips/${slipId}`), signal),
  });
  const slip = found.data;
  return (
    <SidePanel
      title={slip ? t("slip.title", { amount: formatCents(slip.cents) }) : t("slips.title")}
      onClose={onClose}
    >
      {found.isError && <FailureNotice error={found.error} onRetry={() => void found.refetch()} />}
      {slip && <SlipFacts {...{ practice, slip }} />}
    </SidePanel>
  );
}

type FactsProps = { readonly practice: string; readonly slip: SlipPage };

function SlipFacts({ practice, slip }: FactsProps) {
  const { made, takenBack } = slip;
  return (
    <>
      <p style={{ marginTop: 0 }}>
        <StateWord state={slip.state === "taken-back" ? "withdrawn" : slip.state} />
      </p>
      <dl className="fact-list">
        <dt>{t("slips.number")}</dt>
        <dd>{slip.number || `#${slip.id}`}</dd>
        <dt>{t("slips.day")}</dt>
        <dd>{formatDate(slip.depositedOn)}</dd>
      </dl>
      <p className="small">{t("slip.made", { who: made.by, when: formatInstant(made.at) })}</p>
      {takenBack && (
        <p className="small">
          {t("slip.takenBack", {
            who: takenBack.by,
            date: formatDate(takenBack.on),
            reason: takenBack.reason,
          })}
        </p>
      )}
      <SlipItems {...{ practice, slip }} />
      {slip.state !== "taken-back" && <BankLine {...{ practice, slip }} />}
      {slip.state === "no-deposit" && <TakeBackSlip {...{ practice, slip }} />}
    </>
  );
}

function SlipItems({ practice, slip }: FactsProps) {
  if (slip.items.length === 0) return null;
  return (
    <section aria-label={t("slip.onIt")}>
      <h2 className="section-title">{t("slip.onIt")}</h2>
      <table className="plain-table" aria-label={t("slip.onIt")}>
        <tbody>
          {slip.items.map((item) => (
            <tr key={item.paymentId}>
              <td>
                <Link
                  to="/p/$practice/receipts/$payment"
                  params={{ practice, payment: String(item.paymentId) }}
                  preload={false}
                >
                  {item.receipt}
                </Link>
                <br />
                <span className="small">
                  {item.payer}, {tOr(`tookWay.${item.method}`, item.method)} {item.reference}
                  {item.reversedOn &&
                    `, ${t("slip.cameBack", { date: formatDate(item.reversedOn) })}`}
                </span>
              </td>
              <td className="money">
                <TransfersLink
                  {...{ practice, cents: item.cents }}
                  of={{ payment: String(item.paymentId) }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The bank's line that shows the slip, or those of its amount that nothing explains. */
function BankLine({ practice, slip }: FactsProps) {
  const change = useMoneyChange(practice);
  const mayTie = isAllowed(useSession(), practice, "remittance.write");
  const path = `deposit-slips/${slip.id}/match` as const;
  const { deposit, matchedBy } = slip;
  if (deposit) {
    return (
      <section aria-label={t("slips.atBank")}>
        <p>
          <Link
            to="/p/$practice/deposits"
            params={{ practice }}
            search={{ open: String(deposit.id) }}
          >
            {t("slip.shown", { date: formatDate(deposit.on) })}
          </Link>{" "}
          {matchedBy !== "" && (
            <span className="small">{t("slip.byPerson", { who: matchedBy })}</span>
          )}
        </p>
        {matchedBy !== "" && mayTie && (
          <Button
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ path, method: "DELETE" })}
          >
            {t("slip.untie")}
          </Button>
        )}
        <ChangeFailure error={change.error} />
      </section>
    );
  }
  if (slip.suggestions.length === 0) return <p className="dim">{t("slip.nothing")}</p>;
  return (
    <section aria-label={t("slip.mayBe")}>
      <h2 className="section-title">{t("slip.mayBe")}</h2>
      {slip.suggestions.map((line) => (
        <div key={line.depositId} className="deposit-suggestion">
          <p>
            {formatDate(line.on)} {line.traceNumber} {line.payer}
          </p>
          {mayTie && (
            <Button
              size="compact-sm"
              variant="default"
              disabled={change.isPending}
              onClick={() =>
                change.mutate({ path, method: "PUT", body: { depositId: line.depositId } })
              }
            >
              {t("slip.tie")}
            </Button>
          )}
        </div>
      ))}
      <ChangeFailure error={change.error} />
    </section>
  );
}

function TakeBackSlip({ practice, slip }: FactsProps) {
  const change = useMoneyChange(practice);
  const mayChange = isAllowed(useSession(), practice, "patient-payment.collect");
  if (!mayChange) return null;
  return (
    <section aria-label={t("slip.takeBack")}>
      <ReasonForm
        place={`slip ${slip.id}`}
        label={t("slip.takeBackReason")}
        button={t("slip.takeBack")}
        isBusy={change.isPending}
        onGiven={(reason) =>
          change.mutate({ path: `deposit-slips/${slip.id}/take-back`, body: { reason } })
        }
      />
      <ChangeFailure error={change.error} />
    </section>
  );
}
