import type { Guide } from "../../guide.ts";

/** Implementation acknowledgment (999); the functional acknowledgment (997) has the same loops. */
export const implementationAcknowledgmentGuide: Guide = {
  version: "005010X231A1",
  setId: "999",
  loops: [
    {
      id: "ST",
      name: "Transaction set",
      under: [],
      opens: { segment: "ST" },
      segments: [],
    },
    {
      id: "AK1",
      name: "Group answered",
      under: ["ST"],
      opens: { segment: "AK1" },
      segments: [],
    },
    {
      id: "2000",
      name: "Answer to a transaction set",
      under: ["ST"],
      opens: { segment: "AK2" },
      segments: ["IK5", "AK5"],
    },
    {
      id: "2100",
      name: "Segment in error",
      under: ["2000"],
      opens: { segment: "IK3" },
      segments: ["CTX"],
    },
    {
      id: "2110",
      name: "Element in error",
      under: ["2100"],
      opens: { segment: "IK4" },
      segments: ["CTX"],
    },
    {
      id: "2100F",
      name: "Segment in error (997)",
      under: ["2000"],
      opens: { segment: "AK3" },
      segments: ["AK4"],
    },
    {
      id: "AK9",
      name: "Result for the group",
      under: ["ST"],
      opens: { segment: "AK9" },
      segments: [],
    },
  ],
};
