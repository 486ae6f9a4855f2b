import type { Segment } from "../../segment.ts";
import { amountOf, isUnknown } from "../claims/claim-balance.ts";
import type { OpenRuleSet } from "../rule-set.ts";

/**
 * Adds up a premium payment (005010X218): each remittance is what was billed and its adjustments, and the
 * payment is the sum of the remittances and of the adjustments of earlier payments.
 */
export const premiumRules: OpenRuleSet = ({ report, strays }) => {
  let payment: Segment | undefined;
  let remittance: Segment | undefined;
  let adjusted = 0;
  let total = 0;
  let isUnsure = false;
  const open = ({ segments: [entry] }: { readonly segments: readonly (Segment | undefined)[] }) => {
    remittance = entry;
    adjusted = 0;
    if (isUnknown(entry, 4)) isUnsure = true;
    total += amountOf(entry, 4);
  };
  const adjustNow = (segment: Segment) => {
    adjusted += amountOf(segment, 1);
  };
  const adjustEarlier = (segment: Segment) => {
    total += amountOf(segment, 1);
  };
  const close = () => {
    if (isUnknown(remittance, 4) || isUnknown(remittance, 5)) return;
    if (amountOf(remittance, 5) + adjusted !== amountOf(remittance, 4)) {
      report("X12_PREMIUM_BALANCE", { segment: remittance, element: 4 });
    }
  };
  return {
    opens: { "2300A": open, "2300B": open },
    segments: {
      "BPR@ST": (segment) => {
        payment = segment;
      },
      "ADX@2200A": adjustEarlier,
      "ADX@2200B": adjustEarlier,
      "ADX@2320A": adjustNow,
      "ADX@2320B": adjustNow,
    },
    loops: {
      "2300A": close,
      "2300B": close,
      ST: () => {
        if (payment === undefined || isUnsure || strays() > 0 || isUnknown(payment, 2)) return;
        if (amountOf(payment, 2) === total) return;
        report("X12_PREMIUM_TOTAL", { segment: payment, element: 2 });
      },
    },
  };
};
