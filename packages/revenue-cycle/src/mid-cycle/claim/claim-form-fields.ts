/** A field of the claim form. */
export type ClaimFormField = {
  /** Path in the edited claim; a line's fields begin below the line. */
  readonly path: string;
  readonly label: string;
  /** Where the 837P carries it: loop, segment and element. */
  readonly at: string;
  /** Box of the CMS-1500 (02/12) paper form, where it has one. */
  readonly box?: string;
  /** What a claim status (external list 508) calls it in our words. */
  readonly asked?: readonly string[];
  /** A flag is yes or no; a mark is there or absent. */
  readonly kind?: "text" | "date" | "cents" | "choice" | "flag" | "mark" | "list";
  readonly choices?: readonly (readonly [value: string, label: string])[];
  /** Characters across; a form field takes its width from it. */
  readonly size?: number;
};

export type ClaimFormGroup = {
  readonly title: string;
  readonly fields: readonly ClaimFormField[];
};

/** One element of the claim. */
export function formField(
  path: string,
  label: string,
  where: string | readonly [at: string, more: Omit<ClaimFormField, "path" | "label" | "at">],
): ClaimFormField {
  const [at, more] = typeof where === "string" ? [where, {}] : where;
  return { path, label, at, ...more };
}

const yesNo = [
  ["Y", "yes"],
  ["N", "no"],
] as const;

const relationships = [
  ["18", "self"],
  ["01", "spouse"],
  ["19", "child"],
  ["20", "employee"],
  ["21", "unknown"],
  ["39", "organ donor"],
  ["40", "cadaver donor"],
  ["53", "life partner"],
  ["G8", "other"],
] as const;

const sequences = [
  ["P", "primary"],
  ["S", "secondary"],
  ["T", "tertiary"],
  ["A", "fourth"],
  ["B", "fifth"],
  ["U", "unknown"],
] as const;

const genders = [
  ["F", "female"],
  ["M", "male"],
  ["U", "unknown"],
] as const;

function address(path: string, loop: string, box?: string): ClaimFormField[] {
  const more = box === undefined ? {} : { box };
  return [
    formField(`${path}.line1`, "Street", [
      `${loop} N3 1`,
      { ...more, size: 26, asked: ["address"] },
    ]),
    formField(`${path}.line2`, "Street, second line", [`${loop} N3 2`, { size: 14 }]),
    formField(`${path}.city`, "City", [`${loop} N4 1`, { ...more, size: 16 }]),
    formField(`${path}.state`, "State", [`${loop} N4 2`, { ...more, size: 4 }]),
    formField(`${path}.postalCode`, "ZIP", [
      `${loop} N4 3`,
      { ...more, size: 9, asked: ["zip code"] },
    ]),
  ];
}

const subscriber = "coverage.subscriber";

