import { lookUpByKeys } from "@headwater/platform/database/look-up-by-keys.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { Party, ReadEvent, Remittance835 } from "@headwater/x12";
import { loadAccounts } from "../../books/account/account.store.ts";
import { matchDeposits } from "../../books/deposit/record-deposits.command.ts";
import { closedMonths, lockBooks } from "../../books/period/period.store.ts";
import { payerIds } from "../../masters/payer/payer.store.ts";
import { namedPayer } from "../../masters/payer/payer.ts";
import { appendEvents } from "../../work/event/event.store.ts";
import { raiseWork } from "../../work/work-item/work-item.store.ts";
import { loadOwnPolicies } from "../denial/own-policy.store.ts";
import type { OwnPolicy } from "../denial/own-policy.ts";
import type { BalanceFault } from "../remittance/balance-remittance.ts";
import { insertRemittanceClaims } from "../remittance/record-remittance-claims.store.ts";
import {
  insertProviderAdjustments,
  insertRemittance,
  isPayeeOurs,
  knownPayment,
  type RemittanceRecord,
  type RemittanceVerdict,
} from "../remittance/remittance.store.ts";
import { readRemittanceClaim } from "../remittance/remittance.ts";
import { learnCapitation, paysByTheHead } from "./capitation.command.ts";
import { matchIncoming } from "./match-incoming.store.ts";
import { type PostingScope, postClaims } from "./post-claims.command.ts";
import { postProviderAdjustments } from "./post-provider-adjustments.command.ts";
import { chunkClaims, type IncomingClaim } from "./posting.ts";
import { postingFacts } from "./posting-facts.store.ts";
import { type RemittanceSurvey, surveyRemittance } from "./survey-remittance.command.ts";
import { type PostingFacts, readProviderAdjustment, treatClaim } from "./treat-claim.ts";

/**
 * How a caller posts one 835 transaction set.
 *
 * The caller opens one transaction of the practice (`withPractice`, read committed, with retry),
 * inserts the row of `transaction_sets` with any provisional verdict, calls `postRemittanceSet`, and
 * writes the verdict and reason code it gets back into that row. Everything else (remittances,
 * remittance claims, lines, adjustments, provider adjustments, postings, transfers, receivables, the
 * state of claims, denials, work items, events, the payer) is written here, inside the same
 * transaction. A `refused` set leaves no remittance.
 *
 * `readEvents` is called twice (a survey that writes nothing, then the writing pass) and must yield
 * the same events both times: those of this one set, from `set-start` to `set-end`, in batches of any
 * size. Events of other kinds in between are ignored. It must not use the transaction's connection.
 *
 * Before the first remittance of a practice the caller has called `createAccounts` of
 * `books/account/account.store.ts`. A recorded claim has one row of `receivables` per service line
 * (charged and open insurance = the line's charge) and its `charge` posting: `postCharges` of
 * `books/receivable/post-charges.command.ts` writes both.
 *
 * After the claims of an 837 set were recorded, `matchWaitingRemittances` of
 * `match-waiting-remittances.command.ts` must be called with their ids, as the last thing in the same
 * transaction: it posts what waited for them (suspense, held sets, patient payments) and sweeps what
 * they replaced. Once per set is better than once per chunk: a held remittance posts whole as soon as
 * one of its claims is known.
 */
export type PostRemittanceInput = {
  readonly transactionSetId: number;
  /** A person typed it in from paper. */
  readonly isPaper?: boolean;
  readonly readEvents: () => AsyncIterable<readonly ReadEvent[]>;
  /** Called after every chunk with the number of claims written so far. */
  readonly onProgress?: (claims: number) => void | Promise<void>;
};

