import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";

/** A hold that edits want on a subject. */
export type WantedHold = {
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly ownerRole: string;
};

type HeldSubject = { readonly subjectId: number };

/** Places the holds of edits that are not there yet; answers which subjects were held anew. */
export async function placeEditHolds(
  transaction: PracticeTransaction,
  wanted: readonly WantedHold[],
): Promise<number[]> {
  if (wanted.length === 0) return [];
  const rows = await transaction.query<HeldSubject & { readonly isFirst: boolean }>(sql`
    insert into holds as hold (practice_id, subject_kind, subject_id, cause, owner_role, held_by)
    select ${transaction.practiceId}, wanted."subjectKind", wanted."subjectId", 'edits',
      wanted."ownerRole", ${transaction.actor}
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as wanted ("subjectKind" text, "subjectId" bigint, "ownerRole" text)
    on conflict (practice_id, subject_kind, subject_id, cause) where released_at is null do update
    set owner_role = excluded.owner_role, revision = hold.revision + 1
    where hold.owner_role <> excluded.owner_role
    returning subject_id as "subjectId", hold.revision = 1 as "isFirst"`);
  return rows.filter(({ isFirst }) => isFirst).map(({ subjectId }) => subjectId);
}

/** Releases the holds of edits that found nothing any more; answers which subjects were held. */
export async function endEditHolds(
  transaction: PracticeTransaction,
  subjectKind: string,
  subjectIds: readonly number[],
): Promise<number[]> {
  if (subjectIds.length === 0) return [];
  const rows = await transaction.query<HeldSubject>(sql`
    update holds set released_at = now(), released_by = 'system', release_reason = 'need-gone',
      revision = revision + 1
    where practice_id = ${transaction.practiceId} and subject_kind = ${subjectKind}
      and subject_id = any (${[...subjectIds]}::bigint[]) and cause = 'edits'
      and released_at is null
    returning subject_id as "subjectId"`);
  return rows.map(({ subjectId }) => subjectId);
}

/** Which of the subjects any hold stops, whoever placed it. */
export async function heldSubjects(
  transaction: PracticeTransaction,
  subjectKind: string,
  subjectIds: readonly number[],
): Promise<Set<number>> {
  if (subjectIds.length === 0) return new Set();
  const rows = await transaction.query<HeldSubject>(sql`
    select distinct subject_id as "subjectId" from holds
    where practice_id = ${transaction.practiceId} and subject_kind = ${subjectKind}
      and subject_id = any (${[...subjectIds]}::bigint[]) and released_at is null`);
  return new Set(rows.map(({ subjectId }) => subjectId));
}