/** The header of a professional claim (005010X222A1), grouped as a biller thinks. */
export const claimFormGroups: readonly ClaimFormGroup[] = [
  {
    title: "Insured",
    fields: [
      formField(`${subscriber}.id`, "Member id", [
        "2010BA NM1 9",
        {
          box: "1a",
          asked: ["subscriber id", "policy number", "identifier", "coverage"],
          size: 18,
        },
      ]),
      formField(`${subscriber}.lastNameOrOrganization`, "Last name or employer", [
        "2010BA NM1 3",
        {
          box: "4",
          asked: ["subscriber name", "name"],
          size: 18,
        },
      ]),
      formField(`${subscriber}.firstName`, "First name", ["2010BA NM1 4", { box: "4", size: 14 }]),
      formField(`${subscriber}.middleName`, "Middle name", ["2010BA NM1 5", { box: "4", size: 8 }]),
      formField(`${subscriber}.suffix`, "Suffix", ["2010BA NM1 7", { size: 5 }]),
      formField(`${subscriber}.dateOfBirth`, "Date of birth", [
        "2010BA DMG 2",
        {
          box: "11a",
          kind: "date",
          asked: ["date of birth"],
        },
      ]),
      formField(`${subscriber}.gender`, "Sex", [
        "2010BA DMG 3",
        {
          box: "11a",
          kind: "choice",
          choices: genders,
          asked: ["patient sex"],
        },
      ]),
      ...address(`${subscriber}.address`, "2010BA", "7"),
      formField("coverage.relationship", "Patient is", [
        "2000B SBR 2",
        {
          box: "6",
          kind: "choice",
          choices: relationships,
          asked: ["relationship to subscriber"],
        },
      ]),
      formField("coverage.sequence", "Billed as", [
        "2000B SBR 1",
        {
          kind: "choice",
          choices: sequences,
          asked: ["payer order"],
        },
      ]),
      formField("coverage.groupNumber", "Group number", [
        "2000B SBR 3",
        {
          box: "11",
          asked: ["group number"],
          size: 14,
        },
      ]),
      formField("coverage.groupName", "Group name", ["2000B SBR 4", { box: "11c", size: 18 }]),
      formField("coverage.filingIndicator", "Filing indicator", [
        "2000B SBR 9",
        {
          box: "1",
          asked: ["filing indicator"],
          size: 4,
        },
      ]),
      formField("coverage.insuranceType", "Medicare secondary type", ["2000B SBR 5", { size: 4 }]),
    ],
  },
  {
    title: "Payer",
    fields: [
      formField("coverage.payer.lastNameOrOrganization", "Payer", [
        "2010BB NM1 3",
        {
          box: "11c",
          asked: ["payer name"],
          size: 24,
        },
      ]),
      formField("coverage.payer.id", "Payer id", [
        "2010BB NM1 9",
        { asked: ["payer id"], size: 12 },
      ]),
      ...address("coverage.payer.address", "2010BB"),
    ],
  },
  {
    title: "Patient, where he is not the insured",
    fields: [
      formField("patientRelationship", "Relation to the insured", [
        "2000C PAT 1",
        {
          box: "6",
          kind: "choice",
          choices: relationships.slice(1),
        },
      ]),
      formField("patient.lastNameOrOrganization", "Last name", [
        "2010CA NM1 3",
        { box: "2", size: 18 },
      ]),
      formField("patient.firstName", "First name", ["2010CA NM1 4", { box: "2", size: 14 }]),
      formField("patient.middleName", "Middle name", ["2010CA NM1 5", { box: "2", size: 8 }]),
      formField("patient.suffix", "Suffix", ["2010CA NM1 7", { size: 5 }]),
      formField("patient.id", "Member id of his own", ["2010CA NM1 9", { size: 18 }]),
      formField("patient.dateOfBirth", "Date of birth", [
        "2010CA DMG 2",
        { box: "3", kind: "date" },
      ]),
      formField("patient.gender", "Sex", [
        "2010CA DMG 3",
        {
          box: "3",
          kind: "choice",
          choices: genders,
        },
      ]),
      ...address("patient.address", "2010CA", "5"),
    ],
  },
  {
    title: "Billing provider",
    fields: [
      formField("billingProvider.lastNameOrOrganization", "Name", [
        "2010AA NM1 3",
        {
          box: "33",
          asked: ["billing provider"],
          size: 28,
        },
      ]),
      formField("billingProvider.firstName", "First name", [
        "2010AA NM1 4",
        { box: "33", size: 12 },
      ]),
      formField("billingProvider.middleName", "Middle name", ["2010AA NM1 5", { size: 8 }]),
      formField("billingProvider.suffix", "Suffix", ["2010AA NM1 7", { size: 5 }]),
      formField("billingProvider.id", "NPI", [
        "2010AA NM1 9",
        {
          box: "33a",
          asked: ["npi", "provider id"],
          size: 12,
        },
      ]),
      formField("billingProvider.taxonomy", "Taxonomy", [
        "2000A PRV 3",
        {
          asked: ["taxonomy code"],
          size: 12,
        },
      ]),
      ...address("billingProvider.address", "2010AA", "33"),
    ],
  },
  {
    title: "Claim",
    fields: [
      formField("facilityCode", "Place of service", [
        "2300 CLM 5-1",
        {
          box: "24B",
          asked: ["place of service"],
          size: 4,
        },
      ]),
      formField("providerSignatureOnFile", "Provider's signature on file", [
        "2300 CLM 6",
        {
          box: "31",
          kind: "choice",
          choices: yesNo,
          asked: ["signature on file"],
        },
      ]),
      formField("assignment", "Accepts assignment", [
        "2300 CLM 7",
        {
          box: "27",
          kind: "choice",
          choices: [
            ["A", "yes"],
            ["B", "laboratory services only"],
            ["C", "no"],
          ],
          asked: ["assignment of benefits"],
        },
      ]),
      formField("benefitsAssigned", "Benefits assigned", [
        "2300 CLM 8",
        {
          box: "13",
          kind: "choice",
          choices: [...yesNo, ["W", "patient refuses"]],
        },
      ]),
      formField("releaseOfInformation", "Release of information", [
        "2300 CLM 9",
        {
          box: "12",
          kind: "choice",
          choices: [
            ["Y", "signed"],
            ["I", "by statute"],
          ],
          asked: ["release of information"],
        },
      ]),
      formField("relatedCauses", "Related causes (AA, EM, OA)", [
        "2300 CLM 11-1",
        {
          box: "10",
          kind: "list",
          asked: ["related cause"],
          size: 10,
        },
      ]),
      formField("accidentState", "State of accident", [
        "2300 CLM 11-4",
        {
          box: "10b",
          asked: ["accident state"],
          size: 4,
        },
      ]),
      formField("delayReason", "Reason for delay", ["2300 CLM 20", { size: 4 }]),
    ],
  },
];

