import { addCalendarDays } from "@headwater/code-sets/civil-date.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { bookAppointment } from "@headwater/revenue-cycle/front-end/appointment/book-appointment.command.ts";
import { addBusinessDays } from "@headwater/revenue-cycle/front-end/business-days.ts";
import { chargeItemDraftSchema } from "@headwater/revenue-cycle/masters/charge-master/charge-item-answers.ts";
import { addChargeItem } from "@headwater/revenue-cycle/masters/charge-master/record-charge-item.command.ts";
import {
  emptyCoverage,
  withStated,
} from "@headwater/revenue-cycle/masters/coverage/coverage-draft.ts";
import { suggestedCoverages } from "@headwater/revenue-cycle/masters/coverage/named-coverage.store.ts";
import { addCoverage } from "@headwater/revenue-cycle/masters/coverage/record-coverage.command.ts";
import { facilityDraftSchema } from "@headwater/revenue-cycle/masters/facility/facility-answers.ts";
import { addFacility } from "@headwater/revenue-cycle/masters/facility/record-facility.command.ts";
import { findPatient } from "@headwater/revenue-cycle/masters/patient/find-patient.query.ts";
import { draftOfPatient } from "@headwater/revenue-cycle/masters/patient/patient-draft.ts";
import { changePatient } from "@headwater/revenue-cycle/masters/patient/record-patient.command.ts";
import { practiceProfileDraftSchema } from "@headwater/revenue-cycle/masters/practice/practice-profile-answers.ts";
import { changePracticeProfile } from "@headwater/revenue-cycle/masters/practice/record-practice-profile.command.ts";
import { findProvider } from "@headwater/revenue-cycle/masters/provider/list-providers.query.ts";
import { providerDraftSchema } from "@headwater/revenue-cycle/masters/provider/provider-answers.ts";
import { changeProvider } from "@headwater/revenue-cycle/masters/provider/record-provider.command.ts";
import { authorizeImages } from "./authorize-demo-images.ts";
import { connectSandbox } from "./demo-sandbox.ts";
import { limitDemoFiling } from "./limit-demo-filing.ts";

/** Patients who are registered and have visits on the days to come: for two providers, for each more. */
const registeredPatients = { ofTwo: 40, ofEachMore: 30 } as const;
/** Visits that are booked for each provider a day; a small practice has them for two. */
const visitsOfProvider = 4;
const fewestProviders = 2;
/** MRI of a knee, for which the payers of these patients want an authorization. */
const imagedCode = "73721";
const address = {
  addressLine1: "120 River Road",
  city: "Peoria",
  state: "IL",
  postalCode: "616021234",
};
const phone = "3095550100";

/**
 * Describes what the files of a demo practice only name: who bills and renders, the facility, prices as
 * they were charged, the patients seen last with their coverages, and visits on the days after its
 * business date. By the same commands that people use; a practice that has a facility is left as it is.
 */
export async function furnishDemo(transaction: PracticeTransaction, today: string): Promise<void> {
  const { practiceId } = transaction;
  const known = await transaction.query(sql`
    select from facilities where practice_id = ${practiceId} limit 1`);
  if (known.length > 0) return;
  const billingProviderId = await describeProviders(transaction, today);
  const facility = facilityDraftSchema.parse({
    ...address,
    name: "River Road office",
    placeOfService: "11",
    phone,
  });
  const { id: facilityId } = answerOf(await addFacility(transaction, facility, today));
  const profile = practiceProfileDraftSchema.parse({
    billingProviderId,
    submitterName: "River Road",
    submitterIdentifier: "RIVERROAD",
    contactName: "Billing office",
    contactPhone: phone,
    remitLine1: address.addressLine1,
    remitCity: address.city,
    remitState: address.state,
    remitPostalCode: address.postalCode,
    statementPhone: phone,
    statementMessage: "Questions about this bill? Call us, we are glad to help.",
  });
  answerOf(await changePracticeProfile(transaction, { typed: profile, revision: 0 }));
  await takePrices(transaction);
  await limitDemoFiling(transaction, today);
  const providerIds = await renderingProviders(transaction);
  const seats = Math.max(providerIds.length, fewestProviders);
  const patientIds = await registerPatients(transaction, { today, seats });
  const visitsADay = visitsOfProvider * seats;
  await authorizeImages(transaction, {
    ...{ today, code: imagedCode },
    patientIds: [visitsADay, 2 * visitsADay].flatMap((index) => patientIds[index] ?? []),
  });
  await bookVisits(transaction, { patientIds, providerIds, visitsADay, facilityId, today });
  await connectSandbox(transaction);
}

