import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeList } from "../code-lists/code-list.ts";
import { standardSegment, standardSegmentIds } from "../guides/standard/segments.ts";
import { guideTables } from "../guides/tables.ts";
import { latin1Bytes } from "../latin1.ts";
import { type CleanSampleName, cleanSamples, sampleText } from "../testing/clean-samples.ts";
import { generate835, generate837P } from "../testing/generate.ts";
import { interchangeText } from "../testing/interchange-text.ts";
import { placeOf, validateText } from "../testing/validate-text.ts";
import { compileRules, tableFor } from "./guide-rules.ts";
import { createValidator, validateTransactions } from "./validate.ts";

const names = Object.keys(cleanSamples) as CleanSampleName[];

describe("guides as data", () => {
  test.each(guideTables.map((table) => [table.name, table] as const))("%s compiles", (_, table) => {
    const { guide } = compileRules(table);
    expect(guide.loops.length).toBeGreaterThan(1);
    for (const version of table.versions) expect(tableFor(table.setId, version)).toBe(table);
  });

  test("every segment of the standard can be read from its text", () => {
    for (const id of standardSegmentIds)
      expect(standardSegment(id).elements.length).toBeGreaterThan(0);
  });

  test("two uses of a segment in one loop are told apart by their codes", () => {
    for (const table of guideTables) {
      for (const { candidates, id } of compileRules(table).guide.loops) {
        for (const [segmentId, group] of candidates) {
          const keys = group.map(({ plan }) =>
            plan.qualifiers
              .map((one) => `${one.element}-${one.component}=${[...one.codes]}`)
              .join(),
          );
          expect(new Set(keys).size, `${table.name} ${id} ${segmentId}`).toBe(group.length);
        }
      }
    }
  });
});

describe("files", () => {
  test("generated files have no issue", () => {
    for (const generate of [generate837P, generate835]) {
      const validator = createValidator({ profile: "strict" });
      const events = [...generate({ seed: 11, claims: 300, claimsPerSet: 100 })].flatMap((bytes) =>
        validator.push(bytes),
      );
      const issues = [...events, ...validator.end()].filter(({ type }) => type === "issue");
      expect(issues).toEqual([]);
    }
  });

  test.each([1, 7, 64])("chunks of %i bytes give the same issues", (chunkBytes) => {
    for (const name of names) {
      const text = sampleText(name, (segments) => segments.filter((_, at) => at % 5 !== 3));
      expect(validateText(text, { chunkBytes })).toEqual(validateText(text));
    }
  });

  test("two sets of different guides in one interchange", () => {
    const { segments } = cleanSamples.dependent;
    const text = interchangeText([
      { setId: "837", segments },
      { setId: "837", segments: segments.filter((one) => !one.startsWith("DMG")) },
      { setId: "837", segments },
    ]);
    const issues = validateText(text, { profile: "strict" });
    expect(issues.map((issue) => `${issue.set} ${issue.code} ${placeOf(issue)}`)).toEqual([
      "0002 X12_SEGMENT_MISSING 2010CA DMG",
    ]);
  });

  test("a guide that is not known is read generically and said so", () => {
    const { segments } = cleanSamples.dependent;
    const text = interchangeText([{ setId: "837", segments }], { version: "004010X098A1" });
    const codes = validateText(text).map(({ code }) => code);
    expect(codes).toEqual(["X12_VERSION_UNSUPPORTED"]);
  });

  test("a stream gives its issues in batches", async () => {
    async function* source() {
      const bytes = latin1Bytes(sampleText("dependent", (all) => [...all, "ZZ*1"]));
      yield bytes.subarray(0, 900);
      yield bytes.subarray(900);
    }
    const batches = [];
    for await (const batch of validateTransactions(source())) batches.push(...batch);
    expect(batches.map(({ code }) => code)).toEqual(["X12_SEGMENT_UNEXPECTED"]);
  });
});

