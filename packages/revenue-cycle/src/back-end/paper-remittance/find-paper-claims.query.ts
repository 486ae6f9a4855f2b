import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { beginsWith } from "../../masters/answer-columns.query.ts";
import { controlNumberKey, normalizedName } from "../../masters/identifier-key.ts";
import type { PaperClaimFacts } from "./read-paper.ts";

const mostShown = 20;

/**
 * Claims that a line of paper may mean: by the beginning of a control number or of the patient's last
 * name, on a day of service where one is known. Claims that were replaced or voided are left out.
 */
export async function findPaperClaims(
  transaction: PracticeTransaction,
  { search, on }: { readonly search: string; readonly on?: string | undefined },
): Promise<PaperClaimFacts[]> {
  const { practiceId } = transaction;
  const key = controlNumberKey(search);
  const name = normalizedName(search.split(",")[0]);
  const ofDay = on === undefined ? sql`true` : sql`c.service_from = ${on}::date`;
  const found = await transaction.query<{ id: number }>(sql`
    with found as (
      (select c.claim_id from claims c where c.practice_id = ${practiceId}
        and ${key} <> '' and ${beginsWith(sql`c.control_number_key`, key)} and ${ofDay}
        limit ${mostShown})
      union
      (select c.claim_id from patients p
        join claims c on c.practice_id = p.practice_id and c.patient_id = p.patient_id
        where p.practice_id = ${practiceId} and ${name} <> ''
          and ${beginsWith(sql`p.last_name_key`, name)} and ${ofDay}
        order by c.service_from desc nulls last limit ${mostShown}))
    select c.claim_id as id from found
    join claims c on c.practice_id = ${practiceId} and c.claim_id = found.claim_id
    where c.state not in ('draft', 'held', 'ready', 'replaced', 'void')
    order by c.service_from desc nulls last, c.claim_id desc limit ${mostShown}`);
  const facts = await paperClaimFacts(
    transaction,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id }) => facts.get(id) ?? []);
}

/** What the claims of an entry say of themselves, by id. */
export async function paperClaimFacts(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<Map<number, PaperClaimFacts>> {
  if (claimIds.length === 0) return new Map();
  const { practiceId } = transaction;
  const rows = await transaction.query<PaperClaimFacts>(sql`
    select c.claim_id as "claimId", c.kind, c.patient_control_number as "patientControlNumber",
      p.last_name as "patientLastName", p.first_name as "patientFirstName",
      c.member_id as "memberId", y.name as payer, c.coverage_sequence as "coverageSequence",
      c.filing_indicator as "filingIndicator", c.billing_provider_npi as "billingProviderNpi",
      c.service_from as "serviceFrom", (${linesOf(practiceId)}) as lines
    from claims c
    join patients p on p.practice_id = ${practiceId} and p.patient_id = c.patient_id
    join payers y on y.practice_id = ${practiceId} and y.payer_id = c.payer_id
    where c.practice_id = ${practiceId} and c.claim_id = any (${[...claimIds]}::bigint[])`);
  return new Map(rows.map((row) => [row.claimId, row]));
}

function linesOf(practiceId: number): Sql {
  return sql`select coalesce(json_agg(json_build_object('lineNumber', l.line_number,
      'lineItemControlNumber', l.line_item_control_number, 'procedureCode', l.procedure_code,
      'modifiers', l.modifiers, 'revenueCode', l.revenue_code, 'units', l.units::text,
      'serviceFrom', l.service_from, 'chargedCents', l.charged_cents,
      'openCents', coalesce(r.open_insurance_cents, 0)) order by l.line_number), '[]')
    from service_lines l
    left join receivables r on r.practice_id = l.practice_id and r.claim_id = l.claim_id
      and r.line_number = l.line_number
    where l.practice_id = ${practiceId} and l.claim_id = c.claim_id`;
}
