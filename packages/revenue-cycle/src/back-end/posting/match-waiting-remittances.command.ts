import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadAccounts } from "../../books/account/account.store.ts";
import { closedMonths, lockBooks, lookUpByKeys } from "../../books/period/period.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork } from "../../work/work-item/work-item.store.ts";
import { truncatedNumberLength } from "../remittance/match-claim.ts";
import { isPayeeOurs, knownPayment } from "../remittance/remittance.store.ts";
import { readStoredClaims, type StoredClaimRow } from "./load-remittance-claims.store.ts";
import { matchIncoming } from "./match-incoming.store.ts";
import { type PostingScope, postClaims } from "./post-claims.command.ts";
import { postProviderAdjustments } from "./post-provider-adjustments.command.ts";
import type { IncomingClaim } from "./posting.ts";
import { postingFacts } from "./posting-facts.store.ts";

/** How many waiting claims are decided and written at once. */
const chunkClaims = 2000;

/** What the arrival of claims set free. */
export type MatchedWaiting = {
  /** Remittances that were held and now posted. */
  readonly remittances: number;
  /** Remittance claims that left suspense. */
  readonly claims: number;
};

/**
 * Posts what waited for claims: remittances of which none was known, claims in suspense, patients'
 * payments; and decides again what changed with them: claims replaced, withdrawn or sent to another
 * payer. Give it every claim that was added or changed, as the last thing in their transaction. The
 * books end as if everything had come in the other order.
 */
