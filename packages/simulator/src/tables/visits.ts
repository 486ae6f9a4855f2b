/** A service that belongs to a visit when its documentation says so. */
export type VisitLine = {
  readonly code: string;
  readonly modifiers?: readonly string[];
  readonly units?: number;
  /** In how many of a thousand such visits it is done; always when absent. */
  readonly permille?: number;
};

/** A kind of visit: why the patient comes, what is found and done. */
export type Visit = {
  readonly name: string;
  readonly weight: number;
  /** Ages in years at which it occurs. */
  readonly ages: readonly [number, number];
  readonly specialties: readonly Specialty[];
  readonly lines: readonly VisitLine[];
  /** Documented diagnoses, the principal one first; one of the lists. */
  readonly diagnoses: readonly [readonly string[], ...(readonly string[])[]];
  /** An injury at work, billed to the employer's insurer. */
  readonly injury?: true;
};

export type Specialty = "family" | "orthopedics" | "dermatology" | "cardiology";

const everybody = ["family", "orthopedics", "dermatology", "cardiology"] as const;
const chronic = [["E119", "I10"], ["I10", "E785"], ["E1165", "E785"], ["I10"]] as const;

/** Weights are own figures, of the mix of a primary care practice with some specialists. */
export const visits: readonly [Visit, ...Visit[]] = [
  {
    name: "chronic-care",
    weight: 300,
    ages: [30, 99],
    specialties: ["family"],
    lines: [
      { code: "99214" },
      { code: "36415", permille: 450 },
      { code: "83036", permille: 300 },
      { code: "80053", permille: 300 },
      { code: "80061", permille: 200 },
    ],
    diagnoses: chronic,
  },
  {
    name: "acute-illness",
    weight: 220,
    ages: [1, 99],
    specialties: ["family"],
    lines: [
      { code: "99213" },
      { code: "87880", permille: 350 },
      { code: "81002", permille: 120 },
      { code: "71046", permille: 80 },
    ],
    diagnoses: [["J069"], ["J029"], ["R509", "J069"], ["N390"]],
  },
  {
    name: "brief-visit",
    weight: 60,
    ages: [1, 99],
    specialties: everybody,
    lines: [{ code: "99212" }],
    diagnoses: [["Z09"], ["R21"], ["M545"]],
  },
  {
    name: "first-visit",
    weight: 90,
    ages: [1, 99],
    specialties: everybody,
    lines: [{ code: "99203" }, { code: "93000", permille: 100 }],
    diagnoses: [["R5383"], ["I10"], ["M25561"]],
  },
  {
    name: "well-child-1-4",
    weight: 60,
    ages: [1, 4],
    specialties: ["family"],
    lines: [
      { code: "99392" },
      { code: "90471" },
      { code: "90686" },
      { code: "90715", permille: 300 },
      { code: "90472", permille: 300 },
    ],
    diagnoses: [["Z00129", "Z23"]],
  },
  {
    name: "well-child-5-11",
    weight: 60,
    ages: [5, 11],
    specialties: ["family"],
    lines: [{ code: "99393" }, { code: "90471" }, { code: "90686" }],
    diagnoses: [["Z00129", "Z23"]],
  },
  {
    name: "well-adult-18-39",
    weight: 60,
    ages: [18, 39],
    specialties: ["family"],
    lines: [{ code: "99395" }, { code: "36415", permille: 400 }, { code: "81002", permille: 300 }],
    diagnoses: [["Z0000", "Z1322"]],
  },
  {
    name: "well-adult-40-64",
    weight: 60,
    ages: [40, 64],
    specialties: ["family"],
    lines: [
      { code: "99396" },
      { code: "36415", permille: 500 },
      { code: "80061", permille: 400 },
      { code: "90471", permille: 250 },
      { code: "90715", permille: 250 },
    ],
    diagnoses: [["Z0000", "Z1322"]],
  },
  {
    name: "wellness-year",
    weight: 60,
    ages: [65, 99],
    specialties: ["family"],
    lines: [{ code: "G0439" }, { code: "36415", permille: 300 }],
    diagnoses: [["Z0000", "I10"]],
  },
  {
    name: "joint-injection",
    weight: 60,
    ages: [30, 99],
    specialties: ["family", "orthopedics"],
    lines: [{ code: "99213", modifiers: ["25"] }, { code: "20610" }, { code: "J1100", units: 4 }],
    diagnoses: [["M1711"], ["M1712"], ["M7541"]],
  },
  {
    name: "both-knees-injected",
    weight: 20,
    ages: [45, 99],
    specialties: ["family", "orthopedics"],
    lines: [
      { code: "20610", modifiers: ["50"] },
      { code: "J1100", units: 8 },
    ],
    diagnoses: [["M170"]],
  },
  {
    name: "skin-lesions",
    weight: 50,
    ages: [25, 99],
    specialties: ["family", "dermatology"],
    lines: [
      { code: "99213", modifiers: ["25"] },
      { code: "11102" },
      { code: "17000", modifiers: ["59"] },
      { code: "17003", units: 3, permille: 600 },
    ],
    diagnoses: [
      ["D485", "L570"],
      ["D225", "L570"],
    ],
  },
  {
    name: "warts",
    weight: 40,
    ages: [5, 60],
    specialties: ["family", "dermatology"],
    lines: [{ code: "17110" }],
    diagnoses: [["B079"]],
  },
  {
    name: "ear-wax",
    weight: 30,
    ages: [5, 99],
    specialties: ["family"],
    lines: [{ code: "99212", modifiers: ["25"] }, { code: "69210" }],
    diagnoses: [["H6123"]],
  },
  {
    name: "wound",
    weight: 30,
    ages: [3, 99],
    specialties: ["family"],
    lines: [{ code: "99213", modifiers: ["25"] }, { code: "12001" }],
    diagnoses: [["S61411A"]],
  },
  {
    name: "abscess",
    weight: 20,
    ages: [10, 99],
    specialties: ["family"],
    lines: [{ code: "99213", modifiers: ["25"] }, { code: "10060" }],
    diagnoses: [["L02211"]],
  },
  {
    name: "vitamin-injection",
    weight: 30,
    ages: [40, 99],
    specialties: ["family"],
    lines: [{ code: "96372" }, { code: "J3420" }],
    diagnoses: [["D519"]],
  },
  {
    name: "lung-test",
    weight: 25,
    ages: [20, 99],
    specialties: ["family"],
    lines: [{ code: "99214" }, { code: "94010" }],
    diagnoses: [["J45909"], ["J449"]],
  },
  {
    name: "heart-ultrasound",
    weight: 45,
    ages: [40, 99],
    specialties: ["family", "cardiology"],
    lines: [{ code: "99214" }, { code: "93306" }, { code: "93000", permille: 500 }],
    diagnoses: [["I5022"], ["R011", "I10"]],
  },
  {
    name: "knee-imaging",
    weight: 60,
    ages: [18, 85],
    specialties: ["family", "orthopedics"],
    lines: [{ code: "73721" }],
    diagnoses: [["M25561"], ["S83241A"]],
  },
  {
    name: "shoulder-imaging",
    weight: 25,
    ages: [18, 85],
    specialties: ["family", "orthopedics"],
    lines: [{ code: "99213" }, { code: "73030" }],
    diagnoses: [["M25511"]],
  },
  {
    name: "injury-at-work",
    weight: 30,
    ages: [19, 64],
    specialties: ["family", "orthopedics"],
    lines: [{ code: "99203" }, { code: "73030", permille: 500 }],
    diagnoses: [["S46011A"], ["S39012A"]],
    injury: true,
  },
  {
    name: "knee-surgery",
    weight: 60,
    ages: [25, 75],
    specialties: ["orthopedics"],
    lines: [{ code: "29881" }, { code: "29881", modifiers: ["AS"] }],
    diagnoses: [["S83241A"], ["M23221"]],
  },
];
