import type { Benefits, Contract, Payer, PayerRules, PayerTiming } from "./payer.ts";

/**
 * Twelve invented payers. Sources: 42 CFR 414 (fee schedule, multiple procedures, assistants at 16 %,
 * physician assistants at 85 % of it, nurse practitioners at 85 %), 2 USC 901a (sequestration 2 %),
 * 42 CFR 424.44 (one year to file), Part B deductible of the year; all other terms are own figures
 * within what such contracts commonly hold.
 */
const medicareLike: Contract = {
  pricing: { method: "percent-of-medicare", basisPoints: 10_000 },
  carveOuts: [],
  lesserOf: "line",
  multipleProcedure: [10_000, 5000, 5000],
  bilateral: 15_000,
  assistant: { "80": 1600, AS: 1360 },
  nonPhysician: 8500,
  sequestration: 0,
  withhold: 0,
  caseRates: [],
  capitation: undefined,
};

const privateContract: Contract = { ...medicareLike, nonPhysician: 10_000 };

const noShare: Benefits = {
  deductibleCents: 0,
  coinsurance: 0,
  copayCents: 0,
  outOfPocketMostCents: 0,
};

const usualRules: PayerRules = {
  filingLimitDays: 90,
  authorizationCodes: ["73721", "93306", "29881"],
  wantsReferral: false,
  checksNeed: true,
  lapseIsPatients: true,
};

const usualTiming: PayerTiming = {
  decisionDays: [6, 18],
  floorDays: 0,
  runsOn: 3,
  method: "ACH",
  depositDays: [0, 1],
};

const medicare: Payer = {
  key: "medicare",
  name: "FEDERAL PART B",
  id: "MCB01",
  taxId: "362100001",
  lineOfBusiness: "medicare",
  filingIndicator: "MB",
  remittanceIndicator: "MB",
  contract: { ...medicareLike, sequestration: 200 },
  benefits: { ...noShare, deductibleCents: 25_700, coinsurance: 2000, outOfPocketMostCents: -1 },
  rules: {
    filingLimitDays: 365,
    authorizationCodes: [],
    wantsReferral: false,
    checksNeed: true,
    lapseIsPatients: false,
  },
  timing: { ...usualTiming, decisionDays: [8, 12], floorDays: 14, runsOn: 2 },
  quirks: {},
  takesReplacements: false,
};

const advantage: Payer = {
  ...medicare,
  key: "advantage",
  name: "SILVER OAK ADVANTAGE",
  id: "SOA16",
  taxId: "362100002",
  lineOfBusiness: "medicare-advantage",
  filingIndicator: "16",
  remittanceIndicator: "16",
  contract: {
    ...medicareLike,
    pricing: { method: "percent-of-medicare", basisPoints: 9800 },
    sequestration: 200,
  },
  benefits: {
    deductibleCents: 0,
    coinsurance: 2000,
    copayCents: 2000,
    outOfPocketMostCents: 550_000,
  },
  rules: { ...usualRules, filingLimitDays: 180, wantsReferral: true },
  timing: { ...usualTiming, decisionDays: [7, 17], runsOn: 4 },
  quirks: { downcodes: 25, paysLate: 30 },
  takesReplacements: true,
};

const supplement: Payer = {
  ...medicare,
  key: "supplement",
  name: "LANTERN SUPPLEMENT",
  id: "LSU55",
  taxId: "362100003",
  lineOfBusiness: "supplement",
  filingIndicator: "CI",
  remittanceIndicator: "12",
  contract: privateContract,
  benefits: noShare,
  rules: { ...usualRules, authorizationCodes: [], checksNeed: false },
  timing: { ...usualTiming, decisionDays: [5, 14], runsOn: 5 },
  takesReplacements: true,
};

const medicaidEast: Payer = {
  ...medicare,
  key: "medicaid-east",
  name: "EAST STATE MEDICAID",
  id: "ESM01",
  taxId: "362100004",
  lineOfBusiness: "medicaid",
  filingIndicator: "MC",
  remittanceIndicator: "MC",
  contract: {
    ...privateContract,
    pricing: {
      method: "fee-schedule",
      basisPoints: 7200,
      byKind: { visit: 6800, preventive: 9000, imaging: 6000, vaccine: 10_000 },
    },
  },
  benefits: noShare,
  rules: { ...usualRules, filingLimitDays: 180, lapseIsPatients: false },
  timing: { ...usualTiming, decisionDays: [12, 26], runsOn: 1 },
  quirks: { marksDenials4: true },
  takesReplacements: true,
};

const medicaidWest: Payer = {
  ...medicaidEast,
  key: "medicaid-west",
  name: "WEST STATE MEDICAID",
  id: "WSM02",
  taxId: "362100005",
  contract: {
    ...medicaidEast.contract,
    pricing: { method: "fee-schedule", basisPoints: 7900, byKind: { visit: 8200, test: 6500 } },
  },
  benefits: { ...noShare, copayCents: 300, outOfPocketMostCents: 20_000 },
  timing: { ...usualTiming, decisionDays: [14, 30], runsOn: 2, method: "CHK", depositDays: [3, 7] },
  quirks: { omitsLineNumbers: true },
};

const medicaidPlan: Payer = {
  ...medicaidEast,
  key: "medicaid-plan",
  name: "COMMON BRIDGE HEALTH PLAN",
  id: "CBH71",
  taxId: "362100006",
  lineOfBusiness: "medicaid-managed",
  filingIndicator: "HM",
  remittanceIndicator: "HM",
  contract: {
    ...privateContract,
    pricing: { method: "fee-schedule", basisPoints: 7600, byKind: { vaccine: 10_000 } },
    capitation: { kinds: ["laboratory"], perMemberMonthCents: 110 },
  },
  rules: { ...usualRules, filingLimitDays: 120, wantsReferral: true, lapseIsPatients: false },
  timing: { ...usualTiming, decisionDays: [9, 21], runsOn: 3 },
  quirks: { sendsTwice: 20 },
};

