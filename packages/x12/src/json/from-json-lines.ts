import { latin1Bytes } from "../latin1.ts";
import type { Delimiters } from "../transaction.ts";
import { bytesOfBase64 } from "./base64.ts";
import { type JsonElement, type JsonSegment, jsonHead, segmentBytes } from "./json-lines.ts";

/** Why a line cannot be written; no value is repeated. */
export type JsonRefusal =
  | "not-json"
  | "not-a-head"
  | "not-a-line"
  | "not-an-element"
  | "no-interchange"
  | "contains-delimiter"
  | "not-a-byte"
  | "not-base64";

export type JsonLineResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: JsonRefusal };

type Values = Readonly<Record<string, unknown>>;

const nothing = new Uint8Array(0);
const beyondOneByte = /[\u0100-\uffff]/;

/**
 * Reads the lines of `JsonLinesWriter`, one after the other, back into bytes. Values may have been
 * changed meanwhile; what would be read as something else is refused.
 */
export class JsonLinesReader {
  private delimiters: Delimiters | undefined;
  private hasHead = false;

  /** The bytes of the next line; an empty line gives none. */
  read(line: string): JsonLineResult {
    if (line.trim() === "") return written(nothing);
    const values = parsed(line);
    if (values === undefined) return refused("not-json");
    if (!this.hasHead) return this.readHead(values);
    if (typeof values.raw === "string") {
      if (areDelimiters(values.delimiters)) this.delimiters = values.delimiters;
      return bytesOfText(values.raw);
    }
    if (typeof values.skipped === "string") return bytesOfSkipped(values);
    return this.readSegment(values);
  }

  private readHead({ x12, version }: Values): JsonLineResult {
    if (x12 !== jsonHead.x12 || version !== jsonHead.version) return refused("not-a-head");
    this.hasHead = true;
    return written(nothing);
  }

  private readSegment(values: Values): JsonLineResult {
    const { id, elements } = values;
    if (typeof id !== "string" || !Array.isArray(elements)) return refused("not-a-line");
    if (![values.before, values.end].every(isTextOrAbsent)) return refused("not-a-line");
    if (!elements.every(isElement)) return refused("not-an-element");
    if (values.delimiters !== undefined) {
      if (!areDelimiters(values.delimiters)) return refused("not-a-line");
      this.delimiters = values.delimiters;
    }
    const { delimiters } = this;
    if (delimiters === undefined) return refused("no-interchange");
    const segment = values as JsonSegment;
    const isHead = values.delimiters !== undefined;
    if (!isHead && holdsDelimiter(segment, delimiters)) return refused("contains-delimiter");
    if (segment.utf8 !== true && !isOneBytePerCharacter(segment)) return refused("not-a-byte");
    return written(segmentBytes(segment, delimiters));
  }
}

function written(bytes: Uint8Array): JsonLineResult {
  return { ok: true, bytes };
}

function refused(refusal: JsonRefusal): JsonLineResult {
  return { ok: false, refusal };
}

function parsed(line: string): Values | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Values) : undefined;
  } catch {
    return undefined;
  }
}

function bytesOfText(text: string): JsonLineResult {
  return beyondOneByte.test(text) ? refused("not-a-byte") : written(latin1Bytes(text));
}

function bytesOfSkipped({ text, base64 }: Values): JsonLineResult {
  if (typeof text === "string") return bytesOfText(text);
  if (typeof base64 !== "string") return refused("not-a-line");
  const bytes = bytesOfBase64(base64);
  return bytes === undefined ? refused("not-base64") : written(bytes);
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

function isElement(value: unknown): boolean {
  if (isComposite(value)) return true;
  if (typeof value !== "object" || value === null || !("repetitions" in value)) return false;
  return Array.isArray(value.repetitions) && value.repetitions.every(isComposite);
}

function isComposite(value: unknown): boolean {
  if (typeof value === "string") return true;
  return Array.isArray(value) && value.every((part) => typeof part === "string");
}

function areDelimiters(value: unknown): value is Delimiters {
  if (typeof value !== "object" || value === null) return false;
  const { element, component, segment, repetition } = value as Values;
  const isOne = (text: unknown) => typeof text === "string" && text.length === 1;
  return (
    [element, component, segment].every(isOne) && (repetition === undefined || isOne(repetition))
  );
}

/** Texts of an element that must not hold what would end them. */
function holdsDelimiter({ id, elements }: JsonSegment, delimiters: Delimiters): boolean {
  const { element, component, repetition, segment } = delimiters;
  const ends = (text: string) => text.includes(element) || text.includes(segment);
  const splits = (text: string) => ends(text) || text.includes(component);
  const repeats = (text: string) => repetition !== undefined && text.includes(repetition);
  return ends(id) || textsOf(elements).some((text) => splits(text) || repeats(text));
}

function textsOf(elements: readonly JsonElement[]): string[] {
  return elements.flatMap((element) => {
    if (typeof element === "string") return [element];
    if ("repetitions" in element) return element.repetitions.flat();
    return [...element];
  });
}

function isOneBytePerCharacter({ id, elements, before = "", end = "" }: JsonSegment): boolean {
  return [id, before, end, ...textsOf(elements)].every((text) => !beyondOneByte.test(text));
}
