import { baselineOf, cell, gridLeft } from "@headwater/platform/pdf/character-grid.ts";
import type { WritableClaim } from "@headwater/x12";
import { describe, expect, test } from "vitest";
import { buildClaim } from "../../mid-cycle/claim/build-claim.ts";
import { controlNumberOf, controlNumberRoot } from "../../mid-cycle/claim/control-number.ts";
import {
  exampleCoverage,
  exampleEncounter,
  exampleLine,
  exampleSources,
} from "../../mid-cycle/claim/testing/example-sources.ts";
import { buildSecondaryClaim } from "./build-secondary-claim.ts";
import { cms1500Places, servicePlaces } from "./cms-1500-places.ts";
import { drawClaimForm } from "./draw-claim-form.query.ts";
import { fillCms1500 } from "./fill-cms-1500.ts";
import { orderPayers } from "./order-payers.ts";
import { priorAdjudications } from "./prior-adjudication.ts";
import { decided, postable } from "./testing/adjudicated-claim.ts";
import { charactersOf, textsOf } from "./testing/form-pages.ts";

const number = controlNumberOf({ root: controlNumberRoot(1), version: 1 });
const second = {
  ...exampleCoverage,
  payer: { ...exampleCoverage.payer, name: "Maple Mutual", identifier: "MAPLE" },
  memberId: "M445566",
};

/** The claim to the second payer; every line is paid 100.00 of 145.00 with 25.00 left to the patient. */
function secondary(lines: number): WritableClaim {
  const result = buildClaim(
    {
      ...exampleSources,
      coverages: [exampleCoverage, second],
      encounter: {
        ...exampleEncounter,
        lines: Array.from({ length: lines }, () => ({
          ...exampleLine,
          modifiers: ["25"],
          diagnosisPointers: [1, 2],
        })),
      },
    },
    number,
  );
  if (result.is !== "built") throw new Error(JSON.stringify(result.missing));
  const content = result.claim;
  const answer = {
    payerNumber: "ICN1",
    lines: content.lines.map((line) => ({
      code: "99213",
      control: line.lineItemControlNumber ?? "",
      charged: 14_500,
      paid: 10_000,
      cas: [["CO", "45", 2_000] as const, ["PR", "2", 2_500] as const],
    })),
  };
  const prior = priorAdjudications(decided(content, [answer]), postable(content));
  const payers = orderPayers(content, [], 1).map(({ coverage }) => coverage);
  const built = buildSecondaryClaim({ content, payers, rank: 2, prior });
  if (built.is !== "built") throw new Error(JSON.stringify(built));
  return built.claim;
}

const printed = { on: "2026-07-01", paper: "preprinted" } as const;

