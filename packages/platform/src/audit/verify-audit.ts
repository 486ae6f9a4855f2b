import { sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";
import type { PracticesDatabase } from "../tenancy/with-practices.ts";
import type { Anchor } from "./anchor.ts";
import { type ChainedContent, contentColumns, genesisHash, linkHash } from "./audit-hash.ts";
import {
  type AuditScope,
  anchorName,
  chainNumber,
  chainTables,
  withAuditScope,
} from "./audit-scope.ts";

/**
 * What is wrong with a chain. `entry-changed`: an entry, its order or its link was edited;
 * `entry-missing`: deleted; `entry-inserted`: put in afterwards; `link-missing`: a link is gone;
 * `tail-cut`: the anchor knows a later head; `anchor-mismatch`: the chain was computed anew;
 * `anchor-missing`: nothing outside the database vouches for the chain.
 */
export type AuditFault =
  | "entry-changed"
  | "entry-missing"
  | "entry-inserted"
  | "link-missing"
  | "tail-cut"
  | "anchor-mismatch"
  | "anchor-missing";

export interface AuditVerdict {
  /** Entries in the log, linked or not. */
  readonly entries: number;
  /** Entries that no link holds yet; normal for a few seconds. */
  readonly unchained: number;
  /** Sequence of the first link that cannot be trusted, or null. */
  readonly firstBad: number | null;
  readonly reason: AuditFault | null;
  /** How often the chain went on from a restored backup. */
  readonly restores: number;
}

interface Finding {
  readonly sequence: number;
  readonly reason: AuditFault;
}

interface LinkRow extends Partial<ChainedContent> {
  readonly sequence: number;
  readonly entryId: number;
  readonly chainedAt: string;
  readonly hash: string;
  readonly recordedMs: number | null;
  readonly chainedMs: number;
}

/**
 * How long before the batch ahead of its own an entry may have been written. An entry is written
 * right before its transaction commits; one that is older than this was put in behind the chain.
 */
const commitDelayMs = 10 * 60 * 1000;

/**
 * Recomputes a chain over the entries as they stand and holds it against its anchor. Finds an edit, a
 * deletion, an insertion, a changed order and a cut tail. What it cannot find: an entry removed within
 * the seconds before it was linked, and a new entry that somebody with the right to write adds today.
 */
export async function verifyAudit(
  database: PracticesDatabase,
  scope: AuditScope,
  anchor: Anchor,
): Promise<AuditVerdict> {
  const { expected, restores, any } = await anchoredHeads(anchor, anchorName(scope));
  const chain = { scope, isolation: "repeatable read", readOnly: true } as const;
  return withAuditScope(database, chain, async (transaction) => {
    const walked = await walkChain(transaction, scope, expected);
    const findings = [
      walked.finding,
      await findInserted(transaction, scope, walked.length),
      await findDeletedWaiting(transaction, scope, walked.length),
      tailFinding(expected, walked.length),
      !any && walked.length > 0 ? { sequence: 1, reason: "anchor-missing" as const } : undefined,
    ].filter((finding) => finding !== undefined);
    findings.sort((left, right) => left.sequence - right.sequence);
    const counts = await countEntries(transaction, scope);
    const first = findings[0];
    return {
      ...counts,
      firstBad: first?.sequence ?? null,
      reason: first?.reason ?? null,
      restores,
    };
  });
}

/** The heads that still bind: a restore takes back those after its own. */
async function anchoredHeads(anchor: Anchor, name: string) {
  let expected = new Map<number, string>();
  let restores = 0;
  let any = false;
  for await (const record of anchor.read(name)) {
    any = true;
    if (record.kind === "restore") {
      restores += 1;
      expected = new Map([...expected].filter(([sequence]) => sequence <= record.sequence));
    }
    if (record.sequence > 0) expected.set(record.sequence, record.hash);
  }
  return { expected, restores, any };
}

function tailFinding(expected: ReadonlyMap<number, string>, length: number): Finding | undefined {
  for (const sequence of expected.keys()) {
    if (sequence > length) return { sequence: length + 1, reason: "tail-cut" };
  }
  return undefined;
}

async function walkChain(
  transaction: Transaction,
  scope: AuditScope,
  expected: ReadonlyMap<number, string>,
): Promise<{ length: number; finding: Finding | undefined }> {
  const { entries, links, own } = chainTables(scope);
  const join = scope.kind === "practice" ? sql`e.practice_id = l.practice_id and` : sql``;
  const rows = transaction.stream<LinkRow>(
    sql`select l.sequence, l.audit_entry_id as "entryId", l.hash,
          to_char(l.chained_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "chainedAt",
          (extract(epoch from l.chained_at) * 1000)::float8 as "chainedMs",
          (extract(epoch from e.recorded_at) * 1000)::float8 as "recordedMs",
          ${contentColumns}
        from ${links} l left join ${entries} e on ${join} e.audit_entry_id = l.audit_entry_id
        where ${own("l")} order by l.sequence`,
    2000,
  );
  const walk = startWalk(chainNumber(scope), expected);
  let length = 0;
  let finding: Finding | undefined;
  for await (const row of rows) {
    length = row.sequence;
    finding ??= walk(row);
  }
  return { length, finding };
}

/** Judges links one after the other. */
function startWalk(chain: number, expected: ReadonlyMap<number, string>) {
  let previousHash = genesisHash;
  let sequence = 0;
  let trusted = 0;
  let batchMs: number | undefined;
  let batchBeforeMs: number | undefined;
  return (row: LinkRow): Finding | undefined => {
    sequence += 1;
    if (row.sequence !== sequence) return { sequence, reason: "link-missing" };
    if (row.auditEntryId == null || row.recordedMs === null) {
      return { sequence, reason: "entry-missing" };
    }
    const position = { chain, sequence, chainedAt: row.chainedAt, previousHash };
    const hash = linkHash(position, row as LinkRow & ChainedContent);
    if (hash !== row.hash) return { sequence, reason: "entry-changed" };
    const anchoredHash = expected.get(sequence);
    if (anchoredHash !== undefined && anchoredHash !== hash) {
      return { sequence: trusted + 1, reason: "anchor-mismatch" };
    }
    if (anchoredHash !== undefined) trusted = sequence;
    if (row.chainedMs !== batchMs) {
      batchBeforeMs = batchMs;
      batchMs = row.chainedMs;
    }
    if (batchBeforeMs !== undefined && row.recordedMs < batchBeforeMs - commitDelayMs) {
      return { sequence, reason: "entry-inserted" };
    }
    previousHash = hash;
    return undefined;
  };
}

/** An entry that is neither linked nor waiting, or waits with a time from before the chain's end. */
async function findInserted(
  transaction: Transaction,
  scope: AuditScope,
  length: number,
): Promise<Finding | undefined> {
  const { entries, links, unchained, own } = chainTables(scope);
  const found = await transaction.maybeOne<{ id: number }>(sql`
    select min(e.audit_entry_id) as id from ${entries} e
    where ${own("e")}
      and not exists (
        select 1 from ${links} l where ${own("l")} and l.audit_entry_id = e.audit_entry_id)
      and (
        not exists (
          select 1 from ${unchained} q where ${own("q")} and q.audit_entry_id = e.audit_entry_id)
        or e.recorded_at < (select max(l.chained_at) from ${links} l where ${own("l")})
          - ${commitDelayMs}::float8 * interval '1 millisecond')`);
  if (found?.id == null) return undefined;
  const place = await transaction.one<{ sequence: number | null }>(sql`
    select min(l.sequence) as sequence from ${links} l
    where ${own("l")} and l.audit_entry_id > ${found.id}`);
  return { sequence: place.sequence ?? length + 1, reason: "entry-inserted" };
}

async function findDeletedWaiting(
  transaction: Transaction,
  scope: AuditScope,
  length: number,
): Promise<Finding | undefined> {
  const { entries, unchained, own } = chainTables(scope);
  const rows = await transaction.query(sql`
    select 1 from ${unchained} q where ${own("q")} and not exists (
      select 1 from ${entries} e where ${own("e")} and e.audit_entry_id = q.audit_entry_id) limit 1`);
  return rows.length > 0 ? { sequence: length + 1, reason: "entry-missing" } : undefined;
}

async function countEntries(transaction: Transaction, scope: AuditScope) {
  const { entries, unchained, own } = chainTables(scope);
  return transaction.one<{ entries: number; unchained: number }>(sql`
    select (select count(*) from ${entries} e where ${own("e")}) as entries,
           (select count(*) from ${unchained} q where ${own("q")}) as unchained`);
}
