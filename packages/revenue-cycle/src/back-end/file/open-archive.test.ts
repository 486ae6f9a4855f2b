import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openArchive } from "./open-archive.command.ts";
import { zipOf } from "./testing/zip-of.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "headwater-archive-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = Buffer.from("0123456789\r\n".repeat(20_000));
const archive = zipOf({ "a.txt": text, "folder/b.txt": Buffer.from("b") });

/** What an archive of these bytes holds, or where it fails. */
async function contents(bytes: Uint8Array) {
  const path = join(folder, "archive.zip");
  await writeFile(path, bytes);
  const opened = await openArchive(path, () => new Error("damaged"));
  if (opened.is !== "opened") return opened.is;
  const read: Record<string, number | string> = {};
  for (const member of opened.members) {
    try {
      let bytesRead = 0;
      for await (const piece of member.open()) bytesRead += piece.length;
      read[member.name] = bytesRead;
    } catch (error) {
      const { message, code } = error as Error & { code?: string };
      read[member.name] = code ?? message;
    }
  }
  return read;
}

describe("an archive on disk", () => {
  test("is read file by file", async () => {
    expect(await contents(archive)).toEqual({ "a.txt": text.length, "folder/b.txt": 1 });
  });

  test("is told from other files", async () => {
    expect(await contents(Buffer.from("Dear all"))).toBe("no-archive");
    expect(await contents(Buffer.alloc(0))).toBe("no-archive");
  });

  test("is refused when its end is missing", async () => {
    expect(await contents(archive.subarray(0, archive.length - 40))).toBe("refused");
  });

  test("is damaged where a byte of its content changed", async () => {
    for (const at of [60, 80, 200]) {
      const changed = Buffer.from(archive);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      const read = await contents(changed);
      expect(read).toMatchObject({ "folder/b.txt": 1 });
      expect(typeof (read as Record<string, unknown>)["a.txt"]).toBe("string");
    }
  });
});
