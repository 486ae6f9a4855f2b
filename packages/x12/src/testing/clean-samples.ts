import { interchangeText } from "./interchange-text.ts";

/** Invented files that break no rule, one per kind of transaction; tests seed one error at a time. */
export type CleanSample = {
  readonly setId: string;
  readonly functionalId: string;
  readonly version: string;
  readonly segments: readonly string[];
};

const claimHeader = [
  "BHT*0019*00*BATCH1*20260106*1200*CH",
  "NM1*41*2*RIVERBEND*****46*RB01",
  "PER*IC*OFFICE*TE*3125550100*EM*office@example.org",
  "NM1*40*2*NORTHFIELD*****46*NF01",
  "HL*1**20*1",
  "PRV*BI*PXC*207Q00000X",
  "NM1*85*2*RIVERBEND*****XX*1234567893",
  "N3*100 RIVER ST*SUITE 2",
  "N4*CHICAGO*IL*606010001",
  "REF*EI*361234567",
];

const subscriber = [
  "HL*2*1*22*0",
  "SBR*P*18*GRP1*GROUP NAME*****CI",
  "NM1*IL*1*ALDER*ANNA*B***MI*M0001",
  "N3*1 ORCHARD RD",
  "N4*CHICAGO*IL*60602",
  "DMG*D8*19700101*F",
  "NM1*PR*2*NORTHFIELD*****PI*NF01",
];

const professional = [
  ...claimHeader,
  ...subscriber,
  "CLM*PCN1*150***11:B:1*Y*A*Y*Y*P*AA:::IL",
  "DTP*431*D8*20250101",
  "DTP*439*D8*20241224",
  "PWK*OZ*FX***AC*ATT1",
  "AMT*F5*10",
  "REF*G1*AUTH1",
  "NTE*ADD*NOTE TEXT",
  "HI*ABK:E119*ABF:I10",
  "NM1*DN*1*BROOKS*CARL****XX*1234567893",
  "NM1*82*1*DUNN*EVE****XX*1234567893",
  "PRV*PE*PXC*207R00000X",
  "NM1*77*2*NORTH CLINIC*****XX*1234567893",
  "N3*5 NORTH ST",
  "N4*CHICAGO*IL*606010002",
  "SBR*S*01*GRP2******CI",
  "CAS*PR*1*10",
  "AMT*D*90",
  "OI***Y*P**Y",
  "NM1*IL*1*ALDER*BEN****MI*M0002",
  "NM1*PR*2*OTHER PAYER*****PI*OP1",
  "LX*1",
  "SV1*HC:99213:25*100*UN*1***1:2**Y",
  "DTP*472*D8*20250102",
  "REF*6R*LINE1",
  "LIN**N4*00002143380",
  "CTP****2.5*ML",
  "SVD*OP1*80*HC:99213:25**1",
  "CAS*CO*45*20",
  "DTP*573*D8*20250105",
  "LX*2",
  "SV1*HC:36415*50*UN*1***1",
  "DTP*472*RD8*20250102-20250103",
  "REF*6R*LINE2",
  "SVD*OP1*20*HC:36415**1",
  "CAS*CO*45*30",
  "DTP*573*D8*20250105",
];

const dependent = [
  ...claimHeader,
  "HL*2*1*22*1",
  "SBR*P**GRP1******CI",
  "NM1*IL*1*ALDER*ANNA****MI*M0001",
  "NM1*PR*2*NORTHFIELD*****PI*NF01",
  "HL*3*2*23*0",
  "PAT*19",
  "NM1*QC*1*ALDER*TIM",
  "N3*1 ORCHARD RD",
  "N4*CHICAGO*IL*60602",
  "DMG*D8*20150101*M",
  "CLM*PCN1*100***11:B:1*Y*A*Y*Y",
  "HI*ABK:J069",
  "LX*1",
  "SV1*HC:99213*100*UN*1***1",
  "DTP*472*D8*20250102",
];

const ambulance = [
  ...claimHeader,
  "HL*2*1*22*0",
  "SBR*P*18*******MB",
  "NM1*IL*1*ALDER*ANNA****MI*1EG4TE5MK73",
  "N3*1 ORCHARD RD",
  "N4*CHICAGO*IL*60602",
  "DMG*D8*19400101*F",
  "NM1*PR*2*MEDICARE*****PI*00952",
  "CLM*PCN1*500***41:B:1*Y*A*Y*Y",
  "CR1*LB*140**A*DH*12",
  "CRC*07*Y*01",
  "HI*ABK:R55",
  "NM1*PW*2",
  "N3*1 ORCHARD RD",
  "N4*CHICAGO*IL*60602",
  "NM1*45*2",
  "N3*9 HOSPITAL DR",
  "N4*CHICAGO*IL*60603",
  "LX*1",
  "SV1*HC:A0429:RH*500*UN*1***1",
  "DTP*472*D8*20250102",
];

