import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latin1Bytes, latin1Text } from "../latin1.ts";
import type { Segment } from "../segment.ts";
import { SegmentReader, type Token } from "../segment-reader.ts";
import { type CleanSampleName, cleanSamples, sampleText } from "../testing/clean-samples.ts";
import { interchangeText } from "../testing/interchange-text.ts";
import { mutated } from "../testing/mutations.ts";
import { everySampleKind, sampleFile } from "../testing/sample-files.ts";
import { placeOf, validateText } from "../testing/validate-text.ts";
import { isNationalProviderId } from "../values.ts";
import { keyedHash, keyedHashOfTwo } from "./keyed-hash.ts";
import { IdentifierReplacer } from "./replace-identifier.ts";
import { Scrubber, type ScrubOptions } from "./scrubber.ts";

const key = [0x12345678, 0x7abcdef0] as const;

function tokensOf(text: string, chunkBytes = text.length + 1): Token[][] {
  const reader = new SegmentReader();
  const bytes = latin1Bytes(text);
  const tokens: Token[][] = [];
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    tokens.push(reader.push(bytes.subarray(from, from + chunkBytes)));
  }
  return [...tokens, reader.end()];
}

function scrubbed(text: string, options: ScrubOptions & { chunkBytes?: number } = { key }): string {
  const scrubber = new Scrubber(options);
  return tokensOf(text, options.chunkBytes)
    .map((tokens) => latin1Text(scrubber.scrub(tokens)).text)
    .join("");
}

const segmentsOf = (text: string): Segment[] =>
  tokensOf(text)
    .flat()
    .filter((token) => token.kind === "segment");

/** Births of people of more than ninety come nearer, and so may what is told of them. */
const issuesOf = (text: string) =>
  validateText(text, { profile: "strict" })
    .filter(({ code }) => code !== "X12_SERVICE_BEFORE_BIRTH")
    .map((issue) => `${issue.code} ${issue.severity} ${issue.position?.segment} ${placeOf(issue)}`);

/** Shape of a file: what separates, and how long everything between is. */
const shapeOf = (text: string) =>
  segmentsOf(text).map((segment) =>
    Array.from({ length: segment.elementCount }, (_, at) =>
      segment.components(at + 1).map((part) => part.length),
    ),
  );

const names = Object.keys(cleanSamples) as CleanSampleName[];

describe("a scrubbed file is the same but for whom it tells of", () => {
  test.each(everySampleKind)("%s: shape, issues, chunks", (kind) => {
    const text = sampleFile(kind, 2);
    const made = scrubbed(text);
    expect(made).not.toBe(text);
    expect(made).toHaveLength(text.length);
    expect(shapeOf(made)).toEqual(shapeOf(text));
    expect(issuesOf(made)).toEqual(issuesOf(text));
    expect(scrubbed(text, { key, chunkBytes: 41 })).toBe(made);
  });

  test.each(names)("%s keeps having no issue, and every issue of its damaged forms", (name) => {
    const text = sampleText(name);
    expect(issuesOf(scrubbed(text))).toEqual(issuesOf(text));
    for (let at = 0; at < 5; at += 1) {
      const damaged = sampleText(name, (all) => all.filter((_, index) => index % 5 !== at));
      expect(issuesOf(scrubbed(damaged))).toEqual(issuesOf(damaged));
    }
  });

  test.each(everySampleKind)("%s: nothing damaged makes it fail or change its length", (kind) => {
    const text = sampleFile(kind, 1);
    for (let seed = 1; seed <= 12; seed += 1) {
      const damaged = mutated(text, seed);
      expect([seed, scrubbed(damaged).length]).toEqual([seed, damaged.length]);
    }
  });
});

const canary = "Quetzalcanary";

