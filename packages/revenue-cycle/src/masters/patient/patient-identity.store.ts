import { sql } from "@headwater/platform/database/sql.ts";
import { errorCode } from "@headwater/platform/named-error.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { searchKey } from "./patient.ts";

/** An identity with the name under which its patient may be sought. */
export type NamedIdentity = {
  readonly identityKey: string;
  readonly lastName: string;
  readonly firstName: string | null;
};

/** Whether another patient is or was known under an identity. */
export async function isHeldByOther(
  transaction: PracticeTransaction,
  identityKey: string,
  patientId: number,
): Promise<boolean> {
  const { practiceId } = transaction;
  const held = await transaction.query(sql`
    select 1 from patients
    where practice_id = ${practiceId} and identity_key = ${identityKey} and patient_id <> ${patientId}
    union all
    select 1 from patient_identities
    where practice_id = ${practiceId} and identity_key = ${identityKey} and patient_id <> ${patientId}`);
  return held.length > 0;
}

/** Notes a further identity of a patient. */
export async function addIdentity(
  transaction: PracticeTransaction,
  patientId: number,
  { identityKey, lastName, firstName }: NamedIdentity,
): Promise<void> {
  await transaction.execute(sql`
    insert into patient_identities (practice_id, identity_key, patient_id, last_name_key, first_name_key)
    values (${transaction.practiceId}, ${identityKey}, ${patientId}, ${searchKey(lastName)},
      ${searchKey(firstName ?? "")})
    on conflict do nothing`);
}

/** The identity under which a patient is kept now. */
export async function identityOf(
  transaction: PracticeTransaction,
  patientId: number,
): Promise<string | undefined> {
  const row = await transaction.maybeOne<{ key: string }>(sql`
    select identity_key as key from patients
    where practice_id = ${transaction.practiceId} and patient_id = ${patientId}`);
  return row?.key;
}

/**
 * Gives a patient the identity of his new name and birthday and keeps the former one. An identity that
 * another patient has too is kept beside it, so that a file which names it is decided by the member id.
 */
export async function takeIdentity(
  transaction: PracticeTransaction,
  patientId: number,
  taking: { readonly former: NamedIdentity; readonly next: NamedIdentity },
): Promise<void> {
  const { former, next } = taking;
  if (former.identityKey === next.identityKey) return;
  await addIdentity(transaction, patientId, former);
  const isTaken =
    (await isHeldByOther(transaction, next.identityKey, patientId)) ||
    (await isDuplicate(transaction, () =>
      transaction.execute(sql`
        update patients set identity_key = ${next.identityKey}
        where practice_id = ${transaction.practiceId} and patient_id = ${patientId}`),
    ));
  if (isTaken) await addIdentity(transaction, patientId, next);
}

const duplicateKey = "23505";

/** Runs a change that may meet a unique key which somebody else has just taken; true if it did. */
export async function isDuplicate(
  transaction: PracticeTransaction,
  change: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await transaction.savepoint(change);
    return false;
  } catch (error) {
    if (errorCode(error) === duplicateKey) return true;
    throw error;
  }
}