const institutional = [
  ...claimHeader,
  ...subscriber,
  "CLM*PCN1*1500***11:A:1**A*Y*Y",
  "DTP*096*TM*1100",
  "DTP*434*RD8*20250102-20250105",
  "DTP*435*DT*202501020800",
  "CL1*1*1*01",
  "REF*EA*MRN1",
  "HI*ABK:J189:::::::Y",
  "HI*ABJ:R0602",
  "HI*ABF:I10:::::::Y*ABF:E119:::::::Y",
  "HI*BBR:0BJ08ZZ:D8:20250103",
  "HI*BH:11:D8:20250101",
  "HI*BE:80:::3",
  "NM1*71*1*DUNN*EVE****XX*1234567893",
  "NM1*72*1*BROOKS*CARL****XX*1234567893",
  "LX*1",
  "SV2*0120**900*DA*3",
  "LX*2",
  "SV2*0300*HC:80053*600*UN*1",
  "DTP*472*D8*20250102",
  "REF*6R*LINE2",
];

const dental = [
  ...claimHeader,
  ...subscriber,
  "CLM*PCN1*180***11:B:1*Y*A*Y*Y",
  "DTP*472*D8*20250102",
  "NM1*82*1*DUNN*EVE****XX*1234567893",
  "PRV*PE*PXC*1223G0001X",
  "LX*1",
  "SV3*AD:D2150*180****1",
  "TOO*JP*12*M:O",
  "REF*6R*LINE1",
];

const remittance = [
  "BPR*I*91.5*C*ACH*CCP*01*071000013*DA*1*1512345678**01*071000288*DA*2*20250120",
  "TRN*1*TRACE1*1512345678",
  "REF*EV*RECV",
  "DTM*405*20250119",
  "N1*PR*NORTHFIELD*XV*NF01",
  "N3*1 PLAZA",
  "N4*CHICAGO*IL*60606",
  "PER*BL*SERVICES*TE*3125550199",
  "N1*PE*RIVERBEND*XX*1234567893",
  "REF*TJ*361234567",
  "LX*1",
  "CLP*PCN1*1*150*90*10*12*ICN1*11*1",
  "NM1*QC*1*ALDER*ANNA****MI*M0001",
  "MOA***N30",
  "DTM*050*20250110",
  "SVC*HC:99213*100*60**1",
  "DTM*472*20250102",
  "CAS*CO*45*30",
  "CAS*PR*2*10",
  "REF*6R*LINE1",
  "AMT*B6*70",
  "LQ*HE*N211",
  "SVC*HC:36415*50*30**1",
  "DTM*472*20250103",
  "CAS*CO*45*20",
  "CLP*PCN2*4*40*0**12*ICN2",
  "CAS*CO*29*40",
  "NM1*QC*1*ALDER*BEN****MI*M0002",
  "PLB*1234567893*20251231*L6:INT1*-1.5",
];

const implementationAcknowledgment = [
  "AK1*HC*7*005010X222A1",
  "AK2*837*0001*005010X222A1",
  "IK5*A",
  "AK2*837*0002*005010X222A1",
  "IK3*CLM*22*2300*8",
  "CTX*CLM01:PCN1",
  "IK4*5:3:1*1325*7*X",
  "IK5*R*5",
  "AK9*P*2*2*1",
];

const claimAcknowledgment = [
  "BHT*0085*08*ACK1*20250107*1200*TH",
  "HL*1**20*1",
  "NM1*PR*2*NORTHFIELD*****PI*NF01",
  "TRN*1*RECEIPT1",
  "DTP*050*D8*20250106",
  "DTP*009*D8*20250107",
  "HL*2*1*21*1",
  "NM1*41*2*RIVERBEND*****46*RB01",
  "TRN*2*BATCH1",
  "STC*A1:19:PR*20250107*WQ*150",
  "QTY*90*1",
  "AMT*YU*150",
  "HL*3*2*19*1",
  "NM1*85*2*RIVERBEND*****XX*1234567893",
  "HL*4*3*PT",
  "NM1*QC*1*ALDER*ANNA****MI*M0001",
  "TRN*2*PCN1",
  "STC*A7:562:85*20250107*U*100",
  "REF*1K*ICN1",
  "DTP*472*D8*20250102",
  "SVC*HC:99213*50",
  "STC*A7:507*20250107*U",
  "REF*FJ*LINE1",
];

