import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
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

/** What a program prints that runs in a process of its own, in this project. */
function runElsewhere(program: string, variables: Readonly<Record<string, string>>): string {
  const project = join(import.meta.dirname, "../../../..");
  const folder = mkdtempSync(join(project, "node_modules", ".simulate-"));
  try {
    writeFileSync(join(folder, "program.ts"), program);
    const args = [
      join(project, "bin/run-typescript.js"),
      relative(project, join(folder, "program.ts")),
    ];
    const env = { ...process.env, ...variables };
    return execFileSync(process.execPath, args, { env, cwd: project, encoding: "utf8" }).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a simulated practice", () => {
  it.each<readonly [string, number]>([
    ["industry", 200],
    ["troubled", 200],
    ...profiles.map(({ name }) => [name, 40] as const),
  ])("writes clean files: %s, %i claims", (name, claims) => {
    const found = new Map<string, string>();
    for (const { path, text } of filesOf(outputsOf(name, 7, claims))) {
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

  it("is the same in another process, time zone and language", () => {
    const digest = createHash("sha256").update(JSON.stringify(outputsOf("troubled", 3, 60)));
    const program = `
      import { createHash } from "node:crypto";
      import { defaultEnd, profileOf, simulate } from "@headwater/simulator";
      const profile = profileOf("troubled");
      const options = { seed: 3, profile, claims: 60, end: defaultEnd, days: 240 };
      const text = JSON.stringify([...simulate(options)]);
      console.log(createHash("sha256").update(text).digest("hex"));`;
    const told = runElsewhere(program, { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" });
    expect(told).toBe(digest.digest("hex"));
  });

  it("asks neither clock nor chance nor floating-point functions", () => {
    const root = join(import.meta.dirname, "..");
    const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
      /^(?!live).*(?<!\.test)\.ts$/.test(path),
    );
    expect(sources.length).toBeGreaterThan(40);
    const forbidden =
      /Math\.(random|log\w*|exp\w*|pow|sqrt|cbrt|a?sin\w*|a?cos\w*|a?tan\w*|hypot)|Date\.now|new Date\(\)|\*\*(?!\/)[^*/]|toLocale|Intl\.|performance\./;
    for (const path of sources) {
      const code = readFileSync(join(root, path), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      expect(forbidden.exec(code)?.[0], path).toBeUndefined();
    }
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
      const { creditInsurance } = record.standing;
      const settled = insurancePaid + contractual + withheld + patientResponsibility;
      expect(charged).toBe(settled + openInsurance - creditInsurance);
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
