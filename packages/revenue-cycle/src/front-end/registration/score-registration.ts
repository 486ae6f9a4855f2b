/** What is on file of a patient for billing; undefined is not stated. */
export type RegistrationFacts = {
  readonly lastName: string | undefined;
  readonly firstName: string | undefined;
  readonly dateOfBirth: string | undefined;
  readonly gender: string | undefined;
  readonly addressLine1: string | undefined;
  readonly city: string | undefined;
  readonly state: string | undefined;
  readonly postalCode: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly hasGuarantor: boolean;
  /** On the day of the score. */
  readonly isAdult: boolean | undefined;
  /** The coverage that is billed first; undefined for who pays alone. */
  readonly coverage:
    | {
        readonly memberId: string | undefined;
        /** 18 is self. */
        readonly relationship: string | undefined;
        readonly subscriberName: string | undefined;
        readonly subscriberDateOfBirth: string | undefined;
        readonly filingIndicator: string | undefined;
      }
    | undefined;
};

export const registrationParts = [
  "name",
  "date-of-birth",
  "sex",
  "address",
  "phone",
  "email",
  "guarantor",
  "member-id",
  "subscriber",
  "filing-indicator",
  "checks",
] as const;
export type RegistrationPart = (typeof registrationParts)[number];

export type ScoredPart = {
  readonly part: RegistrationPart;
  readonly weight: number;
  readonly isComplete: boolean;
  /** Without it a claim is rejected; the others only make reaching the patient harder. */
  readonly isNeeded: boolean;
};

export type RegistrationScore = {
  /** 0 to 100. */
  readonly score: number;
  readonly parts: readonly ScoredPart[];
};

/** What an edit found about the registration and nobody released: the fact it is about. */
export type RegistrationFinding = {
  readonly field: string;
  readonly severity: "hold" | "warning" | "information";
};

/** The part that a fact belongs to; a finding about another fact counts as a check that failed. */
const partOfFact: Readonly<Record<string, RegistrationPart>> = {
  "patient.lastName": "name",
  "patient.firstName": "name",
  "patient.dateOfBirth": "date-of-birth",
  "patient.gender": "sex",
  "patient.addressLine1": "address",
  "patient.city": "address",
  "patient.state": "address",
  "patient.postalCode": "address",
  "patient.phone": "phone",
  "patient.hasGuarantor": "guarantor",
  "coverage.memberId": "member-id",
  "subscriber.lastName": "subscriber",
  "subscriber.dateOfBirth": "subscriber",
  "coverage.filingIndicator": "filing-indicator",
};

/**
 * How complete and how sound a registration is: the weights of what is stated over the weights of what applies. A
 * patient without a coverage is not measured by what only a coverage has. What is needed is what the
 * professional claim requires (005010X222A1 loops 2010BA and 2010CA). A part of which an edit says
 * something is not complete; what edits say of anything else is a part of its own. Information counts
 * for nothing.
 */
export function scoreRegistration(
  facts: RegistrationFacts,
  findings: readonly RegistrationFinding[] = [],
): RegistrationScore {
  const found = findings.filter(({ severity }) => severity !== "information");
  const doubted = new Set(found.map(({ field }) => partOfFact[field] ?? "checks"));
  const parts = [
    ...personParts(facts),
    ...coverageParts(facts.coverage),
    ...(doubted.has("checks") ? [{ ...part("checks", 10, false), isNeeded: false }] : []),
  ].map((one) => (doubted.has(one.part) ? { ...one, isComplete: false } : one));
  const sum = (some: readonly ScoredPart[]) =>
    some.reduce((total, { weight }) => total + weight, 0);
  const complete = sum(parts.filter(({ isComplete }) => isComplete));
  return { score: Math.floor((100 * complete) / sum(parts)), parts };
}

function personParts(facts: RegistrationFacts): ScoredPart[] {
  const { addressLine1, city, state, postalCode } = facts;
  const hasAddress = [addressLine1, city, state].every(isStated);
  const isPostalCode = /^\d{5}(?:\d{4})?$/.test(postalCode ?? "");
  const answersAlone = facts.isAdult ?? false;
  return [
    part("name", 15, isStated(facts.lastName) && isStated(facts.firstName)),
    part("date-of-birth", 15, isStated(facts.dateOfBirth)),
    part("sex", 5, isStated(facts.gender)),
    part("address", 15, hasAddress && isPostalCode),
    { ...part("phone", 10, isStated(facts.phone)), isNeeded: false },
    { ...part("email", 5, isStated(facts.email)), isNeeded: false },
    { ...part("guarantor", 10, facts.hasGuarantor || answersAlone), isNeeded: false },
  ];
}

function coverageParts(coverage: RegistrationFacts["coverage"]): ScoredPart[] {
  if (coverage === undefined) return [];
  const isSelf = coverage.relationship === "18";
  const hasSubscriber =
    isSelf ||
    (isStated(coverage.relationship) &&
      isStated(coverage.subscriberName) &&
      isStated(coverage.subscriberDateOfBirth));
  return [
    part("member-id", 15, isStated(coverage.memberId)),
    part("subscriber", 5, hasSubscriber),
    part("filing-indicator", 5, isStated(coverage.filingIndicator)),
  ];
}

function part(name: RegistrationPart, weight: number, isComplete: boolean): ScoredPart {
  return { part: name, weight, isComplete, isNeeded: true };
}

function isStated(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}
