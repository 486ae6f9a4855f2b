import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText } from "../../masters/answer-columns.query.ts";
import { findingRowsOf } from "../../work/edit/list-findings.query.ts";
import { holdInForce } from "../../work/hold/find-holds.query.ts";
import { findAuthorization } from "../authorization/list-authorizations.query.ts";
import { findCheck } from "../eligibility/list-checks.query.ts";
import { patientShare } from "../eligibility/patient-share.ts";
import { estimateOfVisit } from "../estimate/estimate-of-visit.ts";
import { type ClearedVisit, clearVisits } from "./clear-visits.query.ts";
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
  return cleared && showCleared(transaction, cleared);
}

/** The same of a visit whose clearance was just decided. */
export async function showCleared(
  transaction: PracticeTransaction,
  cleared: ClearedVisit,
): Promise<VisitAnswer> {
  const { visit } = cleared;
  const { coverage, check, patient, authorizationId } = visit;
  const estimate = estimateFor(cleared);
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
    hold: (await holdOf(transaction, visit)) ?? null,
    copayDueCents: copayDueOf(cleared),
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

function estimateFor({ visit, benefits, services }: ClearedVisit) {
  const { check, coverage, day, bookedOn } = visit;
  const share = coverage ? shareOf(visit, benefits) : undefined;
  return estimateOfVisit({ day, bookedOn, services, share, check });
}

function shareOf({ kind }: Visit, benefits: ClearedVisit["benefits"]) {
  return patientShare(benefits, { serviceTypes: serviceTypesOf(kind), network: "in" });
}

/** The copay in cents that the payer stated for such a visit; null where it is not known. */
export function copayDueOf({ visit, benefits }: ClearedVisit): number | null {
  if (visit.coverage === null || visit.check?.outcome !== "active") return null;
  const { copay } = shareOf(visit, benefits);
  return copay.is === "stated" ? copay.value : null;
}

/** What stops the visit: a hold of its own, else one of the registration it rests on. */
export function holdOf(transaction: PracticeTransaction, visit: Visit) {
  return holdInForce(transaction, [
    { kind: "appointment", id: visit.id },
    { kind: "patient", id: visit.patientId },
  ]);
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
