import type { Claim837, ClaimServiceLine, Party } from "@headwater/x12";
import { sumOf } from "../cents.ts";
import { dayOf } from "../civil-day.ts";
import type { BilledClaim, BilledLine, Injury } from "../office/claim.ts";
import type { ClaimDecision, LineDecision } from "../payers/decision.ts";
import type { Payer } from "../payers/payer.ts";
import { payers } from "../payers/payers.ts";
import type { KeyedStream } from "../random/keyed-stream.ts";
import { visits } from "../tables/visits.ts";
import type { Encounter } from "../world/encounter.ts";
import { type Coverage, type Patient, primaryOn } from "../world/patient.ts";
import type { Practice, Provider } from "../world/practice.ts";
import type { Members, WrittenPerson } from "./members.ts";

/** What a far end takes from a claim and from what it knows itself. */
export type TakenClaim = {
  readonly claim: BilledClaim;
  /** The payer knows the member. */
  readonly isKnown: boolean;
  /** What the payer before decided, as the claim tells it. */
  readonly first: ClaimDecision | undefined;
};

export type TakeContext = {
  readonly members: Members;
  readonly practice: Practice;
  readonly stream: KeyedStream;
  readonly today: number;
  /** Which claim this is of those received. */
  readonly mark: string;
};

/** The payer that a claim is for, by NM109; undefined when the clearinghouse has no such payer. */
export function payerOfClaim(claim: Claim837): Payer | undefined {
  const id = claim.coverage.payer?.id?.trim().toUpperCase();
  return payers.find((payer) => payer.id === id);
}

/**
 * A claim as its payer reads it: what was billed comes from the claim; who the patient is, what covers
 * him and which consents were given comes from the payer's own records. A stranger has no coverage, a
 * provider whom the world does not know is enrolled.
 */
export function takeClaim(written: Claim837, payer: Payer, context: TakeContext): TakenClaim {
  const day = written.serviceFrom === undefined ? context.today : dayOf(written.serviceFrom);
  const memberId = written.coverage.subscriber?.id ?? "";
  const person = writtenPerson(written.patient ?? written.coverage.subscriber);
  const member = context.members.find(payer.key, memberId, person);
  const patient = member?.patient ?? stranger(person);
  const lines = written.lines.map(billedLine);
  const encounter: Encounter = {
    index: -1,
    stream: context.stream.at("live", written.patientControlNumber),
    day,
    patient,
    provider: renderingOf(written, context.practice),
    visit: visits[0],
    lines,
    diagnoses: written.diagnoses,
    primary: primaryOn(patient, day),
    secondary: patient.secondary,
  };
  const coverage = member?.coverage ?? noCoverage(payer, patient);
  const claim: BilledClaim = {
    patientControlNumber: written.patientControlNumber,
    encounter,
    slip: undefined,
    payer,
    payerIdWritten: payer.id,
    coverage,
    memberIdWritten: member === undefined ? memberId : coverage.memberId,
    bornOnWritten: person.bornOn ?? patient.bornOn,
    injury: injuryOf(written, payer, day),
    nextCoverage: nextCoverageOf(written, { payer, encounter }),
    rendering: encounter.provider,
    placeOfService: written.facilityCode ?? "11",
    diagnoses: written.diagnoses,
    lines,
    chargedCents: written.chargedCents,
    authorizationNumber: knownConsent(written.priorAuthorization),
    referralNumber: written.referralNumber,
    recordsAttached: written.attachments.length > 0,
    frequency: written.frequencyCode === "7" ? "7" : "1",
    replacesPayerNumber: written.originalPayerClaimControlNumber,
    payersMark: context.mark,
    readyOn: context.today,
  };
  const isKnown = member !== undefined || claim.injury !== undefined;
  return { claim, isKnown, first: isKnown ? priorDecision(written, claim) : undefined };
}

/** Consents have the form that this world's payers give them. */
function knownConsent(number: string | undefined): string | undefined {
  return number !== undefined && /^AU\d{6}$/.test(number.trim()) ? number.trim() : undefined;
}

/** Who a party is, as it is written. */
export function writtenPerson(party: Party | undefined): WrittenPerson {
  return {
    lastName: party?.lastNameOrOrganization ?? "",
    firstName: party?.firstName ?? "",
    bornOn: party?.dateOfBirth,
  };
}

