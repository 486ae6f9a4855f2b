import type { AccountKind } from "@headwater/ledger";
import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ProviderAdjustment835 } from "@headwater/x12";
import type { BalanceFault } from "./balance-remittance.ts";

export type RemittanceVerdict =
  | "posted"
  | "recorded"
  | "quarantined"
  | "held"
  | "duplicate"
  | "refused";

/** What identifies a payment, whatever file it comes in. */
export type PaymentKey = {
  readonly originatingCompanyId: string;
  readonly traceNumber: string;
  readonly paidCents: number;
  /** BPR16; absent stays absent. */
  readonly effectiveOn: string | undefined;
  readonly claims: number;
  readonly claimsChargedCents: number;
  readonly payerId: number;
  readonly isPaper: boolean;
};

export type RemittanceRecord = PaymentKey & {
  readonly transactionSetId: number;
  readonly payeeNpi: string | undefined;
  readonly payeeTaxId: string | undefined;
  readonly handlingCode: string;
  readonly paymentMethod: string;
  readonly producedOn: string | undefined;
  readonly claimsPaidCents: number;
  readonly providerAdjustmentCents: number;
  readonly verdict: RemittanceVerdict;
  readonly reasonCode: string | undefined;
  readonly balanceFaults: readonly BalanceFault[];
};

/** Records a payment and returns its id. */
export async function insertRemittance(
  transaction: PracticeTransaction,
  record: RemittanceRecord,
): Promise<number> {
  const { remittance_id: remittanceId } = await transaction.one<{ remittance_id: number }>(sql`
    insert into remittances (practice_id, transaction_set_id, payer_id, payee_npi, payee_tax_id,
      handling_code, payment_method, trace_number, originating_company_id, paid_cents, effective_on,
      produced_on, claims, claims_charged_cents, claims_paid_cents, provider_adjustment_cents, verdict,
      reason_code, balance_faults, is_paper)
    values (${transaction.practiceId}, ${record.transactionSetId}, ${record.payerId},
      ${record.payeeNpi ?? null}, ${record.payeeTaxId ?? null}, ${record.handlingCode},
      ${record.paymentMethod}, ${record.traceNumber}, ${record.originatingCompanyId},
      ${record.paidCents}, ${record.effectiveOn ?? null}, ${record.producedOn ?? null},
      ${record.claims}, ${record.claimsChargedCents}, ${record.claimsPaidCents},
      ${record.providerAdjustmentCents}, ${record.verdict}, ${record.reasonCode ?? null},
      ${JSON.stringify(record.balanceFaults)}::jsonb, ${record.isPaper})
    returning remittance_id`);
  return remittanceId;
}

/** The reason of a set that was posted although it does not add up. */
export const outOfBalanceApproved = "OUT_OF_BALANCE_APPROVED";

/**
 * Whether the payment is known: the same one with the same content, or its trace number with other
 * content. Only what was posted, recorded or is held counts; a quarantined one moved nothing and its
 * balanced re-issue may post. Where two people posted the one that did not add up, another issue of it
 * is other content. Paper does not tell TRN03: what was typed from it and what the payer sent are the
 * same payer's payment by their number.
 */
export async function knownPayment(
  transaction: PracticeTransaction,
  key: PaymentKey,
  exceptRemittanceId = 0,
): Promise<"same" | "other-content" | undefined> {
  const rows = await transaction.query<{ is_same: boolean; verdict: string }>(sql`
    select verdict, paid_cents = ${key.paidCents}
        and effective_on is not distinct from ${key.effectiveOn ?? null}::date
        and claims = ${key.claims} and claims_charged_cents = ${key.claimsChargedCents}
        and reason_code is distinct from ${outOfBalanceApproved} as is_same
    from remittances
    where practice_id = ${transaction.practiceId} and trace_number = ${key.traceNumber}
      and ${ofSamePayer(key)}
      and remittance_id <> ${exceptRemittanceId}
      and verdict in ('posted', 'recorded', 'held')`);
  if (rows.some((row) => row.is_same)) return "same";
  return rows.some((row) => row.verdict === "posted") ? "other-content" : undefined;
}

function ofSamePayer({ originatingCompanyId, payerId, isPaper }: PaymentKey): Sql {
  return sql`(originating_company_id = ${originatingCompanyId}
    or payer_id = ${payerId} and (is_paper or ${isPaper}))`;
}

/** Whether a payment of this trace, amount and date is posted, whatever claims it named. */
export async function isPaymentPosted(
  transaction: PracticeTransaction,
  key: PaymentKey,
): Promise<boolean> {
  const rows = await transaction.query(sql`
    select from remittances
    where practice_id = ${transaction.practiceId} and trace_number = ${key.traceNumber}
      and ${ofSamePayer(key)} and paid_cents = ${key.paidCents}
      and effective_on is not distinct from ${key.effectiveOn ?? null}::date
      and verdict = 'posted'`);
  return rows.length > 0;
}

/** Whether one of the payee's numbers is one of ours; a payee without numbers contradicts nothing. */
export async function isPayeeOurs(
  transaction: PracticeTransaction,
  identifiers: readonly (string | undefined)[],
): Promise<boolean> {
  const stated = identifiers.flatMap(
    (identifier) => identifier?.replace(/[^0-9A-Za-z]/g, "") || [],
  );
  if (stated.length === 0) return true;
  const rows = await transaction.query(sql`
    select from payees where practice_id = ${transaction.practiceId}
      and identifier = any (${stated}::text[]) limit 1`);
  return rows.length > 0;
}

/** A provider adjustment with the account it moves. */
export type RecordedProviderAdjustment = {
  readonly adjustment: ProviderAdjustment835;
  readonly account: AccountKind;
};

/** Records the provider adjustments of a remittance, numbered in their order. */
export async function insertProviderAdjustments(
  transaction: PracticeTransaction,
  remittanceId: number,
  adjustments: readonly RecordedProviderAdjustment[],
): Promise<void> {
  if (adjustments.length === 0) return;
  await transaction.bulkInsert({
    table: "provider_adjustments",
    columns: [
      "practice_id",
      "remittance_id",
      "adjustment_number",
      "provider_id",
      "fiscal_period_end",
      "reason_code",
      "reference_id",
      "cents",
      "account_kind",
      "segment_from",
      "segment_to",
    ],
    rows: adjustments.map(({ adjustment, account }, index) => [
      transaction.practiceId,
      remittanceId,
      index + 1,
      adjustment.providerId,
      adjustment.fiscalPeriodEnd,
      adjustment.reasonCode,
      adjustment.referenceId,
      adjustment.cents,
      account,
      adjustment.range.segmentFrom,
      adjustment.range.segmentTo,
    ]),
  });
}
