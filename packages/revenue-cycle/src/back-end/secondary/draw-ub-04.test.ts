import { baselineOf, cell } from "@headwater/platform/pdf/character-grid.ts";
import type { ClaimCode, ClaimServiceLine, Party, WritableClaim } from "@headwater/x12";
import { describe, expect, test } from "vitest";
import { buildClaim } from "../../mid-cycle/claim/build-claim.ts";
import { controlNumberOf, controlNumberRoot } from "../../mid-cycle/claim/control-number.ts";
import { exampleSources } from "../../mid-cycle/claim/testing/example-sources.ts";
import { drawClaimForm } from "./draw-claim-form.query.ts";
import { fillUb04 } from "./fill-ub-04.ts";
import { charactersOf, textsOf } from "./testing/form-pages.ts";
import { ub04Left, ub04Places } from "./ub-04-places.ts";

const number = controlNumberOf({ root: controlNumberRoot(1), version: 1 });
const printed = { on: "2026-07-01", paper: "preprinted" } as const;

function code(qualifier: string, value: string, rest: Partial<ClaimCode> = {}): ClaimCode {
  return {
    qualifier,
    code: value,
    date: undefined,
    through: undefined,
    cents: undefined,
    presentOnAdmission: undefined,
    ...rest,
  };
}

const many = (count: number, one: (position: number) => ClaimCode) =>
  Array.from({ length: count }, (_, index) => one(index + 1));

const two = (position: number) => String(position).padStart(2, "0");

function clinician(entityCode: string, last: string, npi: string): Party {
  return {
    entityCode,
    isPerson: true,
    lastNameOrOrganization: last,
    firstName: "ROBERT",
    middleName: undefined,
    suffix: undefined,
    idQualifier: "XX",
    id: npi,
    address: undefined,
    dateOfBirth: undefined,
    gender: undefined,
    taxonomy: undefined,
    references: [{ qualifier: "G2", id: "LIC55" }],
    contacts: [],
  };
}

/** An inpatient claim that fills every locator, with this many service lines of 100.00. */
function institutional(lines: number, codes: readonly ClaimCode[] = everyCode): WritableClaim {
  const result = buildClaim(exampleSources, number);
  if (result.is !== "built") throw new Error(JSON.stringify(result.missing));
  const { claim } = result;
  const [first] = claim.lines;
  if (first === undefined) throw new Error("no line");
  const { billingProvider, coverage } = claim;
  return {
    ...claim,
    kind: "837I",
    facilityCode: "11",
    facilityCodeQualifier: "A",
    chargedCents: lines * 10_000,
    admission: { type: "3", source: "1", patientStatus: "01" },
    dischargeTime: "1130",
    dates: [
      { qualifier: "434", from: "2026-06-12", through: "2026-06-15" },
      { qualifier: "435", from: "2026-06-12", through: undefined, time: "0815" },
    ],
    references: [
      { qualifier: "EA", id: "MRN77" },
      { qualifier: "LU", id: "IL" },
    ],
    payToAddress: billingProvider,
    priorAuthorization: "AUTH9",
    originalPayerClaimControlNumber: "ICN0",
    notes: [{ qualifier: "ADD", text: "PATIENT WAS SEEN AT THE SCENE OF AN ACCIDENT BEFORE" }],
    codes,
    otherCoverages: [
      {
        ...coverage,
        sequence: "S",
        groupName: "MAPLE WORKS",
        adjustments: [],
        amounts: [{ qualifier: "D", cents: 6_405 }],
        benefitsAssigned: "Y",
        releaseOfInformation: "Y",
        remarkCodes: [],
        adjudicatedOn: "2026-06-20",
      },
    ],
    parties: [
      clinician("71", "HALE", "1679576722"),
      clinician("72", "PARK", "1234567893"),
      clinician("ZZ", "STONE", "1245319599"),
      clinician("DN", "REED", "1003000126"),
    ],
    lines: Array.from(
      { length: lines },
      (_, index): ClaimServiceLine => ({
        ...first,
        number: index + 1,
        revenueCode: "0636",
        chargedCents: 10_000,
        nonCoveredCents: index === 0 ? 1_250 : undefined,
        quantity: "12",
        drug: { ndc: "00074115278", quantity: "5", unit: "ML" },
        procedure: {
          qualifier: "HC",
          code: "J0120",
          modifiers: ["59", "XU"],
          description: undefined,
        },
      }),
    ),
  };
}

