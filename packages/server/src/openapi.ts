import { openApiDocument } from "@headwater/platform/http/openapi.ts";
import {
  joinProblemTables,
  type ProblemTable,
  platformProblems,
} from "@headwater/platform/http/problem.ts";
import type { Route, RouteModule } from "@headwater/platform/http/route.ts";
import { type RouteServices, routeModules } from "./routes.ts";
import { programVersion } from "./services.ts";

/**
 * The route modules for reading their declarations only. They are built without services, which
 * handlers reach for when a request comes and no declaration needs.
 */
export function declaredModules(): readonly RouteModule[] {
  return routeModules({} as RouteServices);
}

/** Every declared route. */
export function declaredRoutes(): readonly Route[] {
  return declaredModules().flatMap((module) => module.routes);
}

/** Every stable error code with its status and title; the reference page is made from it. */
export function declaredProblems(): ProblemTable {
  return joinProblemTables([
    platformProblems,
    ...declaredModules().map((module) => module.problems ?? {}),
  ]);
}

/** The contract of the HTTP API, OpenAPI 3.1. */
export function apiDocument(): Record<string, unknown> {
  return openApiDocument(declaredRoutes(), {
    version: programVersion(),
    problems: declaredProblems(),
  });
}
