import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { codeStandings } from "../../masters/code-set/code-standings.query.ts";
import type { CodeLookup, CodeQuestion } from "./facts.ts";

/** Asks code sets beforehand, so that edits can be judged without waiting. */
export async function lookUpCodes(
  transaction: Transaction,
  questions: readonly CodeQuestion[],
): Promise<CodeLookup> {
  return codeStandings(transaction, questions);
}
