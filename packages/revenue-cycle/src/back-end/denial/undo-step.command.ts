import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { type PostingScope, replayClaims } from "../posting/post-claims.command.ts";
import { unbillPatient } from "./bill-patient.command.ts";

export type UndoOutcome =
  | "undone"
  | "step_unknown"
  | "step_undone"
  | "step_not_last"
  | "step_money_moved";

type StoredStep = {
  readonly id: number;
  readonly claimId: number;
  readonly kind: string;
  readonly denialIds: readonly number[];
  readonly postingIds: readonly number[];
  readonly before: { readonly due: string | null; readonly nextActionOn: string | null };
  readonly isUndone: boolean;
  readonly isLast: boolean;
};

/**
 * Undoes steps, each alone: only the last that stands of a claim, and what moved money only while the
 * patient still owes it. The denials, the work and the books are as they were.
 */
export async function undoSteps(
  transaction: PracticeTransaction,
  stepIds: readonly number[],
  today: string,
): Promise<{ readonly id: number; readonly outcome: UndoOutcome; readonly claimId?: number }[]> {
  const posting = await openPosting(transaction);
  const rows = [];
  for (const id of stepIds) {
    const step = await lockStep(transaction, id);
    const outcome = await undoStep(transaction, step, { posting, today });
    rows.push({ id, outcome, ...(step ? { claimId: step.claimId } : {}) });
  }
  return rows;
}

async function lockStep(
  transaction: PracticeTransaction,
  stepId: number,
): Promise<StoredStep | undefined> {
  return transaction.maybeOne<StoredStep>(sql`
    select s.denial_step_id as id, s.claim_id as "claimId", s.kind, s.denial_ids as "denialIds",
      s.posting_ids as "postingIds", s.before, s.undone_at is not null as "isUndone",
      not exists (select from denial_steps later
        where later.practice_id = s.practice_id and later.claim_id = s.claim_id
          and later.undone_at is null and later.denial_step_id > s.denial_step_id) as "isLast"
    from denial_steps s
    join claims c on c.practice_id = s.practice_id and c.claim_id = s.claim_id
    where s.practice_id = ${transaction.practiceId} and s.denial_step_id = ${stepId}
    for update of c, s`);
}

async function undoStep(
  transaction: PracticeTransaction,
  step: StoredStep | undefined,
  { posting, today }: { readonly posting: PostingScope; readonly today: string },
): Promise<UndoOutcome> {
  if (step === undefined) return "step_unknown";
  if (step.isUndone) return "step_undone";
  if (!step.isLast) return "step_not_last";
  const { practiceId, actor } = transaction;
  const { id, claimId, kind, denialIds, before } = step;
  for (const postingId of step.postingIds) {
    const moved = { claimId, postingId, today };
    if (!(await unbillPatient(transaction, posting, moved))) return "step_money_moved";
  }
  await transaction.execute(sql`
    update denial_steps set undone_at = now(), undone_by = ${actor}
    where practice_id = ${practiceId} and denial_step_id = ${id}`);
  const isEnding = kind === "close" || kind === "bill-patient";
  if (isEnding || kind === "upheld") {
    await transaction.execute(sql`
      update denials set state = case when state = 'closed' then 'open' else state end,
        outcome = null, outcome_on = null
      where practice_id = ${practiceId} and denial_id = any (${[...denialIds]}::bigint[])
        and outcome in ('closed', 'upheld') and outcome_remittance_id is null`);
  }
  await transaction.execute(sql`
    update work_items
    set state = 'open', closed_at = null, closed_by = null, close_reason = null,
      due_on = ${before.due}::date, next_action_on = ${before.nextActionOn}::date,
      revision = revision + 1
    where practice_id = ${practiceId} and kind = 'denial' and need_key = ${`claim:${claimId}`}`);
  // What came of the claim meanwhile is decided again.
  if (isEnding) await replayClaims(transaction, posting, [claimId]);
  await appendEvents(transaction, [
    {
      kind: "denial-step-undone",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { step: kind },
    },
  ]);
  return "undone";
}
