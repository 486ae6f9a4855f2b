import type { RegisteredCoverage, RegistrationGround } from "./registration-facts.ts";
import {
  type RegistrationFinding,
  type RegistrationScore,
  scoreRegistration,
} from "./score-registration.ts";

type Person = Omit<RegistrationGround, "patientId" | "balanceCents" | "coverage">;

/** The score of what is on file, on a day, with what edits found and nobody released. */
export function scoreGround(
  person: Person,
  around: {
    readonly coverage: RegisteredCoverage | null;
    readonly day: string;
    readonly findings: readonly RegistrationFinding[];
  },
): RegistrationScore {
  const { coverage, day, findings } = around;
  const { dateOfBirth } = person;
  const isAdult =
    dateOfBirth === null
      ? undefined
      : dateOfBirth <= `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`;
  const facts = {
    lastName: person.lastName ?? undefined,
    firstName: person.firstName ?? undefined,
    dateOfBirth: dateOfBirth ?? undefined,
    gender: person.gender ?? undefined,
    addressLine1: person.addressLine1 ?? undefined,
    city: person.city ?? undefined,
    state: person.state ?? undefined,
    postalCode: person.postalCode ?? undefined,
    phone: person.phone ?? undefined,
    email: person.email ?? undefined,
    hasGuarantor: person.hasGuarantor,
    isAdult,
    coverage: coverage === null ? undefined : coverageOf(coverage),
  };
  return scoreRegistration(facts, findings);
}

function coverageOf(coverage: RegisteredCoverage) {
  return {
    memberId: coverage.memberId ?? undefined,
    relationship: coverage.relationship ?? undefined,
    subscriberName: coverage.subscriberLastName ?? undefined,
    subscriberDateOfBirth: coverage.subscriberDateOfBirth ?? undefined,
    filingIndicator: coverage.filingIndicator ?? undefined,
  };
}
