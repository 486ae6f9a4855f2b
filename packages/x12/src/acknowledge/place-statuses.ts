import type { X12Issue } from "../issue.ts";

/** Statuses of external list 508 that say whose information is meant, by its own notes. */
const ofEntities = new Set(
  "125 126 127 128 145 153 157 158 163 164 480 500 501 502 503 505 514 516 560 561 562".split(" "),
);

const professionalEntities =
  "2310A DN, 2310B 82, 2310C 77, 2310D DQ, 2310E PW, 2310F 45, 2420A 82, 2420B QB, 2420C 77, 2420D DQ, 2420E DK, 2420F DN, 2420G PW, 2420H 45";
const institutionalEntities =
  "2310A 71, 2310B 72, 2310C ZZ, 2310D 82, 2310E 77, 2310F DN, 2420A 72, 2420B ZZ, 2420C 82, 2420D DN";
const dentalEntities =
  "2310A DN, 2310B 82, 2310C 77, 2310D DD, 2310E DQ, 2420A 82, 2420B DD, 2420C DQ, 2420D 77";
const parties =
  "1000A 41, 2000A 85, 2010AA 85, 2010AB 87, 2010AC PE, 2000B IL, 2010BA IL, 2010BB PR, 2000C QC, 2010CA QC, 2320 IL, 2330A IL, 2330B PR";

function entitiesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    `${parties}, ${text}`.split(", ").map((one) => one.split(" ") as [string, string]),
  );
}

/** Of which kind the claim of an issue is. */
export type ClaimKind = "837P" | "837I" | "837D";

const entities: Readonly<Record<ClaimKind, ReadonlyMap<string, string>>> = {
  "837P": entitiesOf(professionalEntities),
  "837I": entitiesOf(institutionalEntities),
  "837D": entitiesOf(dentalEntities),
};

/** The entity that a status needs (005010X214 STC01-3), by the loop of the issue. */
export function entityOf(
  status: string,
  { loop = "" }: X12Issue,
  kind: ClaimKind,
): string | undefined {
  if (!ofEntities.has(status)) return undefined;
  // Whose decision is missing is another payer's.
  if (status === "516") return "PR";
  return entities[kind].get(loop);
}

/** Statuses by `SEG`, `SEG.element` or `SEG.element-component`; `SEG@loop` goes before these. */
const statuses: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "NM1 125, NM1.3 125, NM1.4 505, NM1.5 514, NM1.8 153, NM1.9 153, N3 126, N3.1 503, N4 126",
    "N4.1 502, N4.2 501, N4.3 500, PER.2 561, PER 127, DMG 158, DMG.3 157, PRV 145, REF@2010AA 128",
    "REF@2400 584, CLM.1 478, CLM.2 178, CLM.5-1 249, CLM.5-3 535, CLM.7 589, CLM.8 360, CLM.9 333",
    "CLM.10 468, CLM.11 365, CLM.20 555, CL1.1 231, CL1.2 229, CL1.3 234, DTP@2400 187, HI 255",
    "SV1.1-3 453, SV1.1-4 453, SV1.1-5 453, SV1.1-6 453, SV1.1-7 306, SV1.1 454, SV1.2 583",
    "SV1.3 476, SV1.4 476, SV1.5 249, SV1.7 477, SV1.9 471, SV1.11 564, SV1.12 568, SV2.1 455",
    "SV2.2-3 453, SV2.2-4 453, SV2.2-5 453, SV2.2-6 453, SV2.2 454, SV2.3 583, SV2.4 476, SV2.5 476",
    "SV3.1 454, SV3.2 583, SV3.3 249, SV3.4 245, SV3.6 476, SV3.11 477, SV1 247, SV2 247, SV3 247",
    "LX 247, TOO 242, CR1 337, CR2 336, CR3 335, CRC 527, PWK 489, SBR.2 156, SBR.3 163, SBR.5 578",
    "SBR.9 480, PAT.1 156, OI 550, CAS 519, CAS.2 521, AMT@2320 286, SVD 286, LIN 218, CTP 476",
    "NTE@2400 586, PS1 469, HCP 64, K3 569, CN1 548",
  ]
    .join(", ")
    .split(", ")
    .map((one) => one.split(" ")),
);

const providers = /^(?:2010A[AB]|2310|2420)/;
/** The submission's format is invalid: what has no status of its own. */
const format = "481";

/** The status of external list 508 that names the element of an issue. */
export function placeStatus(issue: X12Issue, kind: ClaimKind): string {
  const { code, segmentId = "", element, component, loop = "" } = issue;
  // Occurrences, values and conditions stand where diagnoses do.
  if (code === "X12_CLAIM_CODE") return format;
  if (segmentId === "NM1" && (element === 8 || element === 9)) {
    if (providers.test(loop)) return "562";
    if (loop === "2010BA" || loop === "2330A") return "164";
  }
  if (kind === "837I") {
    if (segmentId === "CLM" && element === 5 && component === 1) return "228";
    // Its HI tell of much else beside diagnoses.
    if (segmentId === "HI") return format;
  }
  const names = [
    `${segmentId}@${loop}`,
    `${segmentId}.${element}-${component}`,
    `${segmentId}.${element}`,
    segmentId,
  ];
  for (const name of names) {
    const status = statuses[name];
    if (status !== undefined) return status;
  }
  return format;
}
