import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { editionsOn } from "../code-set/edition-in-force.store.ts";
import { neededCodeSets, type SetupCounts } from "./setup-checklist.ts";

/** Counts what the checklist of the setup looks at, on the practice's day. */
export async function setupCounts(
  transaction: PracticeTransaction,
  today: string,
): Promise<SetupCounts> {
  const { practiceId } = transaction;
  const counts = await transaction.one<Omit<SetupCounts, "codeSets">>(sql`
    select coalesce(profile.submitter_name is not null
        and profile.submitter_identifier is not null, false) as submitter,
      coalesce(profile.contact_name is not null, false) as contact,
      coalesce(profile.remit_line1 is not null, false) as "remitAddress",
      coalesce(profile.statement_phone is not null, false) as "statementPhone",
      coalesce(billing.is_billing and billing.tax_id is not null and billing.taxonomy is not null
        and length(billing.postal_code) = 9, false) as "billingProvider",
      (select count(*) from providers
        where practice_id = ${practiceId} and is_rendering) as "renderingProviders",
      (select count(*) from facilities where practice_id = ${practiceId}) as facilities,
      payer.*,
      (select count(*) from charge_items where practice_id = ${practiceId}
        and effective_from <= ${today} and (effective_to is null or ${today} <= effective_to))
        as prices,
      (select count(*) from fee_schedule_rows where practice_id = ${practiceId})
        as "feeScheduleRows",
      (select count(distinct user_id) from user_practice_roles where practice_id = ${practiceId})
        as people,
      (select count(*) from patients where practice_id = ${practiceId} and is_registered)
        as patients
    from (select count(*) as payers,
        count(*) filter (where line_of_business is not null
          and (claim_route <> 'electronic' or identifier is not null)) as "describedPayers",
        count(*) filter (where claim_route = 'electronic') as "electronicPayers",
        count(*) filter (where claim_route = 'electronic' and exists (
          select 1 from payer_enrollments e
          where e.practice_id = payers.practice_id and e.payer_id = payers.payer_id
            and e.transaction = '837P' and e.state in ('active', 'not-needed')
            and (e.effective_from is null or e.effective_from <= ${today})
            and (e.effective_to is null or ${today} <= e.effective_to))) as "enrolledPayers"
      from payers where practice_id = ${practiceId}) payer
    left join practice_profiles profile on profile.practice_id = ${practiceId}
    left join providers billing on billing.practice_id = profile.practice_id
      and billing.provider_id = profile.billing_provider_id`);
  const editions = await editionsOn(transaction, { codeSets: neededCodeSets, on: today });
  const codeSets = neededCodeSets.filter((set) =>
    editions.some((edition) => edition.codeSet === set),
  );
  return { ...counts, codeSets: codeSets.length };
}
