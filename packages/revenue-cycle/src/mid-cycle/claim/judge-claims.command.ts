import { lookUpByKeys } from "@headwater/platform/database/look-up-by-keys.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { WritableClaim } from "@headwater/x12";
import { runEdits } from "../../work/edit/run-edits.command.ts";
import { claimBackgrounds } from "../background/claim-backgrounds.query.ts";
import { claimFacts } from "./claim-facts.ts";

/**
 * Runs the practice's edits over claims that were just written and pass strict validation; those that
 * an edit or a person holds are held. Answers which.
 */
export async function judgeClaims(
  transaction: PracticeTransaction,
  claims: readonly {
    readonly claimId: number;
    readonly content: WritableClaim;
    readonly payerId: number;
  }[],
  today: string,
): Promise<ReadonlySet<number>> {
  if (claims.length === 0) return new Set();
  await lookUpByKeys(transaction);
  const backgrounds = await claimBackgrounds(
    transaction,
    claims.map(({ claimId }) => claimId),
  );
  const { held } = await runEdits(
    transaction,
    { stage: "claim", kind: "claim", today },
    claims.map(({ claimId, content, payerId }) => ({
      subject: { id: claimId, cents: content.chargedCents },
      facts: claimFacts(content, payerId, backgrounds.get(claimId)),
    })),
  );
  if (held.size > 0) {
    await transaction.execute(sql`
      update claims set state = 'held'
      where practice_id = ${transaction.practiceId} and state = 'ready'
        and claim_id = any (${[...held]}::bigint[])`);
  }
  return held;
}
