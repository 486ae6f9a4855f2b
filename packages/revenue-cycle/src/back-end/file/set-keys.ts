import type { ReadEvent, TransactionHeader } from "@headwater/x12";
import { controlNumberKey } from "../../masters/identifier-key.ts";
import { truncatedNumberLength } from "../remittance/match-claim.ts";

/** What a set may touch, by which two sets are known to have nothing to do with each other. */
export type SetKeys = {
  readonly kind: "claims" | "remittance";
  readonly keys: ReadonlySet<string>;
};

/**
 * The claims and payments that a whole set names, or undefined if it must be read alone: it answers
 * other sets, moves money beside its claims (PLB), or is of a kind that changes nothing.
 */
export function setKeys(
  header: TransactionHeader,
  batches: readonly (readonly ReadEvent[])[],
): SetKeys | undefined {
  const isRemittance = header.kind === "835";
  if (!isRemittance && !header.kind.startsWith("837")) return undefined;
  const keys = new Set<string>();
  for (const batch of batches) {
    for (const event of batch) {
      if (event.type === "provider-adjustment") return undefined;
      if (event.type === "remittance") keys.add(`trace ${event.remittance.traceNumber.trim()}`);
      else if (event.type === "claim") {
        keys.add(numberOf(event.claim.patientControlNumber));
        addPayerNumber(keys, event.claim.originalPayerClaimControlNumber);
      } else if (event.type === "remittance-claim") {
        keys.add(numberOf(event.claim.patientControlNumber));
        addPayerNumber(keys, event.claim.payerClaimControlNumber);
      }
    }
  }
  return { kind: isRemittance ? "remittance" : "claims", keys };
}

/** Numbers that a payer may have cut short are the same as far as the shortest form goes. */
function numberOf(patientControlNumber: string): string {
  return `claim ${controlNumberKey(patientControlNumber).slice(0, truncatedNumberLength)}`;
}

function addPayerNumber(keys: Set<string>, number: string | undefined): void {
  if (number !== undefined) keys.add(`payer's ${number}`);
}

/** Whether two sets may be read side by side. */
export function areApart(left: SetKeys, right: SetKeys): boolean {
  if (left.kind !== right.kind) return false;
  const [small, large] = left.keys.size < right.keys.size ? [left, right] : [right, left];
  for (const key of small.keys) if (large.keys.has(key)) return false;
  return true;
}
