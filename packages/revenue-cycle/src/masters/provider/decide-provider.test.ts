import { describe, expect, it } from "vitest";
import {
  type ProviderDraft,
  providerFaultsOf,
  type TaxonomyStanding,
  tidyProvider,
} from "./decide-provider.ts";

const doctor: ProviderDraft = {
  npi: "1234567893",
  isOrganization: false,
  lastName: "Hale",
  firstName: "Ruth",
  middleName: "",
  credential: "MD",
  taxonomy: "207Q00000X",
  isBilling: false,
  isRendering: true,
  isSupervising: true,
  taxId: "",
  addressLine1: "",
  addressLine2: "",
  city: "",
  state: "",
  postalCode: "",
  phone: "",
  effectiveFrom: "2026-01-01",
  effectiveTo: "",
};

const group: ProviderDraft = {
  ...doctor,
  isOrganization: true,
  lastName: "Riverside Family Medicine",
  firstName: "",
  isBilling: true,
  isRendering: false,
  isSupervising: false,
  taxId: "123456789",
  addressLine1: "1 River Street",
  city: "Albany",
  state: "NY",
  postalCode: "122071234",
};

describe("a provider", () => {
  it.each<[string, ProviderDraft, TaxonomyStanding, string[]]>([
    ["a doctor", doctor, "known", []],
    ["a group that bills", group, "known", []],
    ["without a taxonomy set nothing is said of the code", doctor, "not-loaded", []],
    ["a wrong check digit", { ...doctor, npi: "1234567890" }, "known", ["npi NPI_INVALID"]],
    ["no name", { ...doctor, lastName: "" }, "known", ["lastName NAME_MISSING"]],
    [
      "a person without a first name",
      { ...doctor, firstName: "" },
      "known",
      ["firstName FIRST_NAME_MISSING"],
    ],
    [
      "an organization with one",
      { ...group, firstName: "R" },
      "known",
      ["firstName FIRST_NAME_OF_ORGANIZATION"],
    ],
    [
      "no role",
      { ...doctor, isRendering: false, isSupervising: false },
      "known",
      ["isRendering ROLE_MISSING"],
    ],
    [
      "an organization that supervises",
      { ...group, isSupervising: true },
      "known",
      ["isSupervising SUPERVISING_ORGANIZATION"],
    ],
    [
      "a taxonomy of another form",
      { ...doctor, taxonomy: "207Q" },
      "absent",
      ["taxonomy TAXONOMY_INVALID"],
    ],
    ["a taxonomy that is none", doctor, "absent", ["taxonomy TAXONOMY_UNKNOWN"]],
    [
      "who bills without a taxonomy",
      { ...group, taxonomy: "" },
      "absent",
      ["taxonomy BILLING_NEEDS_TAXONOMY"],
    ],
    [
      "who bills without a tax id",
      { ...group, taxId: "" },
      "known",
      ["taxId BILLING_NEEDS_TAX_ID"],
    ],
    [
      "a tax id of eight digits",
      { ...doctor, taxId: "12345678" },
      "known",
      ["taxId TAX_ID_INVALID"],
    ],
    [
      "who bills from a box",
      { ...group, addressLine1: "PO Box 12" },
      "known",
      ["addressLine1 BILLING_STREET_ADDRESS"],
    ],
    ["who bills without a city", { ...group, city: "" }, "known", ["city ADDRESS_INCOMPLETE"]],
    [
      "who bills with a short ZIP code",
      { ...group, postalCode: "12207" },
      "known",
      ["postalCode BILLING_NEEDS_ZIP_PLUS_FOUR"],
    ],
    [
      "half an address",
      { ...doctor, city: "Albany" },
      "known",
      ["addressLine1 ADDRESS_INCOMPLETE"],
    ],
    ["a state of three letters", { ...group, state: "NYS" }, "known", ["state STATE_INVALID"]],
    ["a short telephone number", { ...doctor, phone: "5551234" }, "known", ["phone PHONE_INVALID"]],
    [
      "a day that is none",
      { ...doctor, effectiveTo: "2026-02-30" },
      "known",
      ["effectiveTo DATE_INVALID"],
    ],
    [
      "days the wrong way round",
      { ...doctor, effectiveTo: "2025-12-31" },
      "known",
      ["effectiveTo DAYS_REVERSED"],
    ],
  ])("%s", (_, draft, standing, expected) => {
    const found = providerFaultsOf(draft, standing).map(({ field, code }) => `${field} ${code}`);
    expect(found).toEqual(expected);
  });

  it("is tidied before it is judged", () => {
    const typed = {
      ...group,
      npi: "123-456 7893",
      lastName: "  Riverside   Family ",
      taxonomy: " 207q00000x",
      state: "ny",
      postalCode: "12207-1234",
      phone: "(518) 555-0100",
    };
    expect(tidyProvider(typed)).toMatchObject({
      npi: "1234567893",
      lastName: "Riverside Family",
      taxonomy: "207Q00000X",
      state: "NY",
      postalCode: "122071234",
      phone: "5185550100",
    });
  });
});
