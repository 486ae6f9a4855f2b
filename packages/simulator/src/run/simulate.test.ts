import { createValidator, type ReadEvent, type X12Issue } from "@headwater/x12";
import { describe, expect, it } from "vitest";
import { profileOf, profiles } from "../parameters/profiles.ts";
import type { SimulationOutput } from "./output.ts";
import { defaultEnd, simulate } from "./simulate.ts";

const small = (name: string, seed = 7, claims = 200) => {
  const profile = profileOf(name);
  if (profile === undefined) throw new Error(`There is no profile ${name}.`);
  return { seed, profile, claims, end: defaultEnd, days: 240 };
};

const outputsOf = (name: string, seed?: number, claims?: number) => [
  ...simulate(small(name, seed, claims)),
];

const filesOf = (outputs: readonly SimulationOutput[]) =>
  outputs.flatMap((output) => (output.type === "file" ? [output] : []));

const truthOf = (outputs: readonly SimulationOutput[]) =>
  outputs.flatMap((output) => (output.type === "truth" ? [output.record] : []));

function issuesOf(text: string): X12Issue[] {
  const validator = createValidator({ profile: "strict" });
  const events: ReadEvent[] = [
    ...validator.push(new TextEncoder().encode(text)),
    ...validator.end(),
  ];
  return events.flatMap((event) => (event.type === "issue" ? [event.issue] : []));
}

describe("a simulated practice", () => {
  it.each(["industry", "troubled", "only-takebacks"])("writes clean files: %s", (name) => {
    const found = new Map<string, string>();
    for (const { path, text } of filesOf(outputsOf(name))) {
      if (path.endsWith(".csv")) continue;
      for (const issue of issuesOf(text)) {
        const place = `${issue.severity} ${issue.code} ${issue.loop} ${issue.segmentId}${issue.element}`;
        found.set(place, `${place} in ${path}: ${issue.message}`);
      }
    }
    expect([...found.values()]).toEqual([]);
  });

  it("is the same for the same options, and another for another seed", () => {
    const text = (seed: number) => JSON.stringify(outputsOf("industry", seed, 60));
    expect(text(3)).toBe(text(3));
    expect(text(3)).not.toBe(text(4));
  });

  it("keeps its truth out of the files", () => {
    for (const { text } of filesOf(outputsOf("troubled", 5, 80))) {
      expect(text).not.toMatch(/slip|member-id|coverage-lapsed|seed/);
    }
  });

  it.each(profiles.map(({ name }) => name))("ends with balanced books: %s", (name) => {
    const records = truthOf(outputsOf(name, 11, 60));
    for (const record of records) {
      if (record.truth !== "claims") continue;
      const { charged, insurancePaid, contractual, withheld } = record.standing;
      const { patientResponsibility, openInsurance, openPatient, patientPaid } = record.standing;
      const settled = insurancePaid + contractual + withheld + patientResponsibility;
      expect(charged).toBe(settled + openInsurance);
      expect(openInsurance, record.claim).toBeGreaterThanOrEqual(0);
      expect(openPatient).toBe(Math.max(0, patientResponsibility - patientPaid));
    }
    expect(records.at(-1)?.truth).toBe("summary");
  });
});

describe("a profile with one defect", () => {
  it.each(
    profiles
      .filter(({ name }) => /^only-(?!payer|under|take|lost)/.test(name))
      .map(({ name }) => name),
  )("%s shows no other", (name) => {
    const kinds = new Set(
      truthOf(outputsOf(name, 5, 200)).flatMap((record) =>
        record.truth === "claims" && record.slip !== undefined ? [`only-${record.slip.kind}`] : [],
      ),
    );
    for (const kind of kinds) expect(kind).toBe(name);
  });

  it("is spotless without any", () => {
    const summary = truthOf(outputsOf("spotless", 5, 300)).at(-1);
    expect(summary).toMatchObject({
      truth: "summary",
      initiallyDenied: 0,
      firstSendingRejected: 0,
    });
  });
});
