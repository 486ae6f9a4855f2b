import { describe, expect, it } from "vitest";
import { totalOfGroups } from "./filter-counts.ts";

const groups = [
  { role: "poster", kind: "remittance-held", count: 3, cents: 900 },
  { role: "poster", kind: "deposit-unmatched", count: 2, cents: 100 },
  { role: "biller", kind: "rejection", count: 5, cents: 50 },
];

describe("the total of a list with its filters' counts", () => {
  it("holds every group while nothing is chosen", () => {
    expect(totalOfGroups(groups, { role: undefined, kind: undefined })).toEqual({
      count: 10,
      cents: 1050,
      counts: {
        role: { poster: 5, biller: 5 },
        kind: { "remittance-held": 3, "deposit-unmatched": 2, rejection: 5 },
      },
    });
  });

  it("narrows the total and the other filters, never the filter's own counts", () => {
    expect(totalOfGroups(groups, { role: "poster", kind: undefined })).toEqual({
      count: 5,
      cents: 1000,
      counts: {
        role: { poster: 5, biller: 5 },
        kind: { "remittance-held": 3, "deposit-unmatched": 2 },
      },
    });
  });

  it("counts nothing for a value that no group has", () => {
    expect(totalOfGroups(groups, { role: "coder", kind: undefined })).toMatchObject({
      count: 0,
      cents: 0,
      counts: { kind: {} },
    });
  });

  it("states no money where a list has none", () => {
    expect(totalOfGroups([{ verdict: "read", count: 4 }], { verdict: undefined })).toEqual({
      count: 4,
      counts: { verdict: { read: 4 } },
    });
    expect(totalOfGroups([{ verdict: "read", count: 4 }], { verdict: "issues" })).toEqual({
      count: 0,
      counts: { verdict: { read: 4 } },
    });
  });
});
