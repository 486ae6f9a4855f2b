import { readTransactions } from "@headwater/x12";
import { describe, expect, test } from "vitest";
import type { EligibilityAnswer } from "./eligibility.ts";
import { authorizationNeed, patientShare } from "./patient-share.ts";
import { answeredPersons, readAnswer } from "./read-answer.ts";
import { responseText } from "./testing/response-text.ts";

/** Reads the segments below the subscriber's name and returns the first person's answer. */
async function answerOf(
  segments: string,
  { day = "2026-08-04", serviceTypes = ["30"] } = {},
): Promise<EligibilityAnswer> {
  const bytes = new TextEncoder().encode(responseText(segments));
  for await (const batch of readTransactions(chunks(bytes))) {
    for (const event of batch) {
      if (event.type !== "eligibility-response") continue;
      const [person] = answeredPersons(event.response);
      if (person) return readAnswer(event.response, person, { day, serviceTypes });
    }
  }
  throw new Error("no response was read");
}

async function* chunks(bytes: Uint8Array) {
  yield bytes;
}

const cases: readonly {
  readonly name: string;
  readonly segments: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly serviceTypes?: readonly string[];
}[] = [
  { name: "active for the whole plan", segments: "EB*1**30~", outcome: "active" },
  { name: "active without a service type", segments: "EB*1~", outcome: "active" },
  {
    name: "active within the plan's days",
    segments: "DTP*291*RD8*20260101-20261231~EB*1**30~",
    outcome: "active",
  },
  {
    name: "the plan ended",
    segments: "DTP*346*D8*20250101~DTP*347*D8*20260731~EB*1**30~",
    outcome: "inactive",
    reason: "COVERAGE_ENDED",
  },
  {
    name: "the plan begins later",
    segments: "DTP*346*D8*20260901~EB*1**30~",
    outcome: "inactive",
    reason: "COVERAGE_NOT_STARTED",
  },
  {
    name: "a benefit's own days stand before the plan's",
    segments: "DTP*346*D8*20260901~EB*1**30~DTP*348*D8*20260101~",
    outcome: "active",
  },
  {
    name: "inactive",
    segments: "EB*6**30~",
    outcome: "inactive",
    reason: "COVERAGE_INACTIVE",
  },
  {
    name: "inactive outweighs active",
    segments: "EB*1**30~EB*6**30~",
    outcome: "inactive",
    reason: "COVERAGE_INACTIVE",
  },
  {
    name: "inactive for another service is not inactive",
    segments: "EB*1**30~EB*6**35~",
    outcome: "active",
  },
  {
    name: "only a copay: unknown, never active",
    segments: "EB*B**98****30~",
    outcome: "unknown",
    reason: "NO_STATEMENT",
  },
  {
    name: "active for a service that was not asked",
    segments: "EB*1**35~",
    outcome: "unknown",
    reason: "NO_STATEMENT",
  },
  {
    name: "active for a service that was asked",
    segments: "EB*1**98~",
    outcome: "active",
    serviceTypes: ["98"],
  },
  { name: "nothing at all", segments: "", outcome: "unknown", reason: "NO_STATEMENT" },
  { name: "subscriber not found", segments: "AAA*N**75*C~", outcome: "failed", reason: "75" },
  { name: "payer cannot answer now", segments: "AAA*Y**42*R~", outcome: "failed", reason: "42" },
  {
    name: "a benefit that cannot be processed",
    segments: "EB*V**98~AAA*Y**98*N~",
    outcome: "unknown",
    reason: "98",
    serviceTypes: ["98"],
  },
];

describe("an answer", () => {
  test.each(cases)("$name", async ({ segments, outcome, reason, serviceTypes = ["30"] }) => {
    const answer = await answerOf(segments, { serviceTypes: [...serviceTypes] });
    expect(answer.outcome).toBe(outcome);
    expect(answer.reason?.code).toBe(reason);
  });

  test("keeps every benefit, with what was not stated undefined", async () => {
    const answer = await answerOf(
      "EB*1*FAM*30*PR*GOLD PLAN~EB*B**98***27*25****N*Y~MSG*PRIMARY CARE ONLY~EB*R**30~LS*2120~NM1*PR*2*OTHER PLAN*****PI*99999~LE*2120~",
    );
    expect(answer.planName).toBe("GOLD PLAN");
    expect(answer.benefits[1]).toMatchObject({
      cents: 2500,
      network: "in",
      needsAuthorization: "no",
      messages: ["PRIMARY CARE ONLY"],
      share: undefined,
    });
    expect(answer.benefits[2]).toMatchObject({
      otherPayerName: "OTHER PLAN",
      otherPayerId: "99999",
    });
  });
});

