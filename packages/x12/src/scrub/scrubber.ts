import { latin1Bytes, meantText, utf8Bytes } from "../latin1.ts";
import { partsOf, type Segment } from "../segment.ts";
import type { Token } from "../segment-reader.ts";
import type { Skipped } from "../skipped.ts";
import type { Delimiters } from "../transaction.ts";
import { civilDate, civilDateOfSixDigits } from "../values.ts";
import { type ElementPolicy, elementPolicy, isKept, segmentPolicies } from "./element-policy.ts";
import type { HashKey } from "./keyed-hash.ts";
import { IdentifierReplacer } from "./replace-identifier.ts";
import { replacePostalCode } from "./replace-postal-code.ts";
import { replaceName, replaceText } from "./replace-text.ts";
import { DateShifter } from "./shift-dates.ts";

/** The key that invented values are made by, and the day of the work. */
export type ScrubOptions = {
  /** 64 random bits as two whole numbers of 32; whoever knows them can undo identifiers. */
  readonly key: HashKey;
  /** A civil date: what lies after it stays in the future. */
  readonly today?: string | undefined;
};

const unknownId: ElementPolicy = { is: "identifier" };
const postOfficeBox = /^\s*(P\.?\s*O\.?|POST OFFICE)\s*BOX\b/i;

const slots = 8192;

/** Values that were replaced lately, each in one slot: a member comes again and again. */
class Replacements {
  readonly values: (string | undefined)[] = new Array(slots).fill(undefined);
  readonly made: string[] = new Array(slots).fill("");
}

/** Length and last characters tell most values of a kind apart. */
function slotOf(value: string): number {
  let hash = value.length;
  for (let at = Math.max(0, hash - 8), end = hash; at < end; at += 1) {
    hash = Math.imul(hash, 31) + value.charCodeAt(at);
  }
  return (hash ^ (hash >>> 13)) & (slots - 1);
}

/**
 * Replaces what may tell of a person in a file by invented values of the same length, token by token:
 * names, addresses, identifiers, account numbers, dates, telephone numbers and free text. Codes, amounts
 * and control numbers stay, where they have the form of such. The same value becomes the same within a
 * file, so what belonged together still does.
 */
export class Scrubber {
  private readonly key: HashKey;
  private readonly identifiers: IdentifierReplacer;
  private readonly dates: DateShifter;
  private readonly remembered: Record<ElementPolicy["is"], Replacements> = {
    keep: new Replacements(),
    identifier: new Replacements(),
    name: new Replacements(),
    text: new Replacements(),
    date: new Replacements(),
    birth: new Replacements(),
    "postal-code": new Replacements(),
  };
  /** The day of the file: of GS04, else of ISA09. */
  private on: string | undefined;
  private binaryLeft = 0;

  constructor({ key, today }: ScrubOptions) {
    this.key = key;
    this.identifiers = new IdentifierReplacer(key);
    this.dates = new DateShifter(key, today);
  }

  /** The bytes that stand in for those of the tokens, as many. */
  scrub(tokens: readonly Token[]): Uint8Array {
    let text = "";
    for (const token of tokens) {
      text += token.kind === "segment" ? this.scrubSegment(token) : this.scrubSkipped(token);
    }
    return latin1Bytes(text);
  }

  private scrubSegment(segment: Segment): string {
    const { id, leading, raw, terminator } = segment;
    if (id === "ISA") this.on = civilDateOfSixDigits(segment.text(9) ?? "") ?? this.on;
    if (id === "GS") this.on = civilDate(segment.text(4) ?? "") ?? this.on;
    if (id === "BIN" || id === "BDS") {
      this.binaryLeft = Number(segment.element(id === "BIN" ? 1 : 2) ?? 0) || 0;
    }
    const isWrapped = raw.includes("\n") || raw.includes("\r");
    const scrubbed = isWrapped
      ? withLineEnds(raw, (text) => this.scrubContent(segment, text))
      : this.scrubContent(segment, raw);
    return leading + scrubbed + terminator;
  }

  private scrubContent({ id, hasValidId, delimiters }: Segment, text: string): string {
    const separator = delimiters.element;
    const policies = segmentPolicies(id);
    const headEnd = text.indexOf(separator);
    const head = headEnd === -1 ? text : text.slice(0, headEnd);
    let scrubbed = hasValidId ? "" : this.replaced(unknownId, head);
    /** What of the text stands in `scrubbed` already. */
    let done = hasValidId ? 0 : head.length;
    let position = 0;
    for (let start = headEnd + 1; start !== 0; ) {
      position += 1;
      const next = text.indexOf(separator, start);
      const end = next === -1 ? text.length : next;
      if (end > start) {
        const element = text.slice(start, end);
        const policy = elementPolicy(policies, position, 1);
        const isWhole = id === "ISA" || !isCut(element, delimiters);
        const made = isWhole
          ? this.scrubValue(policy, element)
          : this.scrubParts(policies[position - 1] ?? [policy], element, delimiters);
        if (made !== element) {
          scrubbed += text.slice(done, start) + made;
          done = end;
        }
      }
      start = next + 1;
    }
    return done === 0 ? text : scrubbed + text.slice(done);
  }

