import { describe, expect, test } from "vitest";
import { type EnrollmentDraft, enrollmentFaultsOf } from "./enrollment/decide-enrollment.ts";
import {
  type FacilityDraft,
  facilityFaultsOf,
  facilityWarningsOf,
  tidyFacility,
} from "./facility/decide-facility.ts";
import { type PayerDraft, payerFaultsOf, tidyPayer } from "./payer/decide-payer.ts";
import { type PlanDraft, planFaultsOf, tidyPlan } from "./plan/decide-plan.ts";
import {
  type BillingStanding,
  type PracticeProfileDraft,
  practiceProfileFaultsOf,
  tidyPracticeProfile,
} from "./practice/decide-practice-profile.ts";

const codesOf = (faults: readonly { readonly code: string }[]) => faults.map(({ code }) => code);

describe("a facility", () => {
  const draft: FacilityDraft = {
    name: " Main  Street ",
    npi: "1234567893",
    placeOfService: "11",
    cliaNumber: "33d-1234567",
    addressLine1: "1 Main Street",
    addressLine2: "",
    city: "Albany",
    state: "ny",
    postalCode: "12207-1234",
    phone: "(518) 555-0100",
    effectiveFrom: "2026-01-01",
    effectiveTo: "",
  };
  test("is kept trimmed, with digits and upper case", () => {
    expect(tidyFacility(draft)).toMatchObject({
      name: "Main Street",
      cliaNumber: "33D1234567",
      state: "NY",
      postalCode: "122071234",
      phone: "5185550100",
    });
  });
  test.each<[string, Partial<FacilityDraft>, string[]]>([
    ["nothing", {}, []],
    ["no name", { name: " " }, ["NAME_MISSING"]],
    ["a check digit", { npi: "1234567890" }, ["NPI_INVALID"]],
    ["a place of one digit", { placeOfService: "1" }, ["PLACE_OF_SERVICE_INVALID"]],
    ["a place of letters", { placeOfService: "AB" }, ["PLACE_OF_SERVICE_INVALID"]],
    ["a CLIA number", { cliaNumber: "33X1234567" }, ["CLIA_INVALID"]],
    ["half an address", { city: "" }, ["ADDRESS_INCOMPLETE"]],
    ["a telephone", { phone: "555-0100" }, ["PHONE_INVALID"]],
    ["its days", { effectiveTo: "2025-01-01" }, ["DAYS_REVERSED"]],
    ["a day", { effectiveFrom: "2026-02-30" }, ["DATE_INVALID"]],
  ])("is wrong by %s", (_name, part, codes) => {
    expect(codesOf(facilityFaultsOf(tidyFacility({ ...draft, ...part }), "known"))).toEqual(codes);
  });
  test("has a place of service that the loaded codes know", () => {
    expect(codesOf(facilityFaultsOf(tidyFacility(draft), "absent"))).toEqual([
      "PLACE_OF_SERVICE_UNKNOWN",
    ]);
    expect(facilityFaultsOf(tidyFacility(draft), "not-loaded")).toEqual([]);
  });
  test("is warned of without an address, and of a ZIP code of five digits", () => {
    const none = { addressLine1: "", city: "", state: "", postalCode: "" };
    expect(facilityWarningsOf(tidyFacility(draft))).toEqual([]);
    expect(codesOf(facilityWarningsOf(tidyFacility({ ...draft, ...none })))).toEqual([
      "ADDRESS_INCOMPLETE",
    ]);
    expect(codesOf(facilityWarningsOf(tidyFacility({ ...draft, postalCode: "12207" })))).toEqual([
      "ADDRESS_NEEDS_ZIP_PLUS_FOUR",
    ]);
  });
});

describe("a payer", () => {
  const draft: PayerDraft = {
    name: "Northway Health",
    identifier: " NWH 01 ",
    lineOfBusiness: "commercial",
    filingIndicator: "ci",
    claimRoute: "electronic",
    connectionName: "",
    addressLine1: "",
    addressLine2: "",
    city: "",
    state: "",
    postalCode: "",
    phone: "",
  };
  test.each<[string, Partial<PayerDraft>, string[]]>([
    ["nothing", {}, []],
    ["no identifier", { identifier: "" }, []],
    ["no name", { name: "" }, ["NAME_MISSING"]],
    ["a separator in the identifier", { identifier: "A*B" }, ["IDENTIFIER_INVALID"]],
    ["an identifier of one character", { identifier: "A" }, ["IDENTIFIER_INVALID"]],
    ["another indicator", { filingIndicator: "09" }, ["FILING_INDICATOR_UNKNOWN"]],
    ["a telephone", { phone: "1" }, ["PHONE_INVALID"]],
  ])("is wrong by %s", (_name, part, codes) => {
    expect(codesOf(payerFaultsOf(tidyPayer({ ...draft, ...part })))).toEqual(codes);
  });
});

