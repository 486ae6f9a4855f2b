import { describe, expect, test } from "vitest";
import { latin1Bytes } from "../latin1.ts";
import { SegmentReader } from "../segment-reader.ts";
import { sampleText } from "../testing/clean-samples.ts";
import { mutated } from "../testing/mutations.ts";
import { everySampleKind, sampleFile } from "../testing/sample-files.ts";
import { base64Of, bytesOfBase64 } from "./base64.ts";
import { JsonLinesReader } from "./from-json-lines.ts";
import { JsonLinesWriter } from "./json-lines.ts";

/** The lines of a text whose characters are bytes. */
function linesOf(text: string, chunkBytes = text.length + 1): string[] {
  const bytes = latin1Bytes(text);
  const reader = new SegmentReader();
  const writer = new JsonLinesWriter();
  let lines = writer.write([]);
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    lines += writer.write(reader.push(bytes.subarray(from, from + chunkBytes)));
  }
  lines += writer.write(reader.end());
  return lines.split("\n");
}

/** The text of lines, one character per byte, or the first refusal. */
function textOf(lines: readonly string[]): string {
  const reader = new JsonLinesReader();
  let text = "";
  for (const line of lines) {
    const result = reader.read(line);
    if (!result.ok) return result.refusal;
    text += String.fromCharCode(...result.bytes);
  }
  return text;
}

describe("from-json of to-json gives every byte back", () => {
  test.each(everySampleKind)("%s, whole, in chunks and damaged", (kind) => {
    const text = sampleFile(kind, 1);
    const lines = linesOf(text);
    expect(textOf(lines)).toBe(text);
    expect(linesOf(text, 37)).toEqual(lines);
    for (let seed = 1; seed <= 40; seed += 1) {
      const damaged = mutated(text, seed);
      expect([seed, textOf(linesOf(damaged)) === damaged]).toEqual([seed, true]);
    }
  });

  test.each([
    ["line ends after each segment", (text: string) => text.replaceAll("~", "~\r\n")],
    ["no terminator at the end", (text: string) => text.slice(0, -1)],
    ["wrapped at a fixed width", (text: string) => text.replace(/(.{80})/g, "$1\n")],
    ["text around it", (text: string) => `before\n${text}after`],
    ["bytes above 127 that are UTF-8", (text: string) => text.replace("ALDER", "\u00c3\u0085LDER")],
    ["bytes above 127 that are none", (text: string) => text.replace("ALDER", "\u00c5LDER")],
    [
      "separators above 127",
      (text: string) => text.replaceAll("*", "\u00c3").replaceAll(":", "\u00a9"),
    ],
    [
      "a separator above 127 that is a character of UTF-8 elsewhere",
      (text: string) => text.replace("*^*", "*\u00e9*").replace("ALDER", "\u00c3\u00a9LDER"),
    ],
    [
      "a byte order mark before a segment",
      (text: string) => text.replace("~NM1*IL", "~\u00ef\u00bb\u00bfNM1*IL"),
    ],
    ["lower case", (text: string) => text.toLowerCase()],
    ["no X12 at all", () => "\u0000\u0001\u0002".repeat(300)],
    ["nothing", () => ""],
  ])("%s", (_name, change) => {
    const text = change(sampleText("professional"));
    expect(textOf(linesOf(text))).toBe(text);
  });

  test("binary content stays as it is", () => {
    const bytes = Array.from({ length: 256 }, (_, at) => String.fromCharCode(at)).join("");
    const text = sampleText("professional", (all) => [...all, `BIN*256*${bytes}`]);
    expect(textOf(linesOf(text))).toBe(text);
  });
});

test("a segment is one object with its loop, components and repetitions", () => {
  const line = linesOf(sampleText("professional")).find((each) => each.includes('"CLM"'));
  const { id, loop, name, elements } = JSON.parse(line ?? "");
  expect({ id, loop, name }).toEqual({ id: "CLM", loop: "2300", name: "Claim" });
  expect(elements.slice(0, 5)).toEqual(["PCN1", "150", "", "", ["11", "B", "1"]]);
});

test("a value may be changed on the way", () => {
  const lines = linesOf(sampleText("professional")).map((line) => line.replace("ALDER", "BIRCH"));
  expect(textOf(lines)).toBe(sampleText("professional").replaceAll("ALDER", "BIRCH"));
});

const head = '{"x12":"segments","version":1}';
const [, interchange = ""] = linesOf(sampleText("professional"));

describe("what is none of our lines is refused", () => {
  test.each([
    ["no JSON", ["{"], "not-json"],
    ["a number", ["1"], "not-json"],
    ["no head", ['{"id":"ST","elements":[]}'], "not-a-head"],
    ["another version", ['{"x12":"segments","version":2}'], "not-a-head"],
    ["no id", [head, "{}"], "not-a-line"],
    [
      "an end that is no text",
      [head, interchange, '{"id":"ST","elements":[],"end":1}'],
      "not-a-line",
    ],
    ["delimiters of two characters", [head, interchange.replace('"~"', '"~~"')], "not-a-line"],
    [
      "delimiters that are none",
      [head, interchange.replace(/"delimiters":\{.*?\}/, '"delimiters":1')],
      "not-a-line",
    ],
    [
      "an element that is a number",
      [head, interchange, '{"id":"ST","elements":[1]}'],
      "not-an-element",
    ],
    [
      "an element that is null",
      [head, interchange, '{"id":"ST","elements":[null]}'],
      "not-an-element",
    ],
    ["a segment before any ISA", [head, '{"id":"ST","elements":["837"]}'], "no-interchange"],
    [
      "a terminator in a value",
      [head, interchange, '{"id":"ST","elements":["8~7"]}'],
      "contains-delimiter",
    ],
    [
      "a separator in a component",
      [head, interchange, '{"id":"ST","elements":[["8","a:b"]]}'],
      "contains-delimiter",
    ],
    [
      "a repetition within one",
      [head, interchange, '{"id":"ST","elements":[{"repetitions":["a^b"]}]}'],
      "contains-delimiter",
    ],
    [
      "a character that is no byte",
      [head, interchange, '{"id":"ST","elements":["\u0142"]}'],
      "not-a-byte",
    ],
    ["raw text that is no byte", [head, '{"raw":"\u0142"}'], "not-a-byte"],
    ["skipped without content", [head, '{"skipped":"blank"}'], "not-a-line"],
    ["broken base64", [head, '{"skipped":"binary","base64":"A"}'], "not-base64"],
  ])("%s", (_name, lines, refusal) => {
    expect(textOf(lines)).toBe(refusal);
  });

  test("empty lines and characters of UTF-8 are taken", () => {
    const line = '{"id":"NTE","elements":["\u0142"],"utf8":true,"before":"\\n"}';
    expect(textOf([head, "", interchange, line])).toMatch(/\nNTE\*\u00c5\u0082~$/);
  });
});

test("base64 of every length, and what is none", () => {
  for (let length = 0; length < 10; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => 255 - at * 31);
    expect(base64Of(bytes)).toBe(btoa(String.fromCharCode(...bytes)));
    expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
  }
  expect(bytesOfBase64("A===")).toBeUndefined();
});
