import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { WritableClaim } from "@headwater/x12";
import { loadAccounts } from "../../books/account/account.store.ts";
import { claimCoverage } from "../../mid-cycle/claim/build-claim.ts";
import { loadInsuredPatient } from "../../mid-cycle/claim/claim-sources.store.ts";
import { claimFamilies } from "../posting/claim-family.store.ts";
import type { ClaimDecision } from "../posting/decide-posting.ts";
import { type LoadedClaim, loadClaims } from "../posting/load-claims.store.ts";
import { loadHistories, noHistory } from "../posting/load-history.store.ts";
import { planClaim } from "../posting/plan-claim.ts";
import { noInheritance } from "../posting/posting.ts";
import type { RegisteredCoverage } from "./order-payers.ts";
import { type PriorAdjudication, priorAdjudications } from "./prior-adjudication.ts";

/** A claim with what its payers answered so far. */
export type AnsweredClaim = {
  readonly claim: LoadedClaim;
  readonly decision: ClaimDecision;
  readonly prior: readonly PriorAdjudication[];
};

/** Decides a claim as the books have it; with `change` nobody else changes it meanwhile. */
export async function loadAnsweredClaim(
  transaction: PracticeTransaction,
  claimId: number,
  lock: "read" | "change",
): Promise<AnsweredClaim | undefined> {
  const claims = await loadClaims(transaction, [claimId], lock);
  const loaded = claims.get(claimId);
  if (loaded === undefined) return undefined;
  const isReplaced = loaded.replacedById !== undefined;
  const families = isReplaced ? await claimFamilies(transaction, claims, [claimId]) : undefined;
  const claim = { ...loaded, isSucceeded: families?.successorOf.has(claimId) ?? false };
  const accounts = await loadAccounts(transaction);
  const histories = await loadHistories(transaction, accounts, [claimId]);
  const history = histories.get(claimId) ?? noHistory;
  // Answers to a version before are another claim's: only its own are told to the next payer.
  const { decision } = planClaim(claim, history, { incoming: [], inheritance: noInheritance });
  return { claim, decision, prior: priorAdjudications(decision, claim) };
}

/** A claim to a next payer that is made and not sent yet, or was sent. */
export type StoredSending = {
  readonly sendingNumber: number;
  readonly payerRank: number;
  readonly form: "electronic" | "paper";
  readonly state: "draft" | "ready" | "sent";
  readonly madeOn: string;
  readonly sentOn: string | null;
  readonly content: WritableClaim;
};

