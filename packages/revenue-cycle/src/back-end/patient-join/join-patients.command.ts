import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { registrationSaved } from "../../front-end/registration/registration-saved.command.ts";
import { appendMasterEvents } from "../../masters/master-event.store.ts";
import { applyEdits } from "../../work/edit/apply-edits.command.ts";
import { moveAccount, moveAccountBack } from "./move-account.store.ts";
import {
  type ChangedRows,
  countRows,
  type MovedRows,
  moveBack,
  moveRows,
} from "./move-rows.store.ts";
import { type JoinRefusal, type JoinSide, joinedTables, joinRefusal } from "./patient-join.ts";

type Side = JoinSide & { readonly guarantorId: number | null };

export type JoinWanted = {
  readonly keptId: number;
  readonly joinedId: number;
  readonly keptRevision: number;
  readonly joinedRevision: number;
  readonly reason: string;
  /** The practice's business date. */
  readonly today: string;
};

export type JoinResult =
  | { readonly is: "joined"; readonly joinId: number }
  | { readonly is: "refused"; readonly code: JoinRefusal };

/**
 * Joins a patient into another who is the same person: coverages, visits, authorizations, claims with
 * their balances, payments, statements and holds go over, and files that name the one find the other.
 * Transfers stay as they are; they belong to claims, and are found with them. The joined patient stays on
 * file with what he was called, and says where he went.
 */
export async function joinPatients(
  transaction: PracticeTransaction,
  wanted: JoinWanted,
): Promise<JoinResult> {
  const { keptId, joinedId, today } = wanted;
  const sides = await lockSides(transaction, [keptId, joinedId]);
  const [kept, joined] = [sides.get(keptId), sides.get(joinedId)];
  const refusal = joinRefusal({ kept, joined }, wanted);
  if (refusal !== undefined || kept === undefined || joined === undefined) {
    return { is: "refused", code: refusal ?? "not_found" };
  }
  const { moved, ranks, same } = await moveRows(transaction, { from: joinedId, to: keptId });
  const guarantors = { kept: kept.guarantorId, joined: joined.guarantorId };
  const guarantor = await moveAccount(transaction, guarantors, joinedId);
  const earlier = await pointAt(transaction, { from: joinedId, to: keptId });
  const keptRevision = await markJoined(transaction, { keptId, joinedId });
  const after = await countRows(transaction, keptId);
  const before: ChangedRows = { ranks, same, earlier, guarantor, after, keptRevision };
  const { id } = await transaction.one<{ id: number }>(sql`
    insert into patient_joins (practice_id, kept_id, joined_id, reason, moved, before, joined_by)
    values (${transaction.practiceId}, ${keptId}, ${joinedId}, ${wanted.reason},
      ${JSON.stringify(moved)}::jsonb, ${JSON.stringify(before)}::jsonb, ${transaction.actor})
    returning patient_join_id as id`);
  await tell(transaction, "patients-joined", { joinId: id, keptId, joinedId, moved });
  await forgetFindings(transaction, joinedId, today);
  await registrationSaved(transaction, [keptId], today);
  return { is: "joined", joinId: id };
}

export type UndoResult =
  | { readonly is: "undone"; readonly keptId: number; readonly joinedId: number }
  /** Something came since: which of the two had it cannot be said. */
  | { readonly is: "refused"; readonly code: "not_found" | "join_undone" | "join_grown" };

