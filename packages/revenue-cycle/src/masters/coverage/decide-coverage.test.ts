import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CoverageDraft,
  type CoveragePayer,
  coverageFaultsOf,
  gapsOf,
  overlapsOf,
  type RankedDays,
  tidyCoverage,
} from "./decide-coverage.ts";

const commercial: CoveragePayer = {
  lineOfBusiness: "commercial",
  filingIndicator: "CI",
  planIsOfPayer: true,
};
const medicare: CoveragePayer = {
  ...commercial,
  lineOfBusiness: "medicare",
  filingIndicator: "MB",
};
const unsaid: CoveragePayer = { ...commercial, lineOfBusiness: undefined };

const own: CoverageDraft = {
  payerId: 1,
  planId: null,
  rank: 1,
  memberId: "W123456789",
  groupNumber: "",
  groupName: "",
  filingIndicator: "",
  medicareSecondaryType: "",
  relationship: "18",
  subscriberLastName: "",
  subscriberFirstName: "",
  subscriberMiddleName: "",
  subscriberSuffix: "",
  subscriberDateOfBirth: "",
  subscriberGender: "",
  subscriberAddressLine1: "",
  subscriberAddressLine2: "",
  subscriberCity: "",
  subscriberState: "",
  subscriberPostalCode: "",
  casualtyClaimNumber: "",
  effectiveFrom: "2026-01-01",
  effectiveTo: "",
};
const ofMother: CoverageDraft = {
  ...own,
  relationship: "19",
  subscriberLastName: "Ortiz",
  subscriberFirstName: "Mia",
  subscriberDateOfBirth: "1985-03-04",
  subscriberGender: "F",
};
const mbi = "1EG4TE5MK73";

