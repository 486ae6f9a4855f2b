import { hierarchySet } from "../codec/hierarchy.ts";
import type { Values } from "../codec/shape.ts";
import {
  type WriteEnvelope,
  type WriteResult,
  writeInterchange,
} from "../write/write-interchange.ts";
import type { PremiumPayment, PremiumRemittance } from "./premium-payment.ts";
import { premiumHierarchy } from "./premium-payment-shapes.ts";

/** A premium payment to write. */
export type WritablePremiumPayment = Omit<PremiumPayment, "header">;

/** What is paid for one organization or person. */
export type WritablePremiumRemittance = Omit<PremiumRemittance, "range">;

/** Writes a premium payment (005010X218) as one transaction set. */
export function write820(
  payment: WritablePremiumPayment,
  remittances: Iterable<WritablePremiumRemittance>,
  envelope: WriteEnvelope,
): WriteResult {
  return writeInterchange(envelope, [
    hierarchySet(premiumHierarchy, payment, unitsOf(remittances)),
  ]);
}

function* unitsOf(remittances: Iterable<WritablePremiumRemittance>): Generator<Values> {
  for (const remittance of remittances) yield { remittance };
}
