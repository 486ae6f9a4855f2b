import { createValidator, type ReadEvent } from "@headwater/x12";
import { beforeAll, describe, expect, it } from "vitest";
import { Sandbox } from "../live/sandbox.ts";
import { inquiryText } from "../live/testing/inquiry.ts";
import { profileOf } from "../parameters/profiles.ts";
import { defaultDays, defaultEnd, simulate } from "../run/simulate.ts";
import { cellName, cells } from "./cells.ts";
import { type Observed, observe } from "./observe.ts";

const world = (name: string, claims: number) => {
  const profile = profileOf(name);
  if (profile === undefined) throw new Error(`There is no profile ${name}.`);
  return { seed: 7, profile, claims, end: defaultEnd, days: defaultDays };
};

const isLive = ({ transaction }: { transaction: string }) => transaction === "270/271";
const named = (some: typeof cells) => some.map((cell) => [cellName(cell), cell] as const);

describe("files of simulated worlds", () => {
  let seen: Observed = new Map();
  beforeAll(() => {
    for (const name of ["industry", "troubled"]) seen = observe(simulate(world(name, 2000)), seen);
  }, 120_000);

  it.each(named(cells.filter((cell) => !isLive(cell))))("%s", (_, cell) => {
    const { transaction, scenario, payer } = cell;
    expect(seen.get(`${transaction}|${scenario}|${payer}`)).toBeGreaterThan(1);
  });

  it("show nothing twice that the matrix does not name", () => {
    const known = new Set(cells.map((cell) => Object.values(cell).join("|")));
    const found = [...seen].filter(([cell, times]) => times > 1 && !known.has(cell));
    expect(found).toEqual([]);
  });
});

describe("the live far end", () => {
  const sandbox = new Sandbox(world("industry", 300));

  /** The 271 to a question about a member of a payer, without a fault in the strict profile. */
  function answerAbout(payer: string, memberId: string | undefined): string {
    const member = sandbox.members
      .all()
      .flatMap((patient) => patient.primary.map((coverage) => ({ patient, coverage })))
      .find(
        ({ coverage }) =>
          coverage.payer.key === payer &&
          coverage.relationship === "18" &&
          coverage.throughDay === undefined,
      );
    if (member === undefined) throw new Error(`no member of ${payer}`);
    const { coverage, patient } = member;
    const asked = { payerId: coverage.payer.id, memberId: memberId ?? coverage.memberId };
    const text = inquiryText(patient, { ...asked, day: defaultEnd });
    const answer = sandbox.answer(new TextEncoder().encode(text)) ?? "";
    const validator = createValidator({ profile: "strict" });
    const events: ReadEvent[] = [
      ...validator.push(new TextEncoder().encode(answer)),
      ...validator.end(),
    ];
    expect(events.filter(({ type }) => type === "issue")).toEqual([]);
    return answer;
  }

  it.each(named(cells.filter(isLive)))("%s", (_, { scenario, payer }) => {
    const isUnknown = scenario === "unknown member";
    const answer = answerAbout(payer, isUnknown ? "NOBODY1" : undefined);
    expect(answer).toMatch(isUnknown ? /AAA\*N\*\*75/ : /EB\*1\*/);
  });
});
