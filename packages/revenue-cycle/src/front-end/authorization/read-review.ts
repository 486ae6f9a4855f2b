import type {
  RequestRejection,
  ReviewDecision,
  ReviewedEvent,
  ReviewedPerson,
  ReviewedService,
  ServicesReview,
} from "@headwater/x12";
import type { AuthorizationState, UnitKind } from "./authorization.ts";

export const reviewOutcomes = [
  "certified",
  "modified",
  "partly-certified",
  "denied",
  "pended",
  "not-required",
  "cancelled",
  "refused",
] as const;
/** `refused`: the question itself was not taken; nothing was decided. */
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** What a payer answered to one question about an authorization. */
export type ReviewAnswer = {
  readonly outcome: ReviewOutcome;
  /** HCR02: the number that claims name. */
  readonly number: string | undefined;
  /** REF*NT: the payer's own number of a request that it has not decided. */
  readonly payerReference: string | undefined;
  /** HCR01 and HCR03, or AAA03 and AAA04, of the first that tells the outcome. */
  readonly actionCode: string | undefined;
  readonly reasonCode: string | undefined;
  readonly followUpCode: string | undefined;
  /** What is certified; undefined where the answer does not say. */
  readonly units: { readonly kind: UnitKind; readonly count: number } | undefined;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
  /** Codes of the services that are certified; empty where the answer speaks of none. */
  readonly certifiedCodes: readonly string[];
  /** The payer wants documents, codes of findings, or a call before it decides. */
  readonly wantsInformation: boolean;
  readonly messages: readonly string[];
};

/** A part of an answer that has a decision of its own. */
type Judged = {
  readonly part: ReviewedEvent | ReviewedService;
  readonly decision: ReviewDecision;
};

const certifying: readonly string[] = ["A1", "A2", "A6"];

/** The trace numbers that an answer gives back, and its events with them. */
export function answeredEvents(
  review: ServicesReview,
): readonly { readonly traceNumbers: readonly string[]; readonly event: ReviewedEvent }[] {
  return personsOf(review).flatMap(({ events }) =>
    events.map((event) => ({
      event,
      traceNumbers: [...event.traces, ...event.services.flatMap(({ traces }) => traces)].map(
        ({ traceNumber }) => traceNumber,
      ),
    })),
  );
}

function personsOf({ subscriber }: ServicesReview): readonly ReviewedPerson[] {
  return subscriber === undefined ? [] : [subscriber, ...subscriber.dependents];
}

/**
 * What an answer says of one event of it (005010X217: HCR, AAA, DTP 007 and 036, HSD, REF*NT, PWK); without
 * an event, why the whole question was refused. A decision of a service stands before that of its event.
 * One service that waits leaves the whole request pended; some certified and others not is a part.
 */
export function readReview(review: ServicesReview, event: ReviewedEvent | undefined): ReviewAnswer {
  const judged = event === undefined ? [] : judgedParts(event);
  const outcome = outcomeOf(judged.map(({ decision }) => decision.action));
  const parts = event === undefined ? [] : [event, ...event.services];
  const certified = judged.filter(({ decision }) => certifying.includes(decision.action));
  const telling = judged.find(({ decision }) => tellsOutcome(decision.action, outcome));
  const [rejection] = outcome === "refused" ? rejectionsOf(review, parts) : [];
  const isDecided = outcome !== "pended" && outcome !== "refused";
  return {
    outcome,
    number: isDecided
      ? stated(certified.map(({ decision }) => decision.authorizationNumber))
      : undefined,
    payerReference: stated(
      parts.flatMap(({ references }) =>
        references.filter(({ qualifier }) => qualifier === "NT").map(({ id }) => id),
      ),
    ),
    actionCode: telling?.decision.action,
    reasonCode: telling?.decision.reasonCode ?? rejection?.reasonCode,
    followUpCode: rejection?.followUpCode,
    units: certifiedUnits(event, certified),
    ...daysOf(event, certified),
    certifiedCodes: certified.flatMap(({ part }) => codeOf(part)),
    wantsInformation: judged.some(({ part, decision }) => wantsInformation(part, decision)),
    messages: parts.flatMap(({ messages }) => messages),
  };
}

function judgedParts(event: ReviewedEvent): Judged[] {
  const own = event.decision;
  const services = event.services.flatMap((part) => {
    const decision = part.decision ?? own;
    return decision === undefined ? [] : [{ part, decision }];
  });
  if (services.length > 0) return services;
  return own === undefined ? [] : [{ part: event, decision: own }];
}

