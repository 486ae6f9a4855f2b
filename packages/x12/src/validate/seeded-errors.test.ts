import { describe, expect, test } from "vitest";
import { type CleanSampleName, cleanSamples, sampleText } from "../testing/clean-samples.ts";
import { both, drop, expectSeeded, type Seeded, strict, swap } from "../testing/seeded.ts";
import { placeOf, validateText } from "../testing/validate-text.ts";

const contact = "PER*IC*OFFICE*TE*3125550100*EM*office@example.org";
const claim = "CLM*PCN1*150***11:B:1*Y*A*Y*Y*P*AA:::IL";
const line = "SV1*HC:99213:25*100*UN*1***1:2**Y";
const other = "SBR*S*01*GRP2******CI";
const hospital = "CLM*PCN1*1500***11:A:1**A*Y*Y";
const paid = "CLP*PCN1*1*150*90*10*12*ICN1*11*1";
const payment = "BPR*I*91.5*C*ACH*CCP*01*071000013*DA*1*1512345678**01*071000288*DA*2*20250120";

// biome-ignore format: one row a line
const syntax: readonly Seeded[] = [
  ["a required element is empty", "professional", swap("HL*1**20*1", "HL***20*1"), "X12_ELEMENT_MISSING", "2000A HL 1", "HL***20"],
  ["a component is empty", "professional", swap(claim, claim.replace("11:B:1", "11:B")), "X12_ELEMENT_MISSING", "2300 CLM 5-3", "CLM*"],
  ["an element is too long", "professional", swap("NTE*ADD*NOTE TEXT", `NTE*ADD*${"X".repeat(81)}`), "X12_ELEMENT_TOO_LONG", "2300 NTE 2", "NTE*"],
  ["an element is too short", "professional", swap("NM1*PR*2*OTHER PAYER*****PI*OP1", "NM1*PR*2*OTHER PAYER*****PI*O"), "X12_ELEMENT_TOO_SHORT", "2330B NM1 9", "NM1*PR*2*OTHER"],
  ["an amount is no number", "professional", swap("AMT*F5*10", "AMT*F5*1O"), "X12_DECIMAL", "2300 AMT 2", "AMT*F5"],
  ["an amount has three decimals", "professional", swap("AMT*F5*10", "AMT*F5*10.005"), "X12_AMOUNT_DECIMALS", "2300 AMT 2", "AMT*F5"],
  ["a number is none", "professional", swap("LX*2", "LX*B"), "X12_NUMBER", "2400 LX 1", "LX*B"],
  ["a day does not exist", "professional", swap("DTP*431*D8*20250101", "DTP*431*D8*20250230"), "X12_DATE", "2300 DTP 3", "DTP*431"],
  ["a range ends before it begins", "professional", swap("DTP*472*RD8*20250102-20250103", "DTP*472*RD8*20250103-20250102"), "X12_DATE_ORDER", "2400 DTP 3", "DTP*472*RD8"],
  ["a time is none", "professional", swap("BHT*0019*00*BATCH1*20260106*1200*CH", "BHT*0019*00*BATCH1*20260106*2500*CH"), "X12_TIME", "BHT 5", "BHT*"],
  ["a control character", "professional", swap("NTE*ADD*NOTE TEXT", "NTE*ADD*NOTE\tTEXT"), "X12_CHARACTER", "2300 NTE", "NTE*"],
  ["empty elements at the end", "professional", swap("REF*G1*AUTH1", "REF*G1*AUTH1**"), "X12_TRAILING_SEPARATOR", "2300 REF 4", "REF*G1"],
  ["blanks at the end of a value", "professional", swap("REF*G1*AUTH1", "REF*G1*AUTH1 "), "X12_TRAILING_BLANKS", "2300 REF 2", "REF*G1"],
  ["more elements than there are", "professional", swap("LX*2", "LX*2*3"), "X12_ELEMENT_UNEXPECTED", "2400 LX 2", "LX*2*3"],
  ["an element that the guide does not use", "professional", swap("REF*G1*AUTH1", "REF*G1*AUTH1*TEXT"), "X12_ELEMENT_NOT_USED", "2300 REF 3", "REF*G1"],
  ["components where there are none", "professional", swap("REF*G1*AUTH1", "REF*G1*AUTH1:2"), "X12_COMPONENT_UNEXPECTED", "2300 REF 2", "REF*G1"],
  ["a repeated element that may not", "professional", swap("REF*G1*AUTH1", "REF*G1*AUTH1^AUTH2"), "X12_ELEMENT_REPEATED", "2300 REF 2", "REF*G1"],
  ["a code that is not allowed", "professional", swap("OI***Y*P**Y", "OI***Q*P**Y"), "X12_CODE", "2320 OI 3", "OI*"],
  ["one of a pair", "professional", swap("PER*IC*OFFICE*TE*3125550100*EM*office@example.org", "PER*IC*OFFICE*TE*3125550100*EM"), "X12_ELEMENTS_PAIRED", "1000A PER 6", "PER*IC"],
  ["an element that needs another", "remittance", swap("CAS*CO*29*40", "CAS*CO*29*40**45"), "X12_ELEMENTS_CONDITIONAL", "2100 CAS 6", "CAS*CO*29"],
];

