import type { SituationRule } from "../situation.ts";

/**
 * Rules of lines of business (SNIP type 6), chosen by the filing indicator SBR09 of the destination
 * payer: MA and MB Medicare, MC Medicaid, WC workers' compensation, AM automobile. Trading partners'
 * own rules (type 7) have the same form and are given as an option.
 */
const subscriberRules = (filing: string, code: SituationRule["code"]): SituationRule => ({
  code,
  loop: "2000B",
  when: [`SBR.9=${filing}`],
  forbid: "loop:2000C",
});

const payerSituations: readonly SituationRule[] = [
  subscriberRules("MA,MB", "X12_MEDICARE_SUBSCRIBER"),
  subscriberRules("MC", "X12_MEDICAID_SUBSCRIBER"),
  {
    code: "X12_MEDICARE_BILLING_NPI",
    loop: "2000B",
    when: ["SBR.9=MA,MB"],
    need: "2010AA/NM1.9",
    from: "2008-05-23",
  },
];

export const professionalPayerSituations: readonly SituationRule[] = [
  ...payerSituations,
  {
    code: "X12_MEDICARE_SECONDARY_TYPE",
    loop: "2000B",
    when: ["SBR.9=MB", "SBR.1", "SBR.1!=P"],
    need: "SBR.5",
  },
  {
    code: "X12_MEDICARE_SECONDARY_UNEXPECTED",
    loop: "2000B",
    when: ["SBR.9=MA,MB", "SBR.1=P"],
    forbid: "SBR.5",
  },
  {
    code: "X12_MEDICARE_SECONDARY_UNEXPECTED",
    loop: "2000B",
    when: ["SBR.9", "SBR.9!=MA,MB,16"],
    forbid: "SBR.5",
  },
  {
    code: "X12_CASUALTY_CLAIM_NUMBER",
    loop: "2300",
    when: ["2000B/SBR.9=WC,AM", "!2010CA/REF:Y4"],
    need: "2010BA/REF:Y4",
  },
  { code: "X12_CASUALTY_ACCIDENT", loop: "2300", when: ["2000B/SBR.9=WC,AM"], need: "CLM.11-1" },
  {
    code: "X12_CASUALTY_DATE",
    loop: "2300",
    when: ["2000B/SBR.9=WC,AM", "CLM.11-1!=AA,OA", "!DTP:431"],
    need: "DTP:439",
  },
  {
    code: "X12_MEDICARE_SECONDARY_TYPE",
    loop: "2320",
    when: ["SBR.9=MB", "SBR.1", "SBR.1!=P,U"],
    need: "SBR.5",
    source: "005010X222A1 2320 SBR05",
  },
];

export const institutionalPayerSituations: readonly SituationRule[] = [...payerSituations];
