import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { NamedProvider, Payee } from "./provider.ts";

/** Adds providers that are not known yet. */
export async function addProviders(
  transaction: PracticeTransaction,
  providers: readonly NamedProvider[],
): Promise<void> {
  if (providers.length === 0) return;
  const rows = providers.map((provider) => ({
    npi: provider.npi,
    name: provider.name ?? null,
    is_organization: provider.isOrganization,
    taxonomy: provider.taxonomy ?? null,
  }));
  await transaction.execute(sql`
    insert into providers (practice_id, npi, name, is_organization, taxonomy)
    select ${transaction.practiceId}, provider.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as provider (npi text, name text, is_organization boolean, taxonomy text)
    on conflict do nothing`);
}

/** Adds payee identifiers learned from the practice's own claims. */
export async function addPayees(
  transaction: PracticeTransaction,
  payees: readonly Payee[],
): Promise<void> {
  if (payees.length === 0) return;
  await transaction.execute(sql`
    insert into payees (practice_id, identifier, kind)
    select ${transaction.practiceId}, payee.*
    from jsonb_to_recordset(${JSON.stringify(payees)}::jsonb) as payee (identifier text, kind text)
    on conflict do nothing`);
}
