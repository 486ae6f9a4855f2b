import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { PatientClaimsAnswer } from "./patient-claims-answers.ts";

/** More claims of one patient are not listed; the sums are of all. */
const mostShown = 200;

/** The claims of one patient with what is open of each, from the books. */
export async function patientClaims(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<PatientClaimsAnswer> {
  const { practiceId } = transaction;
  const open = sql`
    coalesce(sum(r.open_insurance_cents), 0)::bigint as "openInsuranceCents",
    coalesce(sum(r.open_patient_cents), 0)::bigint as "openPatientCents"`;
  // The charge of a claim that was replaced or voided was taken back.
  const standing = sql`state not in ('replaced', 'void')`;
  const rows = await transaction.query<PatientClaimsAnswer["rows"][number]>(sql`
    select c.claim_id as id, c.patient_control_number as "patientControlNumber",
      payer.name as payer, c.service_from as "serviceFrom", c.state,
      c.charged_cents as "chargedCents", r.*
    from claims c
    join payers payer on payer.practice_id = c.practice_id and payer.payer_id = c.payer_id
    cross join lateral (select ${open} from receivables r
      where r.practice_id = c.practice_id and r.claim_id = c.claim_id) r
    where c.practice_id = ${practiceId} and c.patient_id = ${patientId}
    order by c.service_from desc nulls last, c.claim_id desc limit ${mostShown}`);
  const total = await transaction.one<PatientClaimsAnswer["total"]>(sql`
    with own as materialized (
      select claim_id, state, charged_cents from claims
      where practice_id = ${practiceId} and patient_id = ${patientId})
    select (select count(*) from own) as count,
      (select coalesce(sum(charged_cents) filter (where ${standing}), 0)::bigint from own)
        as "chargedCents", ${open}
    from receivables r
    where r.practice_id = ${practiceId} and r.claim_id = any (array(select claim_id from own))`);
  return { rows, total };
}
