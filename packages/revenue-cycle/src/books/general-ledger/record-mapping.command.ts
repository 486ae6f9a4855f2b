import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { lockBooks } from "../period/period.store.ts";
import { recordedMappings } from "./general-ledger.query.ts";
import type { GeneralLedgerMapping } from "./write-journal.ts";

/** Records a mapping beside those before it, unless another was recorded since `revision`. */
export async function recordMapping(
  transaction: PracticeTransaction,
  mapping: GeneralLedgerMapping,
  revision: number,
): Promise<boolean> {
  await lockBooks(transaction);
  if ((await recordedMappings(transaction)).length !== revision) return false;
  const { practiceId, actor } = transaction;
  await transaction.execute(sql`
    insert into general_ledger_mappings (practice_id, mapping, recorded_by)
    values (${practiceId}, ${JSON.stringify(mapping)}::jsonb, ${actor})`);
  await appendEvents(transaction, [
    {
      kind: "general-ledger-mapped",
      subjectKind: "practice",
      subjectId: practiceId,
      change: { accounts: Object.keys(mapping).length },
    },
  ]);
  return true;
}
