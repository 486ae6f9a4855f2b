import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import { amongClaims, type ReportScope } from "./report-scope.query.ts";

/** NPI of who rendered the claim `c`, else of who billed it; empty where the claim states neither. */
export const providerKey: Sql = sql`coalesce(c.rendering_npi, nullif(c.billing_provider_npi, ''), '')`;

/**
 * Where the claim `c` was rendered: the facility of its encounter, else the place of service that the
 * claim states; empty where it states none. The statement joins `ownFacility`.
 */
export const facilityKey: Sql = sql`coalesce(site.name, 'POS ' || c.facility_code, '')`;

/** The facilities of the claims that were written here, as `site`. */
export function ownFacility(scope: ReportScope): Sql {
  return sql`left join (
      select own.claim_id, f.name
      from claim_contents own
      join encounters e on e.practice_id = own.practice_id and e.encounter_id = own.encounter_id
      join facilities f on f.practice_id = e.practice_id and f.facility_id = e.facility_id
      where own.practice_id = ${scope.practiceId} ${amongClaims(scope, sql`own.claim_id`)}) site on site.claim_id = c.claim_id`;
}
