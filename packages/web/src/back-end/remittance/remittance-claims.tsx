import type { RemittanceClaimRow } from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { TransfersLink } from "../../books/account/transfers-link.tsx";
import type { TransfersSearch } from "../../books/account/transfers-search-params.ts";
import { SegmentList } from "../../files/segment-list.tsx";
import { FailureNotice } from "../../frame/notice.tsx";
import { isAllowed, useSession } from "../../frame/session.ts";
import { StateWord } from "../../frame/state-word.tsx";
import { t, tOr } from "../../strings/translate.ts";
import { ExportMenu } from "../../table/export-menu.tsx";
import { type ListQuestion, useKeysetRows } from "../../table/keyset-rows.ts";
import { NotStated } from "../../table/money.tsx";
import { FindClaim } from "./find-claim.tsx";
import { usePersonMatch } from "./person-match.ts";
import { RemittanceAdjustments } from "./remittance-adjustments.tsx";

type Props = {
  readonly practice: string;
  readonly remittanceId: string;
  /** How many of its claims wait in suspense. */
  readonly unmatched: number;
};

/** The claims of a remittance: how each was matched, what became of it, the adjustments in words. */
export function RemittanceClaims({ practice, remittanceId, unmatched }: Props) {
  const [isAsked, setNarrowed] = useState(false);
  // The last one that waited is matched: all of them are shown, that one with its new claim.
  const isNarrowed = isAsked && unmatched > 0;
  const question: ListQuestion = {
    practice,
    path: `remittances/${remittanceId}/claims`,
    ...(isNarrowed ? { query: { outcome: "suspense" } } : {}),
  };
  const list = useKeysetRows<RemittanceClaimRow>(question);
  if (list.error) return <FailureNotice error={list.error} onRetry={list.retry} />;
  return (
    <section aria-label={t("remittance.claims")}>
      <h2 className="section-title">
        {t("remittance.claims")} <ExportMenu question={question} />
        {unmatched > 0 && (
          <Button
            size="compact-sm"
            variant={isNarrowed ? "filled" : "default"}
            ml="xs"
            aria-pressed={isNarrowed}
            onClick={() => setNarrowed(!isNarrowed)}
          >
            {isNarrowed
              ? t("remittance.allClaims")
              : t("remittance.onlyWaiting", { count: unmatched })}
          </Button>
        )}
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
              <ClaimRows
                key={claim.number}
                {...{ practice, remittanceId, claim }}
                isOnlyOne={unmatched === 1}
              />
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

type RowProps = {
  readonly practice: string;
  readonly remittanceId: string;
  readonly claim: RemittanceClaimRow;
};

type ClaimProps = RowProps & {
  /** The only one that waits for its claim: what it may mean is shown at once. */
  readonly isOnlyOne: boolean;
};

function ClaimRows({ practice, remittanceId, claim, isOnlyOne }: ClaimProps) {
  const [isOpen, setOpen] = useState(false);
  const [isFinding, setFinding] = useState(isOnlyOne && isWaiting(claim));
  const of = { remittance: remittanceId, claim: String(claim.number) };
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
        <td>
          {tOr(`matchRule.${claim.matchRule || "none"}`, claim.matchRule)}{" "}
          <MatchAction
            {...{ practice, remittanceId, claim, isFinding }}
            onFind={() => setFinding(!isFinding)}
          />
        </td>
        <td>
          <StateWord state={claim.outcome} />
        </td>
        <AmountCells {...{ practice, claim, of }} />
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
      {isFinding && isWaiting(claim) && (
        <tr>
          <td colSpan={8}>
            <FindClaim {...{ practice, remittanceId, claim }} />
          </td>
        </tr>
      )}
      {isOpen && (
        <tr>
          <td colSpan={8}>
            <RemittanceAdjustments {...{ practice, claim, of }} />
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

type CellsProps = Pick<RowProps, "practice" | "claim"> & { readonly of: TransfersSearch };

/** What the payer says of charge, payment and the patient's part: each opens what the claim moved. */
function AmountCells({ practice, claim, of }: CellsProps) {
  return (
    <>
      {[claim.chargedCents, claim.paidCents].map((cents, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: charged and paid, always in this order
        <td key={index} className="money">
          <TransfersLink {...{ practice, cents, of }} />
        </td>
      ))}
      <td className="money">
        {claim.patientResponsibilityCents === null ? (
          <NotStated />
        ) : (
          <TransfersLink {...{ practice, cents: claim.patientResponsibilityCents, of }} />
        )}
      </td>
    </>
  );
}

function isWaiting(claim: RemittanceClaimRow): boolean {
  return claim.claimId === null && claim.outcome === "suspense";
}

type ActionProps = RowProps & { readonly isFinding: boolean; readonly onFind: () => void };

/** Finding the claim of one that waits in suspense; taking back what a person matched. */
function MatchAction({ practice, remittanceId, claim, isFinding, onFind }: ActionProps) {
  const match = usePersonMatch({ practice, remittanceId, number: claim.number });
  if (!isAllowed(useSession(), practice, "remittance.write")) return null;
  if (isWaiting(claim)) {
    return (
      <button type="button" className="link-button" aria-expanded={isFinding} onClick={onFind}>
        {t("findClaim.title")} {isFinding ? "▾" : "▸"}
      </button>
    );
  }
  if (claim.matchRule !== "by-person") return null;
  return (
    <button
      type="button"
      className="link-button"
      disabled={match.isPending}
      onClick={() => match.mutate(undefined)}
    >
      {t("findClaim.takeBack")}
    </button>
  );
}
