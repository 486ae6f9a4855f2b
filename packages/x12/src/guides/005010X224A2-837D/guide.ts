import type { Guide } from "../../guide.ts";
import { claimLevels } from "../837-levels.ts";

const provider = ["N2", "N3", "N4", "PRV", "REF", "PER"];

/** Health care claim: dental. */
export const dentalClaimGuide: Guide = {
  version: "005010X224A2",
  setId: "837",
  loops: [
    ...claimLevels,
    {
      id: "2300",
      name: "Claim",
      under: ["2000B", "2000C"],
      opens: { segment: "CLM" },
      segments: [...["DTP", "DN1", "DN2", "PWK", "CN1", "AMT", "REF", "K3", "NTE", "HI", "HCP"]],
    },
    {
      id: "2310",
      name: "Provider or party of the claim",
      under: ["2300"],
      opens: { segment: "NM1", element: 1 },
      segments: provider,
    },
    {
      id: "2400",
      name: "Service line",
      under: ["2300"],
      opens: { segment: "LX" },
      segments: ["SV3", "TOO", "DTP", "QTY", "CN1", "REF", "AMT", "K3", "NTE", "HCP"],
    },
    {
      id: "2420",
      name: "Provider or party of the line",
      under: ["2400"],
      opens: { segment: "NM1", element: 1 },
      segments: provider,
    },
    {
      id: "2430",
      name: "Other payer's decision about the line",
      under: ["2400"],
      opens: { segment: "SVD" },
      segments: ["CAS", "DTP", "AMT"],
    },
  ],
};
