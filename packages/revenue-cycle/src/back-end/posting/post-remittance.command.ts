import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { ReadEvent } from "@headwater/x12";
import type { BalanceFault } from "../remittance/balance-remittance.ts";

/**
 * How a caller posts one 835 transaction set.
 *
 * The caller opens one transaction of the practice (`withPractice`), inserts the row of
 * `transaction_sets` with any provisional verdict, calls `postRemittanceSet`, and writes the verdict
 * and reason code it gets back into that row. Everything else (remittances, remittance claims, lines,
 * adjustments, provider adjustments, postings, transfers, receivables, the state of claims, denials,
 * work items, events, the payer) is written here, inside the same transaction. A `refused` set leaves
 * no remittance.
 *
 * `readEvents` is called twice (a survey that writes nothing, then the writing pass) and must yield
 * the same events both times: those of this one set, from `set-start` to `set-end`, in batches of any
 * size. Events of other kinds in between are ignored.
 *
 * Before the first remittance of a practice the caller has called `createAccounts` of
 * `books/account/account.store.ts`. A recorded claim has one row of `receivables` per service line
 * (`charged_cents` = `open_insurance_cents` = the line's charge) and its `charge` posting:
 * `postCharges` of `books/receivable/post-charges.command.ts` writes both.
 *
 * After claims were recorded in a transaction, `matchWaitingRemittances` of
 * `match-waiting-remittances.command.ts` must be called in it, or in one that follows, with their ids:
 * it posts what waited for them (suspense, held sets, patient payments) and sweeps what they replaced.
 */
export type PostRemittanceInput = {
  readonly transactionSetId: number;
  readonly readEvents: () => AsyncIterable<readonly ReadEvent[]>;
  /** Called after every chunk with the number of claims written so far. */
  readonly onProgress?: (claims: number) => void | Promise<void>;
};

export type RemittanceVerdict =
  | "posted"
  | "recorded"
  | "quarantined"
  | "held"
  | "duplicate"
  | "refused";

export type PostRemittanceResult = {
  readonly verdict: RemittanceVerdict;
  /**
   * Stable: SET_NOT_INTACT, SET_HAS_ERRORS, SET_WITHOUT_PAYMENT (refused); OUT_OF_BALANCE
   * (quarantined); PAYMENT_ALREADY_POSTED (duplicate); TRACE_WITH_OTHER_CONTENT, NO_CLAIM_KNOWN,
   * PAYEE_UNKNOWN (held); PREDETERMINATION_ONLY, PRENOTIFICATION (recorded).
   */
  readonly reasonCode: string | undefined;
  readonly remittanceId: number | undefined;
  readonly claims: number;
  /** For a quarantined set: the first 100 places where an equation fails. */
  readonly balanceFaults: readonly BalanceFault[];
};

export async function postRemittanceSet(
  _transaction: PracticeTransaction,
  _input: PostRemittanceInput,
): Promise<PostRemittanceResult> {
  throw new Error("not built yet");
}
