import { cents, formatCents } from "@headwater/ledger";
import type { PricedInput } from "./estimate-visit.ts";

/** One step of the arithmetic: what it gives, from what, and how much. */
export type EstimateStep = {
  readonly what:
    | "allowed"
    | "price"
    | "deductible"
    | "copay"
    | "coinsurance"
    | "preventive"
    | "out-of-pocket"
    | "patient";
  readonly arithmetic: string;
  readonly cents: number;
};

/** The first step: what the payer allows, else our price, times the units. */
export function amountSteps(service: {
  readonly units: number;
  readonly charge: PricedInput | undefined;
  readonly allowed: PricedInput | undefined;
}): EstimateStep[] {
  const { units, charge, allowed } = service;
  const input = allowed ?? charge;
  if (input === undefined) return [];
  const each = formatCents(cents(input.cents));
  return [
    {
      what: allowed === undefined ? "price" : "allowed",
      arithmetic: `${each} × ${units}`,
      cents: cents(input.cents * units),
    },
  ];
}
