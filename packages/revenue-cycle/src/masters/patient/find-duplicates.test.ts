import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ComparablePatient,
  type DuplicateReason,
  editDistance,
  findDuplicates,
} from "./find-duplicates.ts";

const lena: ComparablePatient = {
  lastName: "Ortiz",
  firstName: "Lena",
  dateOfBirth: "1980-02-03",
  phone: "5185550100",
  memberIdKeys: ["M1"],
};

describe("somebody on file may be the same", () => {
  it.each<[string, Partial<ComparablePatient>, DuplicateReason[]]>([
    ["himself", {}, ["same-name-and-birth", "same-member-id", "same-phone-and-first-name"]],
    [
      "by name and birthday, however written",
      { lastName: "ORTÍZ", phone: undefined, memberIdKeys: [] },
      ["same-name-and-birth"],
    ],
    [
      "by member id alone",
      { lastName: "Hale", firstName: "Ann", dateOfBirth: "1990-01-01", phone: undefined },
      ["same-member-id"],
    ],
    [
      "by telephone and first name",
      { lastName: "Hale", dateOfBirth: "1990-01-01", memberIdKeys: [] },
      ["same-phone-and-first-name"],
    ],
    [
      "a slip of the pen",
      { lastName: "Ortis", firstName: "Lenna", phone: undefined, memberIdKeys: [] },
      ["near-name-and-birth"],
    ],
    [
      "names exchanged",
      { lastName: "Lena", firstName: "Ortiz", phone: undefined, memberIdKeys: [] },
      ["near-name-and-birth"],
    ],
    [
      "a first name cut short",
      { firstName: "L", phone: undefined, memberIdKeys: [] },
      ["near-name-and-birth"],
    ],
    [
      "day and month exchanged",
      { dateOfBirth: "1980-03-02", phone: undefined, memberIdKeys: [] },
      ["same-name-near-birth"],
    ],
    [
      "a digit of the year mistyped",
      { dateOfBirth: "1989-02-03", phone: undefined, memberIdKeys: [] },
      ["same-name-near-birth"],
    ],
    [
      "a file named no birthday",
      { dateOfBirth: undefined, phone: undefined, memberIdKeys: [] },
      ["same-name-without-birth"],
    ],
    [
      "a twin is near by name",
      { firstName: "Lana", phone: undefined, memberIdKeys: [] },
      ["near-name-and-birth"],
    ],
    [
      "not: another of the name",
      { dateOfBirth: "1961-11-20", phone: undefined, memberIdKeys: [] },
      [],
    ],
    [
      "not: one of the household",
      { firstName: "Paul", dateOfBirth: "1978-05-05", memberIdKeys: [] },
      [],
    ],
    [
      "not: two who have no telephone",
      { lastName: "Hale", dateOfBirth: "1961-11-20", phone: undefined, memberIdKeys: [] },
      [],
    ],
  ])("%s", (_, other, reasons) => {
    const found = findDuplicates(lena, [{ ...lena, ...other, patientId: 7 }]);
    expect(found.flatMap((one) => one.reasons)).toEqual(reasons);
  });

  it("the most certain comes first", () => {
    const found = findDuplicates(lena, [
      { ...lena, patientId: 1, lastName: "Hale", dateOfBirth: undefined, memberIdKeys: [] },
      { ...lena, patientId: 3 },
      { ...lena, patientId: 2, phone: undefined },
    ]);
    expect(found.map(({ patientId }) => patientId)).toEqual([2, 3, 1]);
  });
});

describe("the distance of two texts", () => {
  const words = fc.string({ unit: fc.constantFrom("A", "B", "C"), maxLength: 6 });

  it("is a distance, cut off beyond the limit", () => {
    fc.assert(
      fc.property(words, words, fc.nat(4), (one, other, limit) => {
        const distance = editDistance(one, other, limit);
        expect(distance).toBe(editDistance(other, one, limit));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(limit + 1);
        expect(distance).toBe(Math.min(editDistance(one, other, 20), limit + 1));
      }),
    );
  });

  it.each([
    ["ORTIZ", "ORTIZ", 0],
    ["ORTIZ", "ORITZ", 1],
    ["ORTIZ", "ORTI", 1],
    ["ORTIZ", "ARTIS", 2],
    ["", "AB", 2],
  ])("%s and %s: %d", (one, other, expected) => {
    expect(editDistance(one, other, 9)).toBe(expected);
  });
});
