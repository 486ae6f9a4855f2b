import type { Role } from "@headwater/code-sets/closed-lists.ts";
import { holds, isRole, mayGrant } from "./permissions.ts";

/**
 * The role to act in, if it may be: one of the roles, with something to see, that allows nothing which
 * `held` does not allow. Acting only ever narrows.
 */
export function actingRole(held: readonly Role[], wanted: string): Role | undefined {
  if (!isRole(wanted) || !holds([wanted], "practice.read")) return undefined;
  return mayGrant(held, [wanted]) ? wanted : undefined;
}
