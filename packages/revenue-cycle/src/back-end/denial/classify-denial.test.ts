import { readFileSync } from "node:fs";
import { parseReferenceTables, referenceFiles } from "@headwater/code-sets";
import { describe, expect, it } from "vitest";
import { type AdjustmentToClassify, classifyDenial } from "./classify-denial.ts";
import { buildDenialFacts } from "./denial-facts.ts";

const directory = new URL("../../../../../database/reference/", import.meta.url);
const tables = parseReferenceTables(
  Object.fromEntries(
    Object.values(referenceFiles).map((name) => [
      name,
      readFileSync(new URL(name, directory), "utf8"),
    ]),
  ),
);
const facts = buildDenialFacts(tables);

/** `CO-16 N290 MA130` as a person would write it. */
function read(codes: string): AdjustmentToClassify {
  const [adjustment = "", ...remarkCodes] = codes.split(" ");
  const [groupCode = "", reasonCode = ""] = adjustment.split("-");
  return { groupCode, reasonCode, remarkCodes, on: "2026-05-04", cents: 10_000 };
}

const classify = (codes: string) => classifyDenial(read(codes), facts);

/** Reason, group and remarks → category, stage, process, owner, next action, deadline. */
const denials = [
  // Front end: who the patient is and who pays.
  ["PR-26", "eligibility front-end eligibility front-desk rebill-other-payer 90 service-date"],
  ["PR-27", "eligibility front-end eligibility front-desk rebill-other-payer 90 service-date"],
  ["CO-27 N30", "eligibility front-end eligibility front-desk rebill-other-payer 90 service-date"],
  ["CO-200", "eligibility front-end eligibility front-desk rebill-other-payer 90 service-date"],
  ["PR-31", "registration front-end registration front-desk new-claim 90 service-date"],
  ["CO-31 N382", "registration front-end registration front-desk new-claim 90 service-date"],
  ["CO-140", "registration front-end registration front-desk new-claim 90 remittance-date"],
  ["CO-13", "registration front-end registration front-desk corrected-claim 90 remittance-date"],
  ["PR-34", "eligibility front-end eligibility front-desk rebill-other-payer 30 service-date"],
  ["CO-109", "eligibility front-end eligibility front-desk rebill-other-payer 90 service-date"],
  [
    "CO-109 N418",
    "eligibility front-end eligibility front-desk rebill-other-payer 90 service-date",
  ],
  [
    "CO-109 MA04",
    "coordination-of-benefits front-end registration front-desk rebill-other-payer 90 service-date",
  ],
  [
    "OA-22",
    "coordination-of-benefits front-end registration front-desk rebill-other-payer 90 service-date",
  ],
  [
    "CO-22 MA04",
    "coordination-of-benefits front-end registration front-desk rebill-other-payer 90 service-date",
  ],
  [
    "CO-19",
    "coordination-of-benefits front-end registration front-desk rebill-other-payer 95 service-date",
  ],
  ["CO-24", "contract front-end eligibility front-desk rebill-other-payer 90 service-date"],
  ["PR-177", "eligibility front-end eligibility front-desk bill-patient 30 remittance-date"],
  ["PR-204", "contract front-end eligibility front-desk bill-patient 30 remittance-date"],
  ["CO-204", "contract front-end eligibility front-desk appeal 180 remittance-date"],
  ["CO-119", "contract front-end eligibility front-desk appeal 180 remittance-date"],
  ["PR-119", "contract front-end eligibility front-desk bill-patient 30 remittance-date"],
  ["CO-242", "credentialing front-end credentialing front-desk call-payer 90 remittance-date"],
  [
    "CO-B9",
    "coordination-of-benefits front-end registration front-desk corrected-claim 90 remittance-date",
  ],
  [
    "CO-258",
    "coordination-of-benefits front-end registration front-desk rebill-other-payer 90 service-date",
  ],
  [
    "CO-P4",
    "coordination-of-benefits front-end registration front-desk rebill-other-payer 90 service-date",
  ],
  // Authorization.
  [
    "CO-197",
    "authorization front-end authorization authorization corrected-claim 30 remittance-date",
  ],
  [
    "CO-198 N54",
    "authorization front-end authorization authorization corrected-claim 30 remittance-date",
  ],
  [
    "CO-15",
    "authorization front-end authorization authorization corrected-claim 60 remittance-date",
  ],
  [
    "CO-302",
    "authorization front-end authorization authorization corrected-claim 60 remittance-date",
  ],
  ["CO-39", "authorization front-end authorization authorization appeal 7 remittance-date"],
  ["CO-95", "authorization front-end authorization authorization appeal 180 remittance-date"],
  // Coding.
  ["CO-4", "coding mid-cycle coding coder corrected-claim 90 remittance-date"],
  ["CO-4 N519", "coding mid-cycle coding coder corrected-claim 90 remittance-date"],
  ["CO-5 M77", "coding mid-cycle coding coder corrected-claim 90 remittance-date"],
  ["CO-6", "coding mid-cycle coding coder corrected-claim 90 remittance-date"],
  [
    "CO-6 N329",
    "registration front-end registration front-desk corrected-claim 90 remittance-date",
  ],
  [
    "CO-7 MA39",
    "registration front-end registration front-desk corrected-claim 90 remittance-date",
  ],
  ["CO-11", "coding mid-cycle coding coder corrected-claim 90 remittance-date"],
  ["CO-11 N386", "medical-necessity mid-cycle coding coder appeal 120 remittance-date"],
  ["CO-49", "contract mid-cycle coding coder corrected-claim 90 remittance-date"],
  ["CO-107", "coding mid-cycle coding biller corrected-claim 90 remittance-date"],
  ["CO-110", "registration mid-cycle claim biller new-claim 90 remittance-date"],
  ["CO-146", "coding mid-cycle coding coder corrected-claim 90 remittance-date"],
  ["CO-181", "coding mid-cycle coding coder corrected-claim 90 remittance-date"],
  ["CO-268", "coding mid-cycle coding coder new-claim 90 remittance-date"],
  ["CO-B16", "coding mid-cycle coding coder corrected-claim 90 remittance-date"],
  // Bundling.
  ["CO-97", "bundling mid-cycle coding coder corrected-claim 180 remittance-date"],
  ["CO-97 M15", "bundling mid-cycle coding coder corrected-claim 180 remittance-date"],
  ["CO-97 M144", "bundling mid-cycle coding coder corrected-claim 180 remittance-date"],
  [
    "CO-97 N70",
    "coordination-of-benefits mid-cycle claim biller rebill-other-payer 90 service-date",
  ],
  ["CO-234 N20", "bundling mid-cycle coding coder corrected-claim 180 remittance-date"],
  ["CO-236", "bundling mid-cycle coding coder corrected-claim 180 remittance-date"],
  ["CO-60", "bundling mid-cycle coding biller corrected-claim 90 remittance-date"],
  // Medical necessity.
  ["CO-50", "medical-necessity mid-cycle coding provider corrected-claim 120 remittance-date"],
  ["CO-50 N115", "medical-necessity mid-cycle coding provider corrected-claim 120 remittance-date"],
  ["PR-50", "medical-necessity mid-cycle coding provider bill-patient 120 remittance-date"],
  ["CO-55", "medical-necessity mid-cycle coding provider appeal 180 remittance-date"],
  ["CO-40", "medical-necessity payer denial denial-specialist appeal 180 remittance-date"],
  ["CO-151", "medical-necessity mid-cycle coding coder appeal 120 remittance-date"],
  ["CO-151 N362", "coding mid-cycle coding coder corrected-claim 120 remittance-date"],
  ["CO-249", "medical-necessity payer denial denial-specialist appeal 180 remittance-date"],
  // Billing error: the remark code names the item and the category.
  ["CO-16", "registration front-end registration biller corrected-claim 90 remittance-date"],
  ["CO-16 MA27", "registration front-end registration biller corrected-claim 90 remittance-date"],
  ["CO-16 MA61", "registration front-end registration biller corrected-claim 90 remittance-date"],
  ["CO-16 N382", "registration front-end registration biller corrected-claim 90 remittance-date"],
  ["CO-16 M47", "registration front-end claim biller corrected-claim 90 remittance-date"],
  ["CO-16 MA63", "coding mid-cycle coding biller corrected-claim 90 remittance-date"],
  ["CO-16 M51", "coding mid-cycle coding biller corrected-claim 90 remittance-date"],
  ["CO-16 M76", "coding mid-cycle coding biller corrected-claim 90 remittance-date"],
  ["CO-16 N290", "credentialing mid-cycle credentialing biller corrected-claim 90 remittance-date"],
  ["CO-16 N286", "credentialing mid-cycle credentialing biller corrected-claim 90 remittance-date"],
  [
    "CO-16 N4",
    "coordination-of-benefits front-end registration biller corrected-claim 90 remittance-date",
  ],
  ["CO-16 N706", "documentation mid-cycle charge-capture biller send-records 30 remittance-date"],
  ["CO-16 M62", "authorization front-end authorization biller corrected-claim 60 remittance-date"],
  ["CO-16 N418", "eligibility front-end eligibility biller rebill-other-payer 90 service-date"],
  ["CO-16 MA130", "registration front-end registration biller new-claim 365 service-date"],
  ["CO-16 N290 MA130", "credentialing mid-cycle credentialing biller new-claim 365 service-date"],
  ["CO-16 MA130 M76", "coding mid-cycle coding biller new-claim 365 service-date"],
  ["CO-16 MA01", "registration front-end registration biller corrected-claim 90 remittance-date"],
  ["CO-A1", "unknown back-end denial denial-specialist call-payer 90 remittance-date"],
  ["CO-A1 N290", "credentialing mid-cycle credentialing biller corrected-claim 90 remittance-date"],
  ["CO-A1 N115", "medical-necessity mid-cycle coding provider appeal 120 remittance-date"],
  // Not covered.
  ["CO-96", "contract front-end eligibility front-desk appeal 180 remittance-date"],
  ["PR-96", "contract front-end eligibility front-desk bill-patient 30 remittance-date"],
  ["CO-96 N130", "contract front-end eligibility front-desk appeal 180 remittance-date"],
  ["CO-96 N425", "contract front-end eligibility front-desk write-off 30 remittance-date"],
  ["PR-96 N425", "contract front-end eligibility front-desk bill-patient 30 remittance-date"],
  ["CO-96 N30", "eligibility front-end eligibility front-desk rebill-other-payer 90 service-date"],
  // Records.
  ["CO-252 M127", "documentation back-end claim biller send-records 45 remittance-date"],
  ["CO-252 N706", "documentation back-end claim biller send-records 30 remittance-date"],
  ["CO-226", "documentation back-end claim biller send-records 30 remittance-date"],
  ["CO-227 N375", "documentation back-end claim biller send-records 30 remittance-date"],
  ["CO-112", "documentation mid-cycle charge-capture provider send-records 30 remittance-date"],
  ["CO-116", "documentation front-end registration front-desk write-off 30 remittance-date"],
  // Credentialing.
  [
    "CO-8 N95",
    "credentialing mid-cycle credentialing credentialing corrected-claim 90 remittance-date",
  ],
  ["CO-B7", "credentialing back-end credentialing credentialing new-claim 90 remittance-date"],
  ["CO-B7 N570", "credentialing back-end credentialing credentialing new-claim 90 remittance-date"],
  [
    "CO-B23 MA120",
    "credentialing back-end credentialing credentialing new-claim 90 remittance-date",
  ],
  [
    "CO-185",
    "credentialing back-end credentialing credentialing corrected-claim 30 remittance-date",
  ],
  ["CO-208", "credentialing mid-cycle credentialing credentialing new-claim 90 remittance-date"],
  // Back end.
  ["CO-29", "timely-filing back-end claim biller appeal 60 remittance-date"],
  ["CO-138", "timely-filing back-end denial biller appeal 60 remittance-date"],
  ["CO-286", "timely-filing back-end denial biller appeal 60 remittance-date"],
  ["OA-18", "duplicate back-end claim biller call-payer 90 remittance-date"],
  ["OA-18 N522", "duplicate back-end claim biller wait 30 remittance-date"],
  ["CO-B13", "duplicate back-end claim biller call-payer 90 remittance-date"],
  ["CO-129 N4", "coordination-of-benefits back-end claim biller new-claim 90 remittance-date"],
  ["CO-276", "coordination-of-benefits back-end claim biller appeal 60 prior-payer-date"],
  ["CO-147", "contract back-end contract manager call-payer 90 remittance-date"],
  ["CO-222", "contract back-end contract manager call-payer 90 remittance-date"],
  ["CO-193", "unknown back-end denial biller appeal 60 remittance-date"],
  // Property and casualty.
  ["CO-P14", "bundling mid-cycle coding coder corrected-claim 90 remittance-date"],
  ["CO-P7", "coding payer coding denial-specialist appeal 90 remittance-date"],
  ["CO-P16", "credentialing payer credentialing denial-specialist appeal 90 remittance-date"],
  ["CO-P26", "contract payer contract denial-specialist appeal 90 remittance-date"],
  // No rule: shown and owned all the same.
  ["CO-999", "unknown back-end denial denial-specialist call-payer 90 remittance-date"],
] as const;

