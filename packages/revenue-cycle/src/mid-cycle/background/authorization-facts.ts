import {
  type Authorization,
  type AuthorizationUse,
  coversCode,
  type PlannedService,
  unitsLedger,
  unitsOf,
} from "../../front-end/authorization/authorization.ts";
import { holdsOn, matchAuthorization } from "../../front-end/authorization/match-authorization.ts";
import {
  type AuthorizationRule,
  isAuthorizationWanted,
} from "../../front-end/authorization-rule/authorization-rule.ts";
import { lettersAndDigits } from "../../masters/identifier-key.ts";
import type { WholeFacts } from "../../work/edit/facts.ts";
import { known } from "./background.ts";
import type { JudgedService } from "./judged-service.ts";

/** What is on file about consent to one service. */
type AuthorizationGround = {
  readonly coverageId: number | undefined;
  readonly planId: number | undefined;
  /** Undefined where no plan is on file. */
  readonly planNeedsAuthorization: boolean | undefined;
  readonly renderingId: number | undefined;
  /** All of the coverage. */
  readonly authorizations: readonly Authorization[];
  readonly rules: readonly AuthorizationRule[];
  readonly uses: ReadonlyMap<number, readonly AuthorizationUse[]>;
};

/** Whether each line wants an authorization; undefined where no rule of the payer is on file. */
export function linesWanting(
  service: JudgedService,
  { rules, planId }: AuthorizationGround,
): (boolean | undefined)[] {
  const { payerId, serviceFrom } = service;
  return service.lines.map((line) => {
    const { procedureCode } = line;
    const on = line.serviceFrom ?? serviceFrom;
    if (payerId === undefined || procedureCode === undefined || on === undefined) return undefined;
    return isAuthorizationWanted(rules, { payerId, planId, procedureCode, on });
  });
}

/** Whether an authorization is wanted, which one is on file, and what is left of it. */
export function authorizationFacts(
  service: JudgedService,
  ground: AuthorizationGround,
  wanting: readonly (boolean | undefined)[],
): WholeFacts {
  const required = isRequired(wanting, ground.planNeedsAuthorization);
  const { coverageId } = ground;
  if (coverageId === undefined || service.serviceFrom === undefined) {
    return { "authorization.isRequired": known(required, "authorization rules") };
  }
  const found = onFile(service, ground, coverageId);
  return {
    "authorization.isRequired": known(required, "authorization rules"),
    ...factsOf(service, ground, found),
  };
}

/** By the rules where the payer has some, else by its plan; undefined where neither tells. */
function isRequired(
  wanting: readonly (boolean | undefined)[],
  byPlan: boolean | undefined,
): boolean | undefined {
  if (wanting.includes(true)) return true;
  return wanting.length === 0 || wanting.includes(undefined) ? byPlan : false;
}

/** The one that the claim names, else the one that fits, else one that was asked for and not granted. */
function onFile(
  service: JudgedService,
  { authorizations, renderingId }: AuthorizationGround,
  coverageId: number,
): Authorization | undefined {
  const day = service.serviceFrom ?? "";
  const ofKind = authorizations.filter(({ kind }) => kind === "authorization");
  const named = service.authorizationNumber;
  const services = plannedServices(service);
  return (
    (named === undefined
      ? undefined
      : ofKind.find(
          ({ number }) =>
            number !== undefined && lettersAndDigits(number) === lettersAndDigits(named),
        )) ??
    matchAuthorization(ofKind, { day, coverageId, providerId: renderingId ?? 0, services }) ??
    ofKind.find(
      (one) =>
        !granted.has(one.state) &&
        holdsOn(one, day) &&
        services.some(({ procedureCode }) => coversCode(one.procedureCodes, procedureCode)),
    )
  );
}

const granted = new Set<string>(["approved", "partly-approved"]);

function factsOf(
  service: JudgedService,
  { uses }: AuthorizationGround,
  found: Authorization | undefined,
): WholeFacts {
  if (found === undefined) return { "authorization.isOnFile": false, ...noneOnFile };
  const before = (uses.get(found.authorizationId) ?? []).filter(
    (use) =>
      use.appointmentId !== service.appointmentId && use.day < (service.serviceFrom ?? use.day),
  );
  const named = service.authorizationNumber;
  const isNamed =
    named !== undefined &&
    found.number !== undefined &&
    lettersAndDigits(named) === lettersAndDigits(found.number);
  return {
    "authorization.isOnFile": granted.has(found.state),
    // Written otherwise it is the same number: it equals what the claim says.
    "authorization.numberOnFile": isNamed ? named : found.number,
    "authorization.state": found.state,
    "authorization.effectiveFrom": found.effectiveFrom,
    "authorization.effectiveTo": found.effectiveTo,
    "authorization.unitsApproved": found.approvedUnits,
    "authorization.unitsRemaining": unitsLedger(found, before).remaining,
    "authorization.unitsWanted": unitsOf(found, plannedServices(service)),
  };
}

const noneOnFile: WholeFacts = {
  "authorization.numberOnFile": undefined,
  "authorization.state": undefined,
  "authorization.effectiveFrom": undefined,
  "authorization.effectiveTo": undefined,
  "authorization.unitsApproved": undefined,
  "authorization.unitsRemaining": undefined,
  "authorization.unitsWanted": undefined,
};

function plannedServices({ lines }: JudgedService): PlannedService[] {
  return lines.flatMap(({ procedureCode, modifiers, units }) =>
    procedureCode === undefined
      ? []
      : [{ procedureCode, modifiers: [...modifiers].sort().join(" "), units: units ?? 0 }],
  );
}
