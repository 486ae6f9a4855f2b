import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { decideOwnPolicy, type OwnPolicy, type OwnPolicyRefusal } from "./own-policy.ts";

export type StoredOwnPolicy = OwnPolicy & {
  readonly policyId: number;
  readonly payer: string | undefined;
  readonly note: string;
  readonly recordedBy: string;
  readonly revision: number;
};

type Row = { readonly [Key in keyof StoredOwnPolicy]: StoredOwnPolicy[Key] | null };

/** The practice's own rows, those of one payer and of every payer, or all. */
export async function loadOwnPolicies(
  transaction: Pick<PracticeTransaction, "query" | "practiceId">,
  payerId?: number,
): Promise<StoredOwnPolicy[]> {
  const rows = await transaction.query<Row>(sql`
    select a.adjustment_policy_id as "policyId", a.payer_id as "payerId", y.name as payer,
      a.group_code as "groupCode", a.reason_code as "reasonCode", a.treatment, a.note,
      a.effective_from as "effectiveFrom", a.effective_to as "effectiveTo",
      a.recorded_by as "recordedBy", a.revision
    from adjustment_policies a
    left join payers y on y.practice_id = a.practice_id and y.payer_id = a.payer_id
    where a.practice_id = ${transaction.practiceId}
      and (${payerId ?? null}::bigint is null or a.payer_id is null or a.payer_id = ${payerId ?? null})
    order by a.reason_code, a.group_code, a.effective_from, a.adjustment_policy_id`);
  return rows.map(
    (row) =>
      ({
        ...row,
        payerId: row.payerId ?? undefined,
        payer: row.payer ?? undefined,
        effectiveTo: row.effectiveTo ?? undefined,
      }) as StoredOwnPolicy,
  );
}

/** Adds a row of the practice's own; what was posted before keeps how it was read. */
export async function addOwnPolicy(
  transaction: PracticeTransaction,
  row: OwnPolicy & { readonly note: string },
): Promise<{ readonly policyId: number } | OwnPolicyRefusal | "payer_unknown"> {
  const { practiceId, actor } = transaction;
  // Whoever adds one at the same time waits: the days of rows must not overlap.
  await transaction.execute(
    sql`select from practices where practice_id = ${practiceId} for update`,
  );
  if (row.payerId !== undefined) {
    const known = await transaction.query(sql`
      select from payers where practice_id = ${practiceId} and payer_id = ${row.payerId}`);
    if (known.length === 0) return "payer_unknown";
  }
  const refusal = decideOwnPolicy(row, await loadOwnPolicies(transaction));
  if (refusal !== undefined) return refusal;
  const { policyId } = await transaction.one<{ policyId: number }>(sql`
    insert into adjustment_policies (practice_id, payer_id, group_code, reason_code, treatment, note,
      effective_from, effective_to, recorded_by)
    values (${practiceId}, ${row.payerId ?? null}, ${row.groupCode}, ${row.reasonCode},
      ${row.treatment}, ${row.note}, ${row.effectiveFrom}, ${row.effectiveTo ?? null}, ${actor})
    returning adjustment_policy_id as "policyId"`);
  await tell(transaction, "adjustment-policy-added", { policyId, ...row });
  return { policyId };
}

/** Ends a row with a day. */
export async function endOwnPolicy(
  transaction: PracticeTransaction,
  policyId: number,
  { effectiveTo, revision }: { readonly effectiveTo: string; readonly revision: number },
): Promise<"policy_unknown" | "revision_changed" | "policy_days_reversed" | undefined> {
  const { practiceId } = transaction;
  const found = (await loadOwnPolicies(transaction)).find((row) => row.policyId === policyId);
  if (found === undefined) return "policy_unknown";
  if (effectiveTo < found.effectiveFrom) return "policy_days_reversed";
  if (found.effectiveTo !== undefined && effectiveTo > found.effectiveTo) {
    return "policy_days_reversed";
  }
  const changed = await transaction.execute(sql`
    update adjustment_policies set effective_to = ${effectiveTo}, revision = revision + 1
    where practice_id = ${practiceId} and adjustment_policy_id = ${policyId}
      and revision = ${revision}`);
  if (changed === 0) return "revision_changed";
  await tell(transaction, "adjustment-policy-ended", { ...found, effectiveTo });
  return undefined;
}

async function tell(
  transaction: PracticeTransaction,
  kind: string,
  row: OwnPolicy & { readonly policyId: number },
): Promise<void> {
  const { policyId, groupCode, reasonCode, treatment, effectiveFrom, effectiveTo } = row;
  await appendEvents(transaction, [
    {
      kind,
      subjectKind: "adjustment-policy",
      subjectId: policyId,
      change: { groupCode, reasonCode, treatment, effectiveTo },
      effectiveOn: effectiveFrom,
    },
  ]);
}
