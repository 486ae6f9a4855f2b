import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { patientName } from "../../masters/answer-columns.query.ts";
import { controlNumberKey, normalizedName } from "../../masters/identifier-key.ts";
import { type MatchSuggestion, type SuggestibleClaim, suggestClaims } from "./match-claim.ts";
import type { RemittanceClaim } from "./remittance.ts";
import type { SuggestedMatch } from "./remittance-answers.ts";

/** How many claims of each kind of likeness are looked at, and how many are shown. */
const mostCandidates = 200;
const mostShown = 20;

type CandidateRow = Omit<SuggestedMatch, "score" | "reasons"> & {
  control_number_key: string;
  last_name: string;
  first_name: string | null;
  member_id_key: string | null;
  rendering_npi: string | null;
  payer_numbers: string[];
};

/**
 * The claims that a remittance claim without a certain match may mean, the likeliest first, each with
 * what speaks for it. Every way of looking goes by an index, so the number of claims does not matter.
 */
export async function suggestMatches(
  transaction: PracticeTransaction,
  remittanceClaim: RemittanceClaim,
): Promise<SuggestedMatch[]> {
  const rows = await findCandidates(transaction, remittanceClaim);
  const byId = new Map(rows.map((row) => [row.claimId, row]));
  const suggestions = suggestClaims(remittanceClaim, rows.map(suggestible));
  return suggestions.slice(0, mostShown).flatMap(({ claimId, score, reasons }) => {
    const row = byId.get(claimId);
    return row === undefined ? [] : [suggested(row, score, reasons)];
  });
}

async function findCandidates(
  transaction: PracticeTransaction,
  remittanceClaim: RemittanceClaim,
): Promise<CandidateRow[]> {
  const { practiceId } = transaction;
  const date = remittanceClaim.serviceFrom ?? remittanceClaim.lines[0]?.serviceFrom ?? null;
  const key = controlNumberKey(remittanceClaim.patientControlNumber);
  const payerNumber = remittanceClaim.payerClaimControlNumber ?? null;
  const lastName = normalizedName(remittanceClaim.patientLastName);
  return transaction.query<CandidateRow>(sql`
    with found as (
      (select claim_id from claims where practice_id = ${practiceId} and control_number_key = ${key}
        limit ${mostCandidates})
      union
      (select claim_id from claims
        where practice_id = ${practiceId} and payer_claim_control_number = ${payerNumber}
        limit ${mostCandidates})
      union
      (select claim_id from claims where practice_id = ${practiceId}
        and charged_cents = ${Math.abs(remittanceClaim.chargedCents)}
        and (${date}::date is null or service_from = ${date}::date) limit ${mostCandidates})
      union
      (select c.claim_id from patients p join claims c using (practice_id, patient_id)
        where p.practice_id = ${practiceId} and p.last_name_key = ${lastName} and ${lastName} <> ''
        order by abs(c.service_from - coalesce(${date}::date, c.service_from)) nulls last
        limit ${mostCandidates}))
    select c.claim_id as "claimId", c.patient_control_number as "patientControlNumber",
      ${patientName} as "patientName", y.name as payer, c.state, c.service_from as "serviceFrom",
      c.charged_cents as "chargedCents", coalesce((
        select sum(r.open_insurance_cents + r.open_patient_cents) from receivables r
        where r.practice_id = ${practiceId} and r.claim_id = c.claim_id), 0)::bigint as "openCents",
      c.control_number_key, c.member_id_key, c.rendering_npi, p.last_name, p.first_name,
      array_remove(array[c.payer_claim_control_number], null) as payer_numbers
    from found join claims c on c.practice_id = ${practiceId} and c.claim_id = found.claim_id
    join patients p on p.practice_id = ${practiceId} and p.patient_id = c.patient_id
    join payers y on y.practice_id = ${practiceId} and y.payer_id = c.payer_id`);
}

function suggestible(row: CandidateRow): SuggestibleClaim {
  return {
    claimId: row.claimId,
    patientControlNumber: row.patientControlNumber,
    controlNumberKey: row.control_number_key,
    chargedCents: row.chargedCents,
    patientLastName: row.last_name,
    patientFirstName: row.first_name ?? undefined,
    memberIdKey: row.member_id_key ?? undefined,
    renderingNpi: row.rendering_npi ?? undefined,
    serviceFrom: row.serviceFrom ?? undefined,
    payerClaimControlNumbers: row.payer_numbers,
  };
}

function suggested(
  row: CandidateRow,
  score: number,
  reasons: MatchSuggestion["reasons"],
): SuggestedMatch {
  const { claimId, patientControlNumber, patientName: patient, payer, state } = row;
  const { serviceFrom, chargedCents, openCents } = row;
  const shown = { claimId, patientControlNumber, patientName: patient, payer, state };
  return { ...shown, serviceFrom, chargedCents, openCents, score, reasons: [...reasons] };
}
