import { describe, expect, test } from "vitest";
import { sampleText } from "../testing/clean-samples.ts";
import { both, drop, expectSeeded, type Seeded, strict, swap } from "../testing/seeded.ts";
import { placeOf, validateText } from "../testing/validate-text.ts";

const claim = "CLM*PCN1*100***11:B:1*Y*A*Y*Y";
const service = "SV1*HC:99213*100*UN*1***1";
const medicare = both(
  swap("HL*2*1*22*1", "HL*2*1*22*0"),
  both(
    swap("SBR*P**GRP1******CI", "SBR*P*18*******MB"),
    both(
      swap(
        "NM1*IL*1*ALDER*ANNA****MI*M0001",
        "NM1*IL*1*ALDER*ANNA****MI*1EG4TE5MK73",
        "N3*1 ORCHARD RD",
        "N4*CHICAGO*IL*60602",
        "DMG*D8*19400101*F",
      ),
      (all) => {
        const from = all.indexOf("HL*3*2*23*0");
        const to = all.indexOf(claim);
        return [...all.slice(0, from), ...all.slice(to)];
      },
    ),
  ),
);
const paid = "CLP*PCN1*1*150*90*10*12*ICN1*11*1";
const payment = "BPR*I*91.5*C*ACH*CCP*01*071000013*DA*1*1512345678**01*071000288*DA*2*20250120";

