import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { closeWork } from "../../work/work-item/work-item.store.ts";
import { isPayeeOurs, isPaymentPosted, knownPayment } from "../remittance/remittance.store.ts";
import { learnCapitation } from "./capitation.command.ts";
import { matchIncoming } from "./match-incoming.store.ts";
import { openPosting } from "./open-posting.command.ts";
import { type PostingScope, postClaims } from "./post-claims.command.ts";
import { postProviderAdjustments } from "./post-provider-adjustments.command.ts";
import { nextClaims, readIncoming, type WaitingRow } from "./waiting-claims.store.ts";

export type HeldRemittance = {
  remittance_id: number;
  transaction_set_id: number;
  trace_number: string;
  originating_company_id: string;
  paid_cents: number;
  effective_on: string | null;
  posted_on: string;
  claims: number;
  claims_charged_cents: number;
  payer_id: number;
  is_paper: boolean;
  handling_code: string;
  payee_npi: string | null;
  payee_tax_id: string | null;
  verdict: string;
  reason_code: string | null;
};

/** Posts a held remittance whole, once one of its claims is known for certain. */
export async function postHeld(
  transaction: PracticeTransaction,
  scope: PostingScope,
  rows: readonly WaitingRow[],
): Promise<boolean> {
  const remittanceId = rows[0]?.remittance_id ?? 0;
  const held = await readHeld(transaction, remittanceId);
  if (held === undefined) return false;
  const payee = [held.payee_npi ?? undefined, held.payee_tax_id ?? undefined];
  if (!(await isPayeeOurs(transaction, payee))) return false;
  const { matches } = await matchIncoming(transaction, await readIncoming(transaction, rows));
  if (![...matches.values()].some((match) => match.is === "matched")) return false;
  return postUnlessKnown(transaction, scope, held);
}

/** Posts a held remittance of provider adjustments alone, once its payee is known as ours. */
export async function postHeldClaimless(
  transaction: PracticeTransaction,
  scope: PostingScope,
  remittanceId: number,
): Promise<boolean> {
  const held = await readHeld(transaction, remittanceId);
  if (held === undefined) return false;
  const payee = [held.payee_npi ?? undefined, held.payee_tax_id ?? undefined];
  if (!(await isPayeeOurs(transaction, payee))) return false;
  return postUnlessKnown(transaction, scope, held);
}

/** Posts it whole, unless its payment or another of its trace number came meanwhile. */
async function postUnlessKnown(
  transaction: PracticeTransaction,
  scope: PostingScope,
  held: HeldRemittance,
): Promise<boolean> {
  const { remittance_id: remittanceId } = held;
  const known = await knownPayment(transaction, paymentKeyOf(held), remittanceId);
  if (known !== undefined) {
    const verdict = known === "same" ? "duplicate" : "held";
    const reason = known === "same" ? "PAYMENT_ALREADY_POSTED" : "TRACE_WITH_OTHER_CONTENT";
    await changeVerdict(transaction, held, { verdict, reasonCode: reason });
    return false;
  }
  await postWhole(transaction, scope, { held });
  return true;
}

/** Why a remittance cannot be posted by a person. */
export type ReleaseRefusal =
  | "remittance_unknown"
  | "remittance_not_held"
  | "payment_already_posted";

/**
 * Posts a held remittance because a person said so: its claims that we know to these, the others to
 * suspense. Who said it stands in the event. The same payment is still posted once only.
 */
export async function releaseRemittance(
  transaction: PracticeTransaction,
  remittanceId: number,
): Promise<{ readonly is: "posted" } | { readonly is: "refused"; readonly code: ReleaseRefusal }> {
  const scope = await openPosting(transaction);
  const held = await readHeld(transaction, remittanceId);
  if (held === undefined) return { is: "refused", code: "remittance_unknown" };
  if (held.verdict !== "held") return { is: "refused", code: "remittance_not_held" };
  const key = paymentKeyOf(held);
  const isKnown =
    (await knownPayment(transaction, key, remittanceId)) === "same" ||
    (await isPaymentPosted(transaction, key));
  if (isKnown) return { is: "refused", code: "payment_already_posted" };
  await postWhole(transaction, scope, { held });
  return { is: "posted" };
}

/** Reads a remittance that waits, and keeps it from changing until the transaction ends. */
export async function readHeld(
  transaction: PracticeTransaction,
  remittanceId: number,
): Promise<HeldRemittance | undefined> {
  return transaction.maybeOne<HeldRemittance>(sql`
    select remittance_id, transaction_set_id, trace_number, originating_company_id, paid_cents,
      effective_on, coalesce(effective_on, produced_on, recorded_at::date) as posted_on, claims,
      claims_charged_cents, payer_id, is_paper, handling_code, payee_npi, payee_tax_id, verdict, reason_code
    from remittances
    where practice_id = ${transaction.practiceId} and remittance_id = ${remittanceId}
    for update`);
}

/** Posts every claim and provider adjustment of a remittance that waited. */
export async function postWhole(
  transaction: PracticeTransaction,
  scope: PostingScope,
  {
    held,
    reasonCode = null,
  }: { readonly held: HeldRemittance; readonly reasonCode?: "OUT_OF_BALANCE_APPROVED" | null },
): Promise<void> {
  const { remittance_id: remittanceId } = held;
  await changeVerdict(transaction, held, { verdict: "posted", reasonCode });
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
  await learnCapitation(transaction, scope, remittanceId);
}

/** What identifies the payment of a remittance that waits. */
export function paymentKeyOf(held: HeldRemittance) {
  return {
    originatingCompanyId: held.originating_company_id,
    traceNumber: held.trace_number,
    paidCents: held.paid_cents,
    effectiveOn: held.effective_on ?? undefined,
    claims: held.claims,
    claimsChargedCents: held.claims_charged_cents,
    payerId: held.payer_id,
    isPaper: held.is_paper,
  };
}

/** Changes what became of a remittance, in its own row and in its set's, and tells it. */
export async function changeVerdict(
  transaction: PracticeTransaction,
  held: HeldRemittance,
  {
    verdict,
    reasonCode,
  }: {
    readonly verdict: "posted" | "duplicate" | "held" | "quarantined" | "refused";
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
      change: { verdict, reasonCode, verdictBefore: held.verdict },
      effectiveOn: held.posted_on,
      transactionSetId,
    },
  ]);
  if (verdict !== "held" && verdict !== "quarantined") {
    await closeWork(transaction, "remittance-held", [`remittance:${remittanceId}`]);
    await closeWork(transaction, "remittance-out-of-balance", [`remittance:${remittanceId}`]);
  }
}
