import { createHash } from "node:crypto";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { Claim837, ReadEvent } from "@headwater/x12";
import { keepNamedCoverages } from "../../masters/coverage/named-coverage.store.ts";
import {
  namingKey,
  patientsNamed,
  type ResolvedPatient,
} from "../../masters/patient/patient.store.ts";
import { payerIds } from "../../masters/payer/payer.store.ts";
import { addPayees, addProviders } from "../../masters/provider/provider.store.ts";
import type { NamedProvider, Payee } from "../../masters/provider/provider.ts";
import { appendEvents, type ChangeEvent } from "../../work/event/event.store.ts";
import { raiseWork } from "../../work/work-item/work-item.store.ts";
import {
  changePayers,
  claimsByNumber,
  claimsByPayerNumber,
  insertClaims,
  insertSubmissions,
  linkReplacements,
  passOnClaims,
  type SubmissionToWrite,
  sendEarlier,
  sendingDays,
  turnIntoReplacements,
  voidClaims,
} from "./claim.store.ts";
import type { SentClaim } from "./claim.ts";
import { type KnownClaim, knownClaims } from "./known-claims.ts";
import { type ClaimPlan, type ClaimToDecide, planClaims } from "./plan-claims.ts";
import { readClaim } from "./read-claim.ts";

/** How many claims are decided and written at once: memory stays flat, statements stay few. */
const chunkClaims = 2000;

export type RecordClaimsInput = {
  readonly transactionSetId: number;
  readonly fileId: number;
  /** Day of sending when the set itself (BHT04) does not say: of the group or interchange. */
  readonly sentOn: string | undefined;
  /** Civil date to charge on when neither the set nor its claims have one. */
  readonly today: string;
  /** Batches of the events of this one 837 set. */
  readonly events: AsyncIterable<readonly ReadEvent[]>;
  /** Takes the charges of new claims into the books, and what waited for the claims. */
  readonly afterChunk: (recorded: RecordedClaims) => Promise<void>;
  readonly onProgress?: (claims: number) => void;
  /** Told the number that the set gives itself (BHT03), before its claims. */
  readonly onSubmission?: (referenceId: string) => Promise<void>;
};

/** What a chunk of claims came to. */
export type RecordedClaims = {
  readonly charged: readonly ChargedClaim[];
  /** Claims that are new on file. */
  readonly claimIds: readonly number[];
  /** Claims that were sent in this chunk, new or known. */
  readonly sentIds: readonly number[];
  /** Claims on file that were replaced, withdrawn or sent to another payer. */
  readonly changedIds: readonly number[];
};

/** A claim that is new on file, with its charge. */
export type ChargedClaim = {
  readonly claimId: number;
  readonly claim: SentClaim;
  /** Submission date, else first service date, else today. */
  readonly effectiveOn: string;
};

/**
 * Records the claims of one 837 transaction set, inside the caller's transaction: payers, providers
 * and patients, claims with their lines, sendings, replacements and voids, events, and work items for
 * claims that a person must decide. Sending the same claims again changes nothing but their list of
 * sendings. Returns how many claims the set holds.
 */
export async function recordClaims(
  transaction: PracticeTransaction,
  input: RecordClaimsInput,
): Promise<number> {
  const recorder = new ClaimRecorder(transaction, input);
  for await (const batch of input.events) {
    for (const event of batch) {
      if (event.type === "submission") {
        recorder.submittedOn = event.submission.createdOn;
        await input.onSubmission?.(event.submission.referenceId);
      } else if (event.type === "claim") recorder.take(event.claim);
    }
    if (recorder.isFull) await recorder.flush();
  }
  await recorder.flush();
  return recorder.end();
}

class ClaimRecorder {
  submittedOn: string | undefined;
  readonly #transaction: PracticeTransaction;
  readonly #input: RecordClaimsInput;
  readonly #sentInSet = new Set<number>();
  readonly #seenProviders = new Set<string>();
  #payerIds = new Map<string, number>();
  #buffer: SentClaim[] = [];
  #claims = 0;
  // One chunk is written while the next is read: the database and this process share the work.
  #writing: Promise<void> = Promise.resolve();

  constructor(transaction: PracticeTransaction, input: RecordClaimsInput) {
    this.#transaction = transaction;
    this.#input = input;
  }

  get isFull(): boolean {
    return this.#buffer.length >= chunkClaims;
  }

