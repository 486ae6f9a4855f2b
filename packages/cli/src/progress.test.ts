import { afterEach, beforeEach, expect, test } from "vitest";
import { count, mebibytes, share, startProgress } from "./progress.ts";

const { stderr } = process;
const [write, isTTY] = [stderr.write, stderr.isTTY];
let written = "";

beforeEach(() => {
  written = "";
  stderr.write = (text: string | Uint8Array) => {
    written += String(text);
    return true;
  };
});
afterEach(() => {
  stderr.write = write;
  stderr.isTTY = isTTY;
});

/** Shows a count every millisecond of a second, then clears. */
function second(): void {
  let at = 0;
  const progress = startProgress(() => at);
  for (; at < 1000; at += 1) progress.show(() => `${at} rows`);
  progress.clear();
}

test("a terminal's line is written over a few times a second and cleared", () => {
  stderr.isTTY = true;
  second();
  const lines = [0, 200, 400, 600, 800].map((at) => `\u001b[K  ${at} rows `);
  expect(written.split("\r")).toEqual(["", ...lines, "\u001b[K"]);
});

test("a log gets a line every ten seconds, and none of a short command", () => {
  stderr.isTTY = false;
  second();
  expect(written).toBe("");
  let at = 0;
  const progress = startProgress(() => at);
  for (; at < 25_000; at += 100) progress.show(() => `${at}`);
  expect(written).toBe("10000\n20000\n");
});

test("figures are for people", () => {
  expect([count(1_234_567), mebibytes(5 * 1024 * 1024), share(1, 3), share(0, 0)]).toEqual([
    "1,234,567",
    "5",
    "33 %",
    "0 %",
  ]);
});
