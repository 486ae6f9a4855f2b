import type { CoverageAnswer } from "../coverage/coverage-answers.ts";
import { emptyCoverage, withStated } from "../coverage/coverage-draft.ts";
import {
  type CoverageDraft,
  coverageFaults,
  coverageFaultsOf,
  overlapsOf,
  tidyCoverage,
} from "../coverage/decide-coverage.ts";
import type { ImportTable, ImportTableRow } from "../csv/read-import-table.ts";
import { memberIdKey, normalizedName } from "../identifier-key.ts";
import {
  changedColumns,
  type ImportPlan,
  type ImportReason,
  planImport,
} from "../import-preview.ts";
import { isLineOfBusiness } from "../payer/filing-indicator.ts";
import { payerIdentifierKey } from "../payer/payer.ts";
import {
  type PatientDraft,
  patientFaults,
  patientFaultsOf,
  tidyPatient,
} from "./decide-patient.ts";
import { findDuplicates } from "./find-duplicates.ts";
import type { PatientAnswer } from "./patient-answers.ts";
import { draftOfPatient, emptyPatient } from "./patient-draft.ts";
import { typedDay } from "./patient-meanings.ts";

const patientColumnOf = {
  lastName: "last_name",
  firstName: "first_name",
  dateOfBirth: "date_of_birth",
  gender: "gender",
  chartNumber: "chart_number",
  middleName: "middle_name",
  suffix: "suffix",
  addressLine1: "address_line1",
  addressLine2: "address_line2",
  city: "city",
  state: "state",
  postalCode: "postal_code",
  phone: "phone",
  email: "email",
} as const;
const guarantorColumnOf = {
  relationship: "guarantor_relationship",
  lastName: "guarantor_last_name",
  firstName: "guarantor_first_name",
  phone: "guarantor_phone",
  addressLine1: "guarantor_address_line1",
  city: "guarantor_city",
  state: "guarantor_state",
  postalCode: "guarantor_postal_code",
} as const;
const coverageColumnOf = {
  memberId: "member_id",
  groupNumber: "group_number",
  groupName: "group_name",
  medicareSecondaryType: "medicare_secondary_type",
  relationship: "relationship",
  subscriberLastName: "subscriber_last_name",
  subscriberFirstName: "subscriber_first_name",
  subscriberDateOfBirth: "subscriber_date_of_birth",
  subscriberGender: "subscriber_gender",
  effectiveFrom: "coverage_from",
  effectiveTo: "coverage_to",
} as const;

/** One row is a patient with at most one coverage; a further coverage is a row of its own with its rank. */
export const patientColumns = {
  required: ["last_name", "first_name", "date_of_birth", "gender"],
  optional: [
    ...Object.values(patientColumnOf).slice(4),
    ...Object.values(guarantorColumnOf),
    "payer_identifier",
    "rank",
    ...Object.values(coverageColumnOf),
  ],
} as const;

/** A patient on file with what pays for him. */
export type KnownImportPatient = Omit<PatientAnswer, "guarantor"> & {
  readonly guarantor: { readonly id: number } | null;
  readonly coverages: readonly CoverageAnswer[];
};

export type ImportPayer = {
  readonly id: number;
  readonly key: string;
  readonly lineOfBusiness: string | null;
  readonly filingIndicator: string | null;
};

export type PatientImport = {
  readonly patient: PatientDraft;
  readonly coverage: CoverageDraft | undefined;
};

/** What the rows are compared with: patients of the same birthdays or chart numbers, and all payers. */
export type PatientImportFacts = {
  readonly known: readonly KnownImportPatient[];
  readonly payers: readonly ImportPayer[];
  readonly today: string;
};

export const importPatientFaults = {
  PAYER_UNKNOWN: "The practice has no payer with this identifier; add it first.",
  PAYER_MISSING: "A member id needs the identifier of its payer.",
  RANK_INVALID: "The order goes from 1, which is billed first, to 11.",
  CHART_NUMBER_OF_OTHER: "This chart number is another patient's.",
  SEVERAL_ON_FILE: "Several patients on file have this name and birthday: state the chart number.",
  RANK_TAKEN: "Another coverage stands at this place of the order at the time.",
} as const;

/**
 * Decides on the rows of a list of patients. A patient is known by his chart number, else by name and
 * birthday; one who is only nearly the same is refused, so that a person looks. An empty cell leaves what
 * is on file.
 */
export function planPatients(
  table: ImportTable,
  facts: PatientImportFacts,
): ImportPlan<PatientImport, KnownImportPatient> {
  const finder = new PatientFinder(facts.known);
  return planImport<PatientImport, KnownImportPatient>(table, {
    read: (row) => readRow(row, finder, facts),
    keyOf: ({ patient, coverage }) =>
      `${patient.chartNumber || nameKey(patient)}|${coverage?.rank ?? ""}|${coverage?.effectiveFrom ?? ""}`,
    knownOf: ({ patient }) => finder.find(patient)[0],
    changesOf: changesOf,
    against: ({ patient, coverage }, known) => [
      ...(known === undefined ? nearOnFile(patient, finder.bornOn(patient.dateOfBirth)) : []),
      ...overlapReasons(coverage, known),
    ],
  });
}

