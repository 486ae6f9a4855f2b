import { describe, expect, it } from "vitest";
import { payerOf } from "./payers.ts";
import { type PricedLine, priceLines } from "./price-lines.ts";

const line = (code: string, modifiers = "", units = 1, chargedCents = 500_000): PricedLine => ({
  code,
  modifiers: modifiers === "" ? [] : modifiers.split(" "),
  units,
  chargedCents,
});

const physician = { year: 2026, isNonPhysician: false };

const allowed = (payer: string, lines: readonly PricedLine[], context = physician) =>
  priceLines(lines, payerOf(payer).contract, context).map(({ allowedCents }) => allowedCents);

describe("contract prices", () => {
  it.each([
    ["percent of Medicare", "medicare", line("99213"), 9118],
    ["more than Medicare", "blue", line("99213"), 11_671],
    ["a carve-out", "blue", line("J3420"), 223],
    ["units", "blue", line("J1100", "", 8), 120],
    ["own schedule by kind", "medicaid-east", line("99213"), 6200],
    ["percent of the charge", "crest", line("99213", "", 1, 20_000), 11_000],
    ["both sides", "medicare", line("20610", "50"), 9821],
    ["assistant at surgery", "medicare", line("29881", "AS"), 7495],
    ["case rate", "summit", line("29881"), 72_000],
    ["never above the charge", "medicare", line("99213", "", 1, 8000), 8000],
  ])("%s", (_, payer, priced, expected) => {
    expect(allowed(payer, [priced])).toEqual([expected]);
  });

  it("pay nurse practitioners 85 % at Medicare, but no test less", () => {
    const context = { year: 2026, isNonPhysician: true };
    expect(allowed("medicare", [line("99213"), line("83036")], context)).toEqual([7750, 971]);
  });

  it("halve the second procedure, not the assistant's line", () => {
    expect(allowed("medicare", [line("17000", "59"), line("11102")])).toEqual([3407, 10_087]);
    expect(allowed("medicare", [line("29881"), line("29881", "AS")])).toEqual([55_111, 7495]);
  });

  it("cap a claim as a whole where the contract says so", () => {
    const lines = [line("99213", "", 1, 5000), line("83036", "", 1, 9000)];
    expect(allowed("harbor", lines)).toEqual([10_759, 777]);
    expect(allowed("harbor", [line("99213", "", 1, 5000)])).toEqual([5000]);
  });

  it("mark what a month's sum pays", () => {
    const { contract } = payerOf("medicaid-plan");
    const [price] = priceLines([line("36415")], contract, physician);
    expect(price?.isCapitated).toBe(true);
  });
});
