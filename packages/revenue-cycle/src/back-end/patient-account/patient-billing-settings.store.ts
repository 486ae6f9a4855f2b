import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { type PatientBillingSettings, usualPatientBilling } from "./patient-billing-settings.ts";

export type KeptBillingSettings = PatientBillingSettings & {
  /** 0 until the practice states its own for the first time. */
  readonly revision: number;
};

/** How the practice bills patients; the usual until it says otherwise. */
export async function billingSettings(
  transaction: PracticeTransaction,
): Promise<KeptBillingSettings> {
  const row = await transaction.maybeOne<KeptBillingSettings>(sql`
    select minimum_cents as "minimumCents", cycle_days as "cycleDays", due_days as "dueDays",
      settle_days as "settleDays", allocation_rule as "allocationRule", messages,
      ways_to_pay as "waysToPay", help_notice as "helpNotice",
      write_off_limits as "writeOffLimits", revision
    from patient_billing_settings where practice_id = ${transaction.practiceId}`);
  return row ?? { ...usualPatientBilling, revision: 0 };
}

/** States how the practice bills, if that still has the revision that was seen; false otherwise. */
export async function changeBillingSettings(
  transaction: PracticeTransaction,
  settings: PatientBillingSettings,
  revision: number,
): Promise<boolean> {
  const { practiceId } = transaction;
  const { minimumCents, cycleDays, dueDays, settleDays, allocationRule, helpNotice } = settings;
  const messages = JSON.stringify(settings.messages);
  const waysToPay = JSON.stringify(settings.waysToPay);
  const limits = JSON.stringify(settings.writeOffLimits);
  const written =
    revision === 0
      ? await transaction.execute(sql`
          insert into patient_billing_settings (practice_id, minimum_cents, cycle_days, due_days,
            settle_days, allocation_rule, messages, ways_to_pay, help_notice, write_off_limits)
          values (${practiceId}, ${minimumCents}, ${cycleDays}, ${dueDays}, ${settleDays},
            ${allocationRule}, ${messages}::jsonb, ${waysToPay}::jsonb, ${helpNotice},
            ${limits}::jsonb)
          on conflict do nothing`)
      : await transaction.execute(sql`
          update patient_billing_settings set minimum_cents = ${minimumCents},
            cycle_days = ${cycleDays}, due_days = ${dueDays}, settle_days = ${settleDays},
            allocation_rule = ${allocationRule}, messages = ${messages}::jsonb,
            ways_to_pay = ${waysToPay}::jsonb, help_notice = ${helpNotice},
            write_off_limits = ${limits}::jsonb, revision = revision + 1
          where practice_id = ${practiceId} and revision = ${revision}`);
  if (written === 0) return false;
  await appendEvents(transaction, [
    {
      kind: "patient-billing-settings-changed",
      subjectKind: "practice",
      subjectId: practiceId,
      change: { minimumCents, cycleDays, dueDays, settleDays, allocationRule },
    },
  ]);
  return true;
}
