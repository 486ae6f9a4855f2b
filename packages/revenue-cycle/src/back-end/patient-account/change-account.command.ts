import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { isAccountKnown } from "./open-items.store.ts";
import type { AccountHoldKind, PatientAccount } from "./patient-account.ts";

export type AccountRefusal =
  | "account_unknown"
  | "hold_unknown"
  | "claim_unknown"
  | "guarantor_unknown";

export type AccountChange =
  | { readonly is: "changed" }
  | { readonly is: "refused"; readonly code: AccountRefusal };

type Holding = {
  readonly kind: AccountHoldKind;
  readonly reason: string;
  readonly today: string;
};

/** Keeps letters from an account until somebody lifts it. One of a kind at a time. */
export async function holdAccount(
  transaction: PracticeTransaction,
  account: PatientAccount,
  { kind, reason, today }: Holding,
): Promise<AccountChange> {
  if (!(await isAccountKnown(transaction, account))) {
    return { is: "refused", code: "account_unknown" };
  }
  const { practiceId, actor } = transaction;
  const held = await transaction.maybeOne<{ account_hold_id: number }>(sql`
    insert into account_holds (practice_id, guarantor_id, patient_id, kind, reason, held_on, held_by)
    values (${practiceId}, ${account.guarantorId ?? null}, ${account.patientId ?? null}, ${kind},
      ${reason}, ${today}::date, ${actor})
    on conflict do nothing returning account_hold_id`);
  if (held === undefined) return { is: "changed" };
  await appendEvents(transaction, [
    {
      kind: "patient-account-held",
      subjectKind: "account-hold",
      subjectId: held.account_hold_id,
      change: { kind },
      effectiveOn: today,
    },
  ]);
  return { is: "changed" };
}

/** Lifts a hold. Twice changes nothing. */
export async function liftHold(
  transaction: PracticeTransaction,
  holdId: number,
  today: string,
): Promise<AccountChange> {
  const { practiceId, actor } = transaction;
  const hold = await transaction.maybeOne<{ kind: string; is_lifted: boolean }>(sql`
    select kind, lifted_on is not null as is_lifted from account_holds
    where practice_id = ${practiceId} and account_hold_id = ${holdId} for update`);
  if (hold === undefined) return { is: "refused", code: "hold_unknown" };
  if (hold.is_lifted) return { is: "changed" };
  await transaction.execute(sql`
    update account_holds set lifted_on = ${today}::date, lifted_by = ${actor}
    where practice_id = ${practiceId} and account_hold_id = ${holdId}`);
  await appendEvents(transaction, [
    {
      kind: "patient-account-released",
      subjectKind: "account-hold",
      subjectId: holdId,
      change: { kind: hold.kind },
      effectiveOn: today,
    },
  ]);
  return { is: "changed" };
}

/**
 * Says who answers for what a patient owes of a claim: a guarantor, or with null the patient himself.
 * No money moves; the claim stands in the other account from now on.
 */
export async function assignClaim(
  transaction: PracticeTransaction,
  claimId: number,
  change: { readonly guarantorId: number | null; readonly reason: string; readonly today: string },
): Promise<AccountChange> {
  const { guarantorId, reason, today } = change;
  const { practiceId, actor } = transaction;
  const claim = await transaction.maybeOne<{ claim_id: number }>(sql`
    select claim_id from claims
    where practice_id = ${practiceId} and claim_id = ${claimId} for update`);
  if (claim === undefined) return { is: "refused", code: "claim_unknown" };
  if (guarantorId !== null && !(await isAccountKnown(transaction, { guarantorId }))) {
    return { is: "refused", code: "guarantor_unknown" };
  }
  await transaction.execute(sql`
    insert into claim_guarantors (practice_id, claim_id, guarantor_id, reason, changed_by)
    values (${practiceId}, ${claimId}, ${guarantorId}, ${reason}, ${actor})
    on conflict (practice_id, claim_id) do update set guarantor_id = excluded.guarantor_id,
      reason = excluded.reason, changed_by = excluded.changed_by, changed_at = now()`);
  await appendEvents(transaction, [
    {
      kind: "claim-guarantor-changed",
      subjectKind: "claim",
      subjectId: claimId,
      claimId,
      change: { guarantorId },
      effectiveOn: today,
    },
  ]);
  return { is: "changed" };
}
