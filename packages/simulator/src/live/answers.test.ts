import {
  createTransactionReader,
  createValidator,
  type ReadEvent,
  type WriteEnvelope,
  write276,
  write278,
} from "@headwater/x12";
import { describe, expect, test } from "vitest";
import { profileOf } from "../parameters/profiles.ts";
import { textOf } from "../run/envelope.ts";
import { defaultDays, defaultEnd } from "../run/simulate.ts";
import type { Patient } from "../world/patient.ts";
import { organization, personParty } from "../world/practice.ts";
import { Sandbox } from "./sandbox.ts";
import { inquiryText } from "./testing/inquiry.ts";
import { Office } from "./testing/office.ts";

const profile = profileOf("spotless");
if (profile === undefined) throw new TypeError("a profile is missing");
const options = { seed: 11, claims: 300, end: defaultEnd, days: defaultDays, profile };
const sandbox = new Sandbox(options);

const envelope: WriteEnvelope = {
  senderQualifier: "ZZ",
  senderId: "OFFICE",
  receiverQualifier: "ZZ",
  receiverId: "CLEARHUB",
  date: defaultEnd,
  time: "0900",
  interchangeControlNumber: 77,
  groupControlNumber: 77,
  setControlNumber: 1,
  isTest: false,
};

/** The answer's events, and what a strict reader finds in it. */
function ask(text: string): { events: ReadEvent[]; faults: string[] } {
  const asked = Buffer.from(text, "latin1");
  expect(strictFaults(asked)).toEqual([]);
  const answer = sandbox.answer(asked);
  if (answer === undefined) throw new Error("an answer was expected");
  const bytes = Buffer.from(answer, "latin1");
  const reader = createTransactionReader();
  return { events: [...reader.push(bytes), ...reader.end()], faults: strictFaults(bytes) };
}

function strictFaults(bytes: Uint8Array): string[] {
  const validator = createValidator({ profile: "strict", today: "2026-12-31" });
  return [...validator.push(bytes), ...validator.end()].flatMap((event) =>
    event.type === "issue" && event.issue.severity === "error"
      ? [`${event.issue.code} ${event.issue.loop} ${event.issue.segmentId}${event.issue.element}`]
      : [],
  );
}

const receiver = organization("1P", "OFFICE", { number: ["XX", "1234567893"] });
const trace = {
  kind: "1",
  traceNumber: "E1",
  originatingCompanyId: "9HEADWATER",
  supplementalId: undefined,
};
const batch = (kind: string | undefined) => ({
  purpose: "13",
  referenceId: "E1",
  createdOn: defaultEnd,
  time: "0900",
  kind,
});

function inquiry(patient: Patient, payerId: string, memberId: string, day = defaultEnd): string {
  return inquiryText(patient, { payerId, memberId, day });
}

const responseOf = (events: readonly ReadEvent[]) =>
  events.flatMap((event) => (event.type === "eligibility-response" ? [event.response] : []))[0];

const held = sandbox.members
  .all()
  .flatMap((patient) => patient.primary.map((coverage) => ({ patient, coverage })))
  .filter(({ coverage }) => coverage.relationship === "18");

describe("an eligibility inquiry", () => {
  test("gets the plan of every payer, each answer strictly clean", () => {
    const seen = new Map<string, number>();
    for (const { patient, coverage } of held) {
      const { payer, memberId } = coverage;
      const { events, faults } = ask(inquiry(patient, payer.id, memberId));
      expect(faults).toEqual([]);
      const response = responseOf(events);
      const benefits = response?.subscriber?.benefits ?? [];
      expect(response?.subscriber?.traces[0]).toMatchObject({ kind: "2", traceNumber: "E1" });
      expect(["1", "6"]).toContain(benefits[0]?.benefitCode);
      seen.set(payer.key, (seen.get(payer.key) ?? 0) + 1);
    }
    expect(seen.size).toBeGreaterThan(6);
  });

  const [first] = held;
  test.each([
    ["an unknown number", { memberId: "NOBODY1" }, "75"],
    ["another name", { lastName: "SOMEBODY" }, "73"],
    ["another day of birth", { bornOn: "1901-01-01" }, "71"],
  ])("is refused for %s", (_, { memberId, ...wrong }: Record<string, string>, code) => {
    if (first === undefined) throw new Error("a member was expected");
    const { coverage, patient } = first;
    const text = inquiry(
      { ...patient, ...wrong },
      coverage.payer.id,
      memberId ?? coverage.memberId,
    );
    const { events, faults } = ask(text);
    expect(faults).toEqual([]);
    expect(responseOf(events)?.subscriber?.rejections[0]?.reasonCode).toBe(code);
  });

  test("is refused by the source for a payer that nobody knows", () => {
    if (first === undefined) throw new Error("a member was expected");
    const { events, faults } = ask(inquiry(first.patient, "NOBODY", "X1"));
    expect(faults).toEqual([]);
    expect(responseOf(events)?.source?.rejections[0]?.reasonCode).toBe("79");
  });

  test("says inactive before the plan began", () => {
    if (first === undefined) throw new Error("a member was expected");
    const { payer, memberId } = first.coverage;
    const { events, faults } = ask(inquiry(first.patient, payer.id, memberId, "2020-01-01"));
    expect(faults).toEqual([]);
    expect(responseOf(events)?.subscriber?.benefits[0]?.benefitCode).toBe("6");
  });
});