function nameKey(patient: {
  lastName: string;
  firstName: string | null;
  dateOfBirth: string | null;
}) {
  const { lastName, firstName, dateOfBirth } = patient;
  return `${normalizedName(lastName)}|${normalizedName(firstName ?? "")}|${dateOfBirth}`;
}

class PatientFinder {
  readonly #byChart = new Map<string, KnownImportPatient>();
  readonly #byName = new Map<string, KnownImportPatient[]>();
  readonly #byBirth = new Map<string, KnownImportPatient[]>();

  constructor(known: readonly KnownImportPatient[]) {
    for (const patient of known) {
      if (patient.chartNumber !== null) this.#byChart.set(patient.chartNumber, patient);
      const key = nameKey(patient);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), patient]);
      const born = patient.dateOfBirth ?? "";
      const same = this.#byBirth.get(born);
      if (same === undefined) this.#byBirth.set(born, [patient]);
      else same.push(patient);
    }
  }

  bornOn(day: string): readonly KnownImportPatient[] {
    return this.#byBirth.get(day) ?? [];
  }

  /** By chart number, else by name and birthday; several when the name does not tell. */
  find(draft: Pick<PatientDraft, "chartNumber" | "lastName" | "firstName" | "dateOfBirth">) {
    const byChart = draft.chartNumber === "" ? undefined : this.#byChart.get(draft.chartNumber);
    if (byChart !== undefined) return [byChart];
    const named = this.#byName.get(nameKey(draft)) ?? [];
    // Whoever has a chart number of his own is not the one with another.
    return draft.chartNumber === "" ? named : named.filter((one) => one.chartNumber === null);
  }
}

function readRow(
  row: ImportTableRow,
  finder: PatientFinder,
  facts: PatientImportFacts,
): PatientImport | readonly ImportReason[] {
  const typed = withCells(row, emptyPatient, patientColumnOf);
  const candidates = finder.find(tidyPatient(typed));
  if (candidates.length > 1) return [fault("last_name", "SEVERAL_ON_FILE")];
  const [known] = candidates;
  const start = known === undefined ? emptyPatient : draftOfPatient(known);
  const patient = tidyPatient({
    ...withCells(row, start, patientColumnOf),
    guarantor: guarantorOf(row, start),
  });
  const reasons: ImportReason[] = patientFaultsOf(patient, facts.today).map(({ field, code }) => ({
    column: columnOf(field),
    code,
    reason: patientFaults[code],
  }));
  if (known !== undefined && !isSamePerson(known, patient)) {
    reasons.push(fault("chart_number", "CHART_NUMBER_OF_OTHER"));
  }
  const coverage = readCoverage(row, known, facts);
  if (Array.isArray(coverage)) reasons.push(...coverage);
  return reasons.length > 0
    ? reasons
    : { patient, coverage: Array.isArray(coverage) ? undefined : coverage };
}

/** A chart number may follow a new name or a corrected birthday, but not both at once. */
function isSamePerson(known: KnownImportPatient, draft: PatientDraft): boolean {
  return (
    known.dateOfBirth === draft.dateOfBirth ||
    (normalizedName(known.lastName) === normalizedName(draft.lastName) &&
      normalizedName(known.firstName ?? "") === normalizedName(draft.firstName))
  );
}

function guarantorOf(row: ImportTableRow, start: PatientDraft): PatientDraft["guarantor"] {
  const isStated = row.cell(guarantorColumnOf.lastName) !== "";
  const isKept = !isStated || start.guarantor.guarantorId !== null;
  // A guarantor on file is changed by a person, for all patients he answers for.
  return isKept ? start.guarantor : withCells(row, start.guarantor, guarantorColumnOf);
}

function readCoverage(
  row: ImportTableRow,
  known: KnownImportPatient | undefined,
  { payers, today }: PatientImportFacts,
): CoverageDraft | undefined | ImportReason[] {
  const memberId = row.cell("member_id");
  const identifier = row.cell("payer_identifier");
  if (memberId === "" && identifier === "") return undefined;
  if (identifier === "") return [fault("payer_identifier", "PAYER_MISSING")];
  const payer = payers.find(({ key }) => key === payerIdentifierKey(identifier));
  if (payer === undefined) return [fault("payer_identifier", "PAYER_UNKNOWN")];
  const rank = row.cell("rank") === "" ? 1 : Number(row.cell("rank"));
  if (!Number.isInteger(rank) || rank < 1 || rank > 11) return [fault("rank", "RANK_INVALID")];
  const onFile = heldCoverage(known, { payerId: payer.id, memberId });
  const start = onFile === undefined ? emptyCoverage : draftOfKnown(onFile);
  const draft = tidyCoverage({
    ...withCells(row, start, coverageColumnOf),
    payerId: payer.id,
    rank,
  });
  const line = payer.lineOfBusiness;
  const terms = {
    lineOfBusiness: line !== null && isLineOfBusiness(line) ? line : undefined,
    filingIndicator: payer.filingIndicator ?? undefined,
    planIsOfPayer: true,
  };
  const faults = coverageFaultsOf(draft, terms, today);
  if (faults.length === 0) return draft;
  return faults.map(({ field, code }) => ({
    column: (coverageColumnOf as Readonly<Record<string, string>>)[field] ?? field,
    code,
    reason: coverageFaults[code],
  }));
}

