import { z } from "zod";
import { sql } from "../database/sql.ts";
import { listRoute, type RouteModule } from "../http/route.ts";

const auditRow = z.object({
  id: z.int(),
  recordedAt: z.string(),
  actor: z.string(),
  /** The name of the person behind the actor, as it is now; a program has none. */
  actorName: z.string().nullable(),
  action: z.string(),
  category: z.string(),
  subjects: z.array(
    z.object({ kind: z.string(), ids: z.array(z.union([z.string(), z.number()])) }),
  ),
  details: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
  address: z.string().nullable(),
  /** Place in the chain, or null for the few seconds until it is linked. */
  sequence: z.int().nullable(),
});

type AuditRow = z.input<typeof auditRow>;

/** The audit log of a practice, newest first, for its auditors. */
export function auditRoutes(): RouteModule {
  return {
    name: "audit",
    routes: [
      listRoute({
        url: "/audit",
        summary: "Who saw or changed what, newest first",
        permission: "audit.read",
        query: z.object({
          actor: z.string().max(100).optional(),
          category: z.string().max(100).optional(),
          action: z.string().max(20).optional(),
          from: z.iso.date().optional(),
          through: z.iso.date().optional(),
        }),
        cursor: z.tuple([z.int()]),
        row: auditRow,
        category: "audit-entry",
        auditId: (row) => row.id,
        fileName: "audit",
        columns: [
          { title: "Recorded at", kind: "instant", value: (row) => row.recordedAt },
          { title: "Actor", kind: "text", value: (row) => row.actor },
          { title: "Name", kind: "text", value: (row) => row.actorName },
          { title: "Action", kind: "text", value: (row) => row.action },
          { title: "Category", kind: "text", value: (row) => row.category },
          { title: "Subjects", kind: "text", value: (row) => JSON.stringify(row.subjects) },
          { title: "Details", kind: "text", value: (row) => JSON.stringify(row.details) },
          { title: "Request", kind: "text", value: (row) => row.requestId },
          { title: "Address", kind: "text", value: (row) => row.address },
          { title: "Sequence", kind: "number", value: (row) => row.sequence },
        ],
        page: async ({ transaction, practice, query }, { limit, after }) => {
          const zone = practice.timeZone;
          const rows = await transaction.query<AuditRow>(sql`
            select e.audit_entry_id as id,
              to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
              e.actor, (select u.name from users u where 'user:' || u.user_id = e.actor) as "actorName",
              e.action, e.category, e.subjects, e.details, e.request_id as "requestId",
              e.address, l.sequence
            from audit_entries e left join audit_links l
              on l.practice_id = e.practice_id and l.audit_entry_id = e.audit_entry_id
            where e.practice_id = ${practice.practiceId}
              and (${after?.[0] ?? null}::bigint is null or e.audit_entry_id < ${after?.[0] ?? null}::bigint)
              and (${query.actor ?? null}::text is null or e.actor = ${query.actor ?? null})
              and (${query.category ?? null}::text is null or e.category = ${query.category ?? null})
              and (${query.action ?? null}::text is null or e.action = ${query.action ?? null})
              and (${query.from ?? null}::date is null
                or e.recorded_at >= ${query.from ?? null}::date::timestamp at time zone ${zone})
              and (${query.through ?? null}::date is null
                or e.recorded_at < (${query.through ?? null}::date + 1)::timestamp at time zone ${zone})
            order by e.audit_entry_id desc limit ${limit + 1}`);
          const page = rows.slice(0, limit);
          const last = page.at(-1);
          return { rows: page, next: rows.length > limit && last ? [last.id] : null };
        },
      }),
    ],
  };
}
