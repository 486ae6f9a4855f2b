import {
  type ElementUse,
  elementUses,
  type GuideItem,
  type GuideTable,
  type SegmentTable,
} from "../guide-table.ts";
import {
  type CompositeElement,
  type SimpleElement,
  standardSegment,
} from "../guides/standard/segments.ts";

/** One value of a maximal set: where it stands, and what else could stand there. */
export type MaximalValue = {
  /** Index of the segment in the set, ST and SE not counted. */
  readonly segment: number;
  /** Ids of the open loops, the set itself left out. */
  readonly loops: readonly string[];
  readonly segmentId: string;
  /** The code that tells the segment from others of its id, where the guide gives one. */
  readonly qualifier: string;
  readonly element: number;
  /** 0 for a whole element. */
  readonly component: number;
  /** Another value of the same form; undefined where the guide leaves no choice. */
  readonly other: string | undefined;
};

export type MaximalSet = {
  /** Elements with components of each segment between ST and SE. */
  readonly segments: readonly (readonly [string, ...(readonly string[])[]])[];
  readonly values: readonly MaximalValue[];
};

/** Which item of a guide a maximal set leaves out; `loops` are those around it. */
export type LeaveOut = (item: GuideItem, loops: readonly string[]) => boolean;

/** A set in which every loop, segment, element and component of a guide stands once. */
export function maximalSet(table: GuideTable, leaveOut: LeaveOut): MaximalSet {
  return new MaximalSetBuilder(leaveOut).build(table);
}

/** Segments of a maximal set as text, one value replaced. */
export function maximalText({ segments }: MaximalSet, changed?: MaximalValue): string[] {
  return segments.map((segment, index) => {
    const [id, ...elements] = segment;
    const texts = elements.map((components, at) => {
      if (changed === undefined || changed.segment !== index || changed.element !== at + 1) {
        return components.join(":");
      }
      const place = Math.max(changed.component - 1, 0);
      return components.map((one, part) => (part === place ? changed.other : one)).join(":");
    });
    return [id, ...texts].join("*");
  });
}

const days = 28;
const samples: Readonly<Record<string, readonly [string, string]>> = {
  state: ["IL", "WI"],
  country: ["CA", "MX"],
  "postal-code": ["606010001", "606020002"],
  npi: ["1234567893", "1114963750"],
  taxonomy: ["207Q00000X", "207R00000X"],
  procedure: ["99213", "99214"],
  modifier: ["25", "59"],
  diagnosis: ["E119", "J189"],
  "place-of-service": ["11", "22"],
  frequency: ["1", "7"],
  "bill-facility": ["11", "13"],
  "adjustment-reason": ["45", "16"],
  remark: ["N30", "M15"],
  revenue: ["0300", "0450"],
  currency: ["USD", "CAD"],
  "tax-id": ["361234567", "361234568"],
  drug: ["00002143380", "00002143381"],
  condition: ["A1", "B2"],
  "diagnosis-group": ["470", "471"],
  status: ["19", "20"],
  "status-category": ["A1", "A2"],
};

class MaximalSetBuilder {
  private readonly segments: [string, ...(readonly string[])[]][] = [];
  private readonly values: MaximalValue[] = [];
  private readonly leaveOut: LeaveOut;
  private counter = 0;
  private levels = 0;
  private readonly openLevels: { readonly depth: number; readonly number: number }[] = [];

  constructor(leaveOut: LeaveOut) {
    this.leaveOut = leaveOut;
  }

  build(table: GuideTable): MaximalSet {
    this.items(
      table.items.filter(({ id }) => id !== "ST" && id !== "SE"),
      [],
    );
    return { segments: this.segments, values: this.values };
  }

  private items(items: readonly GuideItem[], loops: readonly string[]): void {
    for (const item of items) {
      if (this.leaveOut(item, loops)) continue;
      if (item.kind === "loop") this.items(item.items, [...loops, item.id]);
      else this.segment(item, loops);
    }
  }

