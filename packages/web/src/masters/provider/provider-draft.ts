import type { ProviderDraft } from "@headwater/revenue-cycle/masters/provider/decide-provider.ts";
import type { ProviderAnswer } from "@headwater/revenue-cycle/masters/provider/provider-answers.ts";

/** A provider of whom nothing is known yet. */
export const emptyProvider: ProviderDraft = {
  npi: "",
  isOrganization: false,
  lastName: "",
  firstName: "",
  middleName: "",
  credential: "",
  taxonomy: "",
  isBilling: false,
  isRendering: true,
  isSupervising: false,
  taxId: "",
  addressLine1: "",
  addressLine2: "",
  city: "",
  state: "",
  postalCode: "",
  phone: "",
  effectiveFrom: "",
  effectiveTo: "",
};

/** A provider as he stands, to be changed. Of one whom only files name, the name is taken apart. */
export function draftOf(provider: ProviderAnswer): ProviderDraft {
  const [last = "", first = ""] = provider.isOrganization
    ? [provider.name ?? ""]
    : (provider.name ?? "").split(", ");
  const { id: _, revision: __, name: ___, ...fields } = provider;
  const texts = Object.entries(fields).map(([field, value]) => [field, value ?? ""]);
  return {
    // Every field of the draft is one of the answer's.
    ...(Object.fromEntries(texts) as ProviderDraft),
    lastName: provider.lastName ?? last,
    firstName: provider.firstName ?? first,
  };
}
