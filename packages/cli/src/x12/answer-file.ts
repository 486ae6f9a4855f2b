import { mkdir, rm } from "node:fs/promises";
import { dirname } from "node:path";
import {
  claimAcknowledgmentSets,
  InterchangePieces,
  type WritableClaimAcknowledgments,
  type WriteEnvelope,
  type WritePiece,
  type WriteRefusal,
} from "@headwater/x12";
import { fileOut, type ResultOut } from "./text-out.ts";

/** Whether an answer file is whole; one that cannot be written is removed again. */
type Written =
  | { readonly ok: true; readonly segments: number }
  | { readonly ok: false; readonly refusals: readonly WriteRefusal[] };

/** A 277CA that is written set by set while the claims that it answers are still read. */
export class AnswerFile {
  readonly path: string;
  private readonly envelope: WriteEnvelope;
  private readonly pieces: InterchangePieces;
  private out: ResultOut | undefined;
  private refusals: readonly WriteRefusal[] = [];

  constructor(path: string, envelope: WriteEnvelope) {
    this.path = path;
    this.envelope = envelope;
    this.pieces = new InterchangePieces(envelope);
  }

  async add(batches: readonly WritableClaimAcknowledgments[]): Promise<void> {
    for (const set of claimAcknowledgmentSets(batches, this.envelope)) {
      if (this.refusals.length === 0) await this.pass(this.pieces.add(set));
    }
  }

  async end(): Promise<Written> {
    if (this.refusals.length === 0) await this.pass(this.pieces.end());
    await this.out?.end();
    const { refusals } = this;
    if (refusals.length === 0) return { ok: true, segments: this.pieces.segments };
    if (this.out !== undefined) await rm(this.path);
    return { ok: false, refusals };
  }

  private async pass(piece: WritePiece): Promise<void> {
    if (piece.type === "refusals") {
      this.refusals = piece.refusals;
      return;
    }
    if (this.out === undefined) {
      await mkdir(dirname(this.path), { recursive: true });
      this.out = await fileOut(this.path);
    }
    await this.out.write(piece.bytes);
  }
}
