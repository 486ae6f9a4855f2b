import { describe, expect, test } from "vitest";
import { claimFormGroups } from "./claim-form-fields.ts";
import { fieldAsked, fieldAt } from "./find-form-field.ts";

const nowhere = { loop: null, segmentId: null, element: null, component: null, lineNumber: null };

describe("the field of the form", () => {
  test.each([
    ["the member id", { loop: "2010BA", segmentId: "NM1", element: 9 }, "coverage.subscriber.id"],
    ["a composite's part", { loop: "2300", segmentId: "CLM", element: 5 }, "facilityCode"],
    [
      "a segment that is missing",
      { loop: "2010BA", segmentId: "DMG" },
      "coverage.subscriber.dateOfBirth",
    ],
    ["a diagnosis", { loop: "2300", segmentId: "HI", element: 1, component: 2 }, "codes"],
    ["a number", { loop: "2300", segmentId: "REF", element: 2 }, "references"],
    [
      "units of the second line",
      { loop: "2400", segmentId: "SV1", element: 4, lineNumber: 2 },
      "lines.1.quantity",
    ],
    [
      "a drug of the first line",
      { loop: "2410", segmentId: "CTP", element: 4, lineNumber: 1 },
      "lines.0.drug.quantity",
    ],
    ["a rare element", { loop: "2300", segmentId: "CR1", element: 6 }, "transport.miles"],
    [
      "a rare element of the second line",
      { loop: "2400", segmentId: "CN1", element: 2, lineNumber: 2 },
      "lines.1.contract.cents",
    ],
    [
      "the country of the payer",
      { loop: "2010BB", segmentId: "N4", element: 4 },
      "coverage.payer.address.country",
    ],
    [
      "a provider that the claim does not name",
      { loop: "2310F", segmentId: "N3", element: 1 },
      undefined,
    ],
  ])("for %s", (_, place, expected) => {
    expect(fieldAt({ ...nowhere, ...place })).toBe(expected);
  });

  test.each([
    ["subscriber id", "coverage.subscriber.id"],
    ["diagnosis code", "codes"],
    ["authorization number", "references"],
    ["modifier", "lines.0.procedure.modifiers"],
    ["submitter", undefined],
  ])("that a status calls %s", (words, expected) => {
    expect(fieldAsked(words)).toBe(expected);
  });

  test("for a provider is that of its role", () => {
    const place = { ...nowhere, loop: "2310C", segmentId: "N3", element: 1 };
    expect(fieldAt(place, ["82", "77"])).toBe("parties.1.address.line1");
  });

  test("stands once for every path", () => {
    const paths = claimFormGroups.flatMap(({ fields }) => fields.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
  });
});
