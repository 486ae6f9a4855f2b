import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import type { RandomSource } from "@headwater/platform/random/random.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  bookAppointment,
  setAppointmentState,
} from "@headwater/revenue-cycle/front-end/appointment/book-appointment.command.ts";
import { businessDaysBefore } from "@headwater/revenue-cycle/front-end/business-days.ts";
import { checkIn } from "@headwater/revenue-cycle/front-end/check-in/check-in.command.ts";
import { enqueueQuestion } from "@headwater/revenue-cycle/front-end/eligibility/ask-live.job.ts";
import { askPayer } from "@headwater/revenue-cycle/front-end/eligibility/ask-payer.command.ts";
import { buildClaims } from "@headwater/revenue-cycle/mid-cycle/claim/build-claims.command.ts";
import { encounterDraftSchema } from "@headwater/revenue-cycle/mid-cycle/encounter/encounter-answers.ts";
import { recordEncounter } from "@headwater/revenue-cycle/mid-cycle/encounter/record-encounter.command.ts";

/** Business days before the practice's own that its people are seen to have worked. */
const daysLived = 4;
const visitsADay = 6;

/** Codes of visits and of what goes with them; those that have a price are used. */
const visitCodes = ["99213", "99214", "99212"];
const furtherCodes = ["36415", "93000", "85025", "81002"];
const illnesses = [["I10"], ["E11.9", "I10"], ["J06.9"], ["M54.50"], ["E78.5", "I10"], ["R05.9"]];

/** How far the work on a visit has come. */
type Progress =
  /** The patient did not come. */
  | "missed"
  /** Seen; nobody has written down what was done. */
  | "uncharged"
  /** Charged; the note is not signed yet. */
  | "unsigned"
  /** Charged, not yet a claim. */
  | "charged"
  /** A claim that misses something. */
  | "incomplete"
  /** A claim. */
  | "claim";

/** How far the visit at this place of this day has come: the older, the further. */
function progressOf(day: number, place: number): Progress {
  const daysAgo = daysLived - day;
  if (daysAgo === 1) {
    if (place === 4) return "uncharged";
    return place === 3 ? "unsigned" : "charged";
  }
  if (daysAgo === 2 && place === 5) return "missed";
  if (daysAgo === 2 && place === 2) return "incomplete";
  return "claim";
}

type Visit = {
  readonly patientId: number;
  readonly providerId: number;
  readonly facilityId: number;
  readonly day: string;
  readonly place: number;
  readonly progress: Progress;
};

/**
 * Lives the last business days of a demo practice by the commands that people use: visits with check-in
 * and copay, charges, claims made of them, and questions to payers about the visits of the next two days.
 * The newest day is left half done, so that every role finds work. A practice that recorded an encounter
 * is left as it is.
 */
export async function liveDemoWeek(
  transaction: PracticeTransaction,
  { today, random }: { readonly today: string; readonly random: RandomSource },
): Promise<void> {
  const { practiceId } = transaction;
  const known = await transaction.query(sql`
    select from encounters where practice_id = ${practiceId} limit 1`);
  if (known.length > 0) return;
  const codes = await pricedCodes(transaction);
  const built = new Map<string, number[]>();
  for (const visit of await plannedVisits(transaction, today)) {
    const encounterId = await liveVisit(transaction, visit, codes);
    if (encounterId === undefined || !["claim", "incomplete"].includes(visit.progress)) continue;
    built.set(visit.day, [...(built.get(visit.day) ?? []), encounterId]);
  }
  for (const [day, encounterIds] of built) await buildClaims(transaction, encounterIds, day);
  await askAboutNextVisits(transaction, { today, random });
}

