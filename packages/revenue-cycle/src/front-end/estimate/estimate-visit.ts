import { cents, divideHalfUp, formatCents } from "@headwater/ledger";
import type { Stated } from "../eligibility/patient-share.ts";
import { amountSteps, type EstimateStep } from "./estimate-steps.ts";

/** A figure with where it comes from and of which day it is. */
export type PricedInput = {
  readonly cents: number;
  /** charge-item, fee-schedule, benefit. */
  readonly source: string;
  readonly asOf: string;
};

/** A planned procedure with what is known of its price, per unit. */
export type EstimateService = {
  readonly procedureCode: string;
  readonly modifiers: string;
  readonly units: number;
  /** Our price. */
  readonly charge: PricedInput | undefined;
  /** What the payer allows. */
  readonly allowed: PricedInput | undefined;
};

/** What the patient pays by the benefits; undefined for somebody who pays alone. */
export type EstimateShare = {
  readonly copay: Stated<number>;
  readonly coinsurance: Stated<string>;
  readonly deductibleRemaining: Stated<number>;
  readonly outOfPocketRemaining: Stated<number>;
};

export type MissingInput = "SERVICES" | "PRICE" | "COPAY" | "DEDUCTIBLE" | "COINSURANCE";

export type EstimateLine = {
  readonly procedureCode: string;
  readonly modifiers: string;
  readonly units: number;
  readonly chargedCents: number | undefined;
  readonly allowedCents: number | undefined;
  readonly patientCents: number | undefined;
  readonly missing: readonly MissingInput[];
  readonly steps: readonly EstimateStep[];
};

export type Estimate = {
  readonly kind: "insured" | "good-faith";
  readonly lines: readonly EstimateLine[];
  readonly chargedCents: number | undefined;
  readonly allowedCents: number | undefined;
  /** Undefined: it cannot be said, for want of what `missing` names. */
  readonly patientCents: number | undefined;
  readonly missing: readonly MissingInput[];
  /** What was taken for granted, as codes. */
  readonly assumptions: readonly EstimateAssumption[];
};

export type EstimateAssumption =
  | "COPAY_WITHOUT_DEDUCTIBLE"
  | "PREVENTIVE_FREE"
  | "PRICE_FOR_ALLOWED"
  | "NO_OUT_OF_POCKET_LIMIT"
  | "LINES_IN_ORDER";

/** What is left of the patient's yearly amounts while the lines are gone through. */
type Left = {
  deductible: number | undefined;
  outOfPocket: number | undefined;
  copayTaken: boolean;
};

/**
 * What a visit is expected to cost the patient, line by line in their order. The copay, where one is
 * stated, is the patient's whole share of the first visit code; every other line is deductible first,
 * then coinsurance of the rest; a preventive line is nothing; and nothing beyond what is left of the out-of-pocket maximum. Each line is
 * rounded once, half a cent up. A missing input makes the line one that cannot be said, never zero.
 */
export function estimateVisit(
  services: readonly EstimateService[],
  share: EstimateShare | undefined,
): Estimate {
  const kind = share === undefined ? "good-faith" : "insured";
  const left: Left = {
    deductible: statedValue(share?.deductibleRemaining),
    outOfPocket: statedValue(share?.outOfPocketRemaining),
    copayTaken: false,
  };
  const lines = services.map((service) =>
    share === undefined ? priceLine(service) : insuredLine(service, share, left),
  );
  const missing = new Set(lines.flatMap((line) => line.missing));
  if (services.length === 0) missing.add("SERVICES");
  return {
    kind,
    lines,
    chargedCents: sumOf(lines.map((line) => line.chargedCents)),
    allowedCents: sumOf(lines.map((line) => line.allowedCents)),
    patientCents: sumOf(lines.map((line) => line.patientCents)),
    missing: [...missing],
    assumptions: share === undefined ? [] : assumptionsOf(services, share, left),
  };
}

function statedValue<Value>(stated: Stated<Value> | undefined): Value | undefined {
  return stated?.is === "stated" ? stated.value : undefined;
}

/** The sum, or undefined when a part of it, or all, cannot be said. */
function sumOf(parts: readonly (number | undefined)[]): number | undefined {
  if (parts.length === 0) return undefined;
  let sum = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    sum += part;
  }
  return cents(sum);
}

const times = (input: PricedInput | undefined, units: number): number | undefined =>
  input === undefined ? undefined : cents(input.cents * units);

function lineOf(service: EstimateService) {
  const { procedureCode, modifiers, units, charge, allowed } = service;
  const chargedCents = times(charge, units);
  const allowedCents = times(allowed ?? charge, units);
  return { procedureCode, modifiers, units, chargedCents, allowedCents };
}

/** A line of somebody who pays alone: the price. */
function priceLine(service: EstimateService): EstimateLine {
  const line = lineOf({ ...service, allowed: undefined });
  const { chargedCents } = line;
  if (chargedCents === undefined) {
    return { ...line, patientCents: undefined, missing: ["PRICE"], steps: [] };
  }
  const steps = [...amountSteps({ ...service, allowed: undefined }), step("patient", chargedCents)];
  return { ...line, patientCents: chargedCents, missing: [], steps };
}