describe("a denial tells its cause and the next step", () => {
  it.each(denials)("%s: %s", (codes, expected) => {
    const found = classify(codes);
    expect(
      [
        found.category,
        found.stage,
        found.process,
        found.ownerRole,
        found.nextAction,
        found.deadline?.days,
        found.deadline?.basis,
      ].join(" "),
    ).toBe(expected);
    expect(found.isDenial).toBe(true);
  });
});

describe("what is no denial", () => {
  it.each([
    "PR-1",
    "PR-2",
    "PR-3",
    "PR-66",
    "PR-122",
    "OA-23",
    "CO-45",
    "PR-45",
    "CO-94",
    "CO-253",
    "CO-246",
    "CO-237 N807",
    "CO-144 N807",
    "OA-133",
    "OA-257",
    "OA-277",
    "OA-P8",
    "OA-P10",
    "OA-P11",
    "CO-P5",
    "CO-P12",
    "CO-P18",
    "OA-209",
    "PR-275",
    "CO-303",
    "CO-B11",
    "OA-290",
    "OA-305",
    "CO-104",
    "CO-245",
    "CO-105",
    "CO-161",
    "CO-101",
    "OA-100",
  ])("%s", (codes) => {
    expect(classify(codes).isDenial).toBe(false);
  });

  it("an amount of zero or less refuses nothing", () => {
    expect(classifyDenial({ ...read("CO-97"), cents: 0 }, facts).isDenial).toBe(false);
    expect(classifyDenial({ ...read("CO-97"), cents: -500 }, facts).isDenial).toBe(false);
  });

  it("the treatment decides where it is known, because it sees the line", () => {
    const whole = classifyDenial({ ...read("CO-45"), treatment: "denial" }, facts);
    expect(whole).toMatchObject({ isDenial: true, category: "contract", nextAction: "call-payer" });
    const reduction = classifyDenial({ ...read("CO-59"), treatment: "contractual" }, facts);
    expect(reduction).toMatchObject({ isDenial: false, category: "bundling" });
  });
});

