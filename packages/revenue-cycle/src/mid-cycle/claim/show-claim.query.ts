import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  claimCentsObject,
  lineCentsObject,
} from "../../books/receivable/receivable-cents.query.ts";
import { patientName, sourceObject } from "../../masters/answer-columns.query.ts";
import type { ClaimAnswer } from "./claim-answers.ts";
import { filingDeadline } from "./filing-deadlines.query.ts";

/** A claim as its page shows it, without what follows from other slices (denials, work). */
export type ClaimHeader = Omit<ClaimAnswer, "denials" | "next">;

/** One claim: its header, its lines, and what each stands at according to the books. */
export async function showClaim(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<ClaimHeader | undefined> {
  const { practiceId } = transaction;
  const deadline = await filingDeadline(transaction);
  const row = await transaction.maybeOne<Omit<ClaimHeader, keyof FromCents>>(sql`
    select c.claim_id as "id", c.patient_control_number as "patientControlNumber", c.version,
      c.kind, ${patientName} as "patientName", payer.name as "payer", c.payer_id as "payerId",
      c.service_from as "serviceFrom", c.service_through as "serviceThrough",
      c.submitted_on as "submittedOn", ${deadline} as "fileBy", c.state, c.charged_cents as "chargedCents", c.revision,
      c.frequency_code as "frequencyCode", c.billing_provider_npi as "billingProviderNpi",
      provider.name as "billingProviderName", c.rendering_npi as "renderingNpi",
      c.coverage_sequence as "coverageSequence", c.further_payers as "furtherPayers",
      c.filing_indicator as "filingIndicator", c.member_id as "memberId",
      p.date_of_birth as "dateOfBirth", c.facility_code as "facilityCode",
      c.diagnosis_codes as "diagnosisCodes", c.prior_authorization as "priorAuthorization",
      c.payer_claim_control_number as "payerClaimControlNumber",
      c.original_payer_claim_control_number as "originalPayerClaimControlNumber",
      c.accepted_on as "acceptedOn", c.rejected_on as "rejectedOn",
      c.first_adjudicated_on as "firstAdjudicatedOn", c.first_outcome as "firstOutcome",
      c.first_paid_on as "firstPaidOn",
      (select ${claimCentsObject} from receivables r
        where r.practice_id = ${practiceId} and r.claim_id = c.claim_id) as cents,
      (select coalesce(json_agg(json_build_object(
          'lineNumber', r.line_number, 'lineItemControlNumber', l.line_item_control_number,
          'procedureCode', l.procedure_code, 'modifiers', coalesce(l.modifiers, '{}'),
          'revenueCode', l.revenue_code, 'units', l.units::text,
          'placeOfService', l.place_of_service, 'serviceFrom', l.service_from,
          'serviceThrough', l.service_through, 'cents', ${lineCentsObject})
          order by r.line_number), '[]')
        from receivables r left join service_lines l using (practice_id, claim_id, line_number)
        where r.practice_id = ${practiceId} and r.claim_id = c.claim_id
          and (r.line_number = 0 or l.claim_id is not null)) as lines,
      (select json_build_object('id', o.claim_id, 'version', o.version,
          'patientControlNumber', o.patient_control_number)
        from claims o where o.practice_id = ${practiceId} and o.claim_id = c.replaces_claim_id)
        as "replaces",
      (select json_build_object('id', o.claim_id, 'version', o.version,
          'patientControlNumber', o.patient_control_number)
        from claims o where o.practice_id = ${practiceId} and o.claim_id = c.replaced_by_claim_id)
        as "replacedBy",
      case when f.file_id is not null
        then ${sourceObject(sql`c.segment_from`, sql`c.segment_to`)} end as source
    from claims c
    join payers payer using (practice_id, payer_id)
    join patients p using (practice_id, patient_id)
    left join transaction_sets t
      on t.practice_id = c.practice_id and t.transaction_set_id = c.transaction_set_id
    left join files f on f.practice_id = t.practice_id and f.file_id = t.file_id
    left join providers provider
      on provider.practice_id = c.practice_id and provider.npi = c.billing_provider_npi
    where c.practice_id = ${practiceId} and c.claim_id = ${claimId}`);
  return row && { ...row, ...fromCents(row.cents) };
}

type FromCents = ReturnType<typeof fromCents>;

/** The columns of the list, taken from the claim's cents so that the two cannot differ. */
function fromCents(cents: ClaimAnswer["cents"]) {
  return {
    insurancePaidCents: cents.insurancePaid,
    contractualCents: cents.contractual,
    patientResponsibilityCents: cents.patientResponsibility,
    openInsuranceCents: cents.openInsurance,
    deniedCents: cents.denied,
    openPatientCents: cents.openPatient,
  };
}

/** Ids of the claims with a patient control number as written, newest version first. */
export async function claimIdsByNumber(
  transaction: PracticeTransaction,
  patientControlNumber: string,
  controlNumberKey: string,
): Promise<number[]> {
  const rows = await transaction.query<{ claimId: number }>(sql`
    select claim_id as "claimId" from claims
    where practice_id = ${transaction.practiceId} and control_number_key = ${controlNumberKey}
    order by patient_control_number = ${patientControlNumber} desc, version desc, claim_id desc`);
  return rows.map((row) => row.claimId);
}
