import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { CoverageSuggestion } from "./coverage-answers.ts";
import type { NamedCoverage } from "./named-coverage.ts";

const columns = [
  "practice_id",
  "patient_id",
  "payer_key",
  "member_id_key",
  "sequence",
  "payer_identifier",
  "payer_name",
  "member_id",
  "filing_indicator",
  "medicare_secondary_type",
  "group_number",
  "group_name",
  "relationship",
  "subscriber_last_name",
  "subscriber_first_name",
  "subscriber_middle_name",
  "subscriber_suffix",
  "subscriber_date_of_birth",
  "subscriber_gender",
  "subscriber_address_line1",
  "subscriber_address_line2",
  "subscriber_city",
  "subscriber_state",
  "subscriber_postal_code",
  "claim_id",
] as const;

/** What a claim on file said of its patient's coverages. */
export type ClaimedCoverages = {
  readonly patientId: number;
  readonly claimId: number;
  readonly coverages: readonly NamedCoverage[];
};

/** Keeps what claims said of coverages; what was said before stays with the claim that said it first. */
export async function keepNamedCoverages(
  transaction: PracticeTransaction,
  claims: readonly ClaimedCoverages[],
): Promise<void> {
  const named = new Map<string, readonly [ClaimedCoverages, NamedCoverage]>();
  for (const claim of claims) {
    for (const coverage of claim.coverages) {
      const { payer, memberIdKey, sequence } = coverage;
      const key = `${claim.patientId} ${payer.identifierKey} ${memberIdKey} ${sequence}`;
      if (!named.has(key)) named.set(key, [claim, coverage]);
    }
  }
  if (named.size === 0) return;
  // In the order of their keys, so that two imports do not wait for each other.
  const sorted = [...named].sort(([left], [right]) => (left < right ? -1 : 1));
  await transaction.bulkInsert({
    table: "named_coverages",
    columns,
    rows: sorted.map(([, [claim, coverage]]) => rowOf(transaction.practiceId, claim, coverage)),
    onConflict: "nothing",
  });
}

function rowOf(practiceId: number, claim: ClaimedCoverages, named: NamedCoverage) {
  const { payer, sequence, memberId, memberIdKey, coverage } = named;
  const { subscriber } = coverage;
  return [
    practiceId,
    claim.patientId,
    payer.identifierKey,
    memberIdKey,
    sequence,
    payer.identifier,
    payer.name,
    memberId,
    coverage.filingIndicator,
    coverage.insuranceType,
    coverage.groupNumber,
    coverage.groupName,
    coverage.relationship,
    subscriber?.lastNameOrOrganization,
    subscriber?.firstName,
    subscriber?.middleName,
    subscriber?.suffix,
    subscriber?.dateOfBirth,
    subscriber?.gender,
    subscriber?.address?.line1,
    subscriber?.address?.line2,
    subscriber?.address?.city,
    subscriber?.address?.state,
    subscriber?.address?.postalCode,
    claim.claimId,
  ];
}

/**
 * What claims said of a patient's coverages and no coverage of his says yet, the latest service first,
 * with the claim that said it.
 */
export async function suggestedCoverages(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<CoverageSuggestion[]> {
  const { practiceId } = transaction;
  return transaction.query<CoverageSuggestion>(sql`
    select payer.payer_id as "payerId", n.payer_name as payer,
      n.payer_identifier as "payerIdentifier", n.sequence, n.member_id as "memberId",
      n.filing_indicator as "filingIndicator",
      n.medicare_secondary_type as "medicareSecondaryType", n.group_number as "groupNumber",
      n.group_name as "groupName", n.relationship, n.subscriber_last_name as "subscriberLastName",
      n.subscriber_first_name as "subscriberFirstName",
      n.subscriber_middle_name as "subscriberMiddleName", n.subscriber_suffix as "subscriberSuffix",
      n.subscriber_date_of_birth as "subscriberDateOfBirth",
      n.subscriber_gender as "subscriberGender",
      n.subscriber_address_line1 as "subscriberAddressLine1",
      n.subscriber_address_line2 as "subscriberAddressLine2", n.subscriber_city as "subscriberCity",
      n.subscriber_state as "subscriberState", n.subscriber_postal_code as "subscriberPostalCode",
      n.claim_id as "claimId", claim.patient_control_number as "patientControlNumber",
      claim.service_from as "serviceFrom", used."usedFrom", used."usedThrough"
    from named_coverages n
    join claims claim on claim.practice_id = n.practice_id and claim.claim_id = n.claim_id
    left join payers payer on payer.practice_id = n.practice_id and payer.identifier_key = n.payer_key
    left join lateral (
      select min(c.service_from) as "usedFrom", max(c.service_from) as "usedThrough" from claims c
      where c.practice_id = n.practice_id and c.patient_id = ${patientId}
        and c.payer_id = payer.payer_id and c.member_id_key = n.member_id_key) used on true
    where n.practice_id = ${practiceId}
      and n.patient_id in (select p.patient_id from patients p
        where p.practice_id = ${practiceId}
          and (p.patient_id = ${patientId} or p.merged_into = ${patientId}))
      and not exists (select from coverages held
        where held.practice_id = n.practice_id and held.patient_id = ${patientId}
          and held.member_id_key = n.member_id_key and held.payer_id = payer.payer_id)
    order by coalesce(used."usedThrough", claim.service_from) desc nulls last, n.sequence,
      n.payer_key, n.member_id_key
    limit 20`);
}
