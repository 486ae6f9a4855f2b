import type { Guide } from "../../guide.ts";
import { claimLevels } from "../837-levels.ts";

const provider = ["N2", "N3", "N4", "PRV", "REF", "PER"];

/** Health care claim: professional. */
export const professionalClaimGuide: Guide = {
  version: "005010X222A1",
  setId: "837",
  loops: [
    ...claimLevels,
    {
      id: "2300",
      name: "Claim",
      under: ["2000B", "2000C"],
      opens: { segment: "CLM" },
      segments: [
        ...["DTP", "CL1", "DN1", "DN2", "PWK", "CN1", "DSB", "UR", "AMT", "REF", "K3", "NTE"],
        ...["CR1", "CR2", "CR3", "CR4", "CR5", "CR6", "CRC", "HI", "QTY", "HCP"],
      ],
    },
    {
      id: "2305",
      name: "Home health plan",
      under: ["2300"],
      opens: { segment: "CR7" },
      segments: ["HSD"],
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
      segments: [
        ...["SV1", "SV4", "SV5", "SV6", "SV7", "PWK", "CR1", "CR2", "CR3", "CR4", "CR5", "CRC"],
        ...["DTP", "QTY", "MEA", "CN1", "REF", "AMT", "K3", "NTE", "PS1", "HSD", "HCP", "IMM"],
      ],
    },
    {
      id: "2410",
      name: "Drug",
      under: ["2400"],
      opens: { segment: "LIN" },
      segments: ["CTP", "REF"],
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
    {
      id: "2440",
      name: "Form",
      under: ["2400"],
      opens: { segment: "LQ" },
      segments: ["FRM"],
    },
  ],
};
