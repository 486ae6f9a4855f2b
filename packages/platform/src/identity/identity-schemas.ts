import { roles } from "@headwater/code-sets/closed-lists.ts";
import { z } from "zod";
import { passwordLength } from "./password.ts";
import { permissionNames } from "./permissions.ts";
import { practiceKinds } from "./practices.ts";

/** The shapes of identity's requests and answers. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/);
export const personName = z.string().trim().min(1).max(200);
/** Length is judged by the command, which says why; this only bounds the work. */
export const password = z.string().max(passwordLength.max * 4);
export const code = z.string().regex(/^\d{6}$/);
export const role = z.enum(roles);

export const practiceView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(practiceKinds),
  timeZone: z.string(),
  businessDate: z.string().nullable(),
  roles: z.array(role),
  /** The role that a person chose to act in, in a demo practice. */
  actingRole: role.nullable(),
});

export const practiceSettings = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(practiceKinds),
  timeZone: z.string(),
  /** For If-Match. */
  revision: z.int(),
});

export const sessionView = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  isLocalOwner: z.boolean(),
  practices: z.array(practiceView),
  permissions: z.record(z.string(), z.array(z.enum(permissionNames as [string, ...string[]]))),
  /** What the actor may do besides the practices: create one. */
  anywhere: z.array(z.enum(permissionNames as [string, ...string[]])),
});

export const ownSession = z.object({
  id: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  endsAt: z.string(),
  address: z.string().nullable(),
  current: z.boolean(),
});

export const practiceUser = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(role),
  authenticator: z.boolean(),
  /** Of the user's roles, for If-Match. */
  revision: z.int(),
  lastSeenAt: z.string().nullable(),
});

export const apiToken = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string(),
  roles: z.array(role),
  createdAt: z.string(),
  endsAt: z.string(),
  revokedAt: z.string().nullable(),
});

/** The answer of a change that has nothing to say. */
export const done = z.object({ done: z.literal(true) });
export const doneAnswer: z.input<typeof done> = { done: true };
