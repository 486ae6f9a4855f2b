import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildClaim } from "./build-claim.ts";
import { claimEditSchema } from "./claim-edit-schema.ts";
import { editOf } from "./edit-of-claim.ts";
import { differingPaths, mergeClaimEdit } from "./merge-claim-edit.ts";
import { exampleLine, exampleSources } from "./testing/example-sources.ts";

const built = buildClaim(
  {
    ...exampleSources,
    encounter: {
      ...exampleSources.encounter,
      lines: [exampleLine, { ...exampleLine, procedureCode: "J1100" }],
    },
  },
  "HAAAAAAAA1B",
);
if (built.is !== "built") throw new Error("a claim was expected");
const { claim } = built;
const typed = () => claimEditSchema.parse(JSON.parse(JSON.stringify(editOf(claim))));

describe("a claim that a person edits", () => {
  test("stays as it is when nothing was typed", () => {
    expect(differingPaths(mergeClaimEdit(claim, typed()), claim)).toEqual([]);
  });

  test("keeps what no form shows", () => {
    const rare = { ...claim, isPredetermination: true as const };
    expect(mergeClaimEdit(rare, typed())).toMatchObject({ isPredetermination: true });
  });

  test("loses what was taken out", () => {
    const edit = typed();
    const { taxonomy: _, ...billing } = edit.billingProvider ?? { entityCode: "" };
    const merged = mergeClaimEdit(claim, { ...edit, billingProvider: billing as never });
    expect(merged.billingProvider?.taxonomy).toBeUndefined();
  });

  test("charges the sum of its lines, which keep their numbers", () => {
    const edit = typed();
    const [first, second] = edit.lines;
    if (first === undefined || second === undefined) throw new Error("two lines were expected");
    const { number: _, ...added } = { ...first, chargedCents: 700 };
    const merged = mergeClaimEdit(claim, { ...edit, lines: [second, added] });
    expect(merged.chargedCents).toBe(14_500 + 700);
    expect(merged.lines.map((line) => [line.number, line.lineItemControlNumber])).toEqual([
      [1, "HAAAAAAAA1BL2"],
      [2, "HAAAAAAAA1BL3"],
    ]);
  });

  test("has the diagnoses and numbers that follow from its fields", () => {
    const edit = typed();
    const merged = mergeClaimEdit(claim, {
      ...edit,
      codes: [{ qualifier: "ABK", code: "j06.9" }],
      references: [{ qualifier: "G1", id: "A1" }],
    });
    expect(merged).toMatchObject({ diagnoses: ["J069"], priorAuthorization: "A1" });
  });

  test("differs where it was changed", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const changed = { ...claim, notes: [{ qualifier: "ADD", text }] };
        expect(differingPaths(claim, changed)).toEqual(["notes.0"]);
      }),
    );
  });
});
