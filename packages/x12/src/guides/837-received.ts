import type { ReceivedGuide } from "./received.ts";

const person = "N2 N3 N4 DMG REF PER";
const provider = "N2 N3 N4 PRV REF PER";

/** What the three health care claim guides take alike: any party, and loops of 004010. */
export const receivedClaimLoops: ReceivedGuide["loops"] = [
  // Responsible party and credit card holder of 004010.
  { id: "2010BC", under: ["2000B"], opens: "NM1=QD,AO,GB" },
  { id: "2310", under: ["2300"], opens: "NM1" },
  { id: "2330", under: ["2320"], opens: "NM1" },
  { id: "2420", under: ["2400"], opens: "NM1" },
];

/** The home health plan of 004010. */
export const homeHealthPlan: ReceivedGuide["loops"] = [
  { id: "2305", under: ["2300"], opens: "CR7" },
];

/** Segments that may tell more of any party, and those of 004010, by loop. */
export const receivedClaimSegments: ReceivedGuide["segments"] = {
  ST: "REF",
  "1000": "N2 PER",
  "2000B": "PAT",
  "2010": person,
  "2305": "HSD",
  "2310": provider,
  "2320": "DMG MIA",
  "2330": person,
  "2420": provider,
};
