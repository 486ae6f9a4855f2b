import type { FastifyError } from "fastify";
import { isTransient } from "../database/retry.ts";
import { isDiskFull } from "../lifecycle/disk-room.ts";
import { errorCode } from "../named-error.ts";
import { type FieldProblem, HttpProblem, type ProblemTable, problem } from "./problem.ts";

// out of memory, too many connections, configured limits, statement cancelled by its timeout, lock
// not available.
const busyStates = new Set(["53000", "53200", "53300", "53400", "57014", "55P03"]);

// What was given has no place in a column: a number too large, no date, no text of this form.
const dataStates = new Set(["22003", "22007", "22008", "22021", "22P02", "22P05"]);

const networkCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);

/**
 * The code and options with which any thrown thing is answered; what is not foreseen is a fault. A
 * database that is away while the disk is full went down for want of room.
 */
export function asProblem(
  error: unknown,
  table: ProblemTable,
  isOutOfRoom: () => boolean = () => false,
): HttpProblem {
  const found =
    error instanceof HttpProblem
      ? error
      : (databaseProblem(error) ?? frameworkProblem(error) ?? namedProblem(error, table));
  if (found.code !== "database_unavailable" || !isOutOfRoom()) return found;
  return diskFullProblem(error);
}

/** Nobody frees room within seconds: the sender may come again after a minute. */
function diskFullProblem(cause: unknown): HttpProblem {
  return problem("disk_full", { retryAfterSeconds: 60, cause });
}

function databaseProblem(error: unknown): HttpProblem | undefined {
  const code = errorCode(error) ?? "";
  const message = error instanceof Error ? error.message : "";
  if (busyStates.has(code) || code === "40001" || code === "40P01") {
    return problem("service_busy", { retryAfterSeconds: 1, cause: error });
  }
  if (isDiskFull(error)) return diskFullProblem(error);
  if (dataStates.has(code)) return problem("request_invalid", { cause: error });
  // Somebody else was faster with the same name or number.
  if (code === "23505") return problem("conflict", { cause: error });
  // The pool names a connection that it could not get in time without a code.
  if (/timeout exceeded when trying to connect|Query read timeout/.test(message)) {
    return problem("service_busy", { retryAfterSeconds: 2, cause: error });
  }
  if (isTransient(error) || networkCodes.has(code) || code.startsWith("57P")) {
    return problem("database_unavailable", { retryAfterSeconds: 2, cause: error });
  }
  return undefined;
}

function frameworkProblem(error: unknown): HttpProblem | undefined {
  const { code, validation, statusCode } = error as Partial<FastifyError>;
  if (validation) return problem("request_invalid", { fields: fieldProblems(error) });
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return problem("body_too_large");
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return problem("media_type_unsupported");
  if (statusCode === 404) return problem("not_found");
  if (statusCode === 429) return problem("too_many_requests", { retryAfterSeconds: 10 });
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return problem("request_invalid");
  }
  return undefined;
}

/** A fault whose code, in lower case, stands in the table is that problem: `DOCUMENT_TOO_LARGE`. */
function namedProblem(error: unknown, table: ProblemTable): HttpProblem {
  const code = errorCode(error)?.toLowerCase();
  return code !== undefined && Object.hasOwn(table, code)
    ? problem(code, { cause: error })
    : problem("fault", { cause: error });
}

/** What the schemas found wrong, by path and rule; the values themselves are left out. */
function fieldProblems(error: unknown): FieldProblem[] {
  const { validation = [], validationContext } = error as FastifyError;
  return validation.slice(0, 20).map((found) => ({
    field: `${validationContext ?? "request"}${found.instancePath.replaceAll("/", ".")}`,
    code: found.keyword,
    message: ruleMessages[found.keyword] ?? "does not have the expected form",
  }));
}

const ruleMessages: Readonly<Record<string, string>> = {
  invalid_type: "is missing or of another type",
  too_small: "is too short or too small",
  too_big: "is too long or too large",
  invalid_format: "does not have the expected format",
  invalid_value: "is not one of the allowed values",
  unrecognized_keys: "has fields that are not known",
};
