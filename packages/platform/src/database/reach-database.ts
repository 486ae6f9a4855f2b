import type pg from "pg";
import { errorCode, NamedError } from "../named-error.ts";

/** How long a server is waited for that does not answer yet, as one that starts beside us. */
export interface Patience {
  readonly waitMs: number;
  /** Told once when the waiting begins. */
  readonly onWait?: ((error: Error) => void) | undefined;
}

const pauseMs = 250;

// What may pass by itself: nobody listens, the name is not known yet, the server starts or stops, it
// has no connection left.
const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "ENOENT",
  "57P01",
  "57P03",
  "53300",
]);

/**
 * Asks a server for a first answer, and waits for one that is away. Throws `DATABASE_UNREACHABLE`,
 * `DATABASE_SIGN_IN_REFUSED` or `DATABASE_MISSING`; none of them shows the password.
 */
export async function reachDatabase(
  owner: pg.Pool,
  url: string,
  patience: Patience,
): Promise<void> {
  const deadline = Date.now() + patience.waitMs;
  let waiting = false;
  for (;;) {
    try {
      await owner.query("select 1");
      return;
    } catch (error) {
      if (!isAway(error)) throw refusal(error, url) ?? error;
      if (Date.now() + pauseMs > deadline) throw unreachable(error, url);
      if (!waiting && error instanceof Error) patience.onWait?.(error);
      waiting = true;
      await new Promise((wake) => setTimeout(wake, pauseMs));
    }
  }
}

function isAway(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return awayCodes.has(code);
  return error instanceof Error && /^(Connection terminated|timeout exceeded)/.test(error.message);
}

/** Several addresses of one name that all refuse come as one error without a code of its own. */
function codeOf(error: unknown): string | undefined {
  const code = errorCode(error);
  if (code !== undefined || !(error instanceof AggregateError)) return code;
  return errorCode(error.errors[0]);
}

function unreachable(cause: unknown, url: string): NamedError {
  const { hostname, port } = new URL(url);
  return new NamedError(
    "DATABASE_UNREACHABLE",
    `no PostgreSQL answers at ${hostname || "the local socket"}:${port || "5432"} (${codeOf(cause) ?? "no answer"}); is DATABASE_URL right, and does the server run?`,
    { cause },
  );
}

function refusal(cause: unknown, url: string): NamedError | undefined {
  const code = codeOf(cause);
  const passwordMissing = cause instanceof Error && cause.message.startsWith("SASL:");
  if (code === "28P01" || code === "28000" || passwordMissing) {
    return new NamedError(
      "DATABASE_SIGN_IN_REFUSED",
      "the server does not let the login of DATABASE_URL in; check its name, its password and pg_hba.conf",
      { cause },
    );
  }
  if (code !== "3D000") return undefined;
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  return new NamedError("DATABASE_MISSING", `the server has no database ${name}; create it first`, {
    cause,
  });
}
