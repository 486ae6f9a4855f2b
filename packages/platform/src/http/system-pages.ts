import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { poolRows } from "../database/pool.ts";
import { sql } from "../database/sql.ts";
import type { HttpServerOptions } from "./create-http-server.ts";
import type { Metrics } from "./metrics.ts";
import { problem } from "./problem.ts";
import { isLocalPeer } from "./request-guard.ts";

const readyWithinMs = 2000;

/** What machines ask for: is it alive, can it work, its figures, its contract. No patient data. */
export function serveSystemPages(
  app: FastifyInstance,
  { options, document }: { options: HttpServerOptions; document: unknown },
): void {
  const open = (reason: string) => ({ config: { access: { kind: "public" as const, reason } } });
  app.get("/health/live", open("a supervisor asks"), async () => ({ status: "live" }));
  app.get("/health/ready", open("a load balancer asks"), async () => {
    await databaseAnswers(options);
    return { status: "ready", version: options.version };
  });
  app.get("/metrics", open("this machine or the metrics token"), async (request, reply) => {
    if (!mayScrape(request, options)) throw problem("not_found");
    const { metrics } = app as FastifyInstance & { metrics: Metrics };
    return reply.type(metrics.contentType).send(await metrics.text());
  });
  const text = JSON.stringify(document);
  app.get("/api/openapi.json", open("the contract is public"), async (_request, reply) =>
    reply.type("application/json; charset=utf-8").send(text),
  );
}

async function databaseAnswers(options: HttpServerOptions): Promise<void> {
  const late = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(
      () => reject(problem("database_unavailable", { retryAfterSeconds: 2 })),
      readyWithinMs,
    );
    timer.unref();
  });
  await Promise.race([poolRows(options.services.database.application, sql`select 1`), late]);
}

function mayScrape(request: FastifyRequest, options: HttpServerOptions): boolean {
  if (isLocalPeer(request)) return true;
  const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (given === undefined || options.metricsToken === undefined) return false;
  const [left, right] = [Buffer.from(given), Buffer.from(options.metricsToken)];
  return left.length === right.length && timingSafeEqual(left, right);
}
