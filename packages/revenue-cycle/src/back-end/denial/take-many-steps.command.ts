import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { DenialStep } from "./decide-step.ts";
import type { ManyStepsAnswer } from "./denial-answers.ts";
import { takeStep } from "./take-step.command.ts";

/**
 * Takes one step for many denials. Each claim is judged alone and takes it once, however many of its
 * denials were chosen; a preview judges and writes nothing.
 */
export async function takeManySteps(
  transaction: PracticeTransaction,
  denialIds: readonly number[],
  { step, today, isPreview }: { step: DenialStep; today: string; isPreview: boolean },
): Promise<ManyStepsAnswer & { readonly claimIds: readonly number[] }> {
  const claimOf = await claimsOfDenials(transaction, denialIds);
  const outcomes = new Map<number, string>();
  const steps: number[] = [];
  let cents = 0;
  // In one order everywhere, so that two changes of many do not wait for each other.
  for (const claimId of [...new Set(claimOf.values())].sort((left, right) => left - right)) {
    const result = await takeStep(transaction, { claimId, step, today, isPreview });
    outcomes.set(claimId, result.is === "taken" ? "taken" : result.code);
    if (result.is === "refused") continue;
    cents += result.cents;
    if (!isPreview) steps.push(result.stepId);
  }
  const rows = denialIds.map((id) => {
    const claimId = claimOf.get(id);
    const outcome = claimId === undefined ? undefined : outcomes.get(claimId);
    return { id, outcome: outcome ?? "not_found" };
  });
  const taken = rows.filter(({ outcome }) => outcome === "taken").length;
  return { steps, taken, cents, rows, claimIds: [...outcomes.keys()] };
}

async function claimsOfDenials(
  transaction: PracticeTransaction,
  denialIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await transaction.query<{ id: number; claimId: number }>(sql`
    select denial_id as id, claim_id as "claimId" from denials
    where practice_id = ${transaction.practiceId}
      and denial_id = any (${[...denialIds]}::bigint[])`);
  return new Map(rows.map(({ id, claimId }) => [id, claimId]));
}
