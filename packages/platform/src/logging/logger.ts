import { type DestinationStream, type Level, type Logger, pino } from "pino";
import { errorCode } from "../named-error.ts";

export type { Logger } from "pino";

/**
 * The only fields that a log entry may carry, all of them codes, ids, counts and durations. A field
 * that is not listed is dropped, so nobody can log a patient by accident.
 */
const allowedFields = new Set([
  "actor",
  "address",
  "attempt",
  "bytes",
  "claims",
  "code",
  "component",
  "count",
  "documentId",
  "durationMs",
  "error",
  "event",
  "exitCode",
  "fileId",
  "importId",
  "job",
  "jobId",
  "kind",
  "method",
  "pid",
  "port",
  "practiceId",
  "requestId",
  "route",
  "signal",
  "status",
  "subscriber",
  "task",
  "userId",
  "version",
  "workerId",
]);

/** What may be logged of a fault: its code, class and the program's own lines of the stack. */
export interface LoggableError {
  readonly name: string;
  readonly code: string | undefined;
  readonly stack: readonly string[];
  readonly cause?: LoggableError;
}

/**
 * Reduces a fault to what holds no data. The message is left out: a database's or a parser's
 * message may quote the value it choked on. So are `detail`, `where` and the parameters.
 */
export function loggableError(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, stack: [] };
  const stack = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? {} : { cause: loggableError(error.cause) };
  return {
    name: error.name,
    code: errorCode(error),
    stack: stack.slice(0, 12).map((line) => line.trim()),
    ...cause,
  };
}

function allowedValue(value: unknown): unknown {
  if (value instanceof Error) return loggableError(value);
  if (typeof value === "string") return value.length > 200 ? `${value.slice(0, 200)}…` : value;
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

/** Keeps the fields of the allow-list whose values are plain; anything else disappears. */
export function allowedEntry(entry: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(entry)) {
    if (value instanceof Error) kept.error = loggableError(value);
    else if (allowedFields.has(name)) kept[name] = allowedValue(value);
  }
  return kept;
}

export interface LoggerOptions {
  readonly level: Level | "silent";
  /** Where entries go; standard error if not given, since results own standard output. */
  readonly destination?: DestinationStream;
}

/**
 * Opens the log: JSON lines. The text of an entry is a constant of the program; what varies goes
 * into fields of the allow-list.
 */
export function openLogger(options: LoggerOptions): Logger {
  return pino(
    {
      level: options.level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: allowedEntry },
      serializers: { err: loggableError, error: (value: unknown) => value },
      hooks: {
        // pino would take the message of a bare error as the entry's text.
        logMethod(args, method) {
          const [first, second] = args as unknown[];
          if (first instanceof Error) {
            const text = typeof second === "string" ? second : "fault";
            method.apply(this, [{ error: first }, text]);
          } else if (typeof first === "object" && first !== null) {
            method.apply(this, [first, typeof second === "string" ? second : ""]);
          } else {
            method.apply(this, [String(first)]);
          }
        },
      },
    },
    options.destination ?? pino.destination({ dest: 2, sync: false }),
  );
}
