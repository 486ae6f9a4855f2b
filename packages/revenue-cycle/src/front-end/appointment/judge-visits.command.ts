import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { enrollmentsWith } from "../../masters/enrollment/list-enrollments.query.ts";
import { applyEdits } from "../../work/edit/apply-edits.command.ts";
import type { EditAnswer } from "../../work/edit/edit.ts";
import { judgeSubjects } from "../../work/edit/run-edits.command.ts";
import {
  authorizationsOfCoverages,
  loadAuthorizations,
} from "../authorization/authorization.store.ts";
import { answersOfCoverages } from "../eligibility/answers-of-coverages.query.ts";
import { type ClearedVisit, clearOnGrounds, loadGrounds } from "./clear-visits.query.ts";
import { type SchedulingGround, schedulingFacts, type VisitProvider } from "./scheduling-facts.ts";
import type { Visit } from "./visit.ts";

const nothing: EditAnswer = { findings: [], notEvaluable: [] };

/**
 * Judges visits that were just saved, or on which something was saved: what the edits find is written
 * down, and what holds stops the check-in until it is mended or released. Of a visit that is not booked
 * any more nothing is found. Run it in the transaction that saves; `today` is the business date.
 * Answers how the visits stand then.
 */
export async function judgeVisits(
  transaction: PracticeTransaction,
  visits: readonly Visit[],
  today: string,
): Promise<ClearedVisit[]> {
  if (visits.length === 0) return [];
  const booked = visits.filter(({ state }) => state === "booked");
  const restsOn = await loadGrounds(transaction, visits, today);
  const cleared = await clearOnGrounds(transaction, booked, restsOn);
  const grounds = await loadSchedulingGrounds(transaction, cleared);
  const answers = await judgeSubjects(
    transaction,
    { stage: "scheduling", today },
    grounds.map((ground) => ({
      subject: { id: ground.visit.id, cents: 0 },
      facts: { whole: schedulingFacts(ground), serviceOn: ground.visit.day },
    })),
  );
  const worth = new Map(grounds.map(({ visit, clearance }) => [visit.id, clearance.visitCents]));
  const judged = visits.map(({ id }) => ({
    subject: { kind: "appointment", id, stage: "scheduling", cents: worth.get(id) ?? 0 } as const,
    answer: answers.get(id) ?? nothing,
  }));
  await applyEdits(transaction, judged, today);
  return clearOnGrounds(transaction, visits, restsOn);
}

async function loadSchedulingGrounds(
  transaction: PracticeTransaction,
  cleared: readonly ClearedVisit[],
): Promise<SchedulingGround[]> {
  const visits = cleared.map(({ visit }) => visit);
  const coverageIds = stated(visits.map(({ coverage }) => coverage?.id));
  const answers = await answersOfCoverages(transaction, coverageIds);
  const consents = await authorizationsOfCoverages(transaction, coverageIds);
  const enrollments = await enrollmentsWith(
    transaction,
    stated(visits.map(({ coverage }) => coverage?.payerId)),
  );
  const authorizations = await loadAuthorizations(
    transaction,
    stated(visits.map(({ authorizationId }) => authorizationId)),
  );
  const around = await loadAround(transaction, visits);
  return cleared.map(({ visit, facts }) => ({
    visit,
    clearance: facts,
    authorization: authorizations.get(visit.authorizationId ?? 0),
    consents: consents.get(visit.coverage?.id ?? 0) ?? [],
    answers: answers.get(visit.coverage?.id ?? 0) ?? [],
    enrollments,
    provider: around.get(visit.id)?.provider,
    sameDayAt: around.get(visit.id)?.sameDayAt,
  }));
}

function stated(ids: readonly (number | null | undefined)[]): number[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
}

type Around = Pick<SchedulingGround, "provider" | "sameDayAt">;
type Row = {
  readonly id: number;
  readonly provider: { readonly [Field in keyof VisitProvider]: string | null };
  readonly sameDayAt: string | null;
};

/** The providers of visits, and other visits of the patient with them on the day. */
async function loadAround(
  transaction: PracticeTransaction,
  visits: readonly Visit[],
): Promise<Map<number, Around>> {
  const rows = await transaction.query<Row>(sql`
    select a.appointment_id as id,
      json_build_object('npi', r.npi, 'credential', r.credential,
        'effectiveFrom', r.effective_from, 'effectiveTo', r.effective_to) as provider,
      (select to_char(min(o.starts_at) at time zone z.time_zone, 'HH24:MI') from appointments o
        where o.practice_id = a.practice_id and o.patient_id = a.patient_id
          and o.local_day = a.local_day and o.provider_id = a.provider_id
          and o.appointment_id <> a.appointment_id
          and o.state in ('booked', 'arrived', 'done')) as "sameDayAt"
    from appointments a
    join practices z on z.practice_id = a.practice_id
    join providers r on r.practice_id = a.practice_id and r.provider_id = a.provider_id
    where a.practice_id = ${transaction.practiceId}
      and a.appointment_id = any (${visits.map(({ id }) => id)}::bigint[])`);
  return new Map(
    rows.map(({ id, provider, sameDayAt }) => [
      id,
      {
        sameDayAt: sameDayAt ?? undefined,
        provider: {
          npi: provider.npi ?? undefined,
          credential: provider.credential ?? undefined,
          effectiveFrom: provider.effectiveFrom ?? undefined,
          effectiveTo: provider.effectiveTo ?? undefined,
        },
      },
    ]),
  );
}
