import type {
  RemittanceClaimRow,
  SuggestedMatch,
} from "@headwater/revenue-cycle/back-end/remittance/remittance-answers.ts";
import type { ClaimRow } from "@headwater/revenue-cycle/mid-cycle/claim/claim-answers.ts";
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { formatCents, formatDate } from "../../frame/format.ts";
import { FailureNotice, problemSentence } from "../../frame/notice.tsx";
import { problemOf } from "../../frame/problem.ts";
import { getJson, practiceAddress } from "../../frame/request.ts";
import { t, tOr } from "../../strings/translate.ts";
import { TextFilter } from "../../table/text-filter.tsx";
import { usePersonMatch } from "./person-match.ts";

type Props = {
  readonly practice: string;
  readonly remittanceId: string;
  readonly claim: RemittanceClaimRow;
};

const mostFound = 10;

/** The claims that a remittance claim may mean, with what agrees; any other is found by its number. */
export function FindClaim({ practice, remittanceId, claim }: Props) {
  const [search, setSearch] = useState<string>();
  const suggestions = useQuery({
    queryKey: [practice, "suggestions", remittanceId, claim.number],
    queryFn: ({ signal }) =>
      getJson<{ rows: readonly SuggestedMatch[] }>(
        practiceAddress(practice, `remittances/${remittanceId}/claims/${claim.number}/suggestions`),
        signal,
      ),
  });
  const found = useQuery({
    queryKey: [practice, "claims", { search, limit: mostFound }],
    queryFn: ({ signal }) =>
      getJson<{ rows: readonly ClaimRow[] }>(
        practiceAddress(practice, "claims", { search, limit: mostFound }),
        signal,
      ),
    enabled: search !== undefined,
  });
  const shown = search === undefined ? suggestions : found;
  const rows: readonly Candidate[] =
    search === undefined ? (suggestions.data?.rows ?? []) : (found.data?.rows ?? []).map(candidate);
  return (
    <section aria-label={t("findClaim.title")} className="find-claim">
      <p style={{ margin: "4px 0 8px" }}>
        {t("findClaim.sentence", {
          date: claim.serviceFrom ? formatDate(claim.serviceFrom) : t("findClaim.noDate"),
          charged: formatCents(claim.chargedCents),
          patient: claim.patientName ?? t("findClaim.noPatient"),
        })}{" "}
        <TextFilter label={t("findClaim.search")} value={search} onChange={setSearch} />
      </p>
      {shown.isError && <FailureNotice error={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.isSuccess && rows.length === 0 && (
        <p className="dim">{t(search === undefined ? "findClaim.none" : "findClaim.noMatch")}</p>
      )}
      {rows.length > 0 && <Candidates {...{ practice, remittanceId, claim, rows }} />}
    </section>
  );
}

type Candidate = Omit<SuggestedMatch, "score">;

/** A claim that was searched for agrees in what a person says it does. */
function candidate(row: ClaimRow): Candidate {
  const { id: claimId, patientControlNumber, patientName, payer, state } = row;
  const { serviceFrom, chargedCents } = row;
  const openCents = row.openInsuranceCents + row.openPatientCents;
  const shown = { claimId, patientControlNumber, patientName, payer, state, serviceFrom };
  return { ...shown, chargedCents, openCents, reasons: [] };
}

function Candidates({
  practice,
  remittanceId,
  claim,
  rows,
}: Props & { readonly rows: readonly Candidate[] }) {
  const match = usePersonMatch({ practice, remittanceId, number: claim.number });
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("claim.number")}</th>
            <th scope="col">{t("claim.patient")}</th>
            <th scope="col">{t("claim.service")}</th>
            <th scope="col">{t("claim.payer")}</th>
            <th scope="col" className="money">
              {t("cents.charged")}
            </th>
            <th scope="col" className="money">
              {t("findClaim.open")}
            </th>
            <th scope="col">{t("findClaim.agrees")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("findClaim.post")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CandidateRow
              key={row.claimId}
              practice={practice}
              row={row}
              isPosting={match.isPending && match.variables === row.claimId}
              isBusy={match.isPending}
              onPost={() => match.mutate(row.claimId)}
            />
          ))}
        </tbody>
      </table>
      {match.isError && (
        <p className="error-line" role="alert">
          {problemSentence(problemOf(match.error))}
        </p>
      )}
    </>
  );
}

type RowProps = {
  readonly practice: string;
  readonly row: Candidate;
  readonly isPosting: boolean;
  readonly isBusy: boolean;
  readonly onPost: () => void;
};

function CandidateRow({ practice, row, isPosting, isBusy, onPost }: RowProps) {
  return (
    <tr>
      <td>
        <Link to="/p/$practice/claims/$claim" params={{ practice, claim: String(row.claimId) }}>
          {row.patientControlNumber}
        </Link>
      </td>
      <td>{row.patientName ?? ""}</td>
      <td>{row.serviceFrom ? formatDate(row.serviceFrom) : ""}</td>
      <td>{row.payer}</td>
      <td className="money">{formatCents(row.chargedCents)}</td>
      <td className="money">{formatCents(row.openCents)}</td>
      <td>{row.reasons.map((one) => tOr(`matchReason.${one}`, one)).join(", ")}</td>
      <td>
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy}
          loading={isPosting}
          onClick={onPost}
        >
          {t("findClaim.post")}
        </Button>
      </td>
    </tr>
  );
}
