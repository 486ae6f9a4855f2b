import { identifier, join, sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { changedFields } from "../changed-fields.ts";
import { findGuarantor, insertGuarantor, updateGuarantor } from "../guarantor/guarantor.store.ts";
import { appendMasterEvents } from "../master-event.store.ts";
import { self } from "../relationship.ts";
import {
  type PatientDraft,
  type PatientFault,
  patientFaultsOf,
  tidyPatient,
} from "./decide-patient.ts";
import { likelyDuplicates, tellApart } from "./duplicates.query.ts";
import type { ComparablePatient, Duplicate } from "./find-duplicates.ts";
import { findPatient } from "./find-patient.query.ts";
import { identityKeyOf } from "./patient.store.ts";
import { identityTextOf, searchKey } from "./patient.ts";
import type { PatientAnswer } from "./patient-answers.ts";
import {
  addIdentity,
  identityOf,
  isDuplicate,
  isHeldByOther,
  type NamedIdentity,
  takeIdentity,
} from "./patient-identity.store.ts";

export type PatientResult =
  | { readonly is: "recorded"; readonly patient: PatientAnswer }
  | { readonly is: "invalid"; readonly faults: readonly PatientFault[] }
  /** Somebody on file may be the same, and nobody said that he is not. */
  | { readonly is: "may-exist"; readonly duplicates: readonly Duplicate[] }
  | {
      readonly is: "refused";
      readonly code: "not_found" | "revision_changed" | "chart_number_taken" | "patient_joined";
    };

export type PatientRegistration = {
  readonly typed: PatientDraft;
  /** Business date of the practice. */
  readonly today: string;
  /** A person has seen who may be the same and says that nobody is. */
  readonly confirmedNew: boolean;
  /** One of a list that is taken in: nobody compared it with who is on file. */
  readonly isListed?: boolean;
  /** Keys of member ids that the person shows, where some are known already. */
  readonly memberIdKeys?: readonly string[];
};

/** What a draft is compared by with the patients on file. */
export function comparable(
  draft: PatientDraft,
  memberIdKeys: readonly string[] = [],
): ComparablePatient {
  return {
    lastName: draft.lastName,
    firstName: draft.firstName,
    dateOfBirth: draft.dateOfBirth || undefined,
    phone: draft.phone || undefined,
    memberIdKeys,
  };
}

/** Registers a patient who is not on file, with his guarantor. */
export async function registerPatient(
  transaction: PracticeTransaction,
  { typed, today, confirmedNew, memberIdKeys, isListed }: PatientRegistration,
): Promise<PatientResult> {
  const draft = tidyPatient(typed);
  const refusal = await refusalOf(transaction, draft, { today, patientId: undefined });
  if (refusal !== undefined) return refusal;
  const duplicates = isListed
    ? []
    : await likelyDuplicates(transaction, comparable(draft, memberIdKeys));
  if (!confirmedNew && duplicates.length > 0) return { is: "may-exist", duplicates };
  const patientId = await insertPatient(transaction, draft);
  if (patientId === undefined) return { is: "refused", code: "chart_number_taken" };
  await tellApart(
    transaction,
    patientId,
    duplicates.map((other) => other.patientId),
  );
  await appendMasterEvents(transaction, [
    {
      kind: "patient-registered",
      subjectKind: "patient",
      subjectId: patientId,
      change: { confirmedNew },
    },
  ]);
  return recorded(transaction, patientId);
}

/** Adds the row of a patient with his guarantor; undefined when his chart number was just taken. */
async function insertPatient(
  transaction: PracticeTransaction,
  draft: PatientDraft,
): Promise<number | undefined> {
  const { practiceId } = transaction;
  const [patientId] = await transaction.reserveIds("patients", "patient_id", 1);
  if (patientId === undefined) throw new TypeError("no id was reserved");
  const guarantorId = await keepGuarantor(transaction, draft, undefined);
  const values = Object.entries({ ...valuesOf(draft), guarantor_id: guarantorId });
  const insert = (identityKey: string) =>
    transaction.execute(sql`
      insert into patients (practice_id, patient_id, identity_key, is_registered,
        ${join(values.map(([column]) => identifier(column)))})
      values (${practiceId}, ${patientId}, ${identityKey}, true,
        ${join(values.map(([, value]) => sql`${value}`))})
      on conflict do nothing`);
  const own = ownIdentity(draft);
  const isHeld = await isHeldByOther(transaction, own.identityKey, patientId);
  if (!isHeld && (await insert(own.identityKey)) === 1) return patientId;
  // Two people of one name and birthday: neither is taken for the other, see `patientsNamed`.
  if ((await insert(identityKeyOf(`${own.identityKey}|patient:${patientId}`))) === 0)
    return undefined;
  await addIdentity(transaction, patientId, own);
  return patientId;
}

/**
 * Describes a patient anew if he still has the revision that was seen; one whom only files named is
 * registered by it. Files that name him as before still find him.
 */
export async function changePatient(
  transaction: PracticeTransaction,
  patientId: number,
  change: PatientRegistration & { readonly revision: number },
): Promise<PatientResult> {
  const draft = tidyPatient(change.typed);
  const { today } = change;
  const refusal = await refusalOf(transaction, draft, { today, patientId });
  if (refusal !== undefined) return refusal;
  const before = await findPatient(transaction, patientId);
  if (before === undefined) return { is: "refused", code: "not_found" };
  if (before.mergedInto !== null) return { is: "refused", code: "patient_joined" };
  if (isOtherPerson(before, draft) && !change.isListed) {
    const duplicates = await likelyDuplicates(transaction, comparable(draft), patientId);
    if (!change.confirmedNew && duplicates.length > 0) return { is: "may-exist", duplicates };
    const others = duplicates.map((other) => other.patientId);
    await tellApart(transaction, patientId, others);
  }
  const former = await identityOf(transaction, patientId);
  let changed = 0;
  const isTaken = await isDuplicate(transaction, async () => {
    changed = await updatePatient(transaction, { before, draft, revision: change.revision });
  });
  if (isTaken) return { is: "refused", code: "chart_number_taken" };
  if (changed !== 1 || former === undefined) return { is: "refused", code: "revision_changed" };
  await takeIdentity(transaction, patientId, {
    former: { identityKey: former, lastName: before.lastName, firstName: before.firstName },
    next: ownIdentity(draft),
  });
  const result = await recorded(transaction, patientId);
  if (result.is === "recorded") {
    const fields = changedFields(before, result.patient).filter((field) => field !== "revision");
    await appendMasterEvents(transaction, [
      {
        kind: before.isRegistered ? "patient-changed" : "patient-registered",
        subjectKind: "patient",
        subjectId: patientId,
        change: { fields },
      },
    ]);
  }
  return result;
}

async function updatePatient(
  transaction: PracticeTransaction,
  change: {
    readonly before: PatientAnswer;
    readonly draft: PatientDraft;
    readonly revision: number;
  },
): Promise<number> {
  const { before, draft, revision } = change;
  // Only the revision that was seen may move the guarantor's record.
  if (before.revision !== revision) return 0;
  const guarantorId = await keepGuarantor(transaction, draft, before);
  const assignments = Object.entries({ ...valuesOf(draft), guarantor_id: guarantorId }).map(
    ([column, value]) => sql`${identifier(column)} = ${value}`,
  );
  return transaction.execute(sql`
    update patients set ${join(assignments)}, is_registered = true, revision = revision + 1
    where practice_id = ${transaction.practiceId} and patient_id = ${before.id}
      and revision = ${revision}`);
}

/** Whether the name or the birthday is another than before. */
function isOtherPerson(before: PatientAnswer, draft: PatientDraft): boolean {
  return (
    searchKey(before.lastName) !== searchKey(draft.lastName) ||
    searchKey(before.firstName ?? "") !== searchKey(draft.firstName) ||
    before.dateOfBirth !== draft.dateOfBirth
  );
}

function ownIdentity(draft: PatientDraft): NamedIdentity {
  const { lastName, firstName, dateOfBirth } = draft;
  const identityKey = identityKeyOf(identityTextOf(lastName, firstName, dateOfBirth));
  return { identityKey, lastName, firstName };
}

async function recorded(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<PatientResult> {
  const patient = await findPatient(transaction, patientId);
  if (patient === undefined) return { is: "refused", code: "not_found" };
  return { is: "recorded", patient };
}

/** What stands against a draft, whoever it is of. */
async function refusalOf(
  transaction: PracticeTransaction,
  draft: PatientDraft,
  of: { readonly today: string; readonly patientId: number | undefined },
): Promise<PatientResult | undefined> {
  const faults = patientFaultsOf(draft, of.today);
  const { relationship, guarantorId } = draft.guarantor;
  if (relationship !== self && guarantorId !== null) {
    const known = await findGuarantor(transaction, guarantorId);
    if (known === undefined)
      faults.push({ field: "guarantor.guarantorId", code: "GUARANTOR_UNKNOWN" });
  }
  if (faults.length > 0) return { is: "invalid", faults };
  if (draft.chartNumber === "") return undefined;
  const taken = await transaction.maybeOne(sql`
    select 1 from patients
    where practice_id = ${transaction.practiceId} and chart_number = ${draft.chartNumber}
      and patient_id <> ${of.patientId ?? 0}`);
  return taken === undefined ? undefined : { is: "refused", code: "chart_number_taken" };
}

/**
 * The guarantor of the draft: the patient himself is kept in step with his own record, a guarantor on
 * file stays as he is, another person is added.
 */
async function keepGuarantor(
  transaction: PracticeTransaction,
  draft: PatientDraft,
  before: PatientAnswer | undefined,
): Promise<number> {
  const { relationship, guarantorId, ...person } = draft.guarantor;
  if (relationship !== self) return guarantorId ?? insertGuarantor(transaction, person);
  if (before?.guarantor && before.guarantorRelationship === self) {
    await updateGuarantor(transaction, before.guarantor.id, { person: draft });
    return before.guarantor.id;
  }
  return insertGuarantor(transaction, draft);
}

function valuesOf(draft: PatientDraft): Record<string, string | boolean | null> {
  const stated = (text: string) => (text === "" ? null : text);
  return {
    chart_number: stated(draft.chartNumber),
    last_name: draft.lastName,
    first_name: stated(draft.firstName),
    middle_name: stated(draft.middleName),
    suffix: stated(draft.suffix),
    date_of_birth: draft.dateOfBirth,
    gender: draft.gender,
    date_of_death: stated(draft.dateOfDeath),
    address_line1: stated(draft.addressLine1),
    address_line2: stated(draft.addressLine2),
    city: stated(draft.city),
    state: stated(draft.state),
    postal_code: stated(draft.postalCode),
    country: stated(draft.country),
    phone: stated(draft.phone),
    email: stated(draft.email),
    is_emancipated: draft.isEmancipated,
    guarantor_relationship: draft.guarantor.relationship,
    last_name_key: searchKey(draft.lastName),
    first_name_key: searchKey(draft.firstName),
  };
}
