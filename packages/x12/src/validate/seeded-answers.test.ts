import { describe, expect, test } from "vitest";
import { sampleText } from "../testing/clean-samples.ts";
import { both, drop, expectSeeded, type Seeded, strict, swap } from "../testing/seeded.ts";
import { validateText } from "../testing/validate-text.ts";

// biome-ignore format: one row a line
const rows: readonly Seeded[] = [
  ["nothing is asked about the subscriber", "eligibilityInquiry", drop("EQ*30"), "X12_INQUIRY_QUESTION", "2000C EQ", "HL*3"],
  ["nobody to look for", "eligibilityInquiry", swap("NM1*IL*1*ALDER*ANNA****MI*M0001", "NM1*IL*1"), "X12_INQUIRY_PERSON", "2100C NM1 3", "NM1*IL"],
  ["a coinsurance without its share", "eligibilityAnswer", swap("EB*A*IND*98*****.2", "EB*A*IND*98"), "X12_BENEFIT_SHARE", "2110C EB 8", "EB*A"],
  ["a deductible without its amount", "eligibilityAnswer", swap("EB*C*IND*30***23*500", "EB*C*IND*30***23"), "X12_BENEFIT_AMOUNT", "2110C EB 7", "EB*C"],
  ["no claim to ask about", "statusInquiry", (all) => all.slice(0, all.indexOf("TRN*1*PCN1")), "X12_STATUS_QUESTION", "2000D TRN", "HL*4"],
  ["a patient without birth date", "statusInquiry", drop("DMG*D8*19700101*F"), "X12_STATUS_BIRTH", "2000D DMG", "HL*4"],
  ["a claim without dates", "statusInquiry", drop("DTP*472*D8*20250102"), "X12_STATUS_SERVICE_DATE", "2200D DTP", "TRN*1*PCN1"],
  ["a rejection with the action accept", "claimAcknowledgment", swap("STC*A7:562:85*20250107*U*100", "STC*A7:562:85*20250107*WQ*100"), "X12_STATUS_ACTION", "2200D STC 3", "STC*A7:562"],
  ["an acceptance with the action reject", "claimAcknowledgment", swap("STC*A7:562:85*20250107*U*100", "STC*A2:20*20250107*U*100"), "X12_STATUS_ACTION", "2200D STC 3", "STC*A2"],
  ["a request that decides", "reviewRequest", swap("DTP*435*D8*20250110", "HCR*A1*AUTH1", "DTP*435*D8*20250110"), "X12_REVIEW_ANSWER_IN_REQUEST", "2000E HCR", "HCR*"],
  ["an admission without its date", "reviewRequest", drop("DTP*435*D8*20250110"), "X12_REVIEW_ADMISSION_DATE", "2000E DTP", "HL*4"],
  ["a revision of nothing", "reviewRequest", swap("UM*AR*I*1*21:B", "UM*AR*S*1*21:B"), "X12_REVIEW_EARLIER", "2000E REF", "HL*4"],
  ["an accident without its date", "reviewRequest", swap("UM*AR*I*1*21:B", "UM*AR*I*1*21:B*AA:::IL"), "X12_REVIEW_ACCIDENT_DATE", "2000E DTP", "HL*4"],
  ["a tooth of no dental service", "reviewRequest", swap("SV1*HC:99221*150*UN*1", "SV1*HC:99221*150*UN*1", "TOO*JP*12"), "X12_REVIEW_TOOTH", "2000F SV3", "HL*5"],
  ["an answer without a decision", "reviewAnswer", drop("HCR*A1*AUTH1"), "X12_REVIEW_ANSWER_MISSING", "2000E HCR", "HL*4"],
  ["a certification without its number", "reviewAnswer", swap("HCR*A1*AUTH1", "HCR*A1"), "X12_REVIEW_NUMBER", "2000E HCR 2", "HCR*A1"],
  ["a refusal without its reason", "reviewAnswer", swap("HCR*A1*AUTH1", "HCR*A3"), "X12_REVIEW_REASON", "2000E HCR 3", "HCR*A3"],
  ["a subscriber who is not himself", "enrollment", swap("INS*Y*18*021*20*A***FT", "INS*Y*01*021*20*A***FT"), "X12_MEMBER_RELATIONSHIP", "2000 INS 2", "INS*"],
  ["a dependent who is himself", "enrollment", swap("INS*Y*18*021*20*A***FT", "INS*N*18*021*20*A***FT"), "X12_MEMBER_RELATIONSHIP", "2000 INS 2", "INS*"],
  ["a new member without birth date", "enrollment", drop("DMG*D8*19700101*F"), "X12_MEMBER_BIRTH", "2000 DMG", "INS*"],
  ["a new subscriber without address", "enrollment", both(drop("N3*1 ORCHARD RD"), drop("N4*CHICAGO*IL*60602")), "X12_MEMBER_ADDRESS", "2000 N3", "INS*"],
  ["a coverage that ends some day", "enrollment", swap("HD*021**HLT*GOLD*IND", "HD*024**HLT*GOLD*IND"), "X12_COVERAGE_END", "2300 DTP", "HD*024"],
  ["a payment without accounts", "premium", swap("BPR*C*500*C*ACH*CTX*01*071000013*DA*1*1512345678**01*071000288*DA*2*20250120", "BPR*C*500*C*ACH*CTX*01*071000013*DA*1*1512345678******20250120"), "X12_PREMIUM_ACCOUNTS", "BPR 13", "BPR*"],
  ["a payment for nobody", "premium", (all) => all.slice(0, 5), "X12_PREMIUM_MISSING", "ENT", ""],
  ["a payment that does not add up", "premium", swap("RMR*AZ*POL1**500", "RMR*AZ*POL1**400"), "X12_PREMIUM_TOTAL", "BPR 2", "BPR*"],
  ["an adjustment of an earlier payment that was not counted", "premium", swap("RMR*AZ*POL1**500", "ADX*-20*52", "RMR*AZ*POL1**500"), "X12_PREMIUM_TOTAL", "BPR 2", "BPR*"],
  ["a premium that is not what was billed", "premium", swap("RMR*AZ*POL1**500", "RMR*AZ*POL1**500*550", "ADX*-40*52"), "X12_PREMIUM_BALANCE", "2300B RMR 4", "RMR*"],
  ["a facility that is not named", "dependent", swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***31:B:1*Y*A*Y*Y"), "X12_SERVICE_FACILITY", "2300 NM1", "CLM*"],
  ["a continued coverage without its event", "enrollment", swap("INS*Y*18*021*20*A***FT", "INS*Y*18*021*20*C***FT"), "X12_MEMBER_COBRA", "2000 INS 7", "INS*"],
  ["more members counted than told", "enrollment", swap("N1*P5*RIVERBEND*FI*361234567", "QTY*TO*2", "N1*P5*RIVERBEND*FI*361234567"), "X12_MEMBER_COUNT", "QTY 2", "QTY*TO"],
  ["a dependent counted who is not there", "enrollment", swap("N1*P5*RIVERBEND*FI*361234567", "QTY*ET*1", "QTY*DT*1", "N1*P5*RIVERBEND*FI*361234567"), "X12_MEMBER_COUNT", "QTY 2", "QTY*DT"],
  ["a member without a state", "enrollment", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO**60602"), "X12_ADDRESS_STATE", "2100A N4 2", "N4*"],
  ["a person without a postal code", "eligibilityAnswer", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO*IL"), "X12_ADDRESS_POSTAL_CODE", "2100C N4 3", "N4*"],
  ["an attachment that nothing names", "attachment", drop("TRN*1*ATT1"), "X12_ATTACHMENT_TRACE", "2000A TRN", "LX*1"],
  ["a forwarded claim without the carrier", "remittance", swap("CLP*PCN1*1*150*90*10*12*ICN1*11*1", "CLP*PCN1*19*150*90*10*12*ICN1*11*1"), "X12_CROSSOVER_CARRIER", "2100 NM1", "CLP*PCN1"],
  ["a service without a date", "remittance", drop("DTM*472*20250103"), "X12_REMITTANCE_SERVICE_DATE", "2110 DTM", "SVC*HC:36415"],
  ["an unlisted service without words", "dependent", swap("SV1*HC:99213*100*UN*1***1", "SV1*HC:64999*100*UN*1***1"), "X12_UNLISTED_DESCRIPTION", "2400 SV1 1-7", "SV1*"],
  ["equipment that nobody ordered", "dependent", swap("SV1*HC:99213*100*UN*1***1", "SV1*HC:E0277*100*UN*1***1", "CR3*I*MO*12"), "X12_EQUIPMENT_ORDERER", "2400 NM1", "LX*1"],
  ["a certificate without its certification", "dependent", swap("DTP*472*D8*20250102", "DTP*472*D8*20250102", "LQ*UT*484.03", "FRM*1A*Y"), "X12_CERTIFICATE_TRANSMISSION", "2400 CR3", "LX*1"],
  ["a prosthesis that replaces one of no date", "dental", swap("SV3*AD:D2150*180****1", "SV3*AD:D2150*180***R*1"), "X12_PROSTHESIS_DATE", "2400 DTP", "LX*1"],
  ["what is left without what was paid", "professional", swap("AMT*D*90", "AMT*EAF*10"), "X12_OTHER_PAYER_PAID", "2320 AMT", "SBR*S"],
  ["a reason for Medicare to pay second where it does not", "ambulance", swap("SBR*P*18*******MB", "SBR*P*18***12****MB"), "X12_MEDICARE_SECONDARY_UNEXPECTED", "2000B SBR 5", "SBR*"],
  ["an unscheduled visit without its reason", "institutional", both(swap("CLM*PCN1*1500***11:A:1**A*Y*Y", "CLM*PCN1*1500***13:A:1**A*Y*Y"), swap("SV2*0300*HC:80053*600*UN*1", "SV2*0450*HC:99283*600*UN*1")), "X12_VISIT_REASON", "2300 HI", "CLM*"],
  ["care plan oversight of nobody", "ambulance", both(swap("CLM*PCN1*500***41:B:1*Y*A*Y*Y", "CLM*PCN1*500***11:B:1*Y*A*Y*Y"), swap("SV1*HC:A0429:RH*500*UN*1***1", "SV1*HC:G0181*500*UN*1***1")), "X12_MEDICARE_CARE_PLAN", "2400 REF", "SV1*"],
  ["a test that another laboratory did", "ambulance", both(swap("CLM*PCN1*500***41:B:1*Y*A*Y*Y", "CLM*PCN1*500***11:B:1*Y*A*Y*Y"), swap("SV1*HC:A0429:RH*500*UN*1***1", "SV1*HC:80053:90*500*UN*1***1")), "X12_MEDICARE_REFERRED_LABORATORY", "2400 REF", "SV1*"],
];

describe("a situation that its guide conditions", () => {
  test.each(rows)("%s", (...row) => expectSeeded(row, false));
});

describe("a sample that nothing is wrong with", () => {
  test.each([
    ...(["eligibilityInquiry", "eligibilityAnswer", "statusInquiry", "reviewRequest"] as const),
    ...(["reviewAnswer", "enrollment", "premium", "attachment"] as const),
  ])("%s", (name) => {
    const issues = validateText(sampleText(name), strict);
    expect(issues.map(({ code, loop, segmentId }) => `${code} ${loop} ${segmentId}`)).toEqual([]);
  });
});
