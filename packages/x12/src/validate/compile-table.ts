import type { CodeListName } from "../code-lists/code-list.ts";
import {
  type ElementUse,
  elementUses,
  type GuideItem,
  type GuideTable,
  type LoopTable,
  type SegmentTable,
} from "../guide-table.ts";
import type { ElementForm } from "../guides/standard/data-elements.ts";
import {
  type CompositeElement,
  type SimpleElement,
  standardSegment,
} from "../guides/standard/segments.ts";
import { codeNumber, knownSegmentIds, segmentIndexOf } from "../segment-ids.ts";
import { type NoteMask, noteMask } from "./syntax-notes.ts";
import { listNumberOf, numbersOf, testOf } from "./value-test.ts";

/** An element or component of a segment, ready for checking. */
export type ElementPlan = {
  readonly position: number;
  readonly name: string;
  readonly usage: "required" | "situational" | "not-used";
  /** Data element number; undefined for a composite. */
  readonly number: string | undefined;
  readonly form: ElementForm | undefined;
  readonly most: number;
  readonly repeats: number;
  readonly codes: ReadonlySet<string> | undefined;
  readonly list: string | undefined;
  /** Whether type and length do not say all: a list, an amount, a date with its format before it. */
  readonly hasMeaning: boolean;
  /** How its bytes are judged, one of `valueTest`, with what that needs. */
  readonly test: number;
  readonly least: number;
  readonly numbers: Int32Array;
  readonly listNumber: number;
  readonly components: readonly ElementPlan[] | undefined;
  /** Position of the last component that must be there; 0 when none must. */
  readonly lastRequired: number;
};

/** A place whose code chooses among uses of the same segment id. */
export type Qualifier = {
  readonly element: number;
  /** 0 for the whole element. */
  readonly component: number;
  readonly codes: ReadonlySet<string>;
  /** The code, where there is but one. */
  readonly only: string | undefined;
};

export type SegmentPlan = {
  /** Unique in the guide. */
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly most: number;
  readonly elements: readonly ElementPlan[];
  /** Position of the last element that must be there; 0 when none must. */
  readonly lastRequired: number;
  readonly notes: readonly NoteMask[];
  readonly qualifiers: readonly Qualifier[];
  /** Place among the loop's items; neighbours of one segment id have the same. */
  readonly order: number;
  /** Index of its count in the loop's frame. */
  readonly slot: number;
};

/** What a segment id may lead to from a loop: a segment of the loop, or a loop below it. */
export type Candidate = {
  readonly plan: SegmentPlan;
  readonly opens: LoopPlan | undefined;
};

/** A candidate that can be reached from a loop, with the depth of the loop that has it. */
export type Reach = {
  readonly depth: number;
  readonly order: number;
  readonly candidate: Candidate;
};

/** Where a segment id may lead to, told apart by the code at one place as far as there is one. */
export type ReachGroup = {
  readonly all: readonly Reach[];
  readonly element: number;
  readonly component: number;
  /** By `codeNumber`, in the order of `all`: what has the code, or no need of one there. */
  readonly byCode: ReadonlyMap<number, readonly ReachByCode[]>;
};

/** A place whose segments have some code, and what else they must have. */
export type ReachByCode = { readonly reach: Reach; readonly others: readonly Qualifier[] };

export type LoopPlan = {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly most: number;
  readonly parent: LoopPlan | undefined;
  readonly depth: number;
  readonly order: number;
  readonly slot: number;
  /** The segment that opens the loop; undefined for the set itself. */
  readonly entry: SegmentPlan | undefined;
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  /** The candidates of this loop and of those around it by segment id, the innermost first. */
  readonly reach: ReadonlyMap<string, readonly Reach[]>;
  /** The same in groups, by segment id and by the index of a known one. */
  readonly groupsById: ReadonlyMap<string, ReachGroup>;
  readonly groups: readonly (ReachGroup | undefined)[];
  /** Segments and loops that must come at least once, the entry aside. */
  readonly requiredItems: readonly (SegmentPlan | LoopPlan)[];
  readonly slots: number;
};

/** A guide's table as structures that a walker follows without searching. */
export type CompiledGuide = {
  readonly table: GuideTable;
  readonly root: LoopPlan;
  readonly loops: readonly LoopPlan[];
  readonly segments: readonly SegmentPlan[];
};

const compiled = new WeakMap<GuideTable, CompiledGuide>();

/** Compiles a table once; later calls give the same structures. */
export function compileTable(table: GuideTable): CompiledGuide {
  const known = compiled.get(table);
  if (known !== undefined) return known;
  const guide = new TableCompiler(table).compile();
  compiled.set(table, guide);
  return guide;
}

type OpenLoop = {
  -readonly [K in keyof LoopPlan]: LoopPlan[K];
};