  take(claim: Claim837): void {
    // A predetermination asks for a price and charges nothing (CLM19 = PB).
    if (claim.isPredetermination === true) return;
    this.#buffer.push(readClaim(claim));
  }

  async flush(): Promise<void> {
    const chunk = this.#buffer;
    this.#buffer = [];
    await this.#writing;
    if (chunk.length === 0) return;
    this.#writing = this.#write(chunk);
    // The fault is met by the next flush or at the end; until then it is no unhandled one.
    this.#writing.catch(() => undefined);
  }

  async end(): Promise<number> {
    await this.#writing;
    return this.#claims;
  }

  async #write(chunk: readonly SentClaim[]): Promise<void> {
    const submittedOn = this.submittedOn ?? this.#input.sentOn;
    await this.#addMasters(chunk);
    const named = chunk.map((claim) => claim.patient);
    const patients = await patientsNamed(this.#transaction, named);
    const patientOf = (claim: SentClaim) => required(patients.get(namingKey(claim.patient)));
    const plan = await this.#plan(chunk, patientOf, submittedOn);
    await this.#writePlan(plan, (claim) => patientOf(claim).patientId, submittedOn);
    this.#claims += chunk.length;
    this.#input.onProgress?.(this.#claims);
  }

  async #addMasters(chunk: readonly SentClaim[]): Promise<void> {
    const payers = chunk.map((claim) => claim.payer);
    const unknown = payers.filter((payer) => !this.#payerIds.has(payer.identifierKey));
    for (const [key, id] of await payerIds(this.#transaction, unknown)) this.#payerIds.set(key, id);
    const isUnseen = (key: string) => {
      if (this.#seenProviders.has(key)) return false;
      this.#seenProviders.add(key);
      return true;
    };
    const providers: NamedProvider[] = [];
    const payees: Payee[] = [];
    for (const claim of chunk) {
      for (const provider of claim.providers) {
        if (isUnseen(`provider ${provider.npi}`)) providers.push(provider);
      }
      for (const payee of claim.payees) {
        if (isUnseen(`payee ${payee.identifier}`)) payees.push(payee);
      }
    }
    await addProviders(this.#transaction, providers);
    await addPayees(this.#transaction, payees);
  }

  async #plan(
    chunk: readonly SentClaim[],
    patientOf: (claim: SentClaim) => ResolvedPatient,
    submittedOn: string | undefined,
  ): Promise<ClaimPlan> {
    const onFile = await claimsByNumber(this.#transaction, chunk);
    const named = chunk.flatMap((claim) =>
      claim.frequency === "original" ? [] : (claim.originalPayerClaimControlNumber ?? []),
    );
    onFile.push(...(await claimsByPayerNumber(this.#transaction, named)));
    const ids = await this.#transaction.reserveIds("claims", "claim_id", chunk.length);
    const toDecide: ClaimToDecide[] = chunk.map((claim, index) => ({
      claim,
      claimId: required(ids[index]),
      comparable: {
        contentSha256: sha256(claim.content),
        frequency: claim.frequency,
        payerKey: claim.payer.identifierKey,
        coverageSequence: claim.coverageSequence,
        submittedOn,
        serviceFrom: claim.serviceFrom,
        serviceThrough: claim.serviceThrough,
        chargedCents: claim.chargedCents,
        identityKey: patientOf(claim).identityKey,
        memberIdKey: claim.memberIdKey,
        furtherPayers: claim.furtherPayers,
        lastNameKey: claim.patient.lastNameKey,
        dateOfBirth: claim.patient.dateOfBirth,
      },
    }));
    const known = chunk.some(({ frequency }) => frequency === "replacement")
      ? await this.#withSendingDays(onFile)
      : onFile;
    return planClaims(toDecide, knownClaims(known, this.#sentInSet));
  }

  async #withSendingDays(onFile: readonly KnownClaim[]): Promise<KnownClaim[]> {
    const ids = onFile.map(({ claimId }) => claimId);
    const days = await sendingDays(this.#transaction, ids);
    return onFile.map((claim) => ({ ...claim, ...days.get(claim.claimId) }));
  }

  async #writePlan(
    plan: ClaimPlan,
    patientId: (claim: SentClaim) => number,
    submittedOn: string | undefined,
  ): Promise<void> {
    const transaction = this.#transaction;
    const { transactionSetId, today } = this.#input;
    const payerId = (claim: SentClaim) => required(this.#payerIds.get(claim.payer.identifierKey));
    const submission = (planned: { claim: SentClaim; claimId: number }): SubmissionToWrite => ({
      ...planned,
      payerId: payerId(planned.claim),
      submittedOn,
    });
    const writes = plan.claims.map(({ claim, comparable, claimId, version, state }) => ({
      claimId,
      version,
      state,
      claim,
      payerId: payerId(claim),
      patientId: patientId(claim),
      contentSha256: comparable.contentSha256,
      submittedOn,
    }));
    await insertClaims(transaction, transactionSetId, writes);
    await keepNamedCoverages(
      transaction,
      writes.map((write) => ({ ...write, coverages: write.claim.coverages })),
    );
    await insertSubmissions(transaction, transactionSetId, plan.submissions.map(submission));
    await changePayers(transaction, latestPerClaim(plan.payerChanges.map(submission)));
    await sendEarlier(transaction, plan.earlierSendings.map(submission));
    await passOnClaims(transaction, plan.passedOn);
    await turnIntoReplacements(transaction, plan.origins.map(submission));
    await linkReplacements(transaction, plan.successions);
    await voidClaims(transaction, plan.voidedIds);
    await appendEvents(transaction, planEvents(plan, transactionSetId, submittedOn));
    await this.#raiseConflicts(plan, submittedOn);
    const charged = plan.claims.flatMap(({ claim, claimId, state }) =>
      state === "void"
        ? []
        : { claimId, claim, effectiveOn: submittedOn ?? claim.serviceFrom ?? today },
    );
    await this.#input.afterChunk({
      charged,
      claimIds: plan.claims.map((each) => each.claimId),
      sentIds: plan.submissions.map((each) => each.claimId),
      changedIds: [
        ...plan.successions.flatMap((each) => [each.replacedId, each.replacementId]),
        ...plan.voidedIds,
        ...plan.payerChanges.map((each) => each.claimId),
        ...plan.origins.map((each) => each.claimId),
        ...plan.earlierSendings.map((each) => each.claimId),
      ],
    });
  }

  async #raiseConflicts(plan: ClaimPlan, raisedOn: string | undefined): Promise<void> {
    const { transactionSetId, fileId } = this.#input;
    const evidence = (claim: SentClaim) => {
      const { segmentFrom, segmentTo } = claim.range;
      return [{ fileId, transactionSetId, segmentFrom, segmentTo }];
    };
    await raiseWork(this.#transaction, [
      ...plan.conflicts.map(({ claim, ofClaimId, why }) => ({
        kind: "claim-number-conflict" as const,
        needKey: `claim:${ofClaimId}:${sha256(claim.content)}`,
        subjectKind: "claim",
        subjectId: ofClaimId,
        why: { difference: why },
        cents: claim.chargedCents,
        raisedOn,
        evidence: evidence(claim),
      })),
      ...plan.invalid.map((claim) => ({
        kind: "claim-charge-invalid" as const,
        needKey: `claim:${claim.billingProviderNpi}:${sha256(claim.content)}`,
        subjectKind: "transaction-set",
        subjectId: transactionSetId,
        raisedOn,
        evidence: evidence(claim),
      })),
    ]);
  }
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new TypeError("an id that was just taken is missing");
  return value;
}

/** A statement may not touch one claim twice: of several changes the last stands. */
function latestPerClaim(changes: readonly SubmissionToWrite[]): SubmissionToWrite[] {
  return [...new Map(changes.map((change) => [change.claimId, change])).values()];
}

function planEvents(
  plan: ClaimPlan,
  transactionSetId: number,
  effectiveOn: string | undefined,
): ChangeEvent[] {
  const event = (kind: string, claimId: number, change: object): ChangeEvent => ({
    kind,
    subjectKind: "claim",
    subjectId: claimId,
    claimId,
    change: { ...change },
    effectiveOn,
    transactionSetId,
  });
  const submitted = plan.submissions.map(({ claim, claimId }) => ({
    ...event("claim-submitted", claimId, {
      cents: claim.chargedCents,
      frequencyCode: claim.frequencyCode,
      coverageSequence: claim.coverageSequence,
    }),
    segmentFrom: claim.range.segmentFrom,
    segmentTo: claim.range.segmentTo,
  }));
  return [
    ...submitted,
    ...plan.successions.flatMap(({ replacedId, replacementId }) => [
      event("claim-replaced", replacedId, { replacedBy: replacementId }),
      event("claim-replaces", replacementId, { replaces: replacedId }),
    ]),
    ...plan.voidedIds.map((claimId) => event("claim-voided", claimId, {})),
  ];
}
