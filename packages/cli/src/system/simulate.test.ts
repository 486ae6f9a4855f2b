import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../testing/run-command.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "headwater-simulate-"));
});
afterAll(() => removeFolder(folder));

const simulateInto = (name: string, ...more: string[]) =>
  runCommand(
    ["simulate", "--seed", "7", "--claims", "40", "--out", join(folder, name), "--json", ...more],
    {},
  );

async function contents(name: string): Promise<Map<string, string>> {
  const root = join(folder, name);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(root.length), await readFile(path, "latin1")] as const;
  });
  return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("headwater simulate", () => {
  it("writes files and their truth, the same bytes for the same seed", async () => {
    const one = await simulateInto("one");
    const two = await simulateInto("two");
    const written = await contents("one");
    expect(await contents("two")).toEqual(written);
    const files = [...written.keys()].filter((path) => path.startsWith("/files/"));
    const bytes = files.reduce((sum, path) => sum + (written.get(path)?.length ?? 0), 0);
    expect(one.records).toEqual([{ files: files.length, claims: expect.any(Number), bytes }]);
    expect(two.records).toEqual(one.records);
    expect(written.get("/truth/claims.jsonl")?.split("\n").length).toBeGreaterThan(40);
  });

  it("refuses a folder that is not empty", async () => {
    const again = await simulateInto("one");
    expect(again.exitCode).toBe(2);
    expect(again.remarks).toContain("FOLDER_NOT_EMPTY");
  });

  it.each([
    ["--claims", "0"],
    ["--seed", "-1"],
    ["--end", "2026-02-30"],
    ["--profile", "perfect"],
  ])("refuses %s %s", async (option, value) => {
    const refused = await simulateInto("three", option, value);
    expect(refused.exitCode).toBe(2);
    expect(await readdir(folder)).not.toContain("three");
  });
});
