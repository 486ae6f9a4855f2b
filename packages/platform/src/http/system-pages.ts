import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { auditLagSeconds } from "../audit/audit-lag.ts";
import { isFull } from "../lifecycle/disk-room.ts";
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
    const { room } = options;
    if (room !== undefined && isFull(room)) throw problem("disk_full", { retryAfterSeconds: 60 });
    const lag = await inTime(auditLagSeconds(options.services.database));
    return { status: "ready", version: options.version, auditLagSeconds: lag };
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

/** The database's answer, or the problem that it gives none in time. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const late = new Promise<never>((_resolve, reject) => {
    const timer = setTimeout(
      () => reject(problem("database_unavailable", { retryAfterSeconds: 2 })),
      readyWithinMs,
    );
    timer.unref();
  });
  return Promise.race([answer, late]);
}

function mayScrape(request: FastifyRequest, options: HttpServerOptions): boolean {
  if (isLocalPeer(request)) return true;
  const given = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (given === undefined || options.metricsToken === undefined) return false;
  const [left, right] = [Buffer.from(given), Buffer.from(options.metricsToken)];
  return left.length === right.length && timingSafeEqual(left, right);
}
