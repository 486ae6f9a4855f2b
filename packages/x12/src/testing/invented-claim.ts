import { nationalProviderIdOf } from "../values.ts";
import { pick, randomStream, seedOf, wholeBetween } from "./random.ts";

/** A payer of generated files. */
export type InventedPayer = { readonly name: string; readonly id: string };

export type GenerateOptions = {
  readonly seed: number;
  readonly claims: number;
  /** Claims per transaction set, of the 837 and of the 835 alike. Default 500. */
  readonly claimsPerSet?: number;
  /** Share of claims wholly denied, 0 to 1. Default 0.08. */
  readonly denialShare?: number;
  /** One payer per transaction set, in turn. */
  readonly payers?: readonly [InventedPayer, ...InventedPayer[]];
  /** First date of service, `YYYY-MM-DD`. Default 2025-01-06. */
  readonly firstServiceDate?: string;
  /** Days over which the dates of service are spread. Default 180. */
  readonly serviceDays?: number;
};

export type InventedAdjustment = {
  readonly groupCode: string;
  readonly reasonCode: string;
  readonly cents: number;
};

export type InventedLine = {
  readonly procedureCode: string;
  readonly modifier: string | undefined;
  readonly units: number;
  readonly chargedCents: number;
  readonly paidCents: number;
  readonly adjustments: readonly InventedAdjustment[];
  readonly remarkCode: string | undefined;
  readonly controlNumber: string;
};

export type InventedClaim = {
  readonly index: number;
  readonly controlNumber: string;
  readonly payerControlNumber: string;
  readonly memberId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly street: string;
  readonly postalCode: string;
  readonly bornOn: string;
  readonly gender: "F" | "M";
  /** Eight digits. */
  readonly servedOn: string;
  readonly diagnoses: readonly string[];
  readonly renderingName: string;
  readonly renderingId: string;
  readonly chargedCents: number;
  readonly paidCents: number;
  readonly patientCents: number;
  readonly denied: boolean;
  readonly lines: readonly InventedLine[];
};

export const defaultPayers: readonly [InventedPayer, ...InventedPayer[]] = [
  { name: "NORTHFIELD HEALTH PLAN", id: "NFHP1" },
  { name: "SUMMIT MUTUAL", id: "60054" },
  { name: "PRAIRIE STATE MEDICAID", id: "PSMCD" },
  { name: "LAKESHORE MEDICARE", id: "05102" },
];

const lastNames: readonly [string, ...string[]] = [
  ...(["ALDER", "BROOKS", "CASTILLO", "DUNN", "EASTMAN", "FERREIRA", "GRANT", "HOLLOWAY"] as const),
  ...["IBARRA", "JENSEN", "KOWALSKI", "LINDQVIST", "MORENO", "NAKAMURA", "OKAFOR", "PETROV"],
];
const firstNames: readonly [string, ...string[]] = [
  ...(["ANNA", "BORIS", "CLARA", "DAVID", "ELENA", "FELIX", "GRACE", "HENRY", "IRENE"] as const),
  ...["JONAS", "KAREN", "LUCAS", "MARTA", "NOAH", "OLIVIA", "PETER"],
];
const procedures: readonly [readonly [string, number], ...(readonly [string, number])[]] = [
  ["99213", 14_500],
  ["99214", 21_000],
  ["99203", 19_800],
  ["36415", 1_800],
  ["85025", 3_200],
  ["80053", 4_100],
  ["93000", 6_500],
  ["71046", 9_900],
  ["97110", 7_400],
  ["J1100", 1_250],
];
const diagnosisCodes: readonly [string, ...string[]] = [
  ...(["E119", "I10", "J069", "M545", "R51", "Z0000", "E785", "K219"] as const),
];
const denials: readonly [
  readonly [string, string, string],
  ...(readonly [string, string, string])[],
] = [
  ["CO", "16", "N290"],
  ["CO", "197", "N54"],
  ["CO", "29", "N211"],
  ["PR", "27", "N30"],
  ["CO", "50", "N115"],
  ["CO", "97", "M15"],
];

