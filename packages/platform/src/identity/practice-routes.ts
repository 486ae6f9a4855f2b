import { roles } from "@headwater/code-sets/closed-lists.ts";
import { z } from "zod";
import { sql } from "../database/sql.ts";
import { problem } from "../http/problem.ts";
import { practiceRoute, type Route, userRoute } from "../http/route.ts";
import { actInRole } from "./act-in-role.ts";
import { createApiToken, listApiTokens, revokeApiToken } from "./api-tokens.ts";
import type { Identity } from "./authenticate.ts";
import {
  apiToken,
  done,
  doneAnswer,
  email,
  password,
  personName,
  practiceSettings,
  practiceUser,
  practiceView,
  role,
} from "./identity-schemas.ts";
import { permissionsOf } from "./permissions.ts";
import { admitCreator, type CreatePractice, practiceKinds } from "./practices.ts";
import type { IdentityServices } from "./services.ts";
import {
  addUser,
  endSessions,
  listUsers,
  resetPassword,
  setRoles,
  type UserResult,
} from "./users.ts";

const userId = z.object({ user: z.uuid() });
const tokenId = z.object({ token: z.uuid() });
const idAnswer = z.object({ id: z.string() });

function settled(result: UserResult): { id: string } {
  if (result.kind === "refused") throw problem(result.code);
  return { id: result.id };
}

/** The directory of practices that exist for the actor. */
export function practiceDirectoryRoutes(createPractice: CreatePractice): readonly Route[] {
  return [
    userRoute({
      method: "GET",
      url: "/api/practices",
      summary: "The practices in which the actor has a role",
      access: { authenticated: "lists only one's own practices" },
      schema: { response: z.object({ rows: z.array(practiceView) }) },
      handler: async ({ identity }) => ({
        rows: identity.memberships.map((practice) => ({
          id: practice.publicId,
          name: practice.name,
          kind: practice.kind,
          timeZone: practice.timeZone,
          businessDate: practice.businessDate ?? null,
          roles: [...practice.roles],
          actingRole: practice.actingRole ?? null,
        })),
      }),
    }),
    userRoute({
      method: "POST",
      url: "/api/practices",
      summary: "Create a practice; its creator owns it",
      status: 201,
      access: { anywhere: "practice.create" },
      audit: { action: "create", category: "practice" },
      schema: {
        body: z.object({
          name: personName,
          kind: z.enum(practiceKinds).default("practice"),
        }),
        response: z.object({ id: z.string(), name: z.string(), kind: z.string() }),
      },
      handler: async ({ database, identity, body, requestId, audits }) => {
        const actor = identity.actor.name;
        const member = firstMember(identity);
        const practice = await createPractice({ ...body, actor });
        if (!practice) throw problem("practice_exists");
        await admitCreator(database, { practice, actor, member, requestId });
        audits("practice", [practice.publicId]);
        return { id: practice.publicId, name: practice.name, kind: practice.kind };
      },
    }),
    ...practiceSettingsRoutes(),
    actingRoleRoute,
  ];
}

/** Whoever may look at a practice may look at less of it; and always back at what is his own. */
const actingRoleRoute = practiceRoute({
  method: "PUT",
  url: "/acting-role",
  summary: "See a demo practice in another role, with nothing more than one holds; null ends it",
  permission: "practice.read",
  audit: { action: "change", category: "acting-role" },
  schema: {
    body: z.strictObject({ role: role.nullable() }),
    response: z.object({ role: role.nullable() }),
  },
  handler: async ({ transaction, practice, actor, body, audits }) => {
    if (actor.session === undefined) throw problem("permission_missing");
    if (practice.kind !== "demo") throw problem("acting_role_not_demo");
    const person = { ...actor, sessionId: actor.session.sessionId };
    if (!(await actInRole(transaction, person, body.role))) throw problem("acting_role_too_wide");
    audits("acting-role", [body.role ?? "own"]);
    return { role: body.role };
  },
});

