import { identifier, join, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { appendMasterEvents } from "../master-event.store.ts";
import { statedText } from "../master-faults.ts";
import { findProvider } from "../provider/list-providers.query.ts";
import type { RecordResult } from "../record-result.ts";
import {
  type BillingStanding,
  type PracticeProfileDraft,
  practiceProfileFaultsOf,
  tidyPracticeProfile,
} from "./decide-practice-profile.ts";
import { practiceProfile } from "./practice-profile.query.ts";
import type { PracticeProfileAnswer } from "./practice-profile-answers.ts";

type Result = RecordResult<PracticeProfileAnswer, "revision_changed">;

/** States how the practice presents itself, if that still has the revision that was seen. */
export async function changePracticeProfile(
  transaction: PracticeTransaction,
  change: { readonly typed: PracticeProfileDraft; readonly revision: number },
): Promise<Result> {
  const draft = tidyPracticeProfile(change.typed);
  const standing = await billingStanding(transaction, draft);
  const faults = practiceProfileFaultsOf(draft, standing);
  if (faults.length > 0) return { is: "invalid", faults };
  const values = Object.entries(valuesOf(draft));
  const { revision } = change;
  const written =
    revision === 0
      ? await transaction.execute(sql`
          insert into practice_profiles (practice_id,
            ${join(values.map(([column]) => identifier(column)))})
          values (${transaction.practiceId}, ${join(values.map(([, value]) => sql`${value}`))})
          on conflict do nothing`)
      : await transaction.execute(sql`
          update practice_profiles
          set ${join(values.map(([column, value]) => sql`${identifier(column)} = ${value}`))},
            revision = revision + 1
          where practice_id = ${transaction.practiceId} and revision = ${revision}`);
  if (written === 0) return { is: "refused", code: "revision_changed" };
  await appendMasterEvents(transaction, [
    {
      kind: "practice-profile-changed",
      subjectKind: "practice",
      subjectId: transaction.practiceId,
      change: { billing_provider_id: draft.billingProviderId },
    },
  ]);
  return { is: "recorded", answer: await practiceProfile(transaction) };
}

async function billingStanding(
  transaction: PracticeTransaction,
  { billingProviderId }: PracticeProfileDraft,
): Promise<BillingStanding> {
  if (billingProviderId === null) return "not-stated";
  const provider = await findProvider(transaction, billingProviderId);
  if (provider === undefined) return "absent";
  return provider.isBilling ? "bills" : "does-not-bill";
}

function valuesOf(draft: PracticeProfileDraft) {
  return {
    billing_provider_id: draft.billingProviderId,
    submitter_name: statedText(draft.submitterName),
    submitter_identifier: statedText(draft.submitterIdentifier),
    contact_name: statedText(draft.contactName),
    contact_phone: statedText(draft.contactPhone),
    contact_email: statedText(draft.contactEmail),
    remit_line1: statedText(draft.remitLine1),
    remit_line2: statedText(draft.remitLine2),
    remit_city: statedText(draft.remitCity),
    remit_state: statedText(draft.remitState),
    remit_postal_code: statedText(draft.remitPostalCode),
    statement_phone: statedText(draft.statementPhone),
    statement_message: statedText(draft.statementMessage),
  };
}
