import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "@headwater/platform/project-root.ts";
import { describe, expect, test } from "vitest";
import {
  type FilingDays,
  type FilingLimit,
  type FilingQuestion,
  filingDueOn,
  filingLimitOf,
} from "./filing-limit.ts";
import { readFilingLimits } from "./read-filing-limits.ts";

const path = join(projectRoot(), "database", "reference", "filing-limits.csv");
const brought = readFilingLimits(readFileSync(path, "utf8"));

const question: FilingQuestion = {
  kind: "original",
  payerId: 7,
  payerKey: "NFHP1",
  planId: undefined,
  lineOfBusiness: "commercial",
  state: "IL",
  serviceOn: "2026-06-12",
};

function own(part: Partial<FilingLimit>): FilingLimit {
  return {
    payerId: 7,
    payerKey: undefined,
    planId: undefined,
    lineOfBusiness: undefined,
    state: undefined,
    kind: "original",
    length: 90,
    unit: "days",
    basis: "service",
    source: "contract",
    effectiveFrom: "2026-01-01",
    effectiveTo: undefined,
    ...part,
  };
}

describe("the limit that holds", () => {
  test.each<[string, FilingLimit[], Partial<FilingQuestion>, number | undefined]>([
    ["nothing is on file for a commercial payer", [], {}, undefined],
    ["of the line of business", [], { lineOfBusiness: "medicare" }, 12],
    ["of a state before the federal one", [], { lineOfBusiness: "medicaid", state: "TX" }, 95],
    ["of another state", [], { lineOfBusiness: "medicaid", state: "OH" }, 12],
    ["of a payer of the directory", [], { payerKey: "60054" }, 120],
    ["our own before what is brought", [own({})], { payerKey: "60054" }, 90],
    ["another payer's", [own({ payerId: 8 })], {}, undefined],
    ["of a plan before the payer", [own({}), own({ planId: 3, length: 60 })], { planId: 3 }, 60],
    ["of another plan", [own({ planId: 3 })], { planId: 4 }, undefined],
    ["the later of two", [own({ effectiveFrom: "2026-06-01", length: 45 }), own({})], {}, 45],
    ["not yet in force", [own({ effectiveFrom: "2026-06-13" })], {}, undefined],
    ["ended the day before", [own({ effectiveTo: "2026-06-11" })], {}, undefined],
    ["its last day", [own({ effectiveTo: "2026-06-12" })], {}, 90],
    ["of another kind", [own({ kind: "corrected" })], {}, undefined],
  ])("%s", (_, limits, change, length) => {
    const found = filingLimitOf([...limits, ...brought], { ...question, ...change });
    expect(found?.length).toBe(length);
  });
});

describe("the last day", () => {
  const days: FilingDays = {
    serviceFrom: "2026-06-12",
    isSecondary: false,
    priorPayerOn: undefined,
    remittanceOn: undefined,
  };
  test.each<[string, Partial<FilingLimit>, Partial<FilingDays>, string | undefined]>([
    ["days from the service", {}, {}, "2026-09-10"],
    ["months to the same day", { length: 12, unit: "months" }, {}, "2027-06-12"],
    [
      "months to a day that is not there",
      { length: 12, unit: "months" },
      { serviceFrom: "2024-02-29" },
      "2025-02-28",
    ],
    [
      "months over the end of a year",
      { length: 6, unit: "months" },
      { serviceFrom: "2026-08-31" },
      "2027-02-28",
    ],
    ["from the earlier payer", { basis: "service-or-prior-payer" }, {}, "2026-09-10"],
    [
      "from the earlier payer, for the second",
      { basis: "service-or-prior-payer" },
      { isSecondary: true, priorPayerOn: "2026-07-01" },
      "2026-09-29",
    ],
    [
      "not known while the earlier payer's day is not",
      { basis: "service-or-prior-payer" },
      { isSecondary: true },
      undefined,
    ],
    ["not known without a remittance", { basis: "remittance" }, {}, undefined],
    ["from the remittance", { basis: "remittance" }, { remittanceOn: "2026-07-01" }, "2026-09-29"],
  ])("%s", (_, limit, change, due) => {
    expect(filingDueOn(own(limit), { ...days, ...change })).toBe(due);
  });
});