function answerOf<Answer>(
  result: { readonly is: "recorded"; readonly answer: Answer } | { readonly is: string },
): Answer {
  if ("answer" in result) return result.answer;
  throw new NamedError("DEMO_NOT_FURNISHED", result.is);
}

/** Gives every provider of the claims a role; returns the one who bills. */
async function describeProviders(
  transaction: PracticeTransaction,
  today: string,
): Promise<number | null> {
  const rows = await transaction.query<{ id: number; bills: boolean; renders: boolean }>(sql`
    select p.provider_id as id,
      exists (select from claims c where c.practice_id = p.practice_id
        and c.billing_provider_npi = p.npi) as bills,
      exists (select from claims c where c.practice_id = p.practice_id
        and c.rendering_npi = p.npi) as renders
    from providers p where p.practice_id = ${transaction.practiceId} order by p.provider_id`);
  let billing: number | null = null;
  for (const { id, bills, renders } of rows) {
    const found = await findProvider(transaction, id);
    if (found === undefined || !(bills || renders)) continue;
    const [lastName = "", firstName = ""] = (found.name ?? "").split(", ");
    const typed = providerDraftSchema.parse({
      npi: found.npi,
      isOrganization: found.isOrganization,
      lastName,
      firstName: found.isOrganization ? "" : firstName || "A",
      taxonomy: found.taxonomy ?? (found.isOrganization ? "261QP2300X" : "207Q00000X"),
      isBilling: bills,
      isRendering: renders,
      ...(bills ? { ...address, phone, taxId: "371234567" } : {}),
    });
    const changed = await changeProvider(transaction, id, {
      typed,
      revision: found.revision,
      today,
    });
    if (changed.is === "recorded" && bills) billing = id;
  }
  return billing;
}

/** What was charged most often for one unit of a code is its price. */
async function takePrices(transaction: PracticeTransaction): Promise<void> {
  const rows = await transaction.query<{ code: string; cents: number; since: string }>(sql`
    select procedure_code as code, since,
      (mode() within group (order by unit_cents))::bigint as cents
    from (
      select l.procedure_code, round(l.charged_cents / greatest(l.units, 1)) as unit_cents,
        min(c.service_from) over () as since
      from service_lines l join claims c using (practice_id, claim_id)
      where l.practice_id = ${transaction.practiceId} and l.procedure_code is not null) priced
    group by procedure_code, since order by procedure_code`);
  for (const { code, cents, since } of rows) {
    const typed = { procedureCode: code, priceCents: cents, effectiveFrom: since };
    answerOf(await addChargeItem(transaction, chargeItemDraftSchema.parse(typed)));
  }
}

async function renderingProviders(transaction: PracticeTransaction): Promise<number[]> {
  const rows = await transaction.query<{ id: number }>(sql`
    select provider_id as id from providers
    where practice_id = ${transaction.practiceId} and is_rendering order by provider_id`);
  return rows.map(({ id }) => id);
}