// biome-ignore format: one row a line
const structure: readonly Seeded[] = [
  ["a segment is missing", "professional", drop("REF*EI*361234567"), "X12_SEGMENT_MISSING", "2010AA REF", "NM1*85"],
  ["a loop is missing", "professional", drop("NM1*40*2*NORTHFIELD*****46*NF01"), "X12_LOOP_MISSING", "1000B NM1", "ST*837"],
  ["the payer is missing", "dependent", drop("NM1*PR*2*NORTHFIELD*****PI*NF01"), "X12_LOOP_MISSING", "2010BB NM1", "HL*2"],
  ["a segment stands too late", "professional", both(drop("REF*6R*LINE1"), swap("CTP****2.5*ML", "CTP****2.5*ML", "REF*6R*LINE1")), "X12_SEGMENT_ORDER", "2400 REF", "REF*6R*LINE1"],
  ["a segment comes too often", "professional", swap("AMT*F5*10", "AMT*F5*10", "AMT*F5*11"), "X12_SEGMENT_REPEATED", "2300 AMT", "AMT*F5*11"],
  ["a loop comes too often", "professional", swap("NM1*82*1*DUNN*EVE****XX*1234567893", "NM1*82*1*DUNN*EVE****XX*1234567893", "NM1*82*1*DUNN*EVE****XX*1234567893"), "X12_LOOP_REPEATED", "2310B NM1", "NM1*82"],
  ["a qualifier that the guide lacks", "professional", swap("REF*G1*AUTH1", "REF*QQ*AUTH1"), "X12_QUALIFIER", "2300 REF 1", "REF*QQ"],
  ["a segment that the guide lacks", "professional", swap("AMT*F5*10", "AMT*F5*10", "TS3*1"), "X12_SEGMENT_UNEXPECTED", "2300 TS3", "TS3*1"],
  ["levels are not numbered in order", "dependent", swap("HL*3*2*23*0", "HL*4*2*23*0"), "X12_HIERARCHY_NUMBER", "2000C HL 1", "HL*4"],
  ["a level names no parent", "dependent", swap("HL*3*2*23*0", "HL*3*1*23*0"), "X12_HIERARCHY_PARENT", "2000C HL 2", "HL*3"],
  ["a level says that nothing is below", "dependent", swap("HL*2*1*22*1", "HL*2*1*22*0"), "X12_HIERARCHY_CHILD", "2000B HL 4", "HL*2"],
  ["a day of an acknowledgment does not exist", "claimAcknowledgment", swap("DTP*472*D8*20250102", "DTP*472*D8*20251332"), "X12_DATE", "2200D DTP 3", "DTP*472"],
];

