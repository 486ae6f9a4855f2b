import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { dueOn, type WorkKindName, type WorkRole, workKinds } from "./work-kinds.ts";

/** Something that a person must do. The same kind and need key is the same item. */
export type WorkNeed = {
  readonly kind: WorkKindName;
  readonly needKey: string;
  readonly subjectKind: string;
  readonly subjectId: number;
  /** Who does it, where another than the kind's own role owns the need. */
  readonly role?: WorkRole;
  /** Parameters of the sentence that says why: codes, numbers, cents; never a name. */
  readonly why?: { readonly [key: string]: unknown };
  /** A more exact sentence than the kind's own. */
  readonly whyCode?: string;
  /** What it is worth, in cents. */
  readonly cents?: number;
  /** The day on which the need arose, from which the kind's deadline counts. */
  readonly raisedOn?: string | undefined;
  /** The due date itself, for kinds whose deadline is given. */
  readonly dueOn?: string | undefined;
  readonly evidence?: readonly {
    readonly fileId?: number;
    readonly transactionSetId?: number;
    readonly segmentFrom?: number;
    readonly segmentTo?: number;
  }[];
};

/** Who closes an item when its need is gone by itself. */
const closedByItself = "system";

/**
 * Raises needs. One that is open already is brought up to date; one that had closed by itself opens
 * again; one that a person closed stays closed.
 */
export async function raiseWork(
  transaction: PracticeTransaction,
  needs: readonly WorkNeed[],
): Promise<void> {
  if (needs.length === 0) return;
  // A statement may not touch one row twice: of two equal needs the later stands.
  const latest = new Map(needs.map((need) => [`${need.kind}\n${need.needKey}`, need]));
  const rows = [...latest.values()].map((need) => ({
    kind: need.kind,
    role: need.role ?? workKinds[need.kind].role,
    why_code: need.whyCode ?? workKinds[need.kind].whyCode,
    why: need.why ?? {},
    cents: need.cents ?? 0,
    due_on: need.dueOn ?? dueOn(need.kind, need.raisedOn) ?? null,
    subject_kind: need.subjectKind,
    subject_id: need.subjectId,
    evidence: need.evidence ?? [],
    need_key: need.needKey,
  }));
  await transaction.execute(sql`
    insert into work_items as item (practice_id, kind, role, why_code, why, cents, due_on,
      subject_kind, subject_id, evidence, need_key)
    select ${transaction.practiceId}, need.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as need (kind text, role text,
      why_code text, why jsonb, cents bigint, due_on date, subject_kind text, subject_id bigint,
      evidence jsonb, need_key text)
    on conflict (practice_id, kind, need_key) do update
    set role = excluded.role, why_code = excluded.why_code, why = excluded.why, cents = excluded.cents,
      due_on = coalesce(item.next_action_on, excluded.due_on), evidence = excluded.evidence, state = 'open', closed_at = null,
      closed_by = null, close_reason = null, revision = item.revision + 1
    where (item.state = 'open' or item.closed_by = ${closedByItself})
      and (item.state, item.role, item.why_code, item.why, item.cents, item.due_on, item.evidence)
        is distinct from ('open', excluded.role, excluded.why_code, excluded.why, excluded.cents,
          coalesce(item.next_action_on, excluded.due_on), excluded.evidence)`);
}

/**
 * Something new was said about needs that a person had dealt with: a date set for them stands no
 * longer, and one that was closed opens again when it is raised.
 */
export async function renewWork(
  transaction: PracticeTransaction,
  kind: WorkKindName,
  needKeys: readonly string[],
): Promise<void> {
  if (needKeys.length === 0) return;
  await transaction.execute(sql`
    update work_items
    set next_action_on = null,
      closed_by = case when state = 'closed' then ${closedByItself} else closed_by end
    where practice_id = ${transaction.practiceId} and kind = ${kind}
      and need_key = any (${[...needKeys]}::text[])`);
}

/** Closes items whose need is gone. Items that are closed already stay as they are. */
export async function closeWork(
  transaction: PracticeTransaction,
  kind: WorkKindName,
  needKeys: readonly string[],
): Promise<void> {
  if (needKeys.length === 0) return;
  await transaction.execute(sql`
    update work_items
    set state = 'closed', closed_at = now(), closed_by = ${closedByItself},
      close_reason = 'need-gone', revision = revision + 1
    where practice_id = ${transaction.practiceId} and kind = ${kind}
      and need_key = any (${[...needKeys]}::text[]) and state = 'open'`);
}
