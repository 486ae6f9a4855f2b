import type { RemittanceAnswer } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { TransfersLink } from "../../books/account/transfers-link.tsx";
import { SegmentList } from "../../files/segment-list.tsx";
import { useBackShortcut } from "../../frame/back-shortcut.ts";
import { formatDollars } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { PageHead } from "../../frame/page-head.tsx";
import { PageShape } from "../../frame/page-shape.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { BalanceEquations } from "./balance-equations.tsx";
import { PostUnbalanced } from "./post-unbalanced.tsx";
import { ReleaseRemittance } from "./release-remittance.tsx";
import { RemittanceClaims } from "./remittance-claims.tsx";
import { RemittanceFacts, remittanceSentence } from "./remittance-facts.tsx";
import { remittanceQuery } from "./remittance-query.ts";
import { RemittanceWork } from "./remittance-work.tsx";

/** One remittance: verdict, balance, its claims and how each was matched, provider adjustments, raw text. */
export function RemittancePage() {
  const { practice, remittance: remittanceId } = useParams({
    from: "/p/$practice/remittances/$remittance",
  });
  useBackShortcut({ to: "/p/$practice/remittances", params: { practice } });
  const answer = useQuery(remittanceQuery(practice, remittanceId));
  if (answer.isError)
    return <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  const remittance = answer.data;
  if (!remittance) return <PageShape />;
  return (
    <div className="page-scroll">
      <PageHead
        title={t("remittance.title", {
          trace: remittance.traceNumber || t("remittance.noTrace"),
        })}
        sentence={`${remittance.payer} · ${formatDollars(remittance.paidCents)}`}
        actions={<StateWord state={remittance.verdict} />}
      />
      <p className="dim" style={{ margin: "0 0 12px" }}>
        {remittanceSentence(remittance)}
      </p>
      <ReleaseRemittance practice={practice} remittance={remittance} />
      <PostUnbalanced practice={practice} remittance={remittance} />
      <RemittanceWork practice={practice} remittanceId={remittanceId} />
      <div className="record-columns">
        <BalanceEquations remittance={remittance} practice={practice} />
        <RemittanceFacts practice={practice} remittance={remittance} />
      </div>
      <ProviderAdjustments practice={practice} remittance={remittance} />
      <RemittanceClaims
        practice={practice}
        remittanceId={remittanceId}
        // The claims of a held one wait with it, not for a claim of ours.
        unmatched={remittance.verdict === "posted" ? remittance.unmatchedClaims : 0}
      />
      <RawRemittance practice={practice} remittance={remittance} />
    </div>
  );
}

/** Money of the payment that belongs to no claim (PLB). */
function ProviderAdjustments({ practice, remittance }: RawProps) {
  if (remittance.providerAdjustments.length === 0) return null;
  return (
    <section aria-label={t("providerAdjustment.title")}>
      <h2 className="section-title">{t("providerAdjustment.title")}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("providerAdjustment.reason")}</th>
            <th scope="col">{t("providerAdjustment.reference")}</th>
            <th scope="col">{t("providerAdjustment.account")}</th>
            <th scope="col" className="money">
              {t("providerAdjustment.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {remittance.providerAdjustments.map((one) => (
            <tr key={one.number}>
              <td>
                {one.label} <span className="small">{one.reasonCode}</span>
              </td>
              <td>
                <AdjustmentReference practice={practice} adjustment={one} />
              </td>
              <td>{tOr(`account.${one.accountKind}`, one.accountKind)}</td>
              <td className="money">
                <TransfersLink
                  {...{ practice, cents: one.cents }}
                  of={{ remittance: String(remittance.id), adjustment: String(one.number) }}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={3}>{t("table.total")}</td>
            <td className="money">
              <TransfersLink
                {...{ practice, cents: remittance.providerAdjustmentCents }}
                of={{ remittance: String(remittance.id) }}
              />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

type AdjustmentProps = {
  readonly practice: string;
  readonly adjustment: RemittanceAnswer["providerAdjustments"][number];
};

/** The payer's reference, and the claim that it answered under this number. */
function AdjustmentReference({ practice, adjustment }: AdjustmentProps) {
  const { claim, referenceId } = adjustment;
  if (claim === null) return referenceId ?? "";
  return (
    <>
      {referenceId}{" "}
      <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(claim.id) }}>
        {claim.patientControlNumber}
      </Link>
    </>
  );
}

type RawProps = { readonly practice: string; readonly remittance: RemittanceAnswer };

function RawRemittance({ practice, remittance }: RawProps) {
  const [isOpen, setOpen] = useState(false);
  const { source } = remittance;
  return (
    <section aria-label={t("segments.title")}>
      <h2 className="section-title">
        <button
          type="button"
          className="link-button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? "▾" : "▸"} {t("remittance.received")}
        </button>{" "}
        <span className="small">
          {t("segments.range", { from: source.segmentFrom, to: source.segmentTo })}
        </span>
      </h2>
      {isOpen && (
        <SegmentList
          practice={practice}
          fileId={source.fileId}
          from={source.segmentFrom}
          to={source.segmentTo}
        />
      )}
    </section>
  );
}