const source = ["HL*1**20*1", "NM1*PR*2*NORTHFIELD*****PI*NF01"];
const receiver = ["HL*2*1*21*1", "NM1*1P*2*RIVERBEND*****XX*1234567893"];

const eligibilityInquiry = [
  "BHT*0022*13*INQ1*20250106*1200",
  ...source,
  ...receiver,
  "HL*3*2*22*0",
  "TRN*1*TRACE1*9RIVERBEND",
  "NM1*IL*1*ALDER*ANNA****MI*M0001",
  "DMG*D8*19700101*F",
  "DTP*291*D8*20250106",
  "EQ*30",
];

const eligibilityAnswer = [
  "BHT*0022*11*INQ1*20250106*1200",
  ...source,
  ...receiver,
  "HL*3*2*22*0",
  "TRN*2*TRACE1*9RIVERBEND",
  "NM1*IL*1*ALDER*ANNA****MI*M0001",
  "N3*1 ORCHARD RD",
  "N4*CHICAGO*IL*60602",
  "DMG*D8*19700101*F",
  "DTP*346*D8*20250101",
  "EB*1*IND*30*HM*GOLD",
  "EB*C*IND*30***23*500",
  "EB*A*IND*98*****.2",
];

const statusInquiry = [
  "BHT*0010*13*STAT1*20250106*1200",
  "HL*1**20*1",
  "NM1*PR*2*NORTHFIELD*****PI*NF01",
  "HL*2*1*21*1",
  "NM1*41*2*RIVERBEND*****46*RB01",
  "HL*3*2*19*1",
  "NM1*1P*2*RIVERBEND*****XX*1234567893",
  "HL*4*3*22*0",
  "DMG*D8*19700101*F",
  "NM1*IL*1*ALDER*ANNA****MI*M0001",
  "TRN*1*PCN1",
  "REF*EJ*PCN1",
  "AMT*T3*150",
  "DTP*472*D8*20250102",
];

const statusAnswer = [
  "BHT*0010*08*STAT1*20250107*1200*DG",
  "HL*1**20*1",
  "NM1*PR*2*NORTHFIELD*****PI*NF01",
  "PER*IC*SERVICES*TE*3125550199",
  "HL*2*1*21*1",
  "NM1*41*2*RIVERBEND*****46*RB01",
  "HL*3*2*19*1",
  "NM1*1P*2*RIVERBEND*****XX*1234567893",
  "HL*4*3*22*0",
  "NM1*IL*1*ALDER*ANNA****MI*M0001",
  "TRN*2*PCN1",
  "STC*F1:65*20250107**150*90*20250120**20250121*CHECK1",
  "REF*1K*ICN1",
  "REF*EJ*PCN1",
  "DTP*472*D8*20250102",
  "SVC*HC:99213*150*90****1",
  "STC*F1:65*20250107",
  "DTP*472*D8*20250102",
];

const reviewHead = (purpose: string) => [
  `BHT*0007*${purpose}*REV1*20250106*1200*RU`,
  "HL*1**20*1",
  "NM1*X3*2*NORTHFIELD*****PI*NF01",
  "HL*2*1*21*1",
  "NM1*1P*2*RIVERBEND*****XX*1234567893",
  "HL*3*2*22*1",
  "NM1*IL*1*ALDER*ANNA****MI*M0001",
  "DMG*D8*19700101*F",
];

const reviewRequest = [
  ...reviewHead("13").map((segment) => segment.replace(/\*RU$/, "")),
  "HL*4*3*EV*1",
  "TRN*1*TRACE1*9RIVERBEND",
  "UM*AR*I*1*21:B",
  "DTP*435*D8*20250110",
  "HI*ABK:J189",
  "HL*5*4*SS*0",
  "UM*HS*I*2",
  "DTP*472*D8*20250111",
  "SV1*HC:99221*150*UN*1",
];

const reviewAnswer = [
  ...reviewHead("11").map((segment) => segment.replace(/\*RU$/, "*18")),
  "HL*4*3*EV*0",
  "TRN*2*TRACE1*9RIVERBEND",
  "UM*AR*I*1*21:B",
  "HCR*A1*AUTH1",
  "DTP*435*D8*20250110",
  "HI*ABK:J189",
];

