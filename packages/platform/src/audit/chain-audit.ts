import { sql } from "../database/sql.ts";
import type { Transaction } from "../database/transaction.ts";
import { type PracticesDatabase, withPractices } from "../tenancy/with-practices.ts";
import type { Anchor, AnchorRecord } from "./anchor.ts";
import { type ChainedContent, contentColumns, genesisHash, linkHash } from "./audit-hash.ts";
import {
  type AuditScope,
  anchorName,
  auditScopes,
  chainNumber,
  chainTables,
  withAuditScope,
} from "./audit-scope.ts";

const batchSize = 2000;

/** The last link of a chain; sequence 0 if there is none. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/** Reads the last link of a chain. */
export async function chainHead(transaction: Transaction, scope: AuditScope): Promise<ChainHead> {
  const { links, own } = chainTables(scope);
  const head = await transaction.maybeOne<ChainHead>(sql`
    select sequence, hash from ${links} l where ${own("l")} order by sequence desc limit 1`);
  return head ?? { sequence: 0, hash: genesisHash };
}

/**
 * Links every committed entry of one chain and anchors its head. One chainer works on a chain at a
 * time; another finds it taken and returns. Returns how many entries were linked.
 */
export async function chainAudit(
  database: PracticesDatabase,
  scope: AuditScope,
  anchor: Anchor,
): Promise<number> {
  let chained = 0;
  for (;;) {
    const batch = await withAuditScope(database, { scope }, (transaction) =>
      linkBatch(transaction, scope),
    );
    if (batch === undefined) return chained;
    chained += batch.count;
    await anchorHead(anchor, scope, batch.head);
    if (batch.count < batchSize) return chained;
  }
}

async function linkBatch(
  transaction: Transaction,
  scope: AuditScope,
): Promise<{ count: number; head: ChainHead } | undefined> {
  const lock = await transaction.one<{ held: boolean; chainedAt: string }>(sql`
    select pg_try_advisory_xact_lock(hashtextextended(${`audit:${anchorName(scope)}`}, 0)) as held,
      to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "chainedAt"`);
  if (!lock.held) return undefined;
  const { entries, unchained, own } = chainTables(scope);
  const waiting = await transaction.query<{ id: number }>(sql`
    select q.audit_entry_id as id from ${unchained} q where ${own("q")}
    order by q.audit_entry_id limit ${batchSize}`);
  const rows = await transaction.query<ChainedContent>(sql`
    select ${contentColumns} from ${entries} e
    where ${own("e")} and e.audit_entry_id = any(${waiting.map((row) => row.id)}::bigint[])
    order by e.audit_entry_id`);
  const head = await chainHead(transaction, scope);
  if (rows.length === 0) return { count: 0, head };
  const ids = rows.map((row) => row.auditEntryId);
  const linked = await alreadyLinked(transaction, scope, ids);
  const fresh = rows.filter((row) => !linked.has(row.auditEntryId));
  const newHead = await insertLinks(transaction, scope, { rows: fresh, head, at: lock.chainedAt });
  await transaction.execute(sql`
    delete from ${unchained} q where ${own("q")} and q.audit_entry_id = any(${ids}::bigint[])`);
  return { count: rows.length, head: newHead };
}

/** A restore may queue entries again that carry their links already. */
async function alreadyLinked(
  transaction: Transaction,
  scope: AuditScope,
  ids: readonly number[],
): Promise<Set<number>> {
  const { links, own } = chainTables(scope);
  const rows = await transaction.query<{ id: number }>(sql`
    select l.audit_entry_id as id from ${links} l
    where ${own("l")} and l.audit_entry_id = any(${ids}::bigint[])`);
  return new Set(rows.map((row) => row.id));
}

async function insertLinks(
  transaction: Transaction,
  scope: AuditScope,
  batch: { rows: readonly ChainedContent[]; head: ChainHead; at: string },
): Promise<ChainHead> {
  const { links, keyColumns, keyValues } = chainTables(scope);
  let { sequence, hash } = batch.head;
  const hashes: string[] = [];
  for (const row of batch.rows) {
    sequence += 1;
    const position = { chain: chainNumber(scope), sequence, chainedAt: batch.at };
    hash = linkHash({ ...position, previousHash: hash }, row);
    hashes.push(hash);
  }
  await transaction.execute(sql`
    insert into ${links} (${keyColumns}sequence, audit_entry_id, chained_at, hash)
    select ${keyValues}${batch.head.sequence}::bigint + n, id, ${batch.at}::timestamptz, hash
    from unnest(${batch.rows.map((row) => row.auditEntryId)}::bigint[], ${hashes}::text[])
      with ordinality as t(id, hash, n)`);
  return { sequence, hash };
}

/** The newest anchored sequence per anchor and chain, so that an idle chain is not read each time. */
const anchored = new WeakMap<Anchor, Map<string, number>>();

async function anchorHead(anchor: Anchor, scope: AuditScope, head: ChainHead): Promise<void> {
  const name = anchorName(scope);
  const known = anchored.get(anchor) ?? new Map<string, number>();
  anchored.set(anchor, known);
  let latest = known.get(name);
  if (latest === undefined) {
    latest = 0;
    for await (const record of anchor.read(name)) latest = latestSequence(latest, record);
  }
  if (head.sequence > latest) {
    await anchor.append(name, { kind: "head", ...head, at: new Date().toISOString() });
  }
  known.set(name, Math.max(latest, head.sequence));
}

function latestSequence(latest: number, record: AnchorRecord): number {
  return record.kind === "restore" ? record.sequence : Math.max(latest, record.sequence);
}

/** What answers a statement as the owner: a pool, or the client of a restore's open transaction. */
export interface OwnerReader {
  query(text: string): Promise<{ rows: unknown[] }>;
}

/**
 * Marks every chain's head in the anchor as the result of a restore, so that `verifyAudit` takes the
 * older end for a restart and not for a cut. Called once by the restore, with no server running.
 */
export async function markRestored(owner: OwnerReader, anchor: Anchor): Promise<void> {
  const { rows } = await owner.query(`
    select p.public_id::text as name, l.sequence, l.hash from practices p
    left join lateral (
      select sequence, hash from audit_links l where l.practice_id = p.practice_id
      order by sequence desc limit 1) l on true
    union all
    select 'system', l.sequence, l.hash from (select 1) one
    left join lateral (
      select sequence, hash from system_audit_links order by sequence desc limit 1) l on true`);
  for (const row of rows as { name: string; sequence: number | null; hash: string | null }[]) {
    const head = { sequence: row.sequence ?? 0, hash: row.hash ?? genesisHash };
    await anchor.append(row.name, { kind: "restore", ...head, at: new Date().toISOString() });
    anchored.get(anchor)?.delete(row.name);
  }
}

/** The chains that have entries waiting; one question for all practices. */
export async function waitingScopes(database: PracticesDatabase): Promise<AuditScope[]> {
  const scopes = await auditScopes(database);
  const practiceIds = scopes.flatMap((scope) =>
    scope.kind === "practice" ? [scope.practiceId] : [],
  );
  const waiting = await withPractices(
    database,
    { practiceIds, actor: "system:chainer" },
    (transaction) =>
      transaction.query<{ chain: number }>(sql`
        select p.id as chain from unnest(${practiceIds}::bigint[]) as p(id)
        where exists (select 1 from audit_unchained q where q.practice_id = p.id)
        union all select 0 where exists (select 1 from system_audit_unchained)`),
  );
  const chains = new Set(waiting.map((row) => row.chain));
  return scopes.filter((scope) => chains.has(chainNumber(scope)));
}
