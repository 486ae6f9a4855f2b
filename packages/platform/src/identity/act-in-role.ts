import type { Role } from "@headwater/code-sets/closed-lists.ts";
import { sql } from "../database/sql.ts";
import type { PracticeTransaction } from "../tenancy/with-practices.ts";
import { actingRole } from "./acting-role.ts";
import { localOwnerRoles } from "./local-owner.ts";
import { isRole } from "./permissions.ts";

export type ActingPerson = {
  readonly sessionId: number;
  readonly userId: number | undefined;
  readonly isLocalOwner: boolean;
};

/**
 * Lets a session act in one role in the transaction's practice, or as itself again (null). False, and
 * nothing changed, for a role that would allow more than the person holds. It counts from the next
 * request on, and in this practice alone.
 */
export async function actInRole(
  transaction: PracticeTransaction,
  { sessionId, userId, isLocalOwner }: ActingPerson,
  role: Role | null,
): Promise<boolean> {
  const { practiceId } = transaction;
  const held = isLocalOwner ? localOwnerRoles : await heldRoles(transaction, userId);
  if (role !== null && actingRole(held, role) === undefined) return false;
  await transaction.execute(sql`
    update sessions set acting_practice_id = ${role === null ? null : practiceId},
      acting_role = ${role}
    where session_id = ${sessionId}`);
  return true;
}

async function heldRoles(
  transaction: PracticeTransaction,
  userId: number | undefined,
): Promise<Role[]> {
  const rows = await transaction.query<{ role: string }>(sql`
    select role from user_practice_roles
    where practice_id = ${transaction.practiceId} and user_id = ${userId ?? null}`);
  return rows.map(({ role }) => role).filter(isRole);
}
