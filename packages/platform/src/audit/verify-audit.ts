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

interface LinkRow {
  readonly sequence: number;
  readonly entryId: number;
  readonly chainedAt: string;
  readonly chainedMs: number;
  readonly hash: string;
}

interface EntryRow extends ChainedContent {
  readonly recordedMs: number;
}

/**
 * Rows are read in pages by key and their entries by id. One joined statement would leave the way of
 * joining to estimates, which are far off right after a restore: then it ran for minutes over 50,000.
 */
const pageSize = 2000;

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
      await findInQueue(transaction, scope, walked.length),
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
  const { links, own } = chainTables(scope);
  const walk = startWalk(chainNumber(scope), expected);
  // A link before the first would otherwise hide an entry.
  let after = Number.MIN_SAFE_INTEGER;
  let length = 0;
  let finding: Finding | undefined;
  for (;;) {
    const page = await transaction.query<LinkRow>(sql`
      select l.sequence, l.audit_entry_id as "entryId", l.hash,
        to_char(l.chained_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "chainedAt",
        (extract(epoch from l.chained_at) * 1000)::float8 as "chainedMs"
      from ${links} l where ${own("l")} and l.sequence > ${after}
      order by l.sequence limit ${pageSize}`);
    const ids = page.map((link) => link.entryId);
    const found = finding ? undefined : await entriesOf(transaction, scope, ids);
    for (const link of page) {
      after = link.sequence;
      length = Math.max(0, link.sequence);
      if (found) finding ??= walk(link, found.get(link.entryId));
    }
    if (page.length < pageSize) return { length, finding };
  }
}

async function entriesOf(
  transaction: Transaction,
  scope: AuditScope,
  ids: readonly number[],
): Promise<Map<number, EntryRow>> {
  const { entries, own } = chainTables(scope);
  const rows = await transaction.query<EntryRow>(sql`
    select ${contentColumns}, (extract(epoch from e.recorded_at) * 1000)::float8 as "recordedMs"
    from ${entries} e where ${own("e")} and e.audit_entry_id = any(${ids}::bigint[])`);
  return new Map(rows.map((row) => [row.auditEntryId, row]));
}

/** Judges links one after the other. */
function startWalk(chain: number, expected: ReadonlyMap<number, string>) {
  let previousHash = genesisHash;
  let sequence = 0;
  let trusted = 0;
  let batchMs: number | undefined;
  let batchBeforeMs: number | undefined;
  return (link: LinkRow, entry: EntryRow | undefined): Finding | undefined => {
    sequence += 1;
    if (link.sequence !== sequence) return { sequence, reason: "link-missing" };
    if (!entry) return { sequence, reason: "entry-missing" };
    const position = { chain, sequence, chainedAt: link.chainedAt, previousHash };
    const hash = linkHash(position, entry);
    if (hash !== link.hash) return { sequence, reason: "entry-changed" };
    const anchoredHash = expected.get(sequence);
    if (anchoredHash !== undefined && anchoredHash !== hash) {
      return { sequence: trusted + 1, reason: "anchor-mismatch" };
    }
    if (anchoredHash !== undefined) trusted = sequence;
    if (link.chainedMs !== batchMs) {
      batchBeforeMs = batchMs;
      batchMs = link.chainedMs;
    }
    if (batchBeforeMs !== undefined && entry.recordedMs < batchBeforeMs - commitDelayMs) {
      return { sequence, reason: "entry-inserted" };
    }
    previousHash = hash;
    return undefined;
  };
}

/** An entry that is neither linked nor waiting to be. */
async function findInserted(
  transaction: Transaction,
  scope: AuditScope,
  length: number,
): Promise<Finding | undefined> {
  const { entries, links, unchained, own } = chainTables(scope);
  const found = await transaction.one<{ id: number | null }>(sql`
    select min(audit_entry_id) as id from (
      select e.audit_entry_id from ${entries} e where ${own("e")}
      except select l.audit_entry_id from ${links} l where ${own("l")}
      except select q.audit_entry_id from ${unchained} q where ${own("q")}) as unknown`);
  if (found.id === null) return undefined;
  const place = await transaction.one<{ sequence: number | null }>(sql`
    select min(l.sequence) as sequence from ${links} l
    where ${own("l")} and l.audit_entry_id > ${found.id}`);
  return { sequence: place.sequence ?? length + 1, reason: "entry-inserted" };
}

/** An entry that waits and is gone, or waits with a time from before the chain's end. */
async function findInQueue(
  transaction: Transaction,
  scope: AuditScope,
  length: number,
): Promise<Finding | undefined> {
  const { links, unchained, own } = chainTables(scope);
  const { endMs } = await transaction.one<{ endMs: number | null }>(sql`
    select (extract(epoch from max(l.chained_at)) * 1000)::float8 as "endMs"
    from ${links} l where ${own("l")}`);
  const sequence = length + 1;
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const page = await transaction.query<{ id: number }>(sql`
      select q.audit_entry_id as id from ${unchained} q
      where ${own("q")} and q.audit_entry_id > ${after}
      order by q.audit_entry_id limit ${pageSize}`);
    const ids = page.map((row) => row.id);
    const found = await entriesOf(transaction, scope, ids);
    for (const id of ids) {
      const entry = found.get(id);
      if (!entry) return { sequence, reason: "entry-missing" };
      if (endMs !== null && entry.recordedMs < endMs - commitDelayMs) {
        return { sequence, reason: "entry-inserted" };
      }
    }
    if (page.length < pageSize) return undefined;
    after = ids.at(-1) ?? after;
  }
}

async function countEntries(transaction: Transaction, scope: AuditScope) {
  const { entries, unchained, own } = chainTables(scope);
  return transaction.one<{ entries: number; unchained: number }>(sql`
    select (select count(*) from ${entries} e where ${own("e")}) as entries,
           (select count(*) from ${unchained} q where ${own("q")}) as unchained`);
}
