import type { Guide } from "../../guide.ts";

/** Health care claim payment and remittance advice. */
export const remittanceGuide: Guide = {
  version: "005010X221A1",
  setId: "835",
  loops: [
    {
      id: "ST",
      name: "Transaction set",
      under: [],
      opens: { segment: "ST" },
      segments: ["BPR", "NTE", "TRN", "CUR", "REF", "DTM"],
    },
    {
      id: "1000A",
      name: "Payer",
      under: ["ST"],
      opens: { segment: "N1", element: 1, values: ["PR"] },
      segments: ["N2", "N3", "N4", "REF", "PER"],
    },
    {
      id: "1000B",
      name: "Payee",
      under: ["ST"],
      opens: { segment: "N1", element: 1, values: ["PE"] },
      segments: ["N2", "N3", "N4", "REF", "PER", "RDM"],
    },
    {
      id: "2000",
      name: "Group of claim payments",
      under: ["ST"],
      opens: { segment: "LX" },
      segments: ["TS3", "TS2"],
    },
    {
      id: "2100",
      name: "Claim payment",
      under: ["2000", "ST"],
      opens: { segment: "CLP" },
      segments: [...["CAS", "NM1", "N3", "N4", "MIA", "MOA", "REF", "DTM", "PER", "AMT", "QTY"]],
    },
    {
      id: "2110",
      name: "Service payment",
      under: ["2100"],
      opens: { segment: "SVC" },
      segments: ["DTM", "CAS", "REF", "AMT", "QTY", "LQ"],
    },
    {
      id: "PLB",
      name: "Provider adjustment",
      under: ["ST"],
      opens: { segment: "PLB" },
      segments: [],
    },
  ],
};
