import { businessDate } from "@headwater/platform/clock/clock.ts";
import { removeAbandonedUploads } from "@headwater/platform/documents/spool-upload.ts";
import { forgetAnswers } from "@headwater/platform/idempotency/run-idempotently.ts";
import { forgetSessions } from "@headwater/platform/identity/sessions.ts";
import { forgetThrottles } from "@headwater/platform/identity/throttle.ts";
import { withNoPractice, withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { isDepositDue } from "@headwater/revenue-cycle/back-end/card-payment/card-gateway.store.ts";
import { enqueueSettlement } from "@headwater/revenue-cycle/back-end/card-payment/card-payment.store.ts";
import { raiseClearanceWork } from "@headwater/revenue-cycle/front-end/appointment/raise-clearance-work.command.ts";
import { enqueuePendedAuthorizations } from "@headwater/revenue-cycle/front-end/authorization/ask-pended-authorizations.command.ts";
import { listPractices } from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import { enqueueLateClaims } from "./ask-status.ts";
import type { Services } from "./services.ts";

/** Payers' systems and people repeat a command days later; after this it is a new one. */
const answersKeptDays = 30;
const actor = "system:housekeeping";

/**
 * Removes what has done its work: ended sessions, cold throttles, old answers to repeated commands,
 * uploads of processes that were killed. Brings along the work of visits that days have come near to, and
 * asks after claims and authorizations with which payers are late, and after deposits of card gateways.
 */
export async function keepHouse(services: Services): Promise<void> {
  const { database, identity } = services;
  const now = identity.clock.now();
  await removeAbandonedUploads();
  const practices = await withNoPractice(database, { actor }, async (transaction) => {
    await forgetSessions(transaction, now);
    await forgetThrottles(transaction, now);
    return listPractices(transaction);
  });
  for (const practice of practices) {
    const today = businessDate(identity.clock, practice);
    const { practiceId } = practice;
    await withPractice(database, { practiceId, actor }, async (transaction) => {
      await forgetAnswers(transaction, answersKeptDays);
      await raiseClearanceWork(transaction, {}, today);
      await enqueueLateClaims(transaction);
      await enqueuePendedAuthorizations(transaction);
      if (await isDepositDue(transaction)) await enqueueSettlement(transaction);
    });
  }
}

/** Keeps house now and every six hours; a failure is logged and tried again the next time. */
export function startHousekeeping(services: Services): { stop(): Promise<void> } {
  let running = Promise.resolve();
  const round = () => {
    running = keepHouse(services).catch((error: unknown) => {
      services.logger.warn({ event: "housekeeping-failed", error }, "housekeeping");
    });
  };
  round();
  const timer = setInterval(round, 6 * 3_600_000);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
