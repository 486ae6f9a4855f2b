import { type Sql, sql, trustedText } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { allOf, beginsWith, patientName } from "../../masters/answer-columns.query.ts";
import { type Page, pageOf } from "../../masters/answer-schemas.ts";
import { controlNumberKey, memberIdKey } from "../../masters/identifier-key.ts";
import { searchKey } from "../../masters/patient/patient.ts";
import type { ClaimRow } from "./claim-answers.ts";

/** How a claim list may be sorted; every order is made total by the claim's id. */
export const claimSorts = ["service", "service-oldest", "charged", "number"] as const;
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
};

export type ClaimKey = [string | number | null, number];

export type ClaimSearch = ClaimFilter & {
  readonly sort: ClaimSort;
  readonly limit: number;
  readonly after?: ClaimKey | undefined;
  readonly withTotal?: boolean;
};

type KeyedClaimRow = ClaimRow & { sortKey: string | number | null };

const orders: Readonly<Record<ClaimSort, { key: Sql; order: Sql; after(key: ClaimKey): Sql }>> = {
  // Backwards through the index by service date: undated claims come first.
  service: {
    key: trustedText("c.service_from"),
    order: trustedText("service_from desc, claim_id desc"),
    after: ([date, id]) =>
      date === null
        ? sql`(c.service_from is not null or c.claim_id < ${id})`
        : sql`(c.service_from, c.claim_id) < (${date}::date, ${id})`,
  },
  "service-oldest": {
    key: trustedText("c.service_from"),
    order: trustedText("service_from, claim_id"),
    after: ([date, id]) =>
      date === null
        ? sql`(c.service_from is null and c.claim_id > ${id})`
        : sql`((c.service_from, c.claim_id) > (${date}::date, ${id}) or c.service_from is null)`,
  },
  charged: {
    key: trustedText("c.charged_cents"),
    order: trustedText("charged_cents desc, claim_id desc"),
    after: ([cents, id]) => sql`(c.charged_cents, c.claim_id) < (${cents}::bigint, ${id})`,
  },
  number: {
    key: trustedText("c.control_number_key"),
    order: trustedText("control_number_key, claim_id"),
    after: ([number, id]) => sql`(c.control_number_key, c.claim_id) > (${number}::text, ${id})`,
  },
};

/** The claims that a typed text may mean: by number, patient, member id or payer claim number. */
function matchesSearch(practiceId: number, text: string): Sql {
  const branches = [
    sql`select f.claim_id from claims f where f.practice_id = ${practiceId}
      and ${beginsWith(sql`f.payer_claim_control_number`, text.toUpperCase())}`,
  ];
  const number = controlNumberKey(text);
  if (number) {
    branches.push(sql`select f.claim_id from claims f where f.practice_id = ${practiceId}
      and ${beginsWith(sql`f.control_number_key`, number)}`);
  }
  const member = memberIdKey(text);
  if (member) {
    branches.push(sql`select f.claim_id from claims f where f.practice_id = ${practiceId}
      and ${beginsWith(sql`f.member_id_key`, member)}`);
  }
  for (const [last, first] of namesMeant(text)) {
    branches.push(sql`select f.claim_id from claims f join patients p using (practice_id, patient_id)
      where f.practice_id = ${practiceId} and p.practice_id = ${practiceId}
        and ${beginsWith(sql`p.last_name_key`, last)}
        ${first ? sql`and ${beginsWith(sql`p.first_name_key`, first)}` : sql``}`);
  }
  const united = branches.reduce((all, branch) => sql`${all} union ${branch}`);
  return sql`c.claim_id in (${united})`;
}

/** `last, first` as written; two words without a comma in either order; else a last name. */
function namesMeant(text: string): [string, string | undefined][] {
  const [before = "", behind] = text.split(",");
  if (behind !== undefined) return [[searchKey(before), searchKey(behind) || undefined]];
  const whole = searchKey(text);
  if (whole === "") return [];
  const at = whole.indexOf(" ");
  if (at === -1) return [[whole, undefined]];
  const one = whole.slice(0, at);
  const other = whole.slice(at + 1);
  return [
    [whole, undefined],
    [one, other],
    [other, one],
  ];
}

function conditionsOf(practiceId: number, filter: ClaimFilter): Sql {
  const conditions = [sql`c.practice_id = ${practiceId}`];
  const text = filter.search?.trim();
  if (text) conditions.push(matchesSearch(practiceId, text));
  if (filter.state !== undefined) conditions.push(sql`c.state = ${filter.state}`);
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
  const where = conditionsOf(practiceId, search);
  const rows = await transaction.query<KeyedClaimRow>(sql`
    with page as materialized (
      select c.*, ${key} as sort_key from claims c
      where ${where} ${search.after ? sql`and ${after(search.after)}` : sql``}
      order by ${order}
      limit ${search.limit + 1})
    select c.claim_id as "id", c.patient_control_number as "patientControlNumber", c.version,
      c.kind, ${patientName} as "patientName", payer.name as "payer", c.payer_id as "payerId",
      c.service_from as "serviceFrom", c.service_through as "serviceThrough",
      c.submitted_on as "submittedOn", c.state, c.charged_cents as "chargedCents",
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
  return search.withTotal ? { ...page, total: await totalOf(transaction, where) } : page;
}

function totalOf(transaction: PracticeTransaction, where: Sql) {
  return transaction.one<{ count: number; cents: number }>(sql`
    select count(*)::bigint as count, coalesce(sum(c.charged_cents), 0)::bigint as cents
    from claims c where ${where}`);
}
