import type { ReceivedGuide } from "../received.ts";
import { claimAcknowledgmentTable } from "./table.ts";

/** Claim acknowledgments as they come in: patients also right below the receiver, parties of any kind. */
export const receivedClaimAcknowledgment: ReceivedGuide = {
  table: claimAcknowledgmentTable,
  loops: [
    { id: "2100A", under: ["2000A"], opens: "NM1" },
    { id: "2100B", under: ["2000B"], opens: "NM1" },
    { id: "2100C", under: ["2000C"], opens: "NM1" },
    { id: "2000D", under: ["2000B", "2000C"], opens: "HL=PT,22,23" },
    { id: "2100D", under: ["2000D"], opens: "NM1" },
  ],
  segments: { "2100": "PER", "2000D": "DMG", "2200D": "QTY AMT" },
};
