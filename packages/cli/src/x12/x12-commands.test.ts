import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampleText } from "@headwater/x12/testing/clean-samples.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { runCommand } from "../testing/run-command.ts";

// The first command of a process loads all of them, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
const clean = sampleText("professional");
/** An NPI without its check digit right, and a sum that does not agree. */
const wrong = clean
  .replace("XX*1234567893", "XX*1234567890")
  .replace("CLM*PCN1*150", "CLM*PCN1*99");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "headwater-x12-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const bad: Readonly<Record<string, string | undefined>> = {
  empty: "",
  "no-x12": "just a letter\n",
  binary: "\u0000\u0001\u0002\u0003".repeat(500),
  gzip: "\u001f\u008b\b\u0000",
  truncated: clean.slice(0, clean.length / 2),
};

beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  writeFileSync(path("clean"), clean);
  writeFileSync(path("wrong"), wrong, "latin1");
  for (const [name, text] of Object.entries(bad)) writeFileSync(path(name), text ?? "", "latin1");
});

const path = (name: string) => join(folder, name);
const x12 = (...args: string[]) => runCommand(["x12", ...args], {});

describe("check", () => {
  test.each([
    ["a clean file", ["clean"], 0],
    ["a file with errors", ["wrong"], 1],
    ["one that was cut off", ["truncated"], 1],
    ["nothing", ["empty"], 2],
    ["a letter", ["no-x12"], 2],
    ["binary", ["binary"], 2],
    ["an archive", ["gzip"], 2],
    ["no file", ["missing"], 2],
    ["a folder", ["."], 2],
    ["several: the worst counts", ["clean", "missing", "wrong"], 2],
    ["several, the last clean", ["wrong", "clean"], 1],
  ])("%s", async (_name, files, exitCode) => {
    const result = await x12("check", "--json", ...files.map(path));
    expect([result.exitCode, result.output.split("\n").length - 1]).toEqual([
      exitCode,
      result.records.length,
    ]);
    for (const record of result.records) expect(record).toHaveProperty("code");
  });

  test("an issue has its place and its source", async () => {
    const { records } = await x12("check", "--json", path("wrong"));
    expect(records).toContainEqual(
      expect.objectContaining({
        file: path("wrong"),
        code: "X12_CLAIM_CHARGE",
        severity: "error",
        snip: 3,
        interchange: "000000001",
        set: "0001",
        loop: "2300",
        segmentId: "CLM",
        line: 1,
        element: 2,
      }),
    );
  });

  test("the strict profile says more of the same file", async () => {
    writeFileSync(path("wrong"), clean.replace("OI***Y*P**Y", "OI***Y*P**Y*EXTRA"));
    const loose = await x12("check", "--json", path("wrong"));
    const strict = await x12("check", "--json", "--profile", "strict", path("wrong"));
    const errors = (result: typeof loose) =>
      result.records.filter(({ severity }) => severity === "error").length;
    expect(errors(strict)).toBeGreaterThan(errors(loose));
    expect((await x12("check", "--profile", "lax", path("clean"))).exitCode).toBe(2);
  });

  test("rules of a trading partner are judged too", async () => {
    const rule = { loop: "2300", when: ["2010BB/NM1.9=NF01"], need: "REF:EA" };
    const own = { ...rule, severity: "error", message: "Northfield asks for it." };
    writeFileSync(path("rules.json"), JSON.stringify({ "837P": [own] }));
    const judged = await x12("check", "--json", "--rules", path("rules.json"), path("clean"));
    expect(judged.exitCode).toBe(1);
    expect(judged.records).toMatchObject([
      { code: "X12_PARTNER_RULE", snip: 7, loop: "2300", message: "Northfield asks for it." },
    ]);
    writeFileSync(path("rules.json"), JSON.stringify({ "837P": [{ ...rule, need: "ZZZ" }] }));
    for (const rules of ["rules.json", "missing.json", "no-x12"]) {
      const refused = await x12("check", "--rules", path(rules), path("clean"));
      expect([rules, refused.exitCode, refused.output]).toEqual([rules, 2, ""]);
    }
  });

  test("code lists of one's own are judged by", async () => {
    const codes = { "11": { until: "2024-12-31" } };
    const list = { source: "own", asOf: "2026-11-01", codes, adds: true };
    writeFileSync(path("lists.json"), JSON.stringify({ "place-of-service": list }));
    const judged = await x12("check", "--json", "--code-lists", path("lists.json"), path("clean"));
    expect(judged.records).toMatchObject([{ code: "X12_PLACE_OF_SERVICE", severity: "warning" }]);
    expect(judged.exitCode).toBe(0);
    writeFileSync(path("lists.json"), JSON.stringify({ places: list }));
    const refused = await x12("check", "--code-lists", path("lists.json"), path("clean"));
    expect([refused.exitCode, refused.remarks]).toEqual([
      2,
      expect.stringContaining("places: not the name of a list"),
    ]);
    expect((await x12("check", "--code-lists", path("none"), path("clean"))).exitCode).toBe(2);
  });

  test("a mark stands under the element", async () => {
    const { output } = await x12("check", "--caret", path("wrong"));
    const lines = output.split("\n");
    const at = lines.findIndex((line) => line.includes("X12_CLAIM_CHARGE"));
    expect(lines.slice(at + 1, at + 3)).toEqual([
      "    CLM*PCN1*99***11:B:1*Y*A*Y*Y*P*AA:::IL~",
      "             ^^",
    ]);
    expect(lines.at(-2)).toMatch(/wrong: \d+ errors?, \d+ warnings?$/);
  });

  test("no control character of a file reaches the terminal", async () => {
    writeFileSync(path("clean"), wrong.replace("ALDER", "\u001b[31mALDER"), "latin1");
    const { output } = await x12("check", "--caret", path("clean"));
    expect(output).not.toContain("\u001b");
    expect((await x12("show", path("clean"))).output).not.toContain("\u001b");
  });
});

