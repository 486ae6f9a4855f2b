import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latin1Bytes } from "./latin1.ts";
import type { ReadLimits } from "./reading.ts";
import { createSegmentReader, readTokens, SegmentReader, type Token } from "./segment-reader.ts";
import { interchangeText, isaText } from "./testing/interchange-text.ts";
import { professionalSegments, remittanceSegments } from "./testing/samples.ts";

const claims = interchangeText([{ setId: "837", segments: professionalSegments }]);

function tokensOf(
  text: string,
  chunk = text.length || 1,
  limits: Partial<ReadLimits> = {},
): Token[] {
  const reader = createSegmentReader(limits);
  const bytes = latin1Bytes(text);
  const tokens: Token[] = [];
  for (let from = 0; from < bytes.length; from += chunk) {
    tokens.push(...reader.push(bytes.subarray(from, from + chunk)));
  }
  return [...tokens, ...reader.end()];
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(tokenText).join("");
}

function tokenText(token: Token): string {
  return token.kind === "segment" ? token.leading + token.raw + token.terminator : token.text;
}

function summary(tokens: readonly Token[]) {
  return tokens.map((token) =>
    token.kind === "segment"
      ? { id: token.id, at: token.position, to: token.byteTo, text: tokenText(token) }
      : token,
  );
}

function idsOf(tokens: readonly Token[]): string[] {
  return tokens.map((token) => (token.kind === "segment" ? token.id : `(${token.reason})`));
}

const oddities: readonly (readonly [string, string])[] = [
  ["plain", claims],
  [
    "line ends",
    interchangeText([{ setId: "835", segments: remittanceSegments }], { lineEnd: "\r\n" }),
  ],
  ["newline as terminator", interchangeText([], { segment: "\n" })],
  ["carriage return as terminator", interchangeText([], { segment: "\r", lineEnd: "\n" })],
  ["other delimiters", interchangeText([], { element: "|", component: ">", segment: "'" })],
  ["byte order mark", `\u00ef\u00bb\u00bf${claims}`],
  ["leading text", `Subject: claims\n\n${claims}`],
  ["long leading text", `${"mail ISA header ".repeat(9000)}${claims}`],
  ["trailing text", `${claims}\nend of file ISA\n`],
  ["two interchanges", `${claims}\n${interchangeText([], { element: "|", segment: "\n" })}`],
  [
    "second without an end of the first",
    `${isaText()}GS*HC*A~${interchangeText([], { element: "|" })}`,
  ],
  [
    "cut segment before another ISA",
    `${isaText()}ST*837*00${interchangeText([], { segment: "'" })}`,
  ],
  ["ISA inside a name", `${isaText()}NM1*IL*1*ISA*ISA${"A".repeat(120)}~IEA*0*000000001~`],
  ["ISA with trimmed elements", claims.replace("SENDER         ", "SENDER")],
  ["truncated ISA", claims.slice(0, 60)],
  ["malformed ISA", `ISA*00*HELLO${claims.slice(110)}`],
  ["empty segments", `${isaText()}~~ST*1~`],
  ["no last terminator", claims.slice(0, -1)],
  ["binary", `${isaText()}BIN*6*ab~c*d~SE*1~BDS*ASC*3*a~c~IEA*0*1~`],
  ["binary length too small", `${isaText()}BIN*2*abcdef~SE*1~`],
  ["binary length too large", `${isaText()}BIN*900000*abcdef~SE*1~`],
  ["binary cut off", `${isaText()}BIN*3*ab`],
  ["long blanks", `${isaText()}${" ".repeat(140_000)}SE*1~${" \n".repeat(70_000)}`],
  ["long blanks before", `${" ".repeat(140_000)}${claims}`],
  ["zip", `PK\u0003\u0004${"\u0000\u0001x".repeat(50_000)}`],
  ["wrapped lines", claims.replaceAll(/.{80}/g, "$&\r\n").replace("\r\n", "")],
  ["high bytes", `${isaText()}NM1*IL*1*Mu\u00f1oz*Ren\u00c3\u00a9~IEA*0*000000001~`],
];

