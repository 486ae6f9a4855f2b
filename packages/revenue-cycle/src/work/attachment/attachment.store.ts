import { identifier, type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { AttachmentSubject } from "./attachment-subject.ts";

/** The column of an attachment that names what it is attached to. */
export function subjectColumn(kind: AttachmentSubject["kind"]): Sql {
  return identifier(`${kind}_id`);
}

/** Locks what is attached to until the transaction ends; false where there is none. */
export async function lockSubject(
  transaction: PracticeTransaction,
  { kind, id }: AttachmentSubject,
): Promise<boolean> {
  const locked = await transaction.maybeOne(sql`
    select 1 from ${identifier(`${kind}s`)}
    where practice_id = ${transaction.practiceId} and ${subjectColumn(kind)} = ${id}
    for no key update`);
  return locked !== undefined;
}

/** How many attachments stand on the list of something, and whether these bytes are among them. */
export async function attachmentsOnList(
  transaction: PracticeTransaction,
  subject: AttachmentSubject,
  sha256: string,
): Promise<{ readonly count: number; readonly isKnown: boolean }> {
  return transaction.one(sql`
    select count(*)::integer as count, coalesce(bool_or(d.sha256 = ${sha256}), false) as "isKnown"
    from attachments a join documents d using (practice_id, document_id)
    where a.practice_id = ${transaction.practiceId} and a.removed_at is null
      and a.${subjectColumn(subject.kind)} = ${subject.id}`);
}
