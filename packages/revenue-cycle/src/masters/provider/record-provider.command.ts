import { identifier, join, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { codeOn } from "../code-set/find-codes.query.ts";
import {
  type ProviderDraft,
  type ProviderFault,
  providerFaultsOf,
  providerName,
  type TaxonomyStanding,
  tidyProvider,
} from "./decide-provider.ts";
import { findProvider } from "./list-providers.query.ts";
import type { ProviderAnswer } from "./provider-answers.ts";

export type ProviderResult =
  | { readonly is: "recorded"; readonly provider: ProviderAnswer }
  | { readonly is: "invalid"; readonly faults: readonly ProviderFault[] }
  | { readonly is: "refused"; readonly code: "npi_taken" | "not_found" | "revision_changed" };

/** Adds a provider; an NPI stands for one provider of the practice. `today` is the business date. */
export async function addProvider(
  transaction: PracticeTransaction,
  typed: ProviderDraft,
  today: string,
): Promise<ProviderResult> {
  const draft = tidyProvider(typed);
  const faults = providerFaultsOf(draft, await taxonomyStanding(transaction, draft, today));
  if (faults.length > 0) return { is: "invalid", faults };
  const values = Object.entries(valuesOf(draft));
  const added = await transaction.maybeOne<{ id: number }>(sql`
    insert into providers (practice_id, ${join(values.map(([column]) => identifier(column)))})
    values (${transaction.practiceId}, ${join(values.map(([, value]) => sql`${value}`))})
    on conflict (practice_id, npi) do nothing
    returning provider_id as id`);
  if (added === undefined) return { is: "refused", code: "npi_taken" };
  return recorded(transaction, added.id);
}

/** Changes a provider if he still has the revision that was seen. */
export async function changeProvider(
  transaction: PracticeTransaction,
  providerId: number,
  change: { readonly typed: ProviderDraft; readonly revision: number; readonly today: string },
): Promise<ProviderResult> {
  const draft = tidyProvider(change.typed);
  const standing = await taxonomyStanding(transaction, draft, change.today);
  const faults = providerFaultsOf(draft, standing);
  if (faults.length > 0) return { is: "invalid", faults };
  const { practiceId } = transaction;
  const taken = await transaction.maybeOne(sql`
    select 1 from providers
    where practice_id = ${practiceId} and npi = ${draft.npi} and provider_id <> ${providerId}`);
  if (taken !== undefined) return { is: "refused", code: "npi_taken" };
  const assignments = Object.entries(valuesOf(draft)).map(
    ([column, value]) => sql`${identifier(column)} = ${value}`,
  );
  const changed = await transaction.execute(sql`
    update providers set ${join(assignments)}, revision = revision + 1
    where practice_id = ${practiceId} and provider_id = ${providerId}
      and revision = ${change.revision}`);
  if (changed === 1) return recorded(transaction, providerId);
  const known = await findProvider(transaction, providerId);
  return { is: "refused", code: known === undefined ? "not_found" : "revision_changed" };
}

async function recorded(
  transaction: PracticeTransaction,
  providerId: number,
): Promise<ProviderResult> {
  const provider = await findProvider(transaction, providerId);
  if (provider === undefined) return { is: "refused", code: "not_found" };
  return { is: "recorded", provider };
}

async function taxonomyStanding(
  transaction: PracticeTransaction,
  draft: ProviderDraft,
  today: string,
): Promise<TaxonomyStanding> {
  if (draft.taxonomy === "") return "not-loaded";
  const question = { codeSet: "nucc-taxonomy", code: draft.taxonomy, on: today } as const;
  const answer = await codeOn(transaction, question);
  return answer.is === "found" ? "known" : answer.is;
}

function valuesOf(draft: ProviderDraft): Record<string, string | boolean | null> {
  const stated = (text: string) => (text === "" ? null : text);
  return {
    npi: draft.npi,
    name: providerName(draft),
    is_organization: draft.isOrganization,
    last_name: draft.lastName,
    first_name: stated(draft.firstName),
    middle_name: stated(draft.middleName),
    credential: stated(draft.credential),
    taxonomy: stated(draft.taxonomy),
    is_billing: draft.isBilling,
    is_rendering: draft.isRendering,
    is_supervising: draft.isSupervising,
    tax_id: stated(draft.taxId),
    address_line1: stated(draft.addressLine1),
    address_line2: stated(draft.addressLine2),
    city: stated(draft.city),
    state: stated(draft.state),
    postal_code: stated(draft.postalCode),
    phone: stated(draft.phone),
    effective_from: stated(draft.effectiveFrom),
    effective_to: stated(draft.effectiveTo),
  };
}
