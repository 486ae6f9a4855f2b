import { describe, expect, test } from "vitest";
import { type CleanSampleName, sampleText } from "../testing/clean-samples.ts";
import {
  both,
  type Change,
  drop,
  expectSeeded,
  type Seeded,
  strict,
  swap,
} from "../testing/seeded.ts";
import { placeOf, validateText } from "../testing/validate-text.ts";

const ambulanceLine = "SV1*HC:A0429:RH*500*UN*1***1";
const ambulanceClaim = "CLM*PCN1*500***41:B:1*Y*A*Y*Y";
const diagnosis = "HI*ABK:R55";
const serviceDate = "DTP*472*D8*20250102";
const orderer = "NM1*DK*1*BROOKS*CARL****XX*1234567893";

/** Changes one after the other. */
const all = (...changes: readonly Change[]): Change => changes.reduce(both, (segments) => segments);

/** A Medicare claim of an office with one line of this service. */
const office = (service: string, ...more: readonly Change[]): Change =>
  all(
    swap(ambulanceClaim, ambulanceClaim.replace("41:B", "11:B")),
    drop("CR1*LB*140**A*DH*12"),
    drop("CRC*07*Y*01"),
    (segments) => {
      const from = segments.indexOf("NM1*PW*2");
      const to = segments.indexOf("LX*1");
      return [...segments.slice(0, from), ...segments.slice(to)];
    },
    swap(ambulanceLine, service),
    ...more,
  );
const line = (codes: string, unit = "UN") => `SV1*HC:${codes}*500*${unit}*1***1`;
const onClaim = (...segments: readonly string[]): Change =>
  swap("CLM*PCN1*500***11:B:1*Y*A*Y*Y", "CLM*PCN1*500***11:B:1*Y*A*Y*Y", ...segments);
const afterDate = (...segments: readonly string[]): Change =>
  swap(serviceDate, serviceDate, ...segments);
const behindCodes = (...segments: readonly string[]): Change =>
  swap(diagnosis, diagnosis, ...segments);

/** Medicare after an employer's plan that paid, with the reason in SBR05 and the patient's birth. */
const secondary = (reason: string, birth: string, amount: readonly string[]): Change =>
  office(
    line("99213"),
    swap("SBR*P*18*******MB", `SBR*S*18***${reason}****MB`),
    swap("DMG*D8*19400101*F", `DMG*D8*${birth}*F`),
    swap("LX*1", ...otherPlan(amount), "LX*1"),
  );
const otherPlan = (amount: readonly string[]) => [
  "SBR*P*18*GRP2******CI",
  ...amount,
  "OI***Y***Y",
  "NM1*IL*1*ALDER*ANNA****MI*M1",
  "NM1*PR*2*OTHER*****PI*OP1",
  "DTP*573*D8*20250201",
];

const hospital = "CLM*PCN1*1500***11:A:1**A*Y*Y";
const medicareStay: Change = all(
  swap("SBR*P*18*GRP1*GROUP NAME*****CI", "SBR*P*18*******MA"),
  swap("NM1*IL*1*ALDER*ANNA*B***MI*M0001", "NM1*IL*1*ALDER*ANNA*B***MI*1EG4TE5MK73"),
);
const stay = (...changes: readonly Change[]): Change => all(medicareStay, ...changes);
const bill = (code: string): Change => swap(hospital, hospital.replace("11:A:1", code));

