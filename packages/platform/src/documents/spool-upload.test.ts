import { mkdtemp, readdir, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { removeFolder } from "../testing/remove-folder.ts";
import { removeAbandonedUploads, spoolUpload } from "./spool-upload.ts";

test("an upload that a killed process left is removed, one that is at work is not", async () => {
  const folder = await mkdtemp(join(tmpdir(), "headwater-spool-"));
  try {
    const content = (async function* () {
      yield Buffer.from("x");
    })();
    const own = await spoolUpload(content, { limitBytes: 10, folder });
    if (own.kind === "refused") throw new Error(own.code);
    // No process has the largest number that Linux gives out.
    const left = ["old", "young"].map((_, at) =>
      join(folder, `headwater-upload-4194304-${String(at).repeat(24)}`),
    );
    for (const path of left) await writeFile(path, "x");
    await writeFile(join(folder, "headwater-upload-of-another-kind"), "x");
    const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000);
    for (const path of [own.path, left[0] ?? ""]) await utimes(path, twoHoursAgo, twoHoursAgo);
    expect(await removeAbandonedUploads({ folder })).toBe(1);
    const names = await readdir(folder);
    expect(names).toHaveLength(3);
    expect(names.map((name) => join(folder, name))).toEqual(
      expect.arrayContaining([own.path, left[1]]),
    );
    await own.remove();
  } finally {
    await removeFolder(folder);
  }
});
