import { readHierarchy } from "../codec/hierarchy.ts";
import type { SetContext, SetReader } from "../set-context.ts";
import type { PremiumRemittance } from "./premium-payment.ts";
import { premiumHierarchy } from "./premium-payment-shapes.ts";
import type { WritablePremiumPayment, WritablePremiumRemittance } from "./write-premium-payment.ts";

/** Reads an 820 (005010X218): one event per organization or person that is paid for. */
export function readPremiumPaymentSet(context: SetContext): SetReader {
  return readHierarchy(premiumHierarchy, context, ({ heading, unit, range }) => {
    const payment = { ...(heading as WritablePremiumPayment), header: context.header };
    const remittance: PremiumRemittance = {
      ...(unit.remittance as WritablePremiumRemittance),
      range,
    };
    context.emit({ type: "premium-remittance", payment, remittance });
  });
}
