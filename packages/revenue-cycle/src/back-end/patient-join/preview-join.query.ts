import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { patientBalance } from "../../front-end/registration/registration-grounds.query.ts";
import { actorName, instantText } from "../../masters/answer-columns.query.ts";
import { coveragesOf } from "../../masters/coverage/coverage.store.ts";
import { findPatient } from "../../masters/patient/find-patient.query.ts";
import { countRows } from "./move-rows.store.ts";
import { planCoverages } from "./patient-join.ts";
import type { JoinPreview, JoinRow, JoinSideAnswer } from "./patient-join-answers.ts";

/** Two patients beside each other, and what would go over; undefined where one is not on file. */
export async function previewJoin(
  transaction: PracticeTransaction,
  keptId: number,
  joinedId: number,
): Promise<JoinPreview | undefined> {
  const kept = await sideOf(transaction, keptId);
  const joined = await sideOf(transaction, joinedId);
  if (kept === undefined || joined === undefined) return undefined;
  const coverages = planCoverages(
    await keyedCoverages(transaction, keptId),
    await keyedCoverages(transaction, joinedId),
  );
  return {
    kept,
    joined,
    sameCoverages: coverages.same.length,
    leftCoverages: coverages.left.length,
  };
}

async function sideOf(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<JoinSideAnswer | undefined> {
  const patient = await findPatient(transaction, patientId);
  if (patient === undefined) return undefined;
  const { practiceId } = transaction;
  const { cents } = await transaction.one<{ cents: number }>(sql`
    select ${patientBalance(sql`p.practice_id`, sql`p.patient_id`)} as cents from patients p
    where p.practice_id = ${practiceId} and p.patient_id = ${patientId}`);
  const coverages = await coveragesOf(transaction, patientId);
  return {
    patient,
    balanceCents: cents,
    counts: await countRows(transaction, patientId),
    coverages: coverages.map(({ payer, memberId, rank }) => ({ payer, memberId, rank })),
  };
}

function keyedCoverages(transaction: PracticeTransaction, patientId: number) {
  return transaction.query<{
    coverageId: number;
    payerId: number;
    memberIdKey: string;
    rank: number;
  }>(sql`
    select coverage_id as "coverageId", payer_id as "payerId", member_id_key as "memberIdKey", rank
    from coverages where practice_id = ${transaction.practiceId} and patient_id = ${patientId}`);
}

/** The joinings of a patient, as the one who stays or the one who went, the newest first. */
export async function joinsOf(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<JoinRow[]> {
  return transaction.query<JoinRow>(sql`
    select patient_join_id as id, kept_id as "keptId", joined_id as "joinedId", reason,
      (select concat_ws(', ', p.last_name, p.first_name) from patients p
        where p.practice_id = j.practice_id and p.patient_id = j.joined_id) as "joinedName",
      ${instantText(sql`joined_at`)} as "joinedAt", ${actorName(sql`joined_by`)} as "joinedBy",
      ${instantText(sql`undone_at`)} as "undoneAt", ${actorName(sql`undone_by`)} as "undoneBy",
      undo_reason as "undoReason"
    from patient_joins j
    where practice_id = ${transaction.practiceId}
      and (kept_id = ${patientId} or joined_id = ${patientId})
    order by patient_join_id desc limit 50`);
}