/** A practice's own settings, and their change. */
function practiceSettingsRoutes(): readonly Route[] {
  return [
    practiceRoute({
      method: "GET",
      url: "",
      summary: "The practice's own settings",
      permission: "practice.read",
      audit: { action: "read", category: "practice" },
      schema: { response: practiceSettings },
      handler: async ({ transaction, practice, audits, etag }) => {
        const settings = await transaction.one<z.infer<typeof practiceSettings>>(sql`
          select public_id as id, name, kind, time_zone as "timeZone", revision
          from practices where practice_id = ${practice.practiceId}`);
        audits("practice", [settings.id]);
        etag(settings.revision);
        return settings;
      },
    }),
    practiceRoute({
      method: "PATCH",
      url: "",
      summary: "Rename a practice or move its time zone",
      permission: "practice.manage",
      audit: { action: "change", category: "practice" },
      schema: {
        body: z.object({
          name: personName.optional(),
          timeZone: z.string().refine(isTimeZone, "not a time zone").optional(),
        }),
        response: done,
      },
      handler: async ({ transaction, practice, body, audits, expectedRevision, etag }) => {
        const revision = expectedRevision();
        const taken = await transaction.maybeOne(sql`
          select 1 from practices where name = ${body.name ?? null} and practice_id <> ${practice.practiceId}`);
        if (taken) throw problem("practice_exists");
        const changed = await transaction.execute(sql`
          update practices set name = coalesce(${body.name ?? null}, name),
            time_zone = coalesce(${body.timeZone ?? null}, time_zone), revision = revision + 1
          where practice_id = ${practice.practiceId} and revision = ${revision}`);
        if (changed === 0) throw problem("revision_changed");
        audits("practice", [practice.publicId]);
        etag(revision + 1);
        return doneAnswer;
      },
    }),
  ];
}

/**
 * The local owner owns every practice already; any other person gets what he holds elsewhere. A token
 * belongs to one practice: nobody would own what it makes, so it makes none.
 */