type OpenSegment = { -readonly [K in keyof SegmentPlan]: SegmentPlan[K] };

type Place = {
  readonly parent: LoopPlan | undefined;
  readonly order: number;
  readonly slot: number;
};

class TableCompiler {
  private readonly table: GuideTable;
  private readonly loops: LoopPlan[] = [];
  private readonly segments: SegmentPlan[] = [];

  constructor(table: GuideTable) {
    this.table = table;
  }

  compile(): CompiledGuide {
    const { table } = this;
    const items = table.items.filter(({ id }) => id !== "ST" && id !== "SE");
    const whole: LoopTable = {
      kind: "loop",
      id: "ST",
      name: table.name,
      required: true,
      most: 1,
      items,
    };
    const root = this.loop(whole, { parent: undefined, order: 0, slot: 0 });
    for (const loop of this.loops) {
      const open: OpenLoop = loop;
      open.reach = reachFrom(loop);
      open.groupsById = new Map([...open.reach].map(([id, all]) => [id, groupOf(all)]));
      open.groups = groupsOf(open.groupsById);
    }
    return { table, root, loops: this.loops, segments: this.segments };
  }

  private loop(table: LoopTable, place: Place): LoopPlan {
    const { id, name, required, most } = table;
    const isRoot = place.parent === undefined;
    const plan: OpenLoop = {
      index: this.loops.length,
      ...{ id, name, required, most, ...place },
      depth: (place.parent?.depth ?? -1) + 1,
      entry: undefined,
      candidates: new Map(),
      reach: new Map(),
      groupsById: new Map(),
      groups: [],
      requiredItems: [],
      slots: table.items.length,
    };
    this.loops.push(plan);
    const candidates = this.items(isRoot ? table.items : table.items.slice(1), plan);
    const [first] = table.items;
    if (!isRoot && first?.kind === "segment") {
      plan.entry = this.segment(first, { parent: plan, order: 0, slot: 0 });
    }
    plan.candidates = groupById(candidates);
    return plan;
  }

  private items(items: readonly GuideItem[], plan: OpenLoop): Candidate[] {
    const candidates: Candidate[] = [];
    const requiredItems: (SegmentPlan | LoopPlan)[] = [];
    let order = 0;
    let before = "";
    items.forEach((item, index) => {
      const id = leadingId(item);
      if (id !== before) order += 1;
      before = id;
      const place = { parent: plan, order, slot: index + 1 };
      if (item.kind === "segment") {
        const segment = this.segment(item, place);
        candidates.push({ plan: segment, opens: undefined });
        if (item.required) requiredItems.push(segment);
        return;
      }
      const opened = this.loop(item, place);
      if (opened.entry === undefined) throw new Error(`loop ${item.id} begins without a segment`);
      candidates.push({ plan: opened.entry, opens: opened });
      if (item.required) requiredItems.push(opened);
    });
    plan.requiredItems = requiredItems;
    plan.slots = items.length + 1;
    return candidates;
  }

  private segment(table: SegmentTable, place: Place): SegmentPlan {
    const { id, name, required, most } = table;
    const standard = standardSegment(id);
    const elements = planElements(standard.elements, elementUses(table.elements));
    const plan: OpenSegment = {
      index: this.segments.length,
      ...{ id, name, required, most, order: place.order, slot: place.slot },
      elements,
      lastRequired: lastRequiredOf(elements),
      notes: standard.notes.map(noteMask),
      qualifiers: [],
    };
    this.segments.push(plan);
    return plan;
  }
}

function reachFrom(loop: LoopPlan): Map<string, Reach[]> {
  const reach = new Map<string, Reach[]>();
  for (let at: LoopPlan | undefined = loop; at !== undefined; at = at.parent) {
    for (const [id, candidates] of at.candidates) {
      const { depth } = at;
      const here = candidates.map((candidate) => {
        const order = candidate.opens?.order ?? candidate.plan.order;
        return { depth, order, candidate };
      });
      reach.set(id, [...(reach.get(id) ?? []), ...here]);
    }
  }
  return reach;
}

function groupsOf(byId: ReadonlyMap<string, ReachGroup>): (ReachGroup | undefined)[] {
  const groups: (ReachGroup | undefined)[] = new Array(knownSegmentIds + 1).fill(undefined);
  for (const [id, group] of byId) groups[segmentIndexOf(id)] = group;
  return groups;
}

