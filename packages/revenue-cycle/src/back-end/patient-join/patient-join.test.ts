import { expect, test } from "vitest";
import { type JoinSide, joinRefusal, planCoverages } from "./patient-join.ts";

const kept: JoinSide = { patientId: 1, revision: 4, mergedInto: null };
const joined: JoinSide = { patientId: 2, revision: 7, mergedInto: null };
const seen = { keptRevision: 4, joinedRevision: 7 };

test.each<
  [string, Partial<Parameters<typeof joinRefusal>[0]>, Partial<typeof seen>, string | undefined]
>([
  ["two patients as seen", {}, {}, undefined],
  ["one who is not on file", { joined: undefined }, {}, "not_found"],
  ["one into himself", { joined: kept }, {}, "patients_are_one"],
  ["one who was joined", { joined: { ...joined, mergedInto: 9 } }, {}, "patient_joined"],
  ["into one who was joined", { kept: { ...kept, mergedInto: 9 } }, {}, "patient_joined"],
  ["changed meanwhile", {}, { keptRevision: 3 }, "revision_changed"],
])("joining %s", (_, sides, revisions, expected) => {
  expect(joinRefusal({ kept, joined, ...sides }, { ...seen, ...revisions })).toBe(expected);
});

const coverage = (coverageId: number, payerId: number, memberIdKey: string, rank: number) => ({
  coverageId,
  payerId,
  memberIdKey,
  rank,
});

test("coverages go behind those that stand; the same one is not billed twice", () => {
  const standing = [coverage(1, 5, "A", 1), coverage(2, 6, "B", 2)];
  const going = [coverage(4, 7, "C", 2), coverage(3, 5, "A", 1), coverage(5, 5, "D", 3)];
  expect(planCoverages(standing, going)).toEqual({
    moved: [
      { coverageId: 4, rank: 3 },
      { coverageId: 5, rank: 4 },
    ],
    same: [{ coverageId: 3, standsAs: 1 }],
    left: [],
  });
});

test("beyond the eleventh there is no room", () => {
  expect(planCoverages([coverage(1, 5, "A", 11)], [coverage(2, 6, "B", 1)]).left).toEqual([2]);
});