/** Takes a joining back, as long as nothing came to the patient since, with a reason. */
export async function undoJoin(
  transaction: PracticeTransaction,
  joinId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<UndoResult> {
  const join = await transaction.maybeOne<StoredJoin>(sql`
    select kept_id as "keptId", joined_id as "joinedId", moved, before,
      undone_at is not null as "isUndone"
    from patient_joins
    where practice_id = ${transaction.practiceId} and patient_join_id = ${joinId} for update`);
  if (join === undefined) return { is: "refused", code: "not_found" };
  if (join.isUndone) return { is: "refused", code: "join_undone" };
  const { keptId, joinedId, moved, before } = join;
  const sides = await lockSides(transaction, [keptId, joinedId]);
  const kept = sides.get(keptId);
  const now = await countRows(transaction, keptId);
  const isSame =
    kept?.mergedInto === null &&
    kept.revision === before.keptRevision &&
    // A table that came after the joining had no row then.
    joinedTables.every(({ table }) => now[table] === (before.after[table] ?? 0));
  if (!isSame) return { is: "refused", code: "join_grown" };
  await moveBack(transaction, { moved, before, to: joinedId });
  await moveAccountBack(transaction, before.guarantor);
  await transaction.execute(sql`
    update patients set merged_into = ${joinedId}
    where practice_id = ${transaction.practiceId}
      and patient_id = any (${[...before.earlier]}::bigint[])`);
  await transaction.execute(sql`
    update patients set merged_into = null, revision = revision + 1
    where practice_id = ${transaction.practiceId} and patient_id = ${joinedId}`);
  await transaction.execute(sql`
    update patient_joins set undone_at = now(), undone_by = ${transaction.actor},
      undo_reason = ${reason}, revision = revision + 1
    where practice_id = ${transaction.practiceId} and patient_join_id = ${joinId}`);
  await tell(transaction, "patient-join-undone", { joinId, keptId, joinedId, moved });
  await registrationSaved(transaction, [keptId, joinedId], today);
  return { is: "undone", keptId, joinedId };
}

type StoredJoin = {
  readonly keptId: number;
  readonly joinedId: number;
  readonly moved: MovedRows;
  readonly before: ChangedRows;
  readonly isUndone: boolean;
};

/** Both patients, locked in the order of their numbers, so that two joinings do not wait for each other. */
async function lockSides(
  transaction: PracticeTransaction,
  patientIds: readonly number[],
): Promise<Map<number, Side>> {
  const rows = await transaction.query<Side>(sql`
    select patient_id as "patientId", revision, merged_into as "mergedInto",
      guarantor_id as "guarantorId"
    from patients
    where practice_id = ${transaction.practiceId}
      and patient_id = any (${[...patientIds]}::bigint[])
    order by patient_id for update`);
  return new Map(rows.map((row) => [row.patientId, row]));
}

/** Who was joined into the one that goes over is with the other from here on. */
async function pointAt(
  transaction: PracticeTransaction,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<number[]> {
  const rows = await transaction.query<{ id: number }>(sql`
    update patients set merged_into = ${to}
    where practice_id = ${transaction.practiceId} and merged_into = ${from}
    returning patient_id as id`);
  return rows.map(({ id }) => id);
}

/** Answers the revision of the patient who stays. */
async function markJoined(
  transaction: PracticeTransaction,
  { keptId, joinedId }: { readonly keptId: number; readonly joinedId: number },
): Promise<number> {
  const { practiceId } = transaction;
  await transaction.execute(sql`
    update patients set merged_into = ${keptId}, revision = revision + 1
    where practice_id = ${practiceId} and patient_id = ${joinedId}`);
  const { revision } = await transaction.one<{ revision: number }>(sql`
    update patients set revision = revision + 1
    where practice_id = ${practiceId} and patient_id = ${keptId} returning revision`);
  return revision;
}

/** Nothing is found about a registration that is another's from here on. */
async function forgetFindings(
  transaction: PracticeTransaction,
  patientId: number,
  today: string,
): Promise<void> {
  const subject = { kind: "patient", id: patientId, stage: "registration", cents: 0 } as const;
  const answer = { findings: [], notEvaluable: [] };
  await applyEdits(transaction, [{ subject, answer }], today);
}

type Told = {
  readonly joinId: number;
  readonly keptId: number;
  readonly joinedId: number;
  readonly moved: MovedRows;
};

/** The news stands with both, so that either's history tells it. */
async function tell(
  transaction: PracticeTransaction,
  kind: string,
  { joinId, keptId, joinedId, moved }: Told,
): Promise<void> {
  const change = { joinId, keptId, joinedId, moved };
  await appendMasterEvents(
    transaction,
    [keptId, joinedId].map((subjectId) => ({ kind, subjectKind: "patient", subjectId, change })),
  );
}
