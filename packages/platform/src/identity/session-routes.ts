import { z } from "zod";
import { sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";
import { problem } from "../http/problem.ts";
import { publicRoute, type Route, userRoute } from "../http/route.ts";
import type { PublicContext, UserContext } from "../http/route-context.ts";
import {
  type AccountRefusal,
  beginTotp,
  changePassword,
  confirmTotp,
  type Renewed,
  removeTotp,
} from "./account.ts";
import { authenticate, holdsAnywhere, type Identity } from "./authenticate.ts";
import {
  code,
  done,
  doneAnswer,
  email,
  ownSession,
  password,
  sessionView,
} from "./identity-schemas.ts";
import { redeemLocalToken } from "./local-owner.ts";
import { permissionNames, permissionsOf } from "./permissions.ts";
import type { IdentityServices } from "./services.ts";
import { revokeSession, type User } from "./sessions.ts";
import { signIn } from "./sign-in.ts";

type AnyPublic = PublicContext<unknown, unknown, unknown>;

/** The session as the web application and integrations see it. */
function viewOf(identity: Identity): z.input<typeof sessionView> {
  const { user } = identity.actor;
  return {
    user: { id: user?.publicId ?? "", name: user?.name ?? "", email: user?.email ?? "" },
    isLocalOwner: identity.actor.isLocalOwner,
    practices: identity.memberships.map((practice) => ({
      id: practice.publicId,
      name: practice.name,
      kind: practice.kind,
      timeZone: practice.timeZone,
      businessDate: practice.businessDate ?? null,
      roles: [...practice.roles],
      actingRole: practice.actingRole ?? null,
    })),
    permissions: Object.fromEntries(
      identity.memberships.map(({ publicId, roles }) => [publicId, permissionsOf(roles)]),
    ),
    anywhere: permissionNames.filter((permission) => holdsAnywhere(identity, permission)),
  };
}

async function begin(services: IdentityServices, context: AnyPublic, token: string) {
  const identity = await authenticate(services, { kind: "session", token });
  if (!identity) throw problem("session_expired");
  context.sessionCookie(token);
  return viewOf(identity);
}

/** A person's own user; a token has none and no business with passwords and sessions. */
function person(context: Pick<UserContext<unknown, unknown, unknown>, "actor">): User {
  const { user } = context.actor;
  if (!user) throw problem("permission_missing");
  return user;
}

function renewed(
  context: UserContext<unknown, unknown, unknown>,
  result: Renewed | AccountRefusal,
): z.input<typeof done> {
  if (result.kind === "refused") throw problem(result.code, retry(result));
  context.sessionCookie(result.token);
  context.audits("user", [person(context).publicId]);
  return doneAnswer;
}

const retry = (result: object) =>
  "retryAfterSeconds" in result ? { retryAfterSeconds: Number(result.retryAfterSeconds) } : {};

const ownAffair = { authenticated: "everybody's own session and account" };
const sessionChange = { action: "change", category: "session" } as const;
const userChange = { action: "change", category: "user" } as const;

/** Signing in: the two ways to a session. */
export function signInRoutes(services: IdentityServices): readonly Route[] {
  return [
    publicRoute({
      method: "POST",
      url: "/api/session/local-token",
      summary: "Sign in as the local owner with the one-time token printed at the machine",
      public: "the token is the proof",
      schema: { body: z.object({ token: z.string().max(100) }), response: sessionView },
      handler: async (context) => {
        if (!services.localOwnerAllowed) throw problem("local_only");
        const { address, requestId, body } = context;
        const session = await redeemLocalToken(services, body.token, { address, requestId });
        if (!session) throw problem("token_invalid");
        return begin(services, context, session.token);
      },
    }),
    publicRoute({
      method: "POST",
      url: "/api/session",
      summary: "Sign in with e-mail, password and, where set up, a code",
      public: "nobody is signed in yet",
      schema: {
        body: z.object({ email, password, code: code.optional() }),
        response: sessionView,
      },
      handler: async (context) => {
        const { address, requestId, body } = context;
        const result = await signIn(services, { ...body, address, requestId });
        if (result.kind === "refused") throw problem(result.code, retry(result));
        return begin(services, context, result.token);
      },
    }),
  ];
}

/** Who is signed in, signing out, and one's own sessions. */
export function ownSessionRoutes(services: IdentityServices): readonly Route[] {
  return [
    userRoute({
      method: "GET",
      url: "/api/session",
      summary: "Who is signed in, where and what he may do",
      access: ownAffair,
      schema: { response: sessionView },
      handler: async ({ identity }) => viewOf(identity),
    }),
    userRoute({
      method: "DELETE",
      url: "/api/session",
      summary: "Sign out",
      access: ownAffair,
      audit: { action: "sign-out", category: "session" },
      schema: { response: done },
      handler: async (context) => {
        const { session } = context.actor;
        if (session) await endSession(context, session.publicId);
        context.sessionCookie(undefined);
        return doneAnswer;
      },
    }),
    userRoute({
      method: "GET",
      url: "/api/sessions",
      summary: "One's own live sessions",
      access: ownAffair,
      schema: { response: z.object({ rows: z.array(ownSession) }) },
      handler: async (context) => ({
        rows: await ownSessions(context.transaction, {
          userId: person(context).userId,
          current: context.actor.session?.publicId,
          now: services.clock.now(),
        }),
      }),
    }),
    userRoute({
      method: "DELETE",
      url: "/api/sessions/:session",
      summary: "End one of one's own sessions",
      access: ownAffair,
      audit: sessionChange,
      schema: { params: z.object({ session: z.uuid() }), response: done },
      handler: async (context) => {
        if (!(await endSession(context, context.params.session))) throw problem("not_found");
        return doneAnswer;
      },
    }),
  ];

  async function endSession(context: UserContext<unknown, unknown, unknown>, publicId: string) {
    const { userId } = person(context);
    const now = services.clock.now();
    context.audits("session", [publicId]);
    return revokeSession(context.transaction, { userId, publicId, now }, "signed-out");
  }
}

async function ownSessions(
  transaction: Transaction,
  question: { readonly userId: number; readonly current: string | undefined; readonly now: Date },
): Promise<z.input<typeof ownSession>[]> {
  const rows = await transaction.query<{
    id: string;
    createdAt: Date;
    lastSeenAt: Date;
    endsAt: Date;
    address: string | null;
  }>(sql`
    select public_id as id, created_at as "createdAt", last_seen_at as "lastSeenAt",
      least(ends_at, idle_ends_at) as "endsAt", address
    from sessions where user_id = ${question.userId} and revoked_at is null
      and ends_at > ${question.now} and idle_ends_at > ${question.now}
    order by last_seen_at desc`);
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    address: row.address,
    current: row.id === question.current,
  }));
}

