import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { PracticeProfileAnswer } from "./practice-profile-answers.ts";

const unstated: PracticeProfileAnswer = {
  billingProviderId: null,
  billingProviderName: null,
  submitterName: null,
  submitterIdentifier: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
  remitLine1: null,
  remitLine2: null,
  remitCity: null,
  remitState: null,
  remitPostalCode: null,
  statementPhone: null,
  statementMessage: null,
  revision: 0,
};

/** How the practice presents itself; nothing stated and revision 0 until somebody has said so. */
export async function practiceProfile(
  transaction: PracticeTransaction,
): Promise<PracticeProfileAnswer> {
  const row = await transaction.maybeOne<PracticeProfileAnswer>(sql`
    select profile.billing_provider_id as "billingProviderId",
      provider.name as "billingProviderName", submitter_name as "submitterName",
      submitter_identifier as "submitterIdentifier", contact_name as "contactName",
      contact_phone as "contactPhone", contact_email as "contactEmail",
      remit_line1 as "remitLine1", remit_line2 as "remitLine2", remit_city as "remitCity",
      remit_state as "remitState", remit_postal_code as "remitPostalCode",
      statement_phone as "statementPhone", statement_message as "statementMessage",
      profile.revision
    from practice_profiles profile
    left join providers provider on provider.practice_id = profile.practice_id
      and provider.provider_id = profile.billing_provider_id
    where profile.practice_id = ${transaction.practiceId}`);
  return row ?? unstated;
}
