import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText } from "../../masters/answer-columns.query.ts";
import { subjectColumn } from "./attachment.store.ts";
import type { AttachmentRow } from "./attachment-answers.ts";
import type { AttachmentSubject } from "./attachment-subject.ts";

const columns: Sql = sql`
  a.attachment_id as id, d.name, d.media_type as "mediaType", d.byte_length as "byteLength",
  ${actorName(sql`a.attached_by`)} as "attachedBy", ${instantText(sql`a.attached_at`)} as "attachedAt",
  ${actorName(sql`a.removed_by`)} as "removedBy", ${instantText(sql`a.removed_at`)} as "removedAt",
  a.remove_reason as "removeReason", a.revision`;

/** Rows that are answered at most; those on the list are never as many. */
const most = 500;

/** What is attached to something: what is on the list first, then what was taken off, newest first. */
export async function listAttachments(
  transaction: PracticeTransaction,
  subject: AttachmentSubject,
): Promise<AttachmentRow[]> {
  return transaction.query<AttachmentRow>(sql`
    select ${columns} from attachments a join documents d using (practice_id, document_id)
    where a.practice_id = ${transaction.practiceId} and a.${subjectColumn(subject.kind)} = ${subject.id}
    order by a.removed_at is not null, a.attachment_id desc limit ${most}`);
}

/** One attachment of something; undefined where it is another's. */
export async function findAttachment(
  transaction: PracticeTransaction,
  subject: AttachmentSubject,
  attachmentId: number,
): Promise<(AttachmentRow & { readonly documentId: number }) | undefined> {
  return transaction.maybeOne<AttachmentRow & { readonly documentId: number }>(sql`
    select ${columns}, a.document_id as "documentId"
    from attachments a join documents d using (practice_id, document_id)
    where a.practice_id = ${transaction.practiceId} and a.attachment_id = ${attachmentId}
      and a.${subjectColumn(subject.kind)} = ${subject.id}`);
}
