import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freeBytes, isDiskFull, isFull, refuseWithoutRoom } from "./disk-room.ts";

const fault = (code: string) => Object.assign(new Error("no room"), { code });

test.each([
  ["53100", true],
  ["ENOSPC", true],
  ["EDQUOT", true],
  ["DISK_FULL", true],
  ["53200", false],
  ["ENOENT", false],
])("a fault with the code %s tells of a full disk: %s", (code, full) => {
  expect(isDiskFull(fault(code))).toBe(full);
});

test("a folder that is not there yet has the room of the one above it", () => {
  const folders = [join(tmpdir(), "never", "made")];
  expect(freeBytes(folders)).toBeGreaterThan(0);
  expect(isFull({ folders, reserveBytes: 0 })).toBe(freeBytes(folders) < 32 * 1024 * 1024);
});

test("work is refused when less than the reserve is free, by a code that tells what to do", () => {
  const folders = [tmpdir()];
  refuseWithoutRoom({ folders, reserveBytes: 0 });
  const reserveBytes = Number.MAX_SAFE_INTEGER;
  expect(() => refuseWithoutRoom({ folders, reserveBytes })).toThrow(
    /^DISK_FULL: .*Free some room/,
  );
});
