import { sql } from "@headwater/platform/database/sql.ts";
import type { DocumentScope, DocumentStore } from "@headwater/platform/documents/document-store.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { readTransactions, type WritableClaim } from "@headwater/x12";
import { contentOf } from "./claim-content.ts";

/** Where the file of a claim keeps it. */
export type SentPlace = { readonly documentId: number; readonly segmentFrom: number };

/** Where a claim that was sent stands; undefined for one that was not, or whose file is gone. */
export async function sentPlace(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<SentPlace | undefined> {
  return transaction.maybeOne<SentPlace>(sql`
    select f.document_id as "documentId", c.segment_from as "segmentFrom"
    from claims c
    join transaction_sets t
      on t.practice_id = c.practice_id and t.transaction_set_id = c.transaction_set_id
    join files f on f.practice_id = t.practice_id and f.file_id = t.file_id
    where c.practice_id = ${transaction.practiceId} and c.claim_id = ${claimId}
      and f.document_id is not null`);
}

/** A claim as its file says it, whole; undefined when the file does not hold it there. */
export async function readSentClaim(
  documents: DocumentStore,
  scope: DocumentScope,
  place: SentPlace,
): Promise<WritableClaim | undefined> {
  for await (const events of readTransactions(documents.read(scope, place.documentId))) {
    for (const event of events) {
      if (event.type !== "claim") continue;
      const { segmentFrom } = event.claim.range;
      if (segmentFrom === place.segmentFrom) return contentOf(event.claim);
      if (segmentFrom > place.segmentFrom) return undefined;
    }
  }
  return undefined;
}