const enrollment = [
  "BGN*00*FILE1*20250106*1200****2",
  "N1*P5*RIVERBEND*FI*361234567",
  "N1*IN*NORTHFIELD*FI*361234568",
  "INS*Y*18*021*20*A***FT",
  "REF*0F*M0001",
  "DTP*356*D8*20250101",
  "NM1*IL*1*ALDER*ANNA****34*123456789",
  "N3*1 ORCHARD RD",
  "N4*CHICAGO*IL*60602",
  "DMG*D8*19700101*F",
  "HD*021**HLT*GOLD*IND",
  "DTP*348*D8*20250101",
];

const premium = [
  "BPR*C*500*C*ACH*CTX*01*071000013*DA*1*1512345678**01*071000288*DA*2*20250120",
  "TRN*1*TRACE1*1512345678",
  "REF*38*GRP1",
  "N1*PE*NORTHFIELD*FI*361234567",
  "N1*PR*RIVERBEND*FI*361234568",
  "ENT*1*2J*34*123456789",
  "NM1*IL*1*ALDER*ANNA****N*M0001",
  "RMR*AZ*POL1**500",
];

const attachment = [
  "BGN*02*ATT1*20250106",
  "NM1*PR*2*NORTHFIELD*****PI*NF01",
  "NM1*QC*1*ALDER*ANNA****MI*M0001",
  "REF*EJ*PCN1",
  "LX*1",
  "TRN*1*ATT1",
  "CAT*OZ*TX",
  "EFI*05",
  "BIN*4*TEXT",
];

const newerAttachment = [
  "BGN*02*ATT1*20250106",
  "NM1*PR*2*NORTHFIELD*****PI*NF01",
  "NM1*QC*1*ALDER*ANNA****MI*M0001",
  "REF*EJ*PCN1",
  "LX*1",
  "TRN*1*ATT1",
  "CAT*OZ*TX",
  "OOI*1*47*ATTACHMENT",
  "BDS*B64*4*QUJD",
];

const claim = { setId: "837", functionalId: "HC" };

/** By a short name that tests use. */
export const cleanSamples = {
  professional: { ...claim, version: "005010X222A1", segments: professional },
  dependent: { ...claim, version: "005010X222A1", segments: dependent },
  ambulance: { ...claim, version: "005010X222A1", segments: ambulance },
  institutional: { ...claim, version: "005010X223A2", segments: institutional },
  dental: { ...claim, version: "005010X224A2", segments: dental },
  remittance: {
    setId: "835",
    functionalId: "HP",
    version: "005010X221A1",
    segments: remittance,
  },
  implementationAcknowledgment: {
    setId: "999",
    functionalId: "FA",
    version: "005010X231A1",
    segments: implementationAcknowledgment,
  },
  claimAcknowledgment: {
    setId: "277",
    functionalId: "HN",
    version: "005010X214",
    segments: claimAcknowledgment,
  },
  eligibilityInquiry: {
    setId: "270",
    functionalId: "HS",
    version: "005010X279A1",
    segments: eligibilityInquiry,
  },
  eligibilityAnswer: {
    setId: "271",
    functionalId: "HB",
    version: "005010X279A1",
    segments: eligibilityAnswer,
  },
  statusInquiry: {
    setId: "276",
    functionalId: "HR",
    version: "005010X212",
    segments: statusInquiry,
  },
  statusAnswer: {
    setId: "277",
    functionalId: "HN",
    version: "005010X212",
    segments: statusAnswer,
  },
  reviewRequest: {
    setId: "278",
    functionalId: "HI",
    version: "005010X217",
    segments: reviewRequest,
  },
  reviewAnswer: {
    setId: "278",
    functionalId: "HI",
    version: "005010X217",
    segments: reviewAnswer,
  },
  enrollment: {
    setId: "834",
    functionalId: "BE",
    version: "005010X220A1",
    segments: enrollment,
  },
  premium: { setId: "820", functionalId: "RA", version: "005010X218", segments: premium },
  attachment: { setId: "275", functionalId: "PI", version: "005010X210", segments: attachment },
  newerAttachment: {
    setId: "275",
    functionalId: "PI",
    version: "006020X314",
    segments: newerAttachment,
  },
} as const satisfies Record<string, CleanSample>;

export type CleanSampleName = keyof typeof cleanSamples;

/** A sample as a file; the segments may be changed first. */
export function sampleText(
  name: CleanSampleName,
  change: (segments: readonly string[]) => readonly string[] = (segments) => segments,
): string {
  const { setId, functionalId, version, segments } = cleanSamples[name];
  return interchangeText([{ setId, segments: change(segments) }], { functionalId, version });
}
