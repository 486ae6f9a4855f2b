import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { replayClaims } from "../posting/post-claims.command.ts";
import { billPatient } from "./bill-patient.command.ts";
import { type DenialStep, decideStep, type StepRecord, type StepRefusal } from "./decide-step.ts";
import { levelsOf, loadCase, type StoredCase } from "./denial-case.store.ts";

export type StepResult =
  | { readonly is: "taken"; readonly stepId: number; readonly cents: number }
  | { readonly is: "refused"; readonly code: StepRefusal | "not_found" | "revision_changed" };

export type WantedStep = {
  readonly claimId: number;
  readonly step: DenialStep;
  readonly today: string;
  /** Of the work item, as it was seen; undefined asks for none, as in a change of many. */
  readonly revision?: number | undefined;
  /** Judges and writes nothing. */
  readonly isPreview?: boolean;
};

/** Takes a step about the open denials of a claim, if it is allowed and nobody was faster. */
export async function takeStep(
  transaction: PracticeTransaction,
  { claimId, step, today, revision, isPreview }: WantedStep,
): Promise<StepResult> {
  // Money is locked before claims everywhere.
  const posting =
    step.kind === "bill-patient" && isPreview !== true ? await openPosting(transaction) : undefined;
  const stored = await loadCase(transaction, claimId, isPreview ? "show" : "change");
  if (stored === undefined) return { is: "refused", code: "not_found" };
  const decision = decideStep(step, {
    today,
    allowed: stored.actions,
    levels: levelsOf(stored),
    deadline: stored.deadline,
    isAnswered: stored.lastStep === "appeal" || stored.lastStep === "send-records",
  });
  if (decision.is === "refused") return decision;
  if (revision !== undefined && stored.work?.revision !== revision) {
    return { is: "refused", code: "revision_changed" };
  }
  const cents = stored.open.reduce((sum, denial) => sum + denial.cents, 0);
  if (isPreview) return { is: "taken", stepId: 0, cents };
  const { record } = decision;
  const postingIds = posting ? await billPatient(transaction, posting, { ...stored, today }) : [];
  const stepId = await insertStep(transaction, stored, { ...record, postingIds });
  await followStep(transaction, stored, record);
  if (posting) await replayClaims(transaction, posting, [claimId]);
  await appendEvents(transaction, [
    {
      kind: "denial-step-taken",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { step: record.kind, level: record.level, nextActionOn: record.nextActionOn, cents },
      effectiveOn: record.takenOn,
    },
  ]);
  return { is: "taken", stepId, cents };
}

async function insertStep(
  transaction: PracticeTransaction,
  { claimId, open, work }: StoredCase,
  record: StepRecord & { readonly postingIds: readonly number[] },
): Promise<number> {
  const row = await transaction.one<{ id: number }>(sql`
    insert into denial_steps (practice_id, claim_id, kind, denial_ids, taken_on, next_action_on,
      level, letter, reason, posting_ids, before, actor)
    values (${transaction.practiceId}, ${claimId}, ${record.kind},
      ${open.map(({ id }) => id)}::bigint[], ${record.takenOn}::date,
      ${record.nextActionOn ?? null}::date, ${record.level ?? null}, ${record.letter ?? null},
      ${record.reason ?? null}, ${[...record.postingIds]}::bigint[],
      ${JSON.stringify({ due: work?.due ?? null, nextActionOn: work?.nextActionOn ?? null })}::jsonb,
      ${transaction.actor})
    returning denial_step_id as id`);
  return row.id;
}

/** What the step means for the denials and for the work about them. */
async function followStep(
  transaction: PracticeTransaction,
  { claimId, open, work, deadline }: StoredCase,
  { kind, takenOn, nextActionOn, reason }: StepRecord,
): Promise<void> {
  const { practiceId, actor } = transaction;
  const ids = open.map(({ id }) => id);
  if (kind === "close" || kind === "upheld") {
    await transaction.execute(sql`
      update denials
      set state = ${kind === "close" ? "closed" : "open"},
        outcome = ${kind === "close" ? "closed" : "upheld"}, outcome_on = ${takenOn}::date,
        outcome_remittance_id = null, recovered_cents = 0
      where practice_id = ${practiceId} and denial_id = any (${ids}::bigint[])`);
  }
  if (work === undefined) return;
  if (kind === "close") {
    await transaction.execute(sql`
      update work_items
      set state = 'closed', closed_at = now(), closed_by = ${actor}, close_reason = ${reason ?? null},
        revision = revision + 1
      where practice_id = ${practiceId} and work_item_id = ${work.id} and state = 'open'`);
    return;
  }
  await transaction.execute(sql`
    update work_items
    set next_action_on = ${nextActionOn ?? null}::date,
      due_on = ${nextActionOn ?? deadline ?? null}::date, revision = revision + 1
    where practice_id = ${practiceId} and work_item_id = ${work.id} and subject_id = ${claimId}`);
}
