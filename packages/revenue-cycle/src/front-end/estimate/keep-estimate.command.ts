import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { instantText } from "../../masters/answer-columns.query.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { showVisit } from "../appointment/show-visit.query.ts";
import type { EstimateAnswer, KeptEstimate } from "./estimate-answers.ts";

/** Keeps the estimate of a visit as it is now, to be shown or handed out; undefined: no such visit. */
export async function keepEstimate(
  transaction: PracticeTransaction,
  appointmentId: number,
  today: string,
): Promise<KeptEstimate | undefined> {
  const visit = await showVisit(transaction, appointmentId, today);
  if (visit === undefined) return undefined;
  const { practiceId, actor } = transaction;
  const { estimate } = visit;
  const { lines, inputs, dueOn, assumptions } = estimate;
  const kept = await transaction.one<Omit<KeptEstimate, keyof EstimateAnswer>>(sql`
    insert into estimates (practice_id, appointment_id, coverage_id, check_id, service_day, kind,
      charged_cents, allowed_cents, patient_cents, missing, lines, inputs, made_by, made_on)
    values (${practiceId}, ${appointmentId}, ${visit.coverage?.id ?? null},
      ${visit.eligibility?.id ?? null}, ${visit.day}::date, ${estimate.kind},
      ${estimate.chargedCents}, ${estimate.allowedCents}, ${estimate.patientCents},
      ${[...estimate.missing]}::text[], ${JSON.stringify(lines)}::jsonb,
      ${JSON.stringify({ inputs, dueOn, assumptions })}::jsonb, ${actor}, ${today}::date)
    returning estimate_id as id, made_on as "madeOn", ${instantText(sql`made_at`)} as "madeAt",
      made_by as "madeBy"`);
  await appendEvents(transaction, [
    {
      kind: "estimate-made",
      subjectKind: "appointment",
      subjectId: appointmentId,
      change: { estimateId: kept.id, kind: estimate.kind, patientCents: estimate.patientCents },
      effectiveOn: visit.day,
    },
  ]);
  return { ...estimate, ...kept };
}

/** Estimates that were kept of a visit, the newest first. */
export async function keptEstimates(
  transaction: PracticeTransaction,
  appointmentId: number,
): Promise<KeptEstimate[]> {
  return transaction.query<KeptEstimate>(sql`
    select estimate_id as id, kind, lines, charged_cents as "chargedCents",
      allowed_cents as "allowedCents", patient_cents as "patientCents", missing,
      inputs -> 'assumptions' as assumptions, inputs -> 'inputs' as inputs,
      inputs ->> 'dueOn' as "dueOn", made_on as "madeOn", ${instantText(sql`made_at`)} as "madeAt",
      made_by as "madeBy"
    from estimates
    where practice_id = ${transaction.practiceId} and appointment_id = ${appointmentId}
    order by estimate_id desc limit 20`);
}
