import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf } from "../answer-columns.query.ts";
import { type Page, pageOf } from "../answer-schemas.ts";
import type { FacilityAnswer } from "./facility-answers.ts";

const columns = sql`facility_id as id, name, npi, place_of_service as "placeOfService",
  clia_number as "cliaNumber", address_line1 as "addressLine1", address_line2 as "addressLine2",
  city, state, postal_code as "postalCode", phone, effective_from as "effectiveFrom",
  effective_to as "effectiveTo", revision`;

export type FacilityFilter = {
  readonly search?: string | undefined;
  /** Open on this day. */
  readonly on?: string | undefined;
};

/** Facilities by name. */
export async function listFacilities(
  transaction: PracticeTransaction,
  { search, on }: FacilityFilter,
  page: {
    readonly limit: number;
    readonly after?: readonly [string, number] | undefined;
    readonly withTotal?: boolean;
  },
): Promise<Page<FacilityAnswer, [string, number]>> {
  const wanted = search?.trim().toLowerCase();
  const where = allOf([
    sql`practice_id = ${transaction.practiceId}`,
    ...(wanted ? [sql`(strpos(lower(name), ${wanted}) > 0 or starts_with(npi, ${wanted}))`] : []),
    ...(on === undefined
      ? []
      : [
          sql`(effective_from is null or effective_from <= ${on})
            and (effective_to is null or ${on} <= effective_to)`,
        ]),
  ]);
  const rows = await transaction.query<FacilityAnswer>(sql`
    select ${columns} from facilities
    where ${where}
      ${page.after ? sql`and (name collate "C", facility_id) > (${page.after[0]}, ${page.after[1]})` : sql``}
    order by name collate "C", facility_id limit ${page.limit + 1}`);
  const shown = pageOf(rows, page.limit, (row): [string, number] => [row.name, row.id]);
  if (page.withTotal !== true) return shown;
  const total = await transaction.one<{ count: number }>(
    sql`select count(*) as count from facilities where ${where}`,
  );
  return { ...shown, total };
}

/** One facility of the practice. */
export async function findFacility(
  transaction: PracticeTransaction,
  facilityId: number,
): Promise<FacilityAnswer | undefined> {
  return transaction.maybeOne<FacilityAnswer>(sql`
    select ${columns} from facilities
    where practice_id = ${transaction.practiceId} and facility_id = ${facilityId}`);
}