describe("what is put in the place of any value does not survive", () => {
  test.each(names)("%s", (name) => {
    const { segments } = cleanSamples[name];
    segments.forEach((segment, at) => {
      const parts = segment.split("*");
      for (let element = 1; element < parts.length + 2; element += 1) {
        for (const value of [canary, `A:${canary}:C:D:E:F:G:H:I:J:${canary}^${canary}`]) {
          const changed = [...parts];
          changed[element] = value;
          const planted = Array.from(changed, (part) => part ?? "").join("*");
          const made = scrubbed(sampleText(name, (all) => all.with(at, planted)));
          expect([planted, made.includes(canary)]).toEqual([planted, false]);
        }
      }
    });
  });

  test.each([
    ["an unknown segment", `ZZZ*${canary}*1`],
    ["what is no segment", `${canary} IS NO SEGMENT`],
    ["binary content", `BIN*${canary.length}*${canary}`],
    ["binary content of a wrong length", `BIN*4*${canary}`],
    ["filtered binary content", `BDS*B64*${canary.length}*${canary}`],
    ["too long a segment", `NTE*ADD*${canary.repeat(90_000)}`],
    ["a street", `N3*${canary} ST`],
    ["a box", `N3*PO BOX ${canary}`],
    ["letters of UTF-8", `NM1*IL*1*\u00c3\u0085${canary}*\u00c3\u00a9`],
    ["a date", `DTP*472*D8*${canary}`],
    ["a birth", `DMG*D8*${canary}`],
  ])("%s", (_name, planted) => {
    const text = `${canary}\n${sampleText("professional", (all) => [...all, planted])}${canary}`;
    const made = scrubbed(text);
    expect([made.length, made.includes(canary)]).toEqual([text.length, false]);
  });

  test("nor a name that is wrapped over two lines", () => {
    const text = sampleText("professional").replace("ALDER*ANNA", "AL\nDER*ANNA");
    const made = scrubbed(text);
    expect(made).not.toMatch(/AL\s*DER\*ANNA/);
    const [plain, wrapped] = [scrubbed(sampleText("professional")), made.replace("\n", "")];
    expect(wrapped).toBe(plain);
  });
});

/** Elements that tell of a person, as a reader of the guides would list them. */
const personal: Readonly<Record<string, readonly number[]>> = {
  NM1: [3, 4, 5, 9],
  N3: [1, 2],
  N4: [1, 3],
  N1: [2, 4],
  DMG: [2],
  PER: [2, 4, 6, 8],
  REF: [2],
  CLM: [1],
  CLP: [1, 7],
  SBR: [3, 4],
  NTE: [2],
  MSG: [1],
  TRN: [2, 3],
  PWK: [6],
  SVD: [1],
  DTP: [3],
  DTM: [2],
  BPR: [7, 9, 10, 13, 15, 16],
  PLB: [1],
};

test.each(everySampleKind)("no value that tells of a person stays what it is: %s", (kind) => {
  const text = sampleFile(kind, 3);
  const made = segmentsOf(scrubbed(text));
  segmentsOf(text).forEach((segment, at) => {
    for (const element of personal[segment.id] ?? []) {
      const value = segment.text(element);
      // Zeros and single punctuation tell of nobody, and times of day stay.
      if (value === undefined || !/[A-Za-z1-9]/.test(value) || /^\d{4}$/.test(value)) continue;
      expect([segment.id, element, made[at]?.text(element) === value]).toEqual([
        segment.id,
        element,
        false,
      ]);
    }
  });
});

test.each([
  ["606021234", /^606\d{6}$/],
  ["03601", /^030\d\d$/],
  ["M5H 2N2", /^[A-Z]\d[A-Z] \d[A-Z]\d$/],
])("a postal code keeps an area where many live: %s", (code, expected) => {
  const text = sampleText("professional", (all) => [...all, `N4*CITY*IL*${code}`]);
  const made = segmentsOf(scrubbed(text)).findLast(({ id }) => id === "N4");
  expect(made?.text(3)).toMatch(expected);
  expect(made?.text(3)).not.toBe(code);
});

test("the same member stays the same, another key makes others", () => {
  const text = sampleText("professional", (all) => [...all, "REF*1L*M0001", "TRN*2*M0001"]);
  const made = segmentsOf(scrubbed(text));
  const numbers = new Set(
    ["REF", "TRN"].map((wanted) => made.findLast(({ id }) => id === wanted)?.text(2)),
  );
  expect(numbers.size).toBe(1);
  expect(made.some((segment) => segment.id === "NM1" && segment.text(9) === [...numbers][0])).toBe(
    true,
  );
  expect(scrubbed(text, { key: [1, 2] })).not.toBe(scrubbed(text));
});

const days = (date: string) => Date.parse(date.replace(/(....)(..)(..)/, "$1-$2-$3")) / 86_400_000;

function dated(segments: readonly string[], options: ScrubOptions = { key }): string[] {
  const text = interchangeText([{ setId: "837", segments }]);
  return segmentsOf(scrubbed(text, options))
    .filter(({ id }) => id === "DTP" || id === "DMG")
    .map((segment) => segment.text(segment.id === "DMG" ? 2 : 3) ?? "");
}

