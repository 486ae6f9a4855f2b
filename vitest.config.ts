import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "tools/**/*.test.ts", "tests/**/*.test.ts"],
    // The pages' own tests need a browser and have their own configuration.
    exclude: ["**/node_modules/**", "**/dist/**", "**/*.browser.test.ts"],
    globalSetup: ["./packages/platform/src/testing/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    pool: "forks",
  },
});
