import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseReferenceTables, referenceFiles } from "./reference-tables.ts";

const directory = new URL("../../../database/reference/", import.meta.url);
const files: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(referenceFiles).map((name) => [
    name,
    readFileSync(new URL(name, directory), "utf8"),
  ]),
);
const tables = parseReferenceTables(files);
const isOpen = (row: { effectiveTo: string | undefined }) => row.effectiveTo === undefined;

/** The tables with one text of one file replaced. */
function withChange(name: string, find: string, replacement: string) {
  const content = files[name] ?? "";
  expect(content).toContain(find);
  return () => parseReferenceTables({ ...files, [name]: content.replace(find, replacement) });
}

describe("reference tables as shipped", () => {
  it("hold what the product promises", () => {
    expect(tables.adjustmentReasons.filter(isOpen)).toHaveLength(295);
    expect(tables.remarkCodes.length).toBeGreaterThanOrEqual(300);
    expect(tables.claimStatusCodes.length).toBeGreaterThanOrEqual(200);
    expect(tables.adjustmentGroups.map(({ code }) => code)).toEqual(["CO", "PR", "OA", "PI", "CR"]);
    expect(tables.interchangeNoteCodes).toHaveLength(32);
  });

  it("have labels of at most 80 characters, each trimmed and on one line", () => {
    const labelled = [
      tables.adjustmentReasons,
      tables.remarkCodes,
      tables.adjustmentGroups,
      tables.providerAdjustmentCodes,
      tables.claimStatusCategories,
      tables.claimStatusCodes,
      tables.remittanceClaimStatuses,
      tables.paymentMethods,
      tables.interchangeNoteCodes,
      tables.implementationErrorCodes,
    ].flat();
    expect(labelled.filter(({ label }) => label.length > 80 || label.trim() !== label)).toEqual([]);
  });

  it("use only codes of the published form", () => {
    for (const { code } of tables.adjustmentReasons) expect(code).toMatch(/^[ABDPWY]?\d{1,3}$/);
    for (const { code } of tables.remarkCodes) expect(code).toMatch(/^(M|MA|N)\d{1,3}$/);
    for (const { code } of tables.interchangeNoteCodes) expect(code).toMatch(/^0\d\d$/);
  });

  it("give days and basis of a deadline together, and only one kind of rule without a reason", () => {
    for (const rule of tables.denialRules) {
      expect(rule.deadlineDays === undefined).toBe(rule.deadlineBasis === undefined);
      if (rule.reasonCode === undefined) expect(rule.changes).toBe("action");
    }
  });

  it.each([
    ["15", "2018-04-30"],
    ["138", "2018-04-30"],
    ["125", "2013-10-31"],
    ["42", "2007-05-31"],
  ])("keep the retired reason %s up to %s", (code, lastDay) => {
    const reason = tables.adjustmentReasons.find((row) => row.code === code);
    expect(reason?.effectiveTo).toBe(lastDay);
  });

  it.each([
    ["A0", "on-the-way"],
    ["A1", "on-the-way"],
    ["A2", "accepted"],
    ["A3", "rejected"],
    ["A4", "rejected"],
    ["A5", "accepted"],
    ["A6", "rejected"],
    ["A7", "rejected"],
    ["A8", "rejected"],
    ["D0", "not-found"],
    ["P1", "pending"],
    ["F2", "finalized"],
    ["E2", "error"],
  ])("read claim status category %s as %s", (code, outcome) => {
    expect(tables.claimStatusCategories.find((row) => row.code === code)?.outcome).toBe(outcome);
  });

  it.each([
    ["WO", "recoupment"],
    ["FB", "forward-balance"],
    ["72", "refund-payable"],
    ["CS", "suspense"],
    ["L6", "interest-income"],
    ["IR", "irs-withholding"],
    ["AP", "advance-payment"],
    ["J1", "suspense"],
    ["CT", "capitation-income"],
    ["E3", "withhold-receivable"],
  ])("book provider adjustment %s to %s", (code, accountKind) => {
    const row = tables.providerAdjustmentCodes.find((candidate) => candidate.code === code);
    expect(row?.accountKind).toBe(accountKind);
  });
});

describe("reference tables that are refused", () => {
  it("names a missing file", () => {
    const { "denial-rules.csv": _missing, ...rest } = files;
    expect(() => parseReferenceTables(rest)).toThrow("denial-rules.csv: missing-file");
  });

  it.each([
    ["a category outside the list", "denial-rules.csv", ",coding,", ",codes,", "category"],
    ["a treatment outside the list", "adjustment-policy.csv", ",denial,", ",lost,", "treatment"],
    [
      "a day that does not exist",
      "payment-methods.csv",
      "1990-01-01",
      "1990-02-30",
      "effective_from",
    ],
    ["a flag that is neither", "payment-methods.csv", ",true,", ",yes,", "moves_money"],
    ["a number with a sign", "denial-rules.csv", ",90,", ",-90,", "deadline_days"],
    ["an empty label", "adjustment-groups.csv", "Contractual obligation", "", "label"],
  ])("refuses %s", (_name, file, find, replacement, column) => {
    expect(withChange(file, find, replacement)).toThrow(
      expect.objectContaining({ code: "invalid-value", file, column }),
    );
  });

  it("refuses a code that is given twice for one day", () => {
    expect(withChange("payment-methods.csv", "\nBOP,", "\nACH,")).toThrow("overlapping-rows");
  });
});
