import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import type { DenialCaseAnswer } from "@headwater/revenue-cycle/back-end/denial/denial-answers.ts";
import type { ReadyConnection } from "@headwater/revenue-cycle/back-end/submission/batch-answers.ts";
import type {
  VisitAnswer,
  VisitRow,
} from "@headwater/revenue-cycle/front-end/appointment/visit-answers.ts";
import {
  addBusinessDays,
  isBusinessDay,
} from "@headwater/revenue-cycle/front-end/business-days.ts";
import type { WorkItemRow } from "@headwater/revenue-cycle/work/work-item/work-item-answers.ts";
import { isRefused, type OfficeClient } from "./office-client.ts";

/** Scripted people of a practice, on one of its days. */
export type Office = {
  readonly client: OfficeClient;
  readonly day: string;
  /** Of a thousand things that are to be done today, how many are. */
  readonly diligencePermille: number;
  readonly visitsADay: number;
  /** How many people of a role work side by side. One alone does the same things in every run. */
  readonly people: number;
  readonly patientIds: readonly number[];
  readonly providerIds: readonly number[];
  /** Where the visits are: without it a claim has no place of service. */
  readonly facilityId: number;
};

/** Whether somebody comes to a task today; the same task on the same day always ends alike. */
function comesTo({ diligencePermille, day }: Office, task: string, id: number): boolean {
  let hash = 2_166_136_261;
  for (const letter of `${day}${task}${id}`) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  }
  return (hash >>> 0) % 1000 < diligencePermille;
}

/** Does the same with each of many, as many at a time as there are people. */
async function share<One>(
  { people }: Office,
  all: Iterable<One>,
  work: (one: One) => Promise<void>,
): Promise<void> {
  const left = all[Symbol.iterator]();
  const person = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: people }, person));
}

const booking = { aheadDays: 1, minutes: 15, firstHour: 8 } as const;
const codes = ["99213", "99214", "99213", "99203"] as const;
const copayCents = 2500;

/** Asks payers, checks patients in with the copay, books the next day's visits; returns how many. */
export async function frontDesk(office: Office): Promise<number> {
  const { client, day, visitsADay } = office;
  if (!isBusinessDay(day)) return 0;
  const next = addBusinessDays(day, booking.aheadDays);
  let booked = 0;
  // A patient comes once a day at most.
  const places = Math.min(visitsADay, office.patientIds.length);
  await share(office, Array(places).keys(), async (place) => {
    if (await book(office, next, place)) booked += 1;
  });
  await share(office, await visitsOn(client, next), async (visit) => {
    if (!comesTo(office, "ask", visit.id)) return;
    const shown = await client.get<VisitAnswer>(`/appointments/${visit.id}`);
    if (isRefused(shown) || shown.coverage === null || shown.eligibility !== null) return;
    await client.post("/eligibility-checks", { coverageId: shown.coverage.id, day: next });
  });
  await share(office, await visitsOn(client, day), async (visit) => {
    const takes = comesTo(office, "copay", visit.id);
    const payment = takes ? { copayCents, balanceCents: 0, method: "card" } : nothing;
    const address = `/appointments/${visit.id}/check-in`;
    const arrived = await client.put(address, payment, visit.revision);
    if (isRefused(arrived) && takes) await client.put(address, nothing, visit.revision);
  });
  return booked;
}

const nothing = { copayCents: 0, balanceCents: 0 };

async function visitsOn(client: OfficeClient, day: string): Promise<readonly VisitRow[]> {
  const rows = await client.rows<VisitRow>(`/appointments?from=${day}&to=${day}`);
  return rows.filter(({ state }) => state === "booked");
}

async function book(office: Office, day: string, place: number): Promise<boolean> {
  const { client, patientIds, providerIds, facilityId } = office;
  const providerId = providerIds[place % providerIds.length];
  const slot = Math.floor(place / providerIds.length);
  const patientId = patientIds[(place + Number(day.slice(8)) * 7) % patientIds.length];
  if (providerId === undefined || patientId === undefined) return false;
  const minute = booking.firstHour * 60 + slot * booking.minutes;
  const two = (number: number) => String(number).padStart(2, "0");
  const visit = await client.post("/appointments", {
    ...{ patientId, providerId, facilityId, day, minutes: booking.minutes, kind: "office-visit" },
    time: `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`,
    services: [{ procedureCode: codes[place % codes.length], modifiers: [], units: 1 }],
    allowsDoubleBooking: true,
  });
  return !isRefused(visit);
}

