import type { Segment } from "../segment.ts";
import type { SetContext } from "../set-context.ts";
import type { ElementValue, SegmentWriter } from "../write/segment-writer.ts";

/** An object while it is put together or taken apart, by the names of its fields. */
export type Values = Record<string, unknown>;

/** How one field stands in a segment. */
export type Field<V> = {
  readonly element: number;
  /** Another element that is written with the value, such as its format. */
  readonly also?: readonly [element: number, text: string];
  /** Further elements that hold parts of the value. */
  readonly further?: readonly (readonly [number, FurtherElement<V>])[];
  /** Undefined when absent; what is wrong is reported. */
  read(segment: Segment, context: SetContext): V;
  /** The element; what cannot be written is refused. */
  write(value: V, writer: SegmentWriter, place: readonly [string, number]): ElementValue;
};

type FurtherElement<V> = { bivariant(value: V): ElementValue }["bivariant"];

/** Values of elements that choose a segment among others of its id; the first of several is written. */
export type Fixed = Readonly<Record<number, string | readonly string[]>>;

type Fields = Readonly<Record<string, Field<unknown>>>;

/** What of an object stands in one kind of segment, or in a loop below. */
export type Part =
  /** Fields of the object itself, in one segment. */
  | { readonly is: "segment"; readonly id: string; readonly fixed: Fixed; readonly fields: Fields }
  /** A field that is an object of its own (`many`: a list of them), in one segment each. */
  | {
      readonly is: "item";
      readonly id: string;
      readonly fixed: Fixed;
      readonly key: string;
      readonly many: boolean;
      readonly fields: Fields;
    }
  /** A field that is a list of texts or numbers, one segment each. */
  | {
      readonly is: "value";
      readonly id: string;
      readonly fixed: Fixed;
      readonly key: string;
      readonly field: Field<unknown>;
    }
  /** A field that is an object of its own (`many`: a list of them), in a loop. */
  | {
      readonly is: "loop";
      readonly key: string;
      readonly many: boolean;
      readonly shape: Shape<unknown>;
      /** Passed on when it closes instead of becoming part of the object. */
      readonly streamed?: boolean;
    }
  /** Anything else: reading returns the object's new value of `key`. */
  | {
      readonly is: "custom";
      readonly ids: readonly string[];
      readonly fixed: Fixed;
      readonly key: string;
      readonly empty: unknown;
      read(before: unknown, segment: Segment, context: SetContext): unknown;
      write(writer: SegmentWriter, value: unknown): void;
    }
  /** Several fields of the object, in one segment of several forms. */
  | {
      readonly is: "merged";
      readonly ids: readonly string[];
      readonly empty: object;
      read(segment: Segment, context: SetContext): object;
      write(writer: SegmentWriter, values: Values): void;
    }
  /** LS or LE around the loops of `key`; carries nothing. */
  | { readonly is: "bracket"; readonly id: string; readonly key: string; readonly loop: string };

/** How an object of type `T` stands in a loop: its parts in the order of the guide. */
export type Shape<T> = {
  readonly loop: string;
  /** HL03 where an HL opens the loop; else its first part does. */
  readonly level: string | undefined;
  /** Whether HL04 is written. */
  readonly tellsChildren: boolean;
  readonly parts: readonly Part[];
  /** Fields that no part has, and their values. */
  readonly defaults: Values;
  /** Only for the compiler: what reading gives. */
  readonly of?: T;
};

type ItemOf<L> = L extends readonly (infer I)[] ? I : never;
type FieldsOf<T> = { readonly [K in keyof T]?: Field<T[K]> };
type AllFieldsOf<T> = { readonly [K in keyof T]-?: Field<T[K]> };
type KeyOf<T> = keyof T & string;

/** The parts of an object of type `T`, with names and types checked against it. */
export function partsOf<T>() {
  return {
    segment: (id: string, fixed: Fixed, fields: FieldsOf<T>): Part => {
      return { is: "segment", id, fixed, fields: fields as Fields };
    },
    item: <K extends KeyOf<T>>(
      key: K,
      [id, fixed]: readonly [string, Fixed],
      fields: AllFieldsOf<NonNullable<T[K]>>,
    ): Part => ({ is: "item", id, fixed, key, many: false, fields: fields as unknown as Fields }),
    items: <K extends KeyOf<T>>(
      key: K,
      [id, fixed]: readonly [string, Fixed],
      fields: AllFieldsOf<ItemOf<T[K]>>,
    ): Part => ({ is: "item", id, fixed, key, many: true, fields: fields as unknown as Fields }),
    values: <K extends KeyOf<T>>(
      key: K,
      [id, fixed]: readonly [string, Fixed],
      field: Field<ItemOf<T[K]>>,
    ): Part => ({ is: "value", id, fixed, key, field: field as Field<unknown> }),
    loop: <K extends KeyOf<T>>(key: K, shape: Shape<NonNullable<T[K]>>): Part => {
      return { is: "loop", key, many: false, shape };
    },
    loops: <K extends KeyOf<T>>(key: K, shape: Shape<ItemOf<T[K]>>): Part => {
      return { is: "loop", key, many: true, shape };
    },
    bracket: (id: "LS" | "LE", key: KeyOf<T>, loop: string): Part => {
      return { is: "bracket", id, key, loop };
    },
  };
}

type ShapeOptions = {
  readonly level?: string;
  readonly tellsChildren?: boolean;
  readonly defaults?: object;
};

/** The shape of an object in a loop. */
export function shape<T>(
  loop: string,
  parts: readonly Part[],
  options: ShapeOptions = {},
): Shape<T> {
  const { level, tellsChildren = true, defaults = {} } = options;
  return { loop, level, tellsChildren, parts, defaults: { ...defaults } };
}

/** A loop of which there may be any number, each passed on when it closes. */
export function streamed(below: Shape<unknown>): Part {
  return { is: "loop", key: "", many: true, shape: below, streamed: true };
}

/** An object of a shape with nothing in it. */
export function emptyOf({ parts, defaults }: Shape<unknown>): Values {
  const values: Values = { ...defaults };
  for (const part of parts) {
    if (part.is === "segment") {
      for (const key of Object.keys(part.fields)) values[key] = undefined;
    } else if (part.is === "item" || part.is === "loop") {
      const isOwn = part.is === "item" || part.streamed !== true;
      if (isOwn) values[part.key] = part.many ? [] : undefined;
    } else if (part.is === "value") values[part.key] = [];
    else if (part.is === "merged") Object.assign(values, part.empty);
    else if (part.is === "custom") values[part.key] = Array.isArray(part.empty) ? [] : part.empty;
  }
  return values;
}
