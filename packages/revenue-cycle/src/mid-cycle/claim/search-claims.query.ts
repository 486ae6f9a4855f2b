import { type Sql, sql, trustedText } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, patientName } from "../../masters/answer-columns.query.ts";
import { type ListTotal, type Page, pageOf } from "../../masters/answer-schemas.ts";
import { totalOfGroups } from "../../masters/filter-counts.ts";
import type { ClaimRow } from "./claim-answers.ts";
import { countClaims } from "./count-claims.query.ts";
import { filingDeadline, unfiledStates } from "./filing-deadlines.query.ts";
import { matchesText } from "./match-claim-text.query.ts";

/** How a claim list may be sorted; every order is made total by the claim's id. */
export const claimSorts = [
  "service",
  "service-oldest",
  "charged",
  "charged-least",
  "number",
  "number-last",
  "filing",
] as const;
export type ClaimSort = (typeof claimSorts)[number];

/** Which claims a list shows. What is absent does not narrow it. */
export type ClaimFilter = {
  readonly search?: string | undefined;
  readonly state?: string | undefined;
  readonly payer?: number | undefined;
  readonly stage?: string | undefined;
  readonly category?: string | undefined;
  readonly reason?: string | undefined;
  readonly serviceFrom?: string | undefined;
  readonly serviceThrough?: string | undefined;
  /** Only claims still to be filed, and by this day at the latest. */
  readonly fileThrough?: string | undefined;
};

export type ClaimKey = [string | number | null, number];

export type ClaimSearch = ClaimFilter & {
  readonly sort: ClaimSort;
  readonly limit: number;
  readonly after?: ClaimKey | undefined;
  readonly withTotal?: boolean;
};

type KeyedClaimRow = ClaimRow & { sortKey: string | number | null };

type Order = { readonly key: Sql; readonly order: Sql; after(key: ClaimKey): Sql };

/** Each order is that of an index, read forwards or backwards: undated claims are the oldest. */
const orders: Readonly<Record<ClaimSort, Order>> = {
  service: {
    key: trustedText("c.service_from"),
    order: trustedText("service_from desc nulls last, claim_id desc"),
    after: ([date, id]) =>
      date === null
        ? sql`(c.service_from is null and c.claim_id < ${id})`
        : sql`((c.service_from, c.claim_id) < (${date}::date, ${id}) or c.service_from is null)`,
  },
  "service-oldest": {
    key: trustedText("c.service_from"),
    order: trustedText("service_from nulls first, claim_id"),
    after: ([date, id]) =>
      date === null
        ? sql`(c.service_from is not null or c.claim_id > ${id})`
        : sql`(c.service_from, c.claim_id) > (${date}::date, ${id})`,
  },
  charged: {
    key: trustedText("c.charged_cents"),
    order: trustedText("charged_cents desc, claim_id desc"),
    after: ([cents, id]) => sql`(c.charged_cents, c.claim_id) < (${cents}::bigint, ${id})`,
  },
  "charged-least": {
    key: trustedText("c.charged_cents"),
    order: trustedText("charged_cents, claim_id"),
    after: ([cents, id]) => sql`(c.charged_cents, c.claim_id) > (${cents}::bigint, ${id})`,
  },
  number: {
    key: trustedText("c.control_number_key"),
    order: trustedText("control_number_key, claim_id"),
    after: ([number, id]) => sql`(c.control_number_key, c.claim_id) > (${number}::text, ${id})`,
  },
  "number-last": {
    key: trustedText("c.control_number_key"),
    order: trustedText("control_number_key desc, claim_id desc"),
    after: ([number, id]) => sql`(c.control_number_key, c.claim_id) < (${number}::text, ${id})`,
  },
  // Only claims still to be filed have such a day, and they are few.
  filing: {
    key: trustedText("c.file_by"),
    order: trustedText("file_by, claim_id"),
    after: ([date, id]) => sql`(c.file_by, c.claim_id) > (${date}::date, ${id})`,
  },
};

/** The conditions of every filter but the state, which the total counts by. */
async function conditionsOf(transaction: PracticeTransaction, filter: ClaimFilter): Promise<Sql> {
  const { practiceId } = transaction;
  const conditions = [sql`c.practice_id = ${practiceId}`];
  const text = filter.search?.trim();
  if (text) conditions.push(await matchesText(transaction, text));
  if (filter.payer !== undefined) conditions.push(sql`c.payer_id = ${filter.payer}`);
  if (filter.serviceFrom !== undefined) {
    conditions.push(sql`c.service_from >= ${filter.serviceFrom}::date`);
  }
  if (filter.serviceThrough !== undefined) {
    conditions.push(sql`c.service_from <= ${filter.serviceThrough}::date`);
  }
  const denial = [
    ...(filter.stage === undefined ? [] : [sql`d.stage = ${filter.stage}`]),
    ...(filter.category === undefined ? [] : [sql`d.category = ${filter.category}`]),
    ...(filter.reason === undefined ? [] : [sql`d.reason_code = ${filter.reason}`]),
  ];
  if (denial.length > 0) {
    conditions.push(sql`exists (select from denials d where d.practice_id = ${practiceId}
      and d.claim_id = c.claim_id and d.state <> 'reversed' and ${allOf(denial)})`);
  }
  return allOf(conditions);
}

