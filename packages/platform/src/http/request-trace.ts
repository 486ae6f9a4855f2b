import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AuditAction, AuditDetails, AuditEntry } from "../audit/audit-entry.ts";
import type { HttpServices } from "./http-services.ts";
import { sessionCookieName } from "./http-services.ts";
import { problem } from "./problem.ts";
import { addressOf } from "./request-guard.ts";
import type { Route, RouteAudit } from "./route.ts";
import type { RequestContext } from "./route-context.ts";

/** More ids than this are kept in the audit log as their number and digest. */
const idsInFull = 1000;

/** One request as it goes through a handler: its context, and what the handler leaves behind. */
export interface RequestTrace {
  readonly context: RequestContext<unknown, unknown, unknown> & {
    readonly address: string;
    sessionCookie(token: string | undefined): void;
  };
  /** Whether the handler noted ids that no entry tells of yet. */
  hasUntold(): boolean;
  /** The audit entry of the request with what was noted since the last one. */
  entry(actor: string, audit: RouteAudit, action?: AuditAction): AuditEntry;
  /** Puts headers and cookies on the answer; called after the commit. */
  applyTo(reply: FastifyReply): void;
}

/** Begins to follow one request. */
export function traceRequest(
  services: HttpServices,
  route: Route,
  request: FastifyRequest,
): RequestTrace {
  const { database, identity } = services;
  const notes = startNotes();
  let etag: string | undefined;
  let cookie: { token: string | undefined } | undefined;
  return {
    context: {
      params: request.params,
      query: request.query,
      body: route.schema.body === undefined ? undefined : request.body,
      requestId: request.id,
      clock: identity.clock,
      random: identity.random,
      database,
      address: addressOf(request),
      header: (name) => {
        const value = request.headers[name.toLowerCase()];
        return Array.isArray(value) ? value.join(", ") : value;
      },
      audits: notes.subject,
      auditDetail: notes.detail,
      etag: (revision) => {
        etag = `"${revision}"`;
      },
      expectedRevision: () => revisionOf(request.headers["if-match"]),
      sessionCookie: (token) => {
        cookie = { token };
      },
    },
    hasUntold: notes.hasUntold,
    entry: (actor, audit, action = audit.action) => ({
      actor,
      action,
      category: audit.category,
      ...notes.take(),
      requestId: request.id,
      address: addressOf(request),
    }),
    applyTo: (reply) => {
      if (etag !== undefined) reply.header("etag", etag);
      if (!cookie) return;
      if (cookie.token === undefined) reply.clearCookie(sessionCookieName);
      else reply.setCookie(sessionCookieName, cookie.token);
    },
  };
}

function startNotes() {
  let subjects = new Map<string, Set<string | number>>();
  let details: AuditDetails = {};
  return {
    subject(kind: string, ids: Iterable<string | number>) {
      const known = subjects.get(kind) ?? new Set();
      for (const id of ids) known.add(id);
      if (known.size > 0) subjects.set(kind, known);
    },
    detail(detail: AuditDetails) {
      details = { ...details, ...detail };
    },
    hasUntold: () => subjects.size > 0,
    take(): Pick<AuditEntry, "subjects" | "details"> {
      const told = [...subjects].map(([kind, ids]) => ({ kind, ids: [...ids] }));
      const counted: Record<string, string | number> = {};
      for (const { kind, ids } of told) {
        if (ids.length <= idsInFull) continue;
        counted[`${kind}Count`] = ids.length;
        counted[`${kind}Digest`] = createHash("sha256").update(ids.join("\n")).digest("hex");
      }
      const entry = {
        subjects: told.filter(({ ids }) => ids.length <= idsInFull),
        details: { ...details, ...counted },
      };
      subjects = new Map();
      details = {};
      return entry;
    },
  };
}

/** The revision in an `If-Match` of one strong entity tag. */
function revisionOf(header: string | undefined): number {
  if (header === undefined) throw problem("revision_required");
  const revision = /^"?(\d{1,15})"?$/.exec(header.trim())?.[1];
  if (revision === undefined) throw problem("revision_changed");
  return Number(revision);
}