describe("a claim status inquiry", () => {
  const office = new Office(options);
  const claim = office.bill(1, defaultEnd, ({ payer }) => payer.key === "summit");
  const asked = (number: string) => {
    const { patient } = claim.encounter;
    const party = personParty({
      entityCode: "IL",
      lastName: patient.lastName,
      firstName: patient.firstName,
      number: ["MI", claim.memberIdWritten],
      dateOfBirth: patient.bornOn,
      gender: patient.gender,
    });
    const question = {
      traceNumber: "S1",
      references: [{ qualifier: "EJ", id: number }],
      amounts: [{ qualifier: "T3", cents: claim.chargedCents }],
      dates: [{ qualifier: "472", from: defaultEnd, through: undefined }],
      lines: [],
    };
    const text = textOf(
      write276(
        batch(undefined),
        [
          {
            payer: organization("PR", claim.payer.name, { number: ["PI", claim.payer.id] }),
            receiver: organization("41", "OFFICE", { number: ["46", "OFFICE"] }),
            provider: organization("1P", "OFFICE", { number: ["XX", "1234567893"] }),
            subscriber: { ...party, claims: [question], dependents: [] },
          },
        ],
        envelope,
      ),
    );
    const { events, faults } = ask(text);
    expect(faults).toEqual([]);
    const [response] = events.flatMap((event) =>
      event.type === "claim-status-response" ? [event.response] : [],
    );
    return response?.subscriber?.claims[0]?.statuses[0]?.codes[0]?.category;
  };

  test("finds nothing, then a claim in process, then its end", () => {
    expect(asked(claim.patientControlNumber)).toBe("A4");
    sandbox.receive(office.send([claim], defaultEnd));
    expect(asked(claim.patientControlNumber)).toBe("P1");
    for (let day = 0; day < 45; day += 1) sandbox.step();
    expect(asked(claim.patientControlNumber)).toBe("F1");
  });
});

test("a request for authorization is answered service by service, cleanly", () => {
  const member = held.find(({ coverage }) => coverage.payer.key === "blue");
  if (member === undefined) throw new Error("a member was expected");
  const { patient, coverage } = member;
  const none = {
    traces: [],
    rejections: [],
    request: undefined,
    decision: undefined,
    references: [],
    dates: [],
    codes: [],
    deliveries: [],
    messages: [],
    providers: [],
  };
  const service = (code: string) => ({
    ...none,
    kind: "professional" as const,
    revenueCode: undefined,
    procedure: { qualifier: "HC", code, modifiers: [], description: undefined },
    chargedCents: undefined,
    unitOfMeasure: "UN",
    quantity: "1",
  });
  const party = personParty({
    entityCode: "IL",
    lastName: patient.lastName,
    firstName: patient.firstName,
    number: ["MI", coverage.memberId],
    dateOfBirth: patient.bornOn,
    gender: patient.gender,
  });
  const text = textOf(
    write278(
      { ...batch(undefined), purpose: "13" },
      [
        {
          reviewOrganization: {
            ...organization("X3", "PAYER", { number: ["PI", coverage.payer.id] }),
            rejections: [],
          },
          requester: { ...receiver, rejections: [] },
          subscriber: {
            ...party,
            rejections: [],
            relationship: undefined,
            dependents: [],
            events: [
              {
                ...none,
                traces: [trace],
                request: {
                  category: "HS",
                  certificationType: "I",
                  serviceType: "4",
                  facility: ["11", "B"],
                  relatedCauses: [],
                  levelOfService: undefined,
                  releaseOfInformation: "Y",
                  delayReason: undefined,
                },
                dates: [{ qualifier: "AAH", from: defaultEnd, through: undefined }],
                codes: [{ qualifier: "ABK", code: "M2391", date: undefined }],
                admissionType: undefined,
                admissionSource: undefined,
                patientStatus: undefined,
                services: [service("73721"), service("99213")],
              },
            ],
          },
        },
      ],
      envelope,
    ),
  );
  const { events, faults } = ask(text);
  expect(faults).toEqual([]);
  const [review] = events.flatMap((event) =>
    event.type === "services-review" ? [event.review] : [],
  );
  const decisions = review?.subscriber?.events[0]?.services.map(({ decision }) => decision?.action);
  expect(["A1", "A3", "A4"]).toContain(decisions?.[0]);
  expect(decisions?.[1]).toBe("NA");
});
