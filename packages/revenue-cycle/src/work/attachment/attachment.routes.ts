import { Readable } from "node:stream";
import { postgresDocumentStore } from "@headwater/platform/documents/postgres-document-store.ts";
import { problem } from "@headwater/platform/http/problem.ts";
import {
  ownTransactionRoute,
  practiceRoute,
  type Route,
  type RouteModule,
} from "@headwater/platform/http/route.ts";
import type { Permission } from "@headwater/platform/identity/permissions.ts";
import { z } from "zod";
import { idQuery } from "../../masters/list-query.ts";
import {
  attachDocument,
  checkUpload,
  putBackAttachment,
  takeOffAttachment,
} from "./attach-document.command.ts";
import {
  type AttachmentRow,
  attachmentListSchema,
  attachmentRemovalSchema,
  attachmentSchema,
} from "./attachment-answers.ts";
import type { AttachmentRefusal, AttachmentSubject } from "./attachment-subject.ts";
import { attachmentLimitBytes, attachmentTypes } from "./attachment-type.ts";
import { findAttachment, listAttachments } from "./list-attachments.query.ts";

type Place = {
  readonly kind: AttachmentSubject["kind"];
  /** Who sees what is attached: whoever sees the thing itself. */
  readonly read: Permission;
  readonly write: Permission;
};

const places: readonly Place[] = [
  { kind: "claim", read: "claim.read", write: "claim.annotate" },
  { kind: "patient", read: "patient.read", write: "patient.write" },
  { kind: "authorization", read: "appointment.read", write: "authorization.write" },
];

const oneParam = { attachment: idQuery };

/** The parameter that names the thing, and what it says. */
function subjectParam({ kind }: Place) {
  const shape: Record<string, typeof idQuery> = { [kind]: idQuery };
  const subjectOf = (params: Readonly<Record<string, unknown>>): AttachmentSubject => ({
    kind,
    id: idQuery.parse(params[kind]),
  });
  return { shape, subjectOf };
}

function listOf(place: Place): Route {
  const { shape, subjectOf } = subjectParam(place);
  return practiceRoute({
    method: "GET",
    url: `/${place.kind}s/:${place.kind}/attachments`,
    summary: `What is attached to this ${place.kind}: what is on the list first, then what was taken off it`,
    permission: place.read,
    audit: { action: "read", category: "attachment" },
    schema: { params: z.object(shape), response: attachmentListSchema },
    handler: async ({ transaction, params, audits }) => {
      const subject = subjectOf(params);
      const rows = await listAttachments(transaction, subject);
      audits(subject.kind, [subject.id]);
      audits(
        "attachment",
        rows.map(({ id }) => id),
      );
      return { rows };
    },
  });
}

function attach(place: Place): Route {
  const { shape, subjectOf } = subjectParam(place);
  return ownTransactionRoute({
    method: "POST",
    url: `/${place.kind}s/:${place.kind}/attachments`,
    summary: `Attach a document to this ${place.kind}; the body is its bytes, X-File-Name its percent-encoded name`,
    status: 201,
    permission: place.write,
    audit: { action: "create", category: "attachment" },
    bodyLimitBytes: attachmentLimitBytes,
    schema: { params: z.object(shape), body: "stream", response: attachmentSchema },
    handler: async ({ params, body, header, random, inPractice, audits, etag }) => {
      const subject = subjectOf(params);
      const upload = await checkUpload(body, fileName(header("x-file-name")));
      if ("refused" in upload) throw problem(problemOf[upload.refused]);
      try {
        return await inPractice(async (transaction) => {
          const row = settled(await attachDocument(transaction, subject, { upload, random }));
          audits(subject.kind, [subject.id]);
          audits("attachment", [row.id]);
          etag(row.revision);
          return row;
        });
      } finally {
        await upload.spooled.remove();
      }
    },
  });
}

