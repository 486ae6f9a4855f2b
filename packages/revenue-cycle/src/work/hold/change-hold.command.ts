import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../event/event.store.ts";
import { closeWork, raiseWork } from "../work-item/work-item.store.ts";
import type { WorkRole } from "../work-item/work-kinds.ts";
import { findHold } from "./find-holds.query.ts";
import type { HoldRow } from "./hold-answers.ts";

export type HoldRefusal = {
  /**
   * Nobody has such a hold or subject; it changed meanwhile; it is released; a person holds it; there
   * is nothing left to stop.
   */
  readonly refused:
    | "hold_unknown"
    | "revision_changed"
    | "hold_released"
    | "held_already"
    | "nothing_to_hold";
};

export type WantedHold = {
  readonly subjectKind: "claim" | "encounter";
  readonly subjectId: number;
  readonly reason: string;
  readonly ownerRole: WorkRole;
  /** The practice's business date. */
  readonly today: string;
};

/** Stops a claim, or charges that make no claim yet, because a person says why; it becomes work. */
export async function placeHold(
  transaction: PracticeTransaction,
  wanted: WantedHold,
): Promise<HoldRow | HoldRefusal> {
  const { subjectKind, subjectId, reason, ownerRole } = wanted;
  const subject = await subjectOf(transaction, wanted);
  if (subject === undefined) return { refused: "hold_unknown" };
  if (subjectKind === "encounter" && subject.state !== "open") {
    return { refused: "nothing_to_hold" };
  }
  const placed = await transaction.maybeOne<{ readonly id: number }>(sql`
    insert into holds (practice_id, subject_kind, subject_id, cause, reason, owner_role, held_by)
    values (${transaction.practiceId}, ${subjectKind}, ${subjectId}, 'person', ${reason},
      ${ownerRole}, ${transaction.actor})
    on conflict (practice_id, subject_kind, subject_id, cause) where released_at is null do nothing
    returning hold_id as id`);
  if (placed === undefined) return { refused: "held_already" };
  if (subjectKind === "claim") await stopClaim(transaction, subjectId);
  await raiseWork(transaction, [
    {
      kind: "person-hold",
      // Each hold is work of its own: one that a person closed does not swallow the next.
      needKey: `hold:${placed.id}`,
      subjectKind,
      subjectId,
      role: ownerRole,
      why: { reason },
      cents: subject.cents,
      raisedOn: wanted.today,
    },
  ]);
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
  else await closeWork(transaction, "person-hold", [`hold:${holdId}`]);
  if (hold.subjectKind === "claim") await freeClaim(transaction, hold.subjectId);
  return told(transaction, "hold-released", holdId);
}

/** Ends what people hold on a subject that there is nothing left of to stop. */
export async function endPersonHolds(
  transaction: PracticeTransaction,
  subjectKind: WantedHold["subjectKind"],
  subjectId: number,
): Promise<void> {
  const ended = await transaction.query<{ readonly id: number }>(sql`
    update holds set released_at = now(), released_by = 'system', release_reason = 'need-gone',
      revision = revision + 1
    where practice_id = ${transaction.practiceId} and subject_kind = ${subjectKind}
      and subject_id = ${subjectId} and cause = 'person' and released_at is null
    returning hold_id as id`);
  for (const { id } of ended) {
    await closeWork(transaction, "person-hold", [`hold:${id}`]);
    await told(transaction, "hold-released", id);
  }
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

type Subject = { readonly state: string; readonly cents: number };

async function subjectOf(
  transaction: PracticeTransaction,
  { subjectKind, subjectId }: WantedHold,
): Promise<Subject | undefined> {
  const { practiceId } = transaction;
  return transaction.maybeOne<Subject>(
    subjectKind === "claim"
      ? sql`
          select state, charged_cents as cents from claims
          where practice_id = ${practiceId} and claim_id = ${subjectId}`
      : sql`
          select e.state, coalesce((select sum(c.charged_cents) from charges c
              where c.practice_id = e.practice_id and c.encounter_id = e.encounter_id), 0)::bigint
            as cents
          from encounters e
          where e.practice_id = ${practiceId} and e.encounter_id = ${subjectId} for update`,
  );
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
