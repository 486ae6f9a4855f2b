import { randomUUID } from "node:crypto";
import { finished, Readable, Transform } from "node:stream";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { z } from "zod";
import { auditLagSeconds } from "../audit/audit-lag.ts";
import { type DiskRoom, isFull } from "../lifecycle/disk-room.ts";
import { type Authorized, authorize, credentialOf } from "./authorize.ts";
import { asProblem } from "./error-answer.ts";
import type { HttpServices } from "./http-services.ts";
import { type KnownCredentials, knownCredentials } from "./known-credentials.ts";
import { openMetrics } from "./metrics.ts";
import { openApiDocument } from "./openapi.ts";
import {
  joinProblemTables,
  type ProblemTable,
  platformProblems,
  problem,
  problemBody,
} from "./problem.ts";
import { addressOf, guardRequest } from "./request-guard.ts";
import type { Access, Route, RouteModule } from "./route.ts";
import type { Download } from "./route-context.ts";
import { type ExportSlots, runExport } from "./run-export.ts";
import { runRoute, sendDownload } from "./run-route.ts";
import { refuseUnstorable } from "./storable-input.ts";
import { serveSystemPages } from "./system-pages.ts";
import { serveWeb, type WebPages } from "./web-pages.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may call the route; the server does not start with a route that does not say. */
    access?: Access;
  }
}

export interface HttpServerOptions {
  readonly services: HttpServices;
  readonly modules: readonly RouteModule[];
  readonly version: string;
  /** Whether the server is reached from this machine alone. */
  readonly loopback: boolean;
  /** Whether TLS stands in front: cookies and browsers then insist on it. */
  readonly secure: boolean;
  /** The built web application; without it only the API is served. */
  readonly web?: WebPages | undefined;
  /** Largest JSON body in bytes; 1 MiB if absent. */
  readonly bodyLimitBytes?: number;
  /** Requests of one session, token or address in ten seconds; without limit if absent. */
  readonly requestsPerTenSeconds?: number | undefined;
  /** Addresses and networks of proxies whose `X-Forwarded-For` is believed; nobody's if absent. */
  readonly trustedProxies?: readonly string[];
  /** Lets a scraper that is not on this machine read `/metrics`. */
  readonly metricsToken?: string | undefined;
  /** Where the program writes; without it only what fails for want of room tells of it. */
  readonly room?: DiskRoom;
}

/** An address that answers, and who may call it. */
export interface ServedAddress {
  readonly method: string;
  readonly url: string;
  readonly access: Access;
}

/** A server that answers but does not listen yet. */
export interface HttpServer {
  readonly app: FastifyInstance;
  readonly problems: ProblemTable;
  /** Every address that answers, the server's own pages included. */
  readonly addresses: readonly ServedAddress[];
  /** Takes no new connection and waits for the running requests. */
  stop(): Promise<void>;
}

/**
 * Builds the HTTP server of these route modules. Throws when two routes or codes collide, or when a
 * route does not say who may call it.
 */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const problems = joinProblemTables([
    platformProblems,
    ...options.modules.map((module) => module.problems ?? {}),
  ]);
  const app = openFastify(options);
  const addresses = requireAccess(app);
  answerErrors(app, { options, problems });
  await app.register(cookie, {
    parseOptions: { httpOnly: true, sameSite: "strict", path: "/", secure: options.secure },
  });
  await app.register(helmet, browserRules(options));
  app.addHook("onRequest", async (request) => guardRequest(request, options));
  const known = knownCredentials();
  await limitRequests(app, { options, known });
  observeRequests(app, options);
  const slots: ExportSlots = { running: 0 };
  const routes = options.modules.flatMap((module) => module.routes);
  const { services } = options;
  for (const route of routes) register(app, { route, services, slots, known });
  const document = openApiDocument(routes, { version: options.version, problems });
  serveSystemPages(app, { options, document });
  if (options.web !== undefined) await serveWeb(app, options.web);
  else app.setNotFoundHandler(() => Promise.reject(problem("not_found")));
  await app.ready();
  return { app, problems, addresses, stop: () => app.close() };
}

function openFastify(options: HttpServerOptions): FastifyInstance {
  const { trustedProxies = [] } = options;
  const app = fastify({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: options.bodyLimitBytes ?? 1024 * 1024,
    exposeHeadRoutes: false,
    forceCloseConnections: "idle",
    // A sender that trickles its headers, or falls silent, loses its connection.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
    connectionTimeout: 60_000,
    requestTimeout: 15 * 60_000,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 300 },
  });
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (value) => {
    const result = schema.safeParse(value ?? {});
    return result.success ? { value: result.data } : { error: validationError(result.error) };
  });
  app.addHook("preValidation", async (request) => refuseUnstorable(request));
  // Answers are checked in their transaction, before the commit.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.removeContentTypeParser("text/plain");
  app.addContentTypeParser("application/octet-stream", (request, payload, done) => {
    const { config } = request.routeOptions;
    if ((config as { stream?: boolean }).stream) done(null, payload);
    else done(problem("media_type_unsupported"));
  });
  return app;
}

function validationError(error: z.ZodError): Error {
  const issues = error.issues.map((issue) => ({
    keyword: issue.code,
    instancePath: issue.path.map((part) => `/${String(part)}`).join(""),
    schemaPath: "",
    params: {},
    message: issue.code,
  }));
  return Object.assign(new Error("request_invalid"), { validation: issues });
}

