import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSegmentReader } from "@headwater/x12";
import {
  type CleanSampleName,
  cleanSamples,
  sampleText,
} from "@headwater/x12/testing/clean-samples.ts";
import { mutated } from "@headwater/x12/testing/mutations.ts";
import { everySampleKind, sampleFile } from "@headwater/x12/testing/sample-files.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../testing/run-command.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "headwater-x12-every-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const x12 = (...args: string[]) => runCommand(["x12", ...args], {});

/** How the same content may come: what is around it, between it and broken in it. */
const forms: readonly (readonly [string, (text: string) => string])[] = [
  ["as it is", (text) => text],
  ["a line for each segment", (text) => text.replaceAll("~", "~\r\n")],
  ["other separators", (text) => text.replaceAll("*", "|").replaceAll("~", "\n")],
  ["text around it", (text) => `mail header\n${text}\nfooter`],
  ["twice", (text) => text + text.replaceAll("000000001", "000000002")],
  ["cut off", (text) => text.slice(0, (text.length * 3) / 4)],
  ["damaged behind its envelope", (text) => text.slice(0, 200) + mutated(text.slice(200), 7)],
];

const samples: readonly (readonly [string, string])[] = [
  ...(Object.keys(cleanSamples) as CleanSampleName[]).map(
    (name) => [`clean ${name}`, sampleText(name)] as const,
  ),
  ...everySampleKind.map((kind) => [`generated ${kind}`, sampleFile(kind, 3)] as const),
];

/** What separates, and how long everything between is; what is no id of a segment may tell of somebody. */
function shapeOf(bytes: Uint8Array): number[][] {
  const reader = createSegmentReader();
  return [...reader.push(bytes), ...reader.end()]
    .filter((token) => token.kind === "segment")
    .map((segment) => [
      segment.id.length,
      ...Array.from({ length: segment.elementCount }, (_, at) =>
        segment.components(at + 1).map(({ length }) => length),
      ).flat(),
    ]);
}

const issueParts = ["code", "severity", "snip", "loop", "line", "column", "element", "component"];

/** Verdict and issues. Births of people of more than ninety come nearer, and so may what is told of them. */
async function verdictOf(file: string): Promise<unknown> {
  const { exitCode, records } = await x12("check", "--json", "--profile", "strict", path(file));
  const told = records.filter(({ code }) => code !== "X12_SERVICE_BEFORE_BIRTH");
  return [exitCode, told.map((issue) => issueParts.map((part) => issue[part]))];
}

describe.each(samples)("%s", (_name, sample) => {
  test.each(forms)(
    "%s",
    async (_form, change) => {
      const bytes = Buffer.from(change(sample), "latin1");
      writeFileSync(path("file"), bytes);
      for (const name of ["lines", "again", "shared"]) rmSync(path(name), { force: true });
      await x12("to-json", path("file"), "--out", path("lines"));
      await x12("from-json", path("lines"), "--out", path("again"));
      expect(readFileSync(path("again")).equals(bytes)).toBe(true);
      const scrub = await x12(
        "scrub-phi",
        path("file"),
        "--key",
        "00112233445566ff",
        "--out",
        path("shared"),
      );
      expect(scrub.exitCode).toBe(0);
      const shared = readFileSync(path("shared"));
      expect(shared).toHaveLength(bytes.length);
      expect(shapeOf(shared)).toEqual(shapeOf(bytes));
      expect(await verdictOf("shared")).toEqual(await verdictOf("file"));
    },
    180_000,
  );
});