  private segment(table: SegmentTable, loops: readonly string[]): void {
    const standard = standardSegment(table.id);
    const uses = elementUses(table.elements);
    const elements: string[][] = [];
    const values: Omit<MaximalValue, "qualifier">[] = [];
    const place = { segment: this.segments.length, loops, segmentId: table.id };
    let format: string | undefined;
    for (const use of uses) {
      const element = standard.elements[use.position - 1];
      if (element === undefined) continue;
      const parts: string[] = [];
      const own = { ...place, element: use.position };
      if ("components" in element) {
        this.components(element, use, (component, value, other) => {
          parts[component - 1] = value;
          values.push({ ...own, component, other });
        });
      } else {
        const [value, other] = this.valueOf(element, use, format);
        if (element.number === "1250") format = value;
        parts[0] = value;
        values.push({ ...own, component: 0, other });
      }
      elements[use.position - 1] = Array.from(parts, (part) => part ?? "");
    }
    const filled = Array.from(elements, (parts) => parts ?? [""]);
    if (table.id === "HL") this.number(filled, loops.length);
    this.segments.push([table.id, ...filled]);
    const qualifier = uses.find(({ codes }) => codes !== undefined)?.codes?.[0] ?? "";
    for (const value of values) {
      const isCount = table.id === "HL" || (table.id === "LX" && value.element === 1);
      this.values.push({ ...value, qualifier, other: isCount ? undefined : value.other });
    }
  }

  private components(
    element: CompositeElement,
    use: ElementUse,
    take: (component: number, value: string, other: string | undefined) => void,
  ): void {
    let format: string | undefined;
    for (const part of use.components ?? []) {
      const simple = element.components[part.position - 1];
      if (simple === undefined) continue;
      const [value, other] = this.valueOf(simple, part, format);
      if (simple.number === "1250") format = value;
      take(part.position, value, other);
    }
  }

  /** HL01 and HL02, by the levels that are open. */
  private number(elements: string[][], depth: number): void {
    this.levels += 1;
    while ((this.openLevels.at(-1)?.depth ?? -1) >= depth) this.openLevels.pop();
    elements[0] = [String(this.levels)];
    elements[1] = [String(this.openLevels.at(-1)?.number ?? "")];
    this.openLevels.push({ depth, number: this.levels });
  }

  private valueOf(
    { number, form }: SimpleElement,
    use: ElementUse,
    format: string | undefined,
  ): readonly [string, string | undefined] {
    this.counter += 1;
    const { codes } = use;
    // A single code that need not be there says something by being there.
    if (codes !== undefined) return [codes[0] ?? "", codes[1] ?? (use.required ? undefined : "")];
    const listed = use.list === undefined ? undefined : samples[use.list];
    if (listed !== undefined && listed[0].length <= (use.most ?? form.most)) return listed;
    if (number === "1251") return this.periodOf(format);
    const most = use.most ?? form.most;
    const length = Math.max(form.least, Math.min(most, 4));
    switch (form.type) {
      case "DT":
        return form.most === 6 ? ["250106", "250107"] : [this.day(0), this.day(1)];
      case "TM":
        return ["1200", "1300"];
      case "R":
      case "N0":
        return most === 1 ? ["1", "2"] : ["10", "11"];
      default: {
        const text = String(this.counter % 10 ** Math.min(length, 4)).padStart(length, "A");
        return [text, text.replace(/.$/, (last) => (last === "9" ? "8" : "9"))];
      }
    }
  }

  private periodOf(format: string | undefined): readonly [string, string] {
    switch (format) {
      case "RD8":
        return [`${this.day(0)}-${this.day(0)}`, `${this.day(1)}-${this.day(1)}`];
      case "TM":
        return ["1100", "1200"];
      default:
        return [this.day(0), this.day(1)];
    }
  }

  private day(add: number): string {
    return `202501${String((this.counter % (days - 1)) + 1 + add).padStart(2, "0")}`;
  }
}
