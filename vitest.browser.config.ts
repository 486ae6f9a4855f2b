import { defineConfig } from "vitest/config";

/** Tests that drive the built application in a real browser against a real server. */
export default defineConfig({
  test: {
    include: ["packages/web/src/**/*.browser.test.ts"],
    globalSetup: ["packages/web/src/testing/prepare-data.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    // A page that a loaded machine shows late is looked at once more.
    retry: process.env.CI ? 1 : 0,
    pool: "forks",
  },
});
