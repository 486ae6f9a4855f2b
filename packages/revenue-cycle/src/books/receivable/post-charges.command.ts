import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { enterPostings, type OpenBooks } from "../transfer/transfer.store.ts";
import { insertReceivables } from "./receivable.store.ts";
import { emptyReceivable } from "./receivable.ts";

/** The charges of a claim that has just been recorded. */
export type ClaimCharges = {
  readonly claimId: number;
  /** The date its charges count from: the submission's date, else the service date. */
  readonly on: string;
  /** Where a file says so; absent for claims that are built here. */
  readonly transactionSetId?: number;
  readonly segmentFrom?: number;
  readonly segmentTo?: number;
  readonly lines: readonly { readonly lineNumber: number; readonly chargedCents: number }[];
};

/**
 * Posts the charges of new claims: what every line charges is expected from payers. Writes the
 * receivable of every line, one posting per claim and one transfer per line with a charge.
 */
export async function postCharges(
  transaction: PracticeTransaction,
  books: OpenBooks,
  claims: readonly ClaimCharges[],
): Promise<void> {
  const postingIds = await transaction.reserveIds("postings", "posting_id", claims.length);
  await insertReceivables(
    transaction,
    claims.flatMap(({ claimId, lines }) =>
      lines.map(({ lineNumber, chargedCents }) => ({
        claimId,
        lineNumber,
        receivable: {
          ...emptyReceivable(),
          charged: chargedCents,
          openInsurance: chargedCents,
        },
      })),
    ),
  );
  await enterPostings(
    transaction,
    books,
    claims.map((claim, index) => ({
      postingId: postingIds[index] ?? 0,
      kind: "charge",
      claimId: claim.claimId,
      transactionSetId: claim.transactionSetId,
      segmentFrom: claim.segmentFrom,
      segmentTo: claim.segmentTo,
      on: claim.on,
      transfers: claim.lines
        .filter(({ chargedCents }) => chargedCents > 0)
        .map(({ lineNumber, chargedCents }) => ({
          debit: "insurance-receivable",
          credit: "charges",
          cents: chargedCents,
          claimId: claim.claimId,
          lineNumber,
        })),
    })),
  );
}
