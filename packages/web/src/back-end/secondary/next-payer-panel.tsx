import type { NextPayerAnswer } from "@headwater/revenue-cycle/back-end/secondary/next-payer-answers.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { formatDate, formatDollars } from "../../frame/format.ts";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { isAllowed, useSession } from "../../frame/session.ts";
import { t } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";
import { NextPayerActions } from "./next-payer-actions.tsx";
import { nextPayerSentence, payerName } from "./next-payer-sentence.ts";

type Props = { readonly practice: string; readonly claimId: string };

function nextPayerQuery({ practice, claimId }: Props) {
  return queryOptions({
    queryKey: [practice, "claim", claimId, "next-payer"],
    queryFn: ({ signal }) =>
      getJson<NextPayerAnswer>(practiceAddress(practice, `claims/${claimId}/next-payer`), signal),
  });
}

/** What follows the last payer's answer, why, with its arithmetic and what can be done. */
export function NextPayerPanel({ practice, claimId }: Props) {
  const answer = useQuery(nextPayerQuery({ practice, claimId }));
  const mayWrite = isAllowed(useSession(), practice, "claim.write");
  if (!answer.data) return null;
  const sentence = nextPayerSentence(answer.data);
  const isSingle = answer.data.payers.length < 2 && answer.data.prior.length < 2;
  if (sentence === undefined && (isSingle || answer.data.prior.length === 0)) return null;
  return (
    <section aria-label={t("nextPayer.title")}>
      <h2 className="section-title">{t("nextPayer.title")}</h2>
      {sentence && <p>{sentence}</p>}
      <Order answer={answer.data} />
      <Answers answer={answer.data} />
      <Faults answer={answer.data} />
      {mayWrite && <NextPayerActions practice={practice} answer={answer.data} />}
    </section>
  );
}

type AnswerProps = { readonly answer: NextPayerAnswer };

/** Who covers the patient, in the order in which they are asked. */
function Order({ answer }: AnswerProps) {
  const { prior, next, billedRank } = answer;
  const stateOf = (rank: number) => {
    if (prior.some((each) => each.rank === rank)) return t("nextPayer.state.answered");
    if (rank <= billedRank) return t("nextPayer.state.billed");
    return rank === next.rank ? t("nextPayer.state.next") : t("nextPayer.state.later");
  };
  return (
    <ol aria-label={t("nextPayer.order")} style={{ margin: "4px 0 8px", paddingLeft: 20 }}>
      {answer.payers.map(({ rank, isOnClaim }) => (
        <li key={rank}>
          {payerName(answer, rank)}{" "}
          <span className="small">
            {stateOf(rank)}
            {!isOnClaim && ` · ${t("nextPayer.state.fromRecord")}`}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The arithmetic of each payer's standing answer. */
function Answers({ answer }: AnswerProps) {
  const { prior } = answer;
  if (prior.length === 0) return null;
  return (
    <>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("nextPayer.payer")}</th>
              <th scope="col">{t("nextPayer.answeredOn")}</th>
              <th scope="col" className="money">
                {t("nextPayer.charged")}
              </th>
              <th scope="col" className="money">
                {t("nextPayer.paid")}
              </th>
              <th scope="col" className="money">
                {t("nextPayer.adjusted")}
              </th>
              <th scope="col" className="money">
                {t("nextPayer.left")}
              </th>
            </tr>
          </thead>
          <tbody>
            {prior.map((each) => (
              <tr key={each.rank}>
                <td>{payerName(answer, each.rank)}</td>
                <td>{formatDate(each.answeredOn)}</td>
                {[each.chargedCents, each.paidCents, each.adjustedCents, each.patientCents].map(
                  (cents, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: four amounts in fixed places
                    <td key={column} className="money">
                      <Money cents={cents} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small">{t("nextPayer.balance")}</p>
      {prior
        .filter(({ imbalanceCents }) => imbalanceCents !== 0)
        .map(({ rank, imbalanceCents }) => (
          <p key={rank} className="error-line">
            {t("nextPayer.unbalanced", {
              payer: payerName(answer, rank),
              amount: formatDollars(imbalanceCents),
            })}
          </p>
        ))}
    </>
  );
}

function Faults({ answer: { sending } }: AnswerProps) {
  if (sending === null || sending.faults.length === 0) return null;
  return (
    <>
      <p className="small">{t("nextPayer.faults")}</p>
      <ul className="small">
        {sending.faults.map((fault) => (
          <li key={`${fault.code} ${fault.loop} ${fault.segmentId}`}>
            {[fault.loop, fault.segmentId].filter(Boolean).join(" ")}: {fault.message}
          </li>
        ))}
      </ul>
    </>
  );
}
