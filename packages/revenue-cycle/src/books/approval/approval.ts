/** What one person may not move alone. */
export const approvalKinds = ["post-out-of-balance", "write-off", "refund"] as const;

export type ApprovalKind = (typeof approvalKinds)[number];

export const approvalStates = ["waiting", "approved", "refused", "withdrawn"] as const;

export type ApprovalState = (typeof approvalStates)[number];

export type ApprovalRefusal =
  | "approval_unknown"
  | "approval_decided"
  /** Whoever asked may not be the second person. */
  | "approver_is_requester"
  /** A program's token is nobody. */
  | "approver_not_a_person"
  /** The only person of a practice says why he approves what he asked for. */
  | "own_approval_needs_reason";

export type ApprovalQuestion = {
  readonly state: ApprovalState;
  readonly requestedBy: string;
  /** Who would approve, as in events: `user:12`. */
  readonly decider: string;
  /** People besides the decider who could approve. */
  readonly others: number;
  readonly reason: string | undefined;
};

/**
 * Whether somebody may approve what was asked for: a person, and another one than who asked. Only where
 * nobody else could approve may it be the same, with a reason; that is marked.
 */
export function decideApproval(
  question: ApprovalQuestion,
):
  | { readonly is: "approved"; readonly isOwn: boolean }
  | { readonly is: "refused"; readonly code: ApprovalRefusal } {
  const { state, requestedBy, decider, others, reason } = question;
  if (state !== "waiting") return { is: "refused", code: "approval_decided" };
  if (!decider.startsWith("user:")) return { is: "refused", code: "approver_not_a_person" };
  if (requestedBy !== decider) return { is: "approved", isOwn: false };
  if (others > 0) return { is: "refused", code: "approver_is_requester" };
  if (!reason?.trim()) return { is: "refused", code: "own_approval_needs_reason" };
  return { is: "approved", isOwn: true };
}
