import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latin1Bytes } from "./latin1.ts";
import { createTransactionReader, readTransactions } from "./read-transactions.ts";
import { interchangeText, isaText } from "./testing/interchange-text.ts";
import { eventsOf, issueCodesOf, readText } from "./testing/read-text.ts";
import {
  acknowledgmentSegments,
  claimAcknowledgmentSegments,
  professionalSegments,
  remittanceSegments,
} from "./testing/samples.ts";

const claimSet = { setId: "837", segments: professionalSegments };
const remittanceSet = { setId: "835", segments: remittanceSegments };
const claims = interchangeText([claimSet]);
const remittances = interchangeText([remittanceSet, remittanceSet], {
  functionalId: "HP",
  version: "005010X221A1",
});

describe("envelopes", () => {
  test.each([
    ["whole", claims, []],
    ["line ends", interchangeText([claimSet], { lineEnd: "\r\n" }), []],
    ["newline as terminator", interchangeText([claimSet], { segment: "\n" }), []],
    ["no set", interchangeText([]), []],
    ["empty file", "", ["X12_EMPTY"]],
    ["blank file", " \r\n", ["X12_EMPTY"]],
    ["text", "hello world", ["X12_NOT_X12"]],
    ["zip", "PK\u0003\u0004rest", ["X12_LOOKS_LIKE_ZIP"]],
    ["gzip", "\u001f\u008brest", ["X12_LOOKS_LIKE_GZIP"]],
    ["PDF", "%PDF-1.7", ["X12_LOOKS_LIKE_PDF"]],
    ["HTML", "\n<!DOCTYPE html><html>ISA", ["X12_LOOKS_LIKE_HTML"]],
    ["XML", '<?xml version="1.0"?>', ["X12_LOOKS_LIKE_XML"]],
    ["office document", "\u00d0\u00cf\u0011\u00e0x", ["X12_LOOKS_LIKE_OFFICE"]],
    ["EDIFACT", "UNB+UNOA:1+A+B", ["X12_LOOKS_LIKE_EDIFACT"]],
    ["UTF-16 with mark", "\u00ff\u00feI\u0000S\u0000", ["X12_UTF16"]],
    ["UTF-16 without mark", "I\u0000S\u0000A\u0000*\u0000", ["X12_UTF16"]],
    ["UTF-16 big endian", "\u0000I\u0000S\u0000A\u0000*", ["X12_UTF16"]],
    ["binary", "\u0000\u0001\u0002\u0003".repeat(50), ["X12_BINARY"]],
    ["byte order mark", `\u00ef\u00bb\u00bf${claims}`, ["X12_BYTE_ORDER_MARK"]],
    ["leading text", `Hello\n${claims}`, ["X12_LEADING_TEXT"]],
    ["trailing text", `${claims}Bye`, ["X12_TRAILING_TEXT"]],
    ["text between", `${claims}Bye\n${claims}`, ["X12_TRAILING_TEXT"]],
    ["ISA too short", claims.slice(0, 80), ["X12_ISA_TRUNCATED"]],
    ["ISA malformed", `ISA*1*2*3${" ".repeat(300)}`, ["X12_ISA_MALFORMED"]],
    ["ISA trimmed", claims.replace("SENDER         ", "SENDER"), ["X12_ISA_WIDTH"]],
    [
      "lower case",
      claims.replace("~GS", "~gs").replace("~ST", "~st"),
      ["X12_SEGMENT_ID_LOWER_CASE"],
    ],
    ["lower case ISA", claims.replace("ISA*", "isa*"), ["X12_SEGMENT_ID_LOWER_CASE"]],
    [
      "IEA02",
      claims.replace("IEA*1*000000001", "IEA*1*000000002"),
      ["X12_INTERCHANGE_CONTROL_NUMBER"],
    ],
    ["IEA02 short", claims.replace("IEA*1*000000001", "IEA*1*1"), ["X12_CONTROL_NUMBER_FORM"]],
    ["IEA01", claims.replace("IEA*1", "IEA*2"), ["X12_GROUP_COUNT"]],
    ["IEA01 no number", claims.replace("IEA*1", "IEA*x"), ["X12_GROUP_COUNT"]],
    ["GE02", claims.replace("GE*1*7", "GE*1*8"), ["X12_GROUP_CONTROL_NUMBER"]],
    ["GE02 with zeros", claims.replace("GE*1*7", "GE*1*07"), ["X12_CONTROL_NUMBER_FORM"]],
    ["GE01", claims.replace("GE*1*7", "GE*3*7"), ["X12_SET_COUNT"]],
    ["SE02", claims.replace(/SE\*(\d+)\*0001/, "SE*$1*0009"), ["X12_SET_CONTROL_NUMBER"]],
    ["SE02 short", claims.replace(/SE\*(\d+)\*0001/, "SE*$1*1"), ["X12_CONTROL_NUMBER_FORM"]],
    ["SE01", claims.replace(/SE\*\d+\*0001/, "SE*3*0001"), ["X12_SEGMENT_COUNT"]],
    ["SE01 missing", claims.replace(/SE\*\d+\*0001/, "SE**0001"), ["X12_SEGMENT_COUNT"]],
    ["no IEA", claims.replace(/IEA.*/, ""), ["X12_INTERCHANGE_NOT_CLOSED"]],
    ["no GE", claims.replace("GE*1*7~", ""), ["X12_GROUP_NOT_CLOSED"]],
    ["no SE", claims.replace(/SE\*\d+\*0001~/, ""), ["X12_SET_NOT_CLOSED"]],
    [
      "no GS",
      claims.replace(/GS.*?~/, "").replace("GE*1*7~", ""),
      ["X12_SET_WITHOUT_GROUP", "X12_GROUP_COUNT"],
    ],
    [
      "no ST",
      interchangeText([]).replace("GE*0", "SE*1*0001~GE*0"),
      ["X12_TRAILER_WITHOUT_HEADER"],
    ],
    ["GE without GS", `${isaText()}GE*1*7~IEA*0*000000001~`, ["X12_TRAILER_WITHOUT_HEADER"]],
    ["last terminator missing", claims.slice(0, -1), ["X12_SEGMENT_UNTERMINATED"]],
    ["empty segment", claims.replace("~BHT", "~~BHT"), ["X12_SEGMENT_EMPTY"]],
    ["no segment id", claims.replace("~NTE*", "~N?TE*"), ["X12_SEGMENT_ID"]],
    [
      "control number twice",
      remittances.replace(/0002/g, "0001"),
      ["X12_SET_CONTROL_NUMBER_REUSED"],
    ],
    [
      "segment outside of a set",
      claims.replace("GE*1*7", "REF*A*B~GE*1*7"),
      ["X12_SEGMENT_OUTSIDE_SET"],
    ],
    [
      "ST03 is not GS08",
      claims.replace("0001*005010X222A1", "0001*005010X222"),
      ["X12_GROUP_DIFFERS_FROM_SET"],
    ],
    [
      "older version",
      claims.replaceAll("005010X222A1", "004010X098A1"),
      ["X12_VERSION_UNSUPPORTED"],
    ],
    [
      "kind not read",
      interchangeText([{ setId: "864", segments: ["BMG*00*1"] }], { version: "005010" }),
      ["X12_TRANSACTION_NOT_READ"],
    ],
    ["TA1 alone", `${isaText()}TA1*1*250106*1200*A*000~IEA*0*000000001~`, []],
    ["TA1 counted", `${isaText()}TA1*1*250106*1200*A*000~IEA*1*000000001~`, ["X12_GROUP_COUNT"]],
    [
      "TA1 incomplete",
      `${isaText()}TA1**250106*1200~IEA*0*000000001~`,
      ["X12_ELEMENT_MISSING", "X12_ELEMENT_MISSING"],
    ],
    ["interchange segments", `${isaText()}ISB*1~IEA*0*000000001~`, []],
    [
      "binary length",
      interchangeText([{ setId: "275", segments: ["BGN*02*1", "LX*1", "BIN*9*ab"] }], {
        version: "005010X210",
      }),
      ["X12_BINARY_LENGTH"],
    ],
    [
      "binary cut off",
      `${isaText()}GS*PI*A*B*20250106*1200*7*X*005010X210~ST*275*1~BGN*02*1~LX*1~BIN*2000000*ab`,
      [
        "X12_BINARY_LENGTH",
        "X12_SET_NOT_CLOSED",
        "X12_GROUP_NOT_CLOSED",
        "X12_INTERCHANGE_NOT_CLOSED",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(issueCodesOf(readText(text))).toEqual(expected);
    expect(readText(text, { chunkBytes: 11 })).toEqual(readText(text));
  });

  test("a cut file ends every open part, none of them intact", () => {
    const events = readText(claims.slice(0, 900));
    expect(eventsOf(events, "set-end")).toMatchObject([{ intact: false }]);
    expect(eventsOf(events, "interchange-end")).toMatchObject([{ intact: false }]);
    expect(eventsOf(events, "group-end")).toHaveLength(1);
  });

  test("an interchange that begins within another is kept apart", () => {
    const cut = claims.slice(0, 700);
    const events = readText(cut + interchangeText([remittanceSet], { element: "|", segment: "'" }));
    expect(eventsOf(events, "interchange-end").map(({ intact }) => intact)).toEqual([false, true]);
    expect(eventsOf(events, "set-end").map(({ intact }) => intact)).toEqual([false, true]);
    expect(eventsOf(events, "remittance-claim")).toHaveLength(2);
  });

  test("a set cut within a segment ends before the next interchange", () => {
    const cut = claims.slice(0, claims.indexOf("RIVER ST"));
    for (const segment of ["~", "'"]) {
      const next = interchangeText([remittanceSet], { element: "|", segment });
      const events = readText(cut + next);
      expect(issueCodesOf(events).slice(0, 2)).toEqual([
        "X12_SEGMENT_UNTERMINATED",
        "X12_SET_NOT_CLOSED",
      ]);
      expect(eventsOf(events, "set-end").map(({ intact }) => intact)).toEqual([false, true]);
      expect(readText(cut + next, { chunkBytes: 97 })).toEqual(events);
    }
  });

  test("limits: long segments, many elements, many issues", () => {
    const long = claims.replace("NOTE TEXT", "x".repeat(5000));
    expect(issueCodesOf(readText(long, { limits: { segmentBytes: 4000 } }))).toEqual([
      "X12_SEGMENT_TOO_LONG",
    ]);
    const many = claims.replace("NOTE TEXT", `A${"*A".repeat(1500)}`);
    expect(issueCodesOf(readText(many))).toEqual(["X12_TOO_MANY_ELEMENTS"]);
    const faulty = interchangeText([{ setId: "835", segments: Array(50).fill("ZZZ*1") }]);
    const codes = issueCodesOf(readText(faulty, { limits: { issuesPerSet: 10 } }));
    expect(codes).toHaveLength(11);
    expect(codes.at(-1)).toBe("X12_ISSUES_TRUNCATED");
    const [end] = eventsOf(readText(faulty, { limits: { issuesPerSet: 10 } }), "set-end");
    expect(end?.warnings).toBeGreaterThanOrEqual(50);
  });

  test("issues carry place and control numbers, never a value", () => {
    const [issue] = eventsOf(readText(claims.replace("CLM*PCN1*150", "CLM*PCN1*secret")), "issue");
    expect(issue?.issue).toMatchObject({
      code: "X12_AMOUNT",
      severity: "error",
      interchange: "000000001",
      group: "7",
      set: "0001",
      loop: "2300",
      segmentId: "CLM",
      element: 2,
      position: { segment: 21, line: 1 },
    });
    expect(JSON.stringify(issue)).not.toContain("secret");
  });
});

describe("one set alone", () => {
  test("gives the same events as within its file", () => {
    const events = readText(remittances);
    const headers = eventsOf(events, "set-start").map(({ header }) => header);
    const second = headers[1];
    if (second === undefined) throw new Error("a second set was expected");
    const from = events.findIndex((event) => event.type === "set-start" && event.header === second);
    const to = events.findLastIndex((event) => event.type === "set-end");
    const { interchange, group, position } = second;
    const { byteTo = 0 } = eventsOf(events, "set-end")[1]?.range ?? {};
    for (const end of [remittances.length, byteTo]) {
      const text = remittances.slice(position.offset, end);
      const alone = readText(text, { resumeAt: { interchange, group, position }, chunkBytes: 33 });
      expect(alone).toEqual(events.slice(from, to + 1));
    }
  });

  test("a whole file is read from a stream", async () => {
    const types: string[] = [];
    for await (const batch of readTransactions([latin1Bytes(claims.slice(0, -1))])) {
      types.push(...batch.map(({ type }) => type));
    }
    expect(types).toEqual([...readText(claims.slice(0, -1)).map(({ type }) => type)]);
  });

  test("stops reading the source at its end", async () => {
    const [start] = eventsOf(readText(remittances), "set-start");
    if (start === undefined) throw new Error("a set was expected");
    const { interchange, group, position } = start.header;
    let asked = 0;
    const source = (function* () {
      for (let at = position.offset; at < remittances.length; at += 100) {
        asked += 1;
        yield latin1Bytes(remittances.slice(at, at + 100));
      }
    })();
    const types: string[] = [];
    for await (const batch of readTransactions(source, {
      resumeAt: { interchange, group, position },
    })) {
      types.push(...batch.map(({ type }) => type));
    }
    expect(types.at(-1)).toBe("set-end");
    expect(types.filter((type) => type === "set-end")).toHaveLength(1);
    expect(asked * 100).toBeLessThan(remittances.length - position.offset);
  });

  test("a set without its SE gives the same events too, and none of its neighbours", () => {
    const broken = remittances.replace(/SE\*\d+\*0001~/, "");
    const events = readText(broken);
    const [start] = eventsOf(events, "set-start");
    if (start === undefined) throw new Error("a set was expected");
    const { interchange, group, position } = start.header;
    const from = events.indexOf(start);
    const to = events.findIndex(({ type }) => type === "set-end");
    const alone = readText(broken.slice(position.offset), {
      resumeAt: { interchange, group, position },
    });
    expect(alone).toEqual(events.slice(from, to + 1));
    const trailer = readText("GE*1*7~", { resumeAt: { interchange, group, position } });
    expect(trailer).toEqual([]);
  });

  test("a cut set is not intact", () => {
    const [start] = eventsOf(readText(remittances), "set-start");
    if (start === undefined) throw new Error("a set was expected");
    const { interchange, group, position } = start.header;
    const text = remittances.slice(position.offset, position.offset + 400);
    const events = readText(text, { resumeAt: { interchange, group, position } });
    expect(eventsOf(events, "set-end")).toMatchObject([{ intact: false }]);
    const reader = createTransactionReader({ resumeAt: { interchange, group, position } });
    reader.end();
    expect(reader.isDone).toBe(true);
    expect(reader.push(latin1Bytes(text))).toEqual([]);
    expect(reader.end()).toEqual([]);
  });
});

describe("kinds", () => {
  test.each([
    ["837", "005010X223A2", "", "837I"],
    ["837", "005010X224A2", "", "837D"],
    ["837", "005010X291", "", "other"],
    ["277", "005010X214", "", "277CA"],
    ["277", "005010X212", "", "277"],
    ["277", "005010", "TH", "277CA"],
    ["277", "005010", "DG", "277"],
    ["271", "005010X279A1", "", "271"],
    ["850", "004010", "", "other"],
    ["999", "005010X231A1", "", "999"],
    ["997", "004010", "", "997"],
  ])("%s %s %s", (setId, version, purpose, kind) => {
    const segments = [`BHT*0085*08*1*20250106*1200*${purpose}`];
    const events = readText(interchangeText([{ setId, segments }], { version }));
    expect(eventsOf(events, "set-start")[0]?.header.kind).toBe(kind);
  });
});

describe("mutated files", () => {
  const seeds = {
    "837": claims,
    "835": remittances,
    "999": interchangeText([{ setId: "999", segments: acknowledgmentSegments }], {
      functionalId: "FA",
      version: "005010X231A1",
    }),
    "277CA": interchangeText([{ setId: "277", segments: claimAcknowledgmentSegments }], {
      functionalId: "HN",
      version: "005010X214",
    }),
  };
  const splice = fc.record({
    at: fc.nat(),
    remove: fc.nat({ max: 60 }),
    insert: fc.oneof(
      fc.constantFrom("~", "*", ":", "^", "\n", "\r\n", "ISA", "~HL*9**20*1", "~CLM*X", "~CLP"),
      fc.constantFrom("~ST*837*1", "~SE*1*1", "~IEA*1*1", "~BIN*99*", "\u0000", "\u00ff", "~LX"),
      fc.string({ unit: "binary-ascii", maxLength: 20 }),
    ),
  });

  test.each(Object.entries(seeds))(
    "%s never throws, hangs or depends on chunks",
    (_, seed) => {
      let slowest = 0;
      fc.assert(
        fc.property(fc.array(splice, { minLength: 1, maxLength: 6 }), fc.nat(), (splices, size) => {
          let text = seed;
          for (const { at, remove, insert } of splices) {
            const place = at % (text.length + 1);
            text = text.slice(0, place) + insert + text.slice(place + remove);
          }
          const started = process.cpuUsage();
          const events = readText(text);
          const { user, system } = process.cpuUsage(started);
          slowest = Math.max(slowest, user + system);
          const starts = eventsOf(events, "set-start").length;
          expect(eventsOf(events, "set-end")).toHaveLength(starts);
          expect(eventsOf(events, "interchange-end")).toHaveLength(
            eventsOf(events, "interchange-start").length,
          );
          if (size % 8 === 0)
            expect(readText(text, { chunkBytes: (size % 100) + 1 })).toEqual(events);
        }),
        { numRuns: 3000 },
      );
      // Microseconds of the processor: others may have it meanwhile.
      expect(slowest).toBeLessThan(1_000_000);
    },
    300_000,
  );
});
