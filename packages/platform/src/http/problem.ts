/** What one stable error code means to a caller. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

export type ProblemTable = Readonly<Record<string, ProblemKind>>;

/**
 * The codes that any route can answer with, in order of precedence: who you are, what you may, what
 * you asked, what stands, what we cannot do now. Routes add codes of their own beside their handlers.
 */
export const platformProblems = {
  host_refused: { status: 421, title: "This host name is not served here" },
  origin_refused: { status: 403, title: "The request came from another site" },
  session_required: { status: 401, title: "Sign in first" },
  session_expired: { status: 401, title: "The session has ended; sign in again" },
  credentials_invalid: { status: 401, title: "E-mail, password or code is wrong" },
  code_required: { status: 401, title: "A code from the authenticator is needed" },
  token_invalid: { status: 401, title: "The token is unknown, used or expired" },
  too_many_attempts: { status: 429, title: "Too many failed attempts; wait and try again" },
  too_many_requests: { status: 429, title: "Too many requests; wait and try again" },
  not_found: { status: 404, title: "Nothing is found at this address" },
  permission_missing: { status: 403, title: "Your roles do not allow this" },
  local_only: { status: 403, title: "Only possible on the machine itself" },
  request_invalid: { status: 400, title: "The request does not have the expected form" },
  cursor_invalid: { status: 400, title: "The page cursor is not one of this list" },
  body_too_large: { status: 413, title: "The request is larger than allowed" },
  media_type_unsupported: { status: 415, title: "This content type is not accepted" },
  revision_required: { status: 428, title: "Say which revision you changed, in If-Match" },
  revision_changed: { status: 412, title: "Somebody else has changed this meanwhile" },
  conflict: { status: 409, title: "This does not fit what stands already" },
  idempotency_in_flight: { status: 409, title: "The same request is still being worked on" },
  idempotency_mismatch: { status: 422, title: "The key was used for another request" },
  service_busy: { status: 503, title: "Too busy at the moment; try again" },
  disk_full: {
    status: 507,
    title:
      "The disk of the server is full. What is recorded is kept, this was not. Free some room, then try again",
  },
  database_unavailable: { status: 503, title: "The database cannot be reached; try again" },
  fault: { status: 500, title: "Something failed on our side" },
} as const satisfies ProblemTable;

export type PlatformProblemCode = keyof typeof platformProblems;

/** One field of a request that was refused. `message` never repeats the value. */
export interface FieldProblem {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface ProblemOptions {
  /** A sentence for this case. Ids and codes only: it is logged and shown. */
  readonly detail?: string;
  readonly fields?: readonly FieldProblem[];
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** Ends a request with a stable code; thrown at the rim only. The transaction is rolled back. */
export class HttpProblem extends Error {
  readonly code: string;
  readonly options: ProblemOptions;

  constructor(code: string, options: ProblemOptions) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "HttpProblem";
    this.code = code;
    this.options = options;
  }
}

/** `throw problem("not_found")`. The code must stand in the platform's table or the route's own. */
export function problem(
  code: PlatformProblemCode | (string & {}),
  options: ProblemOptions = {},
): HttpProblem {
  return new HttpProblem(code, options);
}

/** The body of an error answer (RFC 9457), media type `application/problem+json`. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly fields?: readonly FieldProblem[];
}

/** The answer to a code; one that stands in no table is a fault of ours and says nothing more. */
export function problemBody(
  table: ProblemTable,
  refusal: { readonly code: string; readonly options: ProblemOptions },
  requestId: string,
): ProblemBody {
  const known = Object.hasOwn(table, refusal.code) ? table[refusal.code] : undefined;
  const { status, title } = known ?? platformProblems.fault;
  const code = known ? refusal.code : "fault";
  return {
    type: `urn:headwater:problem:${code}`,
    title,
    status,
    code,
    detail: known ? (refusal.options.detail ?? title) : title,
    requestId,
    ...(known && refusal.options.fields ? { fields: refusal.options.fields } : {}),
  };
}

/** One table out of many; a code that two of them define differently refuses to start. */
export function joinProblemTables(tables: readonly ProblemTable[]): ProblemTable {
  const joined: Record<string, ProblemKind> = {};
  for (const table of tables) {
    for (const [code, kind] of Object.entries(table)) {
      const known = joined[code];
      if (known && (known.status !== kind.status || known.title !== kind.title)) {
        throw new Error(`problem code ${code} is defined twice`);
      }
      joined[code] = kind;
    }
  }
  return joined;
}
