import type { Segment } from "../segment.ts";
import { byteKind } from "../segment-source.ts";
import { isDateOfBytes } from "../values.ts";
import type { CodeChecks } from "./code-checks.ts";
import type { ElementPlan, SegmentPlan } from "./compile-table.ts";
import { breaksNote } from "./syntax-notes.ts";
import { valueTest } from "./value-test.ts";

const blank = 32;
const dash = 45;
const dot = 46;
const zero = 48;
const noBytes = new Uint8Array(0);
/** What needs a closer look than this one. */
const unusual = byteKind.repetition | byteKind.lineEnd | byteKind.strange | byteKind.high;

/**
 * Tells by its bytes alone that a segment is as its guide wants it, which nearly all are. What is not
 * accepted here may still be right: `SegmentChecker` then finds out, and says what is wrong.
 */
export class SegmentAcceptor {
  private readonly codes: CodeChecks;
  private segment: Segment | undefined;
  private bytes: Uint8Array = noBytes;
  private component = 0;
  private hasComponents = false;
  /** The place of what stands before the value that is judged: it may say what the value is. */
  private before = 0;
  private beforeTo = 0;

  constructor(codes: CodeChecks) {
    this.codes = codes;
  }

  accepts(segment: Segment, plan: SegmentPlan): boolean {
    const { source, index } = segment;
    const { starts, count, seen } = index;
    const { elements, lastRequired } = plan;
    if ((seen & unusual) !== 0 || count > elements.length || count < lastRequired) return false;
    const { bytes } = source;
    if (!segment.isTerminated || bytes[segment.end - 1] === source.separators.element) return false;
    this.segment = segment;
    this.bytes = bytes;
    this.component = source.separators.component;
    this.hasComponents = (seen & byteKind.component) !== 0;
    let present = 0;
    let from = starts[1] ?? 0;
    for (let at = 0; at < count; at += 1) {
      const element = elements[at] as ElementPlan;
      const next = starts[at + 2] ?? 0;
      if (from === next - 1) {
        if (element.usage === "required") return false;
      } else {
        if (element.usage === "not-used") return false;
        this.before = at === 0 ? from : (starts[at] ?? 0);
        this.beforeTo = at === 0 ? from : from - 1;
        if (!this.acceptsElement(element, from, next - 1)) return false;
        present |= 2 << at;
      }
      from = next;
    }
    for (const note of plan.notes) if (breaksNote(note, present) !== undefined) return false;
    return true;
  }

  private acceptsElement(element: ElementPlan, from: number, to: number): boolean {
    if (element.components !== undefined) return this.acceptsComponents(element, from, to);
    if (this.hasComponents && this.holdsComponent(from, to)) return false;
    return this.acceptsValue(element, from, to);
  }

  private holdsComponent(from: number, to: number): boolean {
    const { bytes, component } = this;
    for (let at = from; at < to; at += 1) if (bytes[at] === component) return true;
    return false;
  }

  private acceptsComponents(element: ElementPlan, start: number, end: number): boolean {
    const { components: plans = [], lastRequired } = element;
    const { bytes, component } = this;
    if (bytes[end - 1] === component) return false;
    const firstTo = this.componentEnd(start, end);
    let from = start;
    let to = firstTo;
    this.before = from;
    this.beforeTo = from;
    for (let at = 0; ; at += 1) {
      const plan = plans[at];
      if (plan === undefined) return false;
      if (from === to) {
        if (plan.usage === "required") return false;
      } else {
        if (plan.usage === "not-used") return false;
        if (plan.list !== undefined) {
          // The first component says what kind of code the others are.
          this.before = start;
          this.beforeTo = firstTo;
        }
        if (!this.acceptsValue(plan, from, to)) return false;
      }
      if (to === end) return at + 1 >= lastRequired;
      this.before = from;
      this.beforeTo = to;
      from = to + 1;
      to = this.componentEnd(from, end);
    }
  }

  private componentEnd(from: number, end: number): number {
    const { bytes, component } = this;
    let at = from;
    while (at < end && bytes[at] !== component) at += 1;
    return at;
  }

  private acceptsValue(plan: ElementPlan, from: number, to: number): boolean {
    const { bytes } = this;
    if (bytes[to - 1] === blank) return false;
    const length = to - from;
    switch (plan.test) {
      case valueTest.codes:
        return length <= 3 && hasNumber(plan.numbers, numberOf(bytes, from, to));
      case valueTest.longCodes:
        return plan.codes?.has(this.textOf(from, to)) === true;
      case valueTest.text:
        if (length < plan.least || length > plan.most) return false;
        return !plan.hasMeaning || this.acceptsMeaning(plan, from, to);
      case valueTest.whole:
        return length >= plan.least && length <= plan.most && hasDigits(bytes, from, to);
      case valueTest.decimal:
        return this.acceptsDecimal(plan, from, to);
      case valueTest.date:
        return length === 8 && isDateOfBytes(bytes, from);
      default:
        return false;
    }
  }

  /** A decimal number of a permitted length, and of at most two decimals where it is an amount. */
  private acceptsDecimal(plan: ElementPlan, from: number, to: number): boolean {
    const { bytes } = this;
    const start = bytes[from] === dash ? from + 1 : from;
    let point = -1;
    for (let at = start; at < to; at += 1) {
      const digit = (bytes[at] ?? 0) - zero;
      if (digit >= 0 && digit <= 9) continue;
      if (digit !== dot - zero || point !== -1) return false;
      point = at;
    }
    const digits = to - start - (point === -1 ? 0 : 1);
    if (digits < 1 || digits < plan.least || digits > plan.most) return false;
    return !plan.hasMeaning || point === -1 || to - point <= 3;
  }

  /** A code of a list, or a date in the format that stands before it. */
  private acceptsMeaning(plan: ElementPlan, from: number, to: number): boolean {
    if (plan.listNumber !== 0) return this.acceptsCode(plan, from, to);
    const { bytes, before, beforeTo } = this;
    if (beforeTo - before === 2) {
      return bytes[before] === 68 && bytes[before + 1] === 56 && to - from === 8
        ? isDateOfBytes(bytes, from)
        : false;
    }
    return false;
  }

  private acceptsCode({ list = "", listNumber }: ElementPlan, from: number, to: number): boolean {
    const { codes, bytes, before, beforeTo } = this;
    if (beforeTo - before <= 3) {
      if (!codes.judges(listNumber, numberOf(bytes, before, beforeTo))) return true;
    }
    const { accepted } = codes;
    if (accepted.has(listNumber, bytes, { from, to, before, beforeTo })) return true;
    const qualifier = before === beforeTo ? undefined : this.textOf(before, beforeTo);
    if (codes.check(list, this.textOf(from, to), qualifier) !== undefined) return false;
    accepted.add();
    return true;
  }

  private textOf(from: number, to: number): string {
    return this.segment?.source.text.slice(from, to) ?? "";
  }
}

function hasNumber(numbers: Int32Array, number: number): boolean {
  for (let at = 0; at < numbers.length; at += 1) if (numbers[at] === number) return true;
  return false;
}

/** Up to three bytes as `codeNumber` gives them. */
function numberOf(bytes: Uint8Array, from: number, to: number): number {
  let packed = 1;
  for (let at = from; at < to; at += 1) packed = (packed << 8) | (bytes[at] ?? 0);
  return packed;
}

function hasDigits(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}
