import type { Readable } from "node:stream";
import { z } from "zod";
import type { AuditAction } from "../audit/audit-entry.ts";
import type { Permission } from "../identity/permissions.ts";
import { type CursorKey, decodeCursor, encodeCursor } from "./cursor.ts";
import type { ExportColumn } from "./export-column.ts";
import type { ProblemTable } from "./problem.ts";
import type {
  Download,
  OwnTransactionContext,
  PracticeContext,
  PublicContext,
  UserContext,
} from "./route-context.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who may call a route. A route without one of these refuses to start the server. */
export type Access =
  | { readonly kind: "practice"; readonly permission: Permission }
  | { readonly kind: "anywhere"; readonly permission: Permission }
  | { readonly kind: "authenticated"; readonly reason: string }
  | { readonly kind: "public"; readonly reason: string };

/** What the request's audit entry is called: `claim.read` with the ids that the handler notes. */
export interface RouteAudit {
  readonly action: AuditAction;
  /** The category of data, singular: `claim`, `remittance`, `file`. */
  readonly category: string;
}

const nothing = z.object({});
type Nothing = typeof nothing;

/** How an export walks the list: every page of at most `limit` rows until `next` is null. */
export interface ListExport {
  readonly fileName: string;
  readonly columns: readonly ExportColumn<unknown>[];
  readonly page: (context: AnyPracticeContext, limit: number, after?: string) => Promise<ListPage>;
}

export interface ListPage {
  readonly rows: readonly unknown[];
  readonly next: string | null;
}

type AnyPracticeContext = PracticeContext<unknown, unknown, unknown>;

/** A declared route, ready for `createHttpServer`. Made by the functions of this file only. */
export interface Route {
  readonly method: Method;
  /** The whole path with `:name` for parameters. */
  readonly url: string;
  readonly summary: string;
  readonly access: Access;
  readonly status: number;
  readonly schema: {
    readonly params: z.ZodObject;
    readonly query: z.ZodObject;
    readonly body: z.ZodType | "stream" | undefined;
    readonly response: z.ZodType | "download";
  };
  readonly audit: RouteAudit | undefined;
  /** Whether an `Idempotency-Key` is honoured; only with the framework's own transaction. */
  readonly idempotent: boolean;
  readonly transaction: "one" | "own";
  readonly bodyLimitBytes: number | undefined;
  readonly list: ListExport | undefined;
  handle(context: never): Promise<unknown>;
}

/** A set of routes and the problem codes of their own that they answer with. */
export interface RouteModule {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly problems?: ProblemTable;
}

interface Schemas<Params, Query, Body, Answer> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Answer;
}

interface Declaration<Params, Query, Body, Answer> {
  readonly method: Method;
  readonly url: string;
  /** One sentence for the reference, without a full stop. */
  readonly summary: string;
  /** Status of success; 200 if absent. */
  readonly status?: number;
  readonly schema: Schemas<Params, Query, Body, Answer>;
  readonly audit?: RouteAudit;
}

type Decoded<Body> = Body extends "stream"
  ? Readable
  : Body extends z.ZodType
    ? z.output<Body>
    : undefined;
type Encoded<Answer> = Answer extends "download"
  ? Download
  : Answer extends z.ZodType
    ? z.input<Answer>
    : never;

export interface PracticeRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType,
> extends Declaration<Params, Query, Body, Answer> {
  readonly permission: Permission;
  /** Every route of a practice says what it reads or changes. */
  readonly audit: RouteAudit;
  readonly handler: (
    context: PracticeContext<z.output<Params>, z.output<Query>, Decoded<Body>>,
  ) => Promise<Encoded<Answer>>;
}

const practiceBase = "/api/practices/:practice";
const practiceParams = z.object({ practice: z.uuid() });

/**
 * A route of one practice; `url` continues `/api/practices/:practice`. The handler runs in one
 * transaction that acts for the practice; its audit entry is written in it, and the answer is sent
 * after the commit. A POST honours `Idempotency-Key`.
 */
