import type { RandomSource } from "@headwater/platform/random/random.ts";
import {
  type PracticesDatabase,
  withNoPractice,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import {
  findPracticeByName,
  insertPractice,
  type Practice,
  type PracticeKind,
} from "../../masters/practice/practice.store.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { createAccounts } from "./account.store.ts";

export type CreatePracticeResult =
  | { readonly is: "created"; readonly practice: Practice }
  | { readonly is: "refused"; readonly code: "PRACTICE_NAME_INVALID" | "PRACTICE_NAME_TAKEN" };

/**
 * Adds a practice to the directory and opens its books. The name is trimmed and has 1 to 200
 * characters. Whoever calls has checked that the actor may create practices.
 */
export async function createPractice(
  database: PracticesDatabase,
  wanted: { readonly name: string; readonly kind: PracticeKind },
  by: { readonly actor: string; readonly random: RandomSource },
): Promise<CreatePracticeResult> {
  const name = wanted.name.trim();
  if (name.length < 1 || name.length > 200) return { is: "refused", code: "PRACTICE_NAME_INVALID" };
  const named = { publicId: by.random.uuid(), name, kind: wanted.kind };
  const practice = await withNoPractice(database, { actor: by.actor }, (transaction) =>
    insertPractice(transaction, named),
  );
  if (practice === undefined) return { is: "refused", code: "PRACTICE_NAME_TAKEN" };
  await openBooks(database, practice, by.actor);
  return { is: "created", practice };
}

/**
 * The practice of a name, created when there is none. Books that a broken-off creation left unopened
 * are opened.
 */
export async function practiceNamed(
  database: PracticesDatabase,
  wanted: { readonly name: string; readonly kind: PracticeKind },
  by: { readonly actor: string; readonly random: RandomSource },
): Promise<CreatePracticeResult | { readonly is: "found"; readonly practice: Practice }> {
  const found = await withNoPractice(database, { actor: by.actor }, (transaction) =>
    findPracticeByName(transaction, wanted.name.trim()),
  );
  if (found === undefined) return createPractice(database, wanted, by);
  await withPractice(database, { practiceId: found.practiceId, actor: by.actor }, (transaction) =>
    createAccounts(transaction, found.practiceId),
  );
  return { is: "found", practice: found };
}

async function openBooks(
  database: PracticesDatabase,
  { practiceId }: Practice,
  actor: string,
): Promise<void> {
  await withPractice(database, { practiceId, actor }, async (transaction) => {
    await createAccounts(transaction, practiceId);
    await appendEvents(transaction, [
      { kind: "practice-created", subjectKind: "practice", subjectId: practiceId },
    ]);
  });
}
