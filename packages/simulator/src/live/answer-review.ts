import type {
  ReviewedEvent,
  ReviewedService,
  ServicesReview,
  WritableServicesReview,
} from "@headwater/x12";
import { dateOf, dayOf } from "../civil-day.ts";
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
 * The same request gets the same answer and number; what was pended is decided some days later.
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
  const decided = (event: ReviewedEvent) => decideEvent(run, { payer, memberId, event });
  const unknown = [{ isValid: "N", agencyCode: undefined, reasonCode: "75", followUpCode: "C" }];
  return {
    reviewOrganization: organizationParty,
    requester,
    subscriber: {
      ...subscriber,
      rejections: isKnown ? [] : unknown,
      events: isKnown ? subscriber.events.map(decided) : [],
      dependents: isKnown
        ? subscriber.dependents.map((one) => ({ ...one, events: one.events.map(decided) }))
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
  const { event, payer } = asked;
  const traces = event.traces.map((trace) => ({ ...trace, kind: "2" }));
  const { references: _asked, ...rest } = event;
  if (event.services.length > 0) {
    const services = event.services.map((service) => {
      const code = service.procedure?.code ?? "";
      const wants = payer.rules.authorizationCodes.includes(code);
      return {
        ...service,
        ...(wants ? decide(run, asked, { code, part: service }) : { decision: noDecision }),
        traces: service.traces.map((trace) => ({ ...trace, kind: "2" })),
      };
    });
    return { ...rest, references: [], traces, services, decision: undefined };
  }
  return { ...rest, ...decide(run, asked, { code: "visits", part: event }), traces };
}

const noDecision = {
  action: "NA",
  authorizationNumber: undefined,
  reasonCode: undefined,
  needsSecondOpinion: undefined,
} as const;

/** Days that a payer takes over what it pends, and days for which its consent holds. */
const pendedDays = [1, 9] as const;
const urgentDays = 1;
const consentDays = 90;
/** Permille of the longer looks that want documents, of consents for several units that cut them, of late refusals. */
const documentsPermille = 350;
const cutPermille = 250;
const lateRefusedPermille = 180;

type Decided = Pick<ReviewedService, "decision" | "references" | "dates"> &
  Partial<Pick<ReviewedService, "attachments" | "messages" | "quantity" | "deliveries">>;

type Wanted = { readonly code: string; readonly part: ReviewedService | ReviewedEvent };

/**
 * What a payer decides, by the keyed stream of who asks for what: refused, looked at longer under a number
 * of its own that tells the day, else granted with a number and days, at times for fewer units. What it
 * looks at it decides some days later, for whoever asks with that number.
 */
function decide(run: Run, { payer, memberId, event }: Asked, { code, part }: Wanted): Decided {
  const stream = run.world.root.at("review", payer.key, memberId, code);
  const number = `AU${stream.between("number", [100_000, 999_999])}`;
  const refused = { ...noDecision, action: "A3", reasonCode: "0M" };
  const kept = { references: [], dates: part.dates };
  const reference = event.references.find(({ qualifier }) => qualifier === "NT")?.id;
  const pendedOn = event.request?.certificationType === "6" ? dayOfReference(reference) : undefined;
  const isUrgent = event.request?.levelOfService !== undefined;
  if (pendedOn !== undefined && reference !== undefined) {
    const days = isUrgent ? urgentDays : stream.between("pended days", pendedDays);
    if (run.day < pendedOn + days) return pended(part, reference, false);
    if (stream.happens("refused late", lateRefusedPermille)) return { ...kept, decision: refused };
    return granted(run, { number, part, cuts: false });
  }
  const drawn = stream.below("decision", 1000);
  if (drawn < refusedPermille) return { ...kept, decision: refused };
  if (drawn < refusedPermille + pendedPermille) {
    const own = `RV${dateOf(run.day).replaceAll("-", "")}${stream.between("reference", [100, 999])}`;
    return pended(part, own, stream.happens("documents", documentsPermille));
  }
  return granted(run, { number, part, cuts: stream.happens("cut", cutPermille) });
}

/** The day on which a payer began to look at it, of its number; undefined for another's. */
function dayOfReference(reference: string | undefined): number | undefined {
  const match = /^RV(\d{4})(\d\d)(\d\d)\d{3}$/.exec(reference ?? "");
  return match === null ? undefined : dayOf(`${match[1]}-${match[2]}-${match[3]}`);
}

/** A4 with the payer's number (REF*NT); PWK where documents are wanted. */
function pended(part: Wanted["part"], reference: string, wantsDocuments: boolean): Decided {
  const wanted = {
    ...{ reportType: "OZ", transmission: "FX" },
    controlNumber: undefined,
    description: undefined,
  };
  return {
    decision: { ...noDecision, action: "A4", reasonCode: wantsDocuments ? "0U" : "0B" },
    references: [{ qualifier: "NT", id: reference }],
    dates: part.dates,
    attachments: wantsDocuments ? [wanted] : [],
  };
}

/** A1, or A6 for half of the units; DTP 007 tells the days of the consent. */
function granted(
  run: Run,
  {
    number,
    part,
    cuts,
  }: { readonly number: string; readonly part: Wanted["part"]; readonly cuts: boolean },
): Decided {
  const from = part.dates.find(({ qualifier }) => qualifier === "472" || qualifier === "AAH")?.from;
  const first = from === undefined ? run.day : dayOf(from);
  const period = { qualifier: "007", from: dateOf(first), through: dateOf(first + consentDays) };
  const [delivery] = part.deliveries;
  const asked = Number(("quantity" in part ? part.quantity : undefined) ?? delivery?.quantity ?? 1);
  const isCut = cuts && Number.isInteger(asked) && asked > 1;
  const fewer = String(Math.max(1, Math.floor(asked / 2)));
  return {
    decision: { ...noDecision, action: isCut ? "A6" : "A1", authorizationNumber: number },
    references: [],
    dates: [...part.dates, period],
    ...(isCut && "quantity" in part && part.quantity !== undefined ? { quantity: fewer } : {}),
    ...(isCut && delivery !== undefined ? { deliveries: [{ ...delivery, quantity: fewer }] } : {}),
  };
}
