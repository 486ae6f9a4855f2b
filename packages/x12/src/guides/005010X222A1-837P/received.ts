import { homeHealthPlan, receivedClaimLoops, receivedClaimSegments } from "../837-received.ts";
import type { ReceivedGuide } from "../received.ts";
import { professionalClaimTable } from "./table.ts";

/** Professional claims as they come in. */
export const receivedProfessionalClaims: ReceivedGuide = {
  table: professionalClaimTable,
  loops: [...receivedClaimLoops, ...homeHealthPlan],
  segments: {
    ...receivedClaimSegments,
    "2300": "CL1 DN1 DN2 DSB UR CR3 CR4 CR5 CR6 QTY",
    "2400": "SV4 SV6 SV7 CR2 CR4 CR5 HSD IMM",
  },
};
