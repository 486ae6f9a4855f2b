import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  emptyReceivable,
  type Receivable,
  receivableAmounts,
} from "../../books/receivable/receivable.ts";
import { sequenceRank } from "../../mid-cycle/claim/read-claim.ts";
import type { ClaimCandidate } from "../remittance/match-claim.ts";
import type { MatchableServiceLine } from "../remittance/match-line.ts";
import { groupRows } from "./group-rows.ts";
import type { PostableClaim } from "./posting.ts";

/** A claim of ours as matching and posting see it. */
export type LoadedClaim = PostableClaim &
  ClaimCandidate & {
    readonly payerId: number;
    readonly state: string;
    readonly replacesId: number | undefined;
    readonly replacedById: number | undefined;
    /** The day from which its charge counts no more. */
    readonly replacedOn: string | undefined;
    readonly isAccepted: boolean;
    readonly firstAdjudicatedOn: string | undefined;
    readonly firstOutcome: string | undefined;
    readonly firstPaidOn: string | undefined;
    readonly payerClaimControlNumber: string | undefined;
    /** What every line stands at in the books. */
    readonly receivables: ReadonlyMap<number, Readonly<Receivable>>;
  };

/** By what claims are looked for; each list may be empty. */
export type ClaimSearch = {
  readonly controlNumberKeys?: readonly string[];
  /** Keys of numbers that a payer may have cut short. */
  readonly truncatedKeys?: readonly string[];
  readonly payerClaimControlNumbers?: readonly string[];
  readonly claimIds?: readonly number[];
};

/** Ids of the claims that any of the given numbers may mean. */
export async function findClaimIds(
  transaction: Pick<PracticeTransaction, "query" | "practiceId">,
  search: ClaimSearch,
): Promise<number[]> {
  const { practiceId } = transaction;
  const keys = [...new Set(search.controlNumberKeys)];
  const truncated = [...new Set(search.truncatedKeys)];
  const payerNumbers = [...new Set(search.payerClaimControlNumbers)];
  const rows = await transaction.query<{ claim_id: number }>(sql`
    select claim_id from claims
    where practice_id = ${practiceId} and control_number_key = any (${keys}::text[])
    union
    select c.claim_id from unnest(${truncated}::text[]) as cut (key)
      join claims c on c.practice_id = ${practiceId}
        and c.control_number_key > cut.key and c.control_number_key < cut.key || '~'
    union
    select claim_id from claims
    where practice_id = ${practiceId} and payer_claim_control_number = any (${payerNumbers}::text[])
    union
    select claim_id from remittance_claims
    where practice_id = ${practiceId} and claim_id is not null
      and payer_claim_control_number = any (${payerNumbers}::text[])`);
  return rows.map((row) => row.claim_id);
}

/** Payer numbers of earlier remittances under which claims were seen, of those asked for. */
export async function seenPayerNumbers(
  transaction: Pick<PracticeTransaction, "query" | "practiceId">,
  claimIds: readonly number[],
  payerNumbers: readonly string[],
): Promise<{ readonly claim_id: number; readonly payer_number: string }[]> {
  return transaction.query(sql`
    select distinct claim_id, payer_claim_control_number as payer_number from remittance_claims
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])
      and payer_claim_control_number = any (${[...payerNumbers]}::text[])`);
}

type ClaimRow = {
  claim_id: number;
  patient_control_number: string;
  control_number_key: string;
  version: number;
  state: string;
  replaced_on: string | null;
  replaces_claim_id: number | null;
  replaced_by_claim_id: number | null;
  payer_id: number;
  coverage_sequence: string;
  further_payers: number;
  last_payer_rank: number | null;
  member_id_key: string | null;
  rendering_npi: string | null;
  service_from: string | null;
  service_through: string | null;
  charged_cents: number;
  payer_claim_control_number: string | null;
  is_original: boolean;
  submitted_on: string | null;
  accepted_on: string | null;
  first_adjudicated_on: string | null;
  first_outcome: string | null;
  first_paid_on: string | null;
  last_name: string | null;
  first_name: string | null;
};

type LineRow = {
  claim_id: number;
  line_number: number;
  line_item_control_number: string | null;
  procedure_code: string | null;
  modifiers: string[] | null;
  revenue_code: string | null;
  charged_cents: number;
  units: string | null;
  service_from: string | null;
  /** Null while nothing but the charge was posted. */
  amounts: number[] | null;
};

/** So many claims at most have their lines looked up row by row. */
const fewClaims = 30;

/**
 * Loads claims whole, with their lines and what those stand at, in the order of their ids. Nobody else
 * changes them until the transaction ends, unless they are only read.
 */
