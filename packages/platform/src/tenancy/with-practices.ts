import type pg from "pg";
import { type RetryOptions, retryTransient } from "../database/retry.ts";
import {
  inTransaction,
  type Transaction,
  type TransactionOptions,
} from "../database/transaction.ts";
import { NamedError } from "../named-error.ts";

/** The part of an open database that acting for practices needs. */
export interface PracticesDatabase {
  readonly application: pg.Pool;
}

export interface PracticesScope extends Omit<TransactionOptions, "settings"> {
  /** The practices that may be read; the caller has authorized every one of them. */
  readonly practiceIds: readonly number[];
  /** Who acts, as it stands in events and the audit log: `user:12`, `operator`, `system:chainer`. */
  readonly actor: string;
  /** Runs the work again after a transient fault. Only for work that is idempotent as a whole. */
  readonly retry?: RetryOptions;
}

/** A transaction that acts for a set of practices. */
export interface PracticesTransaction extends Transaction {
  readonly practiceIds: readonly number[];
  readonly actor: string;
}

/** A transaction that acts for one practice, and so may write. */
export interface PracticeTransaction extends PracticesTransaction {
  readonly practiceId: number;
}

function practicesSetting(practiceIds: readonly number[]): string {
  for (const practiceId of practiceIds) {
    if (!Number.isSafeInteger(practiceId) || practiceId < 1) {
      throw new NamedError("PRACTICE_ID_INVALID", "a practice id is a positive integer");
    }
  }
  return `{${practiceIds.join(",")}}`;
}

/**
 * The one trusted path by which a transaction comes to act for practices: the set holds for this
 * transaction alone and is gone when it ends, so a pooled connection never carries it over.
 */
export async function withPractices<Result>(
  database: PracticesDatabase,
  scope: PracticesScope,
  work: (transaction: PracticesTransaction) => Promise<Result>,
): Promise<Result> {
  const setting = practicesSetting(scope.practiceIds);
  const { practiceIds, actor } = scope;
  const settings = { "headwater.practices": setting, "headwater.actor": actor };
  const run = () =>
    inTransaction(database.application, { ...scope, settings }, (transaction) =>
      work(Object.assign(transaction, { practiceIds, actor })),
    );
  return scope.retry ? retryTransient(scope.retry, run) : run();
}

export interface PracticeScope extends Omit<TransactionOptions, "settings"> {
  readonly practiceId: number;
  readonly actor: string;
  readonly retry?: RetryOptions;
}

/** Acts for exactly one practice. Every write goes through here. */
export async function withPractice<Result>(
  database: PracticesDatabase,
  scope: PracticeScope,
  work: (transaction: PracticeTransaction) => Promise<Result>,
): Promise<Result> {
  const { practiceId, ...rest } = scope;
  return withPractices(database, { ...rest, practiceIds: [practiceId] }, (transaction) =>
    work(Object.assign(transaction, { practiceId })),
  );
}

/** A transaction that acts for no practice: users, sessions, code sets, the directory of practices. */
export async function withNoPractice<Result>(
  database: PracticesDatabase,
  scope: Omit<PracticesScope, "practiceIds">,
  work: (transaction: PracticesTransaction) => Promise<Result>,
): Promise<Result> {
  return withPractices(database, { ...scope, practiceIds: [] }, work);
}
