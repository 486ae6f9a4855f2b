import type { ReceivedGuide } from "../received.ts";
import { remittanceTable } from "./table.ts";

/** Remittance advice as it comes in: claims also without the LX around them. */
export const receivedRemittance: ReceivedGuide = {
  table: remittanceTable,
  loops: [{ id: "2100", under: ["ST"], opens: "CLP" }],
  segments: { ST: "NTE", "1000": "N2 PER", "2100": "N3 N4" },
};
