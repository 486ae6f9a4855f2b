import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { openPosting } from "../posting/open-posting.command.ts";
import { replayClaims } from "../posting/post-claims.command.ts";
import type { PatientWriteOffKind } from "./patient-account.ts";
import { billingSettings } from "./patient-billing-settings.store.ts";
import { writeOffLimit } from "./patient-billing-settings.ts";

export type WriteOffWanted = {
  readonly claimId: number;
  readonly kind: PatientWriteOffKind;
  /** All that is open, unless stated. */
  readonly cents?: number | undefined;
  readonly reason: string;
};

export type WriteOffRefusal =
  | "claim_unknown"
  | "nothing_open"
  | "write_off_over_open"
  | "write_off_over_limit"
  | "write_off_unknown"
  | "write_off_recovered";

export type WriteOffResult =
  | { readonly is: "written-off" | "undone"; readonly writeOffId: number; readonly claimId: number }
  | { readonly is: "refused"; readonly code: WriteOffRefusal };

/**
 * Forgives what a patient owes of a claim, up to what a person of these roles may: a small balance, a
 * courtesy, hardship, or a debt that is given up. It never touches what payers owe.
 */
export async function writeOffPatientBalance(
  transaction: PracticeTransaction,
  wanted: WriteOffWanted,
  by: { readonly roles: readonly string[]; readonly today: string },
): Promise<WriteOffResult> {
  const scope = await openPosting(transaction);
  const { practiceId, actor } = transaction;
  const { claimId, kind, reason } = wanted;
  const open = await transaction.maybeOne<{ cents: number | null }>(sql`
    select (select sum(r.open_patient_cents)::bigint from receivables r
      where r.practice_id = c.practice_id and r.claim_id = c.claim_id) as cents
    from claims c where c.practice_id = ${practiceId} and c.claim_id = ${claimId}`);
  if (open === undefined) return { is: "refused", code: "claim_unknown" };
  const openCents = open.cents ?? 0;
  const cents = wanted.cents ?? openCents;
  if (openCents === 0) return { is: "refused", code: "nothing_open" };
  if (cents > openCents) return { is: "refused", code: "write_off_over_open" };
  const limit = writeOffLimit(await billingSettings(transaction), kind, by.roles);
  if (cents > limit) return { is: "refused", code: "write_off_over_limit" };
  const { id: writeOffId } = await transaction.one<{ id: number }>(sql`
    insert into patient_write_offs (practice_id, claim_id, kind, cents, reason, written_off_on,
      written_off_by)
    values (${practiceId}, ${claimId}, ${kind}, ${cents}, ${reason}, ${by.today}::date, ${actor})
    returning patient_write_off_id as id`);
  await replayClaims(transaction, scope, [claimId]);
  await appendEvents(transaction, [
    told("patient-balance-written-off", { writeOffId, claimId, kind, cents, today: by.today }),
  ]);
  return { is: "written-off", writeOffId, claimId };
}

/** Takes a write-off back: the patient owes it again. Twice changes nothing. */
export async function undoWriteOff(
  transaction: PracticeTransaction,
  writeOffId: number,
  { reason, today }: { readonly reason: string; readonly today: string },
): Promise<WriteOffResult> {
  const scope = await openPosting(transaction);
  const { practiceId, actor } = transaction;
  const row = await transaction.maybeOne<{
    claim_id: number;
    kind: string;
    cents: number;
    is_undone: boolean;
    is_recovered: boolean;
  }>(sql`
    select w.claim_id, w.kind, w.cents, w.undone_on is not null as is_undone,
      exists (select from patient_recoveries v where v.practice_id = w.practice_id
        and v.patient_write_off_id = w.patient_write_off_id and v.undone_on is null) as is_recovered
    from patient_write_offs w
    where w.practice_id = ${practiceId} and w.patient_write_off_id = ${writeOffId} for update`);
  if (row === undefined) return { is: "refused", code: "write_off_unknown" };
  const { claim_id: claimId, kind, cents } = row;
  if (row.is_undone) return { is: "undone", writeOffId, claimId };
  if (row.is_recovered) return { is: "refused", code: "write_off_recovered" };
  await transaction.execute(sql`
    update patient_write_offs set undone_on = ${today}::date, undone_by = ${actor},
      undo_reason = ${reason}
    where practice_id = ${practiceId} and patient_write_off_id = ${writeOffId}`);
  await replayClaims(transaction, scope, [claimId]);
  await appendEvents(transaction, [
    told("patient-write-off-undone", { writeOffId, claimId, kind, cents, today }),
  ]);
  return { is: "undone", writeOffId, claimId };
}

type Told = {
  readonly writeOffId: number;
  readonly claimId: number;
  readonly kind: string;
  readonly cents: number;
  readonly today: string;
};

function told(event: string, { writeOffId, claimId, kind, cents, today }: Told) {
  return {
    kind: event,
    subjectKind: "patient-write-off",
    subjectId: writeOffId,
    claimId,
    change: { kind, cents },
    effectiveOn: today,
  };
}
