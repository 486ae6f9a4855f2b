import { fileURLToPath } from "node:url";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { firstLoadBytes, firstLoadLimitBytes } from "../../check-bundle.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

beforeAll(async () => {
  await build({ root, configFile: `${root}vite.config.ts`, logLevel: "warn" });
});

const pages = [
  "src/strategy/report/report-page.tsx",
  "src/mid-cycle/claim/claims-page.tsx",
  "src/mid-cycle/claim/claim-page.tsx",
  "src/files/own-files-page.tsx",
  "src/identity/sign-in-page.tsx",
];

describe("the script of a first load", () => {
  it.each(pages)("stays under the limit with %s", (page) => {
    const bytes = firstLoadBytes(page);
    process.stdout.write(`first load with ${page}: ${(bytes / 1000).toFixed(1)} KB gzip\n`);
    expect(bytes).toBeLessThan(firstLoadLimitBytes);
  });

  it("leaves the chart library for later", () => {
    const chart = firstLoadBytes("src/strategy/report/waterfall-chart.tsx");
    expect(chart - firstLoadBytes("src/strategy/report/report-page.tsx")).toBeGreaterThan(100_000);
  });
});
