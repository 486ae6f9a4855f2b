import type { IssueCode } from "../../issue-codes.ts";
import type { Segment } from "../../segment.ts";
import type { OpenRuleSet, ReportRule, RulePlace } from "../rule-set.ts";

/**
 * A rule of a service as data: for lines with one of these codes and modifiers, something must be on the
 * line or on its claim. What is not named does not matter.
 */
export type ServiceRule = {
  readonly code: IssueCode;
  /** Filing indicators (SBR09) of the payer that the claim goes to. */
  readonly filing?: string;
  /** HCPCS codes and ranges of them: `77063 80000-88299`. */
  readonly procedures?: string;
  /** The rule is for lines with one of these modifiers. */
  readonly modifiers?: string;
  /** It is not for lines with one of these. */
  readonly unless?: string;
  /** Segments by the code that they begin with, one of which must be there: `REF:X4`, `MEA`. */
  readonly need?: string;
  /** Modifiers one of which must be there; `R?` takes any second character. */
  readonly needModifier?: string;
  /** Segment that is said to be missing; the procedure is pointed at where there is none. */
  readonly missing?: string;
  /** Civil dates between which the rule holds. */
  readonly from?: string;
};

type CompiledRule = {
  readonly rule: ServiceRule;
  readonly ranges: readonly (readonly [string, string])[];
  readonly modifiers: ReadonlySet<string> | undefined;
  readonly unless: ReadonlySet<string>;
  readonly need: number;
  readonly needModifier: ReadonlySet<string> | undefined;
};

/** Where what rules need may stand; other payers' providers (2330) do not count. */
const places = [
  ...["REF@2300", "DTP@2300", "REF@2400", "DTP@2400", "MEA@2400", "QTY@2400"],
  ...["LIN@2410", "NM1@2310A", "NM1@2420E", "NM1@2420F"],
];

/** Rules of one guide by filing indicator, `*` for any payer. */
class ServiceRuleTable {
  /** The bit of each segment that a rule needs, by its id and first code; "" for any code. */
  readonly bits = new Map<string, Map<string, number>>();
  private readonly byFiling = new Map<string, CompiledRule[]>();
  private next = 1;

  constructor(rules: readonly ServiceRule[]) {
    for (const rule of rules) {
      const compiled = this.compile(rule);
      for (const filing of rule.filing?.split(" ") ?? ["*"]) {
        const list = this.byFiling.get(filing);
        if (list === undefined) this.byFiling.set(filing, [compiled]);
        else list.push(compiled);
      }
    }
  }

  rulesFor(filing: string | undefined): readonly CompiledRule[] {
    return [...(this.byFiling.get("*") ?? []), ...(this.byFiling.get(filing ?? "") ?? [])];
  }

  private compile(rule: ServiceRule): CompiledRule {
    const ranges = wordsOf(rule.procedures).map((word): readonly [string, string] => {
      const [from = "", to = from] = word.split("-");
      return [from, to];
    });
    let need = 0;
    for (const place of wordsOf(rule.need)) need |= this.bitOf(place);
    return {
      rule,
      ranges,
      modifiers: rule.modifiers === undefined ? undefined : new Set(wordsOf(rule.modifiers)),
      unless: new Set(wordsOf(rule.unless)),
      need,
      needModifier:
        rule.needModifier === undefined ? undefined : new Set(wordsOf(rule.needModifier)),
    };
  }

  private bitOf(place: string): number {
    const [id = "", code = ""] = place.split(":");
    const codes = this.bits.get(id) ?? new Map<string, number>();
    this.bits.set(id, codes);
    const known = codes.get(code);
    if (known !== undefined) return known;
    const bit = this.next;
    this.next *= 2;
    codes.set(code, bit);
    return bit;
  }
}

function wordsOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(" ");
}

function isWithin(code: string, ranges: CompiledRule["ranges"]): boolean {
  if (ranges.length === 0) return true;
  for (const [from, to] of ranges) if (from <= code && code <= to) return true;
  return false;
}

function hasAny(wanted: ReadonlySet<string>, modifiers: readonly string[]): boolean {
  for (const modifier of modifiers) {
    if (wanted.has(modifier) || wanted.has(`${modifier.charAt(0)}?`)) return true;
  }
  return false;
}

/** What is there of a claim and of its open line, as bits of the table. */
class ServicePresence {
  private readonly table: ServiceRuleTable;
  private readonly report: ReportRule;
  private readonly on: string | undefined;
  private rules: readonly CompiledRule[];
  private claim = 0;
  private line = 0;
  private isLine = false;
  private service: Segment | undefined;

  constructor(table: ServiceRuleTable, report: ReportRule, on: string | undefined) {
    this.table = table;
    this.report = report;
    this.on = on;
    this.rules = table.rulesFor(undefined);
  }

  startSubscriber(filing: string | undefined): void {
    this.rules = this.table.rulesFor(filing);
  }

  startClaim(): void {
    this.claim = 0;
    this.isLine = false;
  }

  startLine(): void {
    this.line = 0;
    this.isLine = true;
    this.service = undefined;
  }

  readService(segment: Segment): void {
    this.service = segment;
  }

  read(segment: Segment): void {
    const codes = this.table.bits.get(segment.id);
    if (codes === undefined) return;
    const bit = (codes.get(segment.element(1) ?? "") ?? 0) | (codes.get("") ?? 0);
    if (this.isLine) this.line |= bit;
    else this.claim |= bit;
  }

  endLine(): void {
    const segment = this.service;
    if (segment === undefined) return;
    const [list, code = "", ...rest] = segment.components(1);
    if (list !== "HC") return;
    const modifiers = rest.slice(0, 4);
    const there = this.claim | this.line;
    for (const compiled of this.rules) {
      if (!isWithin(code, compiled.ranges) || !this.applies(compiled, modifiers)) continue;
      if (compiled.need !== 0 && (compiled.need & there) !== 0) continue;
      if (compiled.needModifier !== undefined && hasAny(compiled.needModifier, modifiers)) continue;
      this.report(compiled.rule.code, placeIn(segment, compiled.rule));
    }
  }

  private applies({ rule, modifiers, unless }: CompiledRule, given: readonly string[]): boolean {
    if (modifiers !== undefined && !hasAny(modifiers, given)) return false;
    if (unless.size > 0 && hasAny(unless, given)) return false;
    return this.on === undefined || (rule.from ?? "") <= this.on;
  }
}

/** The procedure, its first modifier where one is missing, or the line that lacks a segment. */
function placeIn(segment: Segment, { missing, needModifier }: ServiceRule): RulePlace {
  if (missing !== undefined) return { segment, missing };
  return { segment, element: 1, component: needModifier === undefined ? 2 : 3 };
}

/** Judges the services of professional claims by rules that are data. */
export function serviceRules(rules: readonly ServiceRule[]): OpenRuleSet {
  const table = new ServiceRuleTable(rules);
  return ({ report, on }) => {
    const presence = new ServicePresence(table, report, on);
    const read = (segment: Segment) => presence.read(segment);
    return {
      opens: { "2300": () => presence.startClaim(), "2400": () => presence.startLine() },
      segments: {
        ...Object.fromEntries(places.map((place) => [place, read])),
        "SBR@2000B": (segment) => presence.startSubscriber(segment.text(9)),
        "SV1@2400": (segment) => presence.readService(segment),
      },
      loops: { "2400": () => presence.endLine() },
    };
  };
}
