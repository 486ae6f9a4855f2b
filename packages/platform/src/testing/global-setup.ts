import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { startTestServer, type TestServer } from "./test-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Answers with the test server's URL and starts the server on the first question. */
    testServerAddress: string;
  }
}

/**
 * Offers one PostgreSQL server to all test files of a run. It starts when the first test asks for a
 * database, so runs without one do not wait for it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<TestServer> | undefined;
  const door = createServer((_request, response) => {
    starting ??= startTestServer();
    starting
      .then(({ url, template }) => response.end(JSON.stringify({ url, template })))
      .catch((error: Error) => {
        response.statusCode = 500;
        response.end(error.message);
      });
  });
  await new Promise<void>((listening) => door.listen(0, "127.0.0.1", listening));
  const address = door.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  project.provide("testServerAddress", `http://127.0.0.1:${address.port}`);
  return async () => {
    door.closeAllConnections();
    await new Promise((closed) => door.close(closed));
    const server = await starting?.catch(() => undefined);
    await server?.stop();
  };
}