/** The fields of a service line, in the order of a row. */
export const lineFormFields: readonly ClaimFormField[] = [
  formField("serviceFrom", "From", [
    "2400 DTP 3",
    {
      box: "24A",
      kind: "date",
      asked: ["service dates", "first service date", "date"],
    },
  ]),
  formField("serviceThrough", "Through", ["2400 DTP 3", { box: "24A", kind: "date" }]),
  formField("placeOfService", "Place", ["2400 SV1 5", { box: "24B", size: 3 }]),
  formField("emergency", "Emergency", ["2400 SV1 9", { box: "24C", kind: "flag" }]),
  formField("procedure.code", "Code", [
    "2400 SV1 1-2",
    {
      box: "24D",
      asked: ["procedure code"],
      size: 7,
    },
  ]),
  formField("procedure.modifiers", "Modifiers", [
    "2400 SV1 1-3",
    {
      box: "24D",
      kind: "list",
      asked: ["modifier"],
      size: 10,
    },
  ]),
  formField("diagnosisPointers", "Pointers", [
    "2400 SV1 7",
    {
      box: "24E",
      kind: "list",
      asked: ["diagnosis pointer"],
      size: 7,
    },
  ]),
  formField("chargedCents", "Charge", [
    "2400 SV1 2",
    {
      box: "24F",
      kind: "cents",
      asked: ["charge", "amount"],
      size: 9,
    },
  ]),
  formField("quantity", "Units", [
    "2400 SV1 4",
    {
      box: "24G",
      asked: ["units", "anesthesia minutes"],
      size: 5,
    },
  ]),
  formField("drug.ndc", "NDC", ["2410 LIN 3", { box: "24", asked: ["drug code"], size: 12 }]),
  formField("drug.quantity", "NDC quantity", ["2410 CTP 4", { box: "24", size: 6 }]),
  formField("drug.unit", "NDC unit", [
    "2410 CTP 5-1",
    {
      box: "24",
      kind: "choice",
      choices: ["UN", "ML", "GR", "F2", "ME"].map((unit) => [unit, unit] as const),
    },
  ]),
];
