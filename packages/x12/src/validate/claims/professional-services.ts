import type { ServiceRule } from "./service-rules.ts";

/** Medicare Part B, by SBR09. */
const medicare = "MB";
const laboratory = "80000-88299";
/** Diagnostic images; guidance within an operation and radiation therapy are not ordered. */
const imaging = "70010-74485 75557-75574 76506-76886 77046-77049 78012-78999 93303-93352";
const therapy = "92507-92508 92526 97110 97112 97116 97140 97161-97168 97530 97535";
const manipulation = "98940-98942";
const antianemics = "J0881-J0882 J0885 J0887-J0888 Q4081";
/** Of antianemics, those that are given for other reasons than dialysis too. */
const antianemicsOffDialysis = "J0881 J0885 J0888";
/** Not covered, or so told to the patient: whoever bills this asks for no payment. */
const uncovered = "GA GX GY GZ";

/** Services of professional claims that need more than their line, whoever pays. */
const everyPayer: readonly ServiceRule[] = [
  {
    code: "X12_SHARED_CARE_DATE",
    modifiers: "55",
    need: "DTP:090 DTP:091",
    missing: "DTP",
  },
  { code: "X12_AMBULANCE_PATIENTS", modifiers: "GM", need: "QTY:PT", missing: "QTY" },
  {
    code: "X12_PRESCRIPTION_DATE",
    procedures: "V2020-V2799 V5030-V5267",
    need: "DTP:471",
    missing: "DTP",
  },
];

/** Lines of business (SNIP type 6): what Medicare Part B and Medicaid ask for by service. */
const linesOfBusiness: readonly ServiceRule[] = [
  {
    code: "X12_MEDICARE_LABORATORY",
    filing: medicare,
    procedures: laboratory,
    unless: "26",
    need: "REF:X4",
  },
  {
    code: "X12_MEDICARE_REFERRED_LABORATORY",
    filing: medicare,
    procedures: laboratory,
    modifiers: "90",
    unless: "26",
    need: "REF:F4",
    missing: "REF",
  },
  {
    code: "X12_MEDICARE_ORDERING",
    filing: medicare,
    procedures: `${imaging} ${laboratory} E0100-E8002 K0001-K0900 L0112-L9900`,
    unless: `26 ${uncovered}`,
    need: "NM1:DN NM1:DK",
  },
  {
    code: "X12_MEDICARE_MAMMOGRAPHY",
    filing: medicare,
    procedures: "77063 77065-77067 G0279",
    need: "REF:EW",
  },
  {
    code: "X12_MEDICARE_CARE_PLAN",
    filing: medicare,
    procedures: "G0181-G0182",
    need: "REF:1J",
    missing: "REF",
  },
  {
    code: "X12_MEDICARE_ANESTHESIA_MODIFIER",
    filing: medicare,
    procedures: "00100-01999",
    needModifier: "AA AD QK QX QY QZ",
    unless: uncovered,
  },
  {
    code: "X12_MEDICARE_THERAPY_MODIFIER",
    filing: medicare,
    procedures: therapy,
    needModifier: "GN GO GP",
  },
  {
    code: "X12_MEDICARE_CHIROPRACTIC",
    filing: medicare,
    procedures: manipulation,
    needModifier: `AT ${uncovered}`,
  },
  {
    code: "X12_MEDICARE_CHIROPRACTIC_DATE",
    filing: medicare,
    procedures: manipulation,
    modifiers: "AT",
    need: "DTP:454 DTP:431",
    missing: "DTP",
  },
  {
    code: "X12_MEDICARE_FOOT_CARE",
    filing: medicare,
    procedures: "11055-11057 11719-11721 G0127",
    modifiers: "Q7 Q8 Q9",
    need: "DTP:304",
    missing: "DTP",
  },
  {
    code: "X12_MEDICARE_CLINICAL_TRIAL",
    filing: medicare,
    modifiers: "Q0 Q1",
    need: "REF:P4",
    missing: "REF",
    from: "2014-01-01",
  },
  {
    code: "X12_MEDICARE_ANEMIA_TEST",
    filing: medicare,
    procedures: antianemics,
    need: "MEA",
    missing: "MEA",
  },
  {
    code: "X12_MEDICARE_ANEMIA_REASON",
    filing: medicare,
    procedures: antianemicsOffDialysis,
    needModifier: "EA EB EC",
  },
  {
    code: "X12_MEDICARE_AMBULANCE_MODIFIER",
    filing: medicare,
    procedures: "A0425-A0436",
    // The first letter is where the transport began; QL is a patient who died before it.
    needModifier: "D? E? G? H? I? J? N? P? R? S? QL",
    unless: uncovered,
  },
  {
    code: "X12_MEDICARE_EQUIPMENT_MODIFIER",
    filing: medicare,
    procedures: "E0100-E1298 K0001-K0108",
    needModifier: `NU RR UE MS ${uncovered}`,
  },
  {
    code: "X12_MEDICAID_DRUG",
    filing: "MC",
    procedures: "J0000-J9999",
    need: "LIN",
  },
];

export const professionalServiceRules: readonly ServiceRule[] = [...everyPayer, ...linesOfBusiness];
