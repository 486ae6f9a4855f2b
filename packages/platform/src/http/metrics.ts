import type pg from "pg";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** The figures of one server for Prometheus: routes and codes only, never an address with ids. */
export interface Metrics {
  observe(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** Starts counting. Each server has figures of its own. `auditLag` is asked at every reading. */
export function openMetrics(pool: pg.Pool, auditLag: () => Promise<number>): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer by method, route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  });
  const gauge = new Gauge({
    name: "database_pool_connections",
    help: "Connections of the application's pool by state",
    labelNames: ["state"],
    registers: [register],
    collect() {
      gauge.set({ state: "open" }, pool.totalCount);
      gauge.set({ state: "idle" }, pool.idleCount);
      gauge.set({ state: "waiting" }, pool.waitingCount);
    },
  });
  const lag = new Gauge({
    name: "audit_lag_seconds",
    help: "Age of the oldest audit entry that no chain holds yet; NaN if the database is away",
    registers: [register],
    async collect() {
      lag.set(await auditLag().catch(() => Number.NaN));
    },
  });
  return {
    observe: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