describe("show", () => {
  test("loops, segments and elements have their names", async () => {
    const { output, exitCode } = await x12("show", path("clean"));
    expect(exitCode).toBe(0);
    expect(output).toMatch(/2300 {2}Claim\n +\d+ +CLM\*PCN1\*150/);
    expect(output).toMatch(/CLM01 +Patient control number +PCN1\n/);
    expect(output).toMatch(/CLM05-1 +.*facility code +11\n/);
  });

  test.each([
    ["a text", ["--search", "alder"], ["NM1", "NM1"]],
    ["ids", ["--segment", "CLM,lx"], ["CLM", "LX", "LX"]],
    ["numbers", ["--segment", "3,1-2"], ["ISA", "GS", "ST"]],
    ["both", ["--search", "alder", "--segment", "NM1"], ["NM1", "NM1"]],
  ])("only what holds %s", async (_name, filter, ids) => {
    const { records, exitCode } = await x12("show", "--json", ...filter, path("clean"));
    expect([records.map(({ id }) => id), exitCode]).toEqual([ids, 0]);
    const shown = await x12("show", "--compact", ...filter, path("clean"));
    const segments = shown.output.split("\n").filter((line) => /^ {0,6}\d/.test(line));
    expect(segments).toHaveLength(records.length);
  });

  test.each([
    ["nothing found", ["--search", "nobody"], "clean", 1],
    ["no such segment", ["--segment", "CLM*1"], "clean", 2],
    ["no X12", [], "no-x12", 2],
    ["no file", [], "missing", 2],
  ])("%s", async (_name, options, file, exitCode) => {
    const result = await x12("show", ...options, path(file));
    expect([result.exitCode, result.remarks]).toEqual([exitCode, expect.stringMatching(/\w/)]);
  });
});

test("count takes one pass and tells what stands in a file", async () => {
  const { records } = await x12("count", "--json", path("clean"));
  expect(records).toEqual([
    { interchanges: 1, groups: 1, transactions: { "837": 1 }, segments: 59, claims: 1, lines: 2 },
  ]);
  expect((await x12("count", path("clean"))).output).toMatch(/ {3}1 {2}837\n/);
  expect((await x12("count", path("empty"))).exitCode).toBe(2);
  expect((await x12("count", path("missing"))).remarks).toMatch(/^ENOENT: .*no such file/);
});

describe("to-json and from-json", () => {
  test.each(["clean", "wrong", "truncated", "no-x12", "binary", "empty"])("%s", async (name) => {
    await x12("to-json", path(name), "--out", path("lines"));
    const { exitCode } = await x12("from-json", path("lines"), "--out", path("again"));
    expect(exitCode).toBe(0);
    expect(readFileSync(path("again")).equals(readFileSync(path(name)))).toBe(true);
  });

  test("to standard output", async () => {
    const { records } = await x12("to-json", path("clean"));
    expect(records[0]).toEqual({ x12: "segments", version: 1 });
  });

  test("nothing is overwritten", async () => {
    const result = await x12("to-json", path("clean"), "--out", path("wrong"));
    expect([result.exitCode, result.remarks]).toEqual([2, expect.stringMatching(/^FILE_EXISTS/)]);
    expect(readFileSync(path("wrong"), "latin1")).toBe(wrong);
    const nowhere = await x12("to-json", path("clean"), "--out", path("no/where"));
    expect(nowhere.remarks).toMatch(/^ENOENT/);
  });

  test.each([
    ["X12", clean, "X12_JSON_NOT_JSON"],
    ["nothing", "", "X12_JSON_NOT_A_HEAD"],
    ["other JSON", '{"a":1}\n', "X12_JSON_NOT_A_HEAD"],
  ])("%s is not taken for lines of ours", async (_name, text, code) => {
    writeFileSync(path("lines"), text);
    const result = await x12("from-json", path("lines"));
    expect([result.exitCode, result.remarks.split(":")[0]]).toEqual([2, code]);
  });
});