describe("a coverage", () => {
  it.each<[string, CoverageDraft, CoveragePayer, string[]]>([
    ["of the patient himself", own, commercial, []],
    ["by the mother", ofMother, commercial, []],
    [
      "a plan of another payer",
      own,
      { ...commercial, planIsOfPayer: false },
      ["planId PLAN_OF_OTHER_PAYER"],
    ],
    ["the twelfth payer", { ...own, rank: 12 }, commercial, ["rank RANK_INVALID"]],
    ["no member id", { ...own, memberId: "" }, commercial, ["memberId MEMBER_ID_MISSING"]],
    [
      "a member id that breaks a file",
      { ...own, memberId: "W1*2" },
      commercial,
      ["memberId MEMBER_ID_INVALID"],
    ],
    ["Medicare", { ...own, memberId: mbi }, medicare, []],
    ["Medicare by an old number", own, medicare, ["memberId MEDICARE_ID_INVALID"]],
    [
      "Medicare with a letter that is none",
      { ...own, memberId: "1SG4TE5MK73" },
      medicare,
      ["memberId MEDICARE_ID_INVALID"],
    ],
    [
      "Medicare told by the filing indicator alone",
      { ...own, filingIndicator: "MB" },
      unsaid,
      ["memberId MEDICARE_ID_INVALID"],
    ],
    [
      "Medicare Advantage keeps its own numbers",
      { ...own, filingIndicator: "16" },
      { ...commercial, lineOfBusiness: "medicare-advantage" },
      [],
    ],
    [
      "TRICARE by a name",
      { ...own, memberId: "SMITH1" },
      { ...commercial, lineOfBusiness: "tricare" },
      ["memberId TRICARE_ID_INVALID"],
    ],
    [
      "an indicator that is none",
      { ...own, filingIndicator: "QQ" },
      commercial,
      ["filingIndicator FILING_INDICATOR_UNKNOWN"],
    ],
    [
      "Medicare second, without why",
      { ...own, memberId: mbi, rank: 2 },
      medicare,
      ["medicareSecondaryType SECONDARY_TYPE_MISSING"],
    ],
    [
      "Medicare second, with why",
      { ...own, memberId: mbi, rank: 2, medicareSecondaryType: "12" },
      medicare,
      [],
    ],
    [
      "Medicare second, for no reason there is",
      { ...own, memberId: mbi, rank: 2, medicareSecondaryType: "99" },
      medicare,
      ["medicareSecondaryType SECONDARY_TYPE_UNKNOWN"],
    ],
    [
      "why Medicare is second, of Medicare first",
      { ...own, memberId: mbi, medicareSecondaryType: "12" },
      medicare,
      ["medicareSecondaryType SECONDARY_TYPE_NOT_NEEDED"],
    ],
    [
      "no relationship",
      { ...own, relationship: "" },
      commercial,
      ["relationship RELATIONSHIP_UNKNOWN"],
    ],
    [
      "Medicare of somebody else",
      { ...ofMother, memberId: mbi },
      medicare,
      ["relationship MEDICARE_SUBSCRIBER"],
    ],
    [
      "a subscriber of whom nothing is said",
      { ...own, relationship: "19" },
      commercial,
      [
        "subscriberLastName SUBSCRIBER_MISSING",
        "subscriberFirstName SUBSCRIBER_MISSING",
        "subscriberDateOfBirth SUBSCRIBER_BIRTH_MISSING",
        "subscriberGender GENDER_UNKNOWN",
      ],
    ],
    [
      "a subscriber not born yet",
      { ...ofMother, subscriberDateOfBirth: "2027-01-01" },
      commercial,
      ["subscriberDateOfBirth BIRTH_IN_FUTURE"],
    ],
    [
      "half a subscriber's address",
      {
        ...ofMother,
        subscriberAddressLine1: "1 A Street",
        subscriberCity: "Troy",
        subscriberState: "NY",
      },
      commercial,
      ["subscriberPostalCode ADDRESS_INCOMPLETE"],
    ],
    [
      "days the wrong way round",
      { ...own, effectiveTo: "2025-12-31" },
      commercial,
      ["effectiveTo DAYS_REVERSED"],
    ],
    [
      "a day that is none",
      { ...own, effectiveFrom: "2026-02-30" },
      commercial,
      ["effectiveFrom DATE_INVALID"],
    ],
  ])("%s", (_, draft, payer, expected) => {
    const found = coverageFaultsOf(draft, payer, "2026-06-15");
    expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it("is tidied: a Medicare number loses its hyphens, a patient is not described twice", () => {
    const typed = { ...ofMother, relationship: "18", memberId: " 1eg4-te5-mk73 " };
    expect(tidyCoverage(typed)).toEqual({ ...own, memberId: mbi });
  });
});

const held = (id: number, rank: number, from: string | null, to: string | null): RankedDays => ({
  id,
  rank,
  effectiveFrom: from,
  effectiveTo: to,
});

describe("the order of coverages", () => {
  it.each<[string, RankedDays[], object[]]>([
    ["two ranks", [held(1, 1, null, null), held(2, 2, null, null)], []],
    ["one after the other", [held(1, 1, null, "2026-03-31"), held(2, 1, "2026-04-01", null)], []],
    [
      "one day in common",
      [held(1, 1, null, "2026-04-01"), held(2, 1, "2026-04-01", null)],
      [{ rank: 1, ids: [1, 2], from: "2026-04-01" }],
    ],
    [
      "both without days",
      [held(1, 2, null, null), held(2, 2, null, null)],
      [{ rank: 2, ids: [1, 2], from: null }],
    ],
  ])("overlaps: %s", (_, coverages, expected) => {
    expect(overlapsOf(coverages)).toEqual(expected);
  });

  it.each<[string, RankedDays[], object[]]>([
    ["none", [], []],
    ["whole", [held(1, 1, null, null), held(2, 2, "2026-01-01", null)], []],
    [
      "a second without a first",
      [held(2, 2, null, null)],
      [{ missingRank: 1, from: null, to: null }],
    ],
    [
      "the first ended, the second goes on",
      [held(1, 1, null, "2026-03-31"), held(2, 2, null, null)],
      [{ missingRank: 1, from: "2026-04-01", to: null }],
    ],
    [
      "a month between two firsts",
      [held(1, 1, null, "2026-03-31"), held(3, 1, "2026-05-01", null), held(2, 2, null, null)],
      [{ missingRank: 1, from: "2026-04-01", to: "2026-04-30" }],
    ],
    [
      "a change of the third in a time without a second is one gap",
      [held(1, 1, null, null), held(2, 3, null, "2026-01-31"), held(3, 3, "2026-02-01", null)],
      [{ missingRank: 2, from: null, to: null }],
    ],
    [
      "nothing holds between: no gap",
      [held(1, 1, null, "2026-01-31"), held(2, 1, "2026-03-01", null)],
      [],
    ],
  ])("gaps: %s", (_, coverages, expected) => {
    expect(gapsOf(coverages)).toEqual(expected);
  });

  it("a day lies in a gap if and only if a rank below another's is missing on it", () => {
    const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-01-0${n}`);
    const days = fc.tuple(fc.option(day), fc.option(day)).map(([one, other]) => {
      const isReversed = one !== null && other !== null && one > other;
      return isReversed ? [other, one] : [one, other];
    });
    const coverage = fc.tuple(fc.integer({ min: 1, max: 3 }), days);
    fc.assert(
      fc.property(fc.array(coverage, { maxLength: 5 }), day, (list, on) => {
        const coverages = list.map(([rank, [from, to]], id) =>
          held(id, rank, from ?? null, to ?? null),
        );
        const ranks = coverages
          .filter((one) => (one.effectiveFrom ?? "") <= on && on <= (one.effectiveTo ?? "9"))
          .map((one) => one.rank);
        const isMissing = [1, 2, 3].some(
          (rank) => !ranks.includes(rank) && ranks.some((r) => r > rank),
        );
        const gap = gapsOf(coverages).filter(
          ({ from, to }) => (from ?? "") <= on && on <= (to ?? "9"),
        );
        expect(gap.length).toBe(isMissing ? 1 : 0);
      }),
    );
  });
});
