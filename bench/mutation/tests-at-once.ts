import { isDeepStrictEqual } from "node:util";

/**
 * What the pure tests use of their runner, without the runner: they are collected when their files are
 * evaluated, and run one after the other until one fails. A mutant costs milliseconds so.
 */
type Body = (...values: readonly unknown[]) => unknown;
type Collected = { readonly name: string; run(): unknown };

export const collected: Collected[] = [];

const each =
  (table: readonly unknown[]) =>
  (name: string, body: Body): void => {
    for (const row of table) {
      const values = Array.isArray(row) ? row : [row];
      collected.push({ name, run: () => body(...values) });
    }
  };
const collector = () =>
  Object.assign(
    (name: string, body: Body) => {
      collected.push({ name, run: () => body() });
    },
    { each },
  );
const group = (_: string, body: () => void) => body();
const groupEach =
  (table: readonly unknown[]) =>
  (_: string, body: Body): void => {
    for (const row of table) body(...(Array.isArray(row) ? row : [row]));
  };

export const test = collector();
export const it = collector();
export const describe = Object.assign(group, { each: groupEach });

class Like {
  readonly part: unknown;
  constructor(part: unknown) {
    this.part = part;
  }
}

export const expect = Object.assign((found: unknown) => matchers(found, true), {
  objectContaining: (part: unknown) => new Like(part),
});

function matchers(found: unknown, wanted: boolean): Record<string, unknown> {
  const check = (holds: boolean) => {
    if (holds !== wanted) throw new Error("an expectation is not met");
  };
  const size = () => (found as { readonly length: number }).length;
  return {
    toBe: (value: unknown) => check(Object.is(found, value)),
    toEqual: (value: unknown) => check(isEqual(found, value)),
    toStrictEqual: (value: unknown) => check(isDeepStrictEqual(found, value)),
    toMatchObject: (value: unknown) => check(isLike(found, value)),
    toBeUndefined: () => check(found === undefined),
    toBeDefined: () => check(found !== undefined),
    toBeNull: () => check(found === null),
    toHaveLength: (length: number) => check(size() === length),
    toBeGreaterThan: (value: number) => check((found as number) > value),
    toBeGreaterThanOrEqual: (value: number) => check((found as number) >= value),
    toBeLessThan: (value: number) => check((found as number) < value),
    toBeLessThanOrEqual: (value: number) => check((found as number) <= value),
    toContain: (value: unknown) => check((found as unknown[]).includes(value)),
    toContainEqual: (value: unknown) =>
      check((found as unknown[]).some((part) => isEqual(part, value))),
    toThrow: () => check(throws(found as () => unknown)),
    ...(wanted ? { not: matchers(found, false) } : {}),
  };
}

function throws(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch {
    return true;
  }
}

/** Equal but for properties that are undefined. */
function isEqual(found: unknown, value: unknown): boolean {
  if (value instanceof Like) return isLike(found, value.part);
  if (found instanceof Map || found instanceof Set) return isDeepStrictEqual(found, value);
  if (!isObject(found) || !isObject(value)) return Object.is(found, value);
  if (Array.isArray(found) !== Array.isArray(value)) return false;
  const names = new Set([...Object.keys(found), ...Object.keys(value)]);
  return [...names].every((name) => isEqual(found[name], value[name]));
}

function isLike(found: unknown, part: unknown): boolean {
  if (part instanceof Like) return isLike(found, part.part);
  if (!isObject(found) || !isObject(part)) return isEqual(found, part);
  if (Array.isArray(part) && (!Array.isArray(found) || found.length !== part.length)) return false;
  return Object.keys(part).every((name) => isLike(found[name], part[name]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
