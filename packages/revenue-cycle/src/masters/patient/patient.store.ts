import { createHash } from "node:crypto";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { NamedPatient } from "./patient.ts";

const columns = [
  "practice_id",
  "identity_key",
  "last_name",
  "first_name",
  "middle_name",
  "suffix",
  "date_of_birth",
  "gender",
  "address_line1",
  "address_line2",
  "city",
  "state",
  "postal_code",
  "last_name_key",
  "first_name_key",
  "named_member_key",
] as const;

/** A patient on file whom a claim names, and the identity under which he is kept now. */
export type ResolvedPatient = { readonly patientId: number; readonly identityKey: string };

/** Under what a naming is looked up among those of one set: identity and member id. */
export function namingKey(patient: NamedPatient): string {
  return `${patient.identityText}\n${patient.memberIdKey ?? ""}`;
}

/** The digest that stands for an identity. */
export function identityKeyOf(identityText: string): string {
  return createHash("sha256").update(identityText).digest("hex");
}

/**
 * The patients whom claims name, by naming key; unknown ones are added as they are named. A patient who
 * was described anew is found by his earlier identities too. An identity of two patients is told apart by
 * the member id of their coverages; where that does not tell, the claim's patient is one of his own,
 * whom only files name: nobody is taken for somebody else.
 *
 * Two transactions may add the same patient: the second waits for the first and takes its row. They are
 * added in the order of their keys, so that neither waits for the other.
 */
export async function patientsNamed(
  transaction: PracticeTransaction,
  patients: readonly NamedPatient[],
): Promise<Map<string, ResolvedPatient>> {
  const namings = new Map(patients.map((patient) => [namingKey(patient), patient]));
  if (namings.size === 0) return new Map();
  const keys = new Map(
    [...namings].map(([key, { identityText }]) => [key, identityKeyOf(identityText)]),
  );
  const known = await patientsByKey(transaction, [...new Set(keys.values())]);
  const tell = await tellerApart(transaction, known);
  const sought = new Map<string, string>();
  const resolved = new Map<string, ResolvedPatient>();
  for (const [naming, patient] of namings) {
    const key = keys.get(naming) ?? "";
    const candidates = known.get(key) ?? [];
    const found = candidates.length > 1 ? tell(candidates, patient.memberIdKey) : candidates[0];
    if (found !== undefined) resolved.set(naming, found);
    else sought.set(naming, candidates.length > 1 ? undecidedKey(patient) : key);
  }
  const added = await addNamed(transaction, sought, namings);
  for (const [naming, patient] of added) resolved.set(naming, patient);
  return resolved;
}

/** The identity of somebody who may be one of two patients: his own until a person decides. */
function undecidedKey(patient: NamedPatient): string {
  return identityKeyOf(`${patient.identityText}|undecided:${patient.memberIdKey ?? ""}`);
}

async function addNamed(
  transaction: PracticeTransaction,
  sought: ReadonlyMap<string, string>,
  namings: ReadonlyMap<string, NamedPatient>,
): Promise<Map<string, ResolvedPatient>> {
  if (sought.size === 0) return new Map();
  const byKey = new Map<string, NamedPatient | undefined>();
  for (const [naming, key] of sought) {
    if (!byKey.has(key)) byKey.set(key, namings.get(naming));
  }
  const missing = [...byKey.keys()].sort();
  await transaction.bulkInsert({
    table: "patients",
    columns,
    rows: missing.map((key) => [transaction.practiceId, key, ...namedValues(byKey.get(key))]),
    onConflict: "nothing",
  });
  const known = await patientsByKey(transaction, missing);
  return new Map(
    [...sought].flatMap(([naming, key]) => {
      const patient = (known.get(key) ?? []).find(({ identityKey }) => identityKey === key);
      return patient === undefined ? [] : [[naming, patient] as const];
    }),
  );
}

/** Patients by the keys under which they are or were known; one who was joined is the one he went to. */
async function patientsByKey(
  transaction: PracticeTransaction,
  keys: readonly string[],
): Promise<Map<string, ResolvedPatient[]>> {
  const { practiceId } = transaction;
  const rows = await transaction.query<ResolvedPatient & { key: string }>(sql`
    select identity_key as key, coalesce(merged_into, patient_id) as "patientId",
      identity_key as "identityKey"
    from patients
    where practice_id = ${practiceId} and identity_key = any (${[...keys]}::text[])
    union all
    select i.identity_key, coalesce(p.merged_into, i.patient_id), p.identity_key
    from patient_identities i
    join patients p on p.practice_id = ${practiceId} and p.patient_id = i.patient_id
    where i.practice_id = ${practiceId} and i.identity_key = any (${[...keys]}::text[])
      and p.identity_key <> i.identity_key`);
  const found = new Map<string, ResolvedPatient[]>();
  for (const { key, ...patient } of rows) {
    const known = found.get(key) ?? [];
    const isKnown = known.some(({ patientId }) => patientId === patient.patientId);
    if (!isKnown) found.set(key, [...known, patient]);
  }
  return found;
}

type Teller = (
  candidates: readonly ResolvedPatient[],
  memberIdKey: string | undefined,
) => ResolvedPatient | undefined;

/** Tells candidates apart by the member ids of their coverages: only one of them may have it. */
async function tellerApart(
  transaction: PracticeTransaction,
  known: ReadonlyMap<string, readonly ResolvedPatient[]>,
): Promise<Teller> {
  const unclear = [...known.values()].filter((candidates) => candidates.length > 1).flat();
  if (unclear.length === 0) return () => undefined;
  const rows = await transaction.query<{ patientId: number; member: string }>(sql`
    select patient_id as "patientId", member_id_key as member from coverages
    where practice_id = ${transaction.practiceId}
      and patient_id = any (${unclear.map(({ patientId }) => patientId)}::bigint[])`);
  const members = new Set(rows.map(({ patientId, member }) => `${patientId} ${member}`));
  return (candidates, memberIdKey) => {
    const having = candidates.filter(({ patientId }) => members.has(`${patientId} ${memberIdKey}`));
    return having.length === 1 ? having[0] : undefined;
  };
}

/** The named part of a row, in the order of the columns. */
function namedValues(patient: NamedPatient | undefined) {
  return [
    patient?.lastName,
    patient?.firstName,
    patient?.middleName,
    patient?.suffix,
    patient?.dateOfBirth,
    patient?.gender,
    patient?.addressLine1,
    patient?.addressLine2,
    patient?.city,
    patient?.state,
    patient?.postalCode,
    patient?.lastNameKey,
    patient?.firstNameKey,
    patient?.memberIdKey,
  ];
}
