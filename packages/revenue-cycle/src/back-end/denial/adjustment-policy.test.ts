import { readFileSync } from "node:fs";
import { parseReferenceTables, referenceFiles } from "@headwater/code-sets";
import { describe, expect, it } from "vitest";
import { type AdjustmentInContext, treatAdjustment } from "./adjustment-policy.ts";
import { classifyDenial } from "./classify-denial.ts";
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

/** A line charged 100.00, of which 40.00 is paid and 20.00 adjusted, unless the case says more. */
function treat(codes: string, more: Partial<AdjustmentInContext> = {}) {
  const [adjustment = "", ...remarkCodes] = codes.split(" ");
  const [groupCode = "", reasonCode = ""] = adjustment.split("-");
  return treatAdjustment(
    {
      groupCode,
      reasonCode,
      remarkCodes,
      cents: 2_000,
      filingIndicator: "CI",
      lineChargedCents: 10_000,
      linePaidCents: 4_000,
      hasCapitationContract: false,
      on: "2026-05-04",
      ...more,
    },
    facts,
  ).treatment;
}

const whole = { cents: 10_000, linePaidCents: 0 };
const unpaid = { linePaidCents: 0 };
const negative = { cents: -2_000 };

describe("treatment of an adjustment", () => {
  it.each<[string, string, Partial<AdjustmentInContext>, string]>([
    ["contractual amount", "CO-45", {}, "contractual"],
    ["contractual amount, rest to the deductible", "CO-45", unpaid, "contractual"],
    ["the whole charge as contractual", "CO-45", whole, "denial"],
    ["no contract", "PR-45", {}, "hold"],
    ["no contract, the whole charge", "PR-45", whole, "denial"],
    ["fee schedule under another group", "OA-45", {}, "denial"],
    ["sequestration", "CO-253", {}, "sequestration"],
    ["multiple-procedure reduction with payment", "CO-59", {}, "contractual"],
    [
      "same, paid by the deductible",
      "CO-59",
      { ...unpaid, linePatientShareCents: 500 },
      "contractual",
    ],
    ["multiple-procedure refusal", "CO-59", whole, "denial"],
    ["reporting-only code", "CO-246", unpaid, "contractual"],
    ["merit-based penalty", "CO-237 N807", {}, "contractual"],
    ["penalty without its remark", "CO-237", {}, "denial"],
    ["quality program before its end", "CO-237 N699", { on: "2017-05-01" }, "contractual"],
    ["quality program after its end", "CO-237 N699", {}, "denial"],
    ["work injury fee schedule", "CO-P12", { filingIndicator: "WC" }, "contractual"],
    ["same from a health plan", "CO-P12", {}, "denial"],
    ["same with no filing indicator", "CO-P12", { filingIndicator: undefined }, "denial"],
    ["same for the whole charge", "CO-P12", { ...whole, filingIndicator: "WC" }, "denial"],
    ["own capitation", "CO-24", { ...whole, hasCapitationContract: true }, "capitation"],
    ["managed-care patient, no contract of ours", "CO-24", whole, "denial"],
    ["withhold", "CO-104", {}, "withhold"],
    ["performance withhold", "CO-245", {}, "withhold"],
    ["tax withheld", "CO-105", {}, "irs-withholding"],
    ["bundled", "CO-97", whole, "denial"],
    ["bundled as we expected", "CO-97", { ...whole, isBundleExpected: true }, "contractual"],
    ["not paid apart", "CO-234 M15", whole, "denial"],
    [
      "not paid apart as we expected",
      "CO-234 M15",
      { ...whole, isBundleExpected: true },
      "contractual",
    ],
    ["billing error", "CO-16 N290", whole, "denial"],
    ["timely filing", "CO-29", whole, "denial"],
    ["negotiated discount outside the list", "CO-131", {}, "denial"],
    ["a code nobody knows", "CO-999", {}, "denial"],
    ["deductible", "PR-1", {}, "patient"],
    ["coinsurance", "PR-2", {}, "patient"],
    ["copay", "PR-3", {}, "patient"],
    ["blood deductible", "PR-66", {}, "patient"],
    ["psychiatric reduction", "PR-122", {}, "patient"],
    ["deductible given back", "PR-1", negative, "patient"],
    ["deductible under the wrong group", "CO-1", {}, "denial"],
    ["coverage ended", "PR-27", whole, "denial"],
    ["not covered", "PR-96 N130", whole, "denial"],
    ["not covered under the plan", "PR-204", whole, "denial"],
    ["refused patient amount given back", "PR-96", negative, "hold"],
    ["earlier payer's patient share", "PR-275", {}, "patient"],
    ["same for a QMB", "CO-303", {}, "contractual"],
    ["Medicaid patient liability", "PR-142", {}, "hold"],
    ["paid to the patient", "OA-100", {}, "patient"],
    ["earlier payer's effect", "OA-23", {}, "prior-payer"],
    ["earlier payer's effect, negative", "OA-23", negative, "prior-payer"],
    ["earlier payer's effect under the wrong group", "CO-23", {}, "denial"],
    ["duplicate", "OA-18", whole, "denial"],
    ["not collectible from the patient", "OA-209", {}, "hold"],
    ["payer-initiated reduction", "PI-97", {}, "denial"],
    ["payer-initiated fee schedule", "PI-45", {}, "denial"],
    ["line under review", "OA-133", whole, "pended"],
    ["line under review in another group", "CO-133", whole, "pended"],
    ["exchange grace period", "OA-257", whole, "pended"],
    ["grace period", "OA-277", whole, "pended"],
    ["investigation", "OA-P8", whole, "pended"],
    ["litigation", "OA-P10", whole, "pended"],
    ["dispute", "OA-P11", whole, "pended"],
    ["forwarded", "CO-B11", whole, "pended"],
    ["predetermination", "OA-101", whole, "informational"],
    ["paid more than charged", "CO-94", negative, "incentive"],
    ["same, positive", "CO-94", {}, "hold"],
    ["incentive", "CO-144 N807", negative, "incentive"],
    ["incentive taken away", "CO-144", {}, "hold"],
    ["bonus", "CO-161", negative, "incentive"],
    ["indemnification", "OA-121", negative, "incentive"],
    ["contractual amount given back", "CO-45", negative, "incentive"],
    ["withhold given back", "CO-104", negative, "withhold"],
    ["zero explains only", "CO-45", { cents: 0 }, "informational"],
    ["zero of a denial reason", "CO-16 N290", { cents: 0, ...unpaid }, "informational"],
    ["zero copay", "PR-3", { cents: 0 }, "informational"],
    ["group of the old version", "CR-45", {}, "hold"],
    ["no such group", "ZZ-45", {}, "hold"],
    ["old contractual code in its day", "CO-A2", { on: "2003-04-01" }, "contractual"],
    ["old contractual code today", "CO-A2", {}, "denial"],
  ])("%s, %s", (_name, codes, more, expected) => {
    expect(treat(codes, more)).toBe(expected);
  });

  it("names the row that decided, and none before the rows begin", () => {
    const adjustment = {
      groupCode: "CO",
      reasonCode: "45",
      remarkCodes: [],
      cents: 100,
      filingIndicator: undefined,
      lineChargedCents: 1_000,
      linePaidCents: 500,
      hasCapitationContract: false,
    };
    const decided = treatAdjustment({ ...adjustment, on: "2026-05-04" }, facts);
    expect(decided.rule?.note).toBe("Above the fee schedule or contract.");
    const early = treatAdjustment({ ...adjustment, on: "1980-01-01" }, facts);
    expect(early).toEqual({ treatment: "hold", rule: undefined });
  });
});

describe("rules and policy agree", () => {
  const openReasons = tables.adjustmentReasons.filter((row) => row.effectiveTo === undefined);

  /** Reasons whose treatment hangs on line, payer or contract, which a rule by codes cannot see. */
  const hangsOnContext = new Set(["P5", "P12", "P18", "24", "59"]);

  it.each(["CO", "PR", "OA", "PI"])("on what is a denial in group %s", (groupCode) => {
    const disagreements = openReasons.filter(({ code }) => {
      const classified = classifyDenial(
        { groupCode, reasonCode: code, remarkCodes: [], on: "2026-05-04", cents: 2_000 },
        facts,
      );
      const isDenied = treat(`${groupCode}-${code}`) === "denial";
      return !hangsOnContext.has(code) && isDenied !== classified.isDenial;
    });
    expect(disagreements.map(({ code }) => code)).toEqual([]);
  });
});
