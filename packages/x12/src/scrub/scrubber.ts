import { latin1Bytes, meantText, utf8Bytes } from "../latin1.ts";
import type { Segment } from "../segment.ts";
import { isSegmentId } from "../segment-ids.ts";
import type { Token } from "../segment-reader.ts";
import type { Skipped } from "../skipped.ts";
import { civilDate, civilDateOfSixDigits } from "../values.ts";
import { type ElementPolicy, elementPolicy, isKept } from "./element-policy.ts";
import type { HashKey } from "./keyed-hash.ts";
import { IdentifierReplacer } from "./replace-identifier.ts";
import { replaceName, replaceText } from "./replace-text.ts";
import { DateShifter } from "./shift-dates.ts";

export type ScrubOptions = {
  /** 64 random bits as two whole numbers of 32; whoever knows them can undo identifiers. */
  readonly key: HashKey;
  /** A civil date: what lies after it stays in the future. */
  readonly today?: string | undefined;
};

/** Values that were replaced lately; a member comes again and again. */
const rememberedMost = 20_000;
const postOfficeBox = /^\s*(P\.?\s*O\.?|POST OFFICE)\s*BOX\b/i;

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
  private readonly remembered: Record<ElementPolicy["is"], Map<string, string>> = {
    keep: new Map(),
    identifier: new Map(),
    name: new Map(),
    text: new Map(),
    date: new Map(),
    birth: new Map(),
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
    return latin1Bytes(
      tokens
        .map((token) =>
          token.kind === "segment" ? this.scrubSegment(token) : this.scrubSkipped(token),
        )
        .join(""),
    );
  }

  private scrubSegment(segment: Segment): string {
    const { id, leading, raw, terminator } = segment;
    if (id === "ISA") this.on = civilDateOfSixDigits(segment.text(9) ?? "") ?? this.on;
    if (id === "GS") this.on = civilDate(segment.text(4) ?? "") ?? this.on;
    if (id === "BIN" || id === "BDS") {
      this.binaryLeft = Number(segment.element(id === "BIN" ? 1 : 2) ?? 0) || 0;
    }
    return leading + withLineEnds(raw, (text) => this.scrubContent(segment, text)) + terminator;
  }

  private scrubContent({ id, delimiters }: Segment, text: string): string {
    const [first = "", ...elements] = text.split(delimiters.element);
    const head = isSegmentId(id) ? first : this.replaced({ is: "identifier" }, first);
    const scrubbed = elements.map((element, at) => {
      if (id === "ISA") return this.scrubValue(elementPolicy(id, at + 1, 1), element);
      return this.scrubElement({ id, position: at + 1, element }, delimiters);
    });
    return [head, ...scrubbed].join(delimiters.element);
  }

  private scrubElement(
    { id, position, element }: { id: string; position: number; element: string },
    { component, repetition }: Segment["delimiters"],
  ): string {
    const isPlain = !element.includes(component);
    if (isPlain && (repetition === undefined || !element.includes(repetition))) {
      return this.scrubValue(elementPolicy(id, position, 1), element);
    }
    const whole = (text: string) =>
      text
        .split(component)
        .map((part, at) => this.scrubValue(elementPolicy(id, position, at + 1), part))
        .join(component);
    if (repetition === undefined || !element.includes(repetition)) return whole(element);
    return element.split(repetition).map(whole).join(repetition);
  }

  private scrubValue(policy: ElementPolicy, value: string): string {
    if (value.trim() === "" || isKept(policy, value)) return value;
    return this.replaced(policy, value);
  }

  private replaced(policy: ElementPolicy, value: string): string {
    const remembered = this.remembered[policy.is];
    const known = remembered.get(value);
    if (known !== undefined) return known;
    const made = this.invent(policy, value);
    if (remembered.size >= rememberedMost) remembered.clear();
    remembered.set(value, made);
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

/** Text that belongs to no segment; what reading looks for in it stays. */
function replaceJunk(key: HashKey, text: string): string {
  return text
    .split(/(isa)/i)
    .map((part) => (/^isa$/i.test(part) ? part : replaceText(key, withoutHighBytes(part))))
    .join("");
}

/** Scrubs a text that is wrapped over lines as if it were not, and wraps it again. */
function withLineEnds(raw: string, scrub: (text: string) => string): string {
  if (!/[\r\n]/.test(raw)) return scrub(raw);
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