export type RemittanceReason =
  | "SET_NOT_INTACT"
  | "SET_HAS_ERRORS"
  | "SET_WITHOUT_PAYMENT"
  | "OUT_OF_BALANCE"
  | "PAYMENT_ALREADY_POSTED"
  | "TRACE_WITH_OTHER_CONTENT"
  | "PAYEE_UNKNOWN"
  | "NO_CLAIM_KNOWN"
  | "PRENOTIFICATION"
  | "PREDETERMINATION_ONLY";

export type PostRemittanceResult = {
  readonly verdict: RemittanceVerdict;
  /** Stable; undefined for `posted`. */
  readonly reasonCode: RemittanceReason | undefined;
  readonly remittanceId: number | undefined;
  readonly claims: number;
  /** For a quarantined set: the first 100 places where an equation fails. */
  readonly balanceFaults: readonly BalanceFault[];
};

/**
 * Posts, records, holds, quarantines or refuses one remittance. A balanced set posts whole or not at
 * all; the same payment in another file posts nothing.
 */
export async function postRemittanceSet(
  transaction: PracticeTransaction,
  input: PostRemittanceInput,
): Promise<PostRemittanceResult> {
  const facts = await postingFacts();
  await lockBooks(transaction);
  await lookUpByKeys(transaction);
  const survey = await surveyRemittance(transaction, input.readEvents());
  const { balance, remittance } = survey;
  const answer = (verdict: RemittanceVerdict, reasonCode?: RemittanceReason) => ({
    verdict,
    reasonCode,
    claims: balance.claims,
    balanceFaults: verdict === "quarantined" ? balance.faults : [],
  });
  if (!survey.isIntact) return { ...answer("refused", "SET_NOT_INTACT"), remittanceId: undefined };
  if (survey.errors > 0) return { ...answer("refused", "SET_HAS_ERRORS"), remittanceId: undefined };
  if (remittance === undefined) {
    return { ...answer("refused", "SET_WITHOUT_PAYMENT"), remittanceId: undefined };
  }
  const record = await remittanceRecord(transaction, { facts, input, survey, remittance });
  const [verdict, reasonCode] = await decideVerdict(transaction, survey, record);
  const result = answer(verdict, reasonCode);
  const remittanceId = await insertRemittance(transaction, { ...record, ...result });
  const { recorded_on: recordedOn } = await transaction.one<{ recorded_on: string }>(
    sql`select now()::date as recorded_on`,
  );
  const writer = await RemittanceWriter.open(transaction, {
    recordedOn,
    facts,
    input,
    survey,
    remittance,
    record: { ...record, verdict },
    remittanceId,
    ownPolicies: await loadOwnPolicies(transaction, record.payerId),
    isPaidByTheHead: await paysByTheHead(transaction, { payerId: record.payerId, remittanceId }),
  });
  if (verdict !== "duplicate") await writer.write();
  await matchDeposits(transaction);
  await tell(transaction, { record, remittanceId, ...result });
  return { ...result, remittanceId };
}

async function decideVerdict(
  transaction: PracticeTransaction,
  survey: RemittanceSurvey,
  record: RemittanceRecord,
): Promise<[RemittanceVerdict, RemittanceReason?]> {
  if (survey.balance.is === "out-of-balance") return ["quarantined", "OUT_OF_BALANCE"];
  const known = await knownPayment(transaction, record);
  if (known === "same") return ["duplicate", "PAYMENT_ALREADY_POSTED"];
  if (known === "other-content") return ["held", "TRACE_WITH_OTHER_CONTENT"];
  if (record.handlingCode === "P") return ["recorded", "PRENOTIFICATION"];
  if (!(await isPayeeOurs(transaction, [record.payeeNpi, record.payeeTaxId]))) {
    return ["held", "PAYEE_UNKNOWN"];
  }
  if (survey.balance.claims === 0) return ["posted"];
  if (survey.movesNothing && survey.providerAdjustments.length === 0) {
    return ["recorded", "PREDETERMINATION_ONLY"];
  }
  return survey.isAnyClaimKnown ? ["posted"] : ["held", "NO_CLAIM_KNOWN"];
}

