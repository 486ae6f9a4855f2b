import type { FastifyRequest } from "fastify";
import { recordAudit, recordSystemAudit } from "../audit/record-audit.ts";
import {
  apiTokenPrefix,
  authenticate,
  type Credential,
  holdsAnywhere,
  type Identity,
  type PracticeMembership,
} from "../identity/authenticate.ts";
import { holds } from "../identity/permissions.ts";
import { withNoPractice, withPractice } from "../tenancy/with-practices.ts";
import { type HttpServices, sessionCookieName } from "./http-services.ts";
import { problem } from "./problem.ts";
import { addressOf } from "./request-guard.ts";
import type { Route } from "./route.ts";

/** Who sends a request, and the practice it is about. */
export interface Authorized {
  readonly identity: Identity;
  readonly membership: PracticeMembership | undefined;
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The API token of the `Authorization` header, or else the session of the cookie. */
export function credentialOf(request: FastifyRequest): Credential | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
    return token.startsWith(apiTokenPrefix) ? { kind: "api-token", token } : undefined;
  }
  const token = request.cookies[sessionCookieName];
  return token === undefined || token === "" ? undefined : { kind: "session", token };
}

/**
 * Decides before the body is read: 401 without a valid credential, 404 for a practice in which the
 * actor has no role (whether it exists is not his to know), 403 without the permission. Refusals of
 * somebody known are audited.
 */
export async function authorize(
  services: HttpServices,
  route: Route,
  request: FastifyRequest,
): Promise<Authorized> {
  const credential = credentialOf(request);
  if (!credential) throw problem("session_required");
  const { practice } = request.params as { practice?: string };
  const asked = route.access.kind === "practice" ? (practice ?? "") : undefined;
  const known = asked === undefined || uuidForm.test(asked);
  const identity = await authenticate(
    services.identity,
    credential,
    known ? asked : "00000000-0000-0000-0000-000000000000",
  );
  if (!identity) {
    throw problem(credential.kind === "session" ? "session_expired" : "token_invalid");
  }
  if (route.access.kind === "practice") {
    const membership = identity.memberships[0];
    if (!membership) return refuseStranger(services, identity, request);
    if (!holds(membership.roles, route.access.permission)) {
      return refuseMember(services, { identity, membership }, { route, request });
    }
    return { identity, membership };
  }
  if (route.access.kind === "anywhere" && !holdsAnywhere(identity, route.access.permission)) {
    throw problem("permission_missing");
  }
  return { identity, membership: undefined };
}

async function refuseStranger(
  services: HttpServices,
  identity: Identity,
  request: FastifyRequest,
): Promise<never> {
  const actor = identity.actor.name;
  await withNoPractice(services.database, { actor }, (transaction) =>
    recordSystemAudit(transaction, {
      actor,
      action: "refuse",
      category: "practice",
      details: { code: "not_found" },
      requestId: request.id,
      address: addressOf(request),
    }),
  );
  throw problem("not_found");
}

async function refuseMember(
  services: HttpServices,
  { identity, membership }: { identity: Identity; membership: PracticeMembership },
  { route, request }: { route: Route; request: FastifyRequest },
): Promise<never> {
  const actor = identity.actor.name;
  const { practiceId } = membership;
  await withPractice(services.database, { practiceId, actor }, (transaction) =>
    recordAudit(transaction, {
      actor,
      action: "refuse",
      category: route.audit?.category ?? "practice",
      details: { code: "permission_missing", route: `${route.method} ${route.url}` },
      requestId: request.id,
      address: addressOf(request),
    }),
  );
  throw problem("permission_missing");
}
