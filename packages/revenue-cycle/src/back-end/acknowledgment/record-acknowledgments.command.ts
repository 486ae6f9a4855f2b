import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type {
  ClaimAcknowledgment,
  ImplementationAcknowledgment,
  InterchangeAcknowledgment,
  ReadEvent,
} from "@headwater/x12";
import {
  candidateClaims,
  claimAnswersAbout,
  envelopeAnswersById,
  envelopeAnswersTo,
  hasClaimAnswers,
  insertClaimAnswerBatch,
  insertClaimAnswers,
  insertEnvelopeAnswers,
  relinkClaimAnswers,
} from "./acknowledgment.store.ts";
import { chooseAcknowledgedClaim } from "./choose-acknowledged-claim.ts";
import {
  batchAnswer,
  type CategoryOutcome,
  claimAnswer,
  type EnvelopeAnswer,
  implementationAnswers,
  interchangeAnswer,
} from "./read-acknowledgment.ts";
import { answersToSet, claimsOfSet, linkAnswers } from "./set-answers.store.ts";
import { ClaimSettler, type FieldOfStatus } from "./settle-claims.command.ts";

const chunkClaims = 2000;

/** What the reference tables say of status codes. */
export type AcknowledgmentCodes = {
  readonly outcomeOf: CategoryOutcome;
  readonly fieldOf: FieldOfStatus;
};

export type RecordAcknowledgmentsInput = {
  readonly transactionSetId: number;
  readonly codes: AcknowledgmentCodes;
  /** Batches of the events of this one set. */
  readonly events: AsyncIterable<readonly ReadEvent[]>;
  readonly onProgress?: (claims: number) => void;
};

/** Records a TA1 and settles the claims of the interchange it answers. */
export async function recordInterchangeAcknowledgment(
  transaction: PracticeTransaction,
  input: Pick<RecordAcknowledgmentsInput, "transactionSetId" | "codes">,
  acknowledgment: InterchangeAcknowledgment,
): Promise<void> {
  const answers = [interchangeAnswer(acknowledgment)];
  await recordAnswers(transaction, input, answers);
}

/**
 * Records a 999, 997 or 277CA and settles the claims it speaks of. What speaks of claims that are not
 * on file waits for them. Returns how many claim-level statuses there are.
 */
export async function recordAcknowledgments(
  transaction: PracticeTransaction,
  input: RecordAcknowledgmentsInput,
): Promise<number> {
  const recorder = new ClaimAnswerRecorder(transaction, input);
  for await (const batch of input.events) {
    for (const event of batch) {
      if (event.type === "implementation-acknowledgment") {
        await recordImplementation(transaction, input, event.acknowledgment);
      } else if (event.type === "claim-acknowledgment-batch") {
        const { header, createdOn } = event.batch;
        recorder.begin({
          sentOn: createdOn ?? header.group.date ?? header.interchange.date,
          segmentFrom: header.position.segment,
        });
      } else if (event.type === "claim-acknowledgment") {
        await recorder.take(event.acknowledgment);
      }
    }
  }
  return recorder.end();
}

async function recordImplementation(
  transaction: PracticeTransaction,
  input: RecordAcknowledgmentsInput,
  acknowledgment: ImplementationAcknowledgment,
): Promise<void> {
  await recordAnswers(transaction, input, implementationAnswers(acknowledgment));
}

async function recordAnswers(
  transaction: PracticeTransaction,
  input: Pick<RecordAcknowledgmentsInput, "transactionSetId" | "codes">,
  answers: readonly EnvelopeAnswer[],
): Promise<void> {
  const ids = await insertEnvelopeAnswers(transaction, input.transactionSetId, answers);
  const stored = await envelopeAnswersById(transaction, ids);
  const sets = await linkAnswers(transaction, stored);
  await settleSets(transaction, input.codes, sets);
}

async function settleSets(
  transaction: PracticeTransaction,
  codes: AcknowledgmentCodes,
  sets: Iterable<number>,
): Promise<void> {
  const settler = new ClaimSettler(transaction, codes.fieldOf);
  for (const set of sets) {
    for await (const claimIds of claimsOfSet(transaction, set, chunkClaims)) {
      await settler.settle(claimIds);
    }
  }
}

class ClaimAnswerRecorder {
  readonly #transaction: PracticeTransaction;
  readonly #input: RecordAcknowledgmentsInput;
  readonly #settler: ClaimSettler;
  #buffer: ClaimAcknowledgment[] = [];
  #batchNumber = "";
  readonly #batchAnswers: EnvelopeAnswer[] = [];
  #head: { sentOn: string | undefined; segmentFrom: number } | undefined;
  #acknowledgmentId: number | undefined;
  #claims = 0;

  constructor(transaction: PracticeTransaction, input: RecordAcknowledgmentsInput) {
    this.#transaction = transaction;
    this.#input = input;
    this.#settler = new ClaimSettler(transaction, input.codes.fieldOf);
  }

  begin(head: { sentOn: string | undefined; segmentFrom: number }): void {
    this.#head = head;
  }

