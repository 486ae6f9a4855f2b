import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../event/event.store.ts";
import { closeWork } from "../work-item/work-item.store.ts";
import { findHold } from "./find-holds.query.ts";
import type { HoldRow } from "./hold-answers.ts";

export type HoldRefusal = {
  /** Nobody has such a hold or claim; it changed meanwhile; it is released; a person holds it. */
  readonly refused: "hold_unknown" | "revision_changed" | "hold_released" | "held_already";
};

/** Stops a subject because a person says why. */
export async function placeHold(
  transaction: PracticeTransaction,
  wanted: {
    readonly subjectKind: string;
    readonly subjectId: number;
    readonly reason: string;
    readonly ownerRole: string;
  },
): Promise<HoldRow | HoldRefusal> {
  const { subjectKind, subjectId, reason, ownerRole } = wanted;
  if (subjectKind === "claim" && !(await isClaim(transaction, subjectId))) {
    return { refused: "hold_unknown" };
  }
  const placed = await transaction.maybeOne<{ readonly id: number }>(sql`
    insert into holds (practice_id, subject_kind, subject_id, cause, reason, owner_role, held_by)
    values (${transaction.practiceId}, ${subjectKind}, ${subjectId}, 'person', ${reason},
      ${ownerRole}, ${transaction.actor})
    on conflict (practice_id, subject_kind, subject_id, cause) where released_at is null do nothing
    returning hold_id as id`);
  if (placed === undefined) return { refused: "held_already" };
  if (subjectKind === "claim") await stopClaim(transaction, subjectId);
  return told(transaction, "hold-placed", placed.id);
}

/**
 * Ends a hold because a person says why. What edits found is released with it: it holds again only
 * when it says something else. A claim that nothing else holds is ready again.
 */
export async function releaseHold(
  transaction: PracticeTransaction,
  holdId: number,
  { revision, reason }: { readonly revision: number; readonly reason: string },
): Promise<HoldRow | HoldRefusal> {
  const { practiceId, actor } = transaction;
  const released = await transaction.execute(sql`
    update holds set released_at = now(), released_by = ${actor}, release_reason = ${reason},
      revision = revision + 1
    where practice_id = ${practiceId} and hold_id = ${holdId} and revision = ${revision}
      and released_at is null`);
  const hold = await findHold(transaction, holdId);
  if (hold === undefined) return { refused: "hold_unknown" };
  if (released === 0) {
    return { refused: hold.releasedAt === null ? "revision_changed" : "hold_released" };
  }
  if (hold.cause === "edits") await releaseFindings(transaction, hold, reason);
  if (hold.subjectKind === "claim") await freeClaim(transaction, hold.subjectId);
  return told(transaction, "hold-released", holdId);
}

async function releaseFindings(
  transaction: PracticeTransaction,
  hold: HoldRow,
  reason: string,
): Promise<void> {
  await transaction.execute(sql`
    update edit_findings set state = 'released', settled_at = now(),
      settled_by = ${transaction.actor}, settle_reason = ${reason}
    where practice_id = ${transaction.practiceId} and subject_kind = ${hold.subjectKind}
      and subject_id = ${hold.subjectId} and state = 'open' and severity = 'hold'`);
  await closeWork(transaction, "edit-hold", [`${hold.subjectKind}:${hold.subjectId}`]);
}

async function isClaim(transaction: PracticeTransaction, claimId: number): Promise<boolean> {
  const claim = await transaction.maybeOne(sql`
    select 1 from claims where practice_id = ${transaction.practiceId} and claim_id = ${claimId}`);
  return claim !== undefined;
}

/** Only a claim that waits to be sent can be stopped. */
async function stopClaim(transaction: PracticeTransaction, claimId: number): Promise<void> {
  await transaction.execute(sql`
    update claims set state = 'held', revision = revision + 1
    where practice_id = ${transaction.practiceId} and claim_id = ${claimId} and state = 'ready'`);
}

async function freeClaim(transaction: PracticeTransaction, claimId: number): Promise<void> {
  const { practiceId } = transaction;
  await transaction.execute(sql`
    update claims set state = 'ready', revision = revision + 1
    where practice_id = ${practiceId} and claim_id = ${claimId} and state = 'held'
      and not exists (select 1 from holds h where h.practice_id = ${practiceId}
        and h.subject_kind = 'claim' and h.subject_id = ${claimId} and h.released_at is null)`);
}

async function told(
  transaction: PracticeTransaction,
  kind: string,
  holdId: number,
): Promise<HoldRow | HoldRefusal> {
  const hold = await findHold(transaction, holdId);
  if (hold === undefined) return { refused: "hold_unknown" };
  const { subjectKind, subjectId, cause } = hold;
  const claimId = subjectKind === "claim" ? subjectId : undefined;
  const change = { holdId, cause };
  await appendEvents(transaction, [{ kind, subjectKind, subjectId, claimId, change }]);
  return hold;
}
