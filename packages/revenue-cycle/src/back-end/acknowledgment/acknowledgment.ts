/** What a claim-level status of a 277CA comes to; the closed list of `claim_acknowledgments`. */
export type ClaimAcknowledgmentOutcome =
  | "accepted"
  | "rejected"
  | "on-the-way"
  | "pending"
  | "finalized"
  | "error"
  | "unknown";

/** Where an answer stands. */
export type AnswerSource = {
  readonly transactionSetId: number;
  readonly segmentFrom: number;
  readonly segmentTo: number;
};

/** What a TA1, 999 or 997 says of a set: refused, taken in, or nothing decisive. */
export type SetAnswer = "accepted" | "rejected" | "none";

/**
 * What a code of TA104, AK901 or IK501 says of the set. A TA1 that accepts says nothing of the sets
 * inside; a partial acceptance (AK901 `P`) leaves it to the answers of each set. M, W and X are
 * rejections for reasons of security (X12 715, 717).
 */
export function setAnswerOf(
  kind: "TA1" | "999" | "997" | "277CA",
  code: string,
  isWholeGroup: boolean,
): SetAnswer {
  if (["R", "M", "W", "X"].includes(code)) return "rejected";
  if (kind === "TA1" || isWholeGroup) return "none";
  return code === "A" || code === "E" ? "accepted" : "none";
}
