/** Where in a claim a status of external list 508 points. */
export type StatusPlace = {
  readonly segmentId: string;
  /** Any loop where absent. */
  readonly loops?: readonly string[];
  /** Codes of element 1, or of its first component. */
  readonly qualifiers?: readonly string[];
  readonly element?: number;
  readonly component?: number;
};

/** Loops of a party by the entity of a status (005010X214 STC01-3). */
const entityLoops: Readonly<Record<string, readonly string[]>> = {
  "85": ["2010AA"],
  "87": ["2010AB"],
  IL: ["2010BA"],
  QC: ["2010CA", "2010BA"],
  PR: ["2010BB"],
  "82": ["2310B", "2310D", "2420A", "2420C"],
  DN: ["2310A", "2310F", "2420F", "2420D"],
  DK: ["2420E"],
  DQ: ["2310D", "2420D"],
  "77": ["2310C", "2310E", "2420C"],
  "71": ["2310A"],
  "72": ["2310B"],
};

/** Elements of a party, by status. */
const partyPlaces: Readonly<Record<string, readonly StatusPlace[]>> = {
  "125": [{ segmentId: "NM1", element: 3 }],
  "126": [{ segmentId: "N3", element: 1 }],
  "128": [{ segmentId: "REF", qualifiers: ["EI", "SY"], element: 2 }],
  "145": [{ segmentId: "PRV", element: 3 }],
  "158": [{ segmentId: "DMG", element: 2 }],
  "164": [{ segmentId: "NM1", element: 9 }],
  "500": [{ segmentId: "N4", element: 3 }],
  "501": [{ segmentId: "N4", element: 2 }],
  "502": [{ segmentId: "N4", element: 1 }],
  "503": [{ segmentId: "N3", element: 1 }],
  "562": [{ segmentId: "NM1", element: 9 }],
};

const service = (component: number): readonly StatusPlace[] => [
  { segmentId: "SV1", element: 1, component },
  { segmentId: "SV2", element: 2, component },
  { segmentId: "SV3", element: 1, component },
];
const date = (...qualifiers: readonly string[]): readonly StatusPlace[] => [
  { segmentId: "DTP", qualifiers, element: 3 },
];
const diagnosis = (...qualifiers: readonly string[]): readonly StatusPlace[] => [
  { segmentId: "HI", qualifiers, element: 1, component: 2 },
];

/** Elements of a claim or line, by status. */
const claimPlaces: Readonly<Record<string, readonly StatusPlace[]>> = {
  "156": [{ segmentId: "SBR", loops: ["2000B"], element: 2 }],
  "178": [{ segmentId: "CLM", element: 2 }],
  "187": [...date("472"), ...date("434")],
  "189": date("435"),
  "218": [{ segmentId: "LIN", element: 3 }],
  "228": [{ segmentId: "CLM", element: 5, component: 1 }],
  "231": [{ segmentId: "CL1", element: 1 }],
  "232": diagnosis("ABJ", "BJ"),
  "249": [
    { segmentId: "SV1", element: 5 },
    { segmentId: "CLM", element: 5, component: 1 },
  ],
  "254": diagnosis("ABK", "BK"),
  "255": diagnosis("ABK", "BK", "ABF", "BF"),
  "286": [{ segmentId: "SBR", loops: ["2320"] }],
  "400": [{ segmentId: "CLM", element: 2 }],
  "453": service(3),
  "454": service(2),
  "455": [{ segmentId: "SV2", element: 1 }],
  "464": [{ segmentId: "REF", qualifiers: ["F8"], element: 2 }],
  "477": [
    { segmentId: "SV1", element: 7 },
    { segmentId: "SV3", element: 11 },
  ],
  "489": [{ segmentId: "PWK", element: 6 }],
  "516": date("573"),
  "535": [{ segmentId: "CLM", element: 5, component: 3 }],
  "672": [{ segmentId: "AMT", qualifiers: ["D"], loops: ["2320"], element: 2 }],
  "727": date("439"),
  "728": [{ segmentId: "CLM", element: 11, component: 4 }],
  "746": [{ segmentId: "CLM", element: 1 }],
};

/** The places that a status may mean, the likeliest first; none where it means the claim as a whole. */
export function statusPlaces(status: string, entity: string | undefined): readonly StatusPlace[] {
  const ofParty = partyPlaces[status];
  if (ofParty === undefined) return claimPlaces[status] ?? [];
  const loops = entityLoops[entity ?? "85"] ?? ["2010AA"];
  // PRV of the billing provider stands in its level, before the name.
  const around = entity === undefined || entity === "85" ? [...loops, "2000A"] : loops;
  return ofParty.map((place) => ({ ...place, loops: around }));
}
