import { z } from "zod";
import { problem } from "../http/problem.ts";
import { practiceRoute, publicRoute, type Route } from "../http/route.ts";
import { code, done, doneAnswer, email, password, personName, role } from "./identity-schemas.ts";
import {
  acceptInvitation,
  invite,
  listInvitations,
  openInvitation,
  revokeInvitation,
} from "./invitations.ts";
import type { IdentityServices } from "./services.ts";

const token = z.string().max(100);

const invitationView = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(role),
  invitedAt: z.string(),
  endsAt: z.string(),
  state: z.enum(["open", "ended", "accepted", "revoked"]),
});

/** Inviting people by role, seeing who was invited, and taking an invitation back. */
export function invitationRoutes(services: IdentityServices): readonly Route[] {
  return [
    practiceRoute({
      method: "GET",
      url: "/invitations",
      summary: "Who was invited to the practice, the newest first",
      permission: "user.manage",
      audit: { action: "read", category: "invitation" },
      schema: { response: z.object({ rows: z.array(invitationView) }) },
      handler: async ({ transaction, audits }) => {
        const rows = await listInvitations(transaction, services);
        audits(
          "invitation",
          rows.map(({ id }) => id),
        );
        return { rows: rows.map((row) => ({ ...row, roles: [...row.roles] })) };
      },
    }),
    practiceRoute({
      method: "POST",
      url: "/invitations",
      summary: "Invite a person with roles; the link is shown once and works once",
      status: 201,
      permission: "user.manage",
      audit: { action: "create", category: "invitation" },
      schema: {
        body: z.strictObject({
          email,
          name: personName,
          roles: z.array(role).min(1),
          validDays: z.int().min(1).max(30).default(7),
        }),
        response: z.object({ id: z.string(), token: z.string(), endsAt: z.string() }),
      },
      handler: async ({ transaction, practice, body, audits }) => {
        const result = await invite(transaction, services, { ...body, granting: practice.roles });
        if (result.kind === "refused") throw problem(result.code);
        audits("invitation", [result.id]);
        const { id, token, endsAt } = result;
        return { id, token, endsAt: endsAt.toISOString() };
      },
    }),
    practiceRoute({
      method: "DELETE",
      url: "/invitations/:invitation",
      summary: "Take an invitation back; its link opens nothing any more",
      permission: "user.manage",
      audit: { action: "change", category: "invitation" },
      schema: { params: z.object({ invitation: z.uuid() }), response: done },
      handler: async ({ transaction, params: { invitation }, audits }) => {
        audits("invitation", [invitation]);
        if (!(await revokeInvitation(transaction, services, invitation))) {
          throw problem("not_found");
        }
        return doneAnswer;
      },
    }),
    ...acceptanceRoutes(services),
  ];
}

/** What whoever holds a link may do with it. */
function acceptanceRoutes(services: IdentityServices): readonly Route[] {
  return [
    publicRoute({
      method: "POST",
      url: "/api/invitations/open",
      summary: "What an invitation's link is for, with the secret of the authenticator to set up",
      public: "the link is the proof",
      schema: {
        body: z.strictObject({ token }),
        response: z.object({
          practice: z.string(),
          name: z.string(),
          email: z.string(),
          roles: z.array(role),
          secret: z.string(),
          address: z.string(),
        }),
      },
      handler: async ({ body }) => {
        const opened = await openInvitation(services, body.token);
        if (opened === undefined) throw problem("invitation_invalid");
        return { ...opened, roles: [...opened.roles] };
      },
    }),
    publicRoute({
      method: "POST",
      url: "/api/invitations/accept",
      summary: "Accept an invitation with a password and a code of the authenticator, once",
      public: "the link is the proof",
      schema: { body: z.strictObject({ token, password, code }), response: done },
      handler: async ({ body, address, requestId }) => {
        const result = await acceptInvitation(services, { ...body, address, requestId });
        if (result.kind === "accepted") return doneAnswer;
        if (result.code !== "too_many_attempts") throw problem(result.code);
        const { retryAfterSeconds } = result;
        throw problem(result.code, { retryAfterSeconds });
      },
    }),
  ];
}
