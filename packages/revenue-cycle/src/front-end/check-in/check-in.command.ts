import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { collectPayments } from "../../books/patient-payment/collect-payment.command.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { type ClearedVisit, clearVisits } from "../appointment/clear-visits.query.ts";
import { copayDueOf, holdOf } from "../appointment/show-visit.query.ts";
import { findVisit } from "../appointment/visit.query.ts";
import {
  type CheckInRefusal,
  type CheckInWanted,
  decideCheckIn,
  receiptNumber,
} from "./decide-check-in.ts";

export type CheckInResult =
  | { readonly is: "checked-in" }
  | {
      readonly is: "refused";
      readonly code: CheckInRefusal | "not_found" | "revision_changed";
    };

/**
 * Checks a patient in: the appointment arrives, and what he pays becomes unapplied cash on one receipt.
 * Whether the visit was cleared then, and why not, is kept with it.
 */
export async function checkIn(
  transaction: PracticeTransaction,
  appointmentId: number,
  change: {
    readonly wanted: CheckInWanted;
    readonly revision: number;
    readonly today: string;
  },
): Promise<CheckInResult> {
  const { wanted, today, revision } = change;
  const visit = await findVisit(transaction, appointmentId, today);
  if (visit === undefined) return { is: "refused", code: "not_found" };
  const { state, day } = visit;
  const isHeld = (await holdOf(transaction, visit)) !== undefined;
  const decision = decideCheckIn(
    { state, day, today, isHeld, balanceDueCents: visit.balanceCents },
    wanted,
  );
  if (decision.is === "refused") return decision;
  const arrived = await transaction.execute(sql`
    update appointments set state = 'arrived', revision = revision + 1
    where practice_id = ${transaction.practiceId} and appointment_id = ${appointmentId}
      and revision = ${revision} and state = 'booked'`);
  if (arrived === 0) return { is: "refused", code: "revision_changed" };
  for (const cleared of await clearVisits(transaction, [visit], today)) {
    await keepCheckIn(transaction, cleared, { ...change, ...decision });
  }
  return { is: "checked-in" };
}

async function keepCheckIn(
  transaction: PracticeTransaction,
  cleared: ClearedVisit,
  taken: {
    readonly wanted: CheckInWanted;
    readonly today: string;
    readonly copayCents: number;
    readonly balanceCents: number;
  },
): Promise<void> {
  const { today, copayCents, balanceCents } = taken;
  const [checkInId = 0] = await transaction.reserveIds("check_ins", "check_in_id", 1);
  const cents = copayCents + balanceCents;
  const receipt = cents > 0 ? receiptNumber(today, checkInId) : null;
  const method = cents > 0 ? (taken.wanted.method ?? null) : null;
  const { visit, clearance } = cleared;
  await transaction.execute(sql`
    insert into check_ins (practice_id, check_in_id, appointment_id, checked_in_by, was_cleared,
      reasons, copay_due_cents, balance_due_cents, copay_cents, balance_cents, method,
      receipt_number)
    values (${transaction.practiceId}, ${checkInId}, ${visit.id}, ${transaction.actor},
      ${clearance.isCleared}, ${clearance.reasons.map(({ code }) => code)}::text[],
      ${copayDueOf(cleared)}, ${visit.balanceCents}, ${copayCents}, ${balanceCents}, ${method},
      ${receipt})`);
  const each = { patientId: visit.patientId, paidOn: today, method: method ?? "" };
  await collectPayments(transaction, [
    { ...each, receipt: receipt ?? "", cents: copayCents, purpose: "copay" },
    { ...each, receipt: receipt ?? "", cents: balanceCents, purpose: "balance" },
  ]);
  await appendEvents(transaction, [
    {
      kind: "appointment-arrived",
      subjectKind: "appointment",
      subjectId: visit.id,
      change: { state: "arrived", wasCleared: clearance.isCleared, copayCents, balanceCents },
      effectiveOn: visit.day,
    },
  ]);
}
