import { readFileSync } from "node:fs";
import { parseReferenceTables, referenceFiles } from "@headwater/code-sets";
import { describe, expect, it } from "vitest";
import { classifyDenial } from "./classify-denial.ts";
import { anyReason, buildDenialFacts, rowsForReason } from "./denial-facts.ts";

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

/** Every reason the denial taxonomy names, so that none is lost from the table. */
const taxonomyReasons = `
  1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 18 19 20 21 22 23 24 26 27 29 31 32 33 34 35 39 40 45 49
  50 54 55 56 58 59 60 66 89 94 95 96 97 100 101 104 105 107 108 109 110 112 116 119 122 129 133
  134 136 138 140 144 146 147 148 149 150 151 152 153 154 161 163 164 166 167 170 171 172 173 174
  175 176 177 178 179 180 181 182 183 184 185 186 189 190 193 194 197 198 199 200 204 206 207 208
  209 210 216 222 226 227 231 233 234 236 237 238 239 242 243 245 246 249 250 251 252 253 254 256
  257 258 261 267 268 269 270 272 273 275 276 277 279 280 282 283 284 285 286 287 288 289 290 291
  292 296 297 298 299 300 301 302 303 304 305 306 A1 A6 B1 B7 B8 B9 B11 B12 B13 B14 B15 B16 B20
  B22 B23 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P14 P15 P16 P17 P18 P21 P22 P23`
  .trim()
  .split(/\s+/);

describe("denial rules as shipped", () => {
  it("have a row without group or remark for every reason the taxonomy names", () => {
    const generic = new Set(
      tables.denialRules
        .filter((rule) => rule.remarkCode === undefined)
        .map((rule) => rule.reasonCode),
    );
    expect(taxonomyReasons.filter((code) => !generic.has(code))).toEqual([]);
  });

  it("classify every reason of the list in every group, in force or retired", () => {
    for (const { code } of tables.adjustmentReasons) {
      for (const groupCode of ["CO", "PR", "OA", "PI"]) {
        const adjustment = { groupCode, reasonCode: code, remarkCodes: [], cents: 100 };
        const found = classifyDenial({ ...adjustment, on: "2026-05-04" }, facts);
        expect(found.rule, `${groupCode}-${code}`).toBeDefined();
        if (!["A1", "193"].includes(code)) expect(found.category).not.toBe("unknown");
      }
    }
  });

  it("give every denial an owner and a deadline", () => {
    const overdue = tables.denialRules.filter(
      (rule) => !rule.notDenial && rule.deadlineDays === undefined,
    );
    expect(overdue).toEqual([]);
  });

  it("name only reasons and remark codes of the lists, and no alert", () => {
    const reasons = new Set(tables.adjustmentReasons.map(({ code }) => code));
    const alerts = new Map(tables.remarkCodes.map(({ code, isAlert }) => [code, isAlert]));
    for (const { reasonCode, remarkCode } of [
      ...tables.denialRules,
      ...tables.adjustmentPolicies,
    ]) {
      if (reasonCode !== undefined) expect(reasons.has(reasonCode), reasonCode).toBe(true);
      if (remarkCode !== undefined) expect(alerts.get(remarkCode), remarkCode).toBe(false);
    }
  });

  it("look up the rows of a reason, then those of any", () => {
    const rows = rowsForReason(facts.rules, "29");
    expect(rows[0]?.reasonCode).toBe("29");
    expect(rows.slice(1)).toEqual(facts.rules.get(anyReason));
    expect(rowsForReason(new Map(), "29")).toEqual([]);
  });
});
