import { expect, it, test } from "vitest";
import { builtInEdits } from "../../work/edit/built-in-edits.store.ts";
import { buildClaim } from "./build-claim.ts";
import { claimFieldOf, missingEntry } from "./claim-field-of-finding.ts";
import { controlNumberOf, controlNumberRoot } from "./control-number.ts";
import { exampleSources } from "./testing/example-sources.ts";

const built = buildClaim(
  exampleSources,
  controlNumberOf({ root: controlNumberRoot(1), version: 1 }),
);
if (built.is === "incomplete") throw new Error("the example makes no claim");
const { claim } = built;
const empty = { codes: [], dates: [], references: [], parties: [] };

test.each([
  ["coverage.memberId", undefined, claim, "coverage.subscriber.id"],
  ["line.modifiers", 2, claim, "lines.1.procedure.modifiers"],
  ["line.inGlobalPeriodOf", 1, claim, "lines.0.procedure.code"],
  ["diagnosis.code", 1, claim, "codes.0.code"],
  ["diagnosis.code", 9, claim, "codes"],
  ["claim.diagnosisCount", undefined, empty, "codes"],
  ["patient.dateOfBirth", undefined, empty, "coverage.subscriber.dateOfBirth"],
  [
    "patient.dateOfBirth",
    undefined,
    { ...empty, patientRelationship: "19" },
    "patient.dateOfBirth",
  ],
  ["renderingProvider.npi", undefined, empty, "billingProvider.id"],
  ["referringProvider.npi", undefined, empty, "parties"],
  ["authorization.unitsRemaining", undefined, empty, "references.+G1"],
  [
    "authorization.number",
    undefined,
    {
      ...empty,
      references: [
        { qualifier: "9F", id: "1" },
        { qualifier: "G1", id: "2" },
      ],
    },
    "references.1.id",
  ],
  ["claim.admittedOn", undefined, { ...empty, dates: [{ qualifier: "435" }] }, "dates.0.from"],
  ["claim.patientControlNumber", undefined, claim, undefined],
])("a finding about %s of %s", (field, at, shown, path) => {
  expect(claimFieldOf({ field, at }, shown as typeof claim)).toBe(path);
});

it("takes the path of a missing entry apart", () => {
  expect(missingEntry("references.+G1")).toEqual({ list: "references", qualifier: "G1" });
  expect(missingEntry("references.1.id")).toBeUndefined();
});

it("knows a field for nearly every edit of claims that comes with the program", async () => {
  const edits = (await builtInEdits()).filter(({ stage }) => stage === "claim");
  const nowhere = edits
    .filter(({ field }) => claimFieldOf({ field, at: 1 }, claim) === undefined)
    .map(({ field }) => field);
  // Numbers that the program gives and other payers' answers have no field to go to.
  expect(nowhere.sort()).toEqual([
    "claim.frequency",
    "claim.patientControlNumber",
    "claim.priorPayerAdjudicatedOn",
  ]);
});