type Uncharged = {
  readonly appointmentId: number;
  /** Charges that were begun and wait for somebody. */
  readonly encounterId: number | null;
  readonly patientId: number;
  readonly providerId: number;
  readonly facilityId: number | null;
  readonly on: string;
  readonly services: readonly { procedureCode: string; modifiers: string[]; units: number }[];
};

/** Charges the visits that took place and makes their claims. */
export async function coder(office: Office): Promise<void> {
  const { client } = office;
  const uncharged = await client.allRows<Uncharged>("/encounters/uncharged?limit=200");
  await share(office, uncharged, async (visit) => {
    const isBegun = visit.encounterId !== null;
    if (isBegun || !comesTo(office, "charge", visit.appointmentId)) return;
    const { appointmentId, patientId, facilityId, providerId, on, services } = visit;
    const planned = services.length > 0 ? services : [{ procedureCode: "99213", units: 1 }];
    const lines = planned.map(({ procedureCode, units }) => ({
      ...{ procedureCode, units: String(units), diagnosisPointers: [1] },
    }));
    const encounter = await client.post<{ id: number }>("/encounters", {
      ...{ appointmentId, patientId, facilityId, renderingProviderId: providerId },
      ...{ serviceFrom: on, documentation: { noteSigned: true }, diagnoses: ["I10"], lines },
    });
    if (!isRefused(encounter)) await client.post(`/encounters/${encounter.id}/claim`);
  });
}

/** Mends what was rejected, bills the next payer, asks where late claims stand, sends what is ready. */
export async function biller(office: Office): Promise<void> {
  const { client } = office;
  for (const item of await work(office, "rejection")) {
    await client.get(`/claims/${item.subject.id}`);
    await client.post(`/claims/${item.subject.id}/mend`, { mending: "resend" });
  }
  for (const item of await work(office, "next-payer")) {
    await client.post(`/claims/${item.subject.id}/next-payer`, { form: "electronic" });
  }
  for (const item of await work(office, "claim-status")) {
    await client.post(`/claims/${item.subject.id}/status-inquiries`);
  }
  for (const { connectionId, claimIds } of await client.rows<ReadyConnection>("/batches/ready")) {
    const ready = claimIds.filter((id) => comesTo(office, "send", id));
    if (ready.length === 0) continue;
    await client.post("/batches", { id: crypto.randomUUID(), connectionId, claimIds: ready });
  }
}

async function work(office: Office, kind: string): Promise<readonly WorkItemRow[]> {
  const rows = await office.client.rows<WorkItemRow>(`/work?kind=${kind}&limit=50`);
  return rows.filter(({ id }) => comesTo(office, kind, id));
}

/** Ties deposits to their remittances and looks at what would not post. */
export async function poster(office: Office): Promise<void> {
  const { client } = office;
  await client.get("/exceptions?limit=50");
  await client.get("/remittances?limit=50");
  const deposits = await client.rows<{ id: number }>("/deposits?state=unmatched&limit=50");
  for (const { id } of deposits) {
    if (!comesTo(office, "deposit", id)) continue;
    const [likely] = await client.rows<{ remittanceId: number }>(`/deposits/${id}/suggestions`);
    if (likely === undefined) continue;
    await client.put(`/deposits/${id}/match`, { remittanceId: likely.remittanceId });
  }
}

/** Takes the usual step with the denials that are due first. */
export async function denialSpecialist(office: Office): Promise<void> {
  const { client, day } = office;
  for (const { id } of await client.rows<{ id: number }>("/denials?limit=50")) {
    if (!comesTo(office, "denial", id)) continue;
    const shown = await client.get<DenialCaseAnswer>(`/denials/${id}`);
    if (isRefused(shown) || shown.mending !== null || shown.work?.nextActionOn) continue;
    const usual = shown.actions.find(({ isUsual }) => isUsual)?.action;
    if (usual === "correct") {
      await client.post(`/claims/${shown.claim.id}/mend`, { mending: "replacement" });
      continue;
    }
    const answerDueOn = addCalendarDays(day, 45);
    const [level] = shown.levels;
    const appeal = level && { kind: "appeal", level: level.level, sentOn: day, answerDueOn };
    const records = { kind: "send-records", sentOn: day, answerDueOn, reason: "Records sent" };
    const wait = { kind: "wait", until: addCalendarDays(day, 14), reason: "Looked at" };
    const step = usual === "appeal" ? appeal : usual === "send-records" ? records : wait;
    if (step) await client.post("/denials/many", { denials: [id], step, isPreview: false });
  }
}

/** Looks at the figures, as somebody does every morning. */
export async function manager({ client }: Office): Promise<void> {
  await client.get("/report");
  await client.get("/work?limit=100");
}