// biome-ignore format: one row a line
const alone: readonly Seeded[] = [
  ["a patient without a first name", "dependent", swap("NM1*QC*1*ALDER*TIM", "NM1*QC*1*ALDER"), "X12_FIRST_NAME", "2010CA NM1 4", "NM1*QC"],
  ["no postal code", "dependent", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO*IL"), "X12_ADDRESS_POSTAL_CODE", "2010CA N4 3", "N4*CHICAGO*IL"],
  ["no billing NPI", "dependent", swap("NM1*85*2*RIVERBEND*****XX*1234567893", "NM1*85*2*RIVERBEND"), "X12_BILLING_NPI", "2010AA NM1 9", "NM1*85"],
  ["a referring provider without numbers", "professional", swap("NM1*DN*1*BROOKS*CARL****XX*1234567893", "NM1*DN*1*BROOKS*CARL"), "X12_PROVIDER_UNIDENTIFIED", "2310A REF", "NM1*DN"],
  ["a screening without referral", "dependent", swap(service, "SV1*HC:99392*100*UN*1***1****Y"), "X12_EPSDT_REFERRAL", "2400 CRC", "LX*1"],
  ["a service bought from nobody", "dependent", swap("DTP*472*D8*20250102", "DTP*472*D8*20250102", "PS1*1234567893*50"), "X12_PURCHASED_SERVICE", "2400 NM1", "LX*1"],
  ["no discharge hour", "institutional", drop("DTP*096*TM*1100"), "X12_DISCHARGE_HOUR", "2300 DTP", "CLM*"],
  ["a service outside of the stay", "institutional", swap("DTP*472*D8*20250102", "DTP*472*D8*20250202"), "X12_SERVICE_OUTSIDE_STATEMENT", "2400 DTP 3", "DTP*472"],
  ["a pointer twice", "professional", swap("SV1*HC:99213:25*100*UN*1***1:2**Y", "SV1*HC:99213:25*100*UN*1***1:1**Y"), "X12_DIAGNOSIS_POINTER_REPEATED", "2400 SV1 7-2", "SV1*HC:99213"],
  ["a claim below a subscriber who is not the patient", "dependent", both(medicare, swap("SBR*P*18*******MB", "SBR*P********CI")), "X12_SUBSCRIBER_NOT_PATIENT", "2000B SBR 2", "SBR*"],
  ["a replacement for Medicare's mammography", "dependent", both(medicare, swap(service, "SV1*HC:77067*100*UN*1***1")), "X12_MEDICARE_MAMMOGRAPHY", "2400 SV1 1-2", "SV1*"],
  ["a laboratory test without its number", "dependent", both(medicare, both(swap(service, "SV1*HC:80053*100*UN*1***1"), swap("HI*ABK:J069", "HI*ABK:J069", "NM1*DN*1*BROOKS*CARL****XX*1234567893"))), "X12_MEDICARE_LABORATORY", "2400 SV1 1-2", "SV1*"],
  ["a laboratory test that nobody ordered", "dependent", both(medicare, both(swap(service, "SV1*HC:80053*100*UN*1***1"), swap(claim, claim, "REF*X4*14D0000000"))), "X12_MEDICARE_ORDERING", "2400 SV1 1-2", "SV1*"],
  ["a drug for Medicaid", "dependent", both(medicare, both(swap("SBR*P*18*******MB", "SBR*P*18*******MC"), swap(service, "SV1*HC:J1100*100*UN*1***1"))), "X12_MEDICAID_DRUG", "2400 SV1 1-2", "SV1*"],
  ["Medicaid with a dependent", "dependent", swap("SBR*P**GRP1******CI", "SBR*P********MC"), "X12_MEDICAID_SUBSCRIBER", "2000B HL", "HL*2"],
  ["spinal manipulation of an acute condition", "dependent", both(medicare, swap(claim, claim, "CR2********A")), "X12_ACUTE_MANIFESTATION", "2300 DTP", "CLM*"],
  ["an element that excludes another", "professional", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO*IL*60602*CA***ON"), "X12_ELEMENTS_EXCLUSIVE", "2010BA N4 7", "N4*CHICAGO*IL*60602*"],
  ["a country that is none", "professional", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO***XX"), "X12_COUNTRY", "2010BA N4 4", "N4*CHICAGO***XX"],
  ["a currency of another form", "dependent", swap("PRV*BI*PXC*207Q00000X", "PRV*BI*PXC*207Q00000X", "CUR*85*U5D"), "X12_CURRENCY", "2000A CUR 2", "CUR*"],
  ["a frequency that is none", "dependent", swap(claim, claim.replace("B:1", "B:T")), "X12_CLAIM_FREQUENCY", "2300 CLM 5-3", "CLM*"],
  ["a group of another form", "institutional", swap("HI*ABJ:R0602", "HI*ABJ:R0602", "HI*DR:1A"), "X12_DIAGNOSIS_GROUP", "2300 HI 1-2", "HI*DR"],
  ["an occurrence of another form", "institutional", swap("HI*BH:11:D8:20250101", "HI*BH:1:D8:20250101"), "X12_CLAIM_CODE", "2300 HI 1-2", "HI*BH"],
  ["a status of another form", "claimAcknowledgment", swap("STC*A7:507*20250107*U", "STC*A7:X07*20250107*U"), "X12_STATUS_CODE", "2220D STC 1-2", "STC*A7:X07"],
  ["a summary with another number of claims", "remittance", swap("LX*1", "LX*1", "TS3*1234567893*11*20251231*3*190"), "X12_REMITTANCE_SUMMARY", "2000 TS3 4", "TS3*"],
  ["a summary with other charges", "remittance", swap("LX*1", "LX*1", "TS3*1234567893*11*20251231*2*199"), "X12_REMITTANCE_SUMMARY", "2000 TS3 5", "TS3*"],
  ["a line that does not add up", "remittance", swap("SVC*HC:36415*50*30**1", "SVC*HC:36415*50*20**1"), "X12_REMITTANCE_LINE_BALANCE", "2110 SVC 3", "SVC*HC:36415"],
  ["an adjustment group twice", "remittance", swap("CAS*CO*45*30", "CAS*CO*45*20", "CAS*CO*253*10"), "X12_ADJUSTMENT_GROUP_REUSED", "2110 CAS 1", "CAS*CO*253"],
  ["counts that contradict each other", "implementationAcknowledgment", swap("AK9*P*2*2*1", "AK9*P*2*1*2"), "X12_ACKNOWLEDGMENT_COUNTS", "AK9 4", "AK9*"],
  ["a group that is not wholly accepted", "implementationAcknowledgment", swap("AK9*P*2*2*1", "AK9*A*2*2*2"), "X12_ACKNOWLEDGMENT_CODE", "AK9 1", "AK9*"],
  ["a set that is not accepted", "implementationAcknowledgment", swap("IK5*R*5", "IK5*A"), "X12_ACKNOWLEDGMENT_CODE", "2000 IK5 1", "IK5*A"],
];

// biome-ignore format: one row a line
const withConsequences: readonly Seeded[] = [
  ["equipment without a therapy date", "dependent", swap(service, service, "CR3*I*MO*12"), "X12_THERAPY_DATE", "2400 DTP", "LX*1"],
  ["a renewal without its date", "dependent", both(swap(service, service, "CR3*R*MO*12"), swap("DTP*472*D8*20250102", "DTP*472*D8*20250102", "DTP*463*D8*20240102")), "X12_CERTIFICATION_REVISION", "2400 DTP", "LX*1"],
  ["a subscriber without claims", "dependent", (all) => all.slice(0, all.indexOf("HL*3*2*23*0")), "X12_CLAIM_MISSING", "2000B CLM", "HL*2"],
  ["the subscriber's address is missing", "professional", both(drop("N3*1 ORCHARD RD"), drop("N4*CHICAGO*IL*60602")), "X12_SUBSCRIBER_ADDRESS", "2010BA N3", "NM1*IL*1*ALDER*ANNA"],
  ["outpatient services without a procedure", "institutional", swap("CLM*PCN1*1500***11:A:1**A*Y*Y", "CLM*PCN1*1500***13:A:1**A*Y*Y"), "X12_PROCEDURE_MISSING", "2400 SV2 2", "SV2*0120"],
  ["no adjudication date", "ambulance", swap("LX*1", "SBR*S*18*******CI", "AMT*D*500", "OI***Y***Y", "NM1*IL*1*ALDER*ANNA****MI*M1", "NM1*PR*2*OTHER*****PI*OP1", "LX*1"), "X12_ADJUDICATION_DATE", "2330B DTP", "SBR*S"],
  ["another payer's claim does not add up", "ambulance", swap("LX*1", "SBR*S*18*******CI", "AMT*D*400", "OI***Y***Y", "NM1*IL*1*ALDER*ANNA****MI*M1", "NM1*PR*2*OTHER*****PI*OP1", "DTP*573*D8*20250201", "LX*1"), "X12_OTHER_PAYER_CLAIM_BALANCE", "2320 AMT 2", "AMT*D"],
  ["Medicare with a dependent", "dependent", swap("SBR*P**GRP1******CI", "SBR*P********MB"), "X12_MEDICARE_SUBSCRIBER", "2000B HL", "HL*2"],
  ["Medicare without an NPI", "dependent", both(medicare, swap("NM1*85*2*RIVERBEND*****XX*1234567893", "NM1*85*2*RIVERBEND")), "X12_MEDICARE_BILLING_NPI", "2000B NM1 9", "NM1*85"],
  ["workers' compensation without its number", "dependent", swap("SBR*P**GRP1******CI", "SBR*P********WC"), "X12_CASUALTY_CLAIM_NUMBER", "2300 REF", "CLM*"],
  ["workers' compensation without a cause", "dependent", swap("SBR*P**GRP1******CI", "SBR*P********WC"), "X12_CASUALTY_ACCIDENT", "2300 CLM 11-1", "CLM*"],
  ["an inquiry without anything asked", "eligibilityInquiry", swap("EQ*30", "EQ"), "X12_ELEMENTS_ONE_REQUIRED", "2110C EQ 1", "EQ"],
  ["a paid claim of other charges", "remittance", swap(paid, paid.replace("*150*", "*160*"), "CAS*CO*45*10"), "X12_REMITTANCE_LINE_CHARGES", "2100 CLP 3", "CLP*PCN1"],
  ["a negative payment", "remittance", swap(payment, payment.replace("91.5", "-91.5")), "X12_REMITTANCE_NEGATIVE", "BPR 2", "BPR*"],
];

describe("one rule broken", () => {
  test.each(alone)("%s", (...row) => expectSeeded(row, true));
  test.each(withConsequences)("%s", (...row) => expectSeeded(row, false));
});

describe("the envelope", () => {
  const clean = sampleText("dependent");
  test.each([
    ["a usage that is none", clean.replace("*0*P*:", "*0*Q*:"), "X12_ENVELOPE_CODE ISA 15"],
    [
      "a time that is none",
      clean.replace("20250106*1200*7", "20250106*2500*7"),
      "X12_ENVELOPE_ELEMENT GS 5",
    ],
    ["a group of another kind", clean.replace("GS*HC", "GS*HP"), "X12_GROUP_KIND ST 1"],
    ["an older interchange", clean.replace("*00501*", "*00401*"), "X12_INTERCHANGE_VERSION ISA 12"],
    ["no guide", clean.replaceAll("005010X222A1", "005010"), "X12_GUIDE_MISSING ST 3"],
  ])("%s", (_name, text, expected) => {
    const found = validateText(text, strict).map((issue) => `${issue.code} ${placeOf(issue)}`);
    expect(found).toContain(expected);
  });
});