function insuredLine(service: EstimateService, share: EstimateShare, left: Left): EstimateLine {
  const line = lineOf(service);
  const { allowedCents } = line;
  if (isPreventive(service)) {
    const steps = [...amountSteps(service), step("preventive", 0)];
    return { ...line, patientCents: 0, missing: [], steps };
  }
  if (isVisitCode(service.procedureCode) && !left.copayTaken) {
    const copay = copayLine(line, service, { share, left });
    if (copay !== undefined) return copay;
  }
  if (allowedCents === undefined) {
    return { ...line, patientCents: undefined, missing: ["PRICE"], steps: [] };
  }
  const steps = amountSteps(service);
  const deductible = left.deductible;
  if (deductible === undefined) {
    const missing: MissingInput[] = ["DEDUCTIBLE"];
    if (share.coinsurance.is !== "stated") missing.push("COINSURANCE");
    return { ...line, patientCents: undefined, missing, steps };
  }
  const ofDeductible = Math.min(allowedCents, deductible);
  steps.push(
    step(
      "deductible",
      ofDeductible,
      `smaller of ${money(allowedCents)} and ${money(deductible)} left`,
    ),
  );
  const rest = allowedCents - ofDeductible;
  const coinsurance = rest === 0 ? 0 : shareOf(rest, statedValue(share.coinsurance));
  if (coinsurance === undefined) {
    return { ...line, patientCents: undefined, missing: ["COINSURANCE"], steps };
  }
  if (rest > 0) {
    const percent = percentText(statedValue(share.coinsurance) ?? "");
    steps.push(
      step(
        "coinsurance",
        coinsurance,
        `${percent} of (${money(allowedCents)} − ${money(ofDeductible)})`,
      ),
    );
  }
  left.deductible = deductible - ofDeductible;
  const whole = ofDeductible + coinsurance;
  return { ...line, missing: [], ...capped({ whole, steps, left }) };
}

type CopayContext = { readonly share: EstimateShare; readonly left: Left };

/** The line that the copay settles; undefined where no copay is stated. */
function copayLine(
  line: ReturnType<typeof lineOf>,
  service: EstimateService,
  { share, left }: CopayContext,
): EstimateLine | undefined {
  const { copay } = share;
  if (copay.is === "not-stated") return undefined;
  left.copayTaken = true;
  const steps = amountSteps(service);
  if (copay.is === "unclear")
    return { ...line, patientCents: undefined, missing: ["COPAY"], steps };
  const { allowedCents } = line;
  const whole = Math.min(copay.value, allowedCents ?? copay.value);
  const why =
    allowedCents === undefined
      ? "the price of the visit is not known, so it does not limit the copay"
      : `smaller of copay ${money(copay.value)} and ${money(allowedCents)}`;
  steps.push(step("copay", whole, why));
  return { ...line, missing: [], ...capped({ whole, steps, left }) };
}

/** Limits the patient's share of a line to what is left of the out-of-pocket maximum. */
function capped(line: { readonly whole: number; readonly steps: EstimateStep[]; left: Left }) {
  const { whole, steps, left } = line;
  if (left.outOfPocket === undefined) {
    return { patientCents: whole, steps: [...steps, step("patient", whole)] };
  }
  const patientCents = Math.min(whole, left.outOfPocket);
  const why = `smaller of ${money(whole)} and ${money(left.outOfPocket)} left`;
  left.outOfPocket -= patientCents;
  return {
    patientCents,
    steps: [...steps, step("out-of-pocket", patientCents, why), step("patient", patientCents)],
  };
}

function step(what: EstimateStep["what"], amount: number, arithmetic = ""): EstimateStep {
  return { what, arithmetic, cents: amount };
}

const money = (amount: number): string => formatCents(cents(amount));

/** A decimal share of an amount, rounded once; undefined when the share is not stated or is no share. */
export function shareOf(amount: number, share: string | undefined): number | undefined {
  const match = /^(\d*)(?:\.(\d*))?$/.exec(share ?? "");
  if (match === null || share === undefined || share === "" || share === ".") return undefined;
  const fraction = match[2] ?? "";
  const numerator = BigInt(`${match[1] ?? ""}${fraction}` || "0");
  const denominator = 10n ** BigInt(fraction.length);
  if (numerator > denominator) return undefined;
  return divideHalfUp(BigInt(amount) * numerator, denominator);
}

/** `.2` as `20 %`, without a float. */
export function percentText(share: string): string {
  const [whole = "", fraction = ""] = share.split(".");
  const padded = fraction.padEnd(2, "0");
  const percent = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = padded.slice(2).replace(/0+$/, "");
  return `${percent}${rest === "" ? "" : `.${rest}`} %`;
}

/** Codes of a visit itself, which a copay is for: office, consultation and eye visits. */
const visitRanges: readonly (readonly [string, string])[] = [
  ["92002", "92014"],
  ["99202", "99215"],
  ["99242", "99245"],
];

function isVisitCode(code: string): boolean {
  return visitRanges.some(([from, to]) => from <= code && code <= to);
}

/** Preventive services cost the patient nothing within the network (45 CFR 147.130): modifier 33, or a preventive visit. */
function isPreventive({ procedureCode, modifiers }: EstimateService): boolean {
  const isVisit = "99381" <= procedureCode && procedureCode <= "99397";
  return isVisit || modifiers.split(" ").includes("33");
}

function assumptionsOf(
  services: readonly EstimateService[],
  share: EstimateShare,
  left: Left,
): EstimateAssumption[] {
  const usesPrice = services.some(({ allowed, charge }) => !allowed && charge);
  return [
    ...(left.copayTaken ? (["COPAY_WITHOUT_DEDUCTIBLE"] as const) : []),
    ...(services.some(isPreventive) ? (["PREVENTIVE_FREE"] as const) : []),
    ...(usesPrice ? (["PRICE_FOR_ALLOWED"] as const) : []),
    ...(share.outOfPocketRemaining.is === "stated" ? [] : (["NO_OUT_OF_POCKET_LIMIT"] as const)),
    ...(services.length > 1 ? (["LINES_IN_ORDER"] as const) : []),
  ];
}
