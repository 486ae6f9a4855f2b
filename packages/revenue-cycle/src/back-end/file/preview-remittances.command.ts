import { createReadStream } from "node:fs";
import type { SpooledUpload } from "@headwater/platform/documents/spool-upload.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { readTransactions } from "@headwater/x12";
import { lockBooks } from "../../books/period/period.store.ts";
import { closeOvertakenRejections } from "../acknowledgment/close-overtaken-rejections.command.ts";
import { linkFoundOriginals } from "../submission/link-originals.command.ts";
import { findSameContent, insertFile } from "./file.store.ts";
import { insertImport } from "./import.store.ts";
import { postRemittance } from "./post-remittance-set.command.ts";
import type { PreviewAnswer, PreviewedSet } from "./preview-answers.ts";
import type { ReadingContext } from "./reading-context.command.ts";
import { fileItems, type LiveSet } from "./set-feed.ts";
import {
  refusalOfFault,
  refuseBroken,
  refusedSet,
  SetRefused,
  wasReadBefore,
} from "./set-refusal.command.ts";
import { markBooks, type PreviewLimits, showPreviewedSet } from "./show-previewed-set.query.ts";
import { endSet, envelopeOf, insertSet, type SetResult } from "./transaction-set.store.ts";

/** Carries what was found out of work that is undone. */
class Undone<Result> extends Error {
  readonly result: Result;

  constructor(result: Result) {
    super("undone");
    this.result = result;
  }
}

/** Runs work and undoes everything that it wrote. */
async function undone<Result>(
  transaction: PracticeTransaction,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await transaction.savepoint<never>(async () => {
      throw new Undone(await work());
    });
  } catch (error) {
    if (error instanceof Undone) return error.result;
    throw error;
  }
}

export type PreviewInput = {
  readonly name: string;
  readonly content: SpooledUpload;
  readonly limits: PreviewLimits;
};

/**
 * What importing a file of remittances would post, set by set: every set is posted by the very
 * commands that an import calls, what they wrote is read, and all of it is undone. The books are locked
 * meanwhile, as they are while a file is posted. A file that was read before would post nothing.
 */
export async function previewRemittances(
  transaction: PracticeTransaction,
  context: Pick<ReadingContext, "documents" | "random" | "actor">,
  input: PreviewInput,
): Promise<PreviewAnswer> {
  await lockBooks(transaction);
  const same = await findSameContent(transaction, input.content.sha256);
  if (same !== undefined && same.verdict !== "waiting") {
    return { readBeforeAs: same.name, otherSets: 0, sets: [] };
  }
  return undone(transaction, () => new FilePreview(transaction, context, input).read());
}

class FilePreview {
  readonly #transaction: PracticeTransaction;
  readonly #context: Pick<ReadingContext, "documents" | "random" | "actor">;
  readonly #input: PreviewInput;
  #fileId = 0;

  constructor(
    transaction: PracticeTransaction,
    context: Pick<ReadingContext, "documents" | "random" | "actor">,
    input: PreviewInput,
  ) {
    this.#transaction = transaction;
    this.#context = context;
    this.#input = input;
  }

  async read(): Promise<PreviewAnswer> {
    this.#fileId = await this.#enterFile();
    const sets: PreviewedSet[] = [];
    let [setNumber, otherSets] = [0, 0];
    const batches = readTransactions(this.#read({ from: 0 }), { limits: { issuesPerSet: 200 } });
    for await (const item of fileItems(batches)) {
      if (item.is === "issue") continue;
      setNumber += 1;
      if (item.is === "set" && item.set.header.kind === "835") {
        sets.push(await this.#preview(item.set, setNumber));
      } else otherSets += 1;
    }
    return { readBeforeAs: null, otherSets, sets };
  }

  async #enterFile(): Promise<number> {
    const { random } = this.#context;
    const { name, content } = this.#input;
    const opened = { publicId: random.uuid(), source: "page" } as const;
    const { importId } = await insertImport(this.#transaction, opened);
    const { fileId } = await insertFile(this.#transaction, {
      publicId: random.uuid(),
      importId,
      documentId: undefined,
      name,
      sha256: content.sha256,
      byteLength: content.byteLength,
      kind: "835",
      verdict: "reading",
    });
    return fileId;
  }

  async *#read(range: { readonly from: number; readonly to?: number }): AsyncGenerator<Uint8Array> {
    const { from: start, to } = range;
    const end = to === undefined ? {} : { end: to - 1 };
    yield* createReadStream(this.#input.content.path, { start, ...end });
  }

  async #preview(set: LiveSet, setNumber: number): Promise<PreviewedSet> {
    const transaction = this.#transaction;
    const mark = await markBooks(transaction);
    const [result, transactionSetId] = await this.#post(set, setNumber);
    const { verdict, reasonCode, reason, claims } = result;
    const control = set.header.controlNumber;
    const told = { control, verdict, reasonCode: reasonCode ?? null, reason: reason ?? null };
    const limits = this.#input.limits;
    const posted = { ...told, claims, transactionSetId };
    return showPreviewedSet(transaction, posted, { mark, limits });
  }

  /** As the import of a file takes a set: all of it or nothing. */
  async #post(set: LiveSet, setNumber: number): Promise<[SetResult, number]> {
    const transaction = this.#transaction;
    try {
      return await transaction.savepoint(async () => {
        const envelope = envelopeOf(set.header);
        const isDuplicate = await this.#wasReadBefore(envelope);
        const id = await insertSet(transaction, { fileId: this.#fileId, setNumber }, envelope);
        const result = isDuplicate
          ? refusedSet("duplicate", "SET_ALREADY_READ")
          : await postRemittance(transaction, {
              transactionSetId: id,
              set,
              read: (from, to) => this.#read({ from, to }),
            });
        await linkFoundOriginals(transaction);
        await closeOvertakenRejections(transaction);
        const end = await set.finish();
        if (result.verdict !== "refused" && result.verdict !== "duplicate") refuseBroken(set, end);
        const { segmentTo, byteTo } = end.range;
        const { errors, warnings } = end;
        await endSet(transaction, id, { ...result, segmentTo, byteTo, errors, warnings });
        return [result, id];
      });
    } catch (error) {
      const refused = error instanceof SetRefused ? error.result : refusalOfFault(error);
      if (refused === undefined) throw error;
      return [refused, 0];
    }
  }

  #wasReadBefore(envelope: ReturnType<typeof envelopeOf>): Promise<boolean> {
    const { documents, actor } = this.#context;
    const scope = { practiceId: this.#transaction.practiceId, actor };
    return wasReadBefore(this.#transaction, envelope, {
      fileId: this.#fileId,
      read: (range) => this.#read(range),
      readOther: (documentId, range) => documents.read(scope, documentId, range),
    });
  }
}

/** The claims of ours that an answer shows, for the record of who saw them. */
export function shownClaims({ sets }: PreviewAnswer): number[] {
  const shown = sets.flatMap((set) => [...set.shownClaims, ...set.transfers]);
  return [...new Set(shown.flatMap(({ claimId }) => claimId ?? []))];
}