describe("laws", () => {
  test.each(oddities)("every byte is kept: %s", (_, text) => {
    expect(textOf(tokensOf(text))).toBe(text);
  });

  test.each(oddities)("any chunk size gives the same tokens: %s", (_, text) => {
    const whole = summary(tokensOf(text));
    const sizes = text.length > 20_000 ? [997, 65_536] : [1, 2, 3, 7, 64, 105, 106, 257];
    for (const size of sizes) expect(summary(tokensOf(text, size))).toEqual(whole);
  });

  test("any split in two gives the same tokens", () => {
    const text = interchangeText([{ setId: "835", segments: remittanceSegments }]);
    const whole = summary(tokensOf(text));
    const bytes = latin1Bytes(text);
    for (let at = 0; at <= bytes.length; at += 1) {
      const reader = new SegmentReader();
      const tokens = [...reader.push(bytes.subarray(0, at)), ...reader.push(bytes.subarray(at))];
      expect(summary([...tokens, ...reader.end()])).toEqual(whole);
    }
  });

  test("arbitrary bytes after an ISA are kept in any chunking", () => {
    const alphabet = fc.constantFrom(
      ..."~*:^\n \u0000AISB1E\u00e9".split(""),
      "ISA",
      "BIN*3*",
      "IEA",
    );
    fc.assert(
      fc.property(
        fc.array(alphabet, { maxLength: 300 }).map((parts) => parts.join("")),
        fc.boolean(),
        fc.integer({ min: 1, max: 50 }),
        (body, opened, size) => {
          const text = opened ? isaText() + body : body;
          const whole = tokensOf(text);
          expect(textOf(whole)).toBe(text);
          expect(summary(tokensOf(text, size))).toEqual(summary(whole));
        },
      ),
      { numRuns: 1500 },
    );
  });

  test("offsets and numbers address the segments in the file", () => {
    const text = interchangeText([{ setId: "837", segments: professionalSegments }], {
      lineEnd: "\r\n",
    });
    let expected = 0;
    for (const token of tokensOf(text, 50)) {
      if (token.kind !== "segment") continue;
      expected += 1;
      expect(token.number).toBe(expected);
      expect(text.slice(token.byteFrom, token.byteTo)).toBe(`${token.raw}~`);
      expect(token.position).toMatchObject({ line: expected, column: 1 });
    }
  });
});

describe("elements", () => {
  const [, segment] = tokensOf(`${isaText()}SV1*HC:99213::25**UN^MJ*1 **~`);
  if (segment?.kind !== "segment") throw new Error("a segment was expected");

  test("are numbered from 1 and absent when empty", () => {
    expect(segment.element(1)).toBe("HC:99213::25");
    expect(segment.element(2)).toBeUndefined();
    expect(segment.element(4)).toBe("1 ");
    expect(segment.text(4)).toBe("1");
    expect(segment.element(5)).toBeUndefined();
    expect(segment.element(99)).toBeUndefined();
    expect(segment.elementCount).toBe(6);
  });

  test("have components and repetitions", () => {
    expect(segment.components(1)).toEqual(["HC", "99213", "", "25"]);
    expect(segment.component(1, 2)).toBe("99213");
    expect(segment.component(1, 3)).toBeUndefined();
    expect(segment.component(2, 1)).toBeUndefined();
    expect(segment.components(2)).toEqual([]);
    expect(segment.repetitions(3)).toEqual(["UN", "MJ"]);
    expect(segment.repetitions(2)).toEqual([]);
  });

  test("are not repeated before version 00402", () => {
    const older = isaText({ repetition: "U" }).replace("00501", "00401");
    const [, first] = tokensOf(`${older}QTY*A^B~`);
    expect(first?.kind === "segment" && first.repetitions(1)).toEqual(["A^B"]);
  });

  test("are UTF-8 where that is valid, else Latin-1", () => {
    const [, name] = tokensOf(`${isaText()}NM1*Ren\u00c3\u00a9*x~NM1*Mu\u00f1oz~`);
    expect(name?.kind === "segment" && name.element(1)).toBe("Ren\u00e9");
    const [, , other] = tokensOf(`${isaText()}NM1*Ren\u00c3\u00a9*x~NM1*Mu\u00f1oz~`);
    expect(other?.kind === "segment" && other.element(1)).toBe("Mu\u00f1oz");
  });

  test("lose the line ends of wrapped files", () => {
    const [, name] = tokensOf(`${isaText()}NM1*IL*AL\r\nDER~`);
    expect(name?.kind === "segment" && name.element(2)).toBe("ALDER");
  });
});

