import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ChartOfAccounts } from "../../books/account/account.store.ts";
import { groupRows } from "./group-rows.ts";
import { readStoredClaims, type StoredClaimRow } from "./load-remittance-claims.store.ts";
import {
  type Adjudication,
  adjudicationKey,
  type FactKey,
  noLine,
  type PatientPayment,
  type PostingOrigin,
  sweepKey,
} from "./posting.ts";
import type { StandingPosting } from "./reconcile-postings.ts";
import { allocationKeyPrefix, recoveryKeyPrefix, writeOffKeyPrefix } from "./settle-patient.ts";
import type { Refund } from "./settle-refund.ts";
import { type ResponsibilityTransfer, responsibilityPrefix } from "./settle-responsibility.ts";
import { type InsuranceWriteOff, insuranceWriteOffPrefix } from "./settle-write-off.ts";

/** What the books already hold of a claim. */
export type ClaimHistory = {
  readonly adjudications: readonly Adjudication[];
  readonly patientPayments: readonly PatientPayment[];
  readonly writeOffs: readonly InsuranceWriteOff[];
  readonly moved: readonly ResponsibilityTransfer[];
  readonly refunds: readonly Refund[];
  readonly standing: ReadonlyMap<FactKey, StandingPosting>;
  /** Reversal to original, as they stand. */
  readonly knownReversals: ReadonlyMap<FactKey, FactKey>;
  /** Where the standing postings come from, for those that must be taken back. */
  readonly origins: ReadonlyMap<number, PostingOrigin>;
};

export const noHistory: ClaimHistory = {
  adjudications: [],
  patientPayments: [],
  writeOffs: [],
  moved: [],
  refunds: [],
  standing: new Map(),
  knownReversals: new Map(),
  origins: new Map(),
};

type Loading = Pick<PracticeTransaction, "query" | "practiceId">;

/** Loads the history of claims; those that nothing happened to but their charge have none. */
export async function loadHistories(
  transaction: Loading,
  accounts: ChartOfAccounts,
  claimIds: readonly number[],
): Promise<Map<number, ClaimHistory>> {
  const adjudications = await loadAdjudications(transaction, claimIds);
  const payments = await loadPatientPayments(transaction, claimIds);
  const writeOffs = await loadWriteOffs(transaction, claimIds);
  const moved = await loadMoved(transaction, claimIds);
  const refunds = await loadRefunds(transaction, claimIds);
  const postings = await loadPostings(transaction, accounts, claimIds);
  const touched = new Set([
    ...adjudications.keys(),
    ...payments.keys(),
    ...writeOffs.keys(),
    ...moved.keys(),
    ...refunds.keys(),
    ...postings.keys(),
  ]);
  const histories = new Map<number, ClaimHistory>();
  for (const claimId of touched) {
    histories.set(claimId, {
      adjudications: adjudications.get(claimId) ?? [],
      patientPayments: payments.get(claimId) ?? [],
      writeOffs: writeOffs.get(claimId) ?? [],
      moved: moved.get(claimId) ?? [],
      refunds: refunds.get(claimId) ?? [],
      ...standingOf(postings.get(claimId) ?? []),
    });
  }
  return histories;
}

type AdjudicationRow = StoredClaimRow & {
  effective_on: string;
  trace_number: string;
  payer_id: number;
  transaction_set_id: number;
  was_suspended: boolean;
};

async function loadAdjudications(
  transaction: Loading,
  claimIds: readonly number[],
): Promise<Map<number, Adjudication[]>> {
  const { practiceId } = transaction;
  const rows = await transaction.query<AdjudicationRow>(sql`
    select rc.*, coalesce(r.effective_on, r.produced_on, r.recorded_at::date) as effective_on,
      r.trace_number, r.payer_id, r.transaction_set_id,
      exists (select from postings p where p.practice_id = rc.practice_id
        and p.remittance_id = rc.remittance_id and p.remittance_claim_number = rc.claim_number
        and p.kind = 'suspense'
        and not exists (select from postings back where back.practice_id = p.practice_id
          and back.reverses_posting_id = p.posting_id)) as was_suspended
    from remittance_claims rc join remittances r using (practice_id, remittance_id)
    where rc.practice_id = ${practiceId} and rc.claim_id = any (${[...claimIds]}::bigint[])
      and r.verdict = 'posted'`);
  const claims = await readStoredClaims(transaction, rows);
  const found = new Map<number, Adjudication[]>();
  rows.forEach((row, index) => {
    const claim = claims[index];
    if (row.claim_id === null || claim === undefined) return;
    const list = found.get(row.claim_id) ?? [];
    list.push({
      remittanceId: row.remittance_id,
      transactionSetId: row.transaction_set_id,
      claimNumber: row.claim_number,
      effectiveOn: row.effective_on,
      traceNumber: row.trace_number,
      payerId: row.payer_id,
      money: row.was_suspended ? "suspense" : "cash",
      claim,
    });
    found.set(row.claim_id, list);
  });
  return found;
}

