import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";

/** What a download of a file needs; undefined when its bytes were not kept. */
export async function findDownload(
  transaction: PracticeTransaction,
  publicId: string,
): Promise<{ documentId: number; name: string; byteLength: number } | undefined> {
  return transaction.maybeOne(sql`
    select f.document_id as "documentId", f.name,
      d.byte_length as "byteLength"
    from files f join documents d using (practice_id, document_id)
    where f.practice_id = ${transaction.practiceId} and f.public_id = ${publicId}`);
}
