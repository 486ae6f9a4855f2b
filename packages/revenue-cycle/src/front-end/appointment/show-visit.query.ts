import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText } from "../../masters/answer-columns.query.ts";
import { findingRowsOf } from "../../work/edit/list-findings.query.ts";
import { holdsOf } from "../../work/hold/find-holds.query.ts";
import { findAuthorization } from "../authorization/list-authorizations.query.ts";
import { loadBenefits } from "../eligibility/eligibility.store.ts";
import { findCheck } from "../eligibility/list-checks.query.ts";
import { patientShare } from "../eligibility/patient-share.ts";
import { estimateOfVisit } from "../estimate/estimate-of-visit.ts";
import { loadPrices, pricedServices } from "../estimate/prices.query.ts";
import { clearVisits } from "./clear-visits.query.ts";
import { serviceTypesOf } from "./service-types.ts";
import { findVisit } from "./visit.query.ts";
import type { Visit } from "./visit.ts";
import type { VisitAnswer } from "./visit-answers.ts";
import { visitFieldOf } from "./visit-field.ts";
import { visitRow } from "./visit-row.ts";

/** Everything the desk needs of one visit. `today` is the business date. */
export async function showVisit(
  transaction: PracticeTransaction,
  appointmentId: number,
  today: string,
): Promise<VisitAnswer | undefined> {
  const visit = await findVisit(transaction, appointmentId, today);
  if (visit === undefined) return undefined;
  const [cleared] = await clearVisits(transaction, [visit], today);
  if (cleared === undefined) return undefined;
  const { coverage, check, patient, authorizationId } = visit;
  const { estimate, copayDueCents } = await estimateFor(transaction, visit);
  const { registration } = cleared.facts;
  const person = personOf(patient);
  return {
    ...visitRow(visit, cleared.clearance),
    bookedOn: visit.bookedOn,
    person,
    registration: {
      score: registration.score,
      parts: registration.parts.map((part) => ({ ...part })),
    },
    coverage: coverage && {
      id: coverage.id,
      payerId: coverage.payerId,
      payer: coverage.payer,
      plan: coverage.plan,
      memberId: coverage.memberId,
      groupNumber: coverage.groupNumber,
      relationship: coverage.relationship,
      effectiveFrom: coverage.effectiveFrom,
      effectiveTo: coverage.effectiveTo,
      needsAuthorization: coverage.needsAuthorization === true,
    },
    eligibility: (check && (await findCheck(transaction, check.id))) ?? null,
    authorization:
      (authorizationId === null
        ? undefined
        : await findAuthorization(transaction, authorizationId)) ?? null,
    estimate,
    findings: (await findingRowsOf(transaction, { kind: "appointment", id: visit.id })).map(
      (row) => ({ ...row, place: visitFieldOf(row.field) ?? null }),
    ),
    hold: await holdOf(transaction, visit),
    copayDueCents,
    checkIn: await findCheckIn(transaction, visit.id),
  };
}

function personOf(patient: Visit["patient"]): VisitAnswer["person"] {
  const { chartNumber, dateOfBirth, gender, addressLine1, city, state, postalCode } = patient;
  const { phone, email } = patient;
  return {
    chartNumber,
    dateOfBirth,
    gender,
    addressLine1,
    city,
    state,
    postalCode,
    phone,
    email,
  };
}

async function estimateFor(transaction: PracticeTransaction, visit: Visit) {
  const { check, services, coverage } = visit;
  const prices = await loadPrices(
    transaction,
    services.map(({ procedureCode }) => procedureCode),
  );
  const benefits = check ? ((await loadBenefits(transaction, [check.id])).get(check.id) ?? []) : [];
  const sought = { serviceTypes: serviceTypesOf(visit.kind), network: "in" } as const;
  const share = coverage ? patientShare(benefits, sought) : undefined;
  const { day, bookedOn } = visit;
  const priced = pricedServices(visit, prices);
  const isActive = check?.outcome === "active";
  const copay = isActive && share?.copay.is === "stated" ? share.copay.value : null;
  return {
    estimate: estimateOfVisit({ day, bookedOn, services: priced, share, check }),
    copayDueCents: copay,
  };
}

/** What stops the visit: a hold of its own, else one of the registration it rests on. */
async function holdOf(transaction: PracticeTransaction, visit: Visit) {
  const own = await holdsOf(transaction, { kind: "appointment", id: visit.id });
  const ofPatient = await holdsOf(transaction, { kind: "patient", id: visit.patientId });
  return [...own, ...ofPatient].find(({ releasedAt }) => releasedAt === null) ?? null;
}

async function findCheckIn(
  transaction: PracticeTransaction,
  appointmentId: number,
): Promise<VisitAnswer["checkIn"]> {
  const found = await transaction.maybeOne<NonNullable<VisitAnswer["checkIn"]>>(sql`
    select ${instantText(sql`checked_in_at`)} as "checkedInAt",
      ${actorName(sql`checked_in_by`)} as "checkedInBy", was_cleared as "wasCleared",
      copay_cents as "copayCents", balance_cents as "balanceCents", method,
      receipt_number as "receiptNumber"
    from check_ins
    where practice_id = ${transaction.practiceId} and appointment_id = ${appointmentId}`);
  return found ?? null;
}
