import fc from "fast-check";
import { expect, it, test } from "vitest";
import { conflictsOf, mergedDraft, type Side, withFollowing } from "./merge-drafts.ts";

const base = { group: "A", payer: { name: "Northway" }, lines: [{ units: "1" }, { units: "2" }] };

test.each([
  ["nothing when both did the same", { group: "B" }, { group: "B" }, []],
  ["mine alone", {}, { group: "B" }, [["group", "mine"]]],
  ["theirs alone", { group: "B" }, {}, [["group", "theirs"]]],
  ["both, mine is proposed", { group: "B" }, { group: "C" }, [["group", "mine"]]],
  [
    "different fields of one record",
    { payer: { name: "Southway" } },
    { payer: { name: "Northway", id: "1" } },
    [
      ["payer.name", "theirs"],
      ["payer.id", "mine"],
    ],
  ],
  [
    "fields of lines, by place",
    { lines: [{ units: "3" }, { units: "2" }] },
    { lines: [{ units: "1" }, { units: "4" }] },
    [
      ["lines.0.units", "theirs"],
      ["lines.1.units", "mine"],
    ],
  ],
  [
    "a list of another length, whole",
    { lines: [{ units: "1" }] },
    { lines: [{ units: "1" }, { units: "4" }] },
    [["lines", "mine"]],
  ],
])("tells of %s", (_, theirs, mine, expected) => {
  const found = conflictsOf({ base, theirs: { ...base, ...theirs }, mine: { ...base, ...mine } });
  expect(found.map(({ path, proposed }) => [path, proposed])).toEqual(expected);
});

const record = fc.dictionary(
  fc.constantFrom("a", "b", "c"),
  fc.oneof(
    fc.string(),
    fc.array(fc.integer(), { maxLength: 2 }),
    fc.record({ d: fc.integer(), e: fc.string() }),
  ),
);

it("loses nothing of either: all of theirs or all of mine can be chosen", () => {
  fc.assert(
    fc.property(record, record, record, (started, theirs, mine) => {
      const conflicts = conflictsOf({ base: started, theirs, mine });
      const all = (side: Side) => new Map(conflicts.map(({ path }) => [path, side] as const));
      expect(mergedDraft(theirs, conflicts, all("theirs"))).toEqual(theirs);
      expect(mergedDraft(theirs, conflicts, all("mine"))).toEqual(mine);
    }),
    { verbose: true },
  );
});

it("proposes what only one of them changed", () => {
  const theirs = { ...base, group: "B" };
  const mine = { ...base, payer: { name: "Southway" } };
  const merged = mergedDraft(theirs, conflictsOf({ base, theirs, mine }), new Map());
  expect(merged).toEqual({ ...base, group: "B", payer: { name: "Southway" } });
});

it("takes what follows from other fields from theirs", () => {
  const mine = { chargedCents: 1, patient: { id: "A" }, lines: [] };
  const theirs = { chargedCents: 2, patient: { id: "B" }, lines: [] };
  expect(withFollowing(mine, theirs)).toEqual(theirs);
  const dependent = { ...mine, patientRelationship: "19" };
  expect(withFollowing(dependent, theirs)).toMatchObject({ patient: { id: "A" } });
});