describe("dates", () => {
  test("keep their distance, in ranges and with times too", () => {
    const [first = "", second = "", third = "", fourth = ""] = dated([
      "DTP*472*D8*20241230",
      "DTP*434*RD8*20241230-20250102",
      "DTP*435*DT*202412301130",
      "DTP*096*TM*1130",
    ]);
    const before = days("20241230") - days(first);
    expect([before >= 3, before <= 45]).toEqual([true, true]);
    const [from = "", to = ""] = second.split("-");
    expect([from, days(to) - days(from)]).toEqual([first, 3]);
    expect([third, fourth]).toEqual([`${first}1130`, "1130"]);
  });

  test("that are none become none", () => {
    expect(dated(["DTP*472*D8*20250230", "DTP*472*D8*2025123", "DTP*472*D6*250101"])).toEqual([
      "99999999",
      "9999999",
      expect.stringMatching(/^24\d{4}$/),
    ]);
  });

  test("after today stay after it", () => {
    const [date = ""] = dated(["DTP*472*D8*20300101"], { key, today: "2026-01-01" });
    expect(date > "20300101").toBe(true);
  });

  test("of birth move on their own, and the oldest are all of an age", () => {
    const births = ["19800101", "19800102", "20241201", "19010101", "1980010112", "ABCDEFGH"];
    const [a = "", b = "", infant = "", old, odd, letters] = dated(
      births.map((birth) => `DMG*D8*${birth}`),
    );
    expect(days(b) - days(a)).not.toBe(1);
    expect(days("20241201") - days(infant)).toBeLessThanOrEqual(45);
    expect(old).toBe("19350101");
    expect(odd).toMatch(/^\d{10}$/);
    expect(letters).toMatch(/^(?!ABCDEFGH)[A-Z]{8}$/);
  });

  test("of all years come out as dates", () => {
    for (let year = 1930; year < 2026; year += 1) {
      const [date = ""] = dated([`DTP*472*D8*${year}0301`]);
      expect(Number.isNaN(days(date))).toBe(false);
      expect(days(`${year}0301`) - days(date)).toBeLessThanOrEqual(45);
    }
  });
});

describe("identifiers", () => {
  const replacer = new IdentifierReplacer(key);

  test("no two become one, none stays, and the form is kept", () => {
    const seen = new Set<string>();
    for (let number = 100; number < 1000; number += 1) {
      const made = replacer.replace(String(number));
      expect(made).toMatch(/^[1-9]\d\d$/);
      expect(made).not.toBe(String(number));
      seen.add(made);
    }
    expect(seen.size).toBe(900);
  });

  test.each([
    ["1EG4TE5MK73", /^[1-9][A-Z]{2}\d[A-Z]{2}\d[A-Z]{2}\d\d$/],
    ["ab-12 X", /^[a-z]{2}-[1-9\d]\d [A-Z]$/],
    ["0007", /^0\d{3}$/],
    ["office@example.org", /^[a-z]{6}@[a-z]{7}\.[a-z]{3}$/],
    ["A", /^[B-Z]$/],
  ])("%s", (value, form) => {
    expect(replacer.replace(value)).toMatch(form);
    expect(replacer.replace(`${value}  `)).toBe(`${replacer.replace(value)}  `);
  });

  test.each(["0", "-", ""])("%j has nothing to replace", (value) => {
    expect(replacer.replace(value)).toBe(value);
  });

  test("provider numbers stay right or wrong", () => {
    for (let number = 0; number < 200; number += 1) {
      const value = String(1_234_567_800 + number);
      const made = replacer.replace(value);
      expect([value, isNationalProviderId(made)]).toEqual([value, isNationalProviderId(value)]);
    }
    expect(replacer.replace("5551234567")).toMatch(/^[3-9]\d{9}$/);
  });

  test("the hash depends on every word and on the key", () => {
    const hashes = [[1], [2], [1, 1], [1, 0], []].map((words) => keyedHash(key, words));
    expect(new Set([...hashes, keyedHash([1, 2], [1])]).size).toBe(6);
  });
});

test("two words have the same hash without the loop", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), fc.integer(), (k0, k1, one, two) => {
      expect(keyedHashOfTwo([k0, k1], one, two)).toBe(keyedHash([k0, k1], [one, two]));
    }),
  );
});
