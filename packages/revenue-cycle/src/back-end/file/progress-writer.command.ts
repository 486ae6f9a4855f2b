import { type FileRecord, showProgress } from "./file.store.ts";
import { inPractice, type ReadingContext } from "./reading-context.command.ts";

const intervalMs = 1000;

/**
 * Shows how far a file is read, about once a second, on a connection of its own: the set's own
 * transaction would show nothing until it ends.
 */
export class ProgressWriter {
  readonly #context: ReadingContext;
  readonly #file: FileRecord;
  #bytesRead = 0;
  #claims = 0;
  #claimsInSet = 0;
  #shownAt = performance.now();
  #writing: Promise<void> | undefined;

  constructor(context: ReadingContext, file: FileRecord) {
    this.#context = context;
    this.#file = file;
  }

  /** Passes bytes on and counts them. */
  async *counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      yield piece;
      this.#bytesRead += piece.length;
      this.#show();
    }
  }

  /** Claims of the set that is being read. */
  inSet(claims: number): void {
    this.#claimsInSet = claims;
    this.#show();
  }

  /** Claims of a set that is done. */
  addClaims(claims: number): void {
    this.#claims += claims;
    this.#claimsInSet = 0;
    this.#show();
  }

  /** Waits for a write that is under way. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  #show(): void {
    const now = performance.now();
    if (now - this.#shownAt < intervalMs || this.#writing !== undefined) return;
    this.#shownAt = now;
    const progress = { bytesRead: this.#bytesRead, claims: this.#claims + this.#claimsInSet };
    const { fileId, byteLength } = this.#file;
    this.#context.onProgress?.({ fileId, byteLength, ...progress });
    this.#writing = inPractice(this.#context, (transaction) =>
      showProgress(transaction, fileId, progress),
    )
      // Progress is for the eye: the reading itself meets a database that is gone.
      .catch(() => undefined)
      .finally(() => {
        this.#writing = undefined;
      });
  }
}
