import { type Sql, sql } from "@headwater/platform/database/sql.ts";

/** Greater than every text that begins with the prefix: the last code point of Unicode. */
const afterPrefix = "\u{10FFFF}";

/**
 * Whether a column of collation "C" begins with a prefix, as a range that its index answers. `like`
 * is not leakproof, so row-level security would keep it from the index.
 */
export function beginsWith(column: Sql, prefix: string): Sql {
  return sql`(${column} >= ${prefix} and ${column} < ${prefix + afterPrefix})`;
}

/** A timestamptz as ISO 8601 in UTC. */
export function instantText(column: Sql): Sql {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Where something stands in a file; the statement names `files` as `f`. */
export function sourceObject(segmentFrom: Sql, segmentTo: Sql): Sql {
  return sql`json_build_object('fileId', f.public_id, 'fileName', f.name,
    'segmentFrom', ${segmentFrom}, 'segmentTo', ${segmentTo})`;
}

/** Who did something, by name where it was a person of ours; a program keeps its own. */
export function actorName(actor: Sql): Sql {
  return sql`coalesce((select u.name from users u where 'user:' || u.user_id = ${actor}), ${actor})`;
}

/** The name a patient is listed by; the statement names `patients` as `p`. */
export const patientName: Sql = sql`concat_ws(', ', p.last_name, p.first_name)`;

/** All conditions together; none is true. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.reduce((all, one) => sql`${all} and ${one}`, sql`true`);
}
