import type { AddressInfo } from "node:net";
import { startChainer } from "@headwater/platform/audit/start-chainer.ts";
import type { HttpServer } from "@headwater/platform/http/create-http-server.ts";
import { createLocalToken } from "@headwater/platform/identity/local-owner.ts";
import { errorCode, NamedError } from "@headwater/platform/named-error.ts";
import { createServer } from "./create-server.ts";
import { openServices, type Services } from "./services.ts";
import { startWorkerChild, type WorkerCommand } from "./worker-child.ts";

export interface StartOptions {
  /** Asked for by the user: taken or refused. Without it the configured one or the next free. */
  readonly port?: number;
  readonly host?: string;
  /** `process.env` if absent. */
  readonly environment?: NodeJS.ProcessEnv;
  /** The command line that runs jobs in a child process; without it no jobs run here. */
  readonly worker?: WorkerCommand;
  /** The build of the pages, under way: requests for them wait. Without it what is built is served. */
  readonly pages?: Promise<void>;
}

export interface RunningServer {
  /** `http://127.0.0.1:4680`, without a slash at the end. */
  readonly address: string;
  /** The local owner's one-time token for `ADDRESS/?token=…`; undefined unless bound to loopback. */
  readonly token: string | undefined;
  readonly startedInMs: number;
  readonly services: Services;
  /** Finishes the running requests and jobs, then ends everything. */
  stop(): Promise<void>;
}

const portsTried = 20;
const drainMs = 10_000;

/**
 * Starts the database, the HTTP server and, if told how, the worker's child process. Throws
 * `PORT_TAKEN` if the port that was asked for is in use. Prints nothing.
 */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const started = performance.now();
  const environment = options.environment ?? process.env;
  const services = await openServices({ environment, host: options.host, answersRequests: true });
  const { host, loopback } = services;
  let server: HttpServer | undefined;
  try {
    server = await createServer(services, options.pages);
    const port = await listen(server, host, portsFor(options, services, environment));
    const token = loopback ? await createLocalToken(services.identity) : undefined;
    const worker = options.worker && startWorkerChild(services, options.worker, environment);
    const chainer = startChainer(services);
    const { app } = server;
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      await Promise.all([drain(app), worker?.stop()]);
      await chainer.stop();
      await services.close();
    };
    return {
      address: `http://${urlHost(host)}:${port}`,
      token,
      startedInMs: Math.round(performance.now() - started),
      services,
      stop: () => {
        stopping ??= stop();
        return stopping;
      },
    };
  } catch (error) {
    await server?.stop();
    await services.close();
    throw error;
  }
}

/** The HTTP part alone: jobs run elsewhere. */
export function startApi(options: Omit<StartOptions, "worker"> = {}): Promise<RunningServer> {
  return startServer(options);
}

function portsFor(
  options: StartOptions,
  services: Services,
  environment: NodeJS.ProcessEnv,
): readonly number[] {
  const { port } = services.configuration;
  if (options.port !== undefined) return [options.port];
  if (environment.PORT !== undefined && environment.PORT !== "") return [port];
  return Array.from({ length: portsTried }, (_, index) => port + index);
}

async function listen(server: HttpServer, host: string, ports: readonly number[]): Promise<number> {
  for (const port of ports) {
    try {
      await server.app.listen({ host, port });
      return (server.app.server.address() as AddressInfo).port;
    } catch (error) {
      if (errorCode(error) === "EACCES") {
        throw new NamedError("PORT_FORBIDDEN", `port ${port} needs more rights; choose another`);
      }
      if (errorCode(error) !== "EADDRINUSE") throw error;
    }
  }
  const [first = 0] = ports;
  throw new NamedError(
    "PORT_TAKEN",
    `port ${first} is used by another program; choose one with --port`,
  );
}

/** Lets running requests end, but not for ever: a download to a sleeping laptop would hold us. */
async function drain(app: HttpServer["app"]): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), drainMs);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}

function urlHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
