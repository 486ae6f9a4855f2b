import { errorCode } from "@headwater/platform/named-error.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { type InterchangeAcknowledgment, readTransactions } from "@headwater/x12";
import { holdBooksBeside } from "../../books/period/period.store.ts";
import { recordReviewAnswers } from "../../front-end/authorization/record-review-answers.command.ts";
import { recordEligibilityAnswers } from "../../front-end/eligibility/record-responses.command.ts";
import { closeOvertakenRejections } from "../acknowledgment/close-overtaken-rejections.command.ts";
import {
  recordAcknowledgments,
  recordInterchangeAcknowledgment,
} from "../acknowledgment/record-acknowledgments.command.ts";
import { recordStatusResponses } from "../claim-status/record-status-responses.command.ts";
import { linkFoundOriginals } from "../submission/link-originals.command.ts";
import { recordSubmission } from "../submission/record-submission.command.ts";
import { DamageScan } from "./damage-scan.ts";
import { type FileRecord, fileIssue, insertIssues, refreshStatistics } from "./file.store.ts";
import {
  type FileEnd,
  type FileIssue,
  type FileKind,
  type FileVerdict,
  type ReadEnd,
  refusal,
} from "./file.ts";
import { postRemittance } from "./post-remittance-set.command.ts";
import { ProgressWriter } from "./progress-writer.command.ts";
import { inPractice, inStep, type ReadingContext } from "./reading-context.command.ts";
import { fileItems, type KeptSet, keepSet, type LiveSet, type SetEnd } from "./set-feed.ts";
import { type SetKeys, setKeys } from "./set-keys.ts";
import { SetLanes } from "./set-lanes.ts";
import {
  refusalOfFault,
  refuseBroken,
  refusedSet,
  SetRefused,
  wasReadBefore,
} from "./set-refusal.command.ts";
import {
  endSet,
  envelopeOf,
  insertSet,
  type RecordedSet,
  type SetEnvelope,
  type SetResult,
  setsOfFile,
} from "./transaction-set.store.ts";
import { isAnswerWaiting, isDepositWaiting } from "./waiting.store.ts";

/** Issues stored of one set, and of the file outside of its sets; the rest is counted. */
const issuesStored = 200;

/** Sets of at most this many claims are held in memory, and may be read beside each other. */
const claimsKept = 1000;

/** With this many claims more the tables may have outgrown what the planner knows of them. */
const claimsWorthStatistics = 200;

/**
 * Reads an X12 file set by set, each in a transaction of its own, so that never half of one is taken
 * in. Sets that an earlier attempt recorded are read over. Returns what the file came to; the caller
 * writes its verdict in a last transaction.
 */
export async function readX12File(context: ReadingContext, file: FileRecord): Promise<ReadEnd> {
  const reading = new X12FileReading(context, file);
  try {
    return await reading.read();
  } finally {
    await reading.settled();
  }
}

/** Sets of at most so many events are small: their statements are planned once for all of them. */
const smallSet = 60;

function isSmall({ isWhole, batches }: KeptSet): boolean {
  return isWhole && batches.reduce((events, batch) => events + batch.length, 0) <= smallSet;
}

/** Serialization failure, deadlock, unique key: what two transactions that meet may cost one of them. */
const metAnother = new Set(["40001", "40P01", "23505"]);

type NumberedSet = { readonly set: KeptSet; readonly setNumber: number };

/** A set cannot be read beside others: something waits that two sets could both take. */
class BesideRefused extends Error {}

/** Holds the books beside another set, if nothing on file waits for sets of this kind. */
async function holdBeside(transaction: PracticeTransaction, { kind }: SetKeys): Promise<void> {
  await holdBooksBeside(transaction);
  const isWaiting =
    kind === "claims" ? await isAnswerWaiting(transaction) : await isDepositWaiting(transaction);
  if (isWaiting) throw new BesideRefused("something waits for it");
}

