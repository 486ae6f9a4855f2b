import { existsSync } from "node:fs";
import { join } from "node:path";
import { createHttpServer, type HttpServer } from "@headwater/platform/http/create-http-server.ts";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { routeModules } from "./routes.ts";
import type { Services } from "./services.ts";

/** Wires the routes to the services: an HTTP server that does not listen yet. */
export function createServer(services: Services, pages?: Promise<void>): Promise<HttpServer> {
  const { configuration, database, identity, logger, version, loopback, room } = services;
  const folder = join(projectRoot(), "packages", "web", "dist");
  const isServed = pages !== undefined || existsSync(join(folder, "index.html"));
  return createHttpServer({
    services: { database, identity, logger },
    modules: routeModules({
      database,
      identity,
      uploadLimitBytes: configuration.uploadLimitBytes,
      room,
      connectionsFolder: configuration.connectionsFolder,
    }),
    version,
    loopback,
    room,
    secure: configuration.secureCookies,
    trustedProxies: configuration.trustedProxies,
    web: isServed ? { folder, ready: pages ?? Promise.resolve() } : undefined,
    // One person at his own machine needs no limit; behind it stands only himself.
    requestsPerTenSeconds: loopback ? undefined : 1000,
  });
}
