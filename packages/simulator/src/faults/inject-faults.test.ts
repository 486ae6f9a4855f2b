import { describe, expect, it } from "vitest";
import { profileOf } from "../parameters/profiles.ts";
import type { SimulationOutput } from "../run/output.ts";
import { defaultEnd, simulate } from "../run/simulate.ts";
import { type FaultKind, faultKinds, injectFaults, type WantedFault } from "./inject-faults.ts";

const profile = profileOf("industry");
if (profile === undefined) throw new TypeError("a profile is missing");
const run = () => simulate({ seed: 5, profile, claims: 40, end: defaultEnd, days: 90 });

const contents = (outputs: readonly SimulationOutput[]) =>
  new Map(
    outputs.flatMap((output) => (output.type === "file" ? [[output.path, output.text]] : [])),
  );
const faultsOf = (outputs: readonly SimulationOutput[]) =>
  outputs.flatMap((output) =>
    output.type === "truth" && output.record.truth === "faults" ? [output.record] : [],
  );
const truthOf = (outputs: readonly SimulationOutput[]) =>
  outputs.filter(({ type }) => type === "truth");

const clean = [...run()];
const before = contents(clean);
const withFaults = (...wanted: readonly WantedFault[]) => [...injectFaults(run, 5, wanted)];

/** Files that differ from those without faults: changed, gone, come. */
function differences(outputs: readonly SimulationOutput[]) {
  const after = contents(outputs);
  return {
    changed: [...after].filter(([path, text]) => before.has(path) && before.get(path) !== text),
    gone: [...before.keys()].filter((path) => !after.has(path)),
    come: [...after].filter(([path]) => !before.has(path)),
  };
}

describe("faults on the way of files", () => {
  it.each(faultKinds)("are told, are the same each time, and leave the rest: %s", (kind) => {
    const outputs = withFaults({ kind, count: 2 });
    expect(withFaults({ kind, count: 2 })).toEqual(outputs);
    expect(faultsOf(outputs).map((fault) => fault.kind)).toEqual([kind, kind]);
    const rest = truthOf(outputs).filter(
      (output) => output.type === "truth" && output.record.truth !== "faults",
    );
    expect(rest).toEqual(truthOf(clean));
  });

  it("corrupt: some bytes overwritten, as many as before", () => {
    const { changed, gone, come } = differences(withFaults({ kind: "corrupt", count: 3 }));
    expect([changed.length, gone.length, come.length]).toEqual([3, 0, 0]);
    for (const [path, text] of changed) {
      expect(text.length).toBe(before.get(path)?.length);
      expect(text).toContain("\u0001");
    }
  });

  it("cut: the beginning stays", () => {
    const { changed, gone, come } = differences(withFaults({ kind: "cut", count: 3 }));
    expect([changed.length, gone.length, come.length]).toEqual([3, 0, 0]);
    for (const [path, text] of changed) expect(before.get(path)?.startsWith(text)).toBe(true);
  });

  it("change by a cent: one amount of a remittance", () => {
    const { changed } = differences(withFaults({ kind: "change-by-a-cent", count: 2 }));
    expect(changed).toHaveLength(2);
    for (const [path, text] of changed) {
      expect(path).toMatch(/\.835$/);
      const was = (before.get(path) ?? "").split("~");
      expect(text.split("~").filter((segment, at) => segment !== was[at])).toHaveLength(1);
    }
  });

  it("reorder: two files in each other's place", () => {
    const { changed, gone, come } = differences(withFaults({ kind: "reorder", count: 1 }));
    expect([changed.length, gone.length, come.length]).toEqual([2, 0, 0]);
    const [one, other] = changed;
    expect([one?.[1], other?.[1]]).toEqual([
      before.get(other?.[0] ?? ""),
      before.get(one?.[0] ?? ""),
    ]);
  });

  it("repeat and delay: the same bytes later", () => {
    const repeated = differences(withFaults({ kind: "repeat", count: 1 }));
    expect([repeated.changed.length, repeated.gone.length]).toEqual([0, 0]);
    expect([...before.values()]).toContain(repeated.come[0]?.[1]);
    const delayed = differences(withFaults({ kind: "delay", count: 1 }));
    expect(delayed.come[0]?.[1]).toBe(before.get(delayed.gone[0] ?? ""));
    expect((delayed.come[0]?.[0] ?? "") > (delayed.gone[0] ?? "")).toBe(true);
  });

  it("happen to a file once at most", () => {
    const kinds: FaultKind[] = ["corrupt", "cut", "repeat"];
    const outputs = withFaults(...kinds.map((kind) => ({ kind, count: 1000 })));
    const files = faultsOf(outputs).map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
  });
});