function outcomeOf(actions: readonly string[]): ReviewOutcome {
  const has = (...wanted: string[]) => actions.some((action) => wanted.includes(action));
  if (actions.length === 0) return "refused";
  if (has("A4", "CT")) return "pended";
  if (has(...certifying)) {
    if (has("A2", "A3", "C")) return "partly-certified";
    return has("A6") ? "modified" : "certified";
  }
  if (has("A3")) return "denied";
  return has("C") ? "cancelled" : "not-required";
}

function tellsOutcome(action: string, outcome: ReviewOutcome): boolean {
  if (outcome === "pended") return action === "A4" || action === "CT";
  if (outcome === "partly-certified") return action !== "A1" && action !== "NA";
  if (outcome === "modified") return action === "A6";
  return outcome !== "certified" || action === "A1";
}

function wantsInformation(part: Judged["part"], { action }: ReviewDecision): boolean {
  if (action === "CT") return true;
  if (action !== "A4") return false;
  return (part.attachments ?? []).length > 0 || part.codes.some((code) => code.qualifier === "LOI");
}

/** From the most exact place to the whole question. */
function rejectionsOf(
  review: ServicesReview,
  parts: readonly (ReviewedEvent | ReviewedService)[],
): readonly RequestRejection[] {
  const { reviewOrganization, requester } = review;
  return [
    ...parts.flatMap((part) => [
      ...part.rejections,
      ...part.providers.flatMap(({ rejections }) => rejections),
    ]),
    ...personsOf(review).flatMap(({ rejections }) => rejections),
    ...(requester?.rejections ?? []),
    ...(reviewOrganization?.rejections ?? []),
  ];
}

function stated(texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && text !== "");
}

const wholeNumber = /^\d{1,5}(\.0*)?$/;

/** Visits or units of the event's HSD, of its services' HSD, else the quantities of its services. */
function certifiedUnits(
  event: ReviewedEvent | undefined,
  certified: readonly Judged[],
): ReviewAnswer["units"] {
  if (event === undefined || certified.length === 0) return undefined;
  const whole = event.deliveries.flatMap(deliveryUnits);
  if (whole[0] !== undefined) return whole[0];
  const each = certified.flatMap(({ part }) => part.deliveries.flatMap(deliveryUnits));
  const [first] = each;
  if (first !== undefined) {
    const count = each
      .filter(({ kind }) => kind === first.kind)
      .reduce((sum, one) => sum + one.count, 0);
    return { kind: first.kind, count };
  }
  const quantities = certified.flatMap(({ part }) =>
    "quantity" in part && part.unitOfMeasure === "UN" && wholeNumber.test(part.quantity ?? "")
      ? [Number(part.quantity)]
      : [],
  );
  if (quantities.length === 0) return undefined;
  return { kind: "units", count: quantities.reduce((sum, count) => sum + count, 0) };
}

function deliveryUnits({
  quantityQualifier,
  quantity,
}: ReviewedEvent["deliveries"][number]): { readonly kind: UnitKind; readonly count: number }[] {
  if (quantity === undefined || !wholeNumber.test(quantity)) return [];
  if (quantityQualifier === "VS") return [{ kind: "visits", count: Number(quantity) }];
  return quantityQualifier === "FL" ? [{ kind: "units", count: Number(quantity) }] : [];
}

/** DTP 007 (a day or a range) and 036 of what is certified, else the days of the services or the event. */
function daysOf(
  event: ReviewedEvent | undefined,
  certified: readonly Judged[],
): Pick<ReviewAnswer, "effectiveFrom" | "effectiveTo"> {
  if (event === undefined || certified.length === 0) {
    return { effectiveFrom: undefined, effectiveTo: undefined };
  }
  const dates = [...certified.flatMap(({ part }) => part.dates), ...event.dates];
  const of = (qualifier: string) => dates.filter((one) => one.qualifier === qualifier);
  const period = of("007")[0] ?? of("472")[0] ?? of("AAH")[0];
  return {
    effectiveFrom: period?.from,
    effectiveTo: of("036")[0]?.from ?? period?.through,
  };
}

function codeOf(part: Judged["part"]): string[] {
  if (!("procedure" in part) || part.procedure === undefined) return [];
  const { code, rangeEnd } = part.procedure;
  return [rangeEnd === undefined ? code : `${code}-${rangeEnd}`];
}

/** What an authorization stands at after an answer; undefined where nothing was decided. */
export function stateAfter(outcome: ReviewOutcome): AuthorizationState | undefined {
  return outcome === "refused" ? undefined : states[outcome];
}

const states = {
  certified: "approved",
  modified: "approved",
  "partly-certified": "partly-approved",
  denied: "denied",
  pended: "pended",
  "not-required": "not-required",
  cancelled: "cancelled",
} as const satisfies Readonly<Record<string, AuthorizationState>>;