export async function loadClaims(
  transaction: Pick<PracticeTransaction, "query" | "practiceId">,
  claimIds: readonly number[],
  lock: "read" | "change" = "change",
): Promise<Map<number, LoadedClaim>> {
  if (claimIds.length === 0) return new Map();
  const ids = [...new Set(claimIds)];
  // Locked in one order: acknowledgments change the same rows.
  const claims = await transaction.query<ClaimRow>(sql`
    with c as materialized (
      select * from claims
      where practice_id = ${transaction.practiceId} and claim_id = any (${ids}::bigint[])
      order by claim_id ${lock === "change" ? sql`for update` : sql``})
    select c.claim_id, c.patient_control_number, c.control_number_key, c.version, c.state, c.payer_id,
      c.coverage_sequence, c.further_payers, c.last_payer_rank, c.member_id_key, c.rendering_npi, c.service_from,
      c.service_through, c.charged_cents, c.payer_claim_control_number, c.replaces_claim_id,
      c.replaced_by_claim_id,
      c.replaces_claim_id is null and c.version = 1 as is_original, c.submitted_on, c.accepted_on,
      c.first_adjudicated_on, c.first_outcome, c.first_paid_on,
      coalesce(case when c.replaced_by_claim_id is not null then
        (select newer.submitted_on from claims newer
         where newer.practice_id = c.practice_id and newer.claim_id = c.replaced_by_claim_id) end,
        c.submitted_on, c.service_from) as replaced_on,
      p.last_name, p.first_name
    from c left join patients p on p.practice_id = c.practice_id and p.patient_id = c.patient_id`);
  // Two longer lists are joined whole: by index the second would be looked up row by row.
  const isLong = ids.length > fewClaims;
  if (isLong) await transaction.query(sql`select set_config('enable_hashjoin', 'on', true)`);
  const lines = await transaction.query<LineRow>(sql`
    with r as materialized (
      select * from receivables
      where practice_id = ${transaction.practiceId} and claim_id = any (${ids}::bigint[])),
    l as materialized (
      select claim_id, line_number, line_item_control_number, procedure_code, modifiers,
        revenue_code, units, service_from
      from service_lines
      where practice_id = ${transaction.practiceId} and claim_id = any (${ids}::bigint[]))
    select r.claim_id, r.line_number, l.line_item_control_number, l.procedure_code, l.modifiers,
      l.revenue_code, r.charged_cents, l.units, l.service_from,
      case when r.open_insurance_cents = r.charged_cents and r.denied_cents = 0
          and r.incentive_cents + r.insurance_paid_cents + r.contractual_cents + r.written_off_cents
            + r.withheld_cents + r.patient_responsibility_cents + r.patient_paid_cents
            + r.credit_insurance_cents + r.credit_patient_cents = 0 then null
        else array[r.charged_cents, r.incentive_cents, r.insurance_paid_cents, r.contractual_cents,
          r.written_off_cents, r.withheld_cents, r.patient_responsibility_cents,
          r.patient_paid_cents, r.patient_forgiven_cents, r.open_insurance_cents, r.denied_cents,
          r.open_patient_cents, r.credit_insurance_cents, r.credit_patient_cents] end as amounts
    from r left join l using (claim_id, line_number)
    order by r.claim_id, r.line_number`);
  if (isLong) await transaction.query(sql`select set_config('enable_hashjoin', 'off', true)`);
  const linesByClaim = groupRows(lines, (line) => line.claim_id);
  return new Map(
    claims.map((claim) => [claim.claim_id, loadedClaim(claim, linesByClaim.get(claim.claim_id))]),
  );
}

function loadedClaim(row: ClaimRow, lineRows: readonly LineRow[] = []): LoadedClaim {
  return {
    claimId: row.claim_id,
    patientControlNumber: row.patient_control_number,
    controlNumberKey: row.control_number_key,
    version: row.version,
    state: row.state,
    replacedOn: row.replaced_on ?? undefined,
    isReplaced: row.state === "replaced" || row.state === "void",
    isSucceeded: false,
    replacesId: row.replaces_claim_id ?? undefined,
    replacedById: row.replaced_by_claim_id ?? undefined,
    isOriginal: row.is_original,
    isAccepted: row.accepted_on !== null,
    payerId: row.payer_id,
    // A sequence that does not say which payer is billed is taken for the first.
    payerRank: "PST".includes(row.coverage_sequence) ? sequenceRank(row.coverage_sequence) + 1 : 1,
    furtherPayers: row.further_payers,
    lastPayerRank: row.last_payer_rank ?? undefined,
    submittedOn: row.submitted_on ?? undefined,
    chargedCents: row.charged_cents,
    patientLastName: row.last_name ?? "",
    patientFirstName: row.first_name ?? undefined,
    memberIdKey: row.member_id_key ?? undefined,
    renderingNpi: row.rendering_npi ?? undefined,
    serviceFrom: row.service_from ?? undefined,
    serviceThrough: row.service_through ?? undefined,
    payerClaimControlNumber: row.payer_claim_control_number ?? undefined,
    payerClaimControlNumbers: [row.payer_claim_control_number ?? []].flat(),
    firstAdjudicatedOn: row.first_adjudicated_on ?? undefined,
    firstOutcome: row.first_outcome ?? undefined,
    firstPaidOn: row.first_paid_on ?? undefined,
    lines: lineRows.map(matchableLine),
    receivables: new Map(lineRows.map((line) => [line.line_number, receivableOf(line)])),
  };
}

function matchableLine(row: LineRow): MatchableServiceLine {
  return {
    lineNumber: row.line_number,
    lineItemControlNumber: row.line_item_control_number ?? undefined,
    procedureCode: row.procedure_code ?? undefined,
    modifiers: row.modifiers ?? [],
    revenueCode: row.revenue_code ?? undefined,
    chargedCents: row.charged_cents,
    units: row.units ?? undefined,
    serviceFrom: row.service_from ?? undefined,
  };
}

function receivableOf({ charged_cents: charged, amounts }: LineRow): Receivable {
  const receivable = emptyReceivable();
  if (amounts === null) return { ...receivable, charged, openInsurance: charged };
  receivableAmounts.forEach((amount, index) => {
    receivable[amount] = amounts[index] ?? 0;
  });
  return receivable;
}