// biome-ignore format: one row a line
const balance: readonly Seeded[] = [
  ["lines do not add up to the claim", "dependent", swap("SV1*HC:99213*100*UN*1***1", "SV1*HC:99213*90*UN*1***1"), "X12_CLAIM_CHARGE", "2300 CLM 2", "CLM*"],
  ["hospital lines do not add up", "institutional", swap("SV2*0120**900*DA*3", "SV2*0120**800*DA*3"), "X12_CLAIM_CHARGE", "2300 CLM 2", "CLM*"],
  ["dental lines do not add up", "dental", swap("SV3*AD:D2150*180****1", "SV3*AD:D2150*170****1"), "X12_CLAIM_CHARGE", "2300 CLM 2", "CLM*"],
  ["another payer's line does not add up", "professional", swap("CAS*CO*45*20", "CAS*CO*45*21"), "X12_OTHER_PAYER_LINE_BALANCE", "2430 SVD 2", "SVD*OP1*80"],
  ["another payer's total does not add up", "professional", swap("AMT*D*90", "AMT*D*91"), "X12_OTHER_PAYER_TOTAL", "2320 AMT 2", "AMT*D"],
  ["a payment does not add up", "remittance", swap(payment, payment.replace("91.5", "91.6")), "X12_REMITTANCE_TOTAL", "BPR 2", "BPR*"],
  ["a paid claim does not add up", "remittance", swap("CAS*CO*29*40", "CAS*CO*29*39"), "X12_REMITTANCE_CLAIM_BALANCE", "2100 CLP 4", "CLP*PCN2"],
  ["the patient's share does not add up", "remittance", swap(paid, paid.replace("*10*12", "*11*12")), "X12_REMITTANCE_PATIENT_RESPONSIBILITY", "2100 CLP 5", "CLP*PCN1"],
];

