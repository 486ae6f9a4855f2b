import { homeHealthPlan, receivedClaimLoops, receivedClaimSegments } from "../837-received.ts";
import type { ReceivedGuide } from "../received.ts";
import { institutionalClaimTable } from "./table.ts";

/** Institutional claims as they come in. */
export const receivedInstitutionalClaims: ReceivedGuide = {
  table: institutionalClaimTable,
  loops: [...receivedClaimLoops, ...homeHealthPlan],
  segments: {
    ...receivedClaimSegments,
    "2300": "CR1 CR2 CR3 CR5 CR6 QTY",
    "2400": "SV4 QTY K3",
  },
};