describe("control numbers that come twice", () => {
  const text = sampleText("dependent");
  const issuesOf = (file: string) =>
    validateText(file, { profile: "strict" }).map((issue) => `${issue.code} ${placeOf(issue)}`);

  test("two interchanges of one sender", () => {
    expect(issuesOf(text + text)).toEqual(["X12_INTERCHANGE_CONTROL_NUMBER_REUSED ISA 13"]);
    expect(issuesOf(text + text.replaceAll("000000001", "000000002"))).toEqual([]);
  });

  test("two groups of one interchange", () => {
    const groups = text.slice(text.indexOf("GS*"), text.indexOf("IEA*"));
    const twice = text.replace(groups, groups + groups).replace("IEA*1*", "IEA*2*");
    expect(issuesOf(twice)).toEqual(["X12_GROUP_CONTROL_NUMBER_REUSED GS 6"]);
    const [number = ""] = /GS(\*[^*]*){5}\*([^*]*)/.exec(groups)?.slice(2) ?? [];
    const other = groups.replace(`*${number}*X`, `*${number}9*X`).replace(/(GE\*1\*\d+)/, "$19");
    expect(issuesOf(text.replace(groups, groups + other).replace("IEA*1*", "IEA*2*"))).toEqual([]);
  });
});

describe("what an interchange is told", () => {
  test.each([
    ["A", "000", []],
    ["E", "022", []],
    ["A", "022", ["X12_INTERCHANGE_NOTE TA1 5"]],
    ["R", "000", ["X12_INTERCHANGE_NOTE TA1 5"]],
  ])("%s with note %s", (code, note, expected) => {
    const text = sampleText("dependent");
    const interchange = text.slice(0, text.indexOf("GS*"));
    const told = `${interchange}TA1*000000001*250106*1200*${code}*${note}~IEA*0*000000001~`;
    const issues = validateText(told, { profile: "strict" });
    expect(issues.map((issue) => `${issue.code} ${placeOf(issue)}`)).toEqual(expected);
  });
});

test("a claim that is finalized with a payment tells what was paid", () => {
  const answer = (status: string) => [
    "BHT*0010*08*STAT1*20250106*1200*DG",
    "HL*1**20*1",
    "NM1*PR*2*NORTHFIELD*****PI*NF01",
    "HL*2*1*21*1",
    "NM1*41*2*RIVERBEND*****46*RB01",
    "HL*3*2*19*1",
    "NM1*1P*2*RIVERBEND*****XX*1234567893",
    "HL*4*3*22*0",
    "NM1*IL*1*ALDER*ANNA****MI*M0001",
    "TRN*2*PCN1",
    status,
  ];
  const codesOf = (status: string) =>
    validateText(
      interchangeText([{ setId: "277", segments: answer(status) }], {
        functionalId: "HN",
        version: "005010X212",
      }),
      { profile: "strict" },
    ).map((issue) => `${issue.code} ${placeOf(issue)}`);
  expect(codesOf("STC*F1:65*20250105**150*90")).toEqual([]);
  expect(codesOf("STC*P1:20*20250105**150")).toEqual([]);
  expect(codesOf("STC*F1:65*20250105**150")).toEqual(["X12_STATUS_PAYMENT 2200D STC 5"]);
});

