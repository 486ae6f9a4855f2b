import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadAuthorizations, loadUses } from "../authorization/authorization.store.ts";
import {
  type Authorization,
  type AuthorizationUse,
  coversCode,
  unitsLedger,
  unitsOf,
} from "../authorization/authorization.ts";
import { holdsOn } from "../authorization/match-authorization.ts";
import { loadBenefits } from "../eligibility/eligibility.store.ts";
import { authorizationNeed, type NumberedBenefit } from "../eligibility/patient-share.ts";
import { loadPrices, type PriceList, pricedServices } from "../estimate/prices.query.ts";
import { scoreRegistration } from "../registration/score-registration.ts";
import { type Clearance, type ClearanceFacts, decideClearance } from "./decide-clearance.ts";
import { serviceTypesOf } from "./service-types.ts";
import type { Visit, VisitAuthorization } from "./visit.ts";

/** A visit with its clearance and what the clearance was decided from. */
export type ClearedVisit = {
  readonly visit: Visit;
  readonly clearance: Clearance;
  readonly facts: ClearanceFacts;
  readonly authorization: VisitAuthorization | undefined;
};

/** Decides the clearance of visits: everything they rest on is loaded at once, not visit by visit. */
export async function clearVisits(
  transaction: PracticeTransaction,
  visits: readonly Visit[],
  today: string,
): Promise<ClearedVisit[]> {
  const ids = <Value>(values: readonly (Value | null | undefined)[]) => [
    ...new Set(values.filter((value) => value !== null && value !== undefined)),
  ];
  const authorizationIds = ids(visits.map(({ authorizationId }) => authorizationId));
  const loaded: Loaded = {
    today,
    authorizations: await loadAuthorizations(transaction, authorizationIds),
    uses: await loadUses(transaction, authorizationIds),
    benefits: await loadBenefits(transaction, ids(visits.map(({ check }) => check?.id))),
    prices: await loadPrices(
      transaction,
      ids(visits.flatMap(({ services }) => services.map((service) => service.procedureCode))),
    ),
  };
  return visits.map((visit) => clearVisit(visit, loaded));
}

type Loaded = {
  readonly today: string;
  readonly authorizations: ReadonlyMap<number, Authorization>;
  readonly uses: ReadonlyMap<number, readonly AuthorizationUse[]>;
  readonly benefits: ReadonlyMap<number, readonly NumberedBenefit[]>;
  readonly prices: PriceList;
};

function clearVisit(visit: Visit, loaded: Loaded): ClearedVisit {
  const { coverage, check } = visit;
  const benefits = check === null ? [] : (loaded.benefits.get(check.id) ?? []);
  const need = authorizationNeed(benefits, {
    serviceTypes: serviceTypesOf(visit.kind),
    procedureCodes: visit.services.map(({ procedureCode }) => procedureCode),
  });
  const authorization = authorizationOf(visit, loaded);
  const isRequired = need.is === "yes" || (need.is !== "no" && coverage?.needsAuthorization);
  const facts: ClearanceFacts = {
    today: loaded.today,
    day: visit.day,
    coverage: coverage
      ? {
          effectiveFrom: coverage.effectiveFrom ?? undefined,
          effectiveTo: coverage.effectiveTo ?? undefined,
        }
      : undefined,
    hasGoodFaithEstimate: visit.hasGoodFaithEstimate,
    eligibility: check
      ? {
          outcome: check.outcome,
          answeredOn: check.answeredOn ?? undefined,
          reasonCode: check.reasonCode ?? undefined,
        }
      : undefined,
    authorization: { isRequired: isRequired === true, found: authorization },
    balanceCents: visit.balanceCents,
    registration: registrationOf(visit),
    visitCents: worthOf(visit, loaded.prices),
  };
  return { visit, clearance: decideClearance(facts), facts, authorization };
}

function authorizationOf(visit: Visit, loaded: Loaded): VisitAuthorization | undefined {
  const { authorizationId, services, day } = visit;
  if (authorizationId === null) return undefined;
  const found = loaded.authorizations.get(authorizationId);
  if (found === undefined) return undefined;
  const before = (loaded.uses.get(authorizationId) ?? []).filter(
    (use) =>
      use.appointmentId !== visit.id &&
      (use.day < day || (use.day === day && use.appointmentId < visit.id)),
  );
  return {
    id: found.authorizationId,
    state: found.state,
    number: found.number ?? null,
    holdsOnDay: holdsOn(found, day),
    coversServices:
      services.length === 0 ||
      services.some(({ procedureCode }) => coversCode(found.procedureCodes, procedureCode)),
    unitsBefore: unitsLedger(found, before).remaining,
    unitsNeeded: unitsOf(found, services),
  };
}

/** The score of a visit's registration on its day. */
export function registrationOf({ patient, coverage, day }: Visit) {
  const { hasGuarantor, dateOfBirth, ...rest } = patient;
  const isAdult =
    dateOfBirth === null
      ? undefined
      : dateOfBirth <= `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`;
  return scoreRegistration({
    lastName: rest.lastName ?? undefined,
    firstName: rest.firstName ?? undefined,
    dateOfBirth: dateOfBirth ?? undefined,
    gender: rest.gender ?? undefined,
    addressLine1: rest.addressLine1 ?? undefined,
    city: rest.city ?? undefined,
    state: rest.state ?? undefined,
    postalCode: rest.postalCode ?? undefined,
    phone: rest.phone ?? undefined,
    email: rest.email ?? undefined,
    hasGuarantor,
    isAdult,
    coverage: coverage
      ? {
          memberId: coverage.memberId,
          relationship: coverage.relationship,
          subscriberName: coverage.subscriberName ?? undefined,
          subscriberDateOfBirth: coverage.subscriberDateOfBirth ?? undefined,
          filingIndicator: coverage.filingIndicator ?? undefined,
        }
      : undefined,
  });
}

/** What the visit is expected to bring: what is allowed, else our price; undefined if a part is unknown. */
function worthOf(visit: Visit, prices: PriceList): number | undefined {
  if (visit.services.length === 0) return undefined;
  let worth = 0;
  for (const { allowed, charge, units } of pricedServices(visit, prices)) {
    const each = allowed ?? charge;
    if (each === undefined) return undefined;
    worth += each.cents * units;
  }
  return worth;
}
