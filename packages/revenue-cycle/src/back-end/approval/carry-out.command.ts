import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { Approval } from "../../books/approval/approval.store.ts";
import type { ApprovalKind } from "../../books/approval/approval.ts";
import type { CardRefusal } from "../card-payment/card-payment.ts";
import { cardRefundApproved } from "../card-payment/refund-to-card.command.ts";
import { postUnbalanced, type UnbalancedRefusal } from "../posting/post-unbalanced.command.ts";
import { type RefundRefusal, refundApproved } from "../refund/refund.command.ts";
import type { WriteOffRefusal } from "../write-off/decide-write-off.ts";
import { writeOffApproved } from "../write-off/write-off.command.ts";

/** Why what was asked for cannot be done any more. */
export type CarryOutRefusal = UnbalancedRefusal | WriteOffRefusal | RefundRefusal | CardRefusal;

/** Does what was asked for, now that a second person approved it, in the same transaction. */
export async function carryOut(
  transaction: PracticeTransaction,
  approval: Approval,
): Promise<CarryOutRefusal | undefined> {
  return works[approval.kind](transaction, approval);
}

type Work = (
  transaction: PracticeTransaction,
  approval: Approval,
) => Promise<CarryOutRefusal | undefined>;

const works: Readonly<Record<ApprovalKind, Work>> = {
  "post-out-of-balance": postUnbalanced,
  "write-off": writeOffApproved,
  refund: (transaction, approval) =>
    approval.subjectKind === "card-payment"
      ? cardRefundApproved(transaction, approval)
      : refundApproved(transaction, approval),
};
