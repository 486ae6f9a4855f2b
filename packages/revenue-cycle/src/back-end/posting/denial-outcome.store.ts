import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { type JudgedDenial, judgeOutcomes } from "../denial/judge-outcomes.ts";
import type { ClaimDecision, LineDecision } from "./decide-posting.ts";

type DecidedClaim = {
  readonly claim: { readonly claimId: number; readonly isSucceeded: boolean };
  readonly plan: { readonly decision: ClaimDecision };
};

type ChangedDenial = {
  readonly denialId: number;
  readonly claimId: number;
  readonly outcome: string | null;
  readonly on: string | null;
  readonly recoveredCents: number;
};

/**
 * Writes what later remittances made of earlier denials, and takes back what a reversed one had made.
 * Of a family of claims the one that stands judges: it has heard everything. What a person said stays
 * until a remittance says otherwise. Asks nothing when every claim was spoken of once, as nearly always.
 */
export async function recordOutcomes(
  transaction: PracticeTransaction,
  planned: readonly DecidedClaim[],
): Promise<void> {
  const heard = planned.filter(
    ({ claim, plan }) => !claim.isSucceeded && plan.decision.adjudications.length > 1,
  );
  if (heard.length === 0) return;
  const judged = heard.flatMap(({ plan }) => judgeOutcomes(spokenBy(plan.decision)));
  const succeeded = planned.filter(({ claim }) => claim.isSucceeded);
  const claimIds = [...heard, ...succeeded].map(({ claim }) => claim.claimId);
  const changed = await writeOutcomes(transaction, claimIds, judged);
  await appendEvents(
    transaction,
    changed.map(({ denialId, claimId, outcome, on, recoveredCents }) => ({
      kind: "denial-decided",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { denialId, outcome, cents: recoveredCents },
      effectiveOn: on ?? undefined,
    })),
  );
}

function spokenBy({ adjudications }: ClaimDecision) {
  return adjudications
    .filter(({ outcome }) => outcome === "posted")
    .map(({ fact, lines }) => ({
      remittanceId: fact.remittanceId,
      claimNumber: fact.claimNumber,
      payerId: fact.payerId,
      on: fact.effectiveOn,
      lines: lines.map((line) => ({
        lineNumber: line.lineNumber,
        paidCents: line.paid,
        patientCents: sumOf(line.net.patient),
        deniedCents: sumOf(line.net.denied),
      })),
    }));
}

function sumOf(amounts: LineDecision["net"]["denied"]): number {
  return amounts.reduce((sum, { cents }) => sum + cents, 0);
}

async function writeOutcomes(
  transaction: PracticeTransaction,
  claimIds: readonly number[],
  judged: readonly JudgedDenial[],
): Promise<ChangedDenial[]> {
  const { practiceId } = transaction;
  return transaction.query<ChangedDenial>(sql`
    update denials d set outcome = said.outcome, outcome_on = said."on",
      outcome_remittance_id = said."byRemittanceId",
      recovered_cents = coalesce(said."recoveredCents", 0)
    from (select old.denial_id, judged.*
      from denials old
      left join jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as judged (
          "remittanceId" bigint, "claimNumber" integer, "lineNumber" integer, outcome text,
          "on" date, "byRemittanceId" bigint, "recoveredCents" bigint)
        on judged."remittanceId" = old.remittance_id and judged."claimNumber" = old.claim_number
          and judged."lineNumber" = old.line_number
      where old.practice_id = ${practiceId} and old.claim_id = any (${[...claimIds]}::bigint[])
        and (judged.outcome is not null or old.outcome_remittance_id is not null)) said
    where d.practice_id = ${practiceId} and d.denial_id = said.denial_id
      and (d.outcome, d.outcome_on, d.outcome_remittance_id, d.recovered_cents) is distinct from
        (said.outcome, said."on", said."byRemittanceId", coalesce(said."recoveredCents", 0))
    returning d.denial_id as "denialId", d.claim_id as "claimId", d.outcome, d.outcome_on as "on",
      d.recovered_cents as "recoveredCents"`);
}
