import { readFileSync } from "node:fs";
import { parseReferenceTables, referenceFiles } from "@headwater/code-sets";
import { describe, expect, it } from "vitest";
import { buildDenialFacts } from "./denial-facts.ts";
import {
  type AdjudicatedClaim,
  type AdjudicatedLine,
  hasDeniedLine,
  isWhollyDenied,
  treatClaim,
} from "./is-initial-denial.ts";

const directory = new URL("../../../../../database/reference/", import.meta.url);
const facts = buildDenialFacts(
  parseReferenceTables(
    Object.fromEntries(
      Object.values(referenceFiles).map((name) => [
        name,
        readFileSync(new URL(name, directory), "utf8"),
      ]),
    ),
  ),
);
const context = { on: "2026-05-04", hasCapitationContract: false };

/** `100 paid 40 CO-45 50 PR-2 10 remark N30` in dollars: one line. */
function line(text: string): AdjudicatedLine {
  const [head = "", remarks = ""] = text.split(" remark ");
  const [charged = "", , paid = "", ...rest] = head.split(" ");
  const adjustments = [];
  for (let index = 0; index + 1 < rest.length; index += 2) {
    const [groupCode = "", reasonCode = ""] = (rest[index] ?? "").split("-");
    adjustments.push({ groupCode, reasonCode, cents: Number(rest[index + 1]) * 100 });
  }
  return {
    chargedCents: Number(charged) * 100,
    paidCents: Number(paid) * 100,
    adjustments,
    remarkCodes: remarks.split(" ").filter((code) => code !== ""),
  };
}

/** Status and lines; a first part after `claim` holds the claim level's own adjustments. */
function claim(statusCode: string, ...lines: readonly string[]): AdjudicatedClaim {
  const parsed = lines.map(line);
  return {
    statusCode,
    filingIndicator: "CI",
    chargedCents: parsed.reduce((sum, { chargedCents }) => sum + chargedCents, 0),
    paidCents: parsed.reduce((sum, { paidCents }) => sum + paidCents, 0),
    adjustments: [],
    remarkCodes: [],
    lines: parsed,
  };
}

const atClaimLevel = (statusCode: string, text: string): AdjudicatedClaim => ({
  ...line(text),
  statusCode,
  filingIndicator: "CI",
  lines: [],
});

describe("initial denial", () => {
  it.each<[string, AdjudicatedClaim, boolean, boolean]>([
    ["paid", claim("1", "100 paid 60 CO-45 40"), false, false],
    ["refused whole", claim("1", "100 paid 0 CO-197 100"), true, true],
    ["refused whole, shifted to the patient", claim("1", "100 paid 0 PR-27 100"), true, true],
    ["refused whole as a duplicate", claim("1", "100 paid 0 OA-18 100"), true, true],
    [
      "refused whole by a payer-initiated reduction",
      claim("1", "100 paid 0 PI-50 100"),
      true,
      true,
    ],
    ["contractual part, rest refused", claim("1", "100 paid 0 CO-45 40 CO-50 60"), true, true],
    ["the whole charge as contractual", claim("1", "100 paid 0 CO-45 100"), true, true],
    ["all to the deductible", claim("1", "100 paid 0 CO-45 40 PR-1 60"), false, false],
    ["copay takes all of it", claim("1", "100 paid 0 CO-45 80 PR-3 20"), false, false],
    [
      "one line refused, one paid",
      claim("1", "100 paid 60 CO-45 40", "50 paid 0 CO-97 50"),
      false,
      true,
    ],
    [
      "one line refused, one to the deductible",
      claim("1", "100 paid 0 PR-1 100", "50 paid 0 CO-97 50"),
      false,
      true,
    ],
    ["part of a paid line refused", claim("1", "100 paid 60 CO-151 40"), false, false],
    ["multiple-procedure reduction", claim("1", "100 paid 60 CO-59 40"), false, false],
    ["sequestration beside payment", claim("1", "100 paid 78 CO-253 2 PR-2 20"), false, false],
    ["secondary: the earlier payer took all", claim("2", "100 paid 0 OA-23 100"), false, false],
    ["secondary: rest refused", claim("2", "100 paid 0 OA-23 80 CO-16 20 remark N4"), true, true],
    ["pended line", claim("1", "100 paid 0 OA-133 100"), false, false],
    ["reporting-only line", claim("1", "1 paid 0 CO-246 1"), false, false],
    ["status denied with nothing said", claim("4", "100 paid 0 OA-133 100"), true, true],
    ["status denied though paid", claim("4", "100 paid 60 CO-45 40"), false, false],
    ["denied without lines", atClaimLevel("4", "100 paid 0 CO-31 100"), true, true],
    ["refused at the claim level, status 1", atClaimLevel("1", "100 paid 0 CO-29 100"), true, true],
    ["forwarded and refused", claim("19", "100 paid 0 CO-204 100"), true, true],
    ["reversal", claim("22", "-100 paid -60 CO-45 -40"), false, false],
    ["reversal of a denial", claim("22", "-100 paid 0 CO-50 -100"), false, false],
    ["claim of another payer", claim("23", "100 paid 0 CO-109 100"), false, false],
    ["predetermination", claim("25", "100 paid 0 OA-101 100"), false, false],
    ["status of an older version", claim("5", "100 paid 0 CO-50 100"), false, false],
    ["status nobody knows", claim("99", "100 paid 0 CO-50 100"), false, false],
    ["capitated elsewhere", claim("1", "100 paid 0 CO-24 100"), true, true],
  ])("%s", (_name, given, wholly, anyLine) => {
    expect(isWhollyDenied(given, context, facts)).toBe(wholly);
    expect(hasDeniedLine(given, context, facts)).toBe(anyLine);
  });

  it("is none under our own capitation or for a bundle we expected", () => {
    const capitated = claim("1", "100 paid 0 CO-24 100");
    expect(isWhollyDenied(capitated, { ...context, hasCapitationContract: true }, facts)).toBe(
      false,
    );
    const bundled = claim("1", "100 paid 60 CO-45 40", "50 paid 0 CO-97 50");
    expect(hasDeniedLine(bundled, { ...context, isBundleExpected: true }, facts)).toBe(false);
  });

  it("treats each adjustment with its line and the remarks of line and claim", () => {
    const given = {
      ...claim("1", "100 paid 60 CO-45 40", "50 paid 0 CO-16 50 remark N290"),
      remarkCodes: ["MA130"],
      adjustments: [{ groupCode: "OA", reasonCode: "23", cents: 0 }],
    };
    expect(
      treatClaim(given, context, facts).map(({ reasonCode, lineNumber, remarkCodes, treatment }) =>
        [reasonCode, lineNumber ?? "claim", remarkCodes.join("+"), treatment].join(" "),
      ),
    ).toEqual(["23 claim MA130 informational", "45 1 MA130 contractual", "16 2 N290+MA130 denial"]);
  });
});
