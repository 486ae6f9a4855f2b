import {
  defaultDays,
  defaultEnd,
  profileOf,
  type SimulationOptions,
  simulate,
} from "@headwater/simulator";

/** The last day of the world that a demo practice comes from: its business date. */
export const demoDay = defaultEnd;

/** The claims of a demo practice unless another number is asked for. */
export const demoClaims = 5000;

/** Fewer show no pattern, more are for a load test's own installation. */
export const demoClaimLimits = { least: 50, most: 90_000 } as const;

const seed = 7;

/** The world of a demo practice with so many claims. */
export function demoWorld(claims: number): SimulationOptions {
  const profile = profileOf("industry");
  if (profile === undefined) throw new TypeError("the profile of the industry is missing");
  return { seed, claims, end: defaultEnd, days: defaultDays, profile };
}

/** One invented file, as somebody might hand it in. */
export type DemoFile = { readonly name: string; readonly text: string };

/**
 * The files of an invented practice over eighteen months, typical for the industry: the interchanges of
 * a month and kind in one file each, since reading many small files takes longer than their content.
 * The same number of claims gives the same bytes. A month is kept in memory at a time.
 */
export function* demoFiles(claims: number): Generator<DemoFile> {
  let month = "";
  const gathered = new Map<string, string>();
  for (const output of simulate(demoWorld(claims))) {
    if (output.type !== "file") continue;
    const { path, text } = output;
    const of = path.slice(0, 7);
    if (of !== month) yield* filesOf(gathered);
    month = of;
    const name = nameOf(path);
    gathered.set(name, (gathered.get(name) ?? "") + text);
  }
  yield* filesOf(gathered);
}

/** What came twice stays a file of its own: it shows that a payment posts once. */
function nameOf(path: string): string {
  const isAlone = path.endsWith(".csv") || /-copy|-again/.test(path);
  return isAlone ? path : `${path.slice(0, 7)}.${path.split(".").at(-1)}`;
}

function* filesOf(gathered: Map<string, string>): Generator<DemoFile> {
  for (const [name, text] of gathered) yield { name, text };
  gathered.clear();
}
