import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { barText, followReading } from "./read-progress.ts";

const { stderr } = process;
const [write, isTTY] = [stderr.write, stderr.isTTY];
let written = "";

beforeEach(() => {
  written = "";
  stderr.write = (text: string | Uint8Array) => {
    written += String(text);
    return true;
  };
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  stderr.write = write;
  stderr.isTTY = isTTY;
  vi.useRealTimers();
});

/** Reads ten chunks of a mebibyte, each of which takes some milliseconds. */
async function readTen(msEach: number): Promise<void> {
  const chunks = (async function* () {
    for (let at = 0; at < 10; at += 1) yield new Uint8Array(1024 * 1024);
  })();
  const input = { name: "claims.837", byteLength: 10 * 1024 * 1024, chunks };
  for await (const _ of followReading(input).chunks) vi.advanceTimersByTime(msEach);
}

test("on a terminal a bar comes after a second and goes when all is read", async () => {
  stderr.isTTY = true;
  await readTen(400);
  expect(written).toContain("[#######-----------------] 30 %  3 of 10 MB  2.5 MB/s");
  expect(written).toContain("[########################] 100 %");
  expect(written).not.toContain("20 %");
  expect(written.endsWith("\r\u001b[K")).toBe(true);
});

test("what takes less than a second shows no bar", async () => {
  stderr.isTTY = true;
  await readTen(90);
  expect(written).toBe("");
});

test("a pipe or a log gets nothing", async () => {
  stderr.isTTY = false;
  await readTen(4000);
  expect(written).toBe("");
});

test("of standard input the length is not known", () => {
  const bytes = 50 * 1024 * 1024;
  expect(barText({ bytes, of: undefined, tookMs: 2000 })).toBe("50 MB  25 MB/s");
});