/** The claim to a next payer that was made last and stands. */
export async function lastSending(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<StoredSending | undefined> {
  return transaction.maybeOne<StoredSending>(sql`
    select sending_number as "sendingNumber", payer_rank as "payerRank", form, state,
      made_on as "madeOn", sent_on as "sentOn", content
    from next_payer_claims
    where practice_id = ${transaction.practiceId} and claim_id = ${claimId} and state <> 'withdrawn'
    order by sending_number desc limit 1`);
}

export type SendingToInsert = Pick<StoredSending, "payerRank" | "form" | "content" | "madeOn"> & {
  readonly claimId: number;
  readonly payerId: number;
  readonly state: "draft" | "ready";
};

/** Enters a claim to a next payer in the place of one that was not sent. Returns its number. */
export async function insertSending(
  transaction: PracticeTransaction,
  sending: SendingToInsert,
): Promise<number> {
  const { practiceId, actor } = transaction;
  const { claimId } = sending;
  await withdrawSending(transaction, claimId);
  const { number } = await transaction.one<{ number: number }>(sql`
    insert into next_payer_claims (practice_id, claim_id, sending_number, payer_rank, payer_id, form,
      state, content, made_on, made_by)
    select ${practiceId}, ${claimId}, coalesce(max(sending_number), 0) + 1, ${sending.payerRank},
      ${sending.payerId}, ${sending.form}, ${sending.state}, ${JSON.stringify(sending.content)}::jsonb,
      ${sending.madeOn}, ${actor}
    from next_payer_claims where practice_id = ${practiceId} and claim_id = ${claimId}
    returning sending_number as number`);
  return number;
}

/** Withdraws what was made and not sent; one that is in a batch stays. Returns whether there was one. */
export async function withdrawSending(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<boolean> {
  const withdrawn = await transaction.execute(sql`
    update next_payer_claims n set state = 'withdrawn'
    where n.practice_id = ${transaction.practiceId} and n.claim_id = ${claimId}
      and n.state in ('draft', 'ready')
      and not exists (select from claim_batch_claims b where b.practice_id = n.practice_id
        and b.claim_id = n.claim_id and b.sending_number = n.sending_number)`);
  return withdrawn > 0;
}

/** Whether a claim to a next payer has its bytes fixed in a batch and waits to be handed over. */
export async function isSendingInBatch(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<boolean> {
  const row = await transaction.maybeOne(sql`
    select 1 as found from next_payer_claims n
    join claim_batch_claims b on b.practice_id = n.practice_id and b.claim_id = n.claim_id
      and b.sending_number = n.sending_number
    where n.practice_id = ${transaction.practiceId} and n.claim_id = ${claimId}
      and n.state in ('draft', 'ready')`);
  return row !== undefined;
}

/** Names what the claim goes by: its patient, its day, when its payer got it. */
export type ClaimPlace = {
  readonly patientId: number;
  readonly kind: string;
  readonly serviceFrom: string | null;
  readonly billedOn: string | null;
  readonly payer: string;
  /** The last sending to a next payer was rejected, which is open work. */
  readonly isRejected: boolean;
};

/** Where a claim stands on its way from payer to payer. */
export async function findClaimPlace(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<ClaimPlace | undefined> {
  return transaction.maybeOne<ClaimPlace>(sql`
    select c.patient_id as "patientId", c.kind, c.service_from as "serviceFrom", p.name as payer,
      exists (select from work_items w where w.practice_id = c.practice_id
        and w.kind = 'next-payer-rejection' and w.state = 'open'
        and w.need_key = 'claim:' || c.claim_id) as "isRejected",
      greatest(
        (select max(s.submitted_on) from claim_submissions s
          where s.practice_id = c.practice_id and s.claim_id = c.claim_id
            and s.coverage_sequence = c.coverage_sequence),
        (select max(n.sent_on) from next_payer_claims n
          where n.practice_id = c.practice_id and n.claim_id = c.claim_id
            and n.content -> 'coverage' ->> 'sequence' = c.coverage_sequence)) as "billedOn"
    from claims c join payers p on p.practice_id = c.practice_id and p.payer_id = c.payer_id
    where c.practice_id = ${transaction.practiceId} and c.claim_id = ${claimId}`);
}

/** The coverages of a patient's record that hold on a day, as a claim would name them. */
export async function registeredCoverages(
  transaction: PracticeTransaction,
  patientId: number,
  on: string | null,
): Promise<RegisteredCoverage[]> {
  if (on === null) return [];
  const insured = await loadInsuredPatient(transaction, patientId, on);
  if (insured === undefined) return [];
  const { patient, coverages } = insured;
  return coverages.map((coverage, order) => ({
    order,
    coverage: claimCoverage(coverage, order, { patient }),
  }));
}

export type NamedPayerInOrder = { readonly sequence: string; readonly name: string };

/**
 * Payers of a claim that only a file tells of, by name: those that claims of the patient named, in the
 * order in which they are asked.
 */
export async function namedPayers(
  transaction: PracticeTransaction,
  patientId: number,
  claimId: number,
): Promise<NamedPayerInOrder[]> {
  return transaction.query<NamedPayerInOrder>(sql`
    select distinct on (sequence) sequence, payer_name as name from named_coverages
    where practice_id = ${transaction.practiceId} and patient_id = ${patientId}
    order by sequence, claim_id = ${claimId} desc, claim_id desc`);
}

/** Says that nobody after the payer of this rank is asked, or that the next one is after all. */
export async function setLastPayer(
  transaction: PracticeTransaction,
  claimId: number,
  rank: number | undefined,
): Promise<void> {
  await transaction.execute(sql`
    update claims set last_payer_rank = ${rank ?? null}, revision = revision + 1
    where practice_id = ${transaction.practiceId} and claim_id = ${claimId}
      and last_payer_rank is distinct from ${rank ?? null}`);
}
