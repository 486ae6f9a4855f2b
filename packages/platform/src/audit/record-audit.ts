import { sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";
import type { AuditEntry } from "./audit-entry.ts";

/** A transaction that may write for a practice, and which one. */
export interface AuditWriter extends Pick<Transaction, "execute"> {
  readonly practiceId: number;
}

/**
 * Writes an entry of a practice's audit log in the transaction that it tells of: if that rolls back,
 * nothing happened and nothing is told. Call it last, right before the commit.
 */
export async function recordAudit(transaction: AuditWriter, entry: AuditEntry): Promise<void> {
  await transaction.execute(sql`
    insert into audit_entries
      (practice_id, actor, action, category, subjects, details, request_id, address)
    values (${transaction.practiceId}, ${entry.actor}, ${entry.action}, ${entry.category},
      ${JSON.stringify(entry.subjects ?? [])}::jsonb, ${JSON.stringify(entry.details ?? {})}::jsonb,
      ${entry.requestId ?? null}, ${entry.address ?? null})`);
}

/** Writes an entry of the installation's own log: signing in, users, practices. */
export async function recordSystemAudit(
  transaction: Transaction,
  entry: AuditEntry,
): Promise<void> {
  await transaction.execute(sql`
    insert into system_audit_entries
      (actor, action, category, subjects, details, request_id, address)
    values (${entry.actor}, ${entry.action}, ${entry.category},
      ${JSON.stringify(entry.subjects ?? [])}::jsonb, ${JSON.stringify(entry.details ?? {})}::jsonb,
      ${entry.requestId ?? null}, ${entry.address ?? null})`);
}
