import type { SituationRule } from "../situation.ts";

const sequences = ["2000B/SBR.1!=P", "2000B/SBR.1!=U", "2000B/SBR.1"];

/** A person of these loops is expected to have a first name, a provider a number. */
function providerRules(loops: readonly string[], references: string): SituationRule[] {
  return loops.map((loop) => ({
    code: "X12_PROVIDER_UNIDENTIFIED",
    loop,
    when: ["!NM1.9"],
    need: `REF:${references}`,
  }));
}

/** Rules that the three claim guides have alike. */
const claimSituations: readonly SituationRule[] = [
  {
    code: "X12_SUBSCRIBER_NOT_PATIENT",
    loop: "2000B",
    when: ["loop:2300", "!SBR.2"],
    need: "SBR.2",
  },
  {
    code: "X12_PATIENT_LEVEL_UNEXPECTED",
    loop: "2000B",
    when: ["SBR.2=18"],
    forbid: "loop:2000C",
  },
  { code: "X12_CLAIM_MISSING", loop: "2000B", when: ["!loop:2000C"], need: "loop:2300" },
  { code: "X12_SUBSCRIBER_ADDRESS", loop: "2010BA", when: ["2000B/SBR.2=18"], need: "N3" },
  { code: "X12_SUBSCRIBER_ADDRESS", loop: "2010BA", when: ["2000B/SBR.2=18"], need: "N4" },
  { code: "X12_SUBSCRIBER_BIRTH", loop: "2010BA", when: ["2000B/SBR.2=18"], need: "DMG" },
  { code: "X12_MEMBER_ID", loop: "2010BA", when: ["NM1.2=1"], need: "NM1.9" },
  { code: "X12_FIRST_NAME", loop: "2010BA", when: ["NM1.2=1"], need: "NM1.4" },
  { code: "X12_FIRST_NAME", loop: "2010CA", when: ["NM1.2=1"], need: "NM1.4" },
  {
    code: "X12_BILLING_NPI",
    loop: "2010AA",
    when: [],
    need: "NM1.9",
  },
  {
    code: "X12_ORIGINAL_CLAIM_NUMBER",
    loop: "2300",
    when: ["CLM.5-3=7,8"],
    need: "REF:F8",
  },
  {
    code: "X12_ATTACHMENT_NUMBER",
    loop: "2300",
    when: ["PWK.2=BM,EL,EM,FX,FT"],
    need: "PWK.6",
  },
  { code: "X12_OTHER_COVERAGE_MISSING", loop: "2300", when: sequences, need: "loop:2320" },
  {
    code: "X12_OTHER_PAYER_PAID",
    loop: "2320",
    when: ["AMT:EAF", "!AMT:A8"],
    need: "AMT:D",
  },
];

const accidents: readonly SituationRule[] = ["CLM.11-1", "CLM.11-2"].flatMap(
  (cause): SituationRule[] => [
    { code: "X12_ACCIDENT_DATE", loop: "2300", when: [`${cause}=AA,OA`], need: "DTP:439" },
    {
      code: "X12_ACCIDENT_STATE",
      loop: "2300",
      when: [`${cause}=AA`, "!CLM.11-5"],
      need: "CLM.11-4",
    },
  ],
);

const facilities = "21,22,23,24,31,32,34,51,61";

export const professionalSituations: readonly SituationRule[] = [
  ...claimSituations,
  ...accidents,
  ...providerRules(["2310A", "2310D"], "G2"),
  { code: "X12_ADMISSION_DATE", loop: "2300", when: ["CLM.5-1=21,51,61"], need: "DTP:435" },
  {
    code: "X12_SERVICE_FACILITY",
    loop: "2300",
    when: [`CLM.5-1=${facilities}`],
    need: "loop:2310C",
  },
  {
    code: "X12_ACUTE_MANIFESTATION",
    loop: "2300",
    when: ["CR2.8=A,M", "2000B/SBR.9=MB"],
    need: "DTP:453",
  },
  { code: "X12_ATTACHMENT_NUMBER", loop: "2400", when: ["PWK.2=BM,EL,EM,FX,FT"], need: "PWK.6" },
  { code: "X12_EPSDT_REFERRAL", loop: "2400", when: ["SV1.11=Y"], need: "2300/CRC:ZZ" },
  {
    code: "X12_EPSDT_CONDITION",
    loop: "2300",
    when: ["CRC:ZZ.2=N", "CRC:ZZ.3!=NU"],
    forbid: "CRC:ZZ.3",
  },
  {
    code: "X12_EPSDT_CONDITION",
    loop: "2300",
    when: ["CRC:ZZ.2=Y", "CRC:ZZ.3=NU"],
    forbid: "CRC:ZZ.3",
  },
  { code: "X12_CERTIFICATE_MISSING", loop: "2400", when: ["PWK:AD.2=AD"], need: "loop:2440" },
  { code: "X12_PURCHASED_SERVICE", loop: "2400", when: ["PS1"], need: "loop:2420B" },
  { code: "X12_THERAPY_DATE", loop: "2400", when: ["CR3"], need: "DTP:463" },
  { code: "X12_EQUIPMENT_ORDERER", loop: "2400", when: ["CR3"], need: "loop:2420E" },
  { code: "X12_CERTIFICATE_TRANSMISSION", loop: "2400", when: ["loop:2440"], need: "CR3" },
  { code: "X12_CERTIFICATION_REVISION", loop: "2400", when: ["CR3.1=R,S"], need: "DTP:607" },
];

export const institutionalSituations: readonly SituationRule[] = [
  ...claimSituations,
  {
    code: "X12_OPERATING_PROVIDER",
    loop: "2300",
    when: ["HI:BBR"],
    need: "loop:2310B",
  },
  {
    code: "X12_DISCHARGE_HOUR",
    loop: "2300",
    when: ["CLM.5-1=11", "CLM.5-3=1,4", "CL1.3!=30"],
    need: "DTP:096",
  },
  { code: "X12_ADMISSION", loop: "2300", when: ["CLM.5-1=11,12,18,21"], need: "DTP:435" },
  { code: "X12_ADMISSION_TYPE", loop: "2300", when: ["CLM.5-1=11,12,18,21"], need: "CL1.1" },
  {
    code: "X12_ADMITTING_DIAGNOSIS",
    loop: "2300",
    when: ["CLM.5-1=11,12,18,21"],
    need: "HI:ABJ",
  },
];

export const dentalSituations: readonly SituationRule[] = [
  { code: "X12_PROSTHESIS_DATE", loop: "2400", when: ["SV3.5=R"], need: "DTP:441" },
  ...claimSituations,
  ...accidents,
];