function firstMember({ actor, memberships }: Identity) {
  if (actor.userId === undefined) throw problem("permission_missing");
  if (actor.isLocalOwner) return undefined;
  const owns = memberships.some(({ roles }) => roles.includes("owner"));
  const role = owns ? ("owner" as const) : ("administrator" as const);
  return { userId: actor.userId, role };
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The users of a practice, and adding one. */
export function userRoutes(services: IdentityServices): readonly Route[] {
  const permission = "user.manage";
  return [
    practiceRoute({
      method: "GET",
      url: "/users",
      summary: "The users of the practice with their roles in it",
      permission,
      audit: { action: "read", category: "user" },
      schema: { response: z.object({ rows: z.array(practiceUser) }) },
      handler: async ({ transaction, audits }) => {
        const users = await listUsers(transaction);
        audits(
          "user",
          users.map((user) => user.id),
        );
        return { rows: users.map((user) => ({ ...user, roles: [...user.roles] })) };
      },
    }),
    practiceRoute({
      method: "POST",
      url: "/users",
      summary: "Add a user to the practice",
      status: 201,
      permission,
      audit: { action: "create", category: "user" },
      schema: {
        body: z.object({
          email,
          name: personName,
          password,
          roles: z.array(role).min(1).max(15),
          addExisting: z.boolean().optional(),
        }),
        response: idAnswer,
      },
      handler: async ({ transaction, practice, body, audits, auditDetail }) => {
        const granting = practice.roles;
        const { id } = settled(await addUser(transaction, services, { user: body, granting }));
        audits("user", [id]);
        auditDetail({ roles: body.roles.join(" ") });
        return { id };
      },
    }),
  ];
}

/** Changes to one user of a practice: his roles in it, his password. */
export function userChangeRoutes(services: IdentityServices): readonly Route[] {
  const permission = "user.manage";
  const audit = { action: "change", category: "user" } as const;
  return [
    practiceRoute({
      method: "PUT",
      url: "/users/:user/roles",
      summary: "Replace a user's roles in the practice; his sessions end",
      permission,
      audit,
      schema: {
        params: userId,
        body: z.object({ roles: z.array(role).max(15) }),
        response: idAnswer,
      },
      handler: async (context) => {
        const { transaction, practice, actor, params, body } = context;
        const change = {
          id: params.user,
          roles: body.roles,
          granting: practice.roles,
          byUserId: actor.userId,
          revision: context.expectedRevision(),
        };
        context.audits("user", [params.user]);
        context.auditDetail({ roles: body.roles.join(" ") });
        return settled(await setRoles(transaction, services, change));
      },
    }),
    practiceRoute({
      method: "POST",
      url: "/users/:user/password",
      summary: "Set a new password for a user of this practice alone; his sessions end",
      permission,
      audit,
      schema: { params: userId, body: z.object({ password }), response: idAnswer },
      handler: async ({ transaction, practice, params, body, audits }) => {
        const managed = [practice.practiceId];
        const reset = { id: params.user, password: body.password, managed };
        audits("user", [params.user]);
        return settled(await resetPassword(transaction, services, reset));
      },
    }),
  ];
}

/** The end of somebody's sessions, and what the roles allow that he may be given. */
export function userSessionRoutes(services: IdentityServices): readonly Route[] {
  const permission = "user.manage";
  return [
    practiceRoute({
      method: "POST",
      url: "/users/:user/sessions/end",
      summary: "End every session of a user of this practice at once",
      permission,
      audit: { action: "change", category: "user" },
      schema: { params: userId, response: idAnswer },
      handler: async ({ transaction, params, audits }) => {
        audits("user", [params.user]);
        return settled(await endSessions(transaction, services, params.user));
      },
    }),
    practiceRoute({
      method: "GET",
      url: "/roles",
      summary: "Every role with what it allows",
      permission,
      audit: { action: "read", category: "role" },
      schema: {
        response: z.object({
          rows: z.array(z.object({ role, permissions: z.array(z.string()) })),
        }),
      },
      handler: async () => ({
        rows: roles.map((one) => ({ role: one, permissions: permissionsOf([one]) })),
      }),
    }),
  ];
}

/** Tokens with which programs act for a practice. */
export function apiTokenRoutes(services: IdentityServices): readonly Route[] {
  const permission = "api-token.manage";
  return [
    practiceRoute({
      method: "GET",
      url: "/api-tokens",
      summary: "The practice's API tokens, without their secrets",
      permission,
      audit: { action: "read", category: "api-token" },
      schema: { response: z.object({ rows: z.array(apiToken) }) },
      handler: async ({ transaction }) => {
        const tokens = await listApiTokens(transaction);
        return { rows: tokens.map((token) => ({ ...token, roles: [...token.roles] })) };
      },
    }),
    {
      ...practiceRoute({
        method: "POST",
        url: "/api-tokens",
        summary: "Make an API token; its secret is shown this once",
        status: 201,
        permission,
        audit: { action: "create", category: "api-token" },
        schema: {
          body: z.object({
            name: z.string().trim().min(1).max(100),
            roles: z.array(role).min(1).max(15),
            validDays: z.int().min(1).max(366).default(90),
          }),
          response: z.object({ id: z.string(), token: z.string(), endsAt: z.string() }),
        },
        handler: async ({ transaction, practice, body, audits, auditDetail }) => {
          const wanted = { ...body, granting: practice.roles };
          const result = await createApiToken(transaction, services, wanted);
          if (result.kind === "refused") throw problem(result.code);
          audits("api-token", [result.id]);
          auditDetail({ roles: body.roles.join(" ") });
          return { id: result.id, token: result.token, endsAt: result.endsAt.toISOString() };
        },
      }),
      // A stored answer would keep the secret in the database.
      idempotent: false,
    },
    practiceRoute({
      method: "DELETE",
      url: "/api-tokens/:token",
      summary: "Revoke an API token at once",
      permission,
      audit: { action: "delete", category: "api-token" },
      schema: { params: tokenId, response: done },
      handler: async ({ transaction, params, audits }) => {
        audits("api-token", [params.token]);
        if (!(await revokeApiToken(transaction, services, params.token))) {
          throw problem("not_found");
        }
        return doneAnswer;
      },
    }),
  ];
}
