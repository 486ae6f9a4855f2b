import type { CardFace, DeclineCode, RefundDeclineCode } from "./card-gateway.ts";

/** How the test gateway treats a card. */
export type TestCard = {
  readonly token: string;
  readonly face: CardFace;
  readonly declines?: DeclineCode;
  /** Charges, and the first answer is lost. */
  readonly losesAnswer?: true;
  /** The first request is lost before it arrives. */
  readonly losesRequest?: true;
  /** Charges, and says for that long that it is still at it. */
  readonly lateSeconds?: number;
  /** The card's holder disputes the charge once it is settled. */
  readonly isDisputed?: true;
  readonly refundDeclines?: RefundDeclineCode;
  /** Gives money back, and the first answer is lost. */
  readonly losesRefundAnswer?: true;
};

const visa = { brand: "Visa", lastFour: "4242" };

/** The cards of the test gateway, by token. None of them is anybody's. */
export const testCards: readonly TestCard[] = [
  { token: "tok_visa", face: visa },
  { token: "tok_mastercard", face: { brand: "Mastercard", lastFour: "4444" } },
  { token: "tok_amex", face: { brand: "American Express", lastFour: "8431" } },
  { token: "tok_discover", face: { brand: "Discover", lastFour: "9424" } },
  {
    token: "tok_declined_funds",
    face: { brand: "Visa", lastFour: "9995" },
    declines: "insufficient-funds",
  },
  {
    token: "tok_declined_expired",
    face: { brand: "Visa", lastFour: "0069" },
    declines: "card-expired",
  },
  {
    token: "tok_declined_lost",
    face: { brand: "Visa", lastFour: "9987" },
    declines: "lost-or-stolen",
  },
  {
    token: "tok_declined_code",
    face: { brand: "Visa", lastFour: "0127" },
    declines: "security-code-wrong",
  },
  { token: "tok_declined", face: { brand: "Visa", lastFour: "0002" }, declines: "do-not-honor" },
  { token: "tok_answer_lost", face: { brand: "Visa", lastFour: "0119" }, losesAnswer: true },
  { token: "tok_request_lost", face: { brand: "Visa", lastFour: "0101" }, losesRequest: true },
  { token: "tok_late", face: { brand: "Visa", lastFour: "0077" }, lateSeconds: 5 },
  { token: "tok_disputed", face: { brand: "Visa", lastFour: "0259" }, isDisputed: true },
  {
    token: "tok_refund_declined",
    face: { brand: "Visa", lastFour: "5126" },
    refundDeclines: "card-closed",
  },
  { token: "tok_refund_lost", face: { brand: "Visa", lastFour: "7726" }, losesRefundAnswer: true },
];

const byToken = new Map(testCards.map((card) => [card.token, card]));

/** The card of a token; undefined where there is none. */
export function testCard(token: string): TestCard | undefined {
  return byToken.get(token);
}

/** The card of the last four digits: every test card has its own. */
export function testCardEnding(lastFour: string | null): TestCard | undefined {
  return testCards.find(({ face }) => face.lastFour === lastFour);
}

/** What a test card does, as a code that pages have words for. */
export function doesOf(card: TestCard): string {
  if (card.declines !== undefined) return `declines-${card.declines}`;
  if (card.losesAnswer) return "loses-answer";
  if (card.losesRequest) return "loses-request";
  if (card.lateSeconds !== undefined) return "late";
  if (card.isDisputed) return "disputed";
  if (card.refundDeclines !== undefined) return "refund-declined";
  return card.losesRefundAnswer ? "refund-lost" : "approves";
}

/** What the test gateway keeps of a charge: 2.9 percent, to the nearest cent, and 30 cents. */
export function testFeeCents(cents: number): number {
  return Math.floor((cents * 29 + 500) / 1000) + 30;
}

/** What it keeps of a charge that is disputed. */
export const testDisputeFeeCents = 1500;