type PatientPaymentRow = {
  claim_id: number;
  patient_payment_id: number;
  paid_on: string;
  receipt: string;
  cents: number;
  money: PatientPayment["money"];
  act: PatientPayment["is"] | "payment";
  key: string | null;
};

async function loadPatientPayments(
  transaction: Loading,
  claimIds: readonly number[],
): Promise<Map<number, PatientPayment[]>> {
  const claims = sql`practice_id = ${transaction.practiceId}
    and claim_id = any (${[...claimIds]}::bigint[])`;
  const rows = await transaction.query<PatientPaymentRow>(sql`
    select claim_id, patient_payment_id, paid_on, receipt, cents, 'payment' as act,
      case when exists (select from postings p where p.practice_id = patient_payments.practice_id
        and p.posting_id = patient_payments.posting_id and p.claim_id is null)
        then 'unapplied-cash' else 'cash' end as money, null as key
    from patient_payments where ${claims} and reversed_on is null
    union all
    select claim_id, patient_payment_id, allocated_on, '', cents, 'payment', 'unapplied-cash',
      ${allocationKeyPrefix} || payment_allocation_id
    from payment_allocations where ${claims} and undone_on is null
    union all
    select claim_id, patient_write_off_id, written_off_on, '', cents, 'write-off',
      case kind when 'bad-debt' then 'bad-debt' else 'write-off' end,
      ${writeOffKeyPrefix} || patient_write_off_id
    from patient_write_offs where ${claims} and undone_on is null
    union all
    select claim_id, patient_write_off_id, recovered_on, '', cents, 'recovery', 'bad-debt',
      ${recoveryKeyPrefix} || patient_recovery_id
    from patient_recoveries where ${claims} and undone_on is null`);
  const found = new Map<number, PatientPayment[]>();
  for (const row of rows) {
    const list = found.get(row.claim_id) ?? [];
    list.push({
      patientPaymentId: row.patient_payment_id,
      paidOn: row.paid_on,
      receipt: row.receipt,
      cents: row.cents,
      money: row.money,
      ...(row.act === undefined || row.act === "payment" ? {} : { is: row.act }),
      ...(row.key === null ? {} : { key: row.key }),
    });
    found.set(row.claim_id, list);
  }
  return found;
}

async function loadWriteOffs(
  transaction: Loading,
  claimIds: readonly number[],
): Promise<Map<number, InsuranceWriteOff[]>> {
  const rows = await transaction.query<InsuranceWriteOff & { readonly claimId: number }>(sql`
    select claim_id as "claimId", insurance_write_off_id as "writeOffId",
      line_number as "lineNumber", cents, written_off_on as "writtenOffOn"
    from insurance_write_offs
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])
      and undone_on is null`);
  return groupRows(rows, (row) => row.claimId);
}

async function loadMoved(
  transaction: Loading,
  claimIds: readonly number[],
): Promise<Map<number, ResponsibilityTransfer[]>> {
  const rows = await transaction.query<ResponsibilityTransfer & { readonly claimId: number }>(sql`
    select claim_id as "claimId", responsibility_transfer_id as "transferId",
      line_number as "lineNumber", direction, cents, moved_on as "movedOn"
    from responsibility_transfers
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])
      and undone_on is null`);
  return groupRows(rows, (row) => row.claimId);
}

async function loadRefunds(
  transaction: Loading,
  claimIds: readonly number[],
): Promise<Map<number, Refund[]>> {
  const rows = await transaction.query<Refund & { readonly claimId: number }>(sql`
    select claim_id as "claimId", refund_id as "refundId", party, cents, approved_on as "approvedOn"
    from refunds
    where practice_id = ${transaction.practiceId} and claim_id = any (${[...claimIds]}::bigint[])
      and approved_on is not null and cancelled_on is null`);
  return groupRows(rows, (row) => row.claimId);
}