function download(place: Place): Route {
  const { shape, subjectOf } = subjectParam(place);
  return ownTransactionRoute({
    method: "GET",
    url: `/${place.kind}s/:${place.kind}/attachments/:attachment/content`,
    summary: `A document that is attached to this ${place.kind}, as it was handed in`,
    permission: place.read,
    audit: { action: "export", category: "attachment" },
    schema: { params: z.object({ ...shape, ...oneParam }), response: "download" },
    handler: async (context) => {
      const { practice, actor, params, database, random } = context;
      const subject = subjectOf(params);
      const id = idQuery.parse(params.attachment);
      const found = await context.inPractice((transaction) => {
        context.audits(subject.kind, [subject.id]);
        context.audits("attachment", [id]);
        return findAttachment(transaction, subject, id);
      });
      if (found === undefined) throw problem("not_found");
      const { documentId, name, mediaType, byteLength } = found;
      const scope = { practiceId: practice.practiceId, actor: actor.name };
      const bytes = postgresDocumentStore(database, random).read(scope, documentId);
      return { name, mediaType, byteLength, content: Readable.from(bytes) };
    },
  });
}

function takeOff(place: Place): Route {
  const { shape, subjectOf } = subjectParam(place);
  return practiceRoute({
    method: "POST",
    url: `/${place.kind}s/:${place.kind}/attachments/:attachment/take-off`,
    summary: `Take an attachment of this ${place.kind} off the list with a reason; it stays on file`,
    permission: place.write,
    audit: { action: "change", category: "attachment" },
    schema: {
      params: z.object({ ...shape, ...oneParam }),
      body: attachmentRemovalSchema,
      response: attachmentSchema,
    },
    handler: async ({ transaction, params, body, expectedRevision, audits, etag }) => {
      const id = idQuery.parse(params.attachment);
      const wanted = { id, revision: expectedRevision(), reason: body.reason };
      const row = settled(await takeOffAttachment(transaction, subjectOf(params), wanted));
      audits("attachment", [row.id]);
      etag(row.revision);
      return row;
    },
  });
}

function putBack(place: Place): Route {
  const { shape, subjectOf } = subjectParam(place);
  return practiceRoute({
    method: "POST",
    url: `/${place.kind}s/:${place.kind}/attachments/:attachment/put-back`,
    summary: `Put an attachment of this ${place.kind} that was taken off back on the list`,
    permission: place.write,
    audit: { action: "change", category: "attachment" },
    schema: { params: z.object({ ...shape, ...oneParam }), response: attachmentSchema },
    handler: async ({ transaction, params, expectedRevision, audits, etag }) => {
      const wanted = { id: idQuery.parse(params.attachment), revision: expectedRevision() };
      const row = settled(await putBackAttachment(transaction, subjectOf(params), wanted));
      audits("attachment", [row.id]);
      etag(row.revision);
      return row;
    },
  });
}

function fileName(header: string | undefined): string {
  try {
    if (header !== undefined) return decodeURIComponent(header);
  } catch {
    // Not percent-encoded text: told the same way as none.
  }
  throw problem("file_name_missing");
}

const problemOf = {
  not_found: "not_found",
  attachment_empty: "attachment_empty",
  attachment_type_refused: "attachment_type_refused",
  attachment_too_large: "attachment_too_large",
  attachment_known: "attachment_known",
  attachments_full: "attachments_full",
  revision_changed: "revision_changed",
} as const satisfies Record<AttachmentRefusal, string>;

function settled(result: AttachmentRow | { readonly refused: AttachmentRefusal }): AttachmentRow {
  if ("refused" in result) throw problem(problemOf[result.refused]);
  return result;
}

const taken = Object.values(attachmentTypes)
  .map(({ extensions: [first = ""] }) => first.toUpperCase())
  .join(", ");

/** Documents attached to claims, patients and authorizations. */
export const attachmentRoutes: RouteModule = {
  name: "attachments",
  routes: places.flatMap((place) => [
    listOf(place),
    attach(place),
    download(place),
    takeOff(place),
    putBack(place),
  ]),
  problems: {
    file_name_missing: {
      status: 400,
      title: "Send the file's name, percent-encoded, as X-File-Name",
    },
    attachment_empty: { status: 400, title: "The file is empty" },
    attachment_type_refused: {
      status: 415,
      title: `The file is none of these: ${taken}. Its content counts, not its name`,
    },
    attachment_too_large: {
      status: 413,
      title: `An attachment has at most ${attachmentLimitBytes / 1_000_000} MB`,
    },
    attachment_known: { status: 409, title: "The same document is on the list already" },
    attachments_full: { status: 409, title: "The list is full: take something off it first" },
  },
};