/** The filing indicator of an answer may be the payer's own: only a person states another one. */
function draftOfKnown(coverage: CoverageAnswer): CoverageDraft {
  return { ...withStated(emptyCoverage, coverage), filingIndicator: "" };
}

/** The coverage on file that a row means: of the same payer and member id. */
export function heldCoverage(
  known: { readonly coverages: readonly CoverageAnswer[] } | undefined,
  draft: Pick<CoverageDraft, "payerId" | "memberId">,
): CoverageAnswer | undefined {
  return known?.coverages.find(
    (one) =>
      one.payerId === draft.payerId && memberIdKey(one.memberId) === memberIdKey(draft.memberId),
  );
}

function changesOf(
  { patient, coverage }: PatientImport,
  known: KnownImportPatient,
): readonly ImportReason[] {
  const before = tidyPatient(draftOfPatient(known));
  const own = Object.entries(patientColumnOf).map(([field, column]) => {
    const name = field as keyof typeof patientColumnOf;
    return [column, before[name], patient[name]] as const;
  });
  const registered = known.isRegistered ? [] : [["registered", "no", "yes"] as const];
  return changedColumns([...registered, ...own, ...coverageChanges(coverage, known)]);
}

function coverageChanges(coverage: CoverageDraft | undefined, known: KnownImportPatient) {
  if (coverage === undefined) return [];
  const onFile = heldCoverage(known, coverage);
  if (onFile === undefined) return [["member_id", "", coverage.memberId] as const];
  const before = tidyCoverage(draftOfKnown(onFile));
  const own = Object.entries(coverageColumnOf).map(([field, column]) => {
    const name = field as keyof typeof coverageColumnOf;
    return [column, before[name], coverage[name]] as const;
  });
  return [["rank", String(before.rank), String(coverage.rank)] as const, ...own];
}

function overlapReasons(
  coverage: CoverageDraft | undefined,
  known: KnownImportPatient | undefined,
): ImportReason[] {
  if (coverage === undefined || known === undefined) return [];
  const id = heldCoverage(known, coverage)?.id ?? 0;
  const days = {
    id,
    rank: coverage.rank,
    effectiveFrom: coverage.effectiveFrom || null,
    effectiveTo: coverage.effectiveTo || null,
  };
  const others = known.coverages.filter((one) => one.id !== id);
  const overlaps = overlapsOf([...others, days]).filter(({ ids }) => ids.includes(id));
  return overlaps.length > 0 ? [fault("rank", "RANK_TAKEN")] : [];
}

/** Somebody of the same birthday and nearly the same name: a person must say who it is. */
function nearOnFile(draft: PatientDraft, known: readonly KnownImportPatient[]): ImportReason[] {
  const comparable = (one: PatientDraft | KnownImportPatient) => ({
    lastName: one.lastName,
    firstName: one.firstName ?? "",
    dateOfBirth: one.dateOfBirth ?? undefined,
    phone: undefined,
    memberIdKeys: [],
  });
  const near = findDuplicates(
    comparable(draft),
    known.map((one) => ({ ...comparable(one), patientId: one.id })),
  );
  return near.slice(0, 1).map(({ patientId }) => ({
    column: "last_name",
    code: "MAY_BE_ON_FILE",
    reason: `Patient ${patientId} on file may be the same: register or complete this one by hand.`,
  }));
}

/** The draft with what the row states; days may be written as people here write them. */
function withCells<Draft extends object>(
  row: ImportTableRow,
  draft: Draft,
  columns: Readonly<Record<string, string>>,
): Draft {
  const stated = Object.entries(columns)
    .map(([field, column]) => [field, row.cell(column)] as const)
    .filter(([, cell]) => cell !== "")
    .map(([field, cell]) => [field, typedDay(cell) ?? cell]);
  return { ...draft, ...Object.fromEntries(stated) };
}

function columnOf(field: string): string {
  const [, ofGuarantor] = field.split("guarantor.");
  const columns: Readonly<Record<string, string>> =
    ofGuarantor === undefined ? patientColumnOf : guarantorColumnOf;
  return columns[ofGuarantor ?? field] ?? field;
}

function fault(column: string, code: keyof typeof importPatientFaults): ImportReason {
  return { column, code, reason: importPatientFaults[code] };
}
