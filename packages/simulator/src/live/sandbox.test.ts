import { createTransactionReader, createValidator, type ReadEvent } from "@headwater/x12";
import { describe, expect, test } from "vitest";
import { profileOf } from "../parameters/profiles.ts";
import { defaultDays, defaultEnd } from "../run/simulate.ts";
import { type AnswerFile, Sandbox } from "./sandbox.ts";
import { Office } from "./testing/office.ts";

const profile = profileOf("spotless");
if (profile === undefined) throw new TypeError("a profile is missing");
const options = { seed: 11, claims: 300, end: defaultEnd, days: defaultDays, profile };

function read({ text }: AnswerFile): ReadEvent[] {
  const reader = createTransactionReader();
  return [...reader.push(Buffer.from(text, "latin1")), ...reader.end()];
}

function faults({ name, text }: AnswerFile): string[] {
  if (name.endsWith(".csv")) return [];
  const validator = createValidator({ profile: "strict", today: "2026-12-31" });
  return [...validator.push(Buffer.from(text, "latin1")), ...validator.end()].flatMap((event) =>
    event.type === "issue" && event.issue.severity === "error"
      ? [`${name} ${event.issue.code}`]
      : [],
  );
}

/** Steps so many days; everything that came, each file strictly clean. */
function live(sandbox: Sandbox, days: number): AnswerFile[] {
  const files = Array.from({ length: days }, () => sandbox.step()).flat();
  expect(files.flatMap(faults)).toEqual([]);
  return files;
}

const decisionsOf = (files: readonly AnswerFile[], number: string) =>
  files
    .flatMap(read)
    .flatMap((event) => (event.type === "remittance-claim" ? [event.claim] : []))
    .filter((claim) => number.startsWith(claim.patientControlNumber));

const acknowledgmentsOf = (files: readonly AnswerFile[], number: string) =>
  files
    .flatMap(read)
    .flatMap((event) => (event.type === "claim-acknowledgment" ? [event.acknowledgment] : []))
    .filter((one) => one.traceNumber === number)
    .map((one) => one.statuses[0]?.codes[0]?.category);

describe("a claim that is sent to the sandbox", () => {
  const sandbox = new Sandbox(options);
  const office = new Office(options);
  const commercial = office.bill(
    1,
    defaultEnd,
    (claim) => claim.payer.lineOfBusiness === "commercial" && claim.nextCoverage === undefined,
  );
  const wrongMember = office.bill(2, defaultEnd, (claim) => claim.payer.key === "summit");
  const wrongPayer = office.bill(3, defaultEnd);

  test("is acknowledged, accepted by the payer, decided and paid into the bank", () => {
    const now = sandbox.receive(office.send([commercial], defaultEnd));
    expect(now.flatMap(faults)).toEqual([]);
    expect(now.map(({ name }) => name.split(".").at(-1))).toEqual(["999", "ta1", "277"]);
    const later = live(sandbox, 45);
    const number = commercial.patientControlNumber;
    expect(acknowledgmentsOf([...now, ...later], number)).toEqual(["A1", "A2"]);
    const [decision, ...others] = decisionsOf(later, number);
    expect(others).toEqual([]);
    expect(decision?.statusCode).toBe("1");
    expect(
      (decision?.paidCents ?? 0) + (decision?.patientResponsibilityCents ?? 0),
    ).toBeGreaterThan(0);
    expect(later.some(({ name }) => name.endsWith("bank.csv"))).toBe(true);
  });

  test("is rejected for a payer that nobody knows, denied or rejected for a member", () => {
    const spoilt = office.send([wrongPayer], sandbox.day, (claim) => ({
      ...claim,
      coverage: {
        ...claim.coverage,
        payer: claim.coverage.payer && { ...claim.coverage.payer, id: "NOBODY" },
      },
    }));
    const now = sandbox.receive(spoilt);
    expect(acknowledgmentsOf(now, wrongPayer.patientControlNumber)).toEqual(["A7"]);
    const strange = office.send([{ ...wrongMember, memberIdWritten: "SPR000000000" }], sandbox.day);
    const at = sandbox.receive(strange);
    const later = live(sandbox, 45);
    const number = wrongMember.patientControlNumber;
    const decided = decisionsOf(later, number);
    const rejected = acknowledgmentsOf([...at, ...later], number);
    if (rejected.includes("A7")) expect(decided).toEqual([]);
    else expect(decided[0]?.lines[0]?.adjustments[0]?.reasonCode).toBe("31");
  });

  test("is a duplicate when it was decided; a replacement reverses, a void takes back", () => {
    const again = { ...commercial, patientControlNumber: "RB99999999AX" };
    sandbox.receive(office.send([again], sandbox.day));
    const duplicate = decisionsOf(live(sandbox, 45), "RB99999999AX");
    expect(duplicate[0]?.lines[0]?.adjustments[0]?.reasonCode).toBe("18");
  });

  test("reverses what it replaces or voids, and is rejected when that is unknown", () => {
    const claim = office.bill(4, sandbox.day, ({ payer }) => payer.key === "summit");
    const send = (frequencyCode: string, original?: string) =>
      sandbox.receive(
        office.send([claim], sandbox.day, (written) => ({
          ...written,
          frequencyCode,
          originalPayerClaimControlNumber: original,
        })),
      );
    send("1");
    const [first] = decisionsOf(live(sandbox, 45), claim.patientControlNumber);
    send("7", first?.payerClaimControlNumber);
    const replaced = decisionsOf(live(sandbox, 45), claim.patientControlNumber);
    expect(replaced.map(({ statusCode }) => statusCode)).toEqual(["22", "1"]);
    expect(replaced[0]?.paidCents).toBe(-(first?.paidCents ?? 0));
    send("8", replaced[1]?.payerClaimControlNumber);
    const voided = decisionsOf(live(sandbox, 45), claim.patientControlNumber);
    expect(voided.map(({ statusCode }) => statusCode)).toEqual(["22"]);
    const number = claim.patientControlNumber;
    const unknown = [...send("7", "NOBODY1"), ...live(sandbox, 5)];
    expect(acknowledgmentsOf(unknown, number)).toEqual(["A1", "A7"]);
  });
});

test("the same seed and the same sendings give the same answers", () => {
  const run = () => {
    const sandbox = new Sandbox(options);
    const office = new Office(options);
    const claims = Array.from({ length: 20 }, (_, index) => office.bill(100 + index, defaultEnd));
    const files = sandbox.receive(office.send(claims, defaultEnd));
    return [...files, ...live(sandbox, 40)];
  };
  expect(run()).toEqual(run());
});
