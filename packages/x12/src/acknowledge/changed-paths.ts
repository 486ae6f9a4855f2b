/** Where something stood says nothing of what it is. */
const places = new Set(["range", "header", "position"]);

/** Paths of the leaves in which two plain values differ, such as `claim.lines[0].quantity`. */
export function changedPaths(one: unknown, other: unknown, path = ""): readonly string[] {
  if (one === other) return [];
  if (!isObject(one) || !isObject(other)) {
    const whole = isObject(one) ? one : isObject(other) ? other : undefined;
    return whole === undefined || Object.keys(whole).length === 0 ? [path] : leavesOf(whole, path);
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names]
    .filter((name) => !places.has(name))
    .flatMap((name) => changedPaths(one[name], other[name], joined(path, one, name)));
}

/** Those paths that begin with a text. */
export function pathsIn(paths: readonly string[], start: string): readonly string[] {
  return paths.filter((path) => path.startsWith(start));
}

/** Fields that follow from others: they are named only where nothing else changed. */
const derived = /^claim\.(serviceFrom|serviceThrough|diagnoses\[|references\[)/;

/** The shortest path, which names the thing and not a part of a list that repeats it. */
export function shortest(paths: readonly string[]): string | undefined {
  const own = paths.filter((path) => !derived.test(path));
  return [...(own.length > 0 ? own : paths)].sort((a, b) => a.length - b.length)[0];
}

/** Leaves of something that is there in one value only, those that say something. */
function leavesOf(value: Plain, path: string): readonly string[] {
  return Object.keys(value)
    .filter((name) => !places.has(name) && value[name] !== undefined)
    .flatMap((name) => {
      const inner = value[name];
      const at = joined(path, value, name);
      return isObject(inner) && Object.keys(inner).length > 0 ? leavesOf(inner, at) : [at];
    });
}

type Plain = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Plain {
  return typeof value === "object" && value !== null;
}

function joined(path: string, owner: Plain, name: string): string {
  if (Array.isArray(owner)) return `${path}[${name}]`;
  return path === "" ? name : `${path}.${name}`;
}
