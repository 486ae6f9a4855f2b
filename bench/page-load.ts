import { quantile } from "./figure.ts";
import { call, type ServerUnderTest } from "./server-under-test.ts";

/** What a pretended user asks: a path to read, or a change to make. */
export type PageRequest = { readonly path: string; readonly request?: RequestInit };

export type PageLoad = {
  /** Ends the load and tells of it. */
  finish(): Promise<{ requests: number; failures: number; p50Ms: number; p95Ms: number }>;
};

/** How long a pretended user looks at an answer: a person at work is hardly ever faster. */
export const lookMs = Number(process.env.HEADWATER_BENCH_LOOK_MS ?? 1000);

/** Users that each ask one page after another, with a look between, until told to stop. */
export function startPageLoad(
  server: ServerUnderTest,
  users: number,
  nextRequest: (count: number) => PageRequest,
): PageLoad {
  const times: number[] = [];
  let failures = 0;
  let count = 0;
  let stopping = false;
  const user = async () => {
    while (!stopping) {
      count += 1;
      const { path, request } = nextRequest(count);
      const from = performance.now();
      try {
        await call(server, path, request);
        times.push(performance.now() - from);
      } catch (error) {
        failures += 1;
        if (failures <= 3) process.stderr.write(`  ${String(error).slice(0, 300)}\n`);
      }
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
  };
  const running = Array.from({ length: users }, user);
  return {
    finish: async () => {
      stopping = true;
      await Promise.all(running);
      return {
        requests: times.length,
        failures,
        p50Ms: quantile(times, 0.5),
        p95Ms: quantile(times, 0.95),
      };
    },
  };
}
