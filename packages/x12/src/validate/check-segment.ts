import type { IssueCode } from "../issue-codes.ts";
import { partsOf, type Segment } from "../segment.ts";
import { checkForm, checkPeriod } from "./check-form.ts";
import type { CodeChecks } from "./code-checks.ts";
import type { ElementPlan, SegmentPlan } from "./compile-table.ts";
import { breaksNote } from "./syntax-notes.ts";

/** Where in a segment something is wrong. */
export type ElementPlace = {
  readonly segment: Segment;
  readonly plan: SegmentPlan;
  readonly element: number;
  readonly component?: number | undefined;
  /** What is named in the sentence; the element's name by default. */
  readonly name?: string | undefined;
};

export type ReportElement = (code: IssueCode, place: ElementPlace) => void;

/** Judges the elements of one segment by their guide: presence, type, length, codes, relations. */
export class SegmentChecker {
  private readonly codes: CodeChecks;
  private readonly report: ReportElement;
  private segment: Segment | undefined;
  private plan: SegmentPlan | undefined;
  /** The element that is judged, as a whole or by its components. */
  private whole: ElementPlan | undefined;
  private separator = ":";
  private repetition: string | undefined;
  private raw = "";
  /** Where elements start in `raw`; the last entry in use stands one past its end. */
  private readonly starts: number[] = [];
  private count = 0;
  private isStrange = false;
  private isPlain = true;
  private hasComponents = false;
  private hasRepeats = false;

  constructor(codes: CodeChecks, report: ReportElement) {
    this.codes = codes;
    this.report = report;
  }

  check(segment: Segment, plan: SegmentPlan): void {
    this.segment = segment;
    this.plan = plan;
    const { raw, delimiters } = segment;
    this.separator = delimiters.component;
    this.repetition = delimiters.repetition;
    this.raw = raw;
    const count = this.look(raw, delimiters.element.charCodeAt(0));
    if (this.isStrange) this.report("X12_CHARACTER", { segment, plan, element: 0 });
    let present = 0;
    const { elements } = plan;
    const last = count < elements.length ? Math.max(count, plan.lastRequired) : elements.length;
    for (let at = 0; at < last; at += 1) {
      if (this.checkElement(elements[at] as ElementPlan)) present |= 2 << at;
    }
    if (count > elements.length) {
      const element = elements.length + 1;
      this.report("X12_ELEMENT_UNEXPECTED", { segment, plan, element, name: "" });
    }
    if (plan.notes.length > 0) this.checkNotes(segment, plan, present);
    // Binary content comes apart from its head, which then ends with a separator.
    if (segment.isTerminated && raw.endsWith(delimiters.element)) {
      this.report("X12_TRAILING_SEPARATOR", { segment, plan, element: count });
    }
  }

  /** Notes where elements start and which separators there are; gives the number of elements. */
  private look(raw: string, separator: number): number {
    const component = this.separator.charCodeAt(0);
    const repetition = this.repetition?.charCodeAt(0) ?? -1;
    const { starts } = this;
    let hasComponents = false;
    let hasRepeats = false;
    let isStrange = false;
    let isWrapped = false;
    let count = 0;
    for (let at = 0; at < raw.length; at += 1) {
      const code = raw.charCodeAt(at);
      if (code === separator) {
        count += 1;
        starts[count] = at + 1;
      } else if (code === component) hasComponents = true;
      else if (code === repetition) hasRepeats = true;
      else if (code === 10 || code === 13) isWrapped = true;
      else if (code < 32 || code > 126) isStrange = true;
    }
    starts[count + 1] = raw.length + 1;
    this.hasComponents = hasComponents;
    this.hasRepeats = hasRepeats;
    this.isStrange = isStrange;
    this.isPlain = !isWrapped && !isStrange;
    this.count = count;
    return count;
  }

  /** Element `n` as written, undefined when absent or empty. */
  private elementAt(n: number): string | undefined {
    if (!this.isPlain) return this.segment?.element(n);
    if (n > this.count || n === 0) return undefined;
    const from = this.starts[n] as number;
    const to = (this.starts[n + 1] as number) - 1;
    return from === to ? undefined : this.raw.slice(from, to);
  }

  private checkNotes(segment: Segment, plan: SegmentPlan, present: number): void {
    for (const note of plan.notes) {
      const broken = breaksNote(note, present);
      if (broken === undefined) continue;
      this.report(broken.code, { segment, plan, element: broken.element });
    }
  }

  /** True when the element is there. */
  private checkElement(element: ElementPlan): boolean {
    const written = this.elementAt(element.position);
    if (written === undefined) {
      if (element.usage === "required") this.found("X12_ELEMENT_MISSING", element);
      return false;
    }
    if (element.usage === "not-used") this.found("X12_ELEMENT_NOT_USED", element);
    else if (this.hasComponents || this.hasRepeats || element.components !== undefined) {
      this.checkPresent(element, written);
    } else {
      this.whole = element;
      this.checkValue(element, written, undefined);
    }
    return true;
  }

