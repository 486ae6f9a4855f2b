/** A file of a simulation, by its path below the folder of files. */
type SimulatedFile = { readonly path: string; readonly text: string };

/** By the endings of files: what is read first within a month. */
const reading = ["csv", "837", "ta1", "999", "277", "835"];
const rank = (path: string) =>
  `${path.slice(0, 7)} ${reading.indexOf(path.split(".").at(-1) ?? "")} ${path}`;

/**
 * The interchanges of a month and kind in one file each: fewer files, the same content. Within a month
 * claims are read before what answers them. `alone` names files that keep their own name, beside those
 * that came twice and the lists.
 */
export function inFewFiles(
  files: readonly SimulatedFile[],
  alone: ReadonlySet<string> = new Set(),
): SimulatedFile[] {
  const found = new Map<string, string>();
  for (const { path, text } of files) {
    const isAlone = alone.has(path) || /csv$|-copy|-again/.test(path);
    const key = isAlone ? path : `${path.slice(0, 7)}/all.${path.split(".").at(-1)}`;
    found.set(key, (found.get(key) ?? "") + text);
  }
  return [...found]
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([path, text]) => ({ path, text }));
}