export async function matchWaitingRemittances(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<MatchedWaiting> {
  if (claimIds.length === 0) return { remittances: 0, claims: 0 };
  await lockBooks(transaction);
  await lookUpByKeys(transaction);
  const facts = await postingFacts();
  const accounts = await loadAccounts(transaction);
  const scope = { books: { accounts, closedMonths: await closedMonths(transaction) }, facts };
  await takePatientPayments(transaction, claimIds);
  const waiting = await findWaiting(transaction, claimIds);
  const suspended = waiting.filter((row) => row.verdict === "posted");
  for (let start = 0; start < suspended.length; start += chunkClaims) {
    const rows = suspended.slice(start, start + chunkClaims);
    await postClaims(transaction, scope, { incoming: await readIncoming(transaction, rows) });
  }
  const held = waiting.filter((row) => row.verdict === "held");
  let remittances = 0;
  for (const rows of groupByRemittance(held)) {
    if (await postHeld(transaction, scope, rows)) remittances += 1;
  }
  await rematch(transaction, scope, claimIds);
  await replay(transaction, scope, claimIds);
  return { remittances, claims: suspended.length };
}

type WaitingRow = StoredClaimRow & {
  verdict: string;
  effective_on: string;
  trace_number: string;
  payer_id: number;
  transaction_set_id: number;
  was_suspended: boolean;
};

const waitingColumns = sql`rc.*, r.verdict, r.trace_number, r.payer_id, r.transaction_set_id,
  coalesce(r.effective_on, r.produced_on, r.recorded_at::date) as effective_on,
  r.verdict = 'posted' and rc.paid_cents <> 0 as was_suspended`;

/** Unmatched remittance claims that one of these claims may answer to. */
async function findWaiting(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<WaitingRow[]> {
  const { practiceId } = transaction;
  const isAnyWaiting = await transaction.query(sql`
    select from remittance_claims where practice_id = ${practiceId} and claim_id is null limit 1`);
  if (isAnyWaiting.length === 0) return [];
  const claims = await transaction.query<{ key: string; payer_number: string | null }>(sql`
    select control_number_key as key, payer_claim_control_number as payer_number from claims
    where practice_id = ${practiceId} and claim_id = any (${[...claimIds]}::bigint[])`);
  const keys = new Set(claims.map(({ key }) => key));
  for (const { key } of claims) {
    for (let length = truncatedNumberLength; length < key.length; length += 1) {
      keys.add(key.slice(0, length));
    }
  }
  const payerNumbers = claims.flatMap((claim) => claim.payer_number ?? []);
  return transaction.query<WaitingRow>(sql`
    select ${waitingColumns}
    from (
      select remittance_id, claim_number from remittance_claims
      where practice_id = ${practiceId} and claim_id is null
        and control_number_key = any (${[...keys]}::text[])
      union
      select remittance_id, claim_number from remittance_claims
      where practice_id = ${practiceId} and claim_id is null
        and payer_claim_control_number = any (${payerNumbers}::text[])) as found
    join remittance_claims rc on rc.practice_id = ${practiceId}
      and rc.remittance_id = found.remittance_id and rc.claim_number = found.claim_number
    join remittances r on r.practice_id = rc.practice_id and r.remittance_id = rc.remittance_id
    where r.verdict = 'posted'
      or r.verdict = 'held' and r.reason_code in ('NO_CLAIM_KNOWN', 'PAYEE_UNKNOWN')
    order by rc.remittance_id, rc.claim_number`);
}

/**
 * Looks again at remittance claims that were taken for another version of a number of these claims: the
 * one that they mean may have come just now. What they moved is taken back there and posted here.
 */
async function rematch(
  transaction: PracticeTransaction,
  scope: PostingScope,
  claimIds: readonly number[],
): Promise<void> {
  const rows = await takenForOthers(transaction, claimIds);
  if (rows.length === 0) return;
  const incoming = await readIncoming(transaction, rows);
  const { matches } = await matchIncoming(transaction, incoming);
  const takenFor = new Set<number>();
  const moved = incoming.filter((item, index) => {
    const match = matches.get(item);
    const from = rows[index]?.claim_id;
    if (match?.is !== "matched" || from === match.claimId) return false;
    if (from !== null && from !== undefined) takenFor.add(from);
    return true;
  });
  if (moved.length === 0) return;
  await transaction.bulkUpdate({
    table: "remittance_claims",
    key: ["practice_id", "remittance_id", "claim_number"],
    columns: ["claim_id"],
    rows: moved.map((item) => [
      transaction.practiceId,
      item.remittanceId,
      item.claim.number,
      undefined,
    ]),
  });
  await forgetPayerNumbers(transaction, [...takenFor], moved);
  await postClaims(transaction, scope, { incoming: moved, replayed: [...takenFor] });
}

/** Payers' numbers that claims had only from remittance claims which did not mean them. */
async function forgetPayerNumbers(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
  moved: readonly IncomingClaim[],
): Promise<void> {
  const numbers = moved.flatMap(({ claim }) => claim.payerClaimControlNumber ?? []);
  await transaction.execute(sql`
    update claims c set payer_claim_control_number = null, revision = c.revision + 1
    where c.practice_id = ${transaction.practiceId} and c.claim_id = any (${claimIds}::bigint[])
      and c.payer_claim_control_number = any (${numbers}::text[])
      and not exists (select from claim_acknowledgments a
        where a.practice_id = c.practice_id and a.claim_id = c.claim_id
          and a.payer_claim_control_number = c.payer_claim_control_number)`);
}

/** Posted remittance claims that are matched to other claims of the numbers of these. */
async function takenForOthers(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<WaitingRow[]> {
  const { practiceId } = transaction;
  const isAnyMatched = await transaction.query(sql`
    select from remittance_claims where practice_id = ${practiceId} limit 1`);
  if (isAnyMatched.length === 0) return [];
  return transaction.query<WaitingRow>(sql`
    select rc.*, r.verdict, r.trace_number, r.payer_id, r.transaction_set_id,
      coalesce(r.effective_on, r.produced_on, r.recorded_at::date) as effective_on,
      exists (select from postings p where p.practice_id = ${practiceId}
        and p.remittance_id = rc.remittance_id and p.remittance_claim_number = rc.claim_number
        and p.kind = 'suspense') as was_suspended
    from (
      select distinct other.claim_id
      from claims arrived
      join claims other on other.practice_id = ${practiceId}
        and other.control_number_key = arrived.control_number_key
        and other.claim_id <> arrived.claim_id
      where arrived.practice_id = ${practiceId}
        and arrived.claim_id = any (${[...claimIds]}::bigint[])) others
    join remittance_claims rc on rc.practice_id = ${practiceId} and rc.claim_id = others.claim_id
    join remittances r on r.practice_id = ${practiceId} and r.remittance_id = rc.remittance_id
    where r.verdict = 'posted'
    order by rc.remittance_id, rc.claim_number`);
}

async function readIncoming(
  transaction: PracticeTransaction,
  rows: readonly WaitingRow[],
): Promise<IncomingClaim[]> {
  const claims = await readStoredClaims(transaction, rows);
  return rows.flatMap((row, index) => {
    const claim = claims[index];
    if (claim === undefined) return [];
    return [
      {
        remittanceId: row.remittance_id,
        transactionSetId: row.transaction_set_id,
        effectiveOn: row.effective_on,
        traceNumber: row.trace_number,
        payerId: row.payer_id,
        isStored: true,
        isInSuspense: row.was_suspended,
        claim,
      },
    ];
  });
}

function groupByRemittance(rows: readonly WaitingRow[]): WaitingRow[][] {
  const groups = new Map<number, WaitingRow[]>();
  for (const row of rows) {
    const group = groups.get(row.remittance_id);
    if (group === undefined) groups.set(row.remittance_id, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

type HeldRemittance = {
  remittance_id: number;
  transaction_set_id: number;
  trace_number: string;
  originating_company_id: string;
  paid_cents: number;
  effective_on: string | null;
  posted_on: string;
  claims: number;
  claims_charged_cents: number;
  payee_npi: string | null;
  payee_tax_id: string | null;
};

/** Posts a held remittance whole, once one of its claims is known for certain. */
async function postHeld(
  transaction: PracticeTransaction,
  scope: PostingScope,
  rows: readonly WaitingRow[],
): Promise<boolean> {
  const remittanceId = rows[0]?.remittance_id ?? 0;
  const held = await transaction.one<HeldRemittance>(sql`
    select remittance_id, transaction_set_id, trace_number, originating_company_id, paid_cents,
      effective_on, coalesce(effective_on, produced_on, recorded_at::date) as posted_on, claims,
      claims_charged_cents, payee_npi, payee_tax_id
    from remittances
    where practice_id = ${transaction.practiceId} and remittance_id = ${remittanceId}`);
  const payee = [held.payee_npi ?? undefined, held.payee_tax_id ?? undefined];
  if (!(await isPayeeOurs(transaction, payee))) return false;
  const { matches } = await matchIncoming(transaction, await readIncoming(transaction, rows));
  if (![...matches.values()].some((match) => match.is === "matched")) return false;
  const known = await knownPayment(transaction, paymentKeyOf(held), remittanceId);
  if (known !== undefined) {
    const verdict = known === "same" ? "duplicate" : "held";
    const reason = known === "same" ? "PAYMENT_ALREADY_POSTED" : "TRACE_WITH_OTHER_CONTENT";
    await changeVerdict(transaction, held, { verdict, reasonCode: reason });
    return false;
  }
  await changeVerdict(transaction, held, { verdict: "posted", reasonCode: null });
  for (let after = 0; ; ) {
    const next = await nextClaims(transaction, remittanceId, after);
    if (next.length === 0) break;
    await postClaims(transaction, scope, { incoming: await readIncoming(transaction, next) });
    after = next.at(-1)?.claim_number ?? after;
  }
  const { transaction_set_id: transactionSetId, posted_on: effectiveOn } = held;
  await postProviderAdjustments(transaction, scope, {
    remittanceId,
    transactionSetId,
    effectiveOn,
  });
  return true;
}

function paymentKeyOf(held: HeldRemittance) {
  return {
    originatingCompanyId: held.originating_company_id,
    traceNumber: held.trace_number,
    paidCents: held.paid_cents,
    effectiveOn: held.effective_on ?? undefined,
    claims: held.claims,
    claimsChargedCents: held.claims_charged_cents,
  };
}

async function changeVerdict(
  transaction: PracticeTransaction,
  held: HeldRemittance,
  {
    verdict,
    reasonCode,
  }: {
    readonly verdict: "posted" | "duplicate" | "held";
    readonly reasonCode: string | null;
  },
): Promise<void> {
  const { practiceId } = transaction;
  const { remittance_id: remittanceId, transaction_set_id: transactionSetId } = held;
  await transaction.execute(sql`
    update remittances set verdict = ${verdict}, reason_code = ${reasonCode}
    where practice_id = ${practiceId} and remittance_id = ${remittanceId}`);
  await transaction.execute(sql`
    update transaction_sets set verdict = ${verdict}, reason_code = ${reasonCode}, reason = null
    where practice_id = ${practiceId} and transaction_set_id = ${transactionSetId}`);
  await appendEvents(transaction, [
    {
      kind: `remittance-${verdict}`,
      subjectKind: "remittance",
      subjectId: remittanceId,
      change: { verdict, reasonCode, verdictBefore: "held" },
      effectiveOn: held.posted_on,
      transactionSetId,
    },
  ]);
  if (verdict !== "held") {
    await closeWork(transaction, "remittance-held", [`remittance:${remittanceId}`]);
  }
}

/** The next claims of a remittance, which has just changed to posted but moved nothing yet. */
function nextClaims(
  transaction: PracticeTransaction,
  remittanceId: number,
  after: number,
): Promise<WaitingRow[]> {
  return transaction
    .query<WaitingRow>(sql`
      select ${waitingColumns}
      from remittance_claims rc join remittances r using (practice_id, remittance_id)
      where rc.practice_id = ${transaction.practiceId} and rc.remittance_id = ${remittanceId}
        and rc.claim_number > ${after}
      order by rc.claim_number limit ${chunkClaims}`)
    .then((rows) => rows.map((row) => ({ ...row, was_suspended: false })));
}

/** Gives payments of patients that waited in unapplied cash to the claims they name. */
async function takePatientPayments(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<void> {
  const { practiceId } = transaction;
  const taken = await transaction.query<{ patient_payment_id: number }>(sql`
    update patient_payments payment set claim_id = claim.claim_id
    from claims claim
    where payment.practice_id = ${practiceId} and payment.claim_id is null
      and claim.practice_id = ${practiceId} and claim.control_number_key = payment.control_number_key
      and claim.claim_id = any (${[...claimIds]}::bigint[]) and claim.state not in ('replaced', 'void')
    returning payment.patient_payment_id`);
  await closeWork(
    transaction,
    "patient-payment-unmatched",
    taken.map((row) => `patient-payment:${row.patient_payment_id}`),
  );
}

/** Decides again the claims among these, and those they replaced, that already have a history. */
async function replay(
  transaction: PracticeTransaction,
  scope: PostingScope,
  claimIds: readonly number[],
): Promise<void> {
  const { practiceId } = transaction;
  const rows = await transaction.query<{ claim_id: number }>(sql`
    with touched as (
      select claim_id, replaces_claim_id from claims
      where practice_id = ${practiceId} and claim_id = any (${[...claimIds]}::bigint[]))
    select c.claim_id from claims c
    where c.practice_id = ${practiceId}
      and c.claim_id in (select claim_id from touched union select replaces_claim_id from touched)
      and (c.state in ('replaced', 'void')
        or exists (select from remittance_claims rc join remittances r using (practice_id, remittance_id)
          where rc.practice_id = c.practice_id and rc.claim_id = c.claim_id and r.verdict = 'posted')
        or exists (select from patient_payments p
          where p.practice_id = c.practice_id and p.control_number_key = c.control_number_key
            and p.claim_id = c.claim_id))
    order by c.claim_id`);
  const ids = rows.map((row) => row.claim_id);
  for (let start = 0; start < ids.length; start += chunkClaims) {
    await postClaims(transaction, scope, {
      incoming: [],
      replayed: ids.slice(start, start + chunkClaims),
    });
  }
}
