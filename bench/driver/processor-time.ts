import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in which Linux counts processor time, whatever the machine. */
const ticksPerSecond = 100;

/** Processor time in seconds since its processes began. */
export type ProcessorTime = {
  /** The program: its pages, its interface and the child that does its jobs. */
  readonly program: number;
  readonly database: number;
  /** This process: the scripted staff. */
  readonly driver: number;
};

type Process = {
  readonly parent: number;
  readonly name: string;
  readonly seconds: number;
};

/** What a program, the processes below it and this one have used; undefined where the kernel does not tell. */
export function processorTime(program: number): ProcessorTime | undefined {
  const all = processes();
  if (all === undefined) return undefined;
  let [programSeconds, databaseSeconds] = [0, 0];
  for (const [id, one] of all) {
    if (!isBelow(all, id, program)) continue;
    if (one.name === "postgres") databaseSeconds += one.seconds;
    else programSeconds += one.seconds;
  }
  const { user, system } = process.cpuUsage();
  return {
    program: programSeconds,
    database: databaseSeconds,
    driver: (user + system) / 1_000_000,
  };
}

/** The processes that run, each with what those that ended below it have used. */
function processes(): Map<number, Process> | undefined {
  const found = new Map<number, Process>();
  let names: string[];
  try {
    names = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry));
  } catch {
    return undefined;
  }
  for (const id of names) {
    const one = processOf(id);
    if (one !== undefined) found.set(Number(id), one);
  }
  return found.size === 0 ? undefined : found;
}

function processOf(id: string): Process | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${id}/stat`, "utf8");
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
  const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  // State, parent, … then at 11 to 14 own user and system time, and those of children that were waited for.
  const ticks = fields.slice(11, 15).reduce((sum, each) => sum + each, 0);
  return { parent: fields[1] ?? 0, name, seconds: ticks / ticksPerSecond };
}

function isBelow(all: ReadonlyMap<number, Process>, id: number, root: number): boolean {
  for (let at = id; at !== 0; at = all.get(at)?.parent ?? 0) if (at === root) return true;
  return false;
}
