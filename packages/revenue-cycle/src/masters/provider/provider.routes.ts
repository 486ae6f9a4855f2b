import { problem } from "@headwater/platform/http/problem.ts";
import { listRoute, practiceRoute, type RouteModule } from "@headwater/platform/http/route.ts";
import { holds } from "@headwater/platform/identity/permissions.ts";
import { z } from "zod";
import { idQuery, optionalDate, searchQuery, totalQuery } from "../list-query.ts";
import { providerFaults } from "./decide-provider.ts";
import { findProvider, listProviders } from "./list-providers.query.ts";
import {
  type ProviderAnswer,
  providerDraftSchema,
  providerRoles,
  providerSchema,
} from "./provider-answers.ts";
import { addProvider, changeProvider, type ProviderResult } from "./record-provider.command.ts";

const params = z.object({ provider: idQuery });

const list = listRoute({
  url: "/providers",
  summary: "The providers of the practice by name",
  permission: "practice.read",
  query: z.object({
    search: searchQuery,
    role: z.enum([...providerRoles, "none"]).optional(),
    on: optionalDate,
    ...totalQuery,
  }),
  cursor: z.tuple([z.string(), z.int()]),
  row: providerSchema,
  category: "provider",
  auditId: (row) => row.id,
  fileName: "providers",
  columns: [
    { title: "NPI", kind: "text", value: (row) => row.npi },
    { title: "Name", kind: "text", value: (row) => row.name },
    { title: "Credential", kind: "text", value: (row) => row.credential },
    {
      title: "Kind",
      kind: "text",
      value: (row) => (row.isOrganization ? "organization" : "person"),
    },
    { title: "Taxonomy", kind: "text", value: (row) => row.taxonomy },
    { title: "Roles", kind: "text", value: rolesOf },
    { title: "From", kind: "date", value: (row) => row.effectiveFrom },
    { title: "Through", kind: "date", value: (row) => row.effectiveTo },
  ],
  page: async ({ transaction, query }, page) => {
    const found = await listProviders(transaction, query, {
      ...page,
      withTotal: query.total === "1",
    });
    return { ...found, rows: found.rows.map(withoutTaxId) };
  },
});

/** The tax id of a person may be a social security number: it is shown to those who keep it. */
function withoutTaxId(provider: ProviderAnswer): ProviderAnswer {
  return { ...provider, taxId: null };
}

function rolesOf(row: ProviderAnswer): string {
  const held = {
    billing: row.isBilling,
    rendering: row.isRendering,
    supervising: row.isSupervising,
  };
  return providerRoles.filter((role) => held[role]).join(" ");
}

const show = practiceRoute({
  method: "GET",
  url: "/providers/:provider",
  summary: "One provider",
  permission: "practice.read",
  audit: { action: "read", category: "provider" },
  schema: { params, response: providerSchema },
  handler: async ({ transaction, practice, params: { provider }, audits, etag }) => {
    const found = await findProvider(transaction, provider);
    if (found === undefined) throw problem("not_found");
    audits("provider", [found.id]);
    etag(found.revision);
    return holds(practice.roles, "provider.write") ? found : withoutTaxId(found);
  },
});

const add = practiceRoute({
  method: "POST",
  url: "/providers",
  summary: "Add a provider",
  status: 201,
  permission: "provider.write",
  audit: { action: "create", category: "provider" },
  schema: { body: providerDraftSchema, response: providerSchema },
  handler: async ({ transaction, practice, body, audits, etag }) => {
    const provider = settled(await addProvider(transaction, body, practice.today));
    audits("provider", [provider.id]);
    etag(provider.revision);
    return provider;
  },
});

const change = practiceRoute({
  method: "PUT",
  url: "/providers/:provider",
  summary: "Describe a provider anew",
  permission: "provider.write",
  audit: { action: "change", category: "provider" },
  schema: { params, body: providerDraftSchema, response: providerSchema },
  handler: async ({ transaction, practice, params, body, expectedRevision, audits, etag }) => {
    const wanted = { typed: body, revision: expectedRevision(), today: practice.today };
    const provider = settled(await changeProvider(transaction, params.provider, wanted));
    audits("provider", [provider.id]);
    etag(provider.revision);
    return provider;
  },
});

function settled(result: ProviderResult): ProviderAnswer {
  if (result.is === "recorded") return result.provider;
  if (result.is === "refused") throw problem(result.code);
  const fields = result.faults.map(({ field, code }) => ({
    field,
    code,
    message: providerFaults[code],
  }));
  throw problem("provider_invalid", { fields });
}

export const providerRoutes: RouteModule = {
  name: "providers",
  routes: [list, show, add, change],
  problems: {
    npi_taken: { status: 409, title: "A provider of the practice has this NPI already" },
    provider_invalid: { status: 422, title: "The provider is not described rightly" },
  },
};
