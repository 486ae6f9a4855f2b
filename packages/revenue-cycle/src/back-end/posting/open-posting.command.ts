import { lookUpByKeys } from "@headwater/platform/database/look-up-by-keys.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadAccounts } from "../../books/account/account.store.ts";
import { closedMonths, lockBooks } from "../../books/period/period.store.ts";
import type { PostingScope } from "./post-claims.command.ts";
import { postingFacts } from "./posting-facts.store.ts";

/** Takes the books for posting until the transaction ends, and reads what every posting needs. */
export async function openPosting(transaction: PracticeTransaction): Promise<PostingScope> {
  await lockBooks(transaction);
  await lookUpByKeys(transaction);
  const facts = await postingFacts();
  const accounts = await loadAccounts(transaction);
  return { books: { accounts, closedMonths: await closedMonths(transaction) }, facts };
}
