/** What a list of the claim holds: each entry has a qualifier and a value. */
export type ClaimFormList = {
  readonly path: "codes" | "dates" | "references" | "amounts" | "notes" | "attachments";
  readonly title: string;
  readonly at: string;
  readonly value: "code" | "from" | "id" | "cents" | "text" | "controlNumber";
  readonly qualifiers: readonly (readonly [
    qualifier: string,
    label: string,
    box?: string,
    asked?: string,
  ])[];
};

/** Lists of the claim, with every qualifier that a professional claim has (005010X222A1 2300). */
export const claimFormLists: readonly ClaimFormList[] = [
  {
    path: "codes",
    title: "Diagnoses and codes",
    at: "2300 HI",
    value: "code",
    qualifiers: [
      ["ABK", "principal diagnosis", "21A", "principal diagnosis"],
      ["ABF", "further diagnosis", "21", "diagnosis code"],
      ["BP", "anesthesia, principal procedure"],
      ["BO", "anesthesia, other procedure"],
      ["BG", "condition", "10d", "condition code"],
    ],
  },
  {
    path: "dates",
    title: "Dates",
    at: "2300 DTP",
    value: "from",
    qualifiers: [
      ["431", "onset of the illness", "14", "onset date"],
      ["484", "last menstrual period", "14", "last menstrual period date"],
      ["454", "initial treatment", "15"],
      ["304", "last seen", "19", "last seen date"],
      ["453", "acute manifestation", "15"],
      ["439", "accident", "14", "accident date"],
      ["455", "last X-ray", "15"],
      ["471", "hearing or vision prescription", "15", "prescription date"],
      ["314", "disability", "16", "disability dates"],
      ["360", "disability began", "16"],
      ["361", "disability ended", "16"],
      ["297", "last worked", "16"],
      ["296", "return to work", "16", "return to work date"],
      ["435", "admission", "18", "admission date"],
      ["096", "discharge", "18", "discharge date"],
      ["090", "care assumed", "19"],
      ["091", "care relinquished", "19"],
      ["444", "first contact, property and casualty"],
      ["050", "repricer received"],
    ],
  },
  {
    path: "references",
    title: "Numbers",
    at: "2300 REF",
    value: "id",
    qualifiers: [
      ["G1", "prior authorization", "23", "authorization number"],
      ["9F", "referral", "23", "referral number"],
      ["F8", "payer's number of the original", "22", "payer claim control number"],
      ["X4", "laboratory certification (CLIA)", "23"],
      ["EW", "mammography certification", "32b"],
      ["EA", "medical record", "", "medical record number"],
      ["4N", "service authorization exception"],
      ["F5", "mandatory Medicare crossover"],
      ["9A", "repriced claim"],
      ["9C", "adjusted repriced claim"],
      ["LX", "investigational device", "19"],
      ["D9", "clearinghouse trace"],
      ["P4", "demonstration project", "19"],
      ["1J", "care plan oversight", "19"],
    ],
  },
  {
    path: "amounts",
    title: "Amounts",
    at: "2300 AMT",
    value: "cents",
    qualifiers: [["F5", "paid by the patient", "29", "amount"]],
  },
  {
    path: "notes",
    title: "Notes",
    at: "2300 NTE",
    value: "text",
    qualifiers: [
      ["ADD", "additional information", "19", "claim note"],
      ["CER", "certification", "19"],
      ["DCP", "goals or plans", "19"],
      ["DGN", "diagnosis", "19"],
      ["TPO", "third party"],
    ],
  },
];
