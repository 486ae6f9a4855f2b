import { sql } from "../database/sql.ts";
import { type PracticesDatabase, withPractices } from "../tenancy/with-practices.ts";
import { auditScopes } from "./audit-scope.ts";

/**
 * Age in whole seconds of the oldest committed entry that no chain holds yet, over all chains; 0 if
 * none waits. More than a few seconds means that no process links, or that the anchor takes nothing.
 */
export async function auditLagSeconds(database: PracticesDatabase): Promise<number> {
  const scopes = await auditScopes(database);
  const practiceIds = scopes.flatMap((scope) =>
    scope.kind === "practice" ? [scope.practiceId] : [],
  );
  const scope = { practiceIds, actor: "system:chainer", readOnly: true } as const;
  const { seconds } = await withPractices(database, scope, (transaction) =>
    transaction.one<{ seconds: number }>(sql`
      select floor(greatest(0, coalesce(
        extract(epoch from clock_timestamp() - min(oldest.at)), 0)))::int as seconds
      from (
        select (select e.recorded_at from audit_unchained q
            join audit_entries e using (practice_id, audit_entry_id)
            where q.practice_id = p.id order by q.audit_entry_id limit 1) as at
          from unnest(${practiceIds}::bigint[]) as p(id)
        union all
        select (select e.recorded_at from system_audit_unchained q
            join system_audit_entries e using (audit_entry_id)
            order by q.audit_entry_id limit 1)) as oldest`),
  );
  return seconds;
}
