import { formField } from "./claim-form-fields.ts";
import type { ClaimFormPart } from "./claim-form-part.ts";

/** How the work of a claim or line is priced by a contract. */
export function contractPart(loop: string): ClaimFormPart {
  return {
    path: "contract",
    title: "Contract",
    is: "one",
    start: { type: "09" },
    fields: [
      formField("type", "Kind", [
        `${loop} CN1 1`,
        {
          kind: "choice",
          choices: [
            ["01", "diagnosis group"],
            ["02", "per diem"],
            ["03", "variable per diem"],
            ["04", "flat"],
            ["05", "capitated"],
            ["06", "percent"],
            ["09", "other"],
          ],
        },
      ]),
      formField("cents", "Amount", [`${loop} CN1 2`, { kind: "cents" }]),
      formField("percent", "Percent", [`${loop} CN1 3`, { size: 6 }]),
      formField("code", "Code", [`${loop} CN1 4`, { size: 14 }]),
      formField("termsDiscount", "Discount", [`${loop} CN1 5`, { size: 6 }]),
      formField("version", "Version", [`${loop} CN1 6`, { size: 8 }]),
    ],
  };
}

/** An ambulance transport. */
export function transportPart(loop: string): ClaimFormPart {
  return {
    path: "transport",
    title: "Ambulance transport",
    is: "one",
    fields: [
      formField("weight", "Patient's weight, pounds", [`${loop} CR1 2`, { size: 5 }]),
      formField("reason", "Reason", [
        `${loop} CR1 4`,
        {
          kind: "choice",
          choices: [
            ["A", "nearest facility"],
            ["B", "preferred by a physician"],
            ["C", "near the family"],
            ["D", "specialist or equipment"],
            ["E", "rehabilitation facility"],
          ],
        },
      ]),
      formField("miles", "Miles", [`${loop} CR1 6`, { size: 6 }]),
      formField("roundTripPurpose", "Why a round trip", [`${loop} CR1 9`, { size: 24 }]),
      formField("stretcherPurpose", "Why a stretcher", [`${loop} CR1 10`, { size: 24 }]),
    ],
  };
}

/** Conditions of a category that apply or do not. */
export function conditionsPart(loop: string): ClaimFormPart {
  return {
    path: "conditions",
    title: "Conditions (ambulance, vision, homebound, EPSDT, hospice, equipment)",
    is: "many",
    start: { category: "07", applies: true, codes: [] },
    fields: [
      formField("category", "Category", [
        `${loop} CRC 1`,
        {
          kind: "choice",
          choices: [
            ["07", "ambulance"],
            ["09", "equipment"],
            ["70", "hospice"],
            ["75", "homebound"],
            ["E1", "spectacle lenses"],
            ["E2", "contact lenses"],
            ["E3", "spectacle frames"],
            ["ZZ", "EPSDT referral"],
          ],
        },
      ]),
      formField("applies", "Applies", [`${loop} CRC 2`, { kind: "flag", box: "24H" }]),
      formField("codes", "Codes", [`${loop} CRC 3`, { kind: "list", size: 14 }]),
    ],
  };
}

/** What a repricing organization made of it. */
export function pricingPart(loop: string): ClaimFormPart {
  const text = (path: string, label: string, at: number) =>
    formField(path, label, [`${loop} HCP ${at}`, { size: at === 4 ? 14 : 6 }]);
  return {
    path: "pricing",
    title: "Repriced by an organization",
    is: "one",
    start: { method: "00" },
    fields: [
      text("method", "Method", 1),
      formField("allowedCents", "Allowed", [`${loop} HCP 2`, { kind: "cents" }]),
      formField("savedCents", "Saved", [`${loop} HCP 3`, { kind: "cents" }]),
      text("organizationId", "Organization", 4),
      text("rate", "Rate", 5),
      text("patientGroup", "Patient group", 6),
      formField("patientGroupCents", "Amount of the group", [`${loop} HCP 7`, { kind: "cents" }]),
      ...(loop === "2400"
        ? [
            text("codeQualifier", "Kind of code", 9),
            text("code", "Code", 10),
            text("unitOfMeasure", "Unit", 11),
            text("quantity", "Quantity", 12),
          ]
        : []),
      text("rejection", "Rejected because", 13),
      text("policyCompliance", "Policy", 14),
      text("exception", "Exception", 15),
    ],
  };
}

/** Documents that belong to it. */
export function attachmentsPart(loop: string): ClaimFormPart {
  return {
    path: "attachments",
    title: "Attachments",
    is: "many",
    start: { reportType: "OZ", transmission: "EL" },
    fields: [
      formField("reportType", "Report", [`${loop} PWK 1`, { size: 4 }]),
      formField("transmission", "Sent", [
        `${loop} PWK 2`,
        {
          kind: "choice",
          choices: [
            ["AA", "on request"],
            ["BM", "by mail"],
            ["EL", "electronically"],
            ["EM", "by e-mail"],
            ["FT", "by file transfer"],
            ["FX", "by fax"],
          ],
        },
      ]),
      formField("controlNumber", "Control number", [`${loop} PWK 6`, { size: 20 }]),
    ],
  };
}

/** K3 segments. */
export function fixedTexts(loop: string): ClaimFormPart {
  return {
    path: "fileInformation",
    title: "Text that the guide has no place for",
    is: "texts",
    fields: [formField("", "Text", [`${loop} K3 1`, { size: 60 }])],
  };
}

/** Adjustments of another payer. */
export function adjustmentsPart(loop: string): ClaimFormPart {
  return {
    path: "adjustments",
    title: "Adjustments",
    is: "many",
    start: { groupCode: "CO", reasonCode: "", cents: 0 },
    fields: [
      formField("groupCode", "Group", [
        `${loop} CAS 1`,
        { kind: "choice", choices: ["CO", "CR", "OA", "PI", "PR"].map((one) => [one, one]) },
      ]),
      formField("reasonCode", "Reason", [`${loop} CAS 2`, { size: 5 }]),
      formField("cents", "Amount", [`${loop} CAS 3`, { kind: "cents" }]),
      formField("quantity", "Quantity", [`${loop} CAS 4`, { size: 5 }]),
    ],
  };
}

/** Amounts by their kind. */
export const amountsPart = (loop: string): ClaimFormPart => ({
  path: "amounts",
  title: "Amounts",
  is: "many",
  start: { qualifier: loop === "2320" ? "D" : "T", cents: 0 },
  fields: [
    formField("qualifier", "Kind (D paid, A8 not covered, EAF open; T tax, F4 postage)", [
      `${loop} AMT 1`,
      { size: 4 },
    ]),
    formField("cents", "Amount", [`${loop} AMT 2`, { kind: "cents" }]),
  ],
});
