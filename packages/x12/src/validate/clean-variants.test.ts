import { describe, expect, test } from "vitest";
import { elementUses, type GuideTable, loop, segment } from "../guide-table.ts";
import { elementForm } from "../guides/standard/data-elements.ts";
import { standardSegment } from "../guides/standard/segments.ts";
import { type CleanSampleName, sampleText } from "../testing/clean-samples.ts";
import { both, type Change, drop, strict, swap } from "../testing/seeded.ts";
import { placeOf, validateText } from "../testing/validate-text.ts";
import { compileTable } from "./compile-table.ts";
import { compileSituations } from "./situation.ts";

const service = "SV1*HC:99213*100*UN*1***1";
const medicare: Change = both(
  swap("SBR*P*18*******MB", "SBR*P*18*******MB"),
  swap("CLM*PCN1*500***41:B:1*Y*A*Y*Y", "CLM*PCN1*500***11:B:1*Y*A*Y*Y"),
);
const ambulanceLine = "SV1*HC:A0429:RH*500*UN*1***1";

/** Moves pick-up and drop-off from the claim to its only line. */
const placesOnTheLine: Change = (all) => {
  const from = all.indexOf("NM1*PW*2");
  const to = all.indexOf("LX*1");
  return [...all.slice(0, from), ...all.slice(to), ...all.slice(from, to)];
};

