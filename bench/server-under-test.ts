import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "@headwater/platform/project-root.ts";

/** A server started as its user would, in a data folder of its own. */
export type ServerUnderTest = {
  readonly process: ChildProcess;
  readonly address: string;
  readonly startedInMs: number;
  /** Cookie of the local owner's session. */
  readonly cookie: string;
  stop(): Promise<void>;
};

type ServerOptions = {
  readonly environment?: Readonly<Record<string, string>>;
  /** Told every line of the server's and its worker's log, which else stand among ours. */
  readonly onLog?: (line: string) => void;
};

/** Starts `headwater start` and signs in as the local owner. */
export async function startServer(
  dataFolder: string,
  { environment = {}, onLog }: ServerOptions = {},
): Promise<ServerUnderTest> {
  const child = spawn(
    process.execPath,
    [join(projectRoot(), "bin/headwater.js"), "start", "--port", "0", "--json"],
    {
      env: {
        ...process.env,
        HEADWATER_LOG_LEVEL: "error",
        ...environment,
        HEADWATER_DATA: dataFolder,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  if (onLog === undefined) child.stderr.pipe(process.stderr);
  else createInterface({ input: child.stderr }).on("line", onLog);
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([
    once(lines, "line").then(([text]) => String(text)),
    once(child, "exit").then(([code]) => {
      throw new Error(`the server ended with ${String(code)}`);
    }),
  ]);
  const ready = JSON.parse(line) as { address: string; startedInMs: number };
  const url = new URL(ready.address);
  const cookie = await signIn(url.origin, url.searchParams.get("token") ?? "");
  return {
    process: child,
    address: url.origin,
    startedInMs: ready.startedInMs,
    cookie,
    stop: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

async function signIn(origin: string, token: string): Promise<string> {
  const response = await fetch(`${origin}/api/session/local-token`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new Error(`signing in answered ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** A request as the local owner; the answer's JSON, or an error with the status. */
export async function call<Answer>(
  server: Pick<ServerUnderTest, "address" | "cookie">,
  path: string,
  request: RequestInit = {},
): Promise<Answer> {
  const response = await fetch(server.address + path, {
    ...request,
    headers: { cookie: server.cookie, origin: server.address, ...request.headers },
  });
  if (!response.ok)
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
