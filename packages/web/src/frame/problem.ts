/** What the server answers instead of a result (application/problem+json, RFC 9457). */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly fields: readonly { readonly field: string; readonly message: string }[];
};

/** A request that was refused or did not arrive; `problem.code` is stable. */
export class RequestRefused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = "RequestRefused";
    this.problem = problem;
  }
}

/** Reads whatever came back as a problem; a body that is none still yields a code. */
export function readProblem(status: number, body: unknown): Problem {
  const record: Record<string, unknown> = typeof body === "object" && body ? { ...body } : {};
  const text = (key: string) => (typeof record[key] === "string" ? record[key] : undefined);
  return {
    status,
    code: text("code") ?? `http-${status}`,
    title: text("title") ?? "",
    detail: text("detail"),
    requestId: text("requestId"),
    fields: readFields(record.fields),
  };
}

function readFields(fields: unknown): Problem["fields"] {
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((one: unknown) => {
    const named = typeof one === "object" && one !== null && "field" in one && "message" in one;
    return named ? [{ field: String(one.field), message: String(one.message) }] : [];
  });
}

/** The problem of a failed query or mutation; a network failure has the code `unreachable`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestRefused) return error.problem;
  return readProblem(0, { code: error instanceof TypeError ? "unreachable" : "unexpected" });
}