type SurveyedSet = {
  readonly facts: PostingFacts;
  readonly input: PostRemittanceInput;
  readonly survey: RemittanceSurvey;
  readonly remittance: Remittance835;
};

async function remittanceRecord(
  transaction: PracticeTransaction,
  { input, survey, remittance }: SurveyedSet,
): Promise<RemittanceRecord> {
  const payer = namedPayer(remittance.payer);
  const ids = await payerIds(transaction, [payer]);
  const { balance } = survey;
  return {
    transactionSetId: input.transactionSetId,
    payerId: ids.get(payer.identifierKey) ?? 0,
    isPaper: input.isPaper ?? false,
    payeeNpi: numberOf(remittance.payee, ["XX"]),
    payeeTaxId: numberOf(remittance.payee, ["FI", "TJ"]),
    handlingCode: remittance.handlingCode,
    paymentMethod: remittance.paymentMethod,
    traceNumber: remittance.traceNumber.trim(),
    // A payer that leaves TRN03 out is told apart by its own identifier.
    originatingCompanyId: remittance.originatingCompanyId?.trim() || `payer ${payer.identifierKey}`,
    paidCents: remittance.paidCents,
    effectiveOn: remittance.effectiveOn,
    producedOn: remittance.producedOn ?? remittance.header.interchange.date,
    claims: balance.claims,
    claimsChargedCents: balance.claimsChargedCents,
    claimsPaidCents: balance.claimsPaidCents,
    providerAdjustmentCents: balance.providerAdjustmentCents,
    verdict: "held",
    reasonCode: undefined,
    balanceFaults: [],
  };
}

/** The payee's NPI (N104 under XX) or tax number (N104 under FI, REF*TJ). */
function numberOf(payee: Party | undefined, qualifiers: readonly string[]): string | undefined {
  if (payee?.idQualifier !== undefined && qualifiers.includes(payee.idQualifier)) return payee.id;
  return payee?.references.find(({ qualifier }) => qualifiers.includes(qualifier))?.id;
}

type WriterTerms = SurveyedSet & {
  /** The date of a set that states none. */
  readonly recordedOn: string;
  readonly record: RemittanceRecord;
  readonly remittanceId: number;
  readonly isPaidByTheHead: boolean;
  readonly ownPolicies: readonly OwnPolicy[];
};

