import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolder } from "@headwater/platform/testing/remove-folder.ts";
import { smallRoad } from "@headwater/revenue-cycle/back-end/file/testing/small-road.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../testing/run-command.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "headwater-preview-"));
  await chmod(folder, 0o711);
  for (const name of ["claims.837", "paid.835", "accepted.999"])
    await writeFile(join(folder, name), smallRoad[name] ?? "", "latin1");
});
afterAll(() => removeFolder(folder));

const run = (...args: string[]) =>
  runCommand(args, { HEADWATER_DATA: join(folder, "data"), HEADWATER_LOG_LEVEL: "silent" });

test("tells what a file would post, keeps nothing, and says so when it was read before", async () => {
  const paid = join(folder, "paid.835");
  await run("import", join(folder, "claims.837"));
  const before = await run("ledger", "accounts", "--json");
  const told = await run("remittance", "preview", paid, "--json");
  expect(told.exitCode).toBe(0);
  expect(told.records.map(({ verdict }) => verdict)).toEqual(["posted", "posted"]);
  expect((await run("ledger", "accounts", "--json")).records).toEqual(before.records);
  const words = await run("remittance", "preview", paid);
  expect(words.output).toMatch(/^Set \d+: posted/m);
  expect(words.output).toMatch(/ contractual +insurance-receivable +[\d,.]+ +CO-45/);
  await run("import", paid);
  const after = await run("ledger", "accounts", "--json");
  const moved = new Map(before.records.map(({ kind, cents }) => [kind, Number(cents)]));
  for (const { accounts } of told.records)
    for (const { kind, cents } of accounts as { kind: string; cents: number }[])
      moved.set(kind, (moved.get(kind) ?? 0) + cents);
  expect(after.records.map(({ kind, cents }) => [kind, cents])).toEqual([...moved]);
  const again = await run("remittance", "preview", paid, "--json");
  expect(again.records).toMatchObject([{ verdict: "duplicate", readBeforeAs: "paid.835" }]);
}, 120_000);

test("of a file that is not there or holds no remittance is refused", async () => {
  expect(await run("remittance", "preview", join(folder, "none.835"))).toMatchObject({
    exitCode: 2,
    remarks: expect.stringContaining("PATH_UNREADABLE"),
  });
  expect(await run("remittance", "preview", join(folder, "accepted.999"))).toMatchObject({
    exitCode: 2,
    remarks: expect.stringContaining("REMITTANCE_NONE"),
  });
}, 60_000);