/** One's own password and authenticator. Every change ends the other sessions. */
export function accountRoutes(services: IdentityServices): readonly Route[] {
  return [
    userRoute({
      method: "POST",
      url: "/api/me/password",
      summary: "Change one's own password; every other session ends",
      access: ownAffair,
      audit: userChange,
      schema: { body: z.object({ current: password, password }), response: done },
      handler: async (context) => {
        const change = { user: person(context), ...context.body };
        return renewed(context, await changePassword(context.transaction, services, change));
      },
    }),
    userRoute({
      method: "POST",
      url: "/api/me/totp",
      summary: "Begin to set up an authenticator",
      access: ownAffair,
      audit: userChange,
      schema: { response: z.object({ secret: z.string(), address: z.string() }) },
      handler: async (context) => {
        const result = await beginTotp(context.transaction, services, person(context));
        if (result.kind === "refused") throw problem(result.code);
        return { secret: result.secret, address: result.address };
      },
    }),
    userRoute({
      method: "POST",
      url: "/api/me/totp/confirm",
      summary: "Turn the authenticator on with its first code",
      access: ownAffair,
      audit: userChange,
      schema: { body: z.object({ code }), response: done },
      handler: async (context) => {
        const proof = { user: person(context), ...context.body };
        return renewed(context, await confirmTotp(context.transaction, services, proof));
      },
    }),
    userRoute({
      method: "POST",
      url: "/api/me/totp/remove",
      summary: "Turn the authenticator off, with the password and a code",
      access: ownAffair,
      audit: userChange,
      schema: { body: z.object({ password, code }), response: done },
      handler: async (context) => {
        const proof = { user: person(context), ...context.body };
        return renewed(context, await removeTotp(context.transaction, services, proof));
      },
    }),
  ];
}