/** Registers the grown-up patients seen last, with what claims said of their coverages. */
async function registerPatients(
  transaction: PracticeTransaction,
  { today, seats }: { readonly today: string; readonly seats: number },
): Promise<number[]> {
  const { ofTwo, ofEachMore } = registeredPatients;
  const most = ofTwo + (seats - fewestProviders) * ofEachMore;
  const rows = await transaction.query<{ id: number }>(sql`
    select p.patient_id as id
    from patients p join claims c using (practice_id, patient_id)
    where p.practice_id = ${transaction.practiceId} and p.address_line1 is not null
      and p.date_of_birth < ${addCalendarDays(today, -22 * 366)}::date
    group by p.patient_id order by max(c.service_from) desc, p.patient_id
    limit ${most}`);
  const registered: number[] = [];
  for (const [index, { id }] of rows.entries()) {
    const patient = await findPatient(transaction, id);
    if (patient === undefined) continue;
    const draft = draftOfPatient(patient);
    const typed = {
      ...draft,
      chartNumber: String(1001 + index),
      phone: `309555${String(1001 + index)}`,
      guarantor: { ...draft.guarantor, relationship: "18" },
    };
    const change = { typed, today, revision: patient.revision, confirmedNew: true, isListed: true };
    const result = await changePatient(transaction, id, change);
    if (result.is !== "recorded") continue;
    registered.push(id);
    await addKnownCoverages(transaction, id, today);
  }
  return registered;
}

async function addKnownCoverages(
  transaction: PracticeTransaction,
  patientId: number,
  today: string,
): Promise<void> {
  const ranks = new Set<number>();
  for (const suggestion of await suggestedCoverages(transaction, patientId)) {
    const rank = "PST".indexOf(suggestion.sequence) + 1;
    if (suggestion.payerId === null || rank === 0 || ranks.has(rank)) continue;
    const typed = withStated(
      { ...emptyCoverage, rank, effectiveFrom: suggestion.usedFrom ?? "" },
      suggestion,
    );
    // What a claim says of a subscriber may not be all that a coverage needs: then it is left out.
    const added = await addCoverage(transaction, patientId, { typed, today });
    if (added.is === "recorded") ranks.add(rank);
  }
}

type Visits = {
  readonly patientIds: readonly number[];
  readonly providerIds: readonly number[];
  readonly visitsADay: number;
  readonly facilityId: number;
  readonly today: string;
};

/** Visits on the business days after the practice's own, one after the other through the morning. */
async function bookVisits(
  transaction: PracticeTransaction,
  { patientIds, providerIds, visitsADay, facilityId, today }: Visits,
): Promise<void> {
  if (providerIds.length === 0) return;
  let day = today;
  for (const [index, patientId] of patientIds.entries()) {
    if (index > 0 && index % visitsADay === 0) day = addBusinessDays(day, 1);
    const place = index % visitsADay;
    const providerId = providerIds[place % providerIds.length];
    if (providerId === undefined) continue;
    // The half hours of a morning, every other one with a provider's patient: nobody has two at once.
    const halfHour = Math.floor((place * 2 * visitsOfProvider) / visitsADay);
    const booked = await bookAppointment(
      transaction,
      {
        patientId,
        providerId,
        facilityId,
        day,
        time: `${String(8 + Math.floor(halfHour / 2)).padStart(2, "0")}:${halfHour % 2 === 0 ? "00" : "30"}`,
        minutes: 30,
        kind: place % 4 === 0 ? "follow-up" : "office-visit",
        reason: "",
        services: [{ procedureCode: serviceOf(index, visitsADay), modifiers: [], units: 1 }],
        allowsDoubleBooking: false,
      },
      today,
    );
    if (booked.is !== "recorded") throw new NamedError("DEMO_NOT_FURNISHED", `visit ${booked.is}`);
  }
}

/** What a visit is for: the first of the second and third day is an image of a knee. */
function serviceOf(index: number, visitsADay: number): string {
  if (index === visitsADay || index === 2 * visitsADay) return imagedCode;
  return index % 3 === 0 ? "99214" : "99213";
}
