import { createHash } from "node:crypto";
import { sql } from "../database/sql.ts";
import type { PracticeTransaction } from "../tenancy/with-practices.ts";

export interface IdempotentCommand {
  /** What is asked for, such as `POST /imports`: the same key may serve another command. */
  readonly scope: string;
  readonly key: string;
  readonly inputHash: string;
}

export interface CommandAnswer<Response> {
  readonly status: number;
  readonly response: Response;
}

export type IdempotentResult<Response> =
  | ({ readonly kind: "done" } & CommandAnswer<Response>)
  /** The command ran before; this is its first answer. */
  | ({ readonly kind: "repeated" } & CommandAnswer<Response>)
  /** The key was used for another input. */
  | { readonly kind: "refused"; readonly code: "IDEMPOTENCY_KEY_REUSED" }
  /** The same command is running in another transaction at this moment. */
  | { readonly kind: "refused"; readonly code: "IDEMPOTENCY_KEY_IN_FLIGHT" };

interface StoredAnswer<Response> {
  readonly input_hash: string;
  readonly status: number;
  readonly response: Response;
}

/** A digest of a command's input for comparison: equal JSON gives an equal digest, whatever the order of keys. */
export function inputHash(input: unknown): string {
  return createHash("sha256").update(canonicalJson(input)).digest("hex");
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonicalJson(item)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/**
 * Runs a command once per key: its answer is stored in the transaction of its effects and given
 * again when the command comes again. A fault stores nothing, so the command can be tried again.
 * The response must be JSON.
 */
export async function runIdempotently<Response>(
  transaction: PracticeTransaction,
  command: IdempotentCommand,
  work: () => Promise<CommandAnswer<Response>>,
): Promise<IdempotentResult<Response>> {
  const { practiceId } = transaction;
  // A lock for the time of the transaction, by a digest of the key: the row exists only at its end.
  const lock = createHash("sha256")
    .update(JSON.stringify([practiceId, command.scope, command.key]))
    .digest()
    .readBigInt64BE();
  const held = await transaction.one<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${lock.toString()}::bigint) as held`,
  );
  if (!held.held) return { kind: "refused", code: "IDEMPOTENCY_KEY_IN_FLIGHT" };
  const stored = await transaction.maybeOne<StoredAnswer<Response>>(sql`
    select input_hash, status, response from idempotency_keys
    where practice_id = ${practiceId} and scope = ${command.scope} and key = ${command.key}`);
  if (stored) {
    if (stored.input_hash !== command.inputHash) {
      return { kind: "refused", code: "IDEMPOTENCY_KEY_REUSED" };
    }
    return { kind: "repeated", status: stored.status, response: stored.response };
  }
  const answer = await work();
  await transaction.execute(sql`
    insert into idempotency_keys (practice_id, scope, key, input_hash, status, response)
    values (${practiceId}, ${command.scope}, ${command.key}, ${command.inputHash},
            ${answer.status}, ${JSON.stringify(answer.response)}::jsonb)`);
  return { kind: "done", ...answer };
}

/** Forgets answers of a practice that are older than the days that repeats may come in. Returns how many. */
export async function forgetAnswers(
  transaction: PracticeTransaction,
  olderThanDays: number,
): Promise<number> {
  return transaction.execute(sql`
    delete from idempotency_keys
    where practice_id = ${transaction.practiceId}
      and created_at < now() - ${olderThanDays}::int * interval '1 day'`);
}