describe("a plan", () => {
  const draft: PlanDraft = {
    payerId: 1,
    name: "Northway PPO",
    kind: "ppo",
    groupNumber: "",
    filingIndicator: "12",
    needsReferral: false,
    needsAuthorization: true,
    effectiveFrom: "",
    effectiveTo: "",
  };
  test.each<[string, Partial<PlanDraft>, string[]]>([
    ["nothing", {}, []],
    ["no name", { name: "" }, ["NAME_MISSING"]],
    ["another indicator", { filingIndicator: "XX" }, ["FILING_INDICATOR_UNKNOWN"]],
    ["its days", { effectiveFrom: "2026-02-01", effectiveTo: "2026-01-01" }, ["DAYS_REVERSED"]],
  ])("is wrong by %s", (_name, part, codes) => {
    expect(codesOf(planFaultsOf(tidyPlan({ ...draft, ...part })))).toEqual(codes);
  });
});

describe("an enrolment", () => {
  const draft: EnrollmentDraft = {
    payerId: 1,
    providerId: null,
    transaction: "837P",
    state: "active",
    requestedOn: "2026-01-02",
    effectiveFrom: "2026-02-01",
    effectiveTo: "",
    payerProviderNumber: "",
  };
  test.each<[string, Partial<EnrollmentDraft>, string[]]>([
    ["nothing", {}, []],
    ["an active one without a day", { effectiveFrom: "" }, ["ACTIVE_NEEDS_DAY"]],
    ["a request without a day", { state: "requested", requestedOn: "" }, ["DATE_MISSING"]],
    ["an end without a day", { state: "ended" }, ["ENDED_NEEDS_DAY"]],
    ["a day of the request", { requestedOn: "soon" }, ["DATE_INVALID"]],
    ["its days", { effectiveTo: "2026-01-31" }, ["DAYS_REVERSED"]],
    ["one not needed", { state: "not-needed", requestedOn: "", effectiveFrom: "" }, []],
  ])("is wrong by %s", (_name, part, codes) => {
    expect(codesOf(enrollmentFaultsOf({ ...draft, ...part }))).toEqual(codes);
  });
});

describe("a practice profile", () => {
  const draft: PracticeProfileDraft = {
    billingProviderId: 1,
    submitterName: "Riverside Family Medicine",
    submitterIdentifier: "RFM01",
    contactName: "Billing",
    contactPhone: "518-555-0100",
    contactEmail: "",
    remitLine1: "PO Box 12",
    remitLine2: "",
    remitCity: "Albany",
    remitState: "ny",
    remitPostalCode: "12207",
    statementPhone: "",
    statementMessage: "",
  };
  test.each<[string, Partial<PracticeProfileDraft>, BillingStanding, string[]]>([
    ["nothing", {}, "bills", []],
    ["an unknown provider", {}, "absent", ["PROVIDER_UNKNOWN"]],
    ["one who does not bill", {}, "does-not-bill", ["PROVIDER_DOES_NOT_BILL"]],
    ["a long name", { submitterName: "N".repeat(61) }, "bills", ["TOO_LONG"]],
    ["a separator", { submitterIdentifier: "A:B" }, "bills", ["IDENTIFIER_INVALID"]],
    ["no way to the contact", { contactPhone: "" }, "bills", ["CONTACT_NEEDS_A_WAY"]],
    ["an e-mail", { contactEmail: "a@b" }, "bills", ["EMAIL_INVALID"]],
    ["half an address", { remitCity: "" }, "bills", ["ADDRESS_INCOMPLETE"]],
    ["a long text", { statementMessage: "a".repeat(1001) }, "bills", ["TOO_LONG"]],
  ])("is wrong by %s", (_name, part, standing, codes) => {
    const tidy = tidyPracticeProfile({ ...draft, ...part });
    expect(codesOf(practiceProfileFaultsOf(tidy, standing))).toEqual(codes);
  });
  test("names the field of the address that is missing", () => {
    const tidy = tidyPracticeProfile({ ...draft, remitCity: "" });
    expect(practiceProfileFaultsOf(tidy, "bills")[0]?.field).toBe("remitCity");
  });
});
