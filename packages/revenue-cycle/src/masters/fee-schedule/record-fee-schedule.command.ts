import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ImportTable } from "../csv/read-import-table.ts";
import type { ImportPlan } from "../import-preview.ts";
import { appendMasterEvents } from "../master-event.store.ts";
import { payerIds } from "../payer/payer.store.ts";
import {
  type FeeScheduleEntry,
  type KnownAllowed,
  payerOfEntry,
  planFeeSchedule,
} from "./import-fee-schedule.ts";

/**
 * Takes rows of a fee schedule in. A row for the same payer, procedure and first day takes the place
 * of the one on file.
 */
export async function recordFeeSchedule(
  transaction: PracticeTransaction,
  fileId: number | undefined,
  entries: readonly FeeScheduleEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const payers = entries.map(payerOfEntry);
  const ids = await payerIds(transaction, payers);
  const rows = new Map(
    entries.map((entry, index) => {
      const payerId = ids.get(payers[index]?.identifierKey ?? "");
      return [
        `${payerId}|${entry.procedureCode}|${entry.effectiveFrom}`,
        {
          payer_id: payerId,
          procedure_code: entry.procedureCode,
          allowed_cents: entry.allowedCents,
          effective_from: entry.effectiveFrom,
          effective_to: entry.effectiveTo ?? null,
        },
      ];
    }),
  );
  await transaction.execute(sql`
    insert into fee_schedule_rows as known (practice_id, file_id, payer_id, procedure_code,
      allowed_cents, effective_from, effective_to)
    select ${transaction.practiceId}, ${fileId ?? null}::bigint, entry.*
    from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as entry (payer_id bigint,
      procedure_code text, allowed_cents bigint, effective_from date, effective_to date)
    on conflict (practice_id, payer_id, procedure_code, effective_from) do update
    set allowed_cents = excluded.allowed_cents, effective_to = excluded.effective_to,
      file_id = excluded.file_id
    where (known.allowed_cents, known.effective_to)
      is distinct from (excluded.allowed_cents, excluded.effective_to)`);
}

type FeeScheduleImport = ImportPlan<FeeScheduleEntry, KnownAllowed>;

/** Decides on the rows of fee schedules from what stands on file. */
export async function planFeeScheduleImport(
  transaction: PracticeTransaction,
  table: ImportTable,
): Promise<FeeScheduleImport> {
  const known = await transaction.query<KnownAllowed>(sql`
    select p.identifier_key as "payerKey", f.procedure_code as "procedureCode",
      f.allowed_cents as "allowedCents", f.effective_from as "effectiveFrom",
      f.effective_to as "effectiveTo"
    from fee_schedule_rows f join payers p using (practice_id, payer_id)
    where f.practice_id = ${transaction.practiceId}`);
  return planFeeSchedule(table, known);
}

/** Writes the confirmed rows of fee schedules; each payer's schedule tells how many it got. */
export async function writeFeeScheduleImport(
  transaction: PracticeTransaction,
  writes: FeeScheduleImport["writes"],
): Promise<boolean> {
  const entries = writes.map(({ draft }) => draft);
  await recordFeeSchedule(transaction, undefined, entries);
  const ids = await payerIds(transaction, entries.map(payerOfEntry));
  const rowsOf = new Map<string, number>();
  for (const entry of entries) {
    const key = payerOfEntry(entry).identifierKey;
    rowsOf.set(key, (rowsOf.get(key) ?? 0) + 1);
  }
  await appendMasterEvents(
    transaction,
    [...rowsOf].map(([key, rows]) => ({
      kind: "fee-schedule-changed",
      subjectKind: "payer",
      subjectId: ids.get(key) ?? 0,
      change: { rows },
    })),
  );
  return true;
}
