import { createHash } from "node:crypto";
import { type Sql, sql } from "../database/sql.ts";

/** The hash before the first link. */
export const genesisHash = "0".repeat(64);

/** An entry as its hash covers it: every column as the database's own text, times to the microsecond. */
export interface ChainedContent {
  readonly auditEntryId: number;
  readonly recordedAt: string;
  readonly actor: string;
  readonly action: string;
  readonly category: string;
  readonly subjects: string;
  readonly details: string;
  readonly requestId: string | null;
  readonly address: string | null;
}

/** The columns of an entry `e` as `ChainedContent` holds them. */
export const contentColumns: Sql = sql`
  e.audit_entry_id as "auditEntryId",
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt",
  e.actor, e.action, e.category, e.subjects::text as subjects, e.details::text as details,
  e.request_id as "requestId", e.address`;

export interface LinkPosition {
  /** The practice, or 0 for the installation's own chain. */
  readonly chain: number;
  readonly sequence: number;
  readonly chainedAt: string;
  readonly previousHash: string;
}

/** The hash of one link: over the one before, its position and the whole entry. */
export function linkHash(position: LinkPosition, content: ChainedContent): string {
  const canonical = JSON.stringify([
    position.previousHash,
    position.chain,
    position.sequence,
    position.chainedAt,
    content.auditEntryId,
    content.recordedAt,
    content.actor,
    content.action,
    content.category,
    content.subjects,
    content.details,
    content.requestId,
    content.address,
  ]);
  return createHash("sha256").update(canonical).digest("hex");
}