function requireAccess(app: FastifyInstance): readonly ServedAddress[] {
  const addresses: ServedAddress[] = [];
  app.addHook("onRoute", (route) => {
    const access = route.config?.access;
    const method = String(route.method);
    if (!access) throw new Error(`route ${method} ${route.url} does not say who may call it`);
    addresses.push({ method, url: route.url, access });
  });
  return addresses;
}

function answerErrors(
  app: FastifyInstance,
  { options, problems }: { options: HttpServerOptions; problems: ProblemTable },
): void {
  const { room, services } = options;
  const { logger } = services;
  app.setErrorHandler((error, request, reply) => {
    const refusal = asProblem(error, problems, () => room !== undefined && isFull(room));
    const body = problemBody(problems, refusal, request.id);
    const { retryAfterSeconds } = refusal.options;
    if (retryAfterSeconds !== undefined) reply.header("retry-after", String(retryAfterSeconds));
    const { cause } = refusal.options;
    const route = request.routeOptions.url ?? "";
    const fields = { event: "request-failed", requestId: request.id, route, code: body.code };
    if (body.status >= 500) logger.error({ ...fields, error: cause ?? error }, "request failed");
    else if (cause !== undefined) logger.warn({ ...fields, error: cause }, "request refused");
    reply.header("cache-control", "no-store");
    reply.code(body.status).type("application/problem+json").send(body);
  });
}

/**
 * What browsers are told. Scripts and styles come from our own files only: the pages set styles by
 * script, element by element, which the policy allows, and never by text in the markup.
 */
function browserRules(options: HttpServerOptions) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: options.secure ? { maxAge: 31_536_000 } : false,
    frameguard: { action: "deny" as const },
    referrerPolicy: { policy: "no-referrer" as const },
    crossOriginOpenerPolicy: { policy: "same-origin" as const },
    crossOriginResourcePolicy: { policy: "same-origin" as const },
  };
}

async function limitRequests(
  app: FastifyInstance,
  { options, known }: { options: HttpServerOptions; known: KnownCredentials },
): Promise<void> {
  if (options.requestsPerTenSeconds === undefined) return;
  await app.register(rateLimit, {
    global: false,
    max: options.requestsPerTenSeconds,
    timeWindow: 10_000,
    keyGenerator: (request) => {
      const token = credentialOf(request)?.token;
      return token !== undefined && known.has(token) ? token : addressOf(request);
    },
    errorResponseBuilder: () => problem("too_many_requests", { retryAfterSeconds: 10 }),
  });
  // Before any route asks the database who calls: refused calls count too.
  app.addHook("onRequest", app.rateLimit());
}

function observeRequests(app: FastifyInstance, options: HttpServerOptions): void {
  const { database } = options.services;
  const metrics = openMetrics(database.application, () => auditLagSeconds(database));
  app.decorate("metrics", metrics);
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const { method } = request;
    const status = reply.statusCode;
    metrics.observe({ method, route, status, seconds: reply.elapsedTime / 1000 });
    const durationMs = Math.round(reply.elapsedTime);
    options.services.logger.debug(
      { event: "request", method, route, status, durationMs, requestId: request.id },
      "request",
    );
  });
}

interface Registration {
  readonly route: Route;
  readonly services: HttpServices;
  readonly slots: ExportSlots;
  readonly known: KnownCredentials;
}

function register(app: FastifyInstance, { route, services, slots, known }: Registration): void {
  const authorizations = new WeakMap<FastifyRequest, Authorized>();
  const { params, query, body } = route.schema;
  const streams = body === "stream";
  app.route({
    method: route.method,
    url: route.url,
    config: { access: route.access, ...(streams ? { stream: true } : {}) },
    schema: { params, querystring: query, ...(body && !streams ? { body } : {}) },
    onRequest: async (request, reply) => {
      reply.header("cache-control", "no-store");
      reply.header("x-request-id", request.id);
      if (route.access.kind === "public") return;
      authorizations.set(request, await authorize(services, route, request));
      known.add(credentialOf(request)?.token ?? "");
    },
    handler: async (request, reply) => {
      if (streams) boundStream(request, route.bodyLimitBytes);
      const run = { services, route, request, authorized: authorizations.get(request) };
      const { format } = request.query as { format?: "json" | "csv" | "xlsx" };
      if (route.list && format && format !== "json") {
        return runExport(run, reply, { format, slots });
      }
      const answer = await runRoute(run, reply);
      return send(reply, route, answer);
    },
  });
}

function send(
  reply: FastifyReply,
  route: Route,
  answer: { readonly status: number; readonly body: unknown },
): FastifyReply {
  reply.code(answer.status);
  if (route.schema.response === "download") return sendDownload(reply, answer.body as Download);
  return reply.type("application/json; charset=utf-8").send(JSON.stringify(answer.body));
}

/** Refuses a raw body that is announced too large, and cuts one that grows too large. */
function boundStream(request: FastifyRequest, limitBytes: number | undefined): void {
  const source = request.body;
  if (!(source instanceof Readable)) throw problem("media_type_unsupported");
  if (limitBytes === undefined) return;
  if (Number(request.headers["content-length"] ?? 0) > limitBytes) throw problem("body_too_large");
  let received = 0;
  const bounded = new Transform({
    transform(piece: Buffer, _encoding, done) {
      received += piece.length;
      if (received > limitBytes) done(problem("body_too_large"));
      else done(null, piece);
    },
  });
  // A sender may go away before anybody reads; the reader finds the fault, the process must not.
  bounded.on("error", () => undefined);
  finished(source, (error) => {
    if (error) bounded.destroy(problem("request_invalid"));
  });
  request.body = source.pipe(bounded);
}