describe("structure", () => {
  test.each([
    ["segment ids in lower case", `${isaText()}st*1~`, ["ISA", "ST"]],
    ["unknown ids", `${isaText()}ZZ9*1~toolong*1~x*~`, ["ISA", "ZZ9", "toolong", "X"]],
    ["ISA inside a name", `${isaText()}NM1*1*ISA~N3*ISA ROAD~`, ["ISA", "NM1", "N3"]],
    ["ISA that is no ISA", `${isaText()}ISA*1~SE*1~`, ["ISA", "ISA", "SE"]],
    ["blank file", " \r\n ", ["(blank)"]],
    ["text", "hello", ["(outside-interchange)"]],
    ["trailing fill", `${isaText()}IEA*0*1~\u0000\u0000\u001a`, ["ISA", "IEA", "(blank)"]],
    ["binary content", `${isaText()}BIN*3*a~b~SE*1~`, ["ISA", "BIN", "(binary)", "(binary)", "SE"]],
    ["PDF", "%PDF-1.7 ...", ["(foreign)"]],
  ])("%s", (_, text, expected) => {
    expect(idsOf(tokensOf(text))).toEqual(expected);
  });

  test("a segment beyond the limit is skipped in bounded pieces", () => {
    const text = `${isaText()}ST*837*1~N3*${"x".repeat(200_000)}~SE*3*1~`;
    for (const size of [text.length, 4096]) {
      const tokens = tokensOf(text, size, { segmentBytes: 10_000 });
      expect(textOf(tokens)).toBe(text);
      expect(new Set(idsOf(tokens))).toEqual(new Set(["ISA", "ST", "(segment-too-long)", "SE"]));
      const last = tokens.at(-1);
      expect(last?.kind === "segment" && last.number).toBe(4);
    }
  });

  test("every byte value is one character of its own", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
    const reader = createSegmentReader();
    const tokens = [...reader.push(bytes), ...reader.end()];
    expect(latin1Bytes(textOf(tokens))).toEqual(bytes);
  });

  test("binary content beyond the limit, of the wrong length, ends at the next terminator", () => {
    const text = `${isaText()}BIN*40*${"x".repeat(45)}~SE*1~`;
    const tokens = tokensOf(text, text.length, { segmentBytes: 30 });
    expect(idsOf(tokens)).toEqual(["ISA", "BIN", "(binary)", "(binary-length-wrong)", "SE"]);
    expect(textOf(tokens)).toBe(text);
  });

  test("text that keeps looking like an ISA is passed on in bounded pieces", () => {
    const reader = createSegmentReader();
    const piece = latin1Bytes("ISA*hello world~".repeat(4096));
    for (let count = 0; count < 20; count += 1) {
      const skipped = reader.push(piece).reduce((sum, token) => sum + tokenText(token).length, 0);
      if (count > 1) expect(skipped).toBe(65_536);
    }
  });

  test("one byte at a time stays linear", () => {
    const text = `${isaText()}N3*${"x".repeat(300_000)}~`;
    const before = process.cpuUsage();
    expect(tokensOf(text, 1)).toHaveLength(2);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
  });

  test("a stream is read batch by batch", async () => {
    const ids: string[] = [];
    for await (const batch of readTokens(chunksOf(claims, 100))) ids.push(...idsOf(batch));
    expect(ids).toEqual(idsOf(tokensOf(claims)));
  });
});

async function* chunksOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = latin1Bytes(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}