/** Visits of registered patients who were not billed for that day. */
async function plannedVisits(transaction: PracticeTransaction, today: string): Promise<Visit[]> {
  const { practiceId } = transaction;
  const facility = await transaction.maybeOne<{ id: number }>(sql`
    select facility_id as id from facilities where practice_id = ${practiceId}
    order by facility_id limit 1`);
  const providers = await transaction.query<{ id: number }>(sql`
    select provider_id as id from providers
    where practice_id = ${practiceId} and is_rendering order by provider_id limit 2`);
  if (facility === undefined || providers.length === 0) return [];
  const used: number[] = [];
  const visits: Visit[] = [];
  // The newest day is planned first: its work is not done yet, and a small practice has few patients.
  for (const [at, day] of [...businessDaysBefore(today, daysLived).entries()].reverse()) {
    const patients = await transaction.query<{ id: number }>(sql`
      select patient_id as id from patients p
      where practice_id = ${practiceId} and is_registered and patient_id <> all (${used}::bigint[])
        and exists (select from coverages c
          where c.practice_id = p.practice_id and c.patient_id = p.patient_id and c.rank = 1)
        and not exists (select from claims c where c.practice_id = p.practice_id
          and c.patient_id = p.patient_id and c.service_from = ${day}::date)
      order by patient_id limit ${visitsADay}`);
    for (const [place, { id: patientId }] of patients.entries()) {
      used.push(patientId);
      const providerId = providers[place % providers.length]?.id ?? 0;
      const progress = progressOf(at, place);
      visits.push({ patientId, providerId, facilityId: facility.id, day, place, progress });
    }
  }
  return visits.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

type Codes = { readonly visit: readonly string[]; readonly further: readonly string[] };

async function pricedCodes(transaction: PracticeTransaction): Promise<Codes> {
  const rows = await transaction.query<{ code: string }>(sql`
    select distinct procedure_code as code from charge_items
    where practice_id = ${transaction.practiceId}`);
  const priced = new Set(rows.map(({ code }) => code));
  const kept = (codes: readonly string[]) => codes.filter((code) => priced.has(code));
  return { visit: kept(visitCodes), further: kept(furtherCodes) };
}

/** One visit as far as its work has come; returns the encounter, if there is one. */
async function liveVisit(
  transaction: PracticeTransaction,
  visit: Visit,
  codes: Codes,
): Promise<number | undefined> {
  const { day, place, progress } = visit;
  const code = codes.visit[place % codes.visit.length];
  if (code === undefined) return undefined;
  const booked = await bookAppointment(
    transaction,
    {
      ...{ patientId: visit.patientId, providerId: visit.providerId, day },
      facilityId: visit.facilityId,
      time: `${String(9 + Math.floor(place / 2)).padStart(2, "0")}:${place % 2 === 0 ? "00" : "30"}`,
      minutes: 30,
      kind: "office-visit",
      reason: "",
      services: [{ procedureCode: code, modifiers: [], units: 1 }],
      allowsDoubleBooking: false,
    },
    day,
  );
  if (booked.is !== "recorded") throw new NamedError("DEMO_WEEK_NOT_LIVED", `visit ${booked.is}`);
  const { id: appointmentId, revision } = booked.visit;
  if (progress === "missed") {
    const missed = { state: "no-show", reason: "", revision, today: day } as const;
    await setAppointmentState(transaction, appointmentId, missed);
    return undefined;
  }
  const copayCents = place % 2 === 0 ? 25_00 : 0;
  const arrived = await checkIn(transaction, appointmentId, {
    wanted: { copayCents, balanceCents: 0, method: copayCents > 0 ? "card" : undefined },
    revision,
    today: day,
  });
  if (arrived.is !== "checked-in") throw new NamedError("DEMO_WEEK_NOT_LIVED", arrived.code);
  if (progress === "uncharged") return undefined;
  return charge(transaction, visit, { appointmentId, code, further: codes.further[place] });
}

async function charge(
  transaction: PracticeTransaction,
  { patientId, providerId, facilityId, day, place, progress }: Visit,
  done: {
    readonly appointmentId: number;
    readonly code: string;
    readonly further: string | undefined;
  },
): Promise<number> {
  const { appointmentId, code, further } = done;
  const isSigned = progress !== "unsigned";
  const draft = encounterDraftSchema.parse({
    ...{ appointmentId, patientId, facilityId, renderingProviderId: providerId },
    serviceFrom: day,
    documentation: {
      noteSigned: isSigned,
      ordersSigned: true,
      resultsFiled: true,
      consentOnFile: true,
      timeRecorded: true,
    },
    // An accident in a car whose state nobody wrote down.
    circumstances: progress === "incomplete" ? { relatedCauses: ["AA"] } : {},
    diagnoses: illnesses[place % illnesses.length],
    lines: [
      { procedureCode: code, diagnosisPointers: [1] },
      ...(further === undefined ? [] : [{ procedureCode: further, diagnosisPointers: [1] }]),
    ],
  });
  const recorded = await recordEncounter(transaction, draft);
  if (recorded.is === "recorded") return recorded.encounter.id;
  throw new NamedError("DEMO_WEEK_NOT_LIVED", `encounter ${recorded.is}`);
}

/** Asks payers about today's visits and those of the next business day; the later ones wait for a person. */
async function askAboutNextVisits(
  transaction: PracticeTransaction,
  { today, random }: { readonly today: string; readonly random: RandomSource },
): Promise<void> {
  const rows = await transaction.query<{ coverageId: number; day: string }>(sql`
    select c.coverage_id as "coverageId", a.local_day as day
    from appointments a join coverages c
      on c.practice_id = a.practice_id and c.patient_id = a.patient_id and c.rank = 1
    where a.practice_id = ${transaction.practiceId} and a.state = 'booked'
      and a.local_day between ${today}::date and ${addCalendarDays(today, 1)}::date
    order by a.local_day, a.appointment_id`);
  for (const { coverageId, day } of rows) {
    const asked = await askPayer(transaction, { coverageId, day, today, random });
    if (asked.is === "asked") await enqueueQuestion(transaction, asked.checkId);
  }
}
