import { join, type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText } from "../../masters/answer-columns.query.ts";
import type { HoldRow } from "./hold-answers.ts";

const columns: Sql = sql`
  hold_id as id, subject_kind as "subjectKind", subject_id as "subjectId", cause, reason,
  owner_role as "ownerRole", ${actorName(sql`held_by`)} as "heldBy",
  ${instantText(sql`held_at`)} as "heldAt", ${instantText(sql`released_at`)} as "releasedAt",
  ${actorName(sql`released_by`)} as "releasedBy", release_reason as "releaseReason", revision`;

/** One hold. */
export async function findHold(
  transaction: PracticeTransaction,
  holdId: number,
): Promise<HoldRow | undefined> {
  return transaction.maybeOne<HoldRow>(sql`
    select ${columns} from holds
    where practice_id = ${transaction.practiceId} and hold_id = ${holdId}`);
}

type HoldSubject = { readonly kind: string; readonly id: number };

/** The newest hold in force on one of some subjects; the subject that is named first goes first. */
export async function holdInForce(
  transaction: PracticeTransaction,
  subjects: readonly HoldSubject[],
): Promise<HoldRow | undefined> {
  const named = subjects.map(
    ({ kind, id }) => sql`(subject_kind = ${kind} and subject_id = ${id})`,
  );
  const rows = await transaction.query<HoldRow>(sql`
    select ${columns} from holds
    where practice_id = ${transaction.practiceId} and released_at is null
      and (${join(named, " or ")})
    order by hold_id desc limit 50`);
  const onOne = ({ kind, id }: HoldSubject) =>
    rows.find((row) => row.subjectKind === kind && row.subjectId === id);
  return subjects.map(onOne).find((row) => row !== undefined);
}

/** The holds of one subject, those in force first, then the newest. */
export async function holdsOf(
  transaction: PracticeTransaction,
  subject: HoldSubject,
): Promise<HoldRow[]> {
  return transaction.query<HoldRow>(sql`
    select ${columns} from holds
    where practice_id = ${transaction.practiceId} and subject_kind = ${subject.kind}
      and subject_id = ${subject.id}
    order by released_at is not null, hold_id desc limit 50`);
}