// biome-ignore format: one row a line
const variants: readonly (readonly [string, CleanSampleName, Change])[] = [
  ["ambulance places on the line", "ambulance", placesOnTheLine],
  ["a mammography with its certification on the line", "ambulance", both(medicare, both(swap(ambulanceLine, "SV1*HC:77067*500*UN*1***1"), swap("DTP*472*D8*20250102", "DTP*472*D8*20250102", "REF*EW*123456")))],
  ["a mammography with its certification on the claim", "ambulance", both(medicare, both(swap(ambulanceLine, "SV1*HC:77067*500*UN*1***1"), swap("CR1*LB*140**A*DH*12", "REF*EW*123456", "CR1*LB*140**A*DH*12")))],
  ["a laboratory test ordered and certified on the line", "ambulance", both(medicare, both(swap(ambulanceLine, "SV1*HC:80053*500*UN*1***1"), swap("DTP*472*D8*20250102", "DTP*472*D8*20250102", "REF*X4*14D0000000", "NM1*DK*1*BROOKS*CARL****XX*1234567893")))],
  ["a laboratory test of a provider who referred on the line", "ambulance", both(medicare, both(swap(ambulanceLine, "SV1*HC:80053*500*UN*1***1"), swap("DTP*472*D8*20250102", "DTP*472*D8*20250102", "REF*X4*14D0000000", "NM1*DN*1*BROOKS*CARL****XX*1234567893")))],
  ["pathology that is read elsewhere", "ambulance", both(medicare, swap(ambulanceLine, "SV1*HC:88305:26*500*UN*1***1"))],
  ["a telephone abroad", "professional", swap("PER*IC*OFFICE*TE*3125550100*EM*office@example.org", "PER*IC*OFFICE*TE*+442079460000*EX*12")],
  ["a payment group's line without units", "institutional", swap("SV2*0300*HC:80053*600*UN*1", "SV2*0023*HP:1AA11*600*UN*0")],
  ["half a unit", "dependent", swap(service, "SV1*HC:99213*100*UN*0.5***1")],
  ["a code of another list", "dependent", swap(service, "SV1*IV:X1*100*UN*1***1")],
  ["anesthesia in minutes", "dependent", swap(service, "SV1*HC:00142*100*MJ*60***1")],
  ["pain management by the day", "dependent", swap(service, "SV1*HC:01996*100*UN*1***1")],
  ["a drug for Medicaid with its code", "ambulance", both(medicare, both(swap("SBR*P*18*******MB", "SBR*P*18*******MC"), both(swap(ambulanceLine, "SV1*HC:J1100*500*UN*1***1"), swap("DTP*472*D8*20250102", "DTP*472*D8*20250102", "LIN**N4*00002143380", "CTP****1*ML"))))],
  ["a line without a pointer beyond the first", "dependent", swap(service, "SV1*HC:99213*100*UN*1***1:::")],
  ["a dental service dated on its line", "dental", both(drop("DTP*472*D8*20250102"), swap("TOO*JP*12*M:O", "TOO*JP*12*M:O", "DTP*472*D8*20250102"))],
  ["an inpatient remittance with remarks", "remittance", both(swap("MOA***N30", "MIA*0****N30***************M15"), swap("CAS*CO*45*30", "CAS*CO*16*30"))],
  ["a claim of the time before ICD-10", "dependent", both(swap("HI*ABK:J069", "HI*BK:4659"), both(swap("DTP*472*D8*20250102", "DTP*472*D8*20150102"), swap("DMG*D8*20150101*M", "DMG*D8*20100101*M")))],
  ["an address in another country", "dependent", swap("N4*CHICAGO*IL*60602", "N4*PARIS**75001*FR")],
  ["an adjustment of an earlier payment that was counted", "premium", swap("RMR*AZ*POL1**500", "ADX*-20*52", "RMR*AZ*POL1**520")],
  ["a premium that is what was billed and its adjustments", "premium", swap("RMR*AZ*POL1**500", "RMR*AZ*POL1**500*550", "ADX*-50*52")],
  ["totals of members", "enrollment", swap("N1*P5*RIVERBEND*FI*361234567", "QTY*TO*1", "QTY*ET*1", "QTY*DT*0", "N1*P5*RIVERBEND*FI*361234567")],
  ["an injury at work with its case, cause and day", "dependent", both(swap("SBR*P**GRP1******CI", "SBR*P********WC"), both(swap("DMG*D8*20150101*M", "DMG*D8*20150101*M", "REF*Y4*CASE1"), swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***11:B:1*Y*A*Y*Y**EM", "DTP*439*D8*20241224")))],
  ["a car accident with its case, state and day", "dependent", both(swap("SBR*P**GRP1******CI", "SBR*P********AM"), both(swap("DMG*D8*20150101*M", "DMG*D8*20150101*M", "REF*Y4*CASE1"), swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***11:B:1*Y*A*Y*Y**AA:::IL", "DTP*439*D8*20241224")))],
  ["a car accident abroad", "dependent", swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***11:B:1*Y*A*Y*Y**AA::::FR", "DTP*439*D8*20241224")],
  ["equipment that was certified and ordered", "dependent", both(swap(service, "SV1*HC:E0277*100*UN*1***1", "SV5*HC:E0277*DA*30*10*20*1", "CR3*I*MO*12"), swap("DTP*472*D8*20250102", "DTP*472*D8*20250102", "DTP*463*D8*20250101", "NM1*DK*1*BROOKS*CARL****XX*1234567893"))],
  ["a renewed certification with its day", "dependent", both(swap(service, "SV1*HC:E0277*100*UN*1***1", "SV5*HC:E0277*DA*30*10*20*1", "CR3*R*MO*12"), swap("DTP*472*D8*20250102", "DTP*472*D8*20250102", "DTP*607*D8*20250101", "DTP*463*D8*20241001", "NM1*DK*1*BROOKS*CARL****XX*1234567893"))],
  ["a stay in a facility that is named", "dependent", both(swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***21:B:1*Y*A*Y*Y", "DTP*435*D8*20250101"), swap("HI*ABK:J069", "HI*ABK:J069", "NM1*77*2*NORTH CLINIC*****XX*1234567893", "N3*5 NORTH ST", "N4*CHICAGO*IL*606010002"))],
  ["a service bought from somebody", "dependent", swap("DTP*472*D8*20250102", "DTP*472*D8*20250102", "PS1*1234567893*50", "NM1*QB*2******XX*1234567893")],
  ["an unlisted service in words", "dependent", swap(service, "SV1*HC:64999:::::NERVE BLOCK*100*UN*1***1")],
  ["claims below a patient and below a subscriber", "dependent", (all) => [...all, "HL*4*1*22*0", "SBR*P*18*******CI", "NM1*IL*1*BIRCH*EVE****MI*M0009", "N3*1 ORCHARD RD", "N4*CHICAGO*IL*60602", "DMG*D8*19700101*F", "NM1*PR*2*NORTHFIELD*****PI*NF01", "CLM*PCN2*100***11:B:1*Y*A*Y*Y", "HI*ABK:J069", "LX*1", service, "DTP*472*D8*20250102"]],
  ["a line answered under the wrong code that was sent", "claimAcknowledgment", swap("SVC*HC:99213*50", "SVC*HC:9921*50")],
  ["a continued coverage with its event", "enrollment", swap("INS*Y*18*021*20*A***FT", "INS*Y*18*021*20*C**1*FT")],
  ["a member abroad", "enrollment", swap("N4*CHICAGO*IL*60602", "N4*PARIS**75001*FR")],
  ["a claim number that is original", "dependent", swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***11:B:7*Y*A*Y*Y", "REF*F8*ICN1")],
];

describe("what looks alike and is right", () => {
  test.each(variants)("%s", (_name, sample, change) => {
    const issues = validateText(sampleText(sample, change), strict);
    const found = issues
      .filter(
        ({ code, severity }) => severity !== "information" && code !== "X12_TRAILING_SEPARATOR",
      )
      .map((issue) => `${issue.code} ${placeOf(issue)}`);
    expect(found).toEqual([]);
  });

  test("a claim number that comes twice", () => {
    const text = sampleText("dependent", (all) => [
      ...all,
      ...all.slice(all.findIndex((one) => one.startsWith("CLM"))),
    ]);
    const issues = validateText(text, strict);
    expect(issues.map((issue) => `${issue.code} ${placeOf(issue)}`)).toEqual([
      "X12_CLAIM_NUMBER_REUSED 2300 CLM 1",
    ]);
  });
});

describe("a table that is written wrong is refused", () => {
  const tableOf = (...items: GuideTable["items"]): GuideTable => ({
    version: "X",
    versions: ["X"],
    setId: "000",
    functionalId: "XX",
    name: "test",
    items,
  });
  const name = segment("NM1 R1", "Name", "1R=85 2R");

  test.each([
    ["a usage", () => segment("NM1", "Name", "")],
    ["an element", () => elementUses("1X")],
    ["a data element", () => elementForm("99999")],
    ["a segment", () => standardSegment("QQQ")],
    ["a position", () => compileTable(tableOf(segment("LX R1", "Line", "2R")))],
    ["a composite", () => compileTable(tableOf(segment("SVC R1", "Service", "1R")))],
    ["a loop without a segment", () => compileTable(tableOf(loop("A R1", "A", [])))],
    [
      "a place",
      () =>
        compileSituations(compileTable(tableOf(name)), [
          { code: "X12_DATE", loop: "ST", when: [], need: "?" },
        ]),
    ],
    [
      "a segment of a rule",
      () =>
        compileSituations(compileTable(tableOf(name)), [
          { code: "X12_DATE", loop: "ST", when: [], need: "REF" },
        ]),
    ],
    [
      "a loop of a rule",
      () =>
        compileSituations(compileTable(tableOf(name)), [
          { code: "X12_DATE", loop: "ST", when: [], need: "2000/REF" },
        ]),
    ],
    [
      "a loop below",
      () =>
        compileSituations(compileTable(tableOf(name)), [
          { code: "X12_DATE", loop: "ST", when: [], need: "loop:2000" },
        ]),
    ],
  ])("%s", (_name, make) => {
    expect(make).toThrow();
  });
});
