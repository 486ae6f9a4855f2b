import type {
  ReviewedEvent,
  ReviewedService,
  ServicesReview,
  WritableServicesReview,
} from "@headwater/x12";
import type { Payer } from "../payers/payer.ts";
import { payers } from "../payers/payers.ts";
import type { Run } from "../run/run.ts";
import { organization } from "../world/practice.ts";
import type { Members } from "./members.ts";
import { writtenPerson } from "./take-claim.ts";

/** Permille of the services that want consent which a payer refuses, or looks at longer. */
const refusedPermille = 60;
const pendedPermille = 140;

/**
 * The answer to a request for authorization (005010X217): each service that the payer's rules want a
 * consent for is certified, pended or refused by the keyed stream of who asks for what; others need none.
 * The same request gets the same answer and number.
 */
export function answerReview(
  run: Run,
  members: Members,
  review: ServicesReview,
): WritableServicesReview {
  const { reviewOrganization, requester, subscriber } = review;
  const id = reviewOrganization?.id?.trim().toUpperCase();
  const payer = payers.find((one) => one.id === id);
  const organizationParty = {
    ...organization("X3", payer?.name ?? reviewOrganization?.lastNameOrOrganization ?? "UNKNOWN", {
      number: ["PI", payer?.id ?? reviewOrganization?.id ?? "UNKNOWN"],
    }),
    rejections: [],
  };
  if (payer === undefined || subscriber === undefined) {
    const rejections = [
      { isValid: "N", agencyCode: undefined, reasonCode: "79", followUpCode: "C" },
    ];
    return {
      reviewOrganization: { ...organizationParty, rejections },
      requester: undefined,
      subscriber: undefined,
    };
  }
  const [dependent] = subscriber.dependents;
  const person = writtenPerson(dependent ?? subscriber);
  const memberId = subscriber.id ?? "";
  const isKnown = members.find(payer.key, memberId, person) !== undefined;
  const decide = (event: ReviewedEvent) => decideEvent(run, { payer, memberId, event });
  const unknown = [{ isValid: "N", agencyCode: undefined, reasonCode: "75", followUpCode: "C" }];
  return {
    reviewOrganization: organizationParty,
    requester,
    subscriber: {
      ...subscriber,
      rejections: isKnown ? [] : unknown,
      events: isKnown ? subscriber.events.map(decide) : [],
      dependents: isKnown
        ? subscriber.dependents.map((one) => ({ ...one, events: one.events.map(decide) }))
        : [],
    },
  };
}

type Asked = {
  readonly payer: Payer;
  readonly memberId: string;
  readonly event: ReviewedEvent;
};

function decideEvent(run: Run, asked: Asked): ReviewedEvent {
  const { event } = asked;
  const traces = event.traces.map((trace) => ({ ...trace, kind: "2" }));
  const services = event.services.map((service) => decideService(run, asked, service));
  const decision = services.length > 0 ? undefined : { ...noDecision, action: "A1" };
  return { ...event, traces, services, decision, request: event.request };
}

const noDecision = {
  action: "NA",
  authorizationNumber: undefined,
  reasonCode: undefined,
  needsSecondOpinion: undefined,
} as const;

function decideService(
  run: Run,
  { payer, memberId }: Asked,
  service: ReviewedService,
): ReviewedService {
  const traces = service.traces.map((trace) => ({ ...trace, kind: "2" }));
  const code = service.procedure?.code ?? "";
  if (!payer.rules.authorizationCodes.includes(code)) {
    return { ...service, traces, decision: noDecision };
  }
  const stream = run.world.root.at("review", payer.key, memberId, code);
  const drawn = stream.below("decision", 1000);
  const number = `AU${stream.between("number", [100_000, 999_999])}`;
  if (drawn < refusedPermille) {
    return { ...service, traces, decision: { ...noDecision, action: "A3", reasonCode: "0M" } };
  }
  const action = drawn < refusedPermille + pendedPermille ? "A4" : "A1";
  const decision = { ...noDecision, action, authorizationNumber: number };
  return { ...service, traces, decision };
}
