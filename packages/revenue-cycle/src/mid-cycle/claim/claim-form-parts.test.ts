import type { Claim837, WritableClaim } from "@headwater/x12";
import { guideTables } from "@headwater/x12/guides/tables.ts";
import { interchangeText } from "@headwater/x12/testing/interchange-text.ts";
import { type LeaveOut, maximalSet, maximalText } from "@headwater/x12/testing/maximal-set.ts";
import { readText } from "@headwater/x12/testing/read-text.ts";
import { describe, expect, test } from "vitest";
import { contentOf } from "./claim-content.ts";
import { claimEditSchema } from "./claim-edit-schema.ts";
import { claimFormGroups, lineFormFields } from "./claim-form-fields.ts";
import { lineParts } from "./claim-form-line-parts.ts";
import { claimFormLists } from "./claim-form-lists.ts";
import { fieldsOfParts } from "./claim-form-part.ts";
import {
  claimParts,
  otherCoverageFields,
  otherCoverageParts,
  providerPart,
} from "./claim-form-parts.ts";
import { editOf } from "./edit-of-claim.ts";
import { mergeClaimEdit } from "./merge-claim-edit.ts";

/** Above its patient, where he is the insured, and below him, where he is not. */
const variants: readonly LeaveOut[] = [
  ({ id }) => id === "2000C",
  ({ id }, loops) =>
    (id === "2300" && !loops.includes("2000C")) || (id === "PAT" && !loops.includes("2000C")),
];

/** Claims in which every loop, segment and element of the guide stands. */
function maximalClaims(): Claim837[] {
  const table = guideTables.find(({ name }) => name === "837P");
  if (table === undefined) throw new Error("no guide");
  const { setId, functionalId, version } = table;
  return variants.flatMap((leaveOut) => {
    const segments = maximalText(maximalSet(table, leaveOut));
    const text = interchangeText([{ setId, segments }], { functionalId, version });
    return readText(text).flatMap((event) => (event.type === "claim" ? [event.claim] : []));
  });
}

function pathsOf(value: unknown, path = ""): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => pathsOf(each, `${path}[]`));
  if (typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([key, each]) =>
    pathsOf(each, path === "" ? key : `${path}.${key}`),
  );
}

/** What no form shows, and why. */
const reasons: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^range\./, "where it stood in its file"],
  [/^(kind|facilityCodeQualifier)$/, "a professional claim has one value"],
  [/^(patientControlNumber|frequencyCode)$/, "ours, given when the claim is made or mended"],
  [/^chargedCents$/, "the sum of the lines"],
  [/^diagnoses\[\]$/, "the diagnoses among the codes"],
  [/^(serviceFrom|serviceThrough)$/, "the first and last day of the lines"],
  [
    /^(originalPayerClaimControlNumber|priorAuthorization|referralNumber)$/,
    "one of the numbers (REF F8, G1, 9F)",
  ],
  [/^lines\[\]\.(number|lineItemControlNumber)$/, "counted"],
  [/\.entityCode$/, "the role that the place gives; of providers the form asks for it"],
  [/\.contacts\[\]\.functionCode$/, "always IC"],
];

const shown = new Set([
  ...claimFormGroups.flatMap(({ fields }) => fields.map(({ path }) => path)),
  ...claimFormLists.flatMap(({ path, value }) => [`${path}[].qualifier`, `${path}[].${value}`]),
  "dates[].through",
  ...fieldsOfParts(claimParts).map(({ path }) => path),
  ...fieldsOfParts([providerPart], "parties[]").map(({ path }) => path),
  ...otherCoverageFields.map(({ path }) => `otherCoverages[].${path}`),
  ...fieldsOfParts(otherCoverageParts, "otherCoverages[]").map(({ path }) => path),
  ...lineFormFields.map(({ path }) => `lines[].${path}`),
  ...fieldsOfParts(lineParts, "lines[]").map(({ path }) => path),
]);

/** A list of codes is one field. */
const isShown = (path: string) => shown.has(path) || shown.has(path.replace(/\[\]$/, ""));

describe("every element of a professional claim", () => {
  const claims = maximalClaims();
  const paths = [...new Set(claims.flatMap((claim) => pathsOf(claim)))];

  test("stands in the maximal claims", () => {
    expect(paths.length).toBeGreaterThan(250);
  });

  test("has a field of the form, or a reason why not", () => {
    const missing = paths.filter(
      (path) => !isShown(path) && !reasons.some(([pattern]) => pattern.test(path)),
    );
    expect(missing).toEqual([]);
  });

  test("is saved by the form: what was typed stands in the claim", () => {
    for (const claim of claims) {
      const content = contentOf(claim);
      const typed = claimEditSchema.parse(JSON.parse(JSON.stringify(editOf(content))));
      const saved = mergeClaimEdit(bare(content), typed);
      expect(leaves(saved)).toEqual(leaves(content));
    }
  });
});

/** The claim with nothing but what cannot be typed: its numbers. */
function bare(content: WritableClaim): WritableClaim {
  return {
    ...content,
    lines: content.lines.map(({ number, lineItemControlNumber }) => ({
      number,
      lineItemControlNumber,
      procedure: undefined,
      revenueCode: undefined,
      chargedCents: 0,
      unitOfMeasure: undefined,
      quantity: undefined,
      placeOfService: undefined,
      diagnosisPointers: [],
      emergency: false,
      nonCoveredCents: undefined,
      serviceFrom: undefined,
      serviceThrough: undefined,
      drug: undefined,
      teeth: [],
      dates: [],
      references: [],
      amounts: [],
      quantities: [],
      notes: [],
      parties: [],
      adjudications: [],
    })),
    coverage: {
      sequence: "P",
      relationship: undefined,
      groupNumber: undefined,
      groupName: undefined,
      insuranceType: undefined,
      filingIndicator: undefined,
      subscriber: undefined,
      payer: undefined,
    },
    billingProvider: undefined,
    payToAddress: undefined,
    patient: undefined,
    otherCoverages: [],
    codes: [],
    parties: [],
    dates: [],
    amounts: [],
    notes: [],
    attachments: [],
  };
}

/** Leaves of a claim, those of its lists in an order of their own. */
function leaves(claim: WritableClaim): string[] {
  // Lines are counted anew.
  return entries(claim)
    .filter((entry) => !entry.startsWith(".lines[].number "))
    .sort();
}

function entries(value: unknown, path = ""): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => entries(each, `${path}[]`));
  if (typeof value !== "object") return [`${path} ${String(value)}`];
  return Object.entries(value).flatMap(([key, each]) => entries(each, `${path}.${key}`));
}
