import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { recordAudit, recordSystemAudit } from "../audit/record-audit.ts";
import { businessDate } from "../clock/clock.ts";
import { inputHash, runIdempotently } from "../idempotency/run-idempotently.ts";
import { type PracticeMembership, practicesWith } from "../identity/authenticate.ts";
import {
  type PracticeScope,
  type PracticeTransaction,
  withPractice,
  withPractices,
} from "../tenancy/with-practices.ts";
import type { Authorized } from "./authorize.ts";
import type { HttpServices } from "./http-services.ts";
import { problem } from "./problem.ts";
import { type RequestTrace, traceRequest } from "./request-trace.ts";
import type { Route, RouteAudit } from "./route.ts";
import type { Download, PracticeReference } from "./route-context.ts";

/** A request on its way through a route. */
export interface RouteRun {
  readonly services: HttpServices;
  readonly route: Route;
  readonly request: FastifyRequest;
  readonly authorized: Authorized | undefined;
}

/** A run of a practice's route, with what is certain by then. */
export interface PracticeRun extends RouteRun {
  readonly trace: RequestTrace;
  readonly membership: PracticeMembership;
  readonly actor: string;
  readonly audit: RouteAudit;
}

export interface RouteAnswer {
  readonly status: number;
  readonly body: unknown;
}

type Handle = (context: unknown) => Promise<unknown>;

/** Runs the handler as its kind of route demands; headers and cookies are set after the commit. */
export async function runRoute(run: RouteRun, reply: FastifyReply): Promise<RouteAnswer> {
  const trace = traceRequest(run.services, run.route, run.request);
  const answer = await answerOf(run, trace);
  trace.applyTo(reply);
  return answer;
}

async function answerOf(run: RouteRun, trace: RequestTrace): Promise<RouteAnswer> {
  const { route, authorized } = run;
  if (authorized?.membership) {
    const practice = practiceRun(run, trace, authorized);
    return route.transaction === "own" ? runOwn(practice) : runOne(practice);
  }
  if (authorized) return runUser(run, trace, authorized);
  return { status: route.status, body: checked(route, await handlerOf(route)(trace.context)) };
}

/** Gathers what a practice's run needs. */
export function practiceRun(
  run: RouteRun,
  trace: RequestTrace,
  authorized: Authorized,
): PracticeRun {
  const { membership, identity } = authorized;
  const { audit } = run.route;
  if (!membership || !audit) throw new Error(`route ${run.route.url} is not a practice's`);
  return { ...run, trace, membership, audit, actor: identity.actor.name };
}

const handlerOf = (route: Route): Handle => route.handle as unknown as Handle;

/** The answer as its schema allows it; anything else is a fault and rolls the transaction back. */
function checked(route: Route, answer: unknown): unknown {
  const { response } = route.schema;
  return response === "download" ? answer : (response as z.ZodType).parse(answer);
}

/** The practice as handlers see it. */
export function practiceReference(run: PracticeRun): PracticeReference {
  const { clock } = run.services.identity;
  const { businessDate: own, ...membership } = run.membership;
  const { timeZone } = membership;
  return { ...membership, today: businessDate(clock, { businessDate: own, timeZone }) };
}

/** Everything of a practice's context but the transaction. */
export function practiceContext(run: PracticeRun) {
  return {
    ...run.trace.context,
    actor: run.authorized?.identity.actor,
    practice: practiceReference(run),
  };
}

/** A page asks the same of few rows over and over: planning it anew takes longer than answering it. */
function scopeOf({ membership: { practiceId }, actor, route }: PracticeRun): PracticeScope {
  const isPlannedOnce = route.method !== "GET";
  return { practiceId, actor, isPrepared: true, isPlannedOnce };
}

async function runOne(run: PracticeRun): Promise<RouteAnswer> {
  const { services, route, trace, actor, audit } = run;
  return withPractice(services.database, scopeOf(run), async (transaction) => {
    const handle = async () => {
      const context = { ...practiceContext(run), transaction };
      return { status: route.status, body: checked(route, await handlerOf(route)(context)) };
    };
    const answer = await once(run, transaction, handle);
    await recordAudit(transaction, trace.entry(actor, audit));
    return answer;
  });
}

/** Gives the first answer again when the same key comes again with the same input. */
async function once(
  run: PracticeRun,
  transaction: PracticeTransaction,
  handle: () => Promise<RouteAnswer>,
): Promise<RouteAnswer> {
  const { route, request, trace, actor, services } = run;
  const key = trace.context.header("idempotency-key");
  if (!route.idempotent || key === undefined) return handle();
  if (key.length < 1 || key.length > 255) throw problem("request_invalid");
  const input = [request.params, request.query, trace.context.body];
  const command = {
    scope: `${actor} ${route.method} ${route.url}`.slice(0, 200),
    key,
    // Sealed with the installation's key: the input may hold a password, which a plain digest would
    // let anybody with a copy of the table guess.
    inputHash: services.identity.masterKey.digest(inputHash(input)),
  };
  const result = await runIdempotently(transaction, command, async () => {
    const { status, body } = await handle();
    return { status, response: body };
  });
  if (result.kind === "refused") {
    throw problem(
      result.code === "IDEMPOTENCY_KEY_REUSED" ? "idempotency_mismatch" : "idempotency_in_flight",
    );
  }
  if (result.kind === "repeated") trace.context.auditDetail({ repeated: true });
  return { status: result.status, body: result.response };
}

async function runOwn(run: PracticeRun): Promise<RouteAnswer> {
  const { services, route, trace, actor, audit } = run;
  let told = false;
  const inPractice = async <Result>(
    work: (transaction: PracticeTransaction) => Promise<Result>,
  ): Promise<Result> => {
    const result = await withPractice(services.database, scopeOf(run), async (own) => {
      const value = await work(own);
      if (!told || trace.hasUntold()) await recordAudit(own, trace.entry(actor, audit));
      return value;
    });
    told = true;
    return result;
  };
  const context = { ...practiceContext(run), inPractice };
  const answer = checked(route, await handlerOf(route)(context));
  if (!told || trace.hasUntold()) await inPractice(async () => undefined);
  return { status: route.status, body: answer };
}

async function runUser(
  run: RouteRun,
  trace: RequestTrace,
  authorized: Authorized,
): Promise<RouteAnswer> {
  const { services, route } = run;
  const { identity } = authorized;
  const actor = identity.actor.name;
  const practiceIds =
    route.access.kind === "anywhere" ? practicesWith(identity, route.access.permission) : [];
  return withPractices(services.database, { practiceIds, actor }, async (transaction) => {
    const context = { ...trace.context, actor: identity.actor, identity, transaction };
    const body = checked(route, await handlerOf(route)(context));
    if (route.audit) await recordSystemAudit(transaction, trace.entry(actor, route.audit));
    return { status: route.status, body };
  });
}

/** Sends a file so that a browser stores it and never shows it as a page. */
export function sendDownload(reply: FastifyReply, download: Download): FastifyReply {
  reply.header("content-type", download.mediaType);
  reply.header("content-disposition", attachment(download.name));
  reply.header("content-security-policy", "sandbox; default-src 'none'");
  if (download.byteLength !== undefined) reply.header("content-length", download.byteLength);
  return reply.send(download.content);
}

/** The header that names an attachment (RFC 6266); no character of the name can end it. */
export function attachment(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[^A-Za-z0-9._-]/g, "_").slice(0, 150) || "download";
  const encoded = encodeURIComponent(Buffer.from(last.slice(0, 150)).toString()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded || plain}`;
}
