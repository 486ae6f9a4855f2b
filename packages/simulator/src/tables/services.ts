/** What kind of service a code is; contracts and rules are written by kind. */
export type ServiceKind =
  | "visit"
  | "preventive"
  | "procedure"
  | "imaging"
  | "test"
  | "laboratory"
  | "vaccine"
  | "drug";

/** A service as payers price it. */
export type Service = {
  readonly code: string;
  /** Own short label; no wording of a code's owner. */
  readonly label: string;
  readonly kind: ServiceKind;
  /** Total relative value in hundredths, outside of facilities; absent where the schedule has none. */
  readonly relativeValue?: number;
  /** Medicare's amount per unit where no relative value exists. */
  readonly medicareCents?: number;
  /** Payment rule of several procedures: 2 the second at half; absent where none applies. */
  readonly multipleProcedure?: true;
  readonly bilateral?: true;
  readonly assistant?: true;
  /** Most units a day that are paid. */
  readonly unitsMost: number;
  /** Beginnings of the diagnoses for which payers that look take the service as needed. */
  readonly diagnoses?: readonly string[];
};

/**
 * Sources: relative values and payment indicators, CMS physician fee schedule RVU24C (public use file,
 * rounded sums, non-facility); unit limits, CMS medically unlikely edits 2024 Q3. Amounts of services
 * without relative values are own round figures of the size of the CMS laboratory and drug schedules.
 */
export const services: readonly Service[] = [
  { code: "99202", label: "visit new 2", kind: "visit", relativeValue: 217, unitsMost: 1 },
  { code: "99203", label: "visit new 3", kind: "visit", relativeValue: 335, unitsMost: 1 },
  { code: "99204", label: "visit new 4", kind: "visit", relativeValue: 502, unitsMost: 1 },
  { code: "99205", label: "visit new 5", kind: "visit", relativeValue: 662, unitsMost: 1 },
  { code: "99212", label: "visit known 2", kind: "visit", relativeValue: 170, unitsMost: 2 },
  { code: "99213", label: "visit known 3", kind: "visit", relativeValue: 273, unitsMost: 2 },
  { code: "99214", label: "visit known 4", kind: "visit", relativeValue: 385, unitsMost: 2 },
  { code: "99215", label: "visit known 5", kind: "visit", relativeValue: 542, unitsMost: 1 },
  { code: "99392", label: "well child 1-4", kind: "preventive", relativeValue: 313, unitsMost: 1 },
  { code: "99393", label: "well child 5-11", kind: "preventive", relativeValue: 312, unitsMost: 1 },
  {
    code: "99395",
    label: "well adult 18-39",
    kind: "preventive",
    relativeValue: 349,
    unitsMost: 1,
  },
  {
    code: "99396",
    label: "well adult 40-64",
    kind: "preventive",
    relativeValue: 371,
    unitsMost: 1,
  },
  { code: "G0439", label: "wellness yearly", kind: "preventive", relativeValue: 391, unitsMost: 1 },
  { code: "90471", label: "vaccine given", kind: "vaccine", relativeValue: 62, unitsMost: 1 },
  { code: "90472", label: "vaccine given next", kind: "vaccine", relativeValue: 44, unitsMost: 8 },
  { code: "90686", label: "vaccine influenza", kind: "vaccine", medicareCents: 2210, unitsMost: 1 },
  { code: "90715", label: "vaccine tetanus", kind: "vaccine", medicareCents: 3860, unitsMost: 1 },
  { code: "36415", label: "blood drawn", kind: "laboratory", medicareCents: 900, unitsMost: 2 },
  { code: "81002", label: "urine strip", kind: "laboratory", medicareCents: 348, unitsMost: 2 },
  {
    code: "83036",
    label: "glycated hemoglobin",
    kind: "laboratory",
    medicareCents: 971,
    unitsMost: 1,
    diagnoses: ["E1", "R73"],
  },
  {
    code: "80053",
    label: "metabolic panel",
    kind: "laboratory",
    medicareCents: 1056,
    unitsMost: 1,
  },
  {
    code: "80061",
    label: "lipid panel",
    kind: "laboratory",
    medicareCents: 1339,
    unitsMost: 1,
    diagnoses: ["E1", "E78", "I10", "I25", "Z13"],
  },
  { code: "87880", label: "strep test", kind: "laboratory", medicareCents: 1653, unitsMost: 2 },
  { code: "93000", label: "electrocardiogram", kind: "test", relativeValue: 43, unitsMost: 3 },
  {
    code: "93306",
    label: "echocardiogram",
    kind: "imaging",
    relativeValue: 589,
    unitsMost: 1,
    diagnoses: ["I", "R01", "R06"],
  },
  { code: "94010", label: "spirometry", kind: "test", relativeValue: 82, unitsMost: 1 },
  { code: "71046", label: "chest x-ray", kind: "imaging", relativeValue: 101, unitsMost: 2 },
  {
    code: "73030",
    label: "shoulder x-ray",
    kind: "imaging",
    relativeValue: 105,
    unitsMost: 4,
    bilateral: true,
  },
  {
    code: "73721",
    label: "leg joint magnetic resonance",
    kind: "imaging",
    relativeValue: 625,
    unitsMost: 3,
    bilateral: true,
    diagnoses: ["M", "S8"],
  },
  {
    code: "20610",
    label: "large joint injected",
    kind: "procedure",
    relativeValue: 196,
    unitsMost: 2,
    multipleProcedure: true,
    bilateral: true,
    diagnoses: ["M"],
  },
  {
    code: "17110",
    label: "warts destroyed",
    kind: "procedure",
    relativeValue: 343,
    unitsMost: 1,
    multipleProcedure: true,
    diagnoses: ["B0", "L82"],
  },
  {
    code: "11102",
    label: "skin biopsy",
    kind: "procedure",
    relativeValue: 302,
    unitsMost: 1,
    multipleProcedure: true,
  },
  { code: "11103", label: "skin biopsy next", kind: "procedure", relativeValue: 151, unitsMost: 6 },
  {
    code: "17000",
    label: "keratosis destroyed",
    kind: "procedure",
    relativeValue: 204,
    unitsMost: 1,
    multipleProcedure: true,
    diagnoses: ["L57", "L82"],
  },
  {
    code: "17003",
    label: "keratoses destroyed next",
    kind: "procedure",
    relativeValue: 20,
    unitsMost: 13,
    diagnoses: ["L57", "L82"],
  },
  {
    code: "69210",
    label: "ear wax removed",
    kind: "procedure",
    relativeValue: 144,
    unitsMost: 1,
    multipleProcedure: true,
    bilateral: true,
    diagnoses: ["H61"],
  },
  {
    code: "12001",
    label: "wound closed",
    kind: "procedure",
    relativeValue: 284,
    unitsMost: 1,
    multipleProcedure: true,
  },
  {
    code: "10060",
    label: "abscess drained",
    kind: "procedure",
    relativeValue: 383,
    unitsMost: 1,
    multipleProcedure: true,
  },
  {
    code: "29881",
    label: "knee meniscus removed",
    kind: "procedure",
    relativeValue: 1650,
    unitsMost: 1,
    multipleProcedure: true,
    bilateral: true,
    assistant: true,
    diagnoses: ["M", "S8"],
  },
  { code: "96372", label: "injection given", kind: "procedure", relativeValue: 43, unitsMost: 4 },
  { code: "J1100", label: "dexamethasone 1 mg", kind: "drug", medicareCents: 14, unitsMost: 120 },
  { code: "J3420", label: "vitamin B12", kind: "drug", medicareCents: 210, unitsMost: 1 },
];

