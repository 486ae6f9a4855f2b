import { receivedClaimLoops, receivedClaimSegments } from "../837-received.ts";
import type { ReceivedGuide } from "../received.ts";
import { dentalClaimTable } from "./table.ts";

/** Dental claims as they come in. */
export const receivedDentalClaims: ReceivedGuide = {
  table: dentalClaimTable,
  loops: receivedClaimLoops,
  segments: { ...receivedClaimSegments, "2400": "QTY NTE" },
};