/** Writes the claims of a set chunk by chunk: one is written while the next is read. */
class RemittanceWriter {
  readonly #transaction: PracticeTransaction;
  readonly #terms: WriterTerms;
  readonly #scope: PostingScope;
  readonly #effectiveOn: string;
  #buffer: IncomingClaim[] = [];
  #written = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(transaction: PracticeTransaction, terms: WriterTerms, scope: PostingScope) {
    this.#transaction = transaction;
    this.#terms = terms;
    this.#scope = scope;
    this.#effectiveOn = terms.record.effectiveOn ?? terms.record.producedOn ?? terms.recordedOn;
  }

  static async open(
    transaction: PracticeTransaction,
    terms: WriterTerms,
  ): Promise<RemittanceWriter> {
    const accounts = await loadAccounts(transaction);
    const books = { accounts, closedMonths: await closedMonths(transaction) };
    return new RemittanceWriter(transaction, terms, { books, facts: terms.facts });
  }

  async write(): Promise<void> {
    const { facts, input, survey, remittanceId, record } = this.#terms;
    const adjustments = survey.providerAdjustments.map((adjustment) => ({
      adjustment,
      account: readProviderAdjustment(adjustment.reasonCode, this.#effectiveOn, facts).account,
    }));
    await insertProviderAdjustments(this.#transaction, remittanceId, adjustments);
    for await (const batch of input.readEvents()) {
      for (const event of batch) {
        if (event.type === "remittance-claim") this.#buffer.push(this.#incoming(event.claim));
      }
      if (this.#buffer.length >= chunkClaims) await this.#flush();
    }
    await this.#flush();
    await this.#writing;
    if (record.verdict !== "posted") return;
    const { transactionSetId } = record;
    const posted = { remittanceId, transactionSetId, effectiveOn: this.#effectiveOn };
    await postProviderAdjustments(this.#transaction, this.#scope, posted);
    await learnCapitation(this.#transaction, this.#scope, remittanceId);
  }

  #incoming(claim: Parameters<typeof readRemittanceClaim>[0]): IncomingClaim {
    const { record, remittanceId, survey, facts } = this.#terms;
    const on = this.#effectiveOn;
    // A payer that pays by the head, here or before, holds a capitation contract with us.
    const hasCapitationContract =
      this.#terms.isPaidByTheHead ||
      survey.providerAdjustments.some(({ reasonCode }) => reasonCode === "CT");
    return {
      remittanceId,
      transactionSetId: record.transactionSetId,
      effectiveOn: on,
      traceNumber: record.traceNumber,
      payerId: record.payerId,
      isStored: false,
      isInSuspense: false,
      claim: treatClaim(
        readRemittanceClaim(claim),
        {
          on,
          hasCapitationContract,
          payerId: record.payerId,
          ownPolicies: this.#terms.ownPolicies,
        },
        facts.denial,
      ),
    };
  }

  async #flush(): Promise<void> {
    const chunk = this.#buffer;
    this.#buffer = [];
    await this.#writing;
    if (chunk.length === 0) return;
    this.#writing = this.#writeChunk(chunk);
    // The fault is met by the next flush or at the end; until then it is no unhandled one.
    this.#writing.catch(() => undefined);
  }

  async #writeChunk(chunk: readonly IncomingClaim[]): Promise<void> {
    if (this.#terms.record.verdict === "posted") {
      await postClaims(this.#transaction, this.#scope, { incoming: chunk });
    } else await this.#recordOnly(chunk);
    this.#written += chunk.length;
    await this.#terms.input.onProgress?.(this.#written);
  }

  async #recordOnly(chunk: readonly IncomingClaim[]): Promise<void> {
    const { verdict } = this.#terms.record;
    const outcome = verdict === "recorded" ? "recorded" : "held";
    const matches =
      verdict === "recorded" ? (await matchIncoming(this.#transaction, chunk)).matches : undefined;
    const records = chunk.map((item) => {
      const match = matches?.get(item);
      const isMatched = match?.is === "matched";
      return {
        remittanceId: item.remittanceId,
        claimId: isMatched ? match.claimId : undefined,
        matchRule: isMatched ? match.rule : "",
        outcome,
        lineMatches: [],
        claim: item.claim,
      };
    });
    await insertRemittanceClaims(this.#transaction, records);
  }
}

/** The event of the set, and the work item of one that a person must decide. */
async function tell(
  transaction: PracticeTransaction,
  told: PostRemittanceResult & { readonly record: RemittanceRecord; readonly remittanceId: number },
): Promise<void> {
  const { record, remittanceId, verdict, reasonCode, claims } = told;
  const subject = { subjectKind: "remittance", subjectId: remittanceId };
  const effectiveOn = record.effectiveOn ?? record.producedOn;
  const { transactionSetId, paidCents } = record;
  const change = { verdict, reasonCode, claims, paidCents };
  await appendEvents(transaction, [
    { kind: `remittance-${verdict}`, ...subject, change, effectiveOn, transactionSetId },
  ]);
  if (verdict !== "quarantined" && verdict !== "held") return;
  const largest = told.balanceFaults[0];
  await raiseWork(transaction, [
    {
      kind: verdict === "held" ? "remittance-held" : "remittance-out-of-balance",
      needKey: `remittance:${remittanceId}`,
      ...subject,
      why: { reasonCode, ...(largest ? { fault: largest } : {}) },
      cents: paidCents,
      raisedOn: effectiveOn,
      evidence: [{ transactionSetId }],
    },
  ]);
}
