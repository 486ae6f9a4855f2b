import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type ReadEvent, readTransactions } from "@headwater/x12";
import { postRemittanceSet } from "../posting/post-remittance.command.ts";
import type { LiveSet } from "./set-feed.ts";
import type { SetResult } from "./transaction-set.store.ts";

/**
 * Claims of a set kept in memory for its second reading; a larger set is read from its document
 * again, which costs a second parse of that set alone.
 */
const claimsKept = 1000;

export type PostRemittanceSetInput = {
  readonly transactionSetId: number;
  readonly set: LiveSet;
  /** Reads a range of bytes of the file. */
  readonly read: (from: number, to: number) => AsyncIterable<Uint8Array>;
  readonly onProgress?: (claims: number) => void;
};

/** Posts one 835 set while its file is read: the survey takes the live events, the posting reads again. */
export async function postRemittance(
  transaction: PracticeTransaction,
  input: PostRemittanceSetInput,
): Promise<SetResult> {
  const { transactionSetId, onProgress } = input;
  const events = new RepeatableEvents(input);
  const posted = await postRemittanceSet(transaction, {
    transactionSetId,
    readEvents: () => events.read(),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const { verdict, reasonCode, claims } = posted;
  return {
    verdict,
    reasonCode,
    reason: reasonCode === undefined ? undefined : sentences[reasonCode],
    claims,
  };
}

class RepeatableEvents {
  readonly #input: PostRemittanceSetInput;
  #kept: (readonly ReadEvent[])[] | undefined = [];
  #claims = 0;
  #isComplete = false;

  constructor(input: PostRemittanceSetInput) {
    this.#input = input;
  }

  async *read(): AsyncGenerator<readonly ReadEvent[]> {
    if (!this.#isComplete) {
      yield* this.#readLive();
      return;
    }
    if (this.#kept !== undefined) yield* this.#kept;
    else yield* this.#readAgain();
  }

  async *#readLive(): AsyncGenerator<readonly ReadEvent[]> {
    for await (const batch of this.#input.set.events()) {
      for (const event of batch) if (event.type === "remittance-claim") this.#claims += 1;
      if (this.#claims > claimsKept) this.#kept = undefined;
      this.#kept?.push(batch);
      yield batch;
    }
    this.#isComplete = true;
  }

  async *#readAgain(): AsyncGenerator<readonly ReadEvent[]> {
    const { set, read } = this.#input;
    const { interchange, group, position } = set.header;
    const end = await set.finish();
    const bytes = read(position.offset, end.range.byteTo);
    yield* readTransactions(bytes, { resumeAt: { interchange, group, position } });
  }
}

/** Why a remittance did not post, and what to do. */
const sentences: Readonly<Record<string, string>> = {
  SET_NOT_INTACT:
    "The set is cut off, or its counts or control numbers do not agree. Ask the payer for it again.",
  SET_HAS_ERRORS: "Amounts or segments of the set cannot be read. The issues say where.",
  SET_WITHOUT_PAYMENT: "The set names no payment (BPR, TRN). Ask the payer for it again.",
  OUT_OF_BALANCE:
    "Its amounts do not add up, so none of it was posted. The remittance shows where and by how much.",
  PAYMENT_ALREADY_POSTED: "This payment was posted before from another file.",
  TRACE_WITH_OTHER_CONTENT:
    "A payment of this trace number is on file with other content. A person must decide.",
  NO_CLAIM_KNOWN:
    "None of its claims is on file. It posts by itself when the claims (837) are imported.",
  PAYEE_UNKNOWN: "It pays somebody who is not known as this practice. Import the claims, or check.",
  PREDETERMINATION_ONLY: "It prices services that were not billed, so no money moves.",
  PRENOTIFICATION: "It only announces electronic payments to come, so no money moves.",
};
