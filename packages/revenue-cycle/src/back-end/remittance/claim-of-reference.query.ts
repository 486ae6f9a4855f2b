import { type Sql, sql } from "@headwater/platform/database/sql.ts";

/**
 * The claim that a provider-level adjustment means (PLB03-2): the one that its payer answered under
 * this number on any remittance, the latest answer first; none where the reference is no claim's.
 * `remittance` is the alias of the remittance that the adjustment stands on.
 */
export function claimOfReference(remittance: Sql, reference: Sql): Sql {
  return sql`
    select answered.claim_id
    from remittance_claims answered
    join remittances told on told.practice_id = answered.practice_id
      and told.remittance_id = answered.remittance_id
    where answered.practice_id = ${remittance}.practice_id
      and answered.payer_claim_control_number = ${reference}
      and answered.claim_id is not null and told.payer_id = ${remittance}.payer_id
    order by told.effective_on desc, told.remittance_id desc, answered.claim_number desc
    limit 1`;
}
