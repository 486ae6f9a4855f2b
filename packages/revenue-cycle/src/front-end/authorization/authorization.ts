export const authorizationKinds = [
  "authorization",
  "referral",
  "predetermination",
  "notification",
] as const;
export type AuthorizationKind = (typeof authorizationKinds)[number];

export const authorizationStates = [
  "requested",
  "pended",
  "approved",
  "partly-approved",
  "denied",
  "not-required",
  "cancelled",
] as const;
export type AuthorizationState = (typeof authorizationStates)[number];

export const unitKinds = ["visits", "units"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** What a payer consented to, or was asked for. */
export type Authorization = {
  readonly authorizationId: number;
  readonly kind: AuthorizationKind;
  readonly state: AuthorizationState;
  readonly coverageId: number;
  /** Undefined: whoever renders. */
  readonly providerId: number | undefined;
  readonly number: string | undefined;
  /** Codes and ranges `FROM-TO`; none covers every service. */
  readonly procedureCodes: readonly string[];
  readonly unitKind: UnitKind;
  /** Undefined: not limited. */
  readonly approvedUnits: number | undefined;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
};

/** Units that something takes of an authorization: a visit that was, or one that is planned. */
export type AuthorizationUse = {
  readonly appointmentId: number;
  readonly day: string;
  readonly isPlanned: boolean;
  readonly services: readonly PlannedService[];
};

/** A procedure of a visit. */
export type PlannedService = {
  readonly procedureCode: string;
  /** Sorted, joined by a blank. */
  readonly modifiers: string;
  readonly units: number;
};

/** Whether a code is one of the codes, or lies in one of the ranges. */
export function coversCode(codes: readonly string[], code: string): boolean {
  if (codes.length === 0) return true;
  return codes.some((entry) => {
    const [from = "", to = from] = entry.split("-");
    return code.length === from.length && from <= code && code <= to;
  });
}

/** Units that a visit takes: one of a count of visits, else the units of the services that are covered. */
export function unitsOf(
  { unitKind, procedureCodes }: Pick<Authorization, "unitKind" | "procedureCodes">,
  services: readonly PlannedService[],
): number {
  if (unitKind === "visits") return 1;
  return services
    .filter(({ procedureCode }) => coversCode(procedureCodes, procedureCode))
    .reduce((sum, { units }) => sum + units, 0);
}

/** What of an authorization is used, planned and left; left is undefined where it is not limited. */
export type UnitsLedger = {
  readonly used: number;
  readonly planned: number;
  readonly remaining: number | undefined;
  readonly entries: readonly {
    readonly appointmentId: number;
    readonly day: string;
    readonly isPlanned: boolean;
    readonly units: number;
  }[];
};

/** The units of an authorization, added up from what refers to it. */
export function unitsLedger(
  authorization: Pick<Authorization, "unitKind" | "procedureCodes" | "approvedUnits">,
  uses: readonly AuthorizationUse[],
): UnitsLedger {
  const entries = uses.map(({ appointmentId, day, isPlanned, services }) => ({
    appointmentId,
    day,
    isPlanned,
    units: unitsOf(authorization, services),
  }));
  const sum = (isPlanned: boolean) =>
    entries
      .filter((entry) => entry.isPlanned === isPlanned)
      .reduce((total, { units }) => total + units, 0);
  const [used, planned] = [sum(false), sum(true)];
  const { approvedUnits } = authorization;
  const remaining = approvedUnits === undefined ? undefined : approvedUnits - used - planned;
  return { used, planned, remaining, entries };
}
