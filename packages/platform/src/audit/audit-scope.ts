import { identifier, type Sql, sql } from "../database/sql.ts";
import type { Transaction, TransactionOptions } from "../database/transaction.ts";
import {
  type PracticesDatabase,
  withNoPractice,
  withPractices,
} from "../tenancy/with-practices.ts";

/** Whose chain: a practice's, or that of the installation itself. */
export type AuditScope =
  | { readonly kind: "practice"; readonly practiceId: number; readonly publicId: string }
  | { readonly kind: "system" };

/** The name under which a chain is anchored; a practice's public id, which a restore keeps. */
export function anchorName(scope: AuditScope): string {
  return scope.kind === "system" ? "system" : scope.publicId;
}

/** The number that stands for the chain in every hash. */
export function chainNumber(scope: AuditScope): number {
  return scope.kind === "system" ? 0 : scope.practiceId;
}

/** The chain's three tables and the condition that picks its rows. */
export interface ChainTables {
  readonly entries: Sql;
  readonly unchained: Sql;
  readonly links: Sql;
  /** `practice_id = …` of the table of this alias, or true. */
  readonly own: (alias: string) => Sql;
  /** Columns and values that precede the others in an insert. */
  readonly keyColumns: Sql;
  readonly keyValues: Sql;
}

/** The tables of a chain; a practice's carry its id, the installation's stand alone. */
export function chainTables(scope: AuditScope): ChainTables {
  const prefix = scope.kind === "system" ? "system_" : "";
  const practice = scope.kind === "practice";
  return {
    entries: identifier(`${prefix}audit_entries`),
    unchained: identifier(`${prefix}audit_unchained`),
    links: identifier(`${prefix}audit_links`),
    own: (alias) =>
      practice ? sql`${identifier(`${alias}.practice_id`)} = ${scope.practiceId}` : sql`true`,
    keyColumns: practice ? sql`practice_id, ` : sql``,
    keyValues: practice ? sql`${scope.practiceId}::bigint, ` : sql``,
  };
}

/** Runs work in a transaction that sees this chain and no other practice's. */
export function withAuditScope<Result>(
  database: PracticesDatabase,
  chain: { readonly scope: AuditScope } & TransactionOptions,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const { scope, ...options } = chain;
  const practiceIds = scope.kind === "system" ? [] : [scope.practiceId];
  return withPractices(database, { ...options, practiceIds, actor: "system:chainer" }, work);
}

/** Every chain of the installation: its own first, then the practices'. */
export async function auditScopes(database: PracticesDatabase): Promise<AuditScope[]> {
  const practices = await withNoPractice(database, { actor: "system:chainer" }, (transaction) =>
    transaction.query<{ practiceId: number; publicId: string }>(sql`
      select practice_id as "practiceId", public_id as "publicId" from practices
      order by practice_id`),
  );
  return [
    { kind: "system" },
    ...practices.map((practice) => ({ kind: "practice" as const, ...practice })),
  ];
}
