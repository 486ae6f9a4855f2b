import { readdirSync, readFileSync } from "node:fs";

/** Peak resident memory of a process in MiB, from the kernel; undefined when it is gone. */
export function peakMemoryMiB(processId: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${processId}/status`, "utf8");
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/** Process ids of the Node processes below `root`, itself included. */
export function nodeProcessesBelow(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry)))
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const rest = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (stat.includes("(node)") || stat.includes("(MainThread)"))
        parents.set(Number(name), Number(rest[1]));
    } catch {
      // The process has ended meanwhile.
    }
  const below = (id: number): boolean =>
    id === root || (parents.has(id) && below(parents.get(id) ?? 0));
  return [...parents.keys()].filter(below);
}
