import {
  adjustmentsPart,
  amountsPart,
  attachmentsPart,
  conditionsPart,
  contractPart,
  fixedTexts,
  pricingPart,
  transportPart,
} from "./claim-form-either-parts.ts";
import { formField } from "./claim-form-fields.ts";
import type { ClaimFormPart } from "./claim-form-part.ts";
import { partiesPart } from "./claim-form-party.ts";

const procedureFields = (below: string, at: string) => [
  formField(`${below}qualifier`, "Kind of code", [`${at}-1`, { size: 3 }]),
  formField(`${below}code`, "Code", [`${at}-2`, { size: 7 }]),
  formField(`${below}modifiers`, "Modifiers", [`${at}-3`, { kind: "list", size: 10 }]),
  formField(`${below}description`, "In words", [`${at}-7`, { size: 30 }]),
];

/** Parts of a service line beside the fields of its row. */
export const lineParts: readonly ClaimFormPart[] = [
  {
    path: "",
    title: "More about the service",
    is: "one",
    fields: [
      formField("procedure.qualifier", "Kind of code", ["2400 SV1 1-1", { size: 3 }]),
      formField("procedure.description", "In words", ["2400 SV1 1-7", { size: 40, box: "24" }]),
      formField("unitOfMeasure", "Counted in", [
        "2400 SV1 3",
        {
          kind: "choice",
          choices: [
            ["UN", "units"],
            ["MJ", "minutes"],
          ],
        },
      ]),
      formField("isScreening", "EPSDT screening", ["2400 SV1 11", { kind: "mark", box: "24H" }]),
      formField("isFamilyPlanning", "Family planning", [
        "2400 SV1 12",
        { kind: "mark", box: "24H" },
      ]),
      formField("isCopayExempt", "No copay", ["2400 SV1 15", { kind: "mark" }]),
      formField("certificateTransmission", "Certificate of medical necessity sent", [
        "2400 PWK 2",
        { size: 3 },
      ]),
    ],
  },
  {
    path: "drug",
    title: "More about the drug",
    is: "one",
    fields: [
      formField("qualifier", "Kind of number, where it is no NDC", ["2410 LIN 2", { size: 3 }]),
      formField("prescription.qualifier", "Link or prescription (VY, XZ)", [
        "2410 REF 1",
        { size: 3 },
      ]),
      formField("prescription.id", "Its number", ["2410 REF 2", { size: 18 }]),
    ],
  },
  {
    path: "dates",
    title: "Further dates",
    is: "many",
    start: { qualifier: "471", from: "" },
    fields: [
      formField(
        "qualifier",
        "Kind (471 prescription, 607 recertified, 463 therapy began, 461 last certified, 304 last seen, 738 hemoglobin, 739 creatinine, 011 shipped, 455 X-ray, 454 treatment began)",
        ["2400 DTP 1", { size: 4 }],
      ),
      formField("from", "Day", ["2400 DTP 3", { kind: "date" }]),
      formField("through", "Through", ["2400 DTP 3", { kind: "date" }]),
    ],
  },
  {
    path: "references",
    title: "Numbers of the line",
    is: "many",
    start: { qualifier: "G1", id: "" },
    fields: [
      formField(
        "qualifier",
        "Kind (G1 authorization, 9F referral, X4 CLIA, F4 referring CLIA, EW mammography, BT immunization batch, 9B, 9D repriced)",
        ["2400 REF 1", { size: 3 }],
      ),
      formField("id", "Number", ["2400 REF 2", { size: 20, box: "23" }]),
      formField("payerId", "Number of which payer", ["2400 REF 4-2", { size: 12 }]),
    ],
  },
  amountsPart("2400"),
  {
    path: "quantities",
    title: "Quantities",
    is: "many",
    start: { qualifier: "PT", quantity: "" },
    fields: [
      formField("qualifier", "Kind (PT patients, FL obstetric units)", ["2400 QTY 1", { size: 3 }]),
      formField("quantity", "Quantity", ["2400 QTY 2", { size: 5 }]),
    ],
  },
  {
    path: "notes",
    title: "Notes of the line",
    is: "many",
    start: { qualifier: "ADD", text: "" },
    fields: [
      formField("qualifier", "Kind (ADD, DCP, TPO)", ["2400 NTE 1", { size: 4 }]),
      formField("text", "Text", ["2400 NTE 2", { size: 50 }]),
    ],
  },
  partiesPart("parties", "Providers of the line", "2420A"),
  {
    path: "adjudications",
    title: "What an earlier payer decided of the line",
    is: "many",
    start: { payerId: "", paidCents: 0, adjustments: [] },
    fields: [
      formField("payerId", "Payer id", ["2430 SVD 1", { size: 12 }]),
      formField("paidCents", "Paid", ["2430 SVD 2", { kind: "cents" }]),
      ...procedureFields("procedure.", "2430 SVD 3"),
      formField("quantity", "Units", ["2430 SVD 5", { size: 5 }]),
      formField("bundledInto", "Bundled into line", ["2430 SVD 6", { size: 4 }]),
      formField("adjudicatedOn", "Decided on", ["2430 DTP 3", { kind: "date" }]),
      formField("remainingPatientLiabilityCents", "Left to the patient", [
        "2430 AMT 2",
        { kind: "cents" },
      ]),
    ],
    parts: [adjustmentsPart("2430")],
  },
  {
    path: "equipment",
    title: "Equipment, rented or bought",
    is: "one",
    start: { procedure: { qualifier: "HC", code: "", modifiers: [] } },
    fields: [
      formField("procedure.qualifier", "Kind of code", ["2400 SV5 1-1", { size: 3 }]),
      formField("procedure.code", "Code", ["2400 SV5 1-2", { size: 7 }]),
      formField("lengthOfNeed", "Days", ["2400 SV5 3", { size: 5 }]),
      formField("rentalCents", "Rental price", ["2400 SV5 4", { kind: "cents" }]),
      formField("purchaseCents", "Purchase price", ["2400 SV5 5", { kind: "cents" }]),
      formField("rentalFrequency", "Rented", [
        "2400 SV5 6",
        {
          kind: "choice",
          choices: [
            ["1", "weekly"],
            ["4", "monthly"],
            ["6", "daily"],
          ],
        },
      ]),
    ],
  },
  {
    path: "equipmentCertification",
    title: "Certification of equipment",
    is: "one",
    start: { kind: "I" },
    fields: [
      formField("kind", "Kind", [
        "2400 CR3 1",
        {
          kind: "choice",
          choices: [
            ["I", "initial"],
            ["R", "renewal"],
            ["S", "revised"],
          ],
        },
      ]),
      formField("months", "Months", ["2400 CR3 3", { size: 4 }]),
    ],
  },
  attachmentsPart("2400"),
  transportPart("2400"),
  conditionsPart("2400"),
  {
    path: "measurements",
    title: "Test results",
    is: "many",
    start: { kind: "TR", qualifier: "R1" },
    fields: [
      formField("kind", "Kind (TR result, OG starting dosage)", ["2400 MEA 1", { size: 3 }]),
      formField("qualifier", "Of (HT, R1, R2, R3, R4)", ["2400 MEA 2", { size: 3 }]),
      formField("value", "Value", ["2400 MEA 3", { size: 8 }]),
    ],
  },
  contractPart("2400"),
  fixedTexts("2400"),
  {
    path: "purchasedService",
    title: "Purchased service",
    is: "one",
    start: { providerId: "" },
    fields: [
      formField("providerId", "Provider's number", ["2400 PS1 1", { size: 14 }]),
      formField("cents", "Bought for", ["2400 PS1 2", { kind: "cents", box: "20" }]),
    ],
  },
  pricingPart("2400"),
  {
    path: "forms",
    title: "Forms with answers",
    is: "many",
    start: { list: "UT", form: "", answers: [] },
    fields: [
      formField("list", "List (UT, AS)", ["2440 LQ 1", { size: 3 }]),
      formField("form", "Form", ["2440 LQ 2", { size: 8 }]),
    ],
    parts: [
      {
        path: "answers",
        title: "Answers",
        is: "many",
        start: { question: "" },
        fields: [
          formField("question", "Question", ["2440 FRM 1", { size: 5 }]),
          formField("answer", "Answer (Y, N, W)", ["2440 FRM 2", { size: 3 }]),
          formField("text", "Text", ["2440 FRM 3", { size: 20 }]),
          formField("date", "Day", ["2440 FRM 4", { kind: "date" }]),
          formField("percent", "Percent", ["2440 FRM 5", { size: 6 }]),
        ],
      },
    ],
  },
];
