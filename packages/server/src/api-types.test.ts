import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { expect, test } from "vitest";
import { apiTypes } from "./api-types.ts";
import { declaredProblems, declaredRoutes } from "./openapi.ts";

test("api.gen.ts is what the routes declare", async () => {
  const stored = readFileSync(join(projectRoot(), "packages/server/src/api.gen.ts"), "utf8");
  const isCurrent = stored === (await apiTypes());
  expect(
    isCurrent,
    "run node bin/run-typescript.js packages/server/src/generate-api-types.ts",
  ).toBe(true);
});

test("no two routes share an address, and each says what it does", () => {
  const routes = declaredRoutes();
  const addresses = routes.map((route) => `${route.method} ${route.url}`);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const route of routes) expect(route.summary).toMatch(/^[A-Z'].*[^.]$/);
});

test("every error code is a word of its own with a status of an error", () => {
  for (const [code, { status, title }] of Object.entries(declaredProblems())) {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title.length).toBeGreaterThan(5);
  }
});
