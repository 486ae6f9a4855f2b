import type { ReceivedGuide } from "../received.ts";
import { implementationAcknowledgmentTable } from "./table.ts";

/** Implementation acknowledgments (999) and functional acknowledgments (997), whose loops agree. */
export const receivedAcknowledgment: ReceivedGuide = {
  table: implementationAcknowledgmentTable,
  loops: [{ id: "2100F", under: ["2000"], opens: "AK3" }],
  segments: { "2000": "AK5", "2100F": "AK4" },
};
