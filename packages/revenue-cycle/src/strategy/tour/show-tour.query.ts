import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { instantText } from "../../masters/answer-columns.query.ts";
import { exerciseIds, judgeExercise, type TourFacts } from "./exercises.ts";
import type { TourAnswer } from "./tour-answers.ts";

/** The tour of a practice: what is done of it, and what its questions are about. */
export async function showTour(transaction: PracticeTransaction): Promise<TourAnswer> {
  const { practiceId } = transaction;
  const begun = await transaction.maybeOne<{ startedAt: string }>(sql`
    select ${instantText(sql`started_at`)} as "startedAt" from guided_tours
    where practice_id = ${practiceId}`);
  const asked = await askedTakeback(transaction);
  const origins = await deniedOrigins(transaction);
  const answers = await givenAnswers(transaction);
  const facts: TourFacts = {
    ...(begun === undefined ? nothingDone : await doneSince(transaction)),
    takebackClaims: asked?.claims ?? [],
    takebackAnswer: answers.get("explain-takeback"),
    mostDenied: origins[0],
    originAnswer: answers.get("find-origin"),
  };
  const judged = exerciseIds.map((id) => {
    const judgement = begun === undefined ? "untried" : judgeExercise(id, facts);
    return { id, judgement };
  });
  return {
    startedAt: begun?.startedAt ?? null,
    exercises: judged.map(({ id, judgement }) => ({
      id,
      isDone: judgement === "done",
      lack: judgement === "done" || judgement === "untried" ? null : judgement,
      answer: answers.get(id) ?? null,
    })),
    takeback: asked === undefined ? null : takebackOf(asked),
    origins: [...origins].sort(),
  };
}

type Done = Omit<TourFacts, "takebackClaims" | "takebackAnswer" | "mostDenied" | "originAnswer">;

const nothingDone: Done = {
  mendedClaims: [],
  nextPayerClaims: 0,
  denialSteps: [],
  paperRemittances: [],
  checkIns: [],
  deposits: [],
  refunds: [],
};

/** What people did since the tour began; what the product did by itself does not count. */
async function doneSince(transaction: PracticeTransaction): Promise<Done> {
  const { practiceId } = transaction;
  const since = sql`(select started_at from guided_tours where practice_id = ${practiceId})`;
  const byPerson = sql`like 'user:%'`;
  const sent = sql`exists (select from claim_batch_claims m
    join claim_batches b on b.practice_id = m.practice_id and b.batch_id = m.batch_id
    where m.practice_id = t.practice_id and m.claim_id = t.claim_id
      and b.sent_at >= ${since} and b.prepared_by ${byPerson})`;
  return transaction.one<Done>(sql`
    select
      (select coalesce(json_agg(json_build_object('purpose', t.purpose,
          'wasRejected', exists (select from claim_acknowledgments ca
            where ca.practice_id = t.practice_id and ca.claim_id = t.predecessor_claim_id
              and ca.outcome = 'rejected'),
          'wasDenied', exists (select from denials d
            where d.practice_id = t.practice_id and d.claim_id = t.predecessor_claim_id),
          'isSent', ${sent})), '[]')
        from claim_contents t
        where t.practice_id = ${practiceId} and t.predecessor_claim_id is not null
          and (${sent} or t.changed_at >= ${since} and t.changed_by ${byPerson}))
        as "mendedClaims",
      (select count(*)::integer from next_payer_claims n where n.practice_id = ${practiceId}
        and n.made_at >= ${since} and n.made_by ${byPerson}) as "nextPayerClaims",
      (select coalesce(json_agg(json_build_object('kind', s.kind,
          'isUndone', s.undone_at is not null)), '[]')
        from denial_steps s where s.practice_id = ${practiceId}
          and s.recorded_at >= ${since} and s.actor ${byPerson}) as "denialSteps",
      (select coalesce(json_agg(json_build_object(
          'isPosted', p.posted_at is not null,
          'isTakenBack', p.taken_back_on is not null)), '[]')
        from paper_remittances p where p.practice_id = ${practiceId} and p.state <> 'discarded'
          and (p.posted_at >= ${since} and p.posted_by ${byPerson} or p.posted_at is null
            and p.changed_at >= ${since} and p.changed_by ${byPerson})) as "paperRemittances",
      (select coalesce(json_agg(json_build_object('copayCents', c.copay_cents)), '[]')
        from check_ins c where c.practice_id = ${practiceId} and c.checked_in_at >= ${since}
          and c.checked_in_by ${byPerson}) as "checkIns",
      (select coalesce(json_agg(json_build_object(
          'isStillTied', d.remittance_id is not null)), '[]')
        from events e join bank_deposits d
          on d.practice_id = e.practice_id and d.bank_deposit_id = e.subject_id
        where e.practice_id = ${practiceId} and e.kind = 'deposit-matched'
          and e.recorded_at >= ${since} and e.actor ${byPerson}) as deposits,
      (select coalesce(json_agg(json_build_object(
          'isCancelled', r.cancelled_on is not null)), '[]')
        from refunds r where r.practice_id = ${practiceId}
          and r.requested_at >= ${since} and r.requested_by ${byPerson}) as refunds`);
}

type AskedTakeback = NonNullable<TourAnswer["takeback"]> & { readonly claims: string[] };

/**
 * The last remittance in which a payer took a claim's payment back, with the numbers of its claims: as
 * they are on file, and as the payer states them, who may have cut them short.
 */
async function askedTakeback(transaction: PracticeTransaction): Promise<AskedTakeback | undefined> {
  return transaction.maybeOne<AskedTakeback>(sql`
    select m.remittance_id as "remittanceId", payer.name as payer, m.effective_on as "on",
      coalesce(m.trace_number, '') as "traceNumber", -sum(rc.paid_cents)::bigint as cents,
      json_agg(distinct c.patient_control_number)::jsonb
        || json_agg(distinct rc.patient_control_number)::jsonb as claims
    from remittance_claims rc
    join remittances m on m.practice_id = rc.practice_id and m.remittance_id = rc.remittance_id
    join payers payer on payer.practice_id = m.practice_id and payer.payer_id = m.payer_id
    join claims c on c.practice_id = rc.practice_id and c.claim_id = rc.claim_id
    where rc.practice_id = ${transaction.practiceId} and rc.status_code = '22'
      and rc.paid_cents < 0 and m.verdict = 'posted'
    group by m.remittance_id, payer.name, m.effective_on, m.trace_number
    order by m.effective_on desc, m.remittance_id desc limit 1`);
}

function takebackOf({ claims: _claims, ...shown }: AskedTakeback): TourAnswer["takeback"] {
  return shown;
}

/** Where denials began, most dollars of initial denials first. */
async function deniedOrigins(transaction: PracticeTransaction): Promise<string[]> {
  const rows = await transaction.query<{ origin: string }>(sql`
    select stage || ':' || process as origin from denials
    where practice_id = ${transaction.practiceId} and is_initial
    group by stage, process order by sum(cents) desc, origin`);
  return rows.map(({ origin }) => origin);
}

async function givenAnswers(transaction: PracticeTransaction): Promise<Map<string, string>> {
  const rows = await transaction.query<{ exercise: string; answer: string }>(sql`
    select exercise, answer from guided_tour_answers
    where practice_id = ${transaction.practiceId}`);
  return new Map(rows.map(({ exercise, answer }) => [exercise, answer]));
}