type PostingRow = {
  posting_id: number;
  kind: string;
  claim_id: number;
  remittance_id: number | null;
  remittance_claim_number: number | null;
  transaction_set_id: number | null;
  segment_from: number | null;
  segment_to: number | null;
  reason: string | null;
  on_date: string;
  reverses_posting_id: number | null;
  transfers:
    | {
        id: number;
        line: number | null;
        debit: number;
        credit: number;
        cents: number;
        group: string | null;
        reason: string | null;
      }[]
    | null;
};

type LoadedPosting = Omit<PostingRow, "transfers"> & {
  readonly transfers: StandingPosting["transfers"];
};

async function loadPostings(
  transaction: Loading,
  accounts: ChartOfAccounts,
  claimIds: readonly number[],
): Promise<Map<number, LoadedPosting[]>> {
  const rows = await transaction.query<PostingRow>(sql`
    select p.posting_id, p.kind, p.claim_id, p.remittance_id, p.remittance_claim_number,
      p.transaction_set_id, p.segment_from, p.segment_to, p.reason,
      coalesce(p.late_for, p.effective_on) as on_date, p.reverses_posting_id,
      (select json_agg(json_build_object('id', t.transfer_id, 'line', t.line_number,
          'debit', t.debit_account_id, 'credit', t.credit_account_id, 'cents', t.cents,
          'group', t.group_code, 'reason', t.reason_code) order by t.transfer_id)
       from transfers t
       where t.practice_id = p.practice_id and t.posting_id = p.posting_id) as transfers
    from postings p
    where p.practice_id = ${transaction.practiceId} and p.claim_id = any (${[...claimIds]}::bigint[])
      and (p.kind in ('remittance-claim', 'suspense-matched', 'reversal', 'patient-payment',
          'charge-replaced', 'refund')
        or p.kind = 'transfer' and starts_with(p.reason, ${responsibilityPrefix})
        or p.kind = 'write-off' and (starts_with(p.reason, ${writeOffKeyPrefix})
          or starts_with(p.reason, ${recoveryKeyPrefix})
          or starts_with(p.reason, ${insuranceWriteOffPrefix})))
    order by p.posting_id`);
  const found = new Map<number, LoadedPosting[]>();
  for (const row of rows) {
    const list = found.get(row.claim_id) ?? [];
    const transfers = (row.transfers ?? []).map((moved) => ({
      transferId: moved.id,
      lineNumber: moved.line ?? noLine,
      debit: accounts.kindOf(moved.debit),
      credit: accounts.kindOf(moved.credit),
      cents: moved.cents as StandingPosting["transfers"][number]["cents"],
      groupCode: moved.group ?? undefined,
      reasonCode: moved.reason ?? undefined,
    }));
    list.push({ ...row, transfers });
    found.set(row.claim_id, list);
  }
  return found;
}

/** The fact that a posting follows from. Payments of patients carry their key as the reason. */
function keyOf(row: LoadedPosting): FactKey {
  if (row.remittance_id !== null) {
    const claimNumber = row.remittance_claim_number ?? 0;
    return adjudicationKey({ remittanceId: row.remittance_id, claimNumber });
  }
  return row.reason ?? sweepKey;
}

/**
 * Sorts postings into those that stand and those taken back. A reversal under the key of what it
 * reverses takes that back; one under another key is the payer's reversal of an earlier claim.
 */
function standingOf(
  rows: readonly LoadedPosting[],
): Pick<ClaimHistory, "standing" | "knownReversals" | "origins"> {
  const byId = new Map(rows.map((row) => [row.posting_id, row]));
  const retracted = new Set<number>();
  for (const row of rows) {
    const target = byId.get(row.reverses_posting_id ?? 0);
    if (target === undefined || keyOf(target) !== keyOf(row)) continue;
    retracted.add(target.posting_id);
    retracted.add(row.posting_id);
  }
  const standing = new Map<FactKey, StandingPosting>();
  const knownReversals = new Map<FactKey, FactKey>();
  const origins = new Map<number, PostingOrigin>();
  for (const row of rows) {
    if (retracted.has(row.posting_id)) continue;
    const key = keyOf(row);
    standing.set(key, { postingId: row.posting_id, key, transfers: row.transfers });
    origins.set(row.posting_id, {
      on: row.on_date,
      remittanceId: row.remittance_id ?? undefined,
      remittanceClaimNumber: row.remittance_claim_number ?? undefined,
      transactionSetId: row.transaction_set_id ?? undefined,
      segmentFrom: row.segment_from ?? undefined,
      segmentTo: row.segment_to ?? undefined,
    });
    const target = byId.get(row.reverses_posting_id ?? 0);
    if (target !== undefined) knownReversals.set(key, keyOf(target));
  }
  return { standing, knownReversals, origins };
}
