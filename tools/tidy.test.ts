import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkRepository } from "./tidy.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

describe("the repository", () => {
  it("keeps the house rules", () => {
    const lines = checkRepository(root).map(
      ({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`,
    );
    expect(lines).toEqual([]);
  });
});

describe("each rule", () => {
  let folder = "";

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tidy-"));
    mkdirSync(join(folder, "database/migrations"), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const rules = () => checkRepository(folder).map((one) => one.rule);

  const slice = "packages/revenue-cycle/src";
  it.each([
    [
      "a library imports the platform",
      "packages/x12/src/read.ts",
      'import "@headwater/platform/clock.ts";',
      "direction",
    ],
    ["a library imports from npm", "packages/ledger/src/cents.ts", 'import "zod";', "direction"],
    [
      "a stage imports a later one",
      `${slice}/masters/payer/payer.ts`,
      'import "../../back-end/denial/denial.ts";',
      "direction",
    ],
    [
      "the simulator imports the subject",
      "packages/simulator/src/payer.ts",
      'import "@headwater/revenue-cycle/x.ts";',
      "direction",
    ],
    ["a pure file imports node", `${slice}/books/period/period.ts`, 'import "node:fs";', "purity"],
    [
      "a pure file imports a store",
      `${slice}/books/period/period.ts`,
      'import "./period.store.ts";',
      "purity",
    ],
    [
      "a pure file reads the clock",
      `${slice}/books/period/period.ts`,
      "const now = Date.now();",
      "purity",
    ],
    ["a file is too long", "tools/long.ts", "const a = 1;\n".repeat(501), "file-length"],
    [
      "a function is too long",
      "tools/long.ts",
      `function f() {\n${"  g();\n".repeat(70)}}\n`,
      "function-length",
    ],
    [
      "a function takes too much",
      "tools/many.ts",
      "function f(a: 1, b: 1, c: 1, d: 1) {}",
      "parameters",
    ],
    ["a name says nothing", "tools/name.ts", "const claimUtils = 1;", "banned-word"],
    ["a file is not kebab-case", "tools/someFile.ts", "const a = 1;", "file-name"],
    ["a barrel", `${slice}/books/all.ts`, 'export * from "./period.ts";', "barrel"],
    [
      "an undocumented function",
      "packages/ledger/src/cents.ts",
      "export function add() {}",
      "docstring",
    ],
    [
      "a migration without number",
      "database/migrations/add-claims.sql",
      "select 1",
      "migration-name",
    ],
  ])("%s", (_name, file, text, rule) => {
    write(file, text);
    expect(rules()).toContain(rule);
  });

  it("finds a cycle of values but not of types", () => {
    write("tools/one.ts", 'import { two } from "./two.ts"; export const one = two;');
    write(
      "tools/two.ts",
      'import type { one } from "./one.ts"; export const two = 1; export type T = typeof one;',
    );
    expect(rules()).toEqual([]);
    write("tools/two.ts", 'import { one } from "./one.ts"; export const two = () => one;');
    expect(rules()).toEqual(["cycle"]);
  });

  it("two migrations with one number", () => {
    write("database/migrations/0001-a.sql", "");
    write("database/migrations/0001-b.sql", "");
    expect(rules()).toEqual(["migration-name"]);
  });
});