  async take(acknowledgment: ClaimAcknowledgment): Promise<void> {
    if (acknowledgment.level !== "claim") {
      this.#takeBatch(acknowledgment);
      return;
    }
    this.#buffer.push(acknowledgment);
    if (this.#buffer.length >= chunkClaims) await this.#flush();
  }

  /** A receiver's or provider's level: what it says of claims that it does not name. */
  #takeBatch(acknowledgment: ClaimAcknowledgment): void {
    if (acknowledgment.level === "receiver") this.#batchNumber = acknowledgment.traceNumber ?? "";
    const { outcomeOf } = this.#input.codes;
    const about = { batchNumber: this.#batchNumber, sentOn: this.#head?.sentOn };
    const answer = batchAnswer(acknowledgment, outcomeOf, about);
    if (answer !== undefined) this.#batchAnswers.push(answer);
  }

  async end(): Promise<number> {
    await this.#flush();
    if (this.#batchAnswers.length > 0) {
      await recordAnswers(this.#transaction, this.#input, this.#batchAnswers);
    }
    return this.#claims;
  }

  async #flush(): Promise<void> {
    const { outcomeOf } = this.#input.codes;
    const answers = this.#buffer.flatMap(
      (acknowledgment) => claimAnswer(acknowledgment, outcomeOf, this.#head?.sentOn) ?? [],
    );
    this.#buffer = [];
    if (answers.length === 0) return;
    const keys = [...new Set(answers.map((answer) => answer.controlNumberKey))];
    const candidates = await candidateClaims(this.#transaction, keys);
    const linked = answers.map((answer) => {
      this.#claims += 1;
      const claim = chooseAcknowledgedClaim(answer, candidates.get(answer.controlNumberKey) ?? []);
      return { ...answer, number: this.#claims, claimId: claim?.claimId };
    });
    await insertClaimAnswers(this.#transaction, await this.#acknowledgment(), linked);
    const claimIds = new Set(linked.flatMap((answer) => answer.claimId ?? []));
    await this.#settler.settle([...claimIds]);
    this.#input.onProgress?.(this.#claims);
  }

  async #acknowledgment(): Promise<number> {
    this.#acknowledgmentId ??= await insertClaimAnswerBatch(this.#transaction, {
      transactionSetId: this.#input.transactionSetId,
      effectiveOn: this.#head?.sentOn,
      segmentFrom: this.#head?.segmentFrom ?? 1,
    });
    return this.#acknowledgmentId;
  }
}

/**
 * Settles claims of a set just recorded with the answers that were on file before them. Made once
 * per set; asks the database little when no answer waits.
 */
export class WaitingAnswers {
  readonly #transaction: PracticeTransaction;
  readonly #codes: AcknowledgmentCodes;
  readonly #settler: ClaimSettler;
  readonly #transactionSetId: number;
  #expected: { claimAnswers: boolean; setAnswers: boolean } | undefined;

  constructor(
    transaction: PracticeTransaction,
    transactionSetId: number,
    codes: AcknowledgmentCodes,
  ) {
    this.#transaction = transaction;
    this.#codes = codes;
    this.#settler = new ClaimSettler(transaction, codes.fieldOf);
    this.#transactionSetId = transactionSetId;
  }

  /** `claimIds` are new on file, `sentIds` were sent again too. */
  async settle(claimIds: readonly number[], sentIds: readonly number[]): Promise<void> {
    const expected = await this.#expect();
    const affected = new Set<number>();
    if (expected.claimAnswers) {
      for (const claimId of await this.#relink(sentIds)) affected.add(claimId);
    }
    const fresh = new Set(claimIds);
    for (const claimId of sentIds) {
      if (expected.setAnswers || !fresh.has(claimId)) affected.add(claimId);
    }
    await this.#settler.settle([...affected]);
  }

  /** Ties answers to the set, and settles the claims of a set that they had been taken for. */
  async end(): Promise<void> {
    const answers = await envelopeAnswersTo(this.#transaction, this.#transactionSetId);
    if (answers.length === 0) return;
    const sets = await linkAnswers(this.#transaction, answers);
    sets.delete(this.#transactionSetId);
    await settleSets(this.#transaction, this.#codes, sets);
  }

  async #expect(): Promise<{ claimAnswers: boolean; setAnswers: boolean }> {
    this.#expected ??= {
      claimAnswers: await hasClaimAnswers(this.#transaction),
      setAnswers: (await answersToSet(this.#transaction, this.#transactionSetId)).length > 0,
    };
    return this.#expected;
  }

  async #relink(claimIds: readonly number[]): Promise<Set<number>> {
    const affected = new Set<number>();
    const answers = await claimAnswersAbout(this.#transaction, claimIds);
    const keys = [...new Set(answers.map((answer) => answer.controlNumberKey))];
    const candidates = await candidateClaims(this.#transaction, keys);
    const links = answers.flatMap((answer) => {
      const claimId = chooseAcknowledgedClaim(
        answer,
        candidates.get(answer.controlNumberKey) ?? [],
      )?.claimId;
      if (claimId === answer.claimId) return [];
      for (const id of [claimId, answer.claimId]) if (id !== undefined) affected.add(id);
      return [{ ...answer, claimId }];
    });
    await relinkClaimAnswers(this.#transaction, links);
    return affected;
  }
}
