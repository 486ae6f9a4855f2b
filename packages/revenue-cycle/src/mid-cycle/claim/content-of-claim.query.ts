import type { Database } from "@headwater/platform/database/connect.ts";
import { postgresDocumentStore } from "@headwater/platform/documents/postgres-document-store.ts";
import type { RandomSource } from "@headwater/platform/random/random.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { WritableClaim } from "@headwater/x12";
import { findContent } from "./claim-content.store.ts";
import { readSentClaim, sentPlace } from "./read-sent-claim.query.ts";

/** With what a claim is read from its file, outside of a transaction. */
export type ContentReading = {
  readonly database: Database;
  readonly random: RandomSource;
  readonly practice: { readonly practiceId: number };
  readonly actor: { readonly name: string };
  inPractice<Result>(work: (transaction: PracticeTransaction) => Promise<Result>): Promise<Result>;
};

/** What a claim says: its content if it was written here, else what its file says; undefined if neither. */
export async function contentOfClaim(
  reading: ContentReading,
  claimId: number,
): Promise<WritableClaim | undefined> {
  const found = await reading.inPractice(async (transaction) => ({
    own: await findContent(transaction, claimId),
    place: await sentPlace(transaction, claimId),
  }));
  if (found.own !== undefined) return found.own.content;
  if (found.place === undefined) return undefined;
  const { database, random, practice, actor } = reading;
  const scope = { practiceId: practice.practiceId, actor: actor.name };
  return readSentClaim(postgresDocumentStore(database, random), scope, found.place);
}
