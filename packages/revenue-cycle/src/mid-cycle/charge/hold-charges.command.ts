import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { applyEdits } from "../../work/edit/apply-edits.command.ts";
import type { EditAnswer } from "../../work/edit/edit.ts";
import { endPersonHolds } from "../../work/hold/change-hold.command.ts";
import { judgeCharges } from "./judge-charges.query.ts";

const nothing: EditAnswer = { findings: [], notEvaluable: [] };

/**
 * Judges the charges of an encounter that was just saved: what the edits find is written down, and what
 * holds stops its claim until it is mended or released. Of an encounter that is charged or has nothing
 * to charge nothing is found any more. Run it in the transaction that saves; `today` is the practice's
 * business date. Answers whether the charges are held.
 */
export async function holdCharges(
  transaction: PracticeTransaction,
  encounterId: number,
  today: string,
): Promise<boolean> {
  const charged = await transaction.maybeOne<{ state: string; cents: number }>(sql`
    select e.state, coalesce(sum(c.charged_cents), 0)::bigint as cents
    from encounters e
    left join charges c on c.practice_id = e.practice_id and c.encounter_id = e.encounter_id
    where e.practice_id = ${transaction.practiceId} and e.encounter_id = ${encounterId}
    group by e.state`);
  if (charged === undefined) return false;
  const isOpen = charged.state === "open";
  const answer = isOpen ? await judgeCharges(transaction, encounterId, today) : nothing;
  const { cents } = charged;
  const subject = { kind: "encounter", id: encounterId, stage: "charge", cents } as const;
  if (!isOpen) await endPersonHolds(transaction, "encounter", encounterId);
  const held = await applyEdits(transaction, [{ subject, answer }], today);
  return held.has(encounterId);
}
