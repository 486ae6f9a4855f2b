/** Why a gateway charges nothing, in our own codes; a gateway's own are mapped to them. */
export const declineCodes = [
  "insufficient-funds",
  "card-expired",
  "lost-or-stolen",
  "security-code-wrong",
  "do-not-honor",
  "card-unknown",
  /** Nothing under this key is charged any more. */
  "closed",
] as const;
export type DeclineCode = (typeof declineCodes)[number];

/** Why nothing goes back to a card. */
export const refundDeclineCodes = ["charge-unknown", "beyond-charge", "card-closed"] as const;
export type RefundDeclineCode = (typeof refundDeclineCodes)[number];

/** What a gateway tells of a card: never its number (PCI DSS 3.3). */
export type CardFace = { readonly brand: string; readonly lastFour: string };

/** A wish to charge a card. The gateway charges once per key, however often it is told. */
export type ChargeWanted = {
  readonly key: string;
  /** What the gateway gave the browser for the card. */
  readonly token: string;
  readonly cents: number;
};

/**
 * What became of a charge. `processing` is known and not decided; `unknown` is a key that the gateway has
 * not heard of; `no-answer` tells nothing: the card may have been charged.
 */
export type ChargeAnswer =
  | ({ readonly is: "approved"; readonly reference: string } & CardFace)
  | ({ readonly is: "declined"; readonly code: DeclineCode } & Partial<CardFace>)
  | { readonly is: "processing" }
  | { readonly is: "unknown" }
  | { readonly is: "no-answer" };

/** A wish to give money back to a card, once per key. */
export type CardRefundWanted = {
  readonly key: string;
  /** The gateway's reference of the charge. */
  readonly charge: string;
  readonly cents: number;
};

export type CardRefundAnswer =
  | { readonly is: "approved"; readonly reference: string }
  | { readonly is: "declined"; readonly code: RefundDeclineCode }
  | { readonly is: "no-answer" };

/** One line of a settlement, by the gateway's references. What goes back is below zero. */
export type SettlementEntry = {
  readonly kind: "charge" | "refund" | "chargeback";
  readonly reference: string;
  readonly cents: number;
};

/** A deposit of a gateway: the sum of its entries less the fee goes to the bank. */
export type Settlement = {
  readonly number: string;
  readonly on: string;
  readonly feeCents: number;
  readonly entries: readonly SettlementEntry[];
};

/**
 * What stands between us and cards. An implementation talks to its gateway and nothing else: it never
 * touches the books, and it answers `no-answer` instead of throwing where it does not know what happened.
 */
export type CardGateway = {
  readonly name: string;
  charge(wanted: ChargeWanted): Promise<ChargeAnswer>;
  /** What became of a key. */
  lookUp(key: string): Promise<ChargeAnswer>;
  /**
   * Makes sure that nothing is charged under a key any more, if nothing was: a charge that is still on its
   * way is then declined as `closed`. Answers what stands.
   */
  closeKey(key: string): Promise<ChargeAnswer>;
  /** Gives money of a charge back: before its settlement as a void, after it as a refund. */
  refund(wanted: CardRefundWanted): Promise<CardRefundAnswer>;
  /** The deposits since the one of this number, the oldest first; all of them without a number. */
  settlementsAfter(number: string | undefined, today: string): Promise<readonly Settlement[]>;
};

/** What is done with an answer: it is final, or the gateway is asked again, or its key is closed first. */
export type NextStep =
  | { readonly is: "paid"; readonly reference: string; readonly face: CardFace }
  | {
      readonly is: "declined" | "failed";
      readonly code: DeclineCode;
      readonly face: CardFace | undefined;
    }
  | { readonly is: "ask-again" }
  | { readonly is: "close" };

/** Decides what an answer means for a payment that waits. */
export function decideNextStep(answer: ChargeAnswer): NextStep {
  switch (answer.is) {
    case "approved":
      return { is: "paid", reference: answer.reference, face: faceOf(answer) };
    case "declined": {
      const { code, brand, lastFour } = answer;
      const face = brand && lastFour ? { brand, lastFour } : undefined;
      return { is: code === "closed" ? "failed" : "declined", code, face };
    }
    case "unknown":
      return { is: "close" };
    case "processing":
    case "no-answer":
      return { is: "ask-again" };
  }
}

function faceOf({ brand, lastFour }: CardFace): CardFace {
  return { brand, lastFour };
}

const firstLookUpSeconds = 20;
const longestPauseSeconds = 3600;

/** Seconds until the gateway is asked what became of a payment, after so many times in vain. */
export function lookUpPauseSeconds(lookUps: number): number {
  return Math.min(longestPauseSeconds, firstLookUpSeconds * 2 ** Math.min(lookUps, 10));
}

/** Card data that must never be kept: a token is letters, digits and few of them in a row. */
export function isToken(token: string): boolean {
  return /^[A-Za-z0-9_-]{4,100}$/.test(token) && !/\d{12}/.test(token);
}