function stranger({ lastName, firstName, bornOn }: WrittenPerson): Patient {
  return {
    index: -1,
    lastName,
    firstName,
    bornOn: bornOn ?? "1900-01-01",
    gender: "F",
    street: "",
    city: "",
    state: "",
    postalCode: "",
    primary: [],
    secondary: undefined,
    underlying: undefined,
    payingPermille: 0,
  };
}

function noCoverage(payer: Payer, subscriber: Patient): Coverage {
  return {
    payer,
    memberId: "",
    groupNumber: undefined,
    fromDay: 0,
    throughDay: undefined,
    subscriber,
    relationship: "18",
  };
}

function billedLine(line: ClaimServiceLine): BilledLine {
  const units = Number(line.quantity ?? "1");
  return {
    number: line.number,
    controlNumber: line.lineItemControlNumber ?? String(line.number),
    code: line.procedure?.code ?? "",
    modifiers: line.procedure?.modifiers ?? [],
    units: Number.isSafeInteger(units) ? Math.max(1, units) : 1,
    chargedCents: line.chargedCents,
    pointers: line.diagnosisPointers,
  };
}

function renderingOf(written: Claim837, practice: Practice): Provider {
  const party = written.parties.find(({ entityCode }) => entityCode === "82");
  const own = party ?? written.billingProvider;
  const known = practice.providers.find(({ npi }) => npi === own?.id);
  return (
    known ?? {
      index: -1,
      lastName: own?.lastNameOrOrganization ?? "",
      firstName: own?.firstName ?? "",
      npi: own?.id ?? practice.npi,
      taxonomy: own?.taxonomy ?? "",
      specialty: "family",
      isNonPhysician: own?.taxonomy?.startsWith("363") ?? false,
      notEnrolled: new Map(),
    }
  );
}

function injuryOf(written: Claim837, payer: Payer, day: number): Injury | undefined {
  if (payer.lineOfBusiness !== "workers-compensation") return undefined;
  const { subscriber } = written.coverage;
  const claimNumber =
    subscriber?.references.find(({ qualifier }) => qualifier === "Y4")?.id ?? subscriber?.id ?? "";
  const employer = subscriber?.lastNameOrOrganization ?? "";
  return { employer, claimNumber, state: written.accidentState ?? "IL", day };
}

/** The coverage that pays after this one: the claim tells of it, or Medicare knows it by itself. */
function nextCoverageOf(
  written: Claim837,
  { payer, encounter }: { readonly payer: Payer; readonly encounter: Encounter },
): Coverage | undefined {
  const { secondary, primary } = encounter;
  if (secondary === undefined || primary?.payer.key !== payer.key) return undefined;
  const isTold = written.otherCoverages.some((one) => one.payer?.id === secondary.payer.id);
  return isTold || payer.lineOfBusiness === "medicare" ? secondary : undefined;
}

/**
 * What a payer before decided, from the claim to the next one (005010X222A1 2320 and 2430). Undefined for
 * a first payer, and where the lines do not tell it: then the claim counts as one to a first payer.
 */
function priorDecision(written: Claim837, claim: BilledClaim): ClaimDecision | undefined {
  const { encounter, payer } = claim;
  if (encounter.secondary?.payer.key !== payer.key || encounter.primary === undefined) {
    return undefined;
  }
  const prior = encounter.primary.payer;
  const lines: LineDecision[] = [];
  for (const [at, line] of claim.lines.entries()) {
    const told = written.lines[at]?.adjudications.find(({ payerId }) => payerId === prior.id);
    if (told === undefined) return undefined;
    const procedure = {
      qualifier: "HC",
      code: line.code,
      modifiers: line.modifiers,
      description: undefined,
    };
    lines.push({
      number: line.number,
      controlNumber: line.controlNumber,
      submitted: procedure,
      adjudicated: procedure,
      units: line.units,
      chargedCents: line.chargedCents,
      contractCents: undefined,
      allowedCents: told.paidCents,
      paidCents: told.paidCents,
      adjustments: told.adjustments,
      remarkCodes: [],
      refusal: undefined,
    });
  }
  return {
    payer: prior,
    patientControlNumber: claim.patientControlNumber,
    statusCode: "1",
    payerClaimControlNumber: "",
    chargedCents: claim.chargedCents,
    paidCents: sumOf(lines, ({ paidCents }) => paidCents),
    patientCents: 0,
    lines,
    remarkCodes: [],
    forwardedTo: undefined,
    isPayerError: false,
  };
}