  private scrubParts(
    policies: readonly ElementPolicy[],
    element: string,
    { component, repetition }: Delimiters,
  ): string {
    if (repetition === undefined || !element.includes(repetition)) {
      return this.scrubComponents(policies, element, component);
    }
    return partsOf(element, repetition)
      .map((part) => this.scrubComponents(policies, part, component))
      .join(repetition);
  }

  private scrubComponents(
    policies: readonly ElementPolicy[],
    text: string,
    separator: string,
  ): string {
    const parts = partsOf(text, separator);
    let scrubbed = this.scrubValue(policies[0] ?? unknownId, parts[0] ?? "");
    for (let at = 1; at < parts.length; at += 1) {
      scrubbed += separator + this.scrubValue(policies[at] ?? unknownId, parts[at] ?? "");
    }
    return scrubbed;
  }

  private scrubValue(policy: ElementPolicy, value: string): string {
    const isBlank = value === "" || (value.charCodeAt(0) <= 32 && value.trim() === "");
    return isBlank || isKept(policy, value) ? value : this.replaced(policy, value);
  }

  private replaced(policy: ElementPolicy, value: string): string {
    const remembered = this.remembered[policy.is];
    const slot = slotOf(value);
    if (remembered.values[slot] === value) return remembered.made[slot] as string;
    const made = this.invent(policy, value);
    // As a piece of its chunk the value would keep all of the chunk in memory.
    remembered.values[slot] = ` ${value}`.slice(1);
    remembered.made[slot] = made;
    return made;
  }

  private invent(policy: ElementPolicy, value: string): string {
    switch (policy.is) {
      case "name":
        return replaceName(this.key, withoutHighBytes(value));
      case "text": {
        const plain = withoutHighBytes(value);
        // That an address is a box is what may be wrong with it.
        const box = postOfficeBox.exec(plain)?.[0] ?? "";
        return box + replaceText(this.key, plain.slice(box.length));
      }
      case "date":
        return this.letters(this.dates.shift(value));
      case "birth":
        return this.letters(this.dates.shiftBirth(value, this.on));
      case "postal-code":
        return replacePostalCode(this.identifiers, withoutHighBytes(value));
      default:
        return this.identifiers.replace(withoutHighBytes(value));
    }
  }

  /** Letters where a date should be. */
  private letters(text: string): string {
    return /[A-Za-z\u0080-\u00ff]/.test(text)
      ? replaceText(this.key, withoutHighBytes(text))
      : text;
  }

  private scrubSkipped({ reason, text }: Skipped): string {
    if (reason === "blank" || reason === "byte-order-mark") return text;
    if (reason !== "binary") return replaceJunk(this.key, text);
    const length = Math.min(this.binaryLeft, text.length);
    this.binaryLeft -= length;
    return "X".repeat(length) + text.slice(length);
  }
}

function isCut(element: string, { component, repetition }: Delimiters): boolean {
  return element.includes(component) || (repetition !== undefined && element.includes(repetition));
}

/** Text that belongs to no segment; what reading looks for in it stays. */
function replaceJunk(key: HashKey, text: string): string {
  return text
    .split(/(isa)/i)
    .map((part) => (/^isa$/i.test(part) ? part : replaceText(key, withoutHighBytes(part))))
    .join("");
}

/** Scrubs a text that is wrapped over lines as if it were not, and wraps it again. */
function withLineEnds(raw: string, scrub: (text: string) => string): string {
  const scrubbed = [...scrub(raw.replace(/[\r\n]+/g, ""))];
  return raw.replace(/[^\r\n]/g, () => scrubbed.shift() ?? "");
}

/** Letters above 127 become one letter of as many bytes: valid UTF-8 stays valid. */
function withoutHighBytes(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text)) return text;
  const meant = meantText(text);
  if (meant === text) return text.replace(/[\u0080-\u00ff]/g, "\u00e9");
  const even = [...meant].map((character) => standIns[utf8Bytes(character).length] ?? character);
  return String.fromCharCode(...utf8Bytes(even.join("")));
}

/** By the number of bytes. */
const standIns: Readonly<Record<number, string>> = { 2: "\u00e9", 3: "\u0e81", 4: "\u{10280}" };
