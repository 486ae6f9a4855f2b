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
import {
  type AuthorizationRule,
  isAuthorizationWanted,
} from "../authorization-rule/authorization-rule.ts";
import { authorizationRulesOf } from "../authorization-rule/list-authorization-rules.query.ts";
import { loadBenefits } from "../eligibility/eligibility.store.ts";
import { authorizationNeed, type NumberedBenefit } from "../eligibility/patient-share.ts";
import type { EstimateService } from "../estimate/estimate-visit.ts";
import { loadPrices, type PriceList, pricedServices } from "../estimate/prices.query.ts";
import { scoreGround } from "../registration/score-ground.ts";
import { type Clearance, type ClearanceFacts, decideClearance } from "./decide-clearance.ts";
import { serviceTypesOf } from "./service-types.ts";
import type { Visit, VisitAuthorization } from "./visit.ts";
import { standingOfVisits, type VisitStanding } from "./visit-standing.query.ts";

/** A visit with its clearance and what the clearance was decided from. */
export type ClearedVisit = {
  readonly visit: Visit;
  readonly clearance: Clearance;
  readonly facts: ClearanceFacts;
  readonly authorization: VisitAuthorization | undefined;
  readonly benefits: readonly NumberedBenefit[];
  /** The services with what is known of their prices. */
  readonly services: readonly EstimateService[];
};

/** Decides the clearance of visits: everything they rest on is loaded at once, not visit by visit. */
export async function clearVisits(
  transaction: PracticeTransaction,
  visits: readonly Visit[],
  today: string,
): Promise<ClearedVisit[]> {
  return clearOnGrounds(transaction, visits, await loadGrounds(transaction, visits, today));
}

/** What the clearance of visits rests on, but for what edits and people said of them. */
export async function loadGrounds(
  transaction: PracticeTransaction,
  visits: readonly Visit[],
  today: string,
): Promise<ClearanceGrounds> {
  const ids = <Value>(values: readonly (Value | null | undefined)[]) => [
    ...new Set(values.filter((value) => value !== null && value !== undefined)),
  ];
  const authorizationIds = ids(visits.map(({ authorizationId }) => authorizationId));
  return {
    today,
    authorizations: await loadAuthorizations(transaction, authorizationIds),
    uses: await loadUses(transaction, authorizationIds),
    benefits: await loadBenefits(transaction, ids(visits.map(({ check }) => check?.id))),
    prices: await loadPrices(
      transaction,
      ids(visits.flatMap(({ services }) => services.map((service) => service.procedureCode))),
    ),
    rules: await authorizationRulesOf(
      transaction,
      ids(visits.map(({ coverage }) => coverage?.payerId)),
    ),
  };
}

/** The same on grounds that were loaded before: what was said of the visits may be another by now. */
export async function clearOnGrounds(
  transaction: PracticeTransaction,
  visits: readonly Visit[],
  grounds: ClearanceGrounds,
): Promise<ClearedVisit[]> {
  const standing = await standingOfVisits(transaction, visits);
  return visits.map((visit) => clearVisit(visit, { ...grounds, standing }));
}

export type ClearanceGrounds = {
  readonly today: string;
  readonly authorizations: ReadonlyMap<number, Authorization>;
  readonly uses: ReadonlyMap<number, readonly AuthorizationUse[]>;
  readonly benefits: ReadonlyMap<number, readonly NumberedBenefit[]>;
  readonly prices: PriceList;
  readonly rules: readonly AuthorizationRule[];
};

type Loaded = ClearanceGrounds & { readonly standing: VisitStanding };

function clearVisit(visit: Visit, loaded: Loaded): ClearedVisit {
  const { coverage, check } = visit;
  const benefits = check === null ? [] : (loaded.benefits.get(check.id) ?? []);
  const need = authorizationNeed(benefits, {
    serviceTypes: serviceTypesOf(visit.kind),
    procedureCodes: visit.services.map(({ procedureCode }) => procedureCode),
  });
  const authorization = authorizationOf(visit, loaded);
  // What the payer answered of this patient goes before what is known of the plan.
  const isRequired = need.is === "unknown" ? isWanted(visit, loaded.rules) : need.is === "yes";
  const services = pricedServices(visit, loaded.prices);
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
    authorization: { isRequired, found: authorization },
    balanceCents: visit.balanceCents,
    registration: scoreGround(visit.patient, {
      coverage: visit.coverage,
      day: visit.day,
      findings: loaded.standing.findings.get(visit.patientId) ?? [],
    }),
    heldBecause: loaded.standing.held.get(visit.id),
    visitCents: worthOf(services),
  };
  const clearance = decideClearance(facts);
  return { visit, clearance, facts, authorization, benefits, services };
}

/** Whether an authorization is wanted by the payer's rules, and where it has none by the plan. */
function isWanted(
  { coverage, services, day }: Visit,
  rules: readonly AuthorizationRule[],
): boolean {
  if (coverage === null) return false;
  const { payerId, planId } = coverage;
  const wanting = services.map(({ procedureCode }) =>
    isAuthorizationWanted(rules, { payerId, planId: planId ?? undefined, procedureCode, on: day }),
  );
  if (wanting.includes(true)) return true;
  const isTold = wanting.length > 0 && !wanting.includes(undefined);
  return !isTold && coverage.needsAuthorization === true;
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

/** What the visit is expected to bring: what is allowed, else our price; undefined if a part is unknown. */
function worthOf(services: readonly EstimateService[]): number | undefined {
  if (services.length === 0) return undefined;
  let worth = 0;
  for (const { allowed, charge, units } of services) {
    const each = allowed ?? charge;
    if (each === undefined) return undefined;
    worth += each.cents * units;
  }
  return worth;
}
