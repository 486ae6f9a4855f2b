import { expect, test } from "vitest";
import { type RegistrationFacts, scoreRegistration } from "./score-registration.ts";

const whole: RegistrationFacts = {
  lastName: "Ortiz",
  firstName: "Lena",
  dateOfBirth: "1980-05-12",
  gender: "F",
  addressLine1: "1 Main St",
  city: "Troy",
  state: "NY",
  postalCode: "12180",
  phone: "5185550100",
  email: "lena@example.org",
  hasGuarantor: true,
  isAdult: true,
  coverage: {
    memberId: "W1",
    relationship: "18",
    subscriberName: undefined,
    subscriberDateOfBirth: undefined,
    filingIndicator: "CI",
  },
};
const child = {
  relationship: "19",
  subscriberName: "Ortiz, Ana",
  subscriberDateOfBirth: "1985-01-02",
};
const coverage = whole.coverage;

test.each<[string, Partial<RegistrationFacts>, number, string[]]>([
  ["complete", {}, 100, []],
  ["without a coverage nothing of one is missing", { coverage: undefined }, 100, []],
  ["no e-mail", { email: undefined }, 95, ["email"]],
  ["blank is not stated", { phone: " " }, 90, ["phone"]],
  ["a ZIP code of four digits", { postalCode: "1218" }, 85, ["address"]],
  ["an adult answers for himself", { hasGuarantor: false }, 100, []],
  ["a child needs a guarantor", { hasGuarantor: false, isAdult: false }, 90, ["guarantor"]],
  ["no member id", { coverage: coverage && { ...coverage, memberId: "" } }, 85, ["member-id"]],
  [
    "a dependent of whom?",
    { coverage: coverage && { ...coverage, relationship: "19" } },
    95,
    ["subscriber"],
  ],
  ["a dependent of a subscriber", { coverage: coverage && { ...coverage, ...child } }, 100, []],
])("a registration: %s", (_, change, score, missing) => {
  const scored = scoreRegistration({ ...whole, ...change });
  expect(scored.score).toBe(score);
  expect(scored.parts.filter(({ isComplete }) => !isComplete).map(({ part }) => part)).toEqual(
    missing,
  );
});

const warned = (field: string) => ({ field, severity: "warning" as const });

test.each<[string, Parameters<typeof scoreRegistration>[1], number, string[]]>([
  ["a part that an edit doubts is not complete", [warned("patient.postalCode")], 85, ["address"]],
  [
    "two findings about one part count once",
    [warned("patient.city"), warned("patient.state")],
    85,
    ["address"],
  ],
  ["what belongs to no part is one of its own", [warned("patient.likelySameAs")], 90, ["checks"]],
  [
    "information counts for nothing",
    [{ field: "patient.phone", severity: "information" }],
    100,
    [],
  ],
])("a registration with findings: %s", (_, findings, score, missing) => {
  const scored = scoreRegistration(whole, findings);
  expect(scored.score).toBe(score);
  expect(scored.parts.filter(({ isComplete }) => !isComplete).map(({ part }) => part)).toEqual(
    missing,
  );
});
