import { describe, expect, test } from "vitest";
import { type CleanSampleName, cleanSamples, sampleText } from "../testing/clean-samples.ts";
import { type Change, drop, strict, swap } from "../testing/seeded.ts";
import { placeOf, validateText } from "../testing/validate-text.ts";

/** Milliseconds for tests of thousands of files, on a machine that has others to serve. */
const longest = 300_000;

function issuesOf(sample: CleanSampleName, change: Change): string[] {
  return validateText(sampleText(sample, change), strict).map(
    (issue) => `${issue.code} ${placeOf(issue)}`,
  );
}

/** Gives a segment twice, one directly after the other. */
const twice = (segment: string): Change => swap(segment, segment, segment);

const service = "SV1*HC:99213*100*UN*1***1";
const paidLine = "SVC*HC:99213*100*60**1";

// biome-ignore format: one row a line
const faults: readonly (readonly [string, CleanSampleName, Change, string])[] = [
  ["a date of a wrong kind is the one that is missing", "professional", swap("DTP*472*D8*20250102", "DTP*47Z*D8*20250102"), "X12_QUALIFIER 2400 DTP 1"],
  ["a name of a wrong kind is the one that must come", "professional", swap("NM1*85*2*RIVERBEND*****XX*1234567893", "NM1*8Z*2*RIVERBEND*****XX*1234567893"), "X12_CODE 2010AA NM1 1"],
  ["what belongs to an unknown name is not judged apart", "professional", swap("NM1*82*1*DUNN*EVE****XX*1234567893", "NM1*8Z*1*DUNN*EVE****XX*1234567893"), "X12_QUALIFIER 2300 NM1 1"],
  ["a loop without its first segment", "professional", drop("NM1*85*2*RIVERBEND*****XX*1234567893"), "X12_LOOP_MISSING 2010AA NM1"],
  ["a level without its HL", "professional", drop("HL*1**20*1"), "X12_LOOP_MISSING 2000A HL"],
  ["a patient's level without its HL", "dependent", drop("HL*3*2*23*0"), "X12_LOOP_MISSING 2000C HL"],
  ["a provider's level without its HL", "claimAcknowledgment", drop("HL*3*2*19*1"), "X12_LOOP_MISSING 2000C HL"],
  ["a claim of a patient without its CLM", "dependent", drop("CLM*PCN1*100***11:B:1*Y*A*Y*Y"), "X12_LOOP_MISSING 2300 CLM"],
  ["a first line without its LX", "professional", drop("LX*1"), "X12_LOOP_MISSING 2400 LX"],
  ["a name given twice", "professional", twice("NM1*85*2*RIVERBEND*****XX*1234567893"), "X12_LOOP_REPEATED 2010AA NM1"],
  ["a level given twice", "professional", twice("HL*1**20*1"), "X12_LOOP_REPEATED 2000A HL"],
  ["a charge given twice is added once", "dependent", twice(service), "X12_SEGMENT_REPEATED 2400 SV1"],
  ["a claim's number within a line that still lacks its service", "dependent", swap("LX*1", "LX*1", "REF*EA*MRN1"), "X12_SEGMENT_ORDER 2300 REF"],
  ["a level of a wrong number is not missed by those below", "professional", swap("HL*1**20*1", "HL*9**20*1"), "X12_HIERARCHY_NUMBER 2000A HL 1"],
  ["diagnoses are missing, not what points to them", "professional", drop("HI*ABK:E119*ABF:I10"), "X12_SEGMENT_MISSING 2300 HI"],
  ["a charge that cannot be read is in no sum", "professional", swap("SV1*HC:99213:25*100*UN*1***1:2**Y", "SV1*HC:99213:25*1OO*UN*1***1:2**Y"), "X12_DECIMAL 2400 SV1 2"],
  ["a segment is missing, not what it would say", "professional", drop("SBR*P*18*GRP1*GROUP NAME*****CI"), "X12_SEGMENT_MISSING 2000B SBR"],
  ["a rule does not speak of a code that is wrong", "professional", swap("SBR*P*18*GRP1*GROUP NAME*****CI", "SBR*Q*18*GRP1*GROUP NAME*****CI"), "X12_CODE 2000B SBR 1"],
  ["a missing element is not also one of a pair", "professional", swap("PRV*BI*PXC*207Q00000X", "PRV*BI*PXC"), "X12_ELEMENT_MISSING 2000A PRV 3"],
  ["an adjustment that is off shows in its line alone", "remittance", swap("CAS*CO*45*30", "CAS*CO*45*31"), "X12_REMITTANCE_LINE_BALANCE 2110 SVC 3"],
  ["a paid amount that is off shows in its claim alone", "remittance", swap("CLP*PCN1*1*150*90*10*12*ICN1*11*1", "CLP*PCN1*1*150*91*10*12*ICN1*11*1"), "X12_REMITTANCE_CLAIM_BALANCE 2100 CLP 4"],
  ["a line's charge that is off shows in the line alone", "remittance", swap(paidLine, paidLine.replace("100", "101")), "X12_REMITTANCE_LINE_BALANCE 2110 SVC 3"],
  ["a wrong kind of payer", "premium", swap("ENT*1*2J*34*123456789", "ENT*1*ZZ*34*123456789"), "X12_QUALIFIER ENT 2"],
];

