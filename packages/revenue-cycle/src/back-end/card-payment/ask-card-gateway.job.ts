import { businessDate, systemClock } from "@headwater/platform/clock/clock.ts";
import type { Database } from "@headwater/platform/database/connect.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { findPractice } from "../../masters/practice/practice.store.ts";
import { openGateway } from "./card-gateway.store.ts";
import { askCardGatewayTask, askedGateway } from "./card-payment.store.ts";
import { resolveCardPayment } from "./charge-card.command.ts";
import { resolveCardRefund } from "./refund-to-card.command.ts";

const payloadSchema = z.object({
  practiceId: z.int().positive(),
  cardPaymentId: z.int().positive().optional(),
  cardRefundId: z.int().positive().optional(),
});
const actor = "system:card-gateway";

/**
 * Asks the gateway what became of a payment whose answer was lost, or to give money back. One that has no
 * answer yet asks for the next look itself, with longer pauses, and never gives up.
 */
export function askCardGatewayJob(database: Database): Readonly<Record<string, JobTask>> {
  return {
    [askCardGatewayTask]: async (payload) => {
      const { practiceId, cardPaymentId, cardRefundId } = payloadSchema.parse(payload);
      const found = await withPractice(database, { practiceId, actor }, async (transaction) => ({
        practice: await findPractice(transaction, practiceId),
        name: await askedGateway(transaction, { cardPaymentId, cardRefundId }),
      }));
      const gateway = found.name && openGateway(database, practiceId, found.name);
      if (found.practice === undefined || gateway === undefined) return;
      const today = businessDate(systemClock, found.practice);
      const context = { database, practiceId, actor, today, gateway };
      if (cardPaymentId !== undefined) await resolveCardPayment(context, cardPaymentId);
      if (cardRefundId !== undefined) await resolveCardRefund(context, cardRefundId);
    },
  };
}
