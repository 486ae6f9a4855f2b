import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { KnownFinding } from "./decide-findings.ts";
import type { EditFinding } from "./edit.ts";
import type { EditStage } from "./fact-catalogue.ts";

/** A subject of edits: what it is, of which stage, and what it is worth in cents. */
export type EditedSubject = {
  readonly kind: string;
  readonly id: number;
  readonly stage: EditStage;
  readonly cents: number;
};

/** The findings on file by subject id, locked against another judging of the same subjects. */
export async function loadFindings(
  transaction: PracticeTransaction,
  subjects: readonly EditedSubject[],
): Promise<Map<number, KnownFinding[]>> {
  const [first] = subjects;
  if (first === undefined) return new Map();
  const rows = await transaction.query<KnownFinding & { readonly subjectId: number }>(sql`
    select finding_id as "findingId", subject_id as "subjectId", code, place, severity, message, state
    from edit_findings
    where practice_id = ${transaction.practiceId} and subject_kind = ${first.kind}
      and stage = ${first.stage}
      and subject_id = any (${subjects.map(({ id }) => id)}::bigint[])
    order by finding_id for update`);
  const known = new Map<number, KnownFinding[]>();
  for (const { subjectId, ...finding } of rows) {
    known.set(subjectId, [...(known.get(subjectId) ?? []), finding]);
  }
  return known;
}

/** Writes findings as open, whether they were on file before or not. */
export async function openFindings(
  transaction: PracticeTransaction,
  found: readonly { readonly subject: EditedSubject; readonly finding: EditFinding }[],
): Promise<void> {
  if (found.length === 0) return;
  const rows = found.map(({ subject, finding }) => ({
    subject_kind: subject.kind,
    subject_id: subject.id,
    stage: subject.stage,
    code: finding.code,
    place: finding.at ?? 0,
    severity: finding.severity,
    owner_role: finding.ownerRole,
    field: finding.field,
    message: finding.message,
    parameters: finding.parameters,
  }));
  await transaction.execute(sql`
    insert into edit_findings (practice_id, subject_kind, subject_id, stage, code, place, severity,
      owner_role, field, message, parameters)
    select ${transaction.practiceId}, found.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as found (subject_kind text,
      subject_id bigint, stage text, code text, place integer, severity text, owner_role text,
      field text, message text, parameters jsonb)
    on conflict (practice_id, subject_kind, subject_id, stage, code, place) do update
    set severity = excluded.severity, owner_role = excluded.owner_role, field = excluded.field,
      message = excluded.message, parameters = excluded.parameters, state = 'open',
      found_at = now(), settled_at = null, settled_by = null, settle_reason = null`);
}

/** Notes that findings are there no more. */
export async function settleFindings(
  transaction: PracticeTransaction,
  findingIds: readonly number[],
): Promise<void> {
  if (findingIds.length === 0) return;
  await transaction.execute(sql`
    update edit_findings set state = 'gone', settled_at = now(), settled_by = 'system',
      settle_reason = 'not-found-again'
    where practice_id = ${transaction.practiceId}
      and finding_id = any (${[...findingIds]}::bigint[])`);
}