  private checkPresent(element: ElementPlan, written: string): void {
    const separator = this.repetition;
    if (this.hasRepeats && separator !== undefined && written.includes(separator)) {
      this.checkRepeats(element, partsOf(written, separator));
    } else {
      this.checkWritten(element, written);
    }
  }

  private checkRepeats(element: ElementPlan, parts: readonly string[]): void {
    if (parts.length > element.repeats) this.found("X12_ELEMENT_REPEATED", element);
    for (const part of parts) {
      if (part === "") this.found("X12_ELEMENT_MISSING", element);
      else this.checkWritten(element, part);
    }
  }

  private checkWritten(element: ElementPlan, written: string): void {
    if (element.components !== undefined) {
      this.checkComponents(element, element.components, written);
      return;
    }
    if (this.hasComponents && written.includes(this.separator)) {
      this.found("X12_COMPONENT_UNEXPECTED", element);
      return;
    }
    this.whole = element;
    this.checkValue(element, written, undefined);
  }

  private checkComponents(
    element: ElementPlan,
    plans: readonly ElementPlan[],
    written: string,
  ): void {
    const parts = this.hasComponents ? partsOf(written, this.separator) : [written];
    if (parts.length > plans.length) this.found("X12_COMPONENT_UNEXPECTED", element);
    this.whole = element;
    const reached = Math.max(parts.length, element.lastRequired);
    const last = Math.min(reached, plans.length);
    for (let at = 0; at < last; at += 1) this.checkComponent(plans[at] as ElementPlan, parts);
    if (parts.length > 1 && parts[parts.length - 1] === "") {
      this.found("X12_TRAILING_SEPARATOR", element);
    }
  }

  private checkComponent(component: ElementPlan, parts: readonly string[]): void {
    const value = parts[component.position - 1] ?? "";
    if (value === "") {
      if (component.usage === "required") this.foundIn("X12_ELEMENT_MISSING", component);
    } else if (component.usage === "not-used") {
      this.foundIn("X12_ELEMENT_NOT_USED", component);
    } else {
      this.checkValue(component, value, qualifierOf(parts, component));
    }
  }

  /** Judges a value of `whole` or of one of its components. */
  private checkValue(plan: ElementPlan, written: string, qualifier: string | undefined): void {
    const value = written.charCodeAt(written.length - 1) === 32 ? written.trimEnd() : written;
    if (value === "") {
      this.foundIn(plan.usage === "required" ? "X12_ELEMENT_MISSING" : "X12_TRAILING_BLANKS", plan);
      return;
    }
    if (value.length !== written.length) this.foundIn("X12_TRAILING_BLANKS", plan);
    if (plan.codes !== undefined) {
      if (!hasCode(plan.codes, value)) this.foundIn("X12_CODE", plan);
      return;
    }
    const fault = plan.form === undefined ? undefined : checkForm(value, plan.form, plan.most);
    if (fault !== undefined) {
      this.foundIn(fault, plan);
      return;
    }
    if (!plan.hasMeaning) return;
    const before = plan === this.whole ? this.elementAt(plan.position - 1) : qualifier;
    const misuse = this.misuseOf(plan, value, before);
    if (misuse !== undefined) this.foundIn(misuse, plan);
  }

  /** What the data element or its list says beyond type and length. */
  private misuseOf(
    { number, list }: ElementPlan,
    value: string,
    qualifier: string | undefined,
  ): IssueCode | undefined {
    if (list !== undefined) return this.codes.check(list, value, qualifier);
    if (number === "1251") return checkPeriod(value, qualifier);
    const point = value.indexOf(".");
    return point !== -1 && value.length - point > 3 ? "X12_AMOUNT_DECIMALS" : undefined;
  }

  private foundIn(code: IssueCode, plan: ElementPlan): void {
    if (this.whole === undefined || this.whole === plan) this.found(code, plan);
    else this.found(code, this.whole, plan);
  }

  private found(code: IssueCode, element: ElementPlan, component?: ElementPlan): void {
    const { segment, plan } = this;
    if (segment === undefined || plan === undefined) return;
    this.report(code, {
      segment,
      plan,
      element: element.position,
      component: component?.position,
      name: component?.name ?? element.name,
    });
  }
}

/** Sets of a code or two are the rule: comparing takes less time than the hash of a text just cut. */
function hasCode(codes: ReadonlySet<string>, value: string): boolean {
  if (codes.size > 3) return codes.has(value);
  for (const code of codes) if (code === value) return true;
  return false;
}

function qualifierOf(
  parts: readonly string[],
  { position, list }: ElementPlan,
): string | undefined {
  return list === undefined ? parts[position - 2] : parts[0];
}