class X12FileReading {
  readonly progress: ProgressWriter;
  readonly #context: ReadingContext;
  readonly #file: FileRecord;
  readonly #documentId: number;
  readonly #sets = new Map<number, RecordedSet>();
  readonly #lanes = new SetLanes();
  /** Sets that could not be read beside others after all. */
  #givenBack: NumberedSet[] = [];
  /** Kinds of sets that found something waiting for them, which only one at a time may take. */
  readonly #aloneKinds = new Set<SetKeys["kind"]>();
  #setNumber = 0;
  #hasEnvelope = false;
  #errors = 0;
  /** Claims read since the planner was last told of them. */
  #claimsSince = 0;

  constructor(context: ReadingContext, file: FileRecord) {
    if (file.documentId === undefined) throw new TypeError("a file without a document");
    this.#context = context;
    this.#file = file;
    this.#documentId = file.documentId;
    this.progress = new ProgressWriter(context, file);
  }

  /** Waits for whatever still runs. */
  async settled(): Promise<void> {
    await this.#lanes.settled();
    await this.progress.settled();
  }

  async read(): Promise<ReadEnd> {
    const known = await inPractice(this.#context, (transaction) =>
      setsOfFile(transaction, this.#file.fileId),
    );
    const recorded = new Map(known.map((set) => [set.setNumber, set]));
    const issues: FileIssue[] = [];
    const damage = new DamageScan();
    const source = damage.over(this.progress.counted(this.#read()));
    const batches = readTransactions(source, { limits: { issuesPerSet: issuesStored } });
    for await (const item of fileItems(batches)) {
      if (item.is === "issue") {
        if (item.issue.severity === "error") this.#errors += 1;
        if (item.issue.code.startsWith("X12_ISA_")) this.#hasEnvelope = true;
        if (issues.length < issuesStored) issues.push(fileIssue(item.issue));
        continue;
      }
      this.#setNumber += 1;
      const earlier = recorded.get(this.#setNumber);
      if (earlier !== undefined) {
        this.#sets.set(earlier.setNumber, earlier);
        this.progress.addClaims(earlier.claims);
      } else if (item.is === "set") await this.#takeUp(item.set);
      else {
        await this.#readGivenBack();
        await this.#readInterchangeAcknowledgment(item.acknowledgment);
      }
    }
    await this.#readGivenBack();
    // Many small files fill the tables as one large one does.
    await this.#refreshStatistics();
    const damaged = damage.issue();
    return {
      ...(await this.#end()),
      issues: damaged === undefined ? issues : [damaged, ...issues],
    };
  }

  #read(range?: { from: number; to?: number }) {
    const { documents, practice, actor } = this.#context;
    const scope = { practiceId: practice.practiceId, actor };
    return documents.read(scope, this.#documentId, range);
  }

  /** Reads a set beside the one before it if they have nothing to do with each other, else alone. */
  async #takeUp(live: LiveSet): Promise<void> {
    const set = await keepSet(live, claimsKept);
    const numbered = { set, setNumber: this.#setNumber };
    const keys = set.isWhole ? setKeys(set.header, set.batches) : undefined;
    if (this.#givenBack.length > 0) await this.#readGivenBack();
    const { setsBeside = true } = this.#context;
    if (!setsBeside || keys === undefined || this.#aloneKinds.has(keys.kind)) {
      await this.#readGivenBack();
      await this.#readSet(numbered);
      return;
    }
    await this.#lanes.beside(keys, async () => {
      try {
        await this.#readSet(numbered, keys);
      } catch (error) {
        if (error instanceof BesideRefused) this.#aloneKinds.add(keys.kind);
        else if (!metAnother.has(errorCode(error) ?? "")) throw error;
        this.#givenBack.push(numbered);
      }
    });
  }

  /** Reads alone, in their order, what could not be read beside others. */
  async #readGivenBack(): Promise<void> {
    await this.#lanes.idle();
    const givenBack = this.#givenBack.sort((left, right) => left.setNumber - right.setNumber);
    this.#givenBack = [];
    for (const numbered of givenBack) await this.#readSet(numbered);
  }

  async #readSet(numbered: NumberedSet, beside?: SetKeys): Promise<void> {
    const { set, setNumber } = numbered;
    const envelope = envelopeOf(set.header);
    let result: SetResult;
    try {
      result = await this.#takeSet(numbered, envelope, beside);
    } catch (error) {
      const refused = error instanceof SetRefused ? error.result : refusalOfFault(error);
      if (refused === undefined) throw error;
      const end = await set.finish();
      await inPractice(this.#context, async (transaction) => {
        const id = await insertSet(transaction, this.#place(setNumber), envelope);
        await this.#closeSet(transaction, id, { set, end, result: refused });
      });
      result = refused;
    }
    this.#errors += (await set.finish()).errors;
    this.progress.addClaims(result.claims);
    this.#remember(setNumber, envelope, result);
    this.#claimsSince += result.claims;
    if (this.#claimsSince >= claimsWorthStatistics) await this.#refreshStatistics();
  }

  async #refreshStatistics(): Promise<void> {
    if (this.#claimsSince === 0) return;
    this.#claimsSince = 0;
    await inPractice(this.#context, refreshStatistics);
  }

  /** One set, one transaction: all of it or nothing. */
  async #takeSet(
    { set, setNumber }: NumberedSet,
    envelope: SetEnvelope,
    beside: SetKeys | undefined,
  ): Promise<SetResult> {
    return inStep(this.#context, { isSmall: isSmall(set) }, async (transaction) => {
      if (beside !== undefined) await holdBeside(transaction, beside);
      const isDuplicate = await this.#wasReadBefore(transaction, envelope);
      const id = await insertSet(transaction, this.#place(setNumber), envelope);
      const result = isDuplicate
        ? refusedSet("duplicate", "SET_ALREADY_READ")
        : await this.#record(transaction, id, set);
      const end = await set.finish();
      if (result.verdict !== "refused" && result.verdict !== "duplicate") refuseBroken(set, end);
      await this.#closeSet(transaction, id, { set, end, result });
      return result;
    });
  }

  async #record(
    transaction: PracticeTransaction,
    transactionSetId: number,
    set: LiveSet,
  ): Promise<SetResult> {
    const { codes, today } = this.#context;
    const { header } = set;
    const onProgress = (claims: number) => this.progress.inSet(claims);
    const events = set.events();
    switch (header.kind) {
      case "837P":
      case "837I":
      case "837D": {
        const claims = await recordSubmission(transaction, {
          transactionSetId,
          fileId: this.#file.fileId,
          sentOn: header.group.date ?? header.interchange.date,
          today,
          codes,
          events,
          onProgress,
        });
        await this.#settleClaims(transaction);
        return { verdict: "recorded", claims };
      }
      case "835": {
        const rereadFrom = { set, read: (from: number, to: number) => this.#read({ from, to }) };
        const posted = await postRemittance(transaction, {
          transactionSetId,
          ...rereadFrom,
          onProgress,
        });
        await this.#settleClaims(transaction);
        return posted;
      }
      case "999":
      case "997":
      case "277CA": {
        const input = { transactionSetId, codes, events, onProgress };
        const claims = await recordAcknowledgments(transaction, input);
        await this.#settleClaims(transaction);
        return { verdict: "recorded", claims };
      }
      case "277": {
        await recordStatusResponses(transaction, { transactionSetId, events, today });
        return { verdict: "recorded", claims: 0 };
      }
      case "278": {
        await recordReviewAnswers(transaction, { transactionSetId, events, today });
        return { verdict: "recorded", claims: 0 };
      }
      case "271": {
        const read = (from: number, to: number) => this.#read({ from, to });
        const answers = { transactionSetId, events, read, today };
        await recordEligibilityAnswers(transaction, answers);
        return { verdict: "recorded", claims: 0 };
      }
      default:
        return { verdict: "recorded", claims: 0 };
    }
  }

  /** What a set may have brought about for claims of other sets. */
  async #settleClaims(transaction: PracticeTransaction): Promise<void> {
    await linkFoundOriginals(transaction);
    await closeOvertakenRejections(transaction);
  }

  async #readInterchangeAcknowledgment(acknowledgment: InterchangeAcknowledgment): Promise<void> {
    const { interchange, range } = acknowledgment;
    const envelope: SetEnvelope = {
      kind: "TA1",
      version: "",
      interchange,
      groupControlNumber: "",
      setControlNumber: "",
      segmentFrom: range.segmentFrom,
      byteFrom: range.byteFrom,
    };
    const result = await inStep(this.#context, { isSmall: true }, async (transaction) => {
      const isDuplicate = await this.#wasReadBefore(transaction, envelope);
      const result: SetResult = isDuplicate
        ? refusedSet("duplicate", "SET_ALREADY_READ")
        : { verdict: "recorded", claims: 0 };
      const place = this.#place(this.#setNumber);
      const transactionSetId = await insertSet(transaction, place, envelope);
      if (!isDuplicate) {
        const input = { transactionSetId, codes: this.#context.codes };
        await recordInterchangeAcknowledgment(transaction, input, acknowledgment);
      }
      const { segmentTo, byteTo } = range;
      const end = { ...result, segmentTo, byteTo, errors: 0, warnings: 0 };
      await endSet(transaction, transactionSetId, end);
      return result;
    });
    this.#remember(this.#setNumber, envelope, result);
  }

  #place(setNumber: number) {
    return { fileId: this.#file.fileId, setNumber };
  }

  async #closeSet(
    transaction: PracticeTransaction,
    transactionSetId: number,
    { set, end, result }: { set: LiveSet; end: SetEnd; result: SetResult },
  ): Promise<void> {
    const { segmentTo, byteTo } = end.range;
    const { errors, warnings } = end;
    await endSet(transaction, transactionSetId, { ...result, segmentTo, byteTo, errors, warnings });
    const to = { fileId: this.#file.fileId, transactionSetId };
    await insertIssues(transaction, to, set.issues.map(fileIssue));
  }

  #remember(setNumber: number, envelope: SetEnvelope, result: SetResult): void {
    const isInterchange = envelope.kind === "TA1";
    this.#sets.set(setNumber, {
      setNumber,
      kind: envelope.kind,
      control: isInterchange ? envelope.interchange.controlNumber : envelope.setControlNumber,
      verdict: result.verdict,
      reasonCode: result.reasonCode,
      reason: result.reason,
      claims: result.claims,
    });
  }

  #wasReadBefore(transaction: PracticeTransaction, envelope: SetEnvelope): Promise<boolean> {
    const { documents, practice, actor } = this.#context;
    const scope = { practiceId: practice.practiceId, actor };
    return wasReadBefore(transaction, envelope, {
      fileId: this.#file.fileId,
      read: (range) => this.#read(range),
      readOther: (documentId, range) => documents.read(scope, documentId, range),
    });
  }

  async #end(): Promise<FileEnd> {
    const sets = [...this.#sets.values()];
    const kinds = new Set(sets.map((set) => set.kind));
    const [first] = kinds;
    // A set's kind is one of the closed list of kinds, as it was read or stored.
    const kind = (kinds.size > 1 ? "mixed" : (first ?? "x12")) as FileKind;
    if (sets.length === 0) {
      const code = this.#hasEnvelope ? "X12_ENVELOPE_UNREADABLE" : "X12_WITHOUT_TRANSACTION";
      return { kind, verdict: "refused", ...reasonOf(code) };
    }
    if (sets.every((set) => set.verdict === "refused")) {
      return { kind, verdict: "refused", ...reasonOf("FILE_NOT_READABLE") };
    }
    const isFlawed =
      this.#errors > 0 ||
      sets.some((set) => set.verdict === "refused" || set.verdict === "quarantined");
    const verdict: FileVerdict = isFlawed ? "issues" : "read";
    return { kind, verdict };
  }
}

function reasonOf(code: Parameters<typeof refusal>[0]) {
  const { code: reasonCode, sentence: reason } = refusal(code);
  return { reasonCode, reason };
}
