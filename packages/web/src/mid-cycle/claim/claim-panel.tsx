import type { ClaimAnswer } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatDate } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { SidePanel } from "../../frame/side-panel.tsx";
import { t } from "../../strings/translate.ts";
import { Money } from "../../table/money.tsx";
import { ClaimDenials } from "./claim-denials.tsx";
import { claimQuery } from "./claim-query.ts";
import { claimSentence } from "./claim-sentence.ts";

type Props = {
  readonly practice: string;
  readonly claimId: string;
  readonly onClose: () => void;
};

/** A claim beside its list: how it stands, the money, denials in words. */
export function ClaimPanel({ practice, claimId, onClose }: Props) {
  const claim = useQuery(claimQuery({ practice, claimId }));
  const title = claim.data ? t("claim.title", { number: claim.data.patientControlNumber }) : "…";
  return (
    <SidePanel
      title={title}
      onClose={onClose}
      actions={
        <Link to="/p/$practice/claims/$claim" params={{ practice, claim: claimId }}>
          {t("action.openPage")}
        </Link>
      }
    >
      {claim.isError && <FailureNotice error={claim.error} onRetry={() => void claim.refetch()} />}
      {claim.data && <ClaimSummary practice={practice} claim={claim.data} />}
    </SidePanel>
  );
}

const shown = [
  "charged",
  "insurancePaid",
  "contractual",
  "writtenOff",
  "patientResponsibility",
  "openInsurance",
  "denied",
  "openPatient",
] as const;

function ClaimSummary({
  practice,
  claim,
}: {
  readonly practice: string;
  readonly claim: ClaimAnswer;
}) {
  return (
    <>
      <p style={{ marginTop: 0 }}>{claimSentence(claim)}</p>
      <dl className="fact-list">
        <dt>{t("claim.patient")}</dt>
        <dd>{claim.patientName}</dd>
        <dt>{t("claim.payer")}</dt>
        <dd>{claim.payer}</dd>
        <dt>{t("claim.service")}</dt>
        <dd>{claim.serviceFrom ? formatDate(claim.serviceFrom) : t("state.notStated")}</dd>
      </dl>
      <h3 className="section-title">{t("claim.money")}</h3>
      <table className="plain-table">
        <tbody>
          {shown.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`cents.${name}`)}</th>
              <td className="money">
                <Money cents={claim.cents[name]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ClaimDenials practice={practice} denials={claim.denials} />
    </>
  );
}
