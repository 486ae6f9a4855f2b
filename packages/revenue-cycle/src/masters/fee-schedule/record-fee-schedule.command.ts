import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { payerIds } from "../payer/payer.store.ts";
import { type NamedPayer, payerByName, payerIdentifierKey } from "../payer/payer.ts";

/** What a payer allows for a procedure over a time. */
export type FeeScheduleEntry = {
  /** Empty when the payer is known by its name alone. */
  readonly payerIdentifier: string;
  readonly payerName: string;
  readonly procedureCode: string;
  readonly allowedCents: number;
  readonly effectiveFrom: string;
  /** Absent: still in force. */
  readonly effectiveTo: string | undefined;
};

/**
 * Takes rows of a fee schedule in. A row for the same payer, procedure and first day takes the place
 * of the one on file.
 */
export async function recordFeeSchedule(
  transaction: PracticeTransaction,
  fileId: number,
  entries: readonly FeeScheduleEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const payers = entries.map(payerOf);
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
    select ${transaction.practiceId}, ${fileId}, entry.*
    from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as entry (payer_id bigint,
      procedure_code text, allowed_cents bigint, effective_from date, effective_to date)
    on conflict (practice_id, payer_id, procedure_code, effective_from) do update
    set allowed_cents = excluded.allowed_cents, effective_to = excluded.effective_to,
      file_id = excluded.file_id
    where (known.allowed_cents, known.effective_to)
      is distinct from (excluded.allowed_cents, excluded.effective_to)`);
}

function payerOf(entry: FeeScheduleEntry): NamedPayer {
  if (entry.payerIdentifier === "") return payerByName(entry.payerName);
  return {
    identifierKey: payerIdentifierKey(entry.payerIdentifier),
    identifier: entry.payerIdentifier,
    name: entry.payerName === "" ? entry.payerIdentifier : entry.payerName,
  };
}
