import { sql } from "@headwater/platform/database/sql.ts";
import { putDocument } from "@headwater/platform/documents/postgres-document-store.ts";
import { type SpooledUpload, spoolUpload } from "@headwater/platform/documents/spool-upload.ts";
import type { RandomSource } from "@headwater/platform/random/random.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../event/event.store.ts";
import { attachmentsOnList, lockSubject, subjectColumn } from "./attachment.store.ts";
import type { AttachmentRow } from "./attachment-answers.ts";
import type { AttachmentRefusal, AttachmentSubject } from "./attachment-subject.ts";
import {
  type AttachmentType,
  attachmentHeadBytes,
  attachmentLimitBytes,
  attachmentName,
  attachmentTypes,
  detectAttachmentType,
  mostAttachments,
} from "./attachment-type.ts";
import { findAttachment } from "./list-attachments.query.ts";

type Refused = { readonly refused: AttachmentRefusal };

/** An upload on disk that may be attached. */
export type CheckedUpload = {
  readonly spooled: SpooledUpload;
  readonly type: AttachmentType;
  readonly name: string;
};

/**
 * Takes an upload onto disk and looks at what it is, so that no transaction waits for a slow sender.
 * A refused one leaves nothing behind; the caller removes what it was given.
 */
export async function checkUpload(
  source: AsyncIterable<Uint8Array>,
  sentName: string,
): Promise<CheckedUpload | Refused> {
  const spooled = await spoolUpload(source, { limitBytes: attachmentLimitBytes });
  if (spooled.kind === "refused") return { refused: "attachment_too_large" };
  const type = detectAttachmentType(await headOf(spooled), sentName);
  if (type !== undefined) return { spooled, type, name: attachmentName(sentName, type) };
  await spooled.remove();
  return { refused: spooled.byteLength === 0 ? "attachment_empty" : "attachment_type_refused" };
}

async function headOf(spooled: SpooledUpload): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of spooled.open()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= attachmentHeadBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, attachmentHeadBytes);
}

/**
 * Attaches a document to a claim, a patient or an authorization. What is attached is locked meanwhile,
 * so the same bytes stand on a list once.
 */
export async function attachDocument(
  transaction: PracticeTransaction,
  subject: AttachmentSubject,
  { upload, random }: { readonly upload: CheckedUpload; readonly random: RandomSource },
): Promise<AttachmentRow | Refused> {
  const { practiceId, actor } = transaction;
  if (!(await lockSubject(transaction, subject))) return { refused: "not_found" };
  const { spooled, type, name } = upload;
  const list = await attachmentsOnList(transaction, subject, spooled.sha256);
  if (list.isKnown) return { refused: "attachment_known" };
  if (list.count >= mostAttachments) return { refused: "attachments_full" };
  const { mediaType } = attachmentTypes[type];
  const put = await putDocument(transaction, spooled.open(), { name, mediaType, random });
  if (put.kind === "refused") return { refused: "attachment_too_large" };
  const { id } = await transaction.one<{ readonly id: number }>(sql`
    insert into attachments (practice_id, ${subjectColumn(subject.kind)}, document_id, attached_by)
    values (${practiceId}, ${subject.id}, ${put.document.documentId}, ${actor})
    returning attachment_id as id`);
  return told(transaction, subject, { kind: "document-attached", id });
}

/** Takes an attachment off the list, with the reason; the document stays on file and can be put back. */
export async function takeOffAttachment(
  transaction: PracticeTransaction,
  subject: AttachmentSubject,
  wanted: { readonly id: number; readonly revision: number; readonly reason: string },
): Promise<AttachmentRow | Refused> {
  const { id, revision, reason } = wanted;
  const changed = await transaction.execute(sql`
    update attachments set removed_at = now(), removed_by = ${transaction.actor},
      remove_reason = ${reason}, revision = revision + 1
    where practice_id = ${transaction.practiceId} and attachment_id = ${id}
      and ${subjectColumn(subject.kind)} = ${subject.id}
      and revision = ${revision} and removed_at is null`);
  if (changed === 0) return notChanged(transaction, subject, id);
  return told(transaction, subject, { kind: "attachment-taken-off", id });
}

/** Puts an attachment that was taken off back on the list. */
export async function putBackAttachment(
  transaction: PracticeTransaction,
  subject: AttachmentSubject,
  wanted: { readonly id: number; readonly revision: number },
): Promise<AttachmentRow | Refused> {
  const { id, revision } = wanted;
  if (!(await lockSubject(transaction, subject))) return { refused: "not_found" };
  const known = await transaction.maybeOne<{ readonly sha256: string }>(sql`
    select d.sha256 from attachments a join documents d using (practice_id, document_id)
    where a.practice_id = ${transaction.practiceId} and a.attachment_id = ${id}`);
  const list = await attachmentsOnList(transaction, subject, known?.sha256 ?? "");
  if (list.isKnown) return { refused: "attachment_known" };
  if (list.count >= mostAttachments) return { refused: "attachments_full" };
  const changed = await transaction.execute(sql`
    update attachments set removed_at = null, removed_by = null, remove_reason = null,
      revision = revision + 1
    where practice_id = ${transaction.practiceId} and attachment_id = ${id}
      and ${subjectColumn(subject.kind)} = ${subject.id}
      and revision = ${revision} and removed_at is not null`);
  if (changed === 0) return notChanged(transaction, subject, id);
  return told(transaction, subject, { kind: "attachment-put-back", id });
}

async function notChanged(
  transaction: PracticeTransaction,
  subject: AttachmentSubject,
  id: number,
): Promise<Refused> {
  const found = await findAttachment(transaction, subject, id);
  return { refused: found === undefined ? "not_found" : "revision_changed" };
}

async function told(
  transaction: PracticeTransaction,
  subject: AttachmentSubject,
  { kind, id }: { readonly kind: string; readonly id: number },
): Promise<AttachmentRow | Refused> {
  const row = await findAttachment(transaction, subject, id);
  if (row === undefined) return { refused: "not_found" };
  const claimId = subject.kind === "claim" ? subject.id : undefined;
  const about = { subjectKind: subject.kind, subjectId: subject.id, claimId };
  await appendEvents(transaction, [{ kind, ...about, change: { attachmentId: id } }]);
  return row;
}
