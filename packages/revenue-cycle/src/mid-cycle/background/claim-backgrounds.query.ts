import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { Background } from "./background.ts";
import { loadBackgrounds } from "./load-background.query.ts";
import { servicesOfClaims } from "./services-of-claims.query.ts";

/** What is known of claims beside their content, by their id. */
export async function claimBackgrounds(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
): Promise<Map<number, Background>> {
  return loadBackgrounds(transaction, await servicesOfClaims(transaction, claimIds));
}
