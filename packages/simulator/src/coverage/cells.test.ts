import { createValidator, type ReadEvent } from "@headwater/x12";
import { beforeAll, describe, expect, it } from "vitest";
import { Sandbox } from "../live/sandbox.ts";
import { inquiryText } from "../live/testing/inquiry.ts";
import { reviewText } from "../live/testing/review.ts";
import { profileOf } from "../parameters/profiles.ts";
import { defaultDays, defaultEnd, simulate } from "../run/simulate.ts";
import { cellName, cells } from "./cells.ts";
import { type Observed, observe } from "./observe.ts";

const world = (name: string, claims: number) => {
  const profile = profileOf(name);
  if (profile === undefined) throw new Error(`There is no profile ${name}.`);
  return { seed: 7, profile, claims, end: defaultEnd, days: defaultDays };
};

const isOf = (wanted: string) => (cell: { transaction: string }) => cell.transaction === wanted;
const isLive = isOf("270/271");
const isReview = isOf("278");
const named = (some: typeof cells) => some.map((cell) => [cellName(cell), cell] as const);

describe("files of simulated worlds", () => {
  let seen: Observed = new Map();
  beforeAll(() => {
    for (const name of ["industry", "troubled"]) seen = observe(simulate(world(name, 2000)), seen);
  }, 120_000);

  it.each(named(cells.filter((cell) => !isLive(cell) && !isReview(cell))))("%s", (_, cell) => {
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

describe("requests for authorization", () => {
  const codes = ["73721", "93306", "29881"];

  const known = new Map<string, string[]>();
  const answersOf = (payer: string, asked: readonly string[]) => {
    const key = `${payer} ${asked}`;
    const answers = known.get(key) ?? asking(payer, asked);
    known.set(key, answers);
    return answers;
  };

  /** The answers of a payer to requests about its members for six units, and to its pended ones later. */
  function asking(payer: string, asked: readonly string[]): string[] {
    const sandbox = new Sandbox(world("industry", 900));
    const ask = (text: string) => {
      const answer = sandbox.answer(Buffer.from(text, "latin1")) ?? "";
      const validator = createValidator({ profile: "strict" });
      const events: ReadEvent[] = [
        ...validator.push(Buffer.from(answer, "latin1")),
        ...validator.end(),
      ];
      expect(events.filter(({ type }) => type === "issue")).toEqual([]);
      return answer;
    };
    const requests = sandbox.members
      .all()
      .flatMap((patient) => patient.primary.map((coverage) => ({ patient, coverage })))
      .filter(({ coverage }) => coverage.payer.key === payer && coverage.relationship === "18")
      .flatMap((member) => asked.map((code) => ({ member, code })));
    const first = requests.map(({ member, code }) =>
      ask(reviewText(member, { code, units: 6, day: defaultEnd })),
    );
    for (let day = 0; day < 10; day += 1) sandbox.step();
    const later = requests.flatMap(({ member, code }, at) => {
      const reference = /REF\*NT\*(RV\d{11})/.exec(first[at] ?? "")?.[1];
      if (reference === undefined) return [];
      return [`LATER${ask(reviewText(member, { code, units: 6, day: defaultEnd, reference }))}`];
    });
    return [...first, ...later];
  }

  const scenarios: Readonly<Record<string, RegExp>> = {
    "no consent needed": /HCR\*NA/,
    certified: /HCR\*A1\*AU\d{6}/,
    "pended, then decided": /^LATER.*HCR\*A[13]/s,
    "not certified": /HCR\*A3\*\*0M/,
    "fewer units": /HCR\*A6\*AU\d{6}.*SV1\*HC:\d{5}\*\*UN\*3/s,
  };

  it.each(named(cells.filter(isReview)))("%s", (_, { scenario, payer }) => {
    const asked = scenario === "no consent needed" ? ["99213"] : codes;
    const seen = scenarios[scenario] ?? /^$/;
    expect(answersOf(payer, asked).some((answer) => seen.test(answer))).toBe(true);
  });
});