export function practiceRoute<
  Answer extends z.ZodType,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType | undefined = undefined,
>(declaration: PracticeRoute<Params, Query, Body, Answer>): Route {
  return {
    ...erase(declaration),
    url: practiceBase + declaration.url,
    access: { kind: "practice", permission: declaration.permission },
    schema: schemasOf(declaration.schema, practiceParams),
    idempotent: declaration.method === "POST",
    handle: declaration.handler,
  };
}

export interface OwnTransactionRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType | "stream" | undefined,
  Answer extends z.ZodType | "download",
> extends Declaration<Params, Query, Body, Answer> {
  readonly permission: Permission;
  readonly audit: RouteAudit;
  /** Largest body; the server's default if absent. */
  readonly bodyLimitBytes?: number;
  readonly handler: (
    context: OwnTransactionContext<z.output<Params>, z.output<Query>, Decoded<Body>>,
  ) => Promise<Encoded<Answer>>;
}

/**
 * A route of one practice that streams: `body: "stream"` hands over the raw request, `response:
 * "download"` sends a file. The handler opens its transactions with `context.inPractice`; the audit
 * entry is written in the first of them, or alone before the answer if there was none.
 */
export function ownTransactionRoute<
  Answer extends z.ZodType | "download",
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType | "stream" | undefined = undefined,
>(declaration: OwnTransactionRoute<Params, Query, Body, Answer>): Route {
  return {
    ...erase(declaration),
    url: practiceBase + declaration.url,
    access: { kind: "practice", permission: declaration.permission },
    schema: schemasOf(declaration.schema, practiceParams),
    transaction: "own",
    bodyLimitBytes: declaration.bodyLimitBytes,
    handle: declaration.handler,
  };
}

export interface UserRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType,
> extends Declaration<Params, Query, Body, Answer> {
  /** A permission held in at least one practice, or why being signed in is enough. */
  readonly access: { readonly anywhere: Permission } | { readonly authenticated: string };
  readonly handler: (
    context: UserContext<z.output<Params>, z.output<Query>, Decoded<Body>>,
  ) => Promise<Encoded<Answer>>;
}

/** A route of a signed-in actor that names no practice; audited in the installation's own log. */
export function userRoute<
  Answer extends z.ZodType,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType | undefined = undefined,
>(declaration: UserRoute<Params, Query, Body, Answer>): Route {
  const { access } = declaration;
  return {
    ...erase(declaration),
    access:
      "anywhere" in access
        ? { kind: "anywhere", permission: access.anywhere }
        : { kind: "authenticated", reason: access.authenticated },
    handle: declaration.handler,
  };
}

export interface PublicRoute<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType,
> extends Declaration<Params, Query, Body, Answer> {
  /** Why nobody needs to be signed in. */
  readonly public: string;
  readonly handler: (
    context: PublicContext<z.output<Params>, z.output<Query>, Decoded<Body>>,
  ) => Promise<Encoded<Answer>>;
}

/** A route that anybody may call. */
export function publicRoute<
  Answer extends z.ZodType,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType | undefined = undefined,
>(declaration: PublicRoute<Params, Query, Body, Answer>): Route {
  return {
    ...erase(declaration),
    access: { kind: "public", reason: declaration.public },
    handle: declaration.handler,
  };
}

const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(1000).optional(),
  format: z.enum(["json", "csv", "xlsx"]).default("json"),
});

/** How many rows there would be for each value of a filter: `counts.state.denied`. */
const listTotal = z.object({
  count: z.int(),
  cents: z.int().optional(),
  counts: z.record(z.string(), z.record(z.string(), z.int())).optional(),
});

export type ListTotal = z.input<typeof listTotal>;