describe("options", () => {
  const withoutContact = sampleText("remittance", (all) =>
    all.filter((one) => !one.startsWith("PER")),
  );

  test("what is received is judged tolerantly", () => {
    const severities = (profile: "strict" | "received") =>
      validateText(withoutContact, { profile }).map(({ code, severity }) => [code, severity]);
    expect(severities("strict")).toEqual([["X12_SEGMENT_MISSING", "error"]]);
    expect(severities("received")).toEqual([["X12_SEGMENT_MISSING", "warning"]]);
  });

  test.each([
    ["professional", "005010X222A1"],
    ["institutional", "005010X223A2"],
    ["dental", "005010X224A2"],
  ] as const)("the source of an issue is the guide of the set: %s", (name, version) => {
    const text = sampleText(name, (all) => all.filter((one) => !one.startsWith("DMG")));
    const [issue] = validateText(text, { profile: "strict" });
    expect(issue).toMatchObject({
      code: "X12_SUBSCRIBER_BIRTH",
      source: `${version} 2010BA DMG`,
    });
  });

  test("a balance is an error in both profiles", () => {
    const text = sampleText("remittance", (all) =>
      all.map((one) => one.replace("CAS*CO*29*40", "CAS*CO*29*39")),
    );
    for (const profile of ["strict", "received"] as const) {
      const [issue] = validateText(text, { profile });
      expect(issue).toMatchObject({ code: "X12_REMITTANCE_CLAIM_BALANCE", severity: "error" });
    }
  });

  test("a list of one's own adds what a code must be", () => {
    const procedure = codeList("own list", "2026-01-01", "99213 36415<2024-12-31");
    const issues = validateText(sampleText("professional"), { codeLists: { procedure } });
    expect(issues.map((issue) => `${issue.severity} ${issue.code} ${placeOf(issue)}`)).toEqual([
      "warning X12_CODE_UNKNOWN 2400 SV1 1-2",
      "warning X12_CODE_UNKNOWN 2430 SVD 3-2",
    ]);
  });

  test("a partner's rules are judged like those of the guide", () => {
    const rule = {
      code: "X12_SERVICE_FACILITY",
      loop: "2300",
      when: ["2000B/SBR.9=CI"],
      need: "REF:EA",
    } as const;
    const partnerRules = { "837P": [rule] };
    const issues = validateText(sampleText("dependent"), { partnerRules });
    expect(issues.map((issue) => `${issue.code} ${placeOf(issue)}`)).toEqual([
      "X12_SERVICE_FACILITY 2300 REF",
    ]);
    const ended = { "837P": [{ ...rule, until: "2024-12-31" }] };
    expect(validateText(sampleText("dependent"), { partnerRules: ended })).toEqual([]);
  });

  test("a partner's rule says whose it is, what it asks and how seriously", () => {
    const partnerRules = {
      "837P": [
        {
          code: "X12_PARTNER_RULE",
          loop: "2300",
          when: ["2010BB/NM1.9=NF01"],
          need: "REF:EA",
          message: "Northfield needs the medical record number.",
          severity: "error",
          source: "Northfield companion guide 3.2",
        },
      ],
    } as const;
    const [issue] = validateText(sampleText("dependent"), { partnerRules });
    expect(issue).toMatchObject({
      code: "X12_PARTNER_RULE",
      snip: 7,
      severity: "error",
      message: "Northfield needs the medical record number.",
      source: "Northfield companion guide 3.2",
      segmentId: "REF",
    });
    const other = sampleText("dependent", (all) => all.map((one) => one.replace("NF01", "NF02")));
    expect(validateText(other, { partnerRules })).toEqual([]);
  });

  test("no issue holds a value of the file", () => {
    const text = sampleText("dependent", (all) =>
      all.map((one) => one.replaceAll("ALDER", "SECRETNAME\u0001").replace("M0001", "")),
    );
    const issues = validateText(text, { profile: "strict" });
    expect(issues.length).toBeGreaterThan(0);
    expect(JSON.stringify(issues)).not.toContain("SECRETNAME");
  });
});

describe("mutated files", () => {
  const splice = fc.record({
    at: fc.nat(2000),
    remove: fc.nat(12),
    insert: fc.string({ maxLength: 6, unit: fc.constantFrom(..."~*:^ABHL120\n \u00ff") }),
  });

  test.each(names)("%s never throws", (name) => {
    const clean = sampleText(name);
    fc.assert(
      fc.property(fc.array(splice, { minLength: 1, maxLength: 6 }), (splices) => {
        let text = clean;
        for (const { at, remove, insert } of splices) {
          const from = 106 + (at % Math.max(1, text.length - 106));
          text = text.slice(0, from) + insert + text.slice(from + remove);
        }
        const issues = validateText(text, { profile: "strict", today: "2026-11-22" });
        for (const { code, source, message } of issues)
          expect(code && source && message).toBeTruthy();
      }),
      { numRuns: 150 },
    );
  });
});
