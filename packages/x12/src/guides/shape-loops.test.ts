import { expect, test } from "vitest";
import { attachmentHierarchy } from "../attachment/attachment-shapes.ts";
import {
  statusInquiryHierarchy,
  statusResponseHierarchy,
} from "../claim-status/claim-status-shapes.ts";
import type { Hierarchy } from "../codec/hierarchy.ts";
import type { Part, Shape } from "../codec/shape.ts";
import { inquiryHierarchy, responseHierarchy } from "../eligibility/eligibility-shapes.ts";
import { enrollmentHierarchy } from "../enrollment/enrollment-shapes.ts";
import { elementUses, type GuideItem, type SegmentTable } from "../guide-table.ts";
import { premiumHierarchy } from "../premium-payment/premium-payment-shapes.ts";
import { servicesReviewHierarchy } from "../services-review/services-review-shapes.ts";
import { loopNumber } from "./received.ts";
import { guideTables } from "./tables.ts";

const hierarchies: readonly (readonly [string, Hierarchy])[] = [
  inquiryHierarchy,
  responseHierarchy,
  statusInquiryHierarchy,
  statusResponseHierarchy,
  servicesReviewHierarchy,
  enrollmentHierarchy,
  premiumHierarchy,
  attachmentHierarchy("005010X210"),
  attachmentHierarchy("006020X314"),
].map((hierarchy) => [`${hierarchy.setId} ${hierarchy.version}`, hierarchy]);

/** A loop of a table with the numbers of the loops around it. */
type TableLoop = {
  readonly id: string;
  readonly around: readonly string[];
  readonly entry: SegmentTable;
};

function tableLoops(items: readonly GuideItem[], around: readonly string[]): TableLoop[] {
  return items.flatMap((item) => {
    if (item.kind === "segment") return [];
    const [entry] = item.items;
    const own = entry?.kind === "segment" ? [{ id: item.id, around, entry }] : [];
    return [...own, ...tableLoops(item.items, [...around, loopNumber(item.id)])];
  });
}

/** The loops of a shape, each with the one around it. */
function shapeLoops(parts: readonly Part[], around: string): (readonly [string, Shape<unknown>])[] {
  return parts.flatMap((part) => {
    if (part.is !== "loop") return [];
    return [[around, part.shape] as const, ...shapeLoops(part.shape.parts, part.shape.loop)];
  });
}

function loopsOf({ heading, levels }: Hierarchy): (readonly [string, Shape<unknown>])[] {
  let around = "ST";
  const found = shapeLoops(heading, around);
  for (const { shape } of levels) {
    found.push([around, shape], ...shapeLoops(shape.parts, shape.loop));
    around = shape.loop;
  }
  return found;
}

/** The segment that opens a shape, and the codes that choose it by element. */
function entryOf({ level, parts: [first] }: Shape<unknown>) {
  if (level !== undefined) return { id: "HL", codes: [["3", level] as const] };
  if (first === undefined || !("id" in first)) return { id: "", codes: [] };
  const fixed = "fixed" in first ? Object.entries(first.fixed) : [];
  const codes = fixed.flatMap(([element, code]) => [code].flat().map((one) => [element, one]));
  return { id: first.id, codes };
}

test.each(hierarchies)("%s: every loop of a shape is one of the guide's table", (_, hierarchy) => {
  const { setId, version } = hierarchy;
  const table = guideTables.find((one) => one.setId === setId && one.versions.includes(version));
  const loops = tableLoops(table?.items ?? [], ["ST"]);
  for (const [around, shape] of loopsOf(hierarchy)) {
    const { id, codes } = entryOf(shape);
    const place = `${shape.loop} in ${around}, opened by ${id}`;
    const meant = loops.filter(
      (loop) =>
        loopNumber(loop.id) === loopNumber(shape.loop) &&
        loop.entry.id === id &&
        loop.around.includes(loopNumber(around)),
    );
    expect(meant, place).not.toEqual([]);
    for (const [element, code] of codes) {
      const allowed = meant.flatMap(({ entry }) =>
        elementUses(entry.elements).filter(({ position }) => position === Number(element)),
      );
      const isAllowed = allowed.some((use) => use.codes?.includes(code ?? "") === true);
      expect(isAllowed, `${place} with ${code}`).toBe(true);
    }
  }
});
