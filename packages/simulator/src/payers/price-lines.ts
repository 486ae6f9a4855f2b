import { shareOf, sumOf } from "../cents.ts";
import { medicareCents, type Service, serviceOf } from "../tables/services.ts";
import type { Contract } from "./payer.ts";

/** A line as a contract prices it. */
export type PricedLine = {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly chargedCents: number;
};

/** What a contract allows for a line and how much of the reduction is for a second procedure. */
export type LinePrice = {
  readonly allowedCents: number;
  readonly multipleProcedureCents: number;
  readonly isCapitated: boolean;
};

export type PricingContext = {
  readonly year: number;
  /** The rendering provider is a nurse practitioner or physician assistant. */
  readonly isNonPhysician: boolean;
};

/** What the schedule of a contract states for one unit of a code, before anything modifies it. */
export function scheduleCents(contract: Contract, service: Service, year: number): number {
  const { pricing, carveOuts } = contract;
  const carved = carveOuts.find(({ codes }) => codes.includes(service.code));
  const medicare = medicareCents(service, year);
  if (carved !== undefined) return shareOf(medicare, carved.basisPoints);
  if (pricing.method === "fee-schedule") {
    return shareOf(medicare, pricing.byKind[service.kind] ?? pricing.basisPoints);
  }
  if (pricing.method === "percent-of-medicare") return shareOf(medicare, pricing.basisPoints);
  return 0;
}

/**
 * Prices the lines of one claim in the order that contracts are read: carve-outs, method, modifiers,
 * units, reduction of further procedures, lesser of charge and allowed amount. Cents, exact.
 */
export function priceLines(
  lines: readonly PricedLine[],
  contract: Contract,
  context: PricingContext,
): LinePrice[] {
  const single = lines.map((line) => singlePrice(line, contract, context));
  const reduced = reduceProcedures(lines, single, contract);
  const prices = lines.map((line, at) => {
    const whole = single[at] ?? 0;
    const cents = reduced[at] ?? 0;
    const allowedCents = contract.lesserOf === "line" ? Math.min(cents, line.chargedCents) : cents;
    const multipleProcedureCents = Math.min(whole, line.chargedCents) - allowedCents;
    return {
      allowedCents,
      multipleProcedureCents: cents < whole ? Math.max(0, multipleProcedureCents) : 0,
      isCapitated: contract.capitation?.kinds.includes(serviceOf(line.code).kind) ?? false,
    };
  });
  return contract.lesserOf === "claim" ? capToCharge(lines, prices) : prices;
}

function singlePrice(line: PricedLine, contract: Contract, context: PricingContext): number {
  const service = serviceOf(line.code);
  const caseRate = contract.caseRates.find(({ code }) => code === line.code);
  const { pricing } = contract;
  let cents: number;
  if (caseRate !== undefined) cents = caseRate.cents;
  else if (pricing.method === "percent-of-charge") {
    return shareOf(line.chargedCents, pricing.basisPoints);
  } else cents = scheduleCents(contract, service, context.year) * line.units;
  for (const modifier of line.modifiers) {
    if (modifier === "50") cents = shareOf(cents, contract.bilateral);
    if (modifier === "80" || modifier === "AS") return shareOf(cents, contract.assistant[modifier]);
  }
  const reduces = context.isNonPhysician && service.relativeValue !== undefined;
  return reduces ? shareOf(cents, contract.nonPhysician) : cents;
}

const assistants = new Set(["80", "AS"]);

/** The dearest procedure in full, the next ones at the contract's shares. */
function reduceProcedures(
  lines: readonly PricedLine[],
  cents: readonly number[],
  contract: Contract,
): readonly number[] {
  const procedures = lines
    .map((line, at) => ({ ...line, at, cents: cents[at] ?? 0 }))
    .filter(({ code }) => serviceOf(code).multipleProcedure === true)
    .filter(({ modifiers }) => !modifiers.some((modifier) => assistants.has(modifier)))
    .sort((left, right) => right.cents - left.cents || left.at - right.at);
  if (procedures.length < 2) return cents;
  const reduced = [...cents];
  for (const [rank, { at, cents: whole }] of procedures.entries()) {
    const shares = contract.multipleProcedure;
    const share = shares[Math.min(rank, shares.length - 1)] ?? 10_000;
    reduced[at] = shareOf(whole, share);
  }
  return reduced;
}

/** Lesser of all charges and all allowed amounts: what is too much comes off the last lines. */
function capToCharge(lines: readonly PricedLine[], prices: readonly LinePrice[]): LinePrice[] {
  let excess =
    sumOf(prices, ({ allowedCents }) => allowedCents) -
    sumOf(lines, ({ chargedCents }) => chargedCents);
  const capped = [...prices];
  for (let at = capped.length - 1; at >= 0 && excess > 0; at -= 1) {
    const price = capped[at];
    if (price === undefined) continue;
    const taken = Math.min(excess, price.allowedCents);
    capped[at] = { ...price, allowedCents: price.allowedCents - taken };
    excess -= taken;
  }
  return capped;
}
