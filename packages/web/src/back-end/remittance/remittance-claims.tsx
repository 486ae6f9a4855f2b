import type { RemittanceClaimRow } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { SegmentList } from "../../files/segment-list.tsx";
import { formatCents } from "../../frame/format.ts";
import { FailureNotice } from "../../frame/notice.tsx";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { Money } from "../../table/money.tsx";
import { RemittanceAdjustments } from "./remittance-adjustments.tsx";

type Props = { readonly practice: string; readonly remittanceId: string };

/** The claims of a remittance: how each was matched, what became of it, the adjustments in words. */
export function RemittanceClaims({ practice, remittanceId }: Props) {
  const question: ListQuestion = { practice, path: `remittances/${remittanceId}/claims` };
  const list = useKeysetRows<RemittanceClaimRow>(question);
  if (list.error) return <FailureNotice error={list.error} onRetry={list.retry} />;
  return (
    <section aria-label={t("remittance.claims")}>
      <h2 className="section-title">
        {t("remittance.claims")} <ExportMenu question={question} />
      </h2>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("claim.number")}</th>
              <th scope="col">{t("claim.patient")}</th>
              <th scope="col">{t("remittance.match")}</th>
              <th scope="col">{t("remittance.outcome")}</th>
              <th scope="col" className="money">
                {t("cents.charged")}
              </th>
              <th scope="col" className="money">
                {t("remittance.paid")}
              </th>
              <th scope="col" className="money">
                {t("cents.patientResponsibility")}
              </th>
              <th scope="col">{t("remittance.details")}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((claim) => (
              <ClaimRows key={claim.number} practice={practice} claim={claim} />
            ))}
          </tbody>
        </table>
      </div>
      {list.hasMore && (
        <Button variant="default" mt="xs" onClick={list.loadMore}>
          {t("remittance.moreClaims")}
        </Button>
      )}
    </section>
  );
}

type RowProps = { readonly practice: string; readonly claim: RemittanceClaimRow };

function ClaimRows({ practice, claim }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td>
          {claim.claimId === null ? (
            claim.patientControlNumber
          ) : (
            <Link
              to="/p/$practice/claims/$claim"
              params={{ practice, claim: String(claim.claimId) }}
            >
              {claim.patientControlNumber}
            </Link>
          )}
        </td>
        <td>{claim.patientName ?? ""}</td>
        <td>{tOr(`matchRule.${claim.matchRule || "none"}`, claim.matchRule)}</td>
        <td>
          <StateWord state={claim.outcome} />
        </td>
        <td className="money">{formatCents(claim.chargedCents)}</td>
        <td className="money">{formatCents(claim.paidCents)}</td>
        <td className="money">
          <Money cents={claim.patientResponsibilityCents} />
        </td>
        <td>
          <button
            type="button"
            className="link-button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {t("remittance.adjustments", { count: claim.adjustments.length })} {isOpen ? "▾" : "▸"}
          </button>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={8}>
            <RemittanceAdjustments claim={claim} />
            <SegmentList
              practice={practice}
              fileId={claim.source.fileId}
              from={claim.source.segmentFrom}
              to={claim.source.segmentTo}
            />
          </td>
        </tr>
      )}
    </>
  );
}
