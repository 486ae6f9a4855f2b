import type {
  ReviewDecision,
  ReviewedEvent,
  ReviewedService,
  ServicesReview,
} from "@headwater/x12";
import { describe, expect, test } from "vitest";
import { answeredDraft } from "./answered-draft.ts";
import type { AuthorizationAnswer } from "./authorization-answers.ts";
import { expectedDays, isToAskAgain, overdueDays } from "./late-authorization.ts";
import { readReview } from "./read-review.ts";
import { whyFollowUp } from "./record-review-answers.command.ts";

const nothing = {
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

const decided = (action: string, parts: Partial<ReviewDecision> = {}): ReviewDecision => ({
  action,
  authorizationNumber: undefined,
  reasonCode: undefined,
  needsSecondOpinion: undefined,
  ...parts,
});

function service(code: string, parts: Partial<ReviewedService> = {}): ReviewedService {
  return {
    ...nothing,
    kind: "professional",
    revenueCode: undefined,
    procedure: { qualifier: "HC", code, modifiers: [], description: undefined },
    chargedCents: undefined,
    unitOfMeasure: "UN",
    quantity: "2",
    ...parts,
  };
}

function eventOf(parts: Partial<ReviewedEvent>): ReviewedEvent {
  const admission = { admissionType: undefined, admissionSource: undefined };
  return { ...nothing, ...admission, patientStatus: undefined, services: [], ...parts };
}

const range = { segmentFrom: 0, segmentTo: 1, byteFrom: 0, byteTo: 1 };
const empty: ServicesReview = {
  reviewOrganization: undefined,
  requester: undefined,
  subscriber: undefined,
  range,
};

const delivery = (quantityQualifier: string, quantity: string) => ({
  ...{ quantityQualifier, quantity, measurement: undefined, sampleSelection: undefined },
  ...{ periodQualifier: undefined, periodCount: undefined },
  ...{ calendarPattern: undefined, timePattern: undefined },
});

describe("what a payer's answer comes to", () => {
  test.each<[string, (string | undefined)[], string]>([
    ["every service certified", ["A1", "A1"], "certified"],
    ["one changed", ["A1", "A6"], "modified"],
    ["one refused", ["A1", "A3"], "partly-certified"],
    ["certified in part", ["A2"], "partly-certified"],
    ["one still looked at", ["A1", "A4"], "pended"],
    ["the payer wants a call", ["CT"], "pended"],
    ["every service refused", ["A3", "A3"], "denied"],
    ["none needs consent", ["NA"], "not-required"],
    ["one needs none, one is certified", ["NA", "A1"], "certified"],
    ["cancelled", ["C"], "cancelled"],
    ["nothing decided", [undefined], "refused"],
  ])("%s", (_, actions, outcome) => {
    const services = actions.map((action, at) =>
      service(String(99_201 + at), {
        decision: action === undefined ? undefined : decided(action),
      }),
    );
    expect(readReview(empty, eventOf({ services })).outcome).toBe(outcome);
  });

  test("a decision of the event holds for services without their own", () => {
    const own = decided("A1", { authorizationNumber: "N1" });
    const services = [service("99213"), service("99214", { decision: decided("A3") })];
    const answer = readReview(empty, eventOf({ decision: own, services }));
    expect(answer).toMatchObject({
      outcome: "partly-certified",
      number: "N1",
      actionCode: "A3",
      certifiedCodes: ["99213"],
      units: { kind: "units", count: 2 },
    });
  });

  test("visits of the event stand before quantities of services, days of consent before the asked", () => {
    const answer = readReview(
      empty,
      eventOf({
        decision: decided("A1", { authorizationNumber: "N1" }),
        deliveries: [delivery("VS", "12")],
        dates: [
          { qualifier: "AAH", from: "2026-01-02", through: undefined },
          { qualifier: "007", from: "2026-01-05", through: "2026-04-05" },
        ],
      }),
    );
    expect(answer).toMatchObject({
      units: { kind: "visits", count: 12 },
      effectiveFrom: "2026-01-05",
      effectiveTo: "2026-04-05",
    });
  });

  test.each([
    ["a document", { attachments: [pwk()] }, true],
    ["a finding by its code", { codes: [{ qualifier: "LOI", code: "1", date: undefined }] }, true],
    ["nothing", {}, false],
  ])("pended, the payer wants %s", (_, parts, wants) => {
    const answer = readReview(empty, eventOf({ decision: decided("A4"), ...parts }));
    expect([answer.outcome, answer.wantsInformation]).toEqual(["pended", wants]);
  });

  test("why a whole question was not taken", () => {
    const rejections = [
      { isValid: "N", agencyCode: undefined, reasonCode: "75", followUpCode: "C" },
    ];
    const review = { ...empty, requester: { ...party(), rejections } };
    expect(readReview(review, undefined)).toMatchObject({
      outcome: "refused",
      reasonCode: "75",
      followUpCode: "C",
    });
  });
});

function pwk() {
  const report = { reportType: "OZ", transmission: "FX" };
  return { ...report, controlNumber: undefined, description: undefined };
}

function party() {
  const name = { lastNameOrOrganization: "X", firstName: undefined, middleName: undefined };
  return {
    ...{ entityCode: "1P", isPerson: false, suffix: undefined, idQualifier: "XX", id: "1" },
    ...name,
    ...{ address: undefined, dateOfBirth: undefined, gender: undefined, taxonomy: undefined },
    references: [],
    contacts: [],
  };
}

describe("the authorization after an answer", () => {
  const known: AuthorizationAnswer = {
    ...{ id: 1, patientId: 1, patient: "", payerId: 1, payer: "", coverageId: 1, memberId: "" },
    ...{ providerId: null, provider: null, kind: "authorization", state: "requested" },
    ...{ number: null, procedureCodes: ["97110", "97140"], unitKind: "units" },
    ...{ approvedUnits: null, usedUnits: 0, plannedUnits: 0, remainingUnits: null },
    ...{ requestedOn: "2026-01-01", decidedOn: null, effectiveFrom: null, effectiveTo: null },
    ...{ reason: null, revision: 1 },
  };
  const question = {
    answeredOn: "2026-01-03",
    askedUnits: 8,
    serviceFrom: "2026-01-10",
    serviceTo: undefined,
  };
  const answer = (parts: Partial<ReviewedEvent>) => readReview(empty, eventOf(parts));

  test("certified as asked takes units and days of the question", () => {
    const own = decided("A1", { authorizationNumber: "N1" });
    expect(answeredDraft(known, answer({ decision: own }), question)).toMatchObject({
      state: "approved",
      number: "N1",
      approvedUnits: 8,
      effectiveFrom: "2026-01-10",
      decidedOn: "2026-01-03",
      reason: "",
    });
  });

  test("certified in part keeps the certified codes and the payer's reason", () => {
    const services = [
      service("97110", { decision: decided("A1", { authorizationNumber: "N1" }) }),
      service("97140", { decision: decided("A3", { reasonCode: "0M" }), messages: ["No need."] }),
    ];
    expect(answeredDraft(known, answer({ services }), question)).toMatchObject({
      state: "partly-approved",
      procedureCodes: ["97110"],
      approvedUnits: 2,
      reason: "A3 0M: No need.",
    });
  });

  test("one that was not taken changes nothing", () => {
    expect(answeredDraft(known, answer({}), question)).toBeUndefined();
  });
});

describe("work of an answer", () => {
  test.each([
    ["denied", false, true, "AUTHORIZATION_DENIED"],
    ["partly-certified", false, true, "AUTHORIZATION_PARTLY_DENIED"],
    ["pended", true, true, "AUTHORIZATION_INFORMATION_WANTED"],
    ["pended", false, true, undefined],
    ["refused", false, true, "AUTHORIZATION_QUESTION_REFUSED"],
    ["certified", false, true, undefined],
    ["certified", false, false, "AUTHORIZATION_ANSWER_INCOMPLETE"],
  ] as const)(
    "%s, more wanted %s, recorded %s: %s",
    (outcome, wantsInformation, isApplied, why) => {
      expect(whyFollowUp({ outcome, wantsInformation }, isApplied)).toBe(why);
    },
  );
});

describe("a payer that takes its time", () => {
  const request = { requestedOn: "2026-01-01", askedOn: "2026-01-01", isUrgent: false };
  test.each([
    ["no habit: the seven days of the rule", undefined, "2026-01-08", undefined],
    ["no habit: a day more", undefined, "2026-01-09", 8],
    ["too few answers show none", { answers: 4, days: 1 }, "2026-01-08", undefined],
    ["its own habit", { answers: 5, days: 3 }, "2026-01-05", 4],
  ])("%s", (_, habit, today, overdue) => {
    expect(overdueDays(habit, { ...request, today })).toBe(overdue);
  });

  test("an urgent request has three days, whatever the habit", () => {
    expect(expectedDays({ answers: 50, days: 12 }, true)).toBe(3);
  });

  test("it is asked again every other day", () => {
    const asks = ["2026-01-01", "2026-01-02", "2026-01-03"].map((today) =>
      isToAskAgain({ askedOn: "2026-01-01", today }),
    );
    expect(asks).toEqual([false, false, true]);
  });
});
