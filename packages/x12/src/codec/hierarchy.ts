import type { SetContext, SetReader } from "../set-context.ts";
import type { SegmentRange } from "../transaction.ts";
import { isEqual } from "../write/is-equal.ts";
import type { SegmentWriter } from "../write/segment-writer.ts";
import type { SetContent } from "../write/write-interchange.ts";
import { type Part, type Shape, shape, streamed, type Values } from "./shape.ts";
import { ShapeReader } from "./shape-reader.ts";
import { writeShape } from "./write-shape.ts";

/** One level of a hierarchy under its name in the unit: the parts of its HL. */
export type Level = { readonly key: string; readonly shape: Shape<unknown> };

/**
 * A set of a heading and a hierarchy of levels. A unit of it is one object of the innermost level
 * together with those above, each under its key; neighbours share the levels in which they agree.
 */
export type Hierarchy = {
  readonly setId: string;
  readonly version: string;
  readonly functionalId: string;
  readonly heading: readonly Part[];
  /** From the outermost to the innermost. */
  readonly levels: readonly Level[];
};

/** What a set tells of itself, and one unit of it. */
export type HierarchyUnit = {
  readonly heading: Values;
  readonly unit: Values;
  readonly range: SegmentRange;
};

/**
 * Reads a set of a hierarchy: each unit is passed on when its innermost level closes. A level without
 * any below it makes a unit too, whose further levels are undefined.
 */
export function readHierarchy(
  hierarchy: Hierarchy,
  context: SetContext,
  emit: (unit: HierarchyUnit) => void,
): SetReader {
  const { levels, heading } = hierarchy;
  return new ShapeReader(context, {
    root: rootOf(heading, levels),
    onClose({ values, range }, [root = {}, ...above]) {
      const unit: Values = {};
      const known = [...above, values];
      levels.forEach(({ key }, depth) => {
        unit[key] = known[depth];
      });
      emit({ heading: root, unit, range });
    },
  });
}

function rootOf(heading: readonly Part[], levels: readonly Level[]): Shape<unknown> {
  let below: Shape<unknown> | undefined;
  for (const { shape: own } of [...levels].reverse()) {
    below = below === undefined ? own : { ...own, parts: [...own.parts, streamed(below)] };
  }
  return shape("ST", below === undefined ? heading : [...heading, streamed(below)]);
}

/** The transaction set of a heading and its units. */
export function hierarchySet(
  hierarchy: Hierarchy,
  heading: Values,
  units: Iterable<Values>,
): SetContent {
  const { setId, version, functionalId } = hierarchy;
  const write = (writer: SegmentWriter) => writeUnits(writer, hierarchy, { heading, units });
  return { setId, version, functionalId, write };
}

function* writeUnits(
  writer: SegmentWriter,
  hierarchy: Hierarchy,
  { heading, units }: { readonly heading: Values; readonly units: Iterable<Values> },
) {
  const numbers = { last: 0 };
  const root = shape("ST", hierarchy.heading);
  writeShape(writer, { shape: root, values: heading }, { numbers, parent: undefined });
  let before: readonly OpenLevel[] = [];
  let position = 0;
  for (const unit of units) {
    writer.claim = position;
    before = writeUnit(writer, { hierarchy, unit, numbers }, before);
    position += 1;
    yield;
  }
  writer.claim = undefined;
  if (position === 0) writer.refuse("missing", "HL");
}

type OpenLevel = {
  readonly values: unknown;
  readonly hasMore: boolean;
  readonly number: number | undefined;
};
type UnitToWrite = {
  readonly hierarchy: Hierarchy;
  readonly unit: Values;
  readonly numbers: { last: number };
};

/** Opens the levels in which a unit differs from the one before, and the innermost in any case. */
function writeUnit(
  writer: SegmentWriter,
  { hierarchy, unit, numbers }: UnitToWrite,
  before: readonly OpenLevel[],
): readonly OpenLevel[] {
  const { levels } = hierarchy;
  const open: OpenLevel[] = [];
  let agrees = true;
  for (const [depth, { key, shape: own }] of levels.entries()) {
    const values = unit[key];
    if (values === undefined) break;
    const next = levels[depth + 1];
    const known = before[depth];
    const hasMore = next !== undefined && unit[next.key] !== undefined;
    agrees = agrees && hasMore && known?.hasMore === true && isEqual(known.values, values);
    if (agrees && known !== undefined) {
      open.push(known);
      continue;
    }
    const parent = open.at(-1)?.number;
    const place = { numbers, parent, hasMore };
    const number = writeShape(writer, { shape: own, values: values as Values }, place);
    open.push({ values, hasMore, number });
  }
  if (open.length === 0) writer.refuse("missing", "HL");
  return open;
}
