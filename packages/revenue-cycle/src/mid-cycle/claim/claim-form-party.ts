import { type ClaimFormField, formField } from "./claim-form-fields.ts";
import type { ClaimFormPart } from "./claim-form-part.ts";

const referenceKinds =
  "SY tax number of a person, EI tax id of an employer, Y4 casualty claim, 0B state license, 1G UPIN, G2 number with the payer, LU location, 2U payer's number, FY claim office, NF NAIC code";

/** Numbers of a party besides its main one. */
function references(loop: string): ClaimFormPart {
  return {
    path: "references",
    title: "Further numbers",
    is: "many",
    fields: [
      formField("qualifier", `Kind (${referenceKinds})`, [`${loop} REF 1`, { size: 4 }]),
      formField("id", "Number", [`${loop} REF 2`, { size: 20 }]),
      ...(loop.startsWith("2420")
        ? [formField("payerId", "Number with which payer", [`${loop} REF 4-2`, { size: 12 }])]
        : []),
    ],
  };
}

/** Whom to ask at a party, and how. */
function contacts(loop: string): ClaimFormPart {
  return {
    path: "contacts",
    title: "Contact",
    is: "many",
    start: { functionCode: "IC", numbers: [] },
    fields: [formField("name", "Name", [`${loop} PER 2`, { size: 24 }])],
    parts: [
      {
        path: "numbers",
        title: "Telephone, fax, e-mail",
        is: "many",
        start: { qualifier: "TE", number: "" },
        fields: [
          formField("qualifier", "Kind", [
            `${loop} PER 3`,
            {
              kind: "choice",
              choices: [
                ["TE", "telephone"],
                ["EX", "extension"],
                ["FX", "fax"],
                ["EM", "e-mail"],
              ],
            },
          ]),
          formField("number", "Number", [`${loop} PER 4`, { size: 24 }]),
        ],
      },
    ],
  };
}

/** Where a party is, in full. */
function placeFields(loop: string): ClaimFormField[] {
  return [
    formField("address.line1", "Street", [`${loop} N3 1`, { size: 26 }]),
    formField("address.line2", "Street, second line", [`${loop} N3 2`, { size: 14 }]),
    formField("address.city", "City", [`${loop} N4 1`, { size: 16 }]),
    formField("address.state", "State", [`${loop} N4 2`, { size: 4 }]),
    formField("address.postalCode", "ZIP", [`${loop} N4 3`, { size: 9 }]),
    ...abroad(loop),
  ];
}

function abroad(loop: string): ClaimFormField[] {
  return [
    formField("address.country", "Country", [`${loop} N4 4`, { size: 4 }]),
    formField("address.subdivision", "Part of the country", [`${loop} N4 7`, { size: 4 }]),
  ];
}

function nameFields(loop: string): ClaimFormField[] {
  return [
    formField("isPerson", "Is a person", [`${loop} NM1 2`, { kind: "flag" }]),
    formField("lastNameOrOrganization", "Last name or organization", [
      `${loop} NM1 3`,
      { size: 24 },
    ]),
    formField("firstName", "First name", [`${loop} NM1 4`, { size: 14 }]),
    formField("middleName", "Middle name", [`${loop} NM1 5`, { size: 8 }]),
    formField("suffix", "Suffix", [`${loop} NM1 7`, { size: 5 }]),
    formField("idQualifier", "Kind of number", [`${loop} NM1 8`, { size: 4 }]),
    formField("id", "Number", [`${loop} NM1 9`, { size: 18 }]),
  ];
}

/** A party with everything that it may say. */
export function partyPart(
  path: string,
  title: string,
  { loop, entityCode }: { readonly loop: string; readonly entityCode: string },
): ClaimFormPart {
  return {
    path,
    title,
    is: "one",
    start: { entityCode, isPerson: false, references: [], contacts: [] },
    fields: [
      ...nameFields(loop),
      formField("taxonomy", "Taxonomy", [`${loop} PRV 3`, { size: 12 }]),
      ...placeFields(loop),
    ],
    parts: [references(loop), contacts(loop)],
  };
}

/** Several parties, each with its role. */
export function partiesPart(path: string, title: string, loop: string): ClaimFormPart {
  const { fields, parts = [] } = partyPart(path, title, { loop, entityCode: "82" });
  return {
    path,
    title,
    is: "many",
    start: { entityCode: "82", isPerson: true, idQualifier: "XX", references: [], contacts: [] },
    fields: [
      formField("entityCode", "Role", [
        `${loop} NM1 1`,
        {
          kind: "choice",
          choices: [
            ["82", "rendering"],
            ["DN", "referring"],
            ["P3", "primary care"],
            ["DQ", "supervising"],
            ["DK", "ordering"],
            ["QB", "purchased service"],
            ["77", "service facility"],
            ["85", "billing"],
            ["PW", "ambulance pick-up"],
            ["45", "ambulance drop-off"],
          ],
        },
      ]),
      ...fields,
    ],
    parts,
  };
}

/** What stands of a party besides the fields of its group. */
export function partyRest(path: string, title: string, loop: string): ClaimFormPart {
  const rare = nameFields(loop).filter(({ path: field }) =>
    ["isPerson", "idQualifier"].includes(field),
  );
  return {
    path,
    title,
    is: "one",
    fields: [...rare, ...abroad(loop)],
    parts: [references(loop), contacts(loop)],
  };
}

/** The name of the insured as another payer knows him, in full. */
export function insuredPart(loop: string): ClaimFormPart {
  return {
    ...partyPart("subscriber", "Insured, in full", { loop, entityCode: "IL" }),
    parts: [references(loop)],
  };
}
