import { elementUses, type GuideItem, type LoopTable, type SegmentTable } from "./guide-table.ts";
import { loopNumber, type ReceivedGuide } from "./guides/received.ts";
import { codeNumber, knownSegmentIds, segmentIndexOf } from "./segment-ids.ts";

/** A loop at one place of a guide, and where each segment leads from there. */
export type LoopState<Role> = {
  readonly id: string;
  /** What the reader does in the loop. */
  readonly role: Role;
  readonly parent: LoopState<Role> | undefined;
  /** Id of the segment that opens the loop; "" for the set itself. */
  readonly entry: string;
  /** By the index of a segment's identifier. */
  readonly choices: readonly (Choice<Role> | undefined)[];
};

/** Where a segment leads, by the code that it carries. */
export type Choice<Role> = {
  /** The element whose code chooses; 0 where none does. */
  element: number;
  readonly byCode: Map<number, Move<Role>>;
  /** For any other code. */
  otherwise: Move<Role> | undefined;
};

export type Move<Role> = { readonly to: LoopState<Role>; readonly opens: boolean };

/** A guide's loops, ready to be followed segment by segment. */
export type ReadingLoops<Role> = {
  readonly root: LoopState<Role>;
  /** By the index of an identifier: the first loop of the guide that such a segment opens. */
  readonly entries: readonly (Choice<Role> | undefined)[];
};

/** Segments whose code tells which of the loops that they open is meant; others are told by their place. */
const codedElements: Readonly<Record<string, number>> = { HL: 3, N1: 1, NM1: 1 };

/**
 * Compiles the loops of a guide's table, and what is received beyond it, into states. Roles are given by
 * loop id, or by an id without its letters for all loops of that number.
 */
export function compileLoops<Role>(
  guide: ReceivedGuide,
  roles: Readonly<Record<string, Role>>,
): ReadingLoops<Role> {
  const compiler = new LoopCompiler(guide, roles);
  return compiler.compile();
}

type Opening<Role> = {
  readonly segment: string;
  /** Undefined where any code opens the loop. */
  readonly codes: readonly string[] | undefined;
  readonly state: OpenState<Role>;
};

type OpenState<Role> = LoopState<Role> & {
  readonly parent: OpenState<Role> | undefined;
  readonly choices: (Choice<Role> | undefined)[];
  readonly openings: Opening<Role>[];
  /** Segments of the loop; those after its last loop can be reached from within that one. */
  readonly segments: Set<string>;
  readonly closing: Set<string>;
};

class LoopCompiler<Role> {
  private readonly guide: ReceivedGuide;
  private readonly roles: Readonly<Record<string, Role>>;
  private readonly tables = new Map<string, LoopTable>();
  private readonly states: OpenState<Role>[] = [];

  constructor(guide: ReceivedGuide, roles: Readonly<Record<string, Role>>) {
    this.guide = guide;
    this.roles = roles;
    this.learn(guide.table.items);
  }

  compile(): ReadingLoops<Role> {
    const items = this.guide.table.items.filter(({ id }) => id !== "ST" && id !== "SE");
    const root = this.stateOf("ST", "", undefined);
    this.fill(root, items);
    for (const state of this.states) this.choose(state);
    const entries: (Choice<Role> | undefined)[] = noChoices();
    for (const state of this.states) for (const opening of state.openings) add(entries, opening);
    return { root, entries };
  }

  private learn(items: readonly GuideItem[]): void {
    for (const item of items) {
      if (item.kind === "segment") continue;
      this.tables.set(item.id, item);
      this.learn(item.items);
    }
  }

  private stateOf(id: string, entry: string, parent: OpenState<Role> | undefined): OpenState<Role> {
    const role = this.roles[id] ?? this.roles[loopNumber(id)];
    if (role === undefined) throw new Error(`no reader has a role for loop ${id}`);
    const { segments } = this.guide;
    const further = `${segments[id] ?? ""} ${segments[loopNumber(id)] ?? ""}`.trim();
    const state: OpenState<Role> = {
      ...{ id, role, parent, entry },
      choices: noChoices(),
      openings: [],
      segments: new Set(further === "" ? [] : further.split(/\s+/)),
      closing: new Set(),
    };
    this.states.push(state);
    return state;
  }

  /** Takes the items of a loop, its entry excluded, and the loops that are received there besides. */
  private fill(state: OpenState<Role>, items: readonly GuideItem[]): void {
    for (const item of items) {
      if (item.kind === "loop") this.open(state, item);
      else if (state.openings.length > 0) state.closing.add(item.id);
      else state.segments.add(item.id);
    }
    for (const { id, under, opens } of this.guide.loops) {
      if (!under.includes(state.id)) continue;
      const [entry = "", codes] = opens.split("=");
      const known = state.openings.find((opening) => opening.state.id === id)?.state;
      const opened = known ?? this.received(state, id, entry);
      state.openings.push({ segment: entry, codes: codes?.split(","), state: opened });
    }
  }

  /** A loop of the table. */
  private open(parent: OpenState<Role>, { id, items }: LoopTable): void {
    const [entry, ...rest] = items;
    if (entry?.kind !== "segment") throw new Error(`loop ${id} begins without a segment`);
    const state = this.stateOf(id, entry.id, parent);
    parent.openings.push({ segment: entry.id, codes: codesOf(entry), state });
    this.fill(state, rest);
  }

  /** A loop of the table at another place, or one that the table has not. */
  private received(parent: OpenState<Role>, id: string, entry: string): OpenState<Role> {
    const state = this.stateOf(id, entry, parent);
    this.fill(state, this.tables.get(id)?.items.slice(1) ?? []);
    return state;
  }

  /** A segment belongs to the innermost loop that has it or that has a loop which it opens. */
  private choose(state: OpenState<Role>): void {
    const { choices } = state;
    for (let at: OpenState<Role> | undefined = state; at !== undefined; at = at.parent) {
      for (const opening of at.openings) add(choices, opening);
      const here = { to: at, opens: false };
      for (const id of at.closing) choiceOf(choices, id).otherwise ??= here;
      // The set's own segments stand at its beginning: from deeper loops no way leads back to them.
      if (at.parent === undefined && state !== at && state.parent !== at) continue;
      for (const id of at.segments) choiceOf(choices, id).otherwise ??= here;
    }
  }
}

function noChoices(): undefined[] {
  return new Array<undefined>(knownSegmentIds + 1).fill(undefined);
}

/** What was added first goes before. */
function add<Role>(choices: (Choice<Role> | undefined)[], opening: Opening<Role>): void {
  const { segment, codes, state } = opening;
  const choice = choiceOf(choices, segment);
  if (choice.otherwise !== undefined) return;
  const move = { to: state, opens: true };
  if (codes === undefined) {
    choice.otherwise = move;
    return;
  }
  choice.element = codedElements[segment] ?? 0;
  for (const code of codes) {
    const packed = codeNumber(code);
    if (!choice.byCode.has(packed)) choice.byCode.set(packed, move);
  }
}

function choiceOf<Role>(choices: (Choice<Role> | undefined)[], segment: string): Choice<Role> {
  const index = segmentIndexOf(segment);
  if (index === 0) throw new Error(`segment ${segment} is not known`);
  const known = choices[index];
  if (known !== undefined) return known;
  const choice: Choice<Role> = { element: 0, byCode: new Map(), otherwise: undefined };
  choices[index] = choice;
  return choice;
}

function codesOf({ id, elements }: SegmentTable): readonly string[] | undefined {
  const element = codedElements[id];
  if (element === undefined) return undefined;
  return elementUses(elements).find(({ position }) => position === element)?.codes;
}