// biome-ignore format: one row a line
const situations: readonly Seeded[] = [
  ["the patient's birth date is missing", "professional", drop("DMG*D8*19700101*F"), "X12_SUBSCRIBER_BIRTH", "2010BA DMG", "NM1*IL*1*ALDER*ANNA"],
  ["the subscriber is the patient, yet one follows", "dependent", swap("SBR*P**GRP1******CI", "SBR*P*18*GRP1******CI"), "X12_PATIENT_LEVEL_UNEXPECTED", "2000B HL", "HL*2"],
  ["the member number is missing", "dependent", swap("NM1*IL*1*ALDER*ANNA****MI*M0001", "NM1*IL*1*ALDER*ANNA"), "X12_MEMBER_ID", "2010BA NM1 9", "NM1*IL"],
  ["the state is missing", "professional", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO**60602"), "X12_ADDRESS_STATE", "2010BA N4 2", "N4*CHICAGO**"],
  ["a billing postal code of five digits", "professional", swap("N4*CHICAGO*IL*606010001", "N4*CHICAGO*IL*60601"), "X12_POSTAL_CODE_NINE", "2010AA N4 3", "N4*CHICAGO*IL*60601"],
  ["a post office box", "professional", swap("N3*100 RIVER ST*SUITE 2", "N3*P.O. BOX 12"), "X12_BILLING_STREET", "2010AA N3 1", "N3*P.O."],
  ["a replacement without the payer's number", "dependent", swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***11:B:7*Y*A*Y*Y"), "X12_ORIGINAL_CLAIM_NUMBER", "2300 REF", "CLM*"],
  ["an accident without its date", "professional", drop("DTP*439*D8*20241224"), "X12_ACCIDENT_DATE", "2300 DTP", "CLM*"],
  ["an accident without its state", "professional", swap(claim, claim.replace("AA:::IL", "AA")), "X12_ACCIDENT_STATE", "2300 CLM 11-4", "CLM*"],
  ["an attachment without its number", "professional", swap("PWK*OZ*FX***AC*ATT1", "PWK*OZ*FX"), "X12_ATTACHMENT_NUMBER", "2300 PWK 6", "PWK*"],
  ["inpatient services without admission", "professional", swap(claim, claim.replace("11:B", "21:B")), "X12_ADMISSION_DATE", "2300 DTP", "CLM*"],
  ["an ambulance without transport", "ambulance", drop("CR1*LB*140**A*DH*12"), "X12_AMBULANCE_TRANSPORT", "2300 CR1", "SV1*"],
  ["an ambulance without destination", "ambulance", both(drop("NM1*45*2"), both(drop("N3*9 HOSPITAL DR"), drop("N4*CHICAGO*IL*60603"))), "X12_AMBULANCE_PLACE", "2300 NM1", "SV1*"],
  ["an ambulance's Medicare number is malformed", "ambulance", swap("NM1*IL*1*ALDER*ANNA****MI*1EG4TE5MK73", "NM1*IL*1*ALDER*ANNA****MI*123456789A"), "X12_MEDICARE_ID", "2010BA NM1 9", "NM1*IL"],
  ["Medicare does not take replacements", "ambulance", both(swap("CLM*PCN1*500***41:B:1*Y*A*Y*Y", "CLM*PCN1*500***41:B:7*Y*A*Y*Y"), swap("CR1*LB*140**A*DH*12", "REF*F8*ICN1", "CR1*LB*140**A*DH*12")), "X12_MEDICARE_FREQUENCY", "2300 CLM 5-3", "CLM*"],
  ["Medicare is second without a reason", "ambulance", both(swap("SBR*P*18*******MB", "SBR*S*18*******MB"), swap("LX*1", other.replace("*S*", "*P*"), "AMT*A8*500", "OI***Y*P**Y", "NM1*IL*1*ALDER*BEN****MI*M0002", "NM1*PR*2*OTHER PAYER*****PI*OP1", "LX*1")), "X12_MEDICARE_SECONDARY_TYPE", "2000B SBR 5", "SBR*S"],
  ["the payer before is not named", "ambulance", swap("SBR*P*18*******MB", "SBR*S*18***12****MB"), "X12_OTHER_COVERAGE_MISSING", "2300 SBR", "CLM*"],
  ["two payers come first", "professional", swap(other, other.replace("*S*", "*P*")), "X12_PAYER_SEQUENCE_REUSED", "2320 SBR 1", "SBR*P*01"],
  ["a line names an unknown payer", "professional", swap("NM1*PR*2*OTHER PAYER*****PI*OP1", "NM1*PR*2*OTHER PAYER*****PI*OP2"), "X12_OTHER_PAYER_UNKNOWN", "2430 SVD 1", "SVD*OP1*80"],
  ["anesthesia in units", "dependent", swap("SV1*HC:99213*100*UN*1***1", "SV1*HC:00142*100*UN*1***1"), "X12_ANESTHESIA_MINUTES", "2400 SV1 3", "SV1*"],
  ["a service of no unit", "dependent", swap("SV1*HC:99213*100*UN*1***1", "SV1*HC:99213*100*UN*0***1"), "X12_SERVICE_UNITS", "2400 SV1 4", "SV1*"],
  ["anesthesia of no minute", "dependent", swap("SV1*HC:99213*100*UN*1***1", "SV1*HC:00142*100*MJ*0.0***1"), "X12_SERVICE_UNITS", "2400 SV1 4", "SV1*"],
  ["a service of no unit for Medicare", "ambulance", swap("SV1*HC:A0429:RH*500*UN*1***1", "SV1*HC:A0429:RH*500*UN*0***1"), "X12_MEDICARE_SERVICE_UNITS", "2400 SV1 4", "SV1*"],
  ["a hospital's service of no unit", "institutional", swap("SV2*0300*HC:80053*600*UN*1", "SV2*0300*HC:80053*600*UN*0"), "X12_SERVICE_UNITS", "2400 SV2 5", "SV2*0300"],
  ["a dental service of no unit", "dental", swap("SV3*AD:D2150*180****1", "SV3*AD:D2150*180****0"), "X12_SERVICE_UNITS", "2400 SV3 6", "SV3*"],
  ["a drug of no quantity", "professional", swap("CTP****2.5*ML", "CTP****0*ML"), "X12_SERVICE_UNITS", "2410 CTP 4", "CTP*"],
  ["an illness that began in the future", "professional", swap("DTP*431*D8*20250101", "DTP*431*D8*20270101"), "X12_DATE_FUTURE", "2300 DTP 3", "DTP*431"],
  ["a service in the future", "dependent", swap("DTP*472*D8*20250102", "DTP*472*D8*20270102"), "X12_DATE_FUTURE", "2400 DTP 3", "DTP*472"],
  ["a service before birth", "dependent", swap("DMG*D8*20150101*M", "DMG*D8*20250601*M"), "X12_SERVICE_BEFORE_BIRTH", "2400 DTP 3", "DTP*472"],
  ["no attending provider", "institutional", drop("NM1*71*1*DUNN*EVE****XX*1234567893"), "X12_ATTENDING_PROVIDER", "2300 NM1", "CLM*"],
  ["no admission date", "institutional", drop("DTP*435*DT*202501020800"), "X12_ADMISSION", "2300 DTP", "CLM*"],
  ["no admitting diagnosis", "institutional", drop("HI*ABJ:R0602"), "X12_ADMITTING_DIAGNOSIS", "2300 HI", "CLM*"],
  ["no admission type", "institutional", swap("CL1*1*1*01", "CL1**1*01"), "X12_ADMISSION_TYPE", "2300 CL1 1", "CL1*"],
  ["surgery without a surgeon", "institutional", drop("NM1*72*1*BROOKS*CARL****XX*1234567893"), "X12_OPERATING_PROVIDER", "2300 NM1", "CLM*"],
  ["an outpatient line without a date", "institutional", both(swap(hospital, hospital.replace("11:A", "13:A")), both(swap("SV2*0120**900*DA*3", "SV2*0250**900*UN*3"), drop("DTP*472*D8*20250102"))), "X12_SERVICE_DATE_MISSING", "2400 DTP", "SV2*0250"],
  ["a total line", "institutional", swap("SV2*0120**900*DA*3", "SV2*0001**900*DA*3"), "X12_TOTAL_LINE", "2400 SV2 1", "SV2*0001"],
  ["a payment that is only announced", "remittance", swap(payment, payment.replace("BPR*I", "BPR*H")), "X12_PAYMENT_METHOD", "BPR 4", "BPR*H"],
  ["an electronic payment without banks", "remittance", swap(payment, "BPR*I*91.5*C*ACH*CCP***********20250120"), "X12_PAYMENT_ACCOUNTS", "BPR 6", "BPR*"],
  ["a reason that needs a remark", "remittance", swap("CAS*CO*29*40", "CAS*CO*16*40"), "X12_REMARK_REQUIRED", "2100 CAS 2", "CAS*CO*16"],
];

// biome-ignore format: one row a line
const codes: readonly Seeded[] = [
  ["an NPI with a wrong check digit", "professional", swap("NM1*85*2*RIVERBEND*****XX*1234567893", "NM1*85*2*RIVERBEND*****XX*1234567890"), "X12_PROVIDER_ID", "2010AA NM1 9", "NM1*85"],
  ["a taxonomy of another form", "professional", swap("PRV*BI*PXC*207Q00000X", "PRV*BI*PXC*207Q00000"), "X12_TAXONOMY", "2000A PRV 3", "PRV*BI"],
  ["a tax number with a hyphen", "professional", swap("REF*EI*361234567", "REF*EI*36-1234567"), "X12_TAX_ID", "2010AA REF 2", "REF*EI"],
  ["a state that is none", "professional", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO*XX*60602"), "X12_STATE", "2010BA N4 2", "N4*CHICAGO*XX"],
  ["a postal code of four digits", "professional", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO*IL*6060"), "X12_POSTAL_CODE", "2010BA N4 3", "N4*CHICAGO*IL*6060"],
  ["a place of service that is none", "dependent", swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***98:B:1*Y*A*Y*Y"), "X12_PLACE_OF_SERVICE", "2300 CLM 5-1", "CLM*"],
  ["a procedure of another form", "dependent", swap("SV1*HC:99213*100*UN*1***1", "SV1*HC:9921*100*UN*1***1"), "X12_PROCEDURE_CODE", "2400 SV1 1-2", "SV1*"],
  ["a modifier of another form", "professional", swap(line, line.replace(":25", ":-5")), "X12_MODIFIER", "2400 SV1 1-3", "SV1*"],
  ["a diagnosis with a point", "professional", swap("HI*ABK:E119*ABF:I10", "HI*ABK:E11.9*ABF:I10"), "X12_DIAGNOSIS_CODE", "2300 HI 1-2", "HI*"],
  ["a diagnosis of the old revision", "dependent", swap("HI*ABK:J069", "HI*BK:4659"), "X12_DIAGNOSIS_REVISION", "2300 HI 1-1", "HI*"],
  ["diagnoses of two revisions", "professional", swap("HI*ABK:E119*ABF:I10", "HI*ABK:E119*BF:4019"), "X12_DIAGNOSIS_MIXED", "2300 HI 1-1", "HI*"],
  ["an external cause comes first", "professional", swap("HI*ABK:E119*ABF:I10", "HI*ABK:V892XXA*ABF:I10"), "X12_DIAGNOSIS_EXTERNAL_CAUSE", "2300 HI 1-2", "HI*"],
  ["a diagnosis twice", "professional", swap("HI*ABK:E119*ABF:I10", "HI*ABK:E119*ABF:E119"), "X12_DIAGNOSIS_REPEATED", "2300 HI 2-2", "HI*"],
  ["a pointer to no diagnosis", "professional", swap(line, line.replace("1:2", "1:3")), "X12_DIAGNOSIS_POINTER", "2400 SV1 7-2", "SV1*"],
  ["a drug code with hyphens", "professional", swap("LIN**N4*00002143380", "LIN**N4*0002-1433-80"), "X12_DRUG_CODE", "2410 LIN 3", "LIN*"],
  ["a revenue code of three digits", "institutional", swap("SV2*0120**900*DA*3", "SV2*120**900*DA*3"), "X12_REVENUE_CODE", "2400 SV2 1", "SV2*120"],
  ["a type of bill that is none", "institutional", swap(hospital, hospital.replace("11:A", "19:A")), "X12_TYPE_OF_BILL", "2300 CLM 5-1", "CLM*"],
  ["a patient status that is none", "institutional", swap("CL1*1*1*01", "CL1*1*1*99"), "X12_CODE_UNKNOWN", "2300 CL1 3", "CL1*"],
  ["an admission type that is none", "institutional", swap("CL1*1*1*01", "CL1*7*1*01"), "X12_CODE_UNKNOWN", "2300 CL1 1", "CL1*"],
  ["an admission source that has ended", "institutional", swap("CL1*1*1*01", "CL1*1*7*01"), "X12_CODE_UNKNOWN", "2300 CL1 2", "CL1*"],
  ["a telephone of three digits", "professional", swap(contact, contact.replace("3125550100", "312")), "X12_TELEPHONE", "1000A PER 4", "PER*"],
  ["a payer's telephone of three digits", "remittance", swap("PER*BL*SERVICES*TE*3125550199", "PER*BL*SERVICES*TE*911"), "X12_TELEPHONE", "1000A PER 4", "PER*BL"],
  ["a telephone with hyphens", "professional", swap(contact, contact.replace("3125550100", "312-555-0100")), "X12_TELEPHONE_FORM", "1000A PER 4", "PER*"],
  ["a line number out of order", "professional", swap("LX*2", "LX*3"), "X12_LINE_NUMBER", "2400 LX 1", "LX*3"],
  ["a line control number twice", "professional", swap("REF*6R*LINE2", "REF*6R*LINE1"), "X12_LINE_CONTROL_NUMBER_REUSED", "2400 REF 2", "REF*6R"],
  ["a reason that is not in the list", "remittance", swap("CAS*CO*29*40", "CAS*CO*999*40"), "X12_ADJUSTMENT_REASON", "2100 CAS 2", "CAS*CO*999"],
  ["a reason that has ended", "remittance", swap("CAS*CO*29*40", "CAS*CO*42*40"), "X12_ADJUSTMENT_REASON", "2100 CAS 2", "CAS*CO*42"],
  ["a remark of another form", "remittance", swap("MOA***N30", "MOA***X30"), "X12_REMARK_CODE", "2100 MOA 3", "MOA*"],
  ["a status category that is none", "claimAcknowledgment", swap("STC*A7:562:85*20250107*U*100", "STC*Z7:562:85*20250107*U*100"), "X12_CODE_UNKNOWN", "2200D STC 1-1", "STC*Z7"],
];

/** Errors that make something else wrong too: what a lost number or payer was needed for. */
const withConsequences = new Set([
  "a required element is empty",
  "an element is too short",
  "a number is none",
  "the subscriber is the patient, yet one follows",
  "a line names an unknown payer",
  "an outpatient line without a date",
]);

describe("clean samples", () => {
  test.each(Object.keys(cleanSamples))("%s has no issue", (name) => {
    const issues = validateText(sampleText(name as CleanSampleName), strict);
    expect(issues.map((issue) => `${issue.code} ${placeOf(issue)}`)).toEqual([]);
  });
});

const groups = { syntax, structure, balance, situations, codes };

describe.each(Object.entries(groups))("one error of %s", (_, rows) => {
  test.each(rows)("%s", (...row) => {
    expectSeeded(row, !withConsequences.has(row[0]));
  });
});

/** Stops what we send, and is told of what we receive. */
test.each([
  [
    "an NPI's check digit",
    swap("NM1*82*1*DUNN*EVE****XX*1234567893", "NM1*82*1*DUNN*EVE****XX*1234567890"),
  ],
  ["a telephone of three digits", swap(contact, contact.replace("3125550100", "312"))],
])("%s is an error when sent and a warning when received", (_name, change) => {
  const severities = (["strict", "received"] as const).map((profile) =>
    validateText(sampleText("professional", change), { profile }).map(({ severity }) => severity),
  );
  expect(severities).toEqual([["error"], ["warning"]]);
});

test("at least sixty errors are seeded", () => {
  expect(Object.values(groups).flat().length).toBeGreaterThanOrEqual(60);
});
