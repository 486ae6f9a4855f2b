import { sql } from "../database/sql.ts";
import type { PracticeTransaction } from "../tenancy/with-practices.ts";
import { type Permission, permissions } from "./permissions.ts";

/**
 * How many people besides the actor could use a permission in the practice: whoever has a role that
 * carries it and an account that is not disabled. The person at the machine is one of them.
 */
export async function otherHolders(
  transaction: PracticeTransaction,
  permission: Permission,
): Promise<number> {
  const roles: readonly string[] = permissions[permission];
  const { others } = await transaction.one<{ others: number }>(sql`
    select count(*)::integer as others from users u
    where u.disabled_at is null and 'user:' || u.user_id <> ${transaction.actor}
      and (u.is_local_owner or exists (select from user_practice_roles r
        where r.practice_id = ${transaction.practiceId} and r.user_id = u.user_id
          and r.role = any (${[...roles]}::text[])))`);
  return others;
}
