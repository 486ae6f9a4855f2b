import type { AllocationWish } from "../../books/patient-payment/allocate-payment.ts";
import type { PaymentPlace } from "../../books/patient-payment/patient-payment.ts";

/** Where a payment by card stands. `failed` is one of which the gateway never heard. */
export const cardPaymentStates = ["pending", "paid", "declined", "failed"] as const;
export type CardPaymentState = (typeof cardPaymentStates)[number];

/** Where money stands that goes back to a card. */
export const cardRefundStates = ["pending", "done", "declined"] as const;
export type CardRefundState = (typeof cardRefundStates)[number];

/** The gateways that a practice may choose. */
export const cardGatewayNames = ["test", "none"] as const;
export type CardGatewayName = (typeof cardGatewayNames)[number];

/** A wish to pay on an account by card; the same key is the same wish. */
export type CardPaymentWanted = {
  readonly key: string;
  readonly token: string;
  readonly cents: number;
  readonly place: PaymentPlace;
  readonly wish: AllocationWish;
};

export type CardRefusal =
  | "account_unknown"
  | "no_card_gateway"
  | "card_token_invalid"
  /** Another payment was asked for by this key. */
  | "card_key_reused"
  | "card_payment_unknown"
  | "card_not_paid"
  /** More than what of the payment has not gone back yet. */
  | "card_refund_beyond_payment"
  | "approval_waiting"
  /** A deposit of the gateway names what is not on file here. */
  | "card_settlement_unknown_entry";

export type CardRefused = { readonly is: "refused"; readonly code: CardRefusal };
export const cardRefused = (code: CardRefusal): CardRefused => ({ is: "refused", code });
