import { createHash } from "node:crypto";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { WritableClaim } from "@headwater/x12";
import { insertClaims } from "./claim.store.ts";
import { type ClaimPurpose, sentClaimOf, type UnsentState } from "./claim-content.ts";

/** A claim written here, not sent yet. */
export type UnsentClaim = {
  readonly claimId: number;
  readonly content: WritableClaim;
  readonly state: UnsentState;
  readonly payerId: number;
  readonly patientId: number;
  readonly encounterId: number | undefined;
  readonly predecessorId: number | undefined;
  readonly purpose: ClaimPurpose;
};

/** Writes claims that are not sent yet: their rows, lines and content. */
export async function insertUnsentClaims(
  transaction: PracticeTransaction,
  claims: readonly UnsentClaim[],
): Promise<void> {
  if (claims.length === 0) return;
  const writes = claims.map(({ claimId, content, state, payerId, patientId }) => {
    const claim = sentClaimOf(content);
    const contentSha256 = contentDigest(claim.content);
    const submittedOn = undefined;
    return { claimId, version: 1, state, claim, payerId, patientId, contentSha256, submittedOn };
  });
  await insertClaims(transaction, undefined, writes);
  await transaction.bulkInsert({
    table: "claim_contents",
    columns: [
      "practice_id",
      "claim_id",
      "encounter_id",
      "predecessor_claim_id",
      "purpose",
      "content",
      "changed_by",
    ],
    rows: claims.map((claim) => [
      transaction.practiceId,
      claim.claimId,
      claim.encounterId,
      claim.predecessorId,
      claim.purpose,
      claim.content,
      transaction.actor,
    ]),
  });
}

/** Digest by which the same claim is recognised when it comes back in a file. */
export function contentDigest(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The content of a claim with what changing it must know. */
export type StoredContent = {
  readonly claimId: number;
  readonly state: string;
  readonly purpose: ClaimPurpose;
  readonly content: WritableClaim;
  readonly revision: number;
  readonly encounterId: number | null;
  readonly predecessorId: number | null;
  readonly isInBatch: boolean;
};

/** The content of a claim written here; undefined for one that only a file tells of. */
export async function findContent(
  transaction: PracticeTransaction,
  claimId: number,
  lock: "read" | "change" = "read",
): Promise<StoredContent | undefined> {
  return transaction.maybeOne<StoredContent>(sql`
    select t.claim_id as "claimId", c.state, t.purpose, t.content, t.revision,
      t.encounter_id as "encounterId", t.predecessor_claim_id as "predecessorId",
      exists (select from claim_batch_claims b
        where b.practice_id = t.practice_id and b.claim_id = t.claim_id
          and b.sending_number = 0) as "isInBatch"
    from claim_contents t
    join claims c on c.practice_id = t.practice_id and c.claim_id = t.claim_id
    where t.practice_id = ${transaction.practiceId} and t.claim_id = ${claimId}
    ${lock === "change" ? sql`for update` : sql``}`);
}
