import { z } from "zod";
import { centsSchema, dateSchema } from "../../masters/answer-schemas.ts";
import { cardGatewayNames, cardPaymentStates, cardRefundStates } from "./card-payment.ts";

const optional = z.string().nullable();

/** Which gateway takes cards, and the cards that it has for trying. */
export const cardGatewaySchema = z.object({
  gateway: z.enum(cardGatewayNames),
  revision: z.int(),
  cards: z.array(
    z.object({ token: z.string(), brand: z.string(), lastFour: z.string(), does: z.string() }),
  ),
});
export type CardGatewayAnswer = z.infer<typeof cardGatewaySchema>;

/** A payment by card: asked of the gateway, and what became of it. */
export const cardPaymentSchema = z.object({
  id: z.int(),
  account: z.string(),
  askedOn: dateSchema,
  askedBy: z.string(),
  cents: centsSchema,
  brand: optional,
  lastFour: optional,
  state: z.enum(cardPaymentStates),
  code: optional,
  patientPaymentId: z.int().nullable(),
  receipt: optional,
  /** What went back to the card or is on its way, and how far it is. */
  backCents: centsSchema,
  backState: z.enum([...cardRefundStates, "asked", "charged-back"]).nullable(),
  /** The deposit of the gateway that has it. */
  settlement: optional,
});
export type CardPaymentRow = z.infer<typeof cardPaymentSchema>;

/** How a charge stands when it is answered; `pending` is asked after by a job. */
export const chargedSchema = z.object({
  id: z.int(),
  state: z.enum(cardPaymentStates),
  code: optional,
  patientPaymentId: z.int().nullable(),
});
export type ChargedAnswer = z.infer<typeof chargedSchema>;

/** A deposit of the gateway. */
export const cardSettlementSchema = z.object({
  id: z.int(),
  number: z.string(),
  on: dateSchema,
  grossCents: centsSchema,
  feeCents: centsSchema,
  netCents: centsSchema,
  charges: z.int(),
});
export type CardSettlementRow = z.infer<typeof cardSettlementSchema>;