describe("ack", () => {
  const answered = () => readdirSync(path("answers")).sort();

  test.each([
    ["a clean file is accepted at all depths", "clean", 0, /IK5\*A~/, /STC\*A2:20\*/],
    ["a claim that does not add up is rejected", "wrong", 1, /IK5\*A~/, /STC\*A8:400\*\d+\*U/],
  ])("%s", async (_name, file, exitCode, answer, status) => {
    const result = await x12("ack", path(file), "--out", path("answers"), "--json");
    expect(result.exitCode).toBe(exitCode);
    expect(result.records.map(({ kind }) => kind)).toEqual(["ta1", "999", "277ca"]);
    expect(answered()).toEqual([`${file}-1.277ca`, `${file}-1.999`, `${file}-1.ta1`]);
    expect(readFileSync(path(`answers/${file}-1.999`), "latin1")).toMatch(answer);
    expect(readFileSync(path(`answers/${file}-1.277ca`), "latin1")).toMatch(status);
    const checked = await x12("check", ...answered().map((name) => path(`answers/${name}`)));
    expect(checked.exitCode).toBe(0);
  });

  test("a set that the 999 rejects has no 277CA", async () => {
    writeFileSync(path("broken"), clean.replace("BHT*0019*00*BATCH1", "BHT*0019*00*"));
    const result = await x12("ack", path("broken"), "--out", path("answers"));
    expect(result.exitCode).toBe(1);
    expect(answered()).toEqual(["broken-1.999", "broken-1.ta1"]);
  });

  test("an error of the billing provider rejects the claims below", async () => {
    const text = clean.replace("N4*CHICAGO*IL*606010001", "N4*CHICAGO**606010001");
    writeFileSync(path("level"), text);
    await x12("ack", path("level"), "--out", path("answers"), "--profile", "strict");
    expect(readFileSync(path("answers/level-1.277ca"), "latin1")).toMatch(/STC\*A6:501:85\*\d+\*U/);
  });

  test("several interchanges are answered one by one, and no answer is overwritten", async () => {
    writeFileSync(path("two"), clean + wrong.replaceAll("000000001", "000000002"));
    expect((await x12("ack", path("two"), "--out", path("answers"))).exitCode).toBe(1);
    expect(answered()).toHaveLength(6);
    expect(readFileSync(path("answers/two-1.277ca"), "latin1")).toMatch(/STC\*A2:20/);
    const again = await x12("ack", path("two"), "--out", path("answers"));
    expect([again.exitCode, again.remarks]).toEqual([2, expect.stringMatching(/^FILE_EXISTS/)]);
  });

  test.each(["empty", "missing", "."])("%s has no answer", async (name) => {
    expect((await x12("ack", path(name), "--out", path("answers"))).exitCode).toBe(2);
  });
});

describe("scrub-phi", () => {
  test("people are others, issues the same", async () => {
    await x12("scrub-phi", path("wrong"), "--out", path("shared"));
    const made = readFileSync(path("shared"), "latin1");
    expect([made.length, made.includes("ALDER"), made.includes("M0001")]).toEqual([
      wrong.length,
      false,
      false,
    ]);
    const codes = async (name: string) =>
      (await x12("check", "--json", path(name))).records.map(({ code }) => code);
    expect(await codes("shared")).toEqual(await codes("wrong"));
  });

  test("a key makes two files alike, and each run has its own otherwise", async () => {
    const keyed = ["scrub-phi", path("clean"), "--key", "00112233445566ff"];
    expect((await x12(...keyed)).output).toBe((await x12(...keyed)).output);
    const free = ["scrub-phi", path("clean")];
    expect((await x12(...free)).output).not.toBe((await x12(...free)).output);
    expect((await x12("scrub-phi", path("clean"), "--key", "1")).remarks).toMatch(/^SCRUB_KEY/);
  });

  test.each(["empty", "no-x12", "binary", "gzip", "missing", "."])(
    "of %s nothing is written",
    async (name) => {
      const result = await x12("scrub-phi", path(name), "--out", path("shared"));
      expect([result.exitCode, existsSync(path("shared"))]).toEqual([2, false]);
    },
  );

  test("nor of a long text, and nothing is overwritten", async () => {
    writeFileSync(path("long"), "no interchange here\n".repeat(80_000));
    expect((await x12("scrub-phi", path("long"))).remarks).toMatch(/^X12_NOT_X12/);
    const onto = await x12("scrub-phi", path("clean"), "--out", path("wrong"));
    expect(onto.remarks).toMatch(/^FILE_EXISTS/);
  });
});
