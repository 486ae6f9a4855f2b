import { businessDate, systemClock } from "@headwater/platform/clock/clock.ts";
import type { Database } from "@headwater/platform/database/connect.ts";
import type { JobTask } from "@headwater/platform/jobs/start-worker.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import { withPractice } from "@headwater/platform/tenancy/with-practices.ts";
import { z } from "zod";
import { findPractice } from "../../masters/practice/practice.store.ts";
import { chosenGateway, openGateway } from "./card-gateway.store.ts";
import { settleCardsTask } from "./card-payment.store.ts";
import { settleCards } from "./settle-cards.command.ts";

const payloadSchema = z.object({ practiceId: z.int().positive() });
const actor = "system:card-gateway";

/**
 * Fetches what the gateway deposited since the last time and posts it. Nothing where no gateway takes
 * cards; a deposit that names what is not on file fails the job, which is tried again later.
 */
export function settleCardsJob(database: Database): Readonly<Record<string, JobTask>> {
  return {
    [settleCardsTask]: async (payload) => {
      const { practiceId } = payloadSchema.parse(payload);
      const found = await withPractice(database, { practiceId, actor }, async (transaction) => ({
        practice: await findPractice(transaction, practiceId),
        name: (await chosenGateway(transaction)).name,
      }));
      const gateway = openGateway(database, practiceId, found.name);
      if (found.practice === undefined || gateway === undefined) return;
      const today = businessDate(systemClock, found.practice);
      const result = await settleCards({ database, practiceId, actor, today, gateway });
      if (result.is === "refused") throw new NamedError(result.code.toUpperCase(), result.number);
    },
  };
}