const blue: Payer = {
  ...supplement,
  key: "blue",
  name: "MERIDIAN BLUE",
  id: "MBL10",
  taxId: "362100007",
  lineOfBusiness: "commercial",
  filingIndicator: "BL",
  remittanceIndicator: "12",
  contract: {
    ...privateContract,
    pricing: { method: "percent-of-medicare", basisPoints: 12_800 },
    carveOuts: [{ codes: ["J1100", "J3420", "90686", "90715"], basisPoints: 10_600 }],
  },
  benefits: {
    deductibleCents: 25_000,
    coinsurance: 2000,
    copayCents: 3000,
    outOfPocketMostCents: 400_000,
  },
  rules: { ...usualRules, filingLimitDays: 180 },
  timing: { ...usualTiming, decisionDays: [7, 17], runsOn: 3 },
  quirks: { truncatesNumbersTo: 11 },
};

const harbor: Payer = {
  ...blue,
  key: "harbor",
  name: "HARBOR MUTUAL",
  id: "HMU22",
  taxId: "362100008",
  filingIndicator: "CI",
  contract: {
    ...privateContract,
    pricing: {
      method: "fee-schedule",
      basisPoints: 11_500,
      byKind: { visit: 11_800, procedure: 13_000, imaging: 9500, laboratory: 8000, drug: 10_600 },
    },
    lesserOf: "claim",
  },
  benefits: {
    deductibleCents: 50_000,
    coinsurance: 2000,
    copayCents: 0,
    outOfPocketMostCents: 500_000,
  },
  rules: { ...usualRules, filingLimitDays: 90 },
  timing: { ...usualTiming, decisionDays: [7, 18], runsOn: 5, method: "CHK", depositDays: [3, 8] },
  quirks: { splitsClaims: 30, paysLate: 40 },
};

const summit: Payer = {
  ...blue,
  key: "summit",
  name: "SUMMIT PREFERRED",
  id: "SPR33",
  taxId: "362100009",
  filingIndicator: "12",
  contract: {
    ...privateContract,
    pricing: { method: "percent-of-medicare", basisPoints: 11_700 },
    caseRates: [{ code: "29881", cents: 72_000 }],
    withhold: 300,
  },
  benefits: {
    deductibleCents: 30_000,
    coinsurance: 1500,
    copayCents: 2500,
    outOfPocketMostCents: 450_000,
  },
  rules: { ...usualRules, filingLimitDays: 120 },
  timing: { ...usualTiming, decisionDays: [6, 15], runsOn: 4 },
  quirks: { dropsModifiers: 60, bundlesLines: 15, downcodes: 25 },
};

const crest: Payer = {
  ...blue,
  key: "crest",
  name: "CREST EMPLOYERS PLAN",
  id: "CEP44",
  taxId: "362100010",
  filingIndicator: "12",
  contract: {
    ...privateContract,
    pricing: { method: "percent-of-charge", basisPoints: 5500 },
  },
  benefits: { ...harbor.benefits, deductibleCents: 60_000 },
  rules: usualRules,
  timing: { ...usualTiming, decisionDays: [7, 20], runsOn: 1 },
  quirks: {},
};

const tricare: Payer = {
  ...blue,
  key: "tricare",
  name: "MILITARY FAMILIES EAST",
  id: "MFE88",
  taxId: "362100011",
  lineOfBusiness: "tricare",
  filingIndicator: "CH",
  remittanceIndicator: "CH",
  contract: medicareLike,
  benefits: {
    deductibleCents: 15_000,
    coinsurance: 2000,
    copayCents: 0,
    outOfPocketMostCents: 100_000,
  },
  rules: { ...usualRules, filingLimitDays: 365, wantsReferral: true },
  timing: { ...usualTiming, decisionDays: [8, 17], runsOn: 2 },
  quirks: { sendsTwice: 60 },
};

const workers: Payer = {
  ...crest,
  key: "workers",
  name: "IRONBRIDGE CASUALTY",
  id: "IBC99",
  taxId: "362100012",
  lineOfBusiness: "workers-compensation",
  filingIndicator: "WC",
  remittanceIndicator: "WC",
  contract: {
    ...privateContract,
    pricing: { method: "fee-schedule", basisPoints: 14_000, byKind: {} },
  },
  benefits: noShare,
  rules: { ...usualRules, authorizationCodes: ["73721"], lapseIsPatients: false },
  timing: { ...usualTiming, decisionDays: [18, 40], runsOn: 4, method: "CHK", depositDays: [3, 9] },
  quirks: { paysLate: 80 },
};

export const payers: readonly Payer[] = [
  medicare,
  advantage,
  supplement,
  medicaidEast,
  medicaidWest,
  medicaidPlan,
  blue,
  harbor,
  summit,
  crest,
  tricare,
  workers,
];

/** Until when each payer takes a claim, in days from the first day of service, by the payer's identifier. */
export function filingTerms(): readonly { readonly payerId: string; readonly days: number }[] {
  return payers.map(({ id, rules }) => ({ payerId: id, days: rules.filingLimitDays }));
}

const byKey = new Map(payers.map((payer) => [payer.key, payer]));

/** The payer of a key; an unknown key is a fault of the simulator. */
export function payerOf(key: string): Payer {
  const payer = byKey.get(key);
  if (payer === undefined) throw new RangeError(`The simulator has no payer ${key}.`);
  return payer;
}
