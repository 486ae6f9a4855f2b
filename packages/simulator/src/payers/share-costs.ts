import { shareOf } from "../cents.ts";
import { serviceOf } from "../tables/services.ts";
import type { Benefits } from "./payer.ts";

/** What a member has paid of the year's deductible and of the most that he must pay. */
export type Accumulator = { deductibleCents: number; outOfPocketCents: number };

export type CostShare = {
  readonly deductibleCents: number;
  readonly coinsuranceCents: number;
  readonly copayCents: number;
};

const noShare: CostShare = { deductibleCents: 0, coinsuranceCents: 0, copayCents: 0 };
const withoutShare = new Set(["preventive", "vaccine", "laboratory"]);

/**
 * The patient's shares of the allowed amounts of one claim, line by line: a copay for the visit where
 * the plan has one, else deductible, then coinsurance, until the year's most is reached. Fills the
 * accumulator.
 */
export function shareCosts(
  lines: readonly { readonly code: string; readonly allowedCents: number }[],
  benefits: Benefits,
  filled: Accumulator,
): CostShare[] {
  let copayLeft = benefits.copayCents;
  return lines.map(({ code, allowedCents }) => {
    const { kind } = serviceOf(code);
    if (withoutShare.has(kind) || allowedCents === 0) return noShare;
    const hasCopay = benefits.copayCents > 0 && kind === "visit";
    const share = hasCopay
      ? { ...noShare, copayCents: Math.min(copayLeft, allowedCents) }
      : deductibleAndCoinsurance(allowedCents, benefits, filled);
    if (hasCopay) copayLeft -= share.copayCents;
    return capped(share, benefits, filled);
  });
}

function deductibleAndCoinsurance(
  allowedCents: number,
  benefits: Benefits,
  filled: Accumulator,
): CostShare {
  const open = Math.max(0, benefits.deductibleCents - filled.deductibleCents);
  const deductibleCents = Math.min(open, allowedCents);
  const coinsuranceCents = shareOf(allowedCents - deductibleCents, benefits.coinsurance);
  return { deductibleCents, coinsuranceCents, copayCents: 0 };
}

/** Not more than the year still allows; below zero there is no such bound. */
function capped(share: CostShare, benefits: Benefits, filled: Accumulator): CostShare {
  const most = benefits.outOfPocketMostCents;
  let left = most < 0 ? Number.MAX_SAFE_INTEGER : Math.max(0, most - filled.outOfPocketCents);
  const take = (cents: number): number => {
    const taken = Math.min(left, cents);
    left -= taken;
    return taken;
  };
  const deductibleCents = take(share.deductibleCents);
  const coinsuranceCents = take(share.coinsuranceCents);
  const copayCents = take(share.copayCents);
  filled.deductibleCents += deductibleCents;
  filled.outOfPocketCents += deductibleCents + coinsuranceCents + copayCents;
  return { deductibleCents, coinsuranceCents, copayCents };
}
