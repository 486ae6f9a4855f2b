import { describe, expect, test } from "vitest";
import { answeredBy277CA, answeredBy999 } from "../testing/answered.ts";
import { type CleanSampleName, sampleText } from "../testing/clean-samples.ts";
import { type Change, drop, swap } from "../testing/seeded.ts";
import type { LocatedError } from "./locate-answers.ts";

const claim = "CLM*PCN1*150***11:B:1*Y*A*Y*Y*P*AA:::IL";
const line = "SV1*HC:99213:25*100*UN*1***1:2**Y";
const plain = "CLM*PCN1*100***11:B:1*Y*A*Y*Y";
const hospital = "CLM*PCN1*1500***11:A:1**A*Y*Y";
const dentist = "CLM*PCN1*180***11:B:1*Y*A*Y*Y";
const tooth = "SV3*AD:D2150*180****1";
const test2 = "SV2*0300*HC:80053*600*UN*1";
const others = "HI*ABF:I10:::::::Y*ABF:E119:::::::Y";

/** One error, who tells of it with which codes, and the element and field that it leads back to. */
type Row = readonly [
  name: string,
  sample: CleanSampleName,
  change: Change,
  by: LocatedError["from"],
  codes: string,
  place: string,
  path: string,
];

// biome-ignore format: one row a line
const professional: readonly Row[] = [
  ["a charge that is no amount", "professional", swap(line, line.replace("*100*", "*1OO*")), "999", "8 6", "2400 SV1 2", "lines[0].chargedCents"],
  ["a date of no calendar", "professional", swap("DTP*431*D8*20250101", "DTP*431*D8*20250132"), "999", "8 8", "2300 DTP 3", "dates[0].from"],
  ["a relationship that is none", "dependent", swap("PAT*19", "PAT*99"), "999", "8 7", "2000C PAT 1", "patientRelationship"],
  ["a state that is missing", "professional", swap("N4*CHICAGO*IL*606010002", "N4*CHICAGO**606010002"), "999", "8 I9", "2310C N4 2", "parties[2].address.state"],
  ["a member without a number", "dependent", swap("NM1*IL*1*ALDER*ANNA****MI*M0001", "NM1*IL*1*ALDER*ANNA"), "277CA", "A6 164 IL", "2010BA NM1 9", "coverage.subscriber.id"],
  ["a replacement of no claim", "dependent", swap(plain, plain.replace(":1*", ":7*")), "277CA", "A6 464", "2300 REF", ""],
  ["an accident without its date", "professional", drop("DTP*439*D8*20241224"), "277CA", "A6 727", "2300 DTP", ""],
  ["a charge that is not the sum", "professional", swap(claim, claim.replace("*150*", "*151*")), "277CA", "A8 400", "2300 CLM 2", "chargedCents"],
  ["the second diagnosis", "professional", swap("HI*ABK:E119*ABF:I10", "HI*ABK:E119*ABF:I1.0"), "277CA", "A7 255", "2300 HI 2-2", "codes[1].code"],
  ["the second line's procedure", "professional", swap("SV1*HC:36415*50*UN*1***1", "SV1*HC:3641*50*UN*1***1"), "277CA", "A7 454", "2400 SV1 1-2", "lines[1].procedure.code"],
  ["a modifier", "professional", swap(line, line.replace(":25*", ":2-*")), "277CA", "A7 453", "2400 SV1 1-3", "lines[0].procedure.modifiers[0]"],
  ["a postal code", "professional", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO*IL*6060"), "277CA", "A7 500 IL", "2010BA N4 3", "patient.address.postalCode"],
  ["what another payer paid for the second line", "professional", swap("SVD*OP1*20*HC:36415**1", "SVD*OP1*25*HC:36415**1"), "277CA", "A8 672", "2430 SVD 2", "lines[1].adjudications[0].paidCents"],
  ["a drug", "professional", swap("LIN**N4*00002143380", "LIN**N4*0002-1433-80"), "277CA", "A7 218", "2410 LIN 3", "lines[0].drug.ndc"],
];

// biome-ignore format: one row a line
const institutional: readonly Row[] = [
  ["the days of the statement", "institutional", swap("DTP*434*RD8*20250102-20250105", "DTP*434*RD8*20250102-20250135"), "999", "8 8", "2300 DTP 3", "dates[0].through"],
  ["a unit that is none", "institutional", swap(test2, test2.replace("*UN*", "*XX*")), "999", "8 7", "2400 SV2 4", "lines[1].unitOfMeasure"],
  ["a charge that is no amount", "institutional", swap(test2, test2.replace("*600*", "*6O0*")), "999", "8 6", "2400 SV2 3", "lines[1].chargedCents"],
  ["a revenue code", "institutional", swap("SV2*0120**900*DA*3", "SV2*120**900*DA*3"), "277CA", "A7 455", "2400 SV2 1", "lines[0].revenueCode"],
  ["no admission date", "institutional", drop("DTP*435*DT*202501020800"), "277CA", "A6 189", "2300 DTP", ""],
  ["no admitting diagnosis", "institutional", drop("HI*ABJ:R0602"), "277CA", "A6 232", "2300 HI", ""],
  ["no attending provider", "institutional", drop("NM1*71*1*DUNN*EVE****XX*1234567893"), "277CA", "A6 125 71", "2300 NM1", ""],
  ["an occurrence", "institutional", swap("HI*BH:11:D8:20250101", "HI*BH:1:D8:20250101"), "277CA", "A7 21 A7 481", "2300 HI 1-2", "codes[5].code"],
  ["the surgical procedure", "institutional", swap("HI*BBR:0BJ08ZZ:D8:20250103", "HI*BBR:0BJ0OZZ:D8:20250103"), "277CA", "A7 454", "2300 HI 1-2", "codes[4].code"],
  ["the second other diagnosis", "institutional", swap(others, others.replace("E119", "E11.9")), "277CA", "A7 255", "2300 HI 2-2", "codes[3].code"],
  ["a charge that is not the sum", "institutional", swap(hospital, hospital.replace("1500", "1400")), "277CA", "A8 400", "2300 CLM 2", "chargedCents"],
];

// biome-ignore format: one row a line
const dental: readonly Row[] = [
  ["a surface that is none", "dental", swap("TOO*JP*12*M:O", "TOO*JP*12*M:X"), "999", "8 7", "2400 TOO 3-2", "lines[0].teeth[0].surfaces[1]"],
  ["no birth date", "dental", drop("DMG*D8*19700101*F"), "999", "I6", "2010BA DMG", "patient"],
  ["no street", "dental", drop("N3*1 ORCHARD RD"), "277CA", "A6 126 IL", "2010BA N3", "patient"],
  ["a subscriber who is not the patient", "dental", swap("SBR*P*18*GRP1*GROUP NAME*****CI", "SBR*P**GRP1*GROUP NAME*****CI"), "277CA", "A6 156 IL", "2000B SBR 2", "coverage.relationship"],
  ["a procedure", "dental", swap(tooth, tooth.replace("D2150", "D215")), "277CA", "A7 454", "2400 SV3 1-2", "lines[0].procedure.code"],
  ["a pointer to no diagnosis", "dental", swap(tooth, tooth.replace("****1", "****1*****X")), "999", "8 6", "2400 SV3 11-1", "lines[0].diagnosisPointers[0]"],
  ["a tax number", "dental", swap("REF*EI*361234567", "REF*EI*36-1234567"), "277CA", "A7 128 85", "2010AA REF 2", "billingProvider.references[0].id"],
  ["a post office box", "dental", swap("N3*100 RIVER ST*SUITE 2", "N3*PO BOX 7"), "277CA", "A7 503 85", "2010AA N3 1", "billingProvider.address.line1"],
  ["a place of service's qualifier", "dental", swap(dentist, dentist.replace("11:B", "11:Q")), "999", "8 7", "2300 CLM 5-2", "facilityCodeQualifier"],
  ["a charge that is not the sum", "dental", swap(dentist, dentist.replace("180", "200")), "277CA", "A8 400", "2300 CLM 2", "chargedCents"],
];

/** As codes, place and path; the path of what is missing in the claim itself is empty. */
function told({ codes, loop, segmentId, element, component, path }: LocatedError): string {
  const part = component === undefined ? "" : `-${component}`;
  const place = [loop, segmentId, element === undefined ? "" : `${element}${part}`];
  return `${codes.join(" ")} | ${place.filter(Boolean).join(" ")} | ${path}`;
}

describe.each(Object.entries({ professional, institutional, dental }))(
  "%s: an error is found, answered, and leads back to its element",
  (_, rows) => {
    test.each(rows)("%s", (...[, sample, change, by, codes, place, path]) => {
      const text = sampleText(sample, change);
      const located = by === "999" ? answeredBy999(text) : answeredBy277CA(text, "places");
      expect(located.map(told)).toContain(`${codes} | ${place} | ${path}`);
    });
  },
);

test("at least thirty errors go there and back", () => {
  expect([...professional, ...institutional, ...dental].length).toBeGreaterThanOrEqual(30);
});
