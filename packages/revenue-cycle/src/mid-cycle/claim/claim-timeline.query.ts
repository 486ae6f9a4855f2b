import { type Sql, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { actorName, instantText, sourceObject } from "../../masters/answer-columns.query.ts";
import type { ClaimEvent } from "./claim-answers.ts";

type Branch = (practiceId: number, claimId: number) => Sql;

const fromFile: Sql = sql`join files f on f.practice_id = t.practice_id and f.file_id = t.file_id`;

/** Every time the claim was sent. */
const submissions: Branch = (practiceId, claimId) => sql`
  select 'submission:' || t.transaction_set_id || ':' || s.segment_from as id,
    'submission' as kind, case s.frequency_code when '7' then 'CLAIM_REPLACEMENT_SENT'
      when '8' then 'CLAIM_VOID_SENT' else 'CLAIM_SENT' end as title,
    jsonb_build_object('payer', payer.name, 'coverageSequence', s.coverage_sequence,
      'frequencyCode', s.frequency_code) as values,
    s.submitted_on as "on", t.recorded_at as instant, null::bigint as cents, null::text as actor,
    null::bigint as "remittanceId", ${sourceObject(sql`s.segment_from`, sql`s.segment_to`)} as source
  from claim_submissions s
  join payers payer using (practice_id, payer_id)
  join transaction_sets t using (practice_id, transaction_set_id) ${fromFile}
  where s.practice_id = ${practiceId} and s.claim_id = ${claimId}`;

/** Answers to a whole set or interchange in which the claim was sent. */
const setAnswers: Branch = (practiceId, claimId) => sql`
  select 'acknowledgment:' || a.acknowledgment_id, 'acknowledgment',
    case when a.answers_set is not null then 'SET_ACKNOWLEDGED'
      when a.answers_group is not null then 'GROUP_ACKNOWLEDGED'
      else 'INTERCHANGE_ACKNOWLEDGED' end, jsonb_build_object('kind', a.kind, 'code', a.code,
      'errorCodes', a.error_codes),
    a.effective_on, t.recorded_at, null, null, null,
    ${sourceObject(sql`a.segment_from`, sql`a.segment_to`)}
  from acknowledgments a
  join transaction_sets t using (practice_id, transaction_set_id) ${fromFile}
  where a.practice_id = ${practiceId} and a.kind <> '277CA' and a.answers_transaction_set_id in (
    select transaction_set_id from claim_submissions
    where practice_id = ${practiceId} and claim_id = ${claimId})`;

/** What payers and clearinghouses answered about this claim. */
const claimAnswers: Branch = (practiceId, claimId) => sql`
  select 'claim-acknowledgment:' || ca.acknowledgment_id || ':' || ca.number,
    'claim-acknowledgment',
    'CLAIM_ANSWERED_' || upper(replace(ca.outcome, '-', '_')),
    jsonb_build_object('outcome', ca.outcome, 'categoryCode', ca.category_code,
      'statusCode', ca.status_code, 'entityCode', ca.entity_code),
    ca.effective_on, t.recorded_at, null, null, null,
    ${sourceObject(sql`ca.segment_from`, sql`ca.segment_to`)}
  from claim_acknowledgments ca
  join acknowledgments a using (practice_id, acknowledgment_id)
  join transaction_sets t using (practice_id, transaction_set_id) ${fromFile}
  where ca.practice_id = ${practiceId} and ca.claim_id = ${claimId}`;

/** What payers answered when they were asked where this claim stands (277). */
const statusAnswers: Branch = (practiceId, claimId) => sql`
  select 'status-inquiry:' || i.inquiry_id, 'claim-acknowledgment',
    'CLAIM_STATUS_' || upper(replace(i.outcome, '-', '_')),
    jsonb_build_object('outcome', i.outcome, 'categoryCode', i.category_code,
      'statusCode', i.status_code, 'entityCode', i.entity_code, 'paidCents', i.paid_cents,
      'paymentNumber', i.payment_number, 'payer', payer.name),
    i.answered_on, t.recorded_at, i.paid_cents, null, null,
    ${sourceObject(sql`i.segment_from`, sql`i.segment_to`)}
  from claim_status_inquiries i
  join payers payer using (practice_id, payer_id)
  join transaction_sets t using (practice_id, transaction_set_id) ${fromFile}
  where i.practice_id = ${practiceId} and i.claim_id = ${claimId}`;

/** Every appearance on a remittance. */
const adjudications: Branch = (practiceId, claimId) => sql`
  select 'remittance:' || rc.remittance_id || ':' || rc.claim_number, 'remittance',
    'CLAIM_ADJUDICATED', jsonb_build_object('traceNumber', m.trace_number, 'payer', payer.name,
      'statusCode', rc.status_code, 'outcome', rc.outcome, 'verdict', m.verdict,
      'chargedCents', rc.charged_cents, 'paidCents', rc.paid_cents,
      'patientResponsibilityCents', rc.patient_responsibility_cents, 'deniedCents',
      (select coalesce(sum(cents), 0) from denials d where d.practice_id = rc.practice_id
        and d.claim_id = rc.claim_id and d.remittance_id = rc.remittance_id
        and d.claim_number = rc.claim_number)),
    m.effective_on, m.recorded_at, rc.paid_cents, null, m.remittance_id,
    ${sourceObject(sql`rc.segment_from`, sql`rc.segment_to`)}
  from remittance_claims rc
  join remittances m using (practice_id, remittance_id)
  join payers payer using (practice_id, payer_id)
  join transaction_sets t using (practice_id, transaction_set_id) ${fromFile}
  where rc.practice_id = ${practiceId} and rc.claim_id = ${claimId}`;

/** Money that moved for another cause than a charge or a remittance. */
const otherPostings: Branch = (practiceId, claimId) => sql`
  select 'posting:' || o.posting_id, 'posting',
    'POSTED_' || upper(replace(o.kind, '-', '_')), jsonb_build_object('reason', o.reason),
    o.effective_on, o.recorded_at, (select sum(cents)::bigint from transfers x
      where x.practice_id = o.practice_id and x.posting_id = o.posting_id), o.actor,
    o.remittance_id, null::json
  from postings o
  where o.practice_id = ${practiceId} and o.claim_id = ${claimId}
    and o.kind not in ('charge', 'remittance-claim')`;

const notes: Branch = (practiceId, claimId) => sql`
  select 'note:' || n.note_id, 'note', 'NOTE',
    jsonb_build_object('text', n.text, 'nextActionOn', n.next_action_on), null, n.recorded_at,
    null, n.actor, null, null
  from notes n where n.practice_id = ${practiceId} and n.claim_id = ${claimId}`;

/** Changes that no file tells of; what a file tells stands in the branches above. */
const changes: Branch = (practiceId, claimId) => sql`
  select 'event:' || e.event_id, 'event', 'EVENT_' || upper(replace(e.kind, '-', '_')),
    e.change, e.effective_on, e.recorded_at, null, e.actor, null, null
  from events e
  where e.practice_id = ${practiceId} and e.claim_id = ${claimId} and e.transaction_set_id is null
    and e.kind <> 'note-written'`;

const branches = [
  submissions,
  setAnswers,
  claimAnswers,
  statusAnswers,
  adjudications,
  otherPostings,
  notes,
  changes,
];

/** All that happened to a claim, the newest first; what stands in a file names its segments. */
export async function claimTimeline(
  transaction: PracticeTransaction,
  claimId: number,
): Promise<ClaimEvent[]> {
  const united = branches
    .map((branch) => branch(transaction.practiceId, claimId))
    .reduce((all, branch) => sql`${all} union all ${branch}`);
  return transaction.query<ClaimEvent>(sql`
    select id, kind, title, values, "on", ${instantText(sql`instant`)} as "recordedAt", cents,
      ${actorName(sql`actor`)} as actor, "remittanceId", source
    from (${united}) happened
    order by coalesce("on", instant::date) desc, instant desc, id desc`);
}
