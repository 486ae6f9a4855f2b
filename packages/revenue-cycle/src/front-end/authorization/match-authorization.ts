import { type Authorization, coversCode, type PlannedService } from "./authorization.ts";

/** A visit that may need an authorization. */
export type VisitToAuthorize = {
  readonly day: string;
  readonly coverageId: number;
  readonly providerId: number;
  readonly services: readonly PlannedService[];
};

const granted: readonly string[] = ["approved", "partly-approved"];

/**
 * The authorization that fits a visit: granted, of its coverage, for its day, its provider and at least
 * one of its services. One for named services stands before one for all, one that ends sooner before one
 * that ends later, so that what expires is used first. Undefined when none fits.
 */
export function matchAuthorization(
  candidates: readonly Authorization[],
  visit: VisitToAuthorize,
): Authorization | undefined {
  const fitting = candidates.filter(
    (one) =>
      one.kind === "authorization" &&
      granted.includes(one.state) &&
      one.coverageId === visit.coverageId &&
      (one.providerId === undefined || one.providerId === visit.providerId) &&
      holdsOn(one, visit.day) &&
      (visit.services.length === 0
        ? one.procedureCodes.length === 0
        : visit.services.some(({ procedureCode }) =>
            coversCode(one.procedureCodes, procedureCode),
          )),
  );
  const key = (one: Authorization) =>
    `${one.procedureCodes.length > 0 ? 0 : 1}${one.effectiveTo ?? "9999-12-31"}`;
  return fitting.toSorted(
    (left, right) =>
      key(left).localeCompare(key(right)) || left.authorizationId - right.authorizationId,
  )[0];
}

/** Whether an authorization holds on a day; open ends are open. */
export function holdsOn(
  { effectiveFrom, effectiveTo }: Pick<Authorization, "effectiveFrom" | "effectiveTo">,
  day: string,
): boolean {
  return (effectiveFrom ?? day) <= day && day <= (effectiveTo ?? day);
}