/** The claim numbered `index` of a seed: the same in the 837 and in the 835, and balanced. */
export function inventedClaim(options: GenerateOptions, index: number): InventedClaim {
  const random = randomStream(seedOf(options.seed, index));
  const denied = random() < (options.denialShare ?? 0.08);
  const number =
    `${options.seed.toString(36)}Z${index.toString(36).padStart(6, "0")}`.toUpperCase();
  const lines = inventedLines(random, { denied, number });
  const person = wholeBetween(random, 100_000_000, 999_999_999);
  const rendering = wholeBetween(random, 0, 7);
  return {
    index,
    controlNumber: number,
    payerControlNumber: `P${20_250_000_000_000 + index}`,
    memberId: `M${person}`,
    lastName: pick(random, lastNames),
    firstName: pick(random, firstNames),
    street: `${wholeBetween(random, 1, 9999)} ORCHARD ROAD`,
    postalCode: `${wholeBetween(random, 60001, 60999)}`,
    bornOn: `${wholeBetween(random, 1940, 2010)}0${wholeBetween(random, 1, 9)}1${wholeBetween(random, 0, 9)}`,
    gender: random() < 0.5 ? "F" : "M",
    servedOn: servedOn(options, index),
    diagnoses: [diagnosisCodes[index % 8] ?? "I10", diagnosisCodes[(index + 3) % 8] ?? "R51"],
    renderingName: lastNames[rendering] ?? "ALDER",
    renderingId: nationalProviderIdOf(`10020030${rendering}`),
    chargedCents: sumOf(lines.map((line) => line.chargedCents)),
    paidCents: sumOf(lines.map((line) => line.paidCents)),
    patientCents: sumOf(lines.map(patientShare)),
    denied,
    lines,
  };
}

/** Day `days` after a civil date, as eight digits. */
export function dayAfter(date: string, days: number): string {
  const instant = Date.parse(`${date}T00:00:00Z`) + days * 86_400_000;
  return new Date(instant).toISOString().slice(0, 10).replaceAll("-", "");
}

function inventedLines(
  random: () => number,
  claim: { denied: boolean; number: string },
): readonly InventedLine[] {
  const count = pick(random, [1, 2, 3, 3, 4, 4, 5, 5] as const);
  const denial = pick(random, denials);
  return Array.from({ length: count }, (_, position) => {
    const [procedureCode, price] = pick(random, procedures);
    const units = random() < 0.1 ? 2 : 1;
    const chargedCents = price * units;
    const outcome = claim.denied
      ? deniedLine(chargedCents, denial)
      : paidLine(random, chargedCents);
    return {
      procedureCode,
      modifier: random() < 0.15 ? "25" : undefined,
      units,
      chargedCents,
      controlNumber: `${claim.number}L${position + 1}`,
      ...outcome,
    };
  });
}

function deniedLine(chargedCents: number, denial: readonly [string, string, string]) {
  const [groupCode, reasonCode, remarkCode] = denial;
  return {
    paidCents: 0,
    adjustments: [{ groupCode, reasonCode, cents: chargedCents }],
    remarkCode,
  };
}

function paidLine(random: () => number, chargedCents: number) {
  const allowed = Math.round(chargedCents * (0.55 + random() * 0.3));
  const share = random() < 0.4 ? Math.round(allowed * 0.2) : 0;
  const reasonCode = pick(random, ["1", "2", "3"]);
  const contractual = { groupCode: "CO", reasonCode: "45", cents: chargedCents - allowed };
  const patient = { groupCode: "PR", reasonCode, cents: share };
  return {
    paidCents: allowed - share,
    adjustments: share === 0 ? [contractual] : [contractual, patient],
    remarkCode: undefined,
  };
}

function patientShare(line: InventedLine): number {
  const shares = line.adjustments.filter(({ groupCode }) => groupCode === "PR");
  return sumOf(shares.map(({ cents }) => cents));
}

function servedOn(options: GenerateOptions, index: number): string {
  const days = options.serviceDays ?? 180;
  const day = Math.floor((index / Math.max(1, options.claims)) * days);
  return dayAfter(options.firstServiceDate ?? "2025-01-06", day);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