export interface ListRoute<
  Row extends z.ZodType,
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Cursor extends z.ZodType<CursorKey>,
> {
  readonly url: string;
  readonly summary: string;
  readonly permission: Permission;
  readonly params?: Params;
  readonly query?: Query;
  /** The sort key of a row, as the cursor carries it. */
  readonly cursor: Cursor;
  readonly row: Row;
  /** Category of the audit entry, and which ids of a row it names. */
  readonly category: string;
  readonly auditId: (row: z.input<Row>) => string | number;
  /** Name of the exported file without its ending. */
  readonly fileName: string;
  readonly columns: readonly ExportColumn<z.input<Row>>[];
  /** One page in key order: at most `limit` rows after the key; `next` is null at the end. */
  readonly page: (
    context: PracticeContext<z.output<Params>, z.output<Query>, undefined>,
    page: { readonly limit: number; readonly after: z.output<Cursor> | undefined },
  ) => Promise<{
    readonly rows: readonly z.input<Row>[];
    readonly next: z.output<Cursor> | null;
    readonly total?: ListTotal;
    /** Newest date that the rows rest on, `YYYY-MM-DD`. */
    readonly asOf?: string;
  }>;
}

/**
 * A list of one practice by keyset pages: `?limit&after`, and `?format=csv|xlsx` for a download of
 * every row. The answer is `{rows, next, total?, asOf?}`.
 */
export function listRoute<
  Row extends z.ZodType,
  Cursor extends z.ZodType<CursorKey>,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
>(declaration: ListRoute<Row, Params, Query, Cursor>): Route {
  type Context = PracticeContext<z.output<Params>, z.output<Query>, undefined>;
  const readPage = async (context: Context, limit: number, after: string | undefined) => {
    const key = after === undefined ? undefined : decodeCursor(declaration.cursor, after);
    const { next, ...page } = await declaration.page(context, { limit, after: key });
    context.audits(declaration.category, page.rows.map(declaration.auditId));
    return { ...page, rows: [...page.rows], next: next === null ? null : encodeCursor(next) };
  };
  const query = declaration.query ? declaration.query.extend(listQuery.shape) : listQuery;
  return {
    ...unstated,
    method: "GET",
    url: practiceBase + declaration.url,
    summary: declaration.summary,
    access: { kind: "practice", permission: declaration.permission },
    audit: { action: "read", category: declaration.category },
    schema: {
      params: practiceParams.extend(declaration.params?.shape ?? {}),
      query,
      body: undefined,
      response: z.object({
        rows: z.array(declaration.row),
        next: z.string().nullable(),
        total: listTotal.optional(),
        asOf: z.string().optional(),
      }),
    },
    list: {
      fileName: declaration.fileName,
      columns: declaration.columns as readonly ExportColumn<unknown>[],
      page: (context, limit, after) => readPage(context as Context, limit, after),
    },
    handle: (context: Context) => {
      const { limit, after } = context.query as unknown as z.output<typeof listQuery>;
      return readPage(context, limit, after);
    },
  };
}

const unstated = {
  status: 200,
  audit: undefined,
  idempotent: false,
  transaction: "one",
  bodyLimitBytes: undefined,
  list: undefined,
} as const;

interface AnyDeclaration {
  readonly method: Method;
  readonly url: string;
  readonly summary: string;
  readonly status?: number;
  readonly schema: Schemas<
    z.ZodObject,
    z.ZodObject,
    z.ZodType | "stream" | undefined,
    z.ZodType | "download"
  >;
  readonly audit?: RouteAudit;
}

function erase(declaration: AnyDeclaration) {
  return {
    ...unstated,
    method: declaration.method,
    url: declaration.url,
    summary: declaration.summary,
    status: declaration.status ?? 200,
    audit: declaration.audit,
    schema: schemasOf(declaration.schema, nothing),
  };
}

function schemasOf(schema: AnyDeclaration["schema"], base: z.ZodObject): Route["schema"] {
  return {
    params: schema.params ? base.extend(schema.params.shape) : base,
    query: schema.query ?? nothing,
    body: schema.body,
    response: schema.response,
  };
}