/** One page of claims with what each stands at. */
export async function searchClaims(
  transaction: PracticeTransaction,
  search: ClaimSearch,
): Promise<Page<ClaimRow, ClaimKey>> {
  const { practiceId } = transaction;
  const { key, order, after } = orders[search.sort];
  const deadline = await filingDeadline(transaction);
  const where = await conditionsOf(transaction, search);
  const filing = filingOf(search, deadline);
  const inState = search.state === undefined ? sql`true` : sql`c.state = ${search.state}`;
  const rows = await transaction.query<KeyedClaimRow>(sql`
    with page as materialized (
      select c.*, ${key} as sort_key from ${filing.from} c
      where ${where} and ${inState} and ${filing.where}
        ${search.after ? sql`and ${after(search.after)}` : sql``}
      order by ${order}
      limit ${search.limit + 1})
    select c.claim_id as "id", c.patient_control_number as "patientControlNumber", c.version,
      c.kind, ${patientName} as "patientName", payer.name as "payer", c.payer_id as "payerId",
      c.service_from as "serviceFrom", c.service_through as "serviceThrough",
      c.submitted_on as "submittedOn", ${deadline} as "fileBy", c.state, c.charged_cents as "chargedCents",
      r."insurancePaidCents", r."contractualCents", r."patientResponsibilityCents",
      r."openInsuranceCents", r."deniedCents", r."openPatientCents", c.sort_key as "sortKey"
    from page c
    join payers payer on payer.practice_id = ${practiceId} and payer.payer_id = c.payer_id
    join patients p on p.practice_id = ${practiceId} and p.patient_id = c.patient_id
    cross join lateral (
      select coalesce(sum(insurance_paid_cents), 0)::bigint as "insurancePaidCents",
        coalesce(sum(contractual_cents), 0)::bigint as "contractualCents",
        coalesce(sum(patient_responsibility_cents), 0)::bigint as "patientResponsibilityCents",
        coalesce(sum(open_insurance_cents), 0)::bigint as "openInsuranceCents",
        coalesce(sum(denied_cents), 0)::bigint as "deniedCents",
        coalesce(sum(open_patient_cents), 0)::bigint as "openPatientCents"
      from receivables where practice_id = ${practiceId} and claim_id = c.claim_id) r
    order by ${order}`);
  const { rows: shown, next } = pageOf(
    rows,
    search.limit,
    (row): ClaimKey => [row.sortKey, row.id],
  );
  const page = { rows: shown.map(({ sortKey: _, ...row }) => row), next };
  if (search.withTotal !== true) return page;
  const narrowed = { from: filing.from, where: sql`${where} and ${filing.where}` };
  return { ...page, ...(await totalOf(transaction, search, narrowed)) };
}

/** Claims with the day by which they must be filed, where that orders or narrows them. */
function filingOf({ sort, fileThrough }: ClaimSearch, deadline: Sql): { from: Sql; where: Sql } {
  if (sort !== "filing" && fileThrough === undefined) {
    return { from: sql`claims`, where: sql`true` };
  }
  const until = fileThrough === undefined ? sql`` : sql`and c.file_by <= ${fileThrough}::date`;
  return {
    from: sql`(select c.*, ${deadline} as file_by from claims c
      where c.state = any (${[...unfiledStates]}::text[]))`,
    where: sql`(c.file_by is not null ${until})`,
  };
}

/** The charge of a claim that was replaced or voided was taken back: it is worth nothing any more. */
async function totalOf(
  transaction: PracticeTransaction,
  search: ClaimSearch,
  narrowed: { readonly from: Sql; readonly where: Sql },
): Promise<{ readonly total?: ListTotal }> {
  const { state, payer, sort, limit: _l, after: _a, withTotal: _t, ...others } = search;
  const isRolledUp =
    sort !== "filing" &&
    Object.values(others).every((value) => value === undefined || value === "");
  const groups = await countClaims(transaction, { ...narrowed, isRolledUp, payer });
  return groups === undefined ? {} : { total: totalOfGroups(groups, { state }) };
}