describe("one fault is one issue", () => {
  test.each(faults)("%s", (_, sample, change, issue) => {
    expect(issuesOf(sample, change)).toEqual([issue]);
  });
});

test("of a set that was cut off only its end is missing", () => {
  const text = sampleText("professional");
  const cut = text.slice(0, text.indexOf("LX*2") - 4);
  expect(validateText(cut, strict).map(({ code }) => code)).toEqual([
    "X12_SEGMENT_UNTERMINATED",
    "X12_SET_NOT_CLOSED",
    "X12_GROUP_NOT_CLOSED",
    "X12_INTERCHANGE_NOT_CLOSED",
  ]);
});

test("a more serious fault at the same spot is told too", () => {
  const found = issuesOf("professional", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO*IL*"));
  expect(found).toEqual([
    "X12_TRAILING_SEPARATOR 2010BA N4 3",
    "X12_ADDRESS_POSTAL_CODE 2010BA N4 3",
  ]);
});

/** Each segment left out in turn, and each of its elements made nonsense in turn. */
function* singleFaults(segments: readonly string[]): Generator<readonly string[]> {
  for (const [at, segment] of segments.entries()) {
    const put = (...one: readonly string[]) => segments.toSpliced(at, 1, ...one);
    yield put();
    const elements = segment.split("*");
    for (let element = 1; element < elements.length; element += 1) {
      if (elements[element] === "") continue;
      yield put(elements.with(element, "#!").join("*"));
    }
  }
}

test.each(Object.keys(cleanSamples) as CleanSampleName[])(
  "few faults of a %s bring a second issue, and only where they break a second thing",
  (name) => {
    let faulty = 0;
    let followed = 0;
    for (const segments of singleFaults(cleanSamples[name].segments)) {
      const { length } = issuesOf(name, () => segments);
      if (length > 0) faulty += 1;
      if (length > 1) followed += 1;
    }
    expect(followed / faulty).toBeLessThan(0.15);
  },
  longest,
);

test("more faults than are remembered are still one issue each", () => {
  const faults = 2500;
  const text = sampleText("professional", (each) => [
    ...each.slice(0, -1),
    ...Array.from({ length: faults }, () => "NTE*ADX*NOTE"),
    ...each.slice(-1),
  ]);
  const found = validateText(text, { ...strict, limits: { issuesPerSet: 10_000 } });
  const ofNotes = found.filter(({ segmentId }) => segmentId === "NTE");
  expect(ofNotes).toHaveLength(faults);
  expect(new Set(ofNotes.map(({ position }) => position?.segment)).size).toBe(faults);
});