// biome-ignore format: one row a line
const rows: readonly Seeded[] = [
  ["anesthesia that nobody directed", "ambulance", office(line("00142", "MJ")), "X12_MEDICARE_ANESTHESIA_MODIFIER", "2400 SV1 1-3", "SV1*"],
  ["therapy of no discipline", "ambulance", office(line("97110")), "X12_MEDICARE_THERAPY_MODIFIER", "2400 SV1 1-3", "SV1*"],
  ["spinal manipulation that is no active treatment", "ambulance", office(line("98940")), "X12_MEDICARE_CHIROPRACTIC", "2400 SV1 1-3", "SV1*"],
  ["spinal manipulation without its beginning", "ambulance", office(line("98940:AT")), "X12_MEDICARE_CHIROPRACTIC_DATE", "2400 DTP", "SV1*"],
  ["foot care of a patient whom nobody has seen", "ambulance", office(line("11721:Q8")), "X12_MEDICARE_FOOT_CARE", "2400 DTP", "SV1*"],
  ["a trial without its number", "ambulance", office(line("99213:Q1")), "X12_MEDICARE_CLINICAL_TRIAL", "2400 REF", "SV1*"],
  ["a drug against anemia without a test", "ambulance", office(line("Q4081")), "X12_MEDICARE_ANEMIA_TEST", "2400 MEA", "SV1*"],
  ["a drug against anemia without a reason", "ambulance", office(line("J0885"), afterDate("MEA*TR*R1*9.8")), "X12_MEDICARE_ANEMIA_REASON", "2400 SV1 1-3", "SV1*"],
  ["a transport from nowhere", "ambulance", swap(ambulanceLine, "SV1*HC:A0429*500*UN*1***1"), "X12_MEDICARE_AMBULANCE_MODIFIER", "2400 SV1 1-3", "SV1*"],
  ["equipment neither sold nor rented", "ambulance", office(line("E0601"), afterDate(orderer)), "X12_MEDICARE_EQUIPMENT_MODIFIER", "2400 SV1 1-3", "SV1*"],
  ["an image that nobody ordered", "ambulance", office(line("71046")), "X12_MEDICARE_ORDERING", "2400 SV1 1-2", "SV1*"],
  ["equipment that nobody ordered", "ambulance", office(line("E0601:RR")), "X12_MEDICARE_ORDERING", "2400 SV1 1-2", "SV1*"],
  ["a test of another laboratory", "ambulance", office(line("80053:90"), afterDate("REF*X4*14D0000000", orderer)), "X12_MEDICARE_REFERRED_LABORATORY", "2400 REF", "SV1*"],
  ["care plan oversight of no agency", "ambulance", office(line("G0181")), "X12_MEDICARE_CARE_PLAN", "2400 REF", "SV1*"],
  ["shared care without its day", "ambulance", office(line("66984:55")), "X12_SHARED_CARE_DATE", "2400 DTP", "SV1*"],
  ["several patients without their number", "ambulance", swap(ambulanceLine, ambulanceLine.replace(":RH", ":RH:GM")), "X12_AMBULANCE_PATIENTS", "2400 QTY", "SV1*"],
  ["lenses without a prescription", "ambulance", office(line("V2103")), "X12_PRESCRIPTION_DATE", "2400 DTP", "SV1*"],
  ["a facility on an ambulance claim", "ambulance", behindCodes("NM1*77*2*NORTH CLINIC*****XX*1234567893", "N3*5 NORTH ST", "N4*CHICAGO*IL*606010002"), "X12_AMBULANCE_FACILITY", "2310C NM1", "NM1*77"],
  ["a primary care provider who stands alone", "ambulance", office(line("99213"), behindCodes("NM1*P3*1*BROOKS*CARL****XX*1234567893")), "X12_REFERRAL_ORDER", "2310A NM1 1", "NM1*P3"],
  ["a screening that contradicts its condition", "ambulance", office(line("99213"), onClaim("CRC*ZZ*N*AV")), "X12_EPSDT_CONDITION", "2300 CRC 3", "CRC*ZZ"],
  ["a screening with a referral that was not made", "ambulance", office(line("99213"), onClaim("CRC*ZZ*Y*NU")), "X12_EPSDT_CONDITION", "2300 CRC 3", "CRC*ZZ"],
  ["equipment of another code", "ambulance", office(line("E0601:RR"), swap(line("E0601:RR"), line("E0601:RR"), "SV5*HC:E0260*DA*30*10*20*1"), afterDate(orderer)), "X12_EQUIPMENT_CODE", "2400 SV5 1-2", "SV5*"],
  ["a certificate that is not there", "ambulance", office(line("E0601:RR"), swap(line("E0601:RR"), line("E0601:RR"), "PWK*CT*AD"), afterDate(orderer)), "X12_CERTIFICATE_MISSING", "2400 LQ", "LX*1"],
  ["a modifier twice", "ambulance", office(line("97110:GP:GP")), "X12_MODIFIER_REPEATED", "2400 SV1 1-4", "SV1*"],
  ["working aged at fifty", "ambulance", secondary("12", "19750101", ["AMT*D*500"]), "X12_MEDICARE_SECONDARY_AGE", "2000B SBR 5", "SBR*S"],
  ["disabled and old", "ambulance", secondary("43", "19400101", ["AMT*D*500"]), "X12_MEDICARE_SECONDARY_AGE", "2000B SBR 5", "SBR*S"],
  ["Medicare second, and nothing decided", "ambulance", secondary("12", "19400101", []), "X12_MEDICARE_SECONDARY_PAYMENT", "2300 AMT", "CLM*"],
  ["Medicare second on the other coverage without a reason", "professional", all(swap("SBR*S*01*GRP2******CI", "SBR*S*18*GRP2******MB"), swap("NM1*IL*1*ALDER*BEN****MI*M0002", "NM1*IL*1*ALDER*ANNA****MI*1EG4TE5MK73")), "X12_MEDICARE_SECONDARY_TYPE", "2320 SBR 5", "SBR*S"],
  ["another coverage's number that is none of Medicare", "professional", swap("SBR*S*01*GRP2******CI", "SBR*S*01*GRP2**12****MB"), "X12_MEDICARE_ID", "2330A NM1 9", "NM1*IL*1*ALDER*BEN"],
  ["a car without a cause", "dependent", all(swap("SBR*P**GRP1******CI", "SBR*P********AM"), swap("DMG*D8*20150101*M", "DMG*D8*20150101*M", "REF*Y4*CASE1"), swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***11:B:1*Y*A*Y*Y", "DTP*439*D8*20241224")), "X12_CASUALTY_ACCIDENT", "2300 CLM 11-1", "CLM*"],
  ["work without a day", "dependent", all(swap("SBR*P**GRP1******CI", "SBR*P********WC"), swap("DMG*D8*20150101*M", "DMG*D8*20150101*M", "REF*Y4*CASE1"), swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***11:B:1*Y*A*Y*Y**EM")), "X12_CASUALTY_DATE", "2300 DTP", "CLM*"],

  ["a province in another country", "dependent", swap("N4*CHICAGO*IL*60602", "N4*TIJUANA*IL*60602*MX"), "X12_ADDRESS_SUBDIVISION", "2010CA N4 2", "N4*TIJUANA"],
  ["Canada without its province", "dependent", swap("N4*CHICAGO*IL*60602", "N4*TORONTO**M5H2N2*CA"), "X12_ADDRESS_STATE", "2010CA N4 2", "N4*TORONTO"],
  ["Canada without its postal code", "dependent", swap("N4*CHICAGO*IL*60602", "N4*TORONTO*ON**CA"), "X12_ADDRESS_POSTAL_CODE", "2010CA N4 3", "N4*TORONTO"],
  ["a postal code of another state", "dependent", swap("N4*CHICAGO*IL*60602", "N4*CHICAGO*IL*90602"), "X12_POSTAL_CODE_STATE", "2010CA N4 3", "N4*CHICAGO*IL*9"],
  ["a postal code of another state in a payment", "remittance", swap("N4*CHICAGO*IL*60606", "N4*CHICAGO*IA*60606"), "X12_POSTAL_CODE_STATE", "1000A N4 3", "N4*CHICAGO*IA"],
  ["a postal code of Canada with a digit too many", "dependent", swap("N4*CHICAGO*IL*60602", "N4*TORONTO*ON*M5H22*CA"), "X12_POSTAL_CODE", "2010CA N4 3", "N4*TORONTO"],
  ["a decision without a payment", "professional", drop("AMT*D*90"), "X12_OTHER_PAYER_PAID", "2320 AMT", "SBR*S"],
  ["less than the charge is not covered", "ambulance", office(line("99213"), swap("LX*1", "SBR*S*18*GRP2******CI", "AMT*A8*400", "OI***Y***Y", "NM1*IL*1*ALDER*ANNA****MI*M1", "NM1*PR*2*OTHER*****PI*OP1", "LX*1")), "X12_OTHER_PAYER_NOT_COVERED", "2320 AMT 2", "AMT*A8"],
  ["a line bundled into none", "professional", swap("SVD*OP1*20*HC:36415**1", "SVD*OP1*20*HC:36415**1*3"), "X12_BUNDLED_LINE", "2430 SVD 6", "SVD*OP1*20"],
  ["a number that an unknown payer gave", "professional", swap("REF*6R*LINE1", "REF*G1*A1**2U:OP9", "REF*6R*LINE1"), "X12_OTHER_PAYER_UNKNOWN", "2400 REF 4-2", "REF*G1*A1"],

  ["a stay that ended and goes on", "institutional", swap("CL1*1*1*01", "CL1*1*1*30"), "X12_PATIENT_STATUS", "2300 CLM 5-3", "CLM*"],
  ["a car accident in no state", "institutional", swap("HI*BH:11:D8:20250101", "HI*BH:01:D8:20250101"), "X12_AUTOMOBILE_STATE", "2300 REF", "CLM*"],
  ["other procedures alone", "institutional", swap("HI*BBR:0BJ08ZZ:D8:20250103", "HI*BBQ:0BJ08ZZ:D8:20250103"), "X12_PROCEDURE_PRINCIPAL", "2300 HI", "HI*BBQ"],
  ["an external cause that is none", "institutional", swap("HI*ABJ:R0602", "HI*ABJ:R0602", "HI*ABN:S060X0A"), "X12_EXTERNAL_CAUSE_CODE", "2300 HI 1-2", "HI*ABN"],
  ["a room by the unit", "institutional", swap("SV2*0120**900*DA*3", "SV2*0120**900*UN*3"), "X12_ACCOMMODATION_DAYS", "2400 SV2 4", "SV2*0120"],
  ["Medicare's claim changed for no reason", "institutional", stay(bill("11:A:7"), swap("CL1*1*1*01", "CL1*1*1*01", "REF*F8*ICN1")), "X12_MEDICARE_CHANGE_REASON", "2300 HI", "CLM*"],
  ["Medicare's days do not add up", "institutional", stay(swap("HI*BE:80:::3", "HI*BE:80:::2")), "X12_MEDICARE_COVERED_DAYS", "2300 DTP 3", "DTP*434"],
  ["a group's code that is none", "institutional", stay(swap("SV2*0300*HC:80053*600*UN*1", "SV2*0022*HC:80053*600*UN*1")), "X12_MEDICARE_RATE_CODE", "2400 SV2 2-1", "SV2*0022"],
  ["nothing was present on admission", "institutional", stay(swap("HI*ABK:J189:::::::Y", "HI*ABK:J189"), swap("HI*ABF:I10:::::::Y*ABF:E119:::::::Y", "HI*ABF:I10*ABF:E119")), "X12_MEDICARE_PRESENT_ON_ADMISSION", "2300 HI", "CLM*"],

  ["a restoration of no tooth", "dental", drop("TOO*JP*12*M:O"), "X12_TOOTH", "2400 TOO", "SV3*"],
  ["braces without their months", "dental", swap("SV3*AD:D2150*180****1", "SV3*AD:D8080*180****1"), "X12_ORTHODONTIC", "2300 DN1", "SV3*"],

  ["a payment of another company", "remittance", swap("TRN*1*TRACE1*1512345678", "TRN*1*TRACE1*1999999999"), "X12_PAYMENT_ORIGINATOR", "TRN 3", "TRN*"],
  ["a reversal that pays", "remittance", swap("CLP*PCN1*1*150*90*10*12*ICN1*11*1", "CLP*PCN1*22*150*90*10*12*ICN1*11*1"), "X12_REMITTANCE_REVERSAL", "2100 CLP 3", "CLP*PCN1"],
  ["a denial that pays", "remittance", swap("CLP*PCN1*1*150*90*10*12*ICN1*11*1", "CLP*PCN1*4*150*90*10*12*ICN1*11*1"), "X12_REMITTANCE_STATUS", "2100 CLP 4", "CLP*PCN1"],
  ["two outcomes", "remittance", swap("MOA***N30", "MIA*0", "MOA***N30"), "X12_REMITTANCE_OUTCOMES", "2100 MOA", "MOA*"],
  ["an overpayment that nothing names", "remittance", swap("PLB*1234567893*20251231*L6:INT1*-1.5", "PLB*1234567893*20251231*WO*-1.5"), "X12_PROVIDER_ADJUSTMENT_REFERENCE", "PLB 3-2", "PLB*"],
  ["an answer that tells nothing", "eligibilityAnswer", all(drop("EB*1*IND*30*HM*GOLD"), drop("EB*C*IND*30***23*500"), drop("EB*A*IND*98*****.2")), "X12_BENEFIT_MISSING", "2000C EB", "HL*3"],
  ["a member who left on no day", "enrollment", swap("INS*Y*18*021*20*A***FT", "INS*Y*18*024*20*A***FT"), "X12_MEMBER_END", "2000 DTP", "INS*"],
  ["more claims refused than counted", "claimAcknowledgment", swap("QTY*90*1", "QTY*90*1", "QTY*AA*0"), "X12_STATUS_COUNT", "2200B QTY 2", "QTY*AA"],
];

// biome-ignore format: one row a line
const withConsequences: readonly Seeded[] = [
  ["a stay's procedure on an outpatient bill", "institutional", bill("13:A:1"), "X12_PROCEDURE_OUTPATIENT", "2300 HI 1-2", "HI*BBR"],
  ["Medicare second without its value", "institutional", stay(swap("SBR*P*18*******MA", "SBR*S*18*******MA")), "X12_MEDICARE_SECONDARY_VALUE", "2300 HI", "CLM*"],
  ["care at home that never began", "institutional", stay(bill("32:A:9"), drop("DTP*435*DT*202501020800")), "X12_MEDICARE_START_OF_CARE", "2300 DTP", "CLM*"],
  ["no attending provider", "institutional", drop("NM1*71*1*DUNN*EVE****XX*1234567893"), "X12_ATTENDING_PROVIDER", "2300 NM1", "CLM*"],
];

describe("one rule of a payer or of a service broken", () => {
  test.each(rows)("%s", (...row) => expectSeeded(row, true));
  test.each(withConsequences)("%s", (...row) => expectSeeded(row, false));
});

// biome-ignore format: one row a line
const silent: readonly (readonly [string, CleanSampleName, Change])[] = [
  ["anesthesia directed by the physician", "ambulance", office(line("00142:AA", "MJ"))],
  ["anesthesia that is not covered", "ambulance", office(line("00142:GY", "MJ"))],
  ["therapy under a plan of care", "ambulance", office(line("97110:GP"))],
  ["active spinal manipulation since a day", "ambulance", office(line("98940:AT"), onClaim("DTP*454*D8*20250101"))],
  ["spinal manipulation that the patient pays", "ambulance", office(line("98940:GY"))],
  ["foot care of a patient seen on a day", "ambulance", office(line("11721:Q8"), onClaim("DTP*304*D8*20241220"))],
  ["foot care of a patient seen on a day of the line", "ambulance", office(line("11721:Q8"), afterDate("DTP*304*D8*20241220"))],
  ["a numbered trial", "ambulance", office(line("99213:Q1"), onClaim("REF*P4*01234567"))],
  ["a drug against anemia with test and reason", "ambulance", office(line("J0885:EC"), afterDate("MEA*TR*R1*9.8"))],
  ["a transport that the patient did not live to see", "ambulance", swap(ambulanceLine, ambulanceLine.replace(":RH", ":QL"))],
  ["rented equipment that was ordered", "ambulance", office(line("E0601:RR"), swap(line("E0601:RR"), line("E0601:RR"), "SV5*HC:E0601*DA*30*10*20*1"), afterDate(orderer))],
  ["a post office across the border", "dependent", swap("N4*CHICAGO*IL*60602", "N4*KASKASKIA*IL*63673")],
  ["a postal code of a territory", "dependent", swap("N4*CHICAGO*IL*60602", "N4*HAGATNA*GU*96910")],
  ["an image that was ordered", "ambulance", office(line("71046"), afterDate(orderer))],
  ["the reading of an image", "ambulance", office(line("71046:26"))],
  ["a needle guided by an image", "ambulance", office(line("76942"))],
  ["Medicare second on the other coverage for a reason", "professional", all(swap("SBR*S*01*GRP2******CI", "SBR*S*18*GRP2**12****MB"), swap("NM1*IL*1*ALDER*BEN****MI*M0002", "NM1*IL*1*ALDER*ANNA****MI*1EG4TE5MK73"))],
  ["a test of another laboratory with both numbers", "ambulance", office(line("80053:90"), afterDate("REF*X4*14D0000000", "REF*F4*14D0000001", orderer))],
  ["shared care since a day", "ambulance", office(line("66984:55"), onClaim("DTP*090*D8*20250101"))],
  ["two patients", "ambulance", all(swap(ambulanceLine, ambulanceLine.replace(":RH", ":RH:GM")), afterDate("QTY*PT*2"))],
  ["lenses with a prescription", "ambulance", office(line("V2103"), onClaim("DTP*471*D8*20241220"))],
  ["a primary care provider behind the referring one", "ambulance", office(line("99213"), behindCodes("NM1*DN*1*DUNN*EVE****XX*1234567893", "NM1*P3*1*BROOKS*CARL****XX*1234567893"))],
  ["a screening without a referral", "ambulance", office(line("99213"), onClaim("CRC*ZZ*N*NU"))],
  ["a screening with one", "ambulance", office(line("99213"), onClaim("CRC*ZZ*Y*AV"))],
  ["two modifiers", "ambulance", office(line("97110:GP:59"))],
  ["working aged in the month of the birthday", "ambulance", secondary("12", "19600131", ["AMT*D*500"])],
  ["disabled and young", "ambulance", secondary("43", "19750101", ["AMT*D*500"])],
  ["Medicare second by another reason", "ambulance", secondary("13", "19750101", ["AMT*D*500"])],
  ["a plan that covers nothing", "ambulance", secondary("12", "19400101", ["AMT*A8*500"])],
  ["a car accident", "dependent", all(swap("SBR*P**GRP1******CI", "SBR*P********AM"), swap("DMG*D8*20150101*M", "DMG*D8*20150101*M", "REF*Y4*CASE1"), swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***11:B:1*Y*A*Y*Y**AA:::IL", "DTP*439*D8*20241224"))],
  ["an illness of work", "dependent", all(swap("SBR*P**GRP1******CI", "SBR*P********WC"), swap("DMG*D8*20150101*M", "DMG*D8*20150101*M", "REF*Y4*CASE1"), swap("CLM*PCN1*100***11:B:1*Y*A*Y*Y", "CLM*PCN1*100***11:B:1*Y*A*Y*Y**EM", "DTP*431*D8*20241224"))],
  ["an address in Canada", "dependent", swap("N4*CHICAGO*IL*60602", "N4*TORONTO*ON*M5H2N2*CA")],
  ["an address in Canada with a blank in its postal code", "dependent", swap("N4*CHICAGO*IL*60602", "N4*TORONTO*ON*M5H 2N2")],
  ["an address in Mexico", "dependent", swap("N4*CHICAGO*IL*60602", "N4*TIJUANA**22000*MX***BCN")],
  ["a line bundled into the first", "professional", swap("SVD*OP1*20*HC:36415**1", "SVD*OP1*20*HC:36415**1*1")],
  ["a number that the other payer gave", "professional", swap("REF*6R*LINE1", "REF*G1*A1**2U:OP1", "REF*6R*LINE1")],
  ["a first part of a stay", "institutional", all(bill("11:A:2"), swap("CL1*1*1*01", "CL1*1*1*30"), drop("DTP*096*TM*1100"))],
  ["a car accident in Illinois", "institutional", all(swap("HI*BH:11:D8:20250101", "HI*BH:01:D8:20250101"), swap("REF*EA*MRN1", "REF*LU*IL", "REF*EA*MRN1"))],
  ["an external cause", "institutional", swap("HI*ABJ:R0602", "HI*ABJ:R0602", "HI*ABN:V892XXA:::::::Y")],
  ["a stay that Medicare pays", "institutional", stay()],
  ["a stay that Medicare pays, not wholly covered", "institutional", stay(swap("HI*BE:80:::3", "HI*BE:80:::2*BE:81:::1"))],
  ["a stay without told days", "institutional", stay(swap("HI*BE:80:::3", "HI*BE:A1:::3"))],
  ["a stay that goes on", "institutional", stay(bill("11:A:2"), swap("CL1*1*1*01", "CL1*1*1*30"), drop("DTP*096*TM*1100"), swap("HI*BE:80:::3", "HI*BE:80:::4"))],
  ["Medicare's claim changed for a reason", "institutional", stay(bill("11:A:7"), swap("CL1*1*1*01", "CL1*1*1*01", "REF*F8*ICN1"), swap("HI*BE:80:::3", "HI*BE:80:::3", "HI*BG:D1"))],
  ["Medicare second with its value", "institutional", stay(swap("SBR*P*18*******MA", "SBR*S*18*******MA"), swap("HI*BE:80:::3", "HI*BE:80:::3*BE:12:::100"), swap("LX*1", "SBR*P*18*GRP2******CI", "AMT*D*1500", "OI***Y**Y", "NM1*IL*1*ALDER*ANNA****MI*M1", "NM1*PR*2*OTHER*****PI*OP1", "DTP*573*D8*20250201", "LX*1"), swap("OI***Y**Y", "OI***Y***Y"))],
  ["transport alone", "institutional", all(bill("13:A:1"), drop("NM1*71*1*DUNN*EVE****XX*1234567893"), drop("NM1*72*1*BROOKS*CARL****XX*1234567893"), drop("HI*BBR:0BJ08ZZ:D8:20250103"), swap("SV2*0120**900*DA*3", "SV2*0540*HC:A0429:RH*900*UN*1", serviceDate), swap("SV2*0300*HC:80053*600*UN*1", "SV2*0540*HC:A0425:RH*600*UN*1"))],
  ["braces with their months", "dental", all(swap("SV3*AD:D2150*180****1", "SV3*AD:D8080*180****1"), swap(serviceDate, serviceDate, "DN1*24*12"))],
  ["a reversal", "remittance", all(swap("CLP*PCN2*4*40*0**12*ICN2", "CLP*PCN2*22*-40*0**12*ICN2"), swap("CAS*CO*29*40", "CAS*CO*29*-40"))],
  ["an overpayment with its number", "remittance", swap("PLB*1234567893*20251231*L6:INT1*-1.5", "PLB*1234567893*20251231*WO:ICN1*-1.5")],
  ["an answer that refuses", "eligibilityAnswer", all(swap("DMG*D8*19700101*F", "AAA*N**75*C"), drop("N3*1 ORCHARD RD"), drop("N4*CHICAGO*IL*60602"), drop("DTP*346*D8*20250101"), drop("EB*1*IND*30*HM*GOLD"), drop("EB*C*IND*30***23*500"), drop("EB*A*IND*98*****.2"))],
  ["a member who left on a day", "enrollment", all(swap("INS*Y*18*021*20*A***FT", "INS*Y*18*024*20*A***FT"), swap("DTP*356*D8*20250101", "DTP*357*D8*20250131"))],
  ["a member whose coverage ended", "enrollment", all(swap("INS*Y*18*021*20*A***FT", "INS*Y*18*024*20*A***FT"), swap("DTP*348*D8*20250101", "DTP*349*D8*20250131"))],
  ["claims counted right", "claimAcknowledgment", swap("QTY*90*1", "QTY*90*1", "QTY*AA*1")],
];

describe("what looks alike and follows the rule", () => {
  test.each(silent)("%s", (_name, sample, change) => {
    const issues = validateText(sampleText(sample, change), strict);
    const found = issues.filter(({ severity }) => severity !== "information");
    expect(found.map((issue) => `${issue.code} ${placeOf(issue)}`)).toEqual([]);
  });
});