const byCode = new Map(services.map((service) => [service.code, service]));

/** Whether the tables know a code; payers cover no other. */
export function isListed(code: string): boolean {
  return byCode.has(code);
}

/** The service of a code. One that no table lists, as people may type it, has no price. */
export function serviceOf(code: string): Service {
  return byCode.get(code) ?? { code, label: "not listed", kind: "test", unitsMost: 9999 };
}

/**
 * Conversion factor of the physician fee schedule in hundredths of a cent, by year.
 * Sources: CMS physician fee schedule final rules for 2024 to 2026.
 */
const conversionFactors: Readonly<Record<number, number>> = {
  2024: 332_875,
  2025: 323_465,
  2026: 334_009,
};
const lastFactor = 334_009;

/** Medicare's amount for one unit in a year, in cents. */
export function medicareCents(service: Service, year: number): number {
  if (service.relativeValue === undefined) return service.medicareCents ?? 0;
  const factor = conversionFactors[year] ?? lastFactor;
  return Math.floor((2 * service.relativeValue * factor + 10_000) / 20_000);
}

/** What the practice charges for one unit: a multiple of Medicare's amount of 2025, in whole dollars. */
export function chargeCents(service: Service): number {
  const cents = medicareCents(service, 2025);
  return Math.max(500, Math.floor((cents * chargeOfMedicare) / 10_000 / 100 + 1) * 100);
}

/** Basis points. Source: own figure; practices commonly charge two to three times Medicare's amount. */
const chargeOfMedicare = 22_500;