const everyCode = [
  code("ABK", "E119", { presentOnAdmission: "Y" }),
  ...many(17, (n) => code("ABF", `I10${two(n)}`, { presentOnAdmission: "N" })),
  code("ABJ", "R0602"),
  ...many(3, (n) => code("APR", `R07${n}`)),
  ...many(3, (n) => code("ABN", `W01${n}`, { presentOnAdmission: "Y" })),
  code("DR", "0194"),
  code("BBR", "0DT70ZZ", { date: "2026-06-12" }),
  ...many(5, (n) => code("BBQ", `0DT${n}0ZZ`, { date: "2026-06-13" })),
  ...many(11, (n) => code("BG", two(n))),
  ...many(8, (n) => code("BH", two(n), { date: "2026-06-01" })),
  ...many(4, (n) => code("BI", `7${n}`, { date: "2026-06-01", through: "2026-06-03" })),
  ...many(12, (n) => code("BE", two(n), { cents: n * 100 + 5 })),
];

describe("an institutional claim on the form UB-04", () => {
  const claim = institutional(2);
  const [form = []] = fillUb04(claim, printed.on).forms;
  const textOf = (item: string) => form.find((each) => each.item === item)?.text;

  test.each([
    ["1.name", "RIVERSIDE FAMILY MEDICINE"],
    ["2.street", "400 RIVER STREET"],
    ["3a", number],
    ["3b", "MRN77"],
    ["4", "0111"],
    ["5", "361234567"],
    ["6.from", "061226"],
    ["6.through", "061526"],
    ["8b", "ALDER, CLARA"],
    ["9c", "IL"],
    ["10", "04021980"],
    ["11", "F"],
    ["12", "061226"],
    ["13", "08"],
    ["14", "3"],
    ["15", "1"],
    ["16", "11"],
    ["17", "01"],
    ["18", "01"],
    ["28", "11"],
    ["29", "IL"],
    ["31a", "01"],
    ["34b", "08"],
    ["34b.date", "060126"],
    ["36b", "74"],
    ["36b.through", "060326"],
    ["38.1", "NORTHFIELD HEALTH PLAN"],
    ["39a.amount", "1 05"],
    ["40a", "02"],
    ["41d.amount", "12 05"],
    ["42[1]", "0636"],
    ["43[1]", "N400074115278ML5"],
    ["44[1]", "J012059XU"],
    ["45[1]", "061226"],
    ["46[1]", "12"],
    ["47[1]", "100 00"],
    ["48[1]", "12 50"],
    ["42.total", "0001"],
    ["43.page", "1"],
    ["43.pages", "1"],
    ["45.created", "070126"],
    ["47.total", "200 00"],
    ["48.total", "12 50"],
    ["50A", "NORTHFIELD HEALTH PLAN"],
    ["51A", "NFHP1"],
    ["52A", "Y"],
    ["54B", "64 05"],
    ["56", "1234567893"],
    ["58A", "ALDER, CLARA"],
    ["59A", "18"],
    ["60A", "W123456789"],
    ["61B", "MAPLE WORKS"],
    ["63A", "AUTH9"],
    ["64A", "ICN0"],
    ["66", "0"],
    ["67", "E119"],
    ["67.present", "Y"],
    ["67A", "I1001"],
    ["67Q", "I1017"],
    ["69", "R0602"],
    ["70c", "R073"],
    ["71", "0194"],
    ["72c.present", "Y"],
    ["74", "0DT70ZZ"],
    ["74e.date", "061326"],
    ["76.npi", "1679576722"],
    ["76.last", "HALE"],
    ["77.qualifier", "G2"],
    ["78.role", "ZZ"],
    ["79.role", "DN"],
    ["80.1", "PATIENT WAS SEEN AT"],
    ["80.2", "THE SCENE OF AN ACCIDENT"],
    ["80.3", "BEFORE"],
    ["81a.qualifier", "B3"],
    ["81a.code", "207Q00000X"],
  ])("locator %s says %s", (item, text) => {
    expect(textOf(item)).toBe(text);
  });

  test("every place but those of a third payer, of other lines and of further codes is filled", () => {
    const empty = [...ub04Places.keys()].filter((item) => textOf(item) === undefined);
    expect(empty.filter((item) => !/^\d\d[C]$|\[(?!1\])\d+\]|^81[bcd]|^48\[/.test(item))).toEqual([
      "8a",
      "9e",
      "38.4",
      "80.4",
      "54A",
      "57A",
      "61A",
      "57B",
      "63B",
      "64B",
      "81a.value",
    ]);
  });

  test("no two locators claim one cell, and all fit on the paper", () => {
    const taken = new Map<string, string>();
    for (const [item, place] of ub04Places) {
      expect(place.line).toBeLessThanOrEqual(64);
      expect(place.column + place.length - 1, item).toBeLessThanOrEqual(82);
      for (let at = place.column; at < place.column + place.length; at += 1) {
        const key = `${place.line}:${at}`;
        expect(taken.get(key), `${item} at ${key}`).toBeUndefined();
        taken.set(key, item);
      }
    }
  });

  test("every text lies in its locator's cells", () => {
    for (const { item, line, column, text } of form) {
      const place = ub04Places.get(item);
      expect(line).toBe(place?.line);
      expect(column).toBeGreaterThanOrEqual(place?.column ?? 99);
      expect(column + text.length).toBeLessThanOrEqual((place?.column ?? 0) + (place?.length ?? 0));
    }
  });

  test("the PDF has every text where the form's grid has its locator, and nothing else", async () => {
    const pages = await textsOf(await drawClaimForm(claim, printed));
    expect(pages).toHaveLength(2);
    const expected = form.map(({ text, line, column }) => ({
      text,
      x: ub04Left + (column - 1) * cell.width,
      y: baselineOf(line),
    }));
    expect(charactersOf(pages[0] ?? [])).toEqual(charactersOf(expected));
  });

  /** Left ends and lines as another system's form has them, in inches from the upper left corner. */
  test.each([
    ["11", 1.085, 9],
    ["14", 2.285, 9],
    ["18", 3.475, 9],
    ["28", 6.475, 9],
    ["29", 6.795, 9],
    ["31a", 0.195, 11],
    ["35a", 4.185, 11],
    ["36b", 5.895, 12],
    ["39a", 4.505, 14],
    ["41d", 7.105, 17],
    ["42[1]", 0.185, 19],
    ["44[22]", 3.165, 40],
    ["50A", 0.205, 43],
    ["52A", 3.965, 43],
    ["56", 6.905, 42],
    ["59C", 2.785, 49],
    ["60A", 3.085, 47],
    ["64A", 3.285, 51],
    ["67", 0.325, 54],
    ["67Q", 6.725, 55],
    ["72a", 5.025, 56],
    ["74a", 1.665, 58],
    ["76.npi", 6.025, 57],
    ["79.last", 5.425, 64],
    ["81a.value", 4.005, 61],
  ])("locator %s begins within 0.05 inches of %f, on line %i", (item, inches, line) => {
    const place = ub04Places.get(item);
    const left = (ub04Left + ((place?.column ?? 0) - 1) * cell.width) / 72;
    expect(Math.abs(left - inches)).toBeLessThan(0.05);
    expect(place?.line).toBe(line);
  });

  test.each([
    [0, 1],
    [22, 1],
    [23, 2],
    [44, 2],
    [45, 3],
  ])("%i lines are %i pages, and the totals stand on the last", (lines, pages) => {
    const { forms } = fillUb04(institutional(lines), printed.on);
    expect(forms).toHaveLength(pages);
    forms.forEach((texts, index) => {
      const find = (item: string) => texts.find((each) => each.item === item)?.text;
      expect([find("43.page"), find("43.pages")]).toEqual([String(index + 1), String(pages)]);
      expect(find("3a")).toBe(number);
      const isLast = index === pages - 1;
      expect(find("42.total")).toBe(isLast ? "0001" : undefined);
      expect(find("47.total")).toBe(isLast ? `${lines * 100} 00` : undefined);
    });
    const written = forms.flatMap((texts) => texts.filter(({ item }) => item.startsWith("47[")));
    expect(written).toHaveLength(lines);
  });

  test("codes beyond their locators go on in 81, and what that has no room for on a page", async () => {
    const codes = [
      ...many(13, (n) => code("BG", two(n))),
      ...many(9, (n) => code("BH", `2${n}`, { date: "2026-06-01" })),
      ...many(13, (n) => code("BE", two(n), { cents: 100 })),
      ...many(19, (n) => code(n === 1 ? "ABK" : "ABF", `I10${two(n)}`)),
    ];
    const filled = fillUb04(institutional(1, codes), printed.on);
    const rows = (filled.forms[0] ?? []).filter(({ item }) => item.startsWith("81"));
    expect(rows.map(({ item, text }) => `${item} ${text}`)).toEqual([
      "81a.qualifier B3",
      "81a.code 207Q00000X",
      "81b.qualifier A1",
      "81b.code 12",
      "81c.qualifier A1",
      "81c.code 13",
      "81d.qualifier A2",
      "81d.code 29",
      "81d.value 060126",
    ]);
    expect(filled.leftOver).toEqual(["A4 13 1 00", "diagnosis I1019"]);
    const pages = await textsOf(await drawClaimForm(institutional(1, codes), printed));
    expect(pages[1]?.map(({ text }) => text).join(" ")).toContain("diagnosis I1019");
  });
});