describe("precedence", () => {
  it("prefers the remark code over the group, and the group over the reason alone", () => {
    expect(classify("PR-96 N30").rule?.remarkCode).toBe("N30");
    expect(classify("PR-96").rule?.groupCode).toBe("PR");
    expect(classify("CO-96").rule).toMatchObject({ groupCode: undefined, remarkCode: undefined });
  });

  it("prefers the row of the group among rows of one remark code", () => {
    expect(classify("PR-96 N425").rule?.groupCode).toBe("PR");
  });

  it("takes the first remark code that has a rule", () => {
    expect(classify("CO-16 MA01 N290 M76").category).toBe("credentialing");
    expect(classify("CO-16 M76 N290").category).toBe("coding");
  });

  it("keeps the cause of the first denial when a review only upholds it", () => {
    const { category, stage, process, ownerRole, preventable } = classify("CO-50");
    const firstDenial = { category, stage, process, ownerRole, preventable };
    const upheld = classifyDenial({ ...read("CO-193"), firstDenial }, facts);
    expect(upheld).toMatchObject({ ...firstDenial, nextAction: "appeal" });
    const other = classifyDenial({ ...read("CO-97"), firstDenial }, facts);
    expect(other.category).toBe("bundling");
  });
});

describe("what the payer left out", () => {
  it.each([
    ["CO-16", true],
    ["CO-16 MA01", true],
    ["CO-16 N290", false],
    ["CO-16 N999", false],
    ["CO-252", true],
    ["CO-97", false],
  ])("%s lacks a remark code that explains it: %s", (codes, expected) => {
    expect(classify(codes).lacksRemark).toBe(expected);
  });

  it.each([
    ["CO-999", false],
    ["CO-15", true],
    ["CO-16", true],
  ])("%s is a known reason: %s", (codes, expected) => {
    expect(classify(codes).isKnownReason).toBe(expected);
  });

  it("knows no rule before the rules begin", () => {
    const early = classifyDenial({ ...read("CO-97"), on: "1980-01-01" }, facts);
    expect(early).toMatchObject({ category: "unknown", rule: undefined, isKnownReason: true });
  });
});
