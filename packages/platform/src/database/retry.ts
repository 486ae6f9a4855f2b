import { errorCode } from "../named-error.ts";

// serialization failure, deadlock, admin shutdown, crash shutdown, cannot connect now, and the
// connection failures of class 08.
const transientStates = new Set([
  "40001",
  "40P01",
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08001",
  "08003",
  "08004",
  "08006",
]);
const transientNodeCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"]);

// The driver gives no code to a connection that ended under or before a query, nor to the wait for
// one that took too long.
const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether the same command may succeed when it is run again as a whole. */
export function isTransient(error: unknown): boolean {
  const code = errorCode(error);
  if (code === "ENOENT") return isWithoutSocket(error);
  if (code !== undefined) return transientStates.has(code) || transientNodeCodes.has(code);
  return error instanceof Error && lostConnection.test(error.message);
}

/** A server that is gone has taken its socket's file along; any other file that is missing stays so. */
function isWithoutSocket(error: unknown): boolean {
  return (error as { readonly syscall?: unknown }).syscall === "connect";
}

export interface RetryOptions {
  /** Runs in all, the first included. */
  readonly attempts: number;
  readonly baseDelayMs?: number;
  readonly maxDelayMs?: number;
  readonly random?: () => number;
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly onRetry?: (attempt: number, code: string | undefined) => void;
}

const waitFor = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Runs idempotent work again after a serialization failure, a deadlock or a lost connection, with
 * full jitter under a doubling cap. A commit whose answer was lost is repeated too: only work that
 * carries its own idempotency key may be handed in.
 */
export async function retryTransient<Result>(
  options: RetryOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const { baseDelayMs = 20, maxDelayMs = 1000, random = Math.random, wait = waitFor } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= options.attempts || !isTransient(error)) throw error;
      options.onRetry?.(attempt, errorCode(error));
      await wait(random() * Math.min(maxDelayMs, baseDelayMs * 2 ** attempt));
    }
  }
}
