import type {
  AddressSource,
  ChargeSource,
  ClaimSources,
  CoverageSource,
  ProviderSource,
} from "./claim-sources.ts";

/** A field without which a claim cannot be built. */
export type MissingField = {
  /** Path in the sources: `patient.dateOfBirth`, `coverages.0.memberId`, `encounter.lines.1.units`. */
  readonly path: string;
  readonly code: "missing" | "out-of-range";
};

const mostDiagnoses = 12;
const mostPointers = 4;
const mostModifiers = 4;
const mostLines = 50;
const mostCoverages = 11;

/**
 * What a professional claim needs and the sources do not say (005010X222A1: required elements, and
 * those required of a patient who is the subscriber), in the order of the form.
 */
export function missingFields(sources: ClaimSources): MissingField[] {
  const found: MissingField[] = [];
  const need = (path: string, value: unknown) => {
    if (value === undefined || value === "") found.push({ path, code: "missing" });
  };
  const within = (path: string, isWithin: boolean) => {
    if (!isWithin) found.push({ path, code: "out-of-range" });
  };
  const check = { need, within };
  patientFields(sources, check);
  need("coverages", sources.coverages[0]);
  within("coverages", sources.coverages.length <= mostCoverages);
  sources.coverages.forEach((coverage, index) => {
    coverageFields(coverage, index, check);
  });
  billingFields(sources.providers.billing, check);
  encounterFields(sources, check);
  return found;
}

type Check = {
  readonly need: (path: string, value: unknown) => void;
  readonly within: (path: string, isWithin: boolean) => void;
};

function patientFields({ patient }: ClaimSources, { need }: Check): void {
  need("patient.lastName", patient.lastName);
  need("patient.firstName", patient.firstName);
  need("patient.dateOfBirth", patient.dateOfBirth);
  addressFields("patient.address", patient.address, need);
}

function addressFields(path: string, address: AddressSource, need: Check["need"]): void {
  need(`${path}.line1`, address.line1);
  need(`${path}.city`, address.city);
  need(`${path}.state`, address.state);
  need(`${path}.postalCode`, address.postalCode);
}

function coverageFields(coverage: CoverageSource, index: number, { need }: Check): void {
  const path = `coverages.${index}`;
  need(`${path}.memberId`, coverage.memberId);
  need(`${path}.payer.name`, coverage.payer.name);
  need(`${path}.payer.identifier`, coverage.payer.identifier);
  need(`${path}.relationship`, coverage.relationship);
  if (coverage.relationship !== "18") {
    need(`${path}.subscriber.lastName`, coverage.subscriber?.lastName);
  }
}

function billingFields(billing: ProviderSource | undefined, { need }: Check): void {
  need("providers.billing", billing);
  if (billing === undefined) return;
  need("providers.billing.npi", billing.npi);
  need("providers.billing.lastNameOrOrganization", billing.lastNameOrOrganization);
  need("providers.billing.taxId", billing.taxId);
  addressFields("providers.billing.address", billing.address, need);
}

function encounterFields({ encounter, facility }: ClaimSources, { need, within }: Check): void {
  need("encounter.serviceFrom", encounter.serviceFrom);
  need("encounter.placeOfService", encounter.placeOfService ?? facility?.placeOfService);
  need("encounter.diagnoses", encounter.diagnoses[0]);
  within("encounter.diagnoses", encounter.diagnoses.length <= mostDiagnoses);
  need("encounter.lines", encounter.lines[0]);
  within("encounter.lines", encounter.lines.length <= mostLines);
  encounter.lines.forEach((line, index) => {
    lineFields(line, `encounter.lines.${index}`, {
      need,
      within,
      diagnoses: encounter.diagnoses.length,
    });
  });
}

function lineFields(
  line: ChargeSource,
  path: string,
  { need, within, diagnoses }: Check & { readonly diagnoses: number },
): void {
  need(`${path}.procedureCode`, line.procedureCode);
  need(`${path}.units`, line.units);
  within(`${path}.chargedCents`, Number.isSafeInteger(line.chargedCents) && line.chargedCents >= 0);
  within(`${path}.modifiers`, line.modifiers.length <= mostModifiers);
  need(`${path}.diagnosisPointers`, line.diagnosisPointers[0]);
  within(
    `${path}.diagnosisPointers`,
    line.diagnosisPointers.length <= mostPointers &&
      line.diagnosisPointers.every((pointer) => pointer >= 1 && pointer <= diagnoses),
  );
  if (line.ndc === undefined) return;
  need(`${path}.ndcQuantity`, line.ndcQuantity);
  need(`${path}.ndcUnit`, line.ndcUnit);
}
