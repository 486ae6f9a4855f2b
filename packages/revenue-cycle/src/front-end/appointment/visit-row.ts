import { clearanceActionWords, clearanceSentence } from "./clearance-words.ts";
import type { Clearance } from "./decide-clearance.ts";
import type { Visit } from "./visit.ts";
import type { ClearanceAnswer, VisitRow } from "./visit-answers.ts";

/** A visit as lists show it. */
export function visitRow(visit: Visit, clearance: Clearance): VisitRow {
  const { patient, coverage, services } = visit;
  return {
    id: visit.id,
    patientId: visit.patientId,
    patient: patient.name,
    providerId: visit.providerId,
    provider: visit.provider,
    facilityId: visit.facilityId,
    facility: visit.facility,
    day: visit.day,
    time: visit.time,
    startsAt: visit.startsAt,
    minutes: visit.minutes,
    kind: visit.kind,
    reason: visit.reason,
    state: visit.state,
    stateReason: visit.stateReason,
    isDoubleBooked: visit.isDoubleBooked,
    payer: coverage?.payer ?? null,
    services: services.map((service) => ({ ...service })),
    balanceCents: visit.balanceCents,
    clearance: clearanceAnswer(clearance),
    revision: visit.revision,
  };
}

function clearanceAnswer(clearance: Clearance): ClearanceAnswer {
  return {
    isCleared: clearance.isCleared,
    light: clearance.light,
    cents: clearance.cents ?? null,
    reasons: clearance.reasons.map((reason) => ({
      code: reason.code,
      severity: reason.severity,
      action: reason.action,
      cents: reason.cents ?? null,
      detail: { ...reason.detail },
      text: clearanceSentence(reason),
      actionText: clearanceActionWords[reason.action],
    })),
  };
}
