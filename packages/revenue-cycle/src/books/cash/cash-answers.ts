import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";

/**
 * Where money stands on its way from the payer's account into the books: all agree; posted, but the
 * bank has not shown it; at the bank, but no remittance says what for; its remittance waits unposted.
 */
export const cashStates = ["agrees", "no-deposit", "no-remittance", "not-posted"] as const;

export type CashState = (typeof cashStates)[number];

export const cashStateSchema = z.enum(cashStates);

/** What does not agree: all of it, what is posted and not at the bank, what is at the bank and not posted. */
export const unexplainedSchema = z.enum(["1", "not-deposited", "not-posted"]);

export type Unexplained = z.infer<typeof unexplainedSchema>;

export const cashRowSchema = z.object({
  /**
   * A letter and an id: `R` a remittance, `D` a deposit that nothing explains, `S` a card gateway's deposit,
   * `L` a deposit slip, `P` a patient's payment that is on no slip, `B` one that came back after its slip.
   */
  key: z.string(),
  on: dateSchema,
  payer: z.string(),
  traceNumber: z.string(),
  /** BPR04 of the remittance, or the bank's word for the deposit. */
  method: z.string(),
  remittanceId: z.int().nullable(),
  depositId: z.int().nullable(),
  slipId: z.int().nullable(),
  /** The patient's payment, of what is on no slip and of what came back. */
  paymentId: z.int().nullable(),
  bankCents: centsSchema.nullable(),
  /** What a card network kept before the bank: bank and fee are what the payer paid. */
  feeCents: centsSchema,
  remittanceCents: centsSchema.nullable(),
  postedCents: centsSchema,
  /** What the bank has, with the fee kept from it, beyond what is posted; below zero what is posted beyond what the bank has. */
  unexplainedCents: centsSchema,
  /** Days since then, on the practice's business date. */
  ageDays: z.int(),
  state: cashStateSchema,
});

export type CashRow = z.infer<typeof cashRowSchema>;

export const cashTotalsSchema = z.object({
  bankCents: centsSchema,
  feeCents: centsSchema,
  remittanceCents: centsSchema,
  postedCents: centsSchema,
  /** Posted and not yet at the bank. */
  notDepositedCents: centsSchema,
  /** At the bank and not yet posted. */
  notPostedCents: centsSchema,
  /** Newest day on which the bank is known to have shown anything. */
  bankThrough: dateSchema.nullable(),
});

export type CashTotals = z.infer<typeof cashTotalsSchema>;