const shares: readonly {
  readonly name: string;
  readonly segments: string;
  readonly share: Partial<Record<keyof ReturnType<typeof patientShare>, unknown>>;
}[] = [
  {
    name: "a copay of the very service before one of the plan",
    segments: "EB*B**30****50~EB*B**98****25~",
    share: { copay: { is: "stated", value: 2500, benefits: [2] } },
  },
  {
    name: "a copay in network before one that names none; outside never",
    segments: "EB*B**98****70*****W~EB*B**98****25*****Y~EB*B**98****90*****N~",
    share: { copay: { is: "stated", value: 2500, benefits: [2] } },
  },
  {
    name: "two copays of equal standing are unclear",
    segments: "EB*B**98****25~EB*B**98****50~",
    share: { copay: { is: "unclear", benefits: [1, 2] } },
  },
  {
    name: "a copay of nothing is stated",
    segments: "EB*B**98****0~",
    share: { copay: { is: "stated", value: 0, benefits: [1] } },
  },
  {
    name: "what is not stated is not zero",
    segments: "EB*1**30~",
    share: {
      copay: { is: "not-stated" },
      coinsurance: { is: "not-stated" },
      deductibleRemaining: { is: "not-stated" },
    },
  },
  {
    name: "deductible and what is left of it",
    segments: "EB*C*IND*30***23*1000~EB*C*IND*30***29*250~",
    share: {
      deductible: { is: "stated", value: 100_000, benefits: [1] },
      deductibleRemaining: { is: "stated", value: 25_000, benefits: [2] },
    },
  },
  {
    name: "left is the total less what was spent",
    segments: "EB*C*IND*30***23*1000~EB*C*IND*30***24*400~",
    share: { deductibleRemaining: { is: "stated", value: 60_000, benefits: [1, 2] } },
  },
  {
    name: "a deductible of nothing leaves nothing",
    segments: "EB*C*IND*30***23*0~",
    share: { deductibleRemaining: { is: "stated", value: 0, benefits: [1] } },
  },
  {
    name: "a total alone does not say what is left",
    segments: "EB*C*IND*30***23*1000~",
    share: { deductibleRemaining: { is: "not-stated" } },
  },
  {
    name: "a family that has met its deductible has met it for each",
    segments: "EB*C*IND*30***29*250~EB*C*FAM*30***29*0~",
    share: { deductibleRemaining: { is: "stated", value: 0, benefits: [2] } },
  },
  {
    name: "coinsurance and out of pocket",
    segments: "EB*A**30*****.2~EB*G*IND*30***23*8000~EB*G*IND*30***29*7000~",
    share: {
      coinsurance: { is: "stated", value: ".2", benefits: [1] },
      outOfPocket: { is: "stated", value: 800_000, benefits: [2] },
      outOfPocketRemaining: { is: "stated", value: 700_000, benefits: [3] },
    },
  },
];

describe("the patient's share", () => {
  test.each(shares)("$name", async ({ segments, share }) => {
    const { benefits } = await answerOf(segments);
    const numbered = benefits.map((benefit, at) => ({ ...benefit, benefitNumber: at + 1 }));
    const read = patientShare(numbered, { serviceTypes: ["98"], network: "in" });
    expect(read).toMatchObject(share);
  });

  test.each([
    [
      "a procedure decides before a service type",
      "EB*1**98********N~EB*1**98********Y**HC|93306~",
      "yes",
    ],
    ["the service type alone", "EB*1**98********N~", "no"],
    ["U decides nothing", "EB*1**98********U~", "unknown"],
    ["another service type decides nothing", "EB*1**62********Y~", "unknown"],
  ])("whether an authorization is needed: %s", async (_, segments, expected) => {
    const { benefits } = await answerOf(segments);
    const numbered = benefits.map((benefit, at) => ({ ...benefit, benefitNumber: at + 1 }));
    const sought = { serviceTypes: ["98"], procedureCodes: ["93306"] };
    expect(authorizationNeed(numbered, sought).is).toBe(expected);
  });
});
