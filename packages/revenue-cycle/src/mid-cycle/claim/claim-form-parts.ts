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
import { insuredPart, partiesPart, partyPart, partyRest } from "./claim-form-party.ts";

/** Parts of a claim that few claims have (005010X222A1). */
export const claimParts: readonly ClaimFormPart[] = [
  {
    path: "",
    title: "More about the claim",
    is: "one",
    fields: [
      formField("specialProgram", "Special program", [
        "2300 CLM 12",
        {
          kind: "choice",
          choices: [
            ["02", "handicapped children"],
            ["03", "special federal funding"],
            ["05", "disability"],
            ["09", "second opinion or surgery"],
          ],
        },
      ]),
      formField("accidentCountry", "Country of accident", ["2300 CLM 11-5", { size: 4 }]),
      formField("patientSignatureSource", "Signature made by the provider (P)", [
        "2300 CLM 10",
        { size: 3, box: "12" },
      ]),
      formField("currency", "Currency of the billing provider", ["2000A CUR 2", { size: 4 }]),
    ],
  },
  {
    path: "patientFacts",
    title: "More about the patient",
    is: "one",
    start: { isPregnant: false },
    fields: [
      formField("diedOn", "Died on", ["2000C PAT 6", { kind: "date" }]),
      formField("weight", "Weight, pounds", ["2000C PAT 8", { size: 6 }]),
      formField("isPregnant", "Pregnant", ["2000C PAT 9", { kind: "flag" }]),
    ],
  },
  partyRest("coverage.subscriber", "Insured: numbers, contact, abroad", "2010BA"),
  partyRest("coverage.payer", "Payer: numbers, abroad", "2010BB"),
  partyRest("patient", "Patient: numbers, contact, abroad", "2010CA"),
  partyRest("billingProvider", "Billing provider: numbers, contact, abroad", "2010AA"),
  partyPart("payToAddress", "Where to pay", { loop: "2010AB", entityCode: "87" }),
  partyPart("payToPlan", "Plan to be paid instead", { loop: "2010AC", entityCode: "PE" }),
  attachmentsPart("2300"),
  contractPart("2300"),
  fixedTexts("2300"),
  transportPart("2300"),
  {
    path: "spinalManipulation",
    title: "Spinal manipulation",
    is: "one",
    fields: [
      formField("condition", "Condition", [
        "2300 CR2 8",
        {
          kind: "choice",
          choices: [
            ["A", "acute"],
            ["C", "chronic"],
            ["D", "not acute"],
            ["E", "not life-threatening"],
            ["F", "routine"],
            ["G", "symptomatic"],
            ["M", "acute manifestation of a chronic one"],
          ],
        },
      ]),
      formField("description", "In words", ["2300 CR2 10", { size: 40 }]),
      formField("further", "Further words", ["2300 CR2 11", { size: 40 }]),
    ],
  },
  conditionsPart("2300"),
  pricingPart("2300"),
];

/** Parts of another payer's coverage beside the fields of its row. */
export const otherCoverageParts: readonly ClaimFormPart[] = [
  adjustmentsPart("2320"),
  amountsPart("2320"),
  {
    path: "",
    title: "Group name, signature, remarks",
    is: "one",
    fields: [
      formField("groupName", "Group name", ["2320 SBR 4", { size: 18, box: "9d" }]),
      formField("patientSignatureSource", "Signature made by the provider (P)", [
        "2320 OI 4",
        { size: 3 },
      ]),
      formField("remarkCodes", "Remark codes", ["2320 MOA 3", { kind: "list", size: 14 }]),
    ],
  },
  {
    path: "outpatient",
    title: "Outpatient amounts of its answer",
    is: "one",
    fields: [
      formField("reimbursementRate", "Rate, a fraction of 1", ["2320 MOA 1", { size: 6 }]),
      formField("payableCents", "Payable", ["2320 MOA 2", { kind: "cents" }]),
      formField("renalDiseaseCents", "Renal disease", ["2320 MOA 8", { kind: "cents" }]),
      formField("professionalCents", "Professional component", ["2320 MOA 9", { kind: "cents" }]),
    ],
  },
  insuredPart("2330A"),
  partyPart("payer", "Other payer, in full", { loop: "2330B", entityCode: "PR" }),
  partiesPart("providers", "Providers by its numbers", "2330C"),
];

/** What the row of another payer shows. */
export const otherCoverageFields = [
  formField("sequence", "Order", ["2320 SBR 1", { size: 3 }]),
  formField("payer.lastNameOrOrganization", "Payer", ["2330B NM1 3", { size: 20, box: "9d" }]),
  formField("payer.id", "Payer id", ["2330B NM1 9", { size: 10 }]),
  formField("subscriber.lastNameOrOrganization", "Insured: last name", [
    "2330A NM1 3",
    {
      size: 14,
      box: "9",
    },
  ]),
  formField("subscriber.firstName", "First name", ["2330A NM1 4", { size: 12, box: "9" }]),
  formField("subscriber.id", "Member id", ["2330A NM1 9", { size: 14, box: "9a" }]),
  formField("relationship", "Patient is", ["2320 SBR 2", { size: 3 }]),
  formField("groupNumber", "Group", ["2320 SBR 3", { size: 10, box: "9a" }]),
  formField("filingIndicator", "Filing indicator", ["2320 SBR 9", { size: 3 }]),
  formField("insuranceType", "Medicare secondary type", ["2320 SBR 5", { size: 3 }]),
  formField("benefitsAssigned", "Benefits assigned", ["2320 OI 3", { size: 2 }]),
  formField("releaseOfInformation", "Release", ["2320 OI 6", { size: 2 }]),
  formField("adjudicatedOn", "Decided on", ["2330B DTP 3", { kind: "date" }]),
];

/** Everything of a provider of the claim, beside the fields of its row. */
export const providerPart = partyPart("", "In full", { loop: "2310", entityCode: "82" });