describe("a claim on the form CMS-1500", () => {
  const claim = secondary(2);
  const [form = []] = fillCms1500(claim, printed.on);
  const itemText = (item: string) => form.find((each) => each.item === item)?.text;

  test.each([
    ["1a", "M445566"],
    ["2", "ALDER, CLARA"],
    ["3.year", "1980"],
    ["1.group", "X"],
    ["6.self", "X"],
    ["carrier.name", "MAPLE MUTUAL"],
    ["9", "ALDER, CLARA"],
    ["9d", "NORTHFIELD HEALTH PLAN"],
    ["11d.yes", "X"],
    ["21.A", "E119"],
    ["21.B", "I10"],
    ["24D[1]", "99213"],
    ["24D.1[1]", "25"],
    ["24E[1]", "AB"],
    ["24F[2]", "145 00"],
    ["24J[1]", "1679576722"],
    ["25", "361234567"],
    ["25.ein", "X"],
    ["26", number],
    ["28", "290 00"],
    ["29", "200 00"],
    ["33a", "1234567893"],
  ])("item %s says %s", (item, text) => {
    expect(itemText(item)).toBe(text);
  });

  test("to Medicare item 29 is what the patient paid", () => {
    const coverage = { ...claim.coverage, filingIndicator: "MB" };
    const amounts = [{ qualifier: "F5", cents: 1_500 }];
    const [page = []] = fillCms1500({ ...claim, coverage, amounts }, printed.on);
    expect(page.find(({ item }) => item === "29")?.text).toBe("15 00");
  });

  test("every text lies in its item's cells, and no two in one", () => {
    const taken = new Set<string>();
    for (const { item, line, column, text } of form) {
      const [, name = "", position] = /^([^[]+)(?:\[(\d+)\])?$/.exec(item) ?? [];
      const place =
        position === undefined
          ? cms1500Places[name as keyof typeof cms1500Places]
          : servicePlaces(Number(position) - 1)[name as keyof ReturnType<typeof servicePlaces>];
      expect(line).toBe(place.line);
      expect(column).toBeGreaterThanOrEqual(place.column);
      expect(column + text.length).toBeLessThanOrEqual(place.column + place.length);
      for (let at = column; at < column + text.length; at += 1) {
        expect(taken.has(`${line}:${at}`), `${item} ${line}:${at}`).toBe(false);
        taken.add(`${line}:${at}`);
      }
    }
  });

  test("no two items claim one cell, and all fit on the paper", () => {
    const services = Array.from({ length: 6 }, (_, position) =>
      Object.entries(servicePlaces(position)),
    ).flat();
    const taken = new Map<string, string>();
    for (const [item, place] of [...Object.entries(cms1500Places), ...services]) {
      expect(place.line).toBeLessThanOrEqual(66);
      expect(place.column + place.length - 1).toBeLessThanOrEqual(80);
      for (let at = place.column; at < place.column + place.length; at += 1) {
        const key = `${place.line}:${at}`;
        expect(taken.get(key), `${item} at ${key}`).toBeUndefined();
        taken.set(key, item);
      }
    }
  });

  test("the PDF has every text where the form's grid has its item, and nothing else", async () => {
    const pages = await textsOf(await drawClaimForm(claim, printed));
    expect(pages).toHaveLength(2);
    const expected = form.map(({ text, line, column }) => ({
      text,
      x: gridLeft + (column - 1) * cell.width,
      y: baselineOf(line),
    }));
    expect(charactersOf(pages[0] ?? [])).toEqual(charactersOf(expected));
  });

  test("item 24F of the first line stands 5.2 inches from the left and 7.33 from the top", async () => {
    const [page = []] = await textsOf(await drawClaimForm(claim, printed));
    const amount = page.find(({ text, y }) => text === "145 00" && y === 44 * 12);
    expect(amount?.x).toBeCloseTo((0.3 + 5.1) * 72, 1);
    expect(amount?.y).toBe((44 / 6) * 72);
  });

  test("the first payer's answer goes with it, in words and to the cent", async () => {
    const [, page = []] = await textsOf(await drawClaimForm(claim, printed));
    const text = page.map((each) => each.text).join(" ");
    expect(text).toMatch(/Northfield Health Plan NFHP1/);
    expect(text).toMatch(/PR-2 Coinsurance +25\.00/);
    expect(text).toMatch(/Total +290\.00 +200\.00/);
    expect(text).toMatch(/CO Contractual obligation +40\.00/);
  });

  test("more than six lines go on another form with its own total", () => {
    const forms = fillCms1500(secondary(8), printed.on);
    expect(forms.map((page) => page.find(({ item }) => item === "28")?.text)).toEqual([
      "870 00",
      "290 00",
    ]);
  });

  test("the same claim on the same day is the same bytes; plain paper has frames of its own", async () => {
    const bytes = await drawClaimForm(claim, printed);
    expect(Buffer.from(await drawClaimForm(claim, printed)).equals(bytes)).toBe(true);
    const plain = await drawClaimForm(claim, { ...printed, paper: "plain" });
    expect(plain.length).toBeGreaterThan(bytes.length);
  });
});