function groupOf(all: readonly Reach[]): ReachGroup {
  const qualifiers = all.flatMap(({ candidate }) => candidate.plan.qualifiers);
  const { element = 0, component = 0 } = qualifiers[0] ?? {};
  const isHere = (one: Qualifier) => one.element === element && one.component === component;
  const byCode = new Map<number, readonly ReachByCode[]>();
  for (const code of new Set(qualifiers.filter(isHere).flatMap(({ codes }) => [...codes]))) {
    const fitting = all.filter(({ candidate }) => {
      const here = candidate.plan.qualifiers.find(isHere);
      return here === undefined || here.codes.has(code);
    });
    const places = fitting.map((reach) => {
      const others = reach.candidate.plan.qualifiers.filter((one) => !isHere(one));
      return { reach, others };
    });
    // Longer codes have no number.
    if (code.length <= 3) byCode.set(codeNumber(code), places);
  }
  return { all, element, component, byCode };
}

function leadingId(item: GuideItem): string {
  return item.kind === "segment" ? item.id : (item.items[0]?.id ?? "");
}

/** Candidates by segment id, each with the qualifiers that tell it from the others. */
function groupById(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { id } = candidate.plan;
    groups.set(id, [...(groups.get(id) ?? []), candidate]);
  }
  for (const group of groups.values()) {
    for (const { plan } of group) (plan as OpenSegment).qualifiers = qualifiersIn(plan, group);
  }
  return groups;
}

function qualifiersIn(plan: SegmentPlan, group: readonly Candidate[]): Qualifier[] {
  const coded = codedPlaces(plan);
  const others = group.map((one) => one.plan).filter((other) => other !== plan);
  const shared = coded.find((place) =>
    others.every((other) => placeIn(other, place) !== undefined),
  );
  const first = shared ?? coded[0];
  if (first === undefined) return [];
  const qualifiers = [first];
  for (const other of others) {
    const isTold = qualifiers.some((place) => !overlap(place, placeIn(other, place)));
    if (isTold) continue;
    const telling = coded.find((place) => !overlap(place, placeIn(other, place)));
    if (telling !== undefined) qualifiers.push(telling);
  }
  return qualifiers;
}

function codedPlaces(plan: SegmentPlan): Qualifier[] {
  return plan.elements.flatMap((element) => {
    if (element.usage !== "required") return [];
    if (element.codes !== undefined) {
      return [qualifierAt(element.position, 0, element.codes)];
    }
    return (element.components ?? []).flatMap((component) =>
      component.usage === "required" && component.codes !== undefined
        ? [qualifierAt(element.position, component.position, component.codes)]
        : [],
    );
  });
}

function qualifierAt(element: number, component: number, codes: ReadonlySet<string>): Qualifier {
  const [only] = codes;
  return { element, component, codes, only: codes.size === 1 ? only : undefined };
}

function placeIn(plan: SegmentPlan, { element, component }: Qualifier): Qualifier | undefined {
  return codedPlaces(plan).find(
    (place) => place.element === element && place.component === component,
  );
}

/** Whether a code may stand at both places; a place without codes takes any. */
function overlap(a: Qualifier, b: Qualifier | undefined): boolean {
  return b === undefined || [...a.codes].some((code) => b.codes.has(code));
}

function planElements(
  standard: readonly (SimpleElement | CompositeElement)[],
  uses: readonly ElementUse[],
): ElementPlan[] {
  for (const use of uses) {
    if (use.position > standard.length)
      throw new Error(`no element ${use.position} in the standard`);
  }
  return standard.map((element, index) => {
    const use = uses.find(({ position }) => position === index + 1);
    return planElement(element, index + 1, use);
  });
}

function lastRequiredOf(elements: readonly ElementPlan[]): number {
  return elements.filter(({ usage }) => usage === "required").at(-1)?.position ?? 0;
}

/** Data elements that are held against the same form wherever a guide uses them. */
const listOfElement: Readonly<Record<string, CodeListName>> = { "364": "telephone" };

function planElement(
  element: SimpleElement | CompositeElement,
  position: number,
  use: ElementUse | undefined,
): ElementPlan {
  const isComposite = "components" in element;
  if (isComposite && use !== undefined && use.components === undefined) {
    throw new Error(`composite ${element.name} is used without components`);
  }
  const form = isComposite ? undefined : element.form;
  const number = isComposite ? undefined : element.number;
  const list = use?.list ?? (use === undefined ? undefined : listOfElement[number ?? ""]);
  const components = isComposite
    ? planElements(element.components, use?.components ?? [])
    : undefined;
  return {
    position,
    name: element.name,
    usage: use === undefined ? "not-used" : use.required ? "required" : "situational",
    number,
    hasMeaning: list !== undefined || number === "782" || number === "1251",
    form,
    most: use?.most ?? form?.most ?? 0,
    repeats: use?.repeats ?? 1,
    codes: use?.codes === undefined ? undefined : new Set(use.codes),
    list,
    test: testOf(form, use?.codes),
    least: form?.least ?? 0,
    numbers: numbersOf(use?.codes ?? []),
    listNumber: listNumberOf(list),
    components,
    lastRequired: components === undefined ? 0 : lastRequiredOf(components),
  };
}
