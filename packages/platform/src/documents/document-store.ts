/** What is known of a stored document. */
export interface StoredDocument {
  readonly documentId: number;
  /** The id that may leave the product. */
  readonly publicId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly byteLength: number;
  /** Digest of the whole content, in lower-case hexadecimal. */
  readonly sha256: string;
}

export interface PutDocument {
  readonly name: string;
  readonly mediaType: string;
  /** Largest content taken, in bytes. Absent means any size. */
  readonly limitBytes?: number;
}

export type PutResult =
  | { readonly kind: "stored"; readonly document: StoredDocument }
  | { readonly kind: "refused"; readonly code: "DOCUMENT_TOO_LARGE"; readonly limitBytes: number };

/** Bytes from `from` (0 is the first) up to but without `to`; absent bounds mean start and end. */
export interface ByteRange {
  readonly from?: number;
  readonly to?: number;
}

/** For whom a document is kept or read. */
export interface DocumentScope {
  readonly practiceId: number;
  readonly actor: string;
}

/**
 * Keeps files whole and gives back any range of them. Content never changes once stored. Every
 * implementation passes `documentStoreCases`.
 */
export interface DocumentStore {
  /**
   * Stores a stream of bytes. One that is too large is refused, one that breaks off throws its
   * error; neither leaves anything behind.
   */
  put(
    scope: DocumentScope,
    source: AsyncIterable<Uint8Array>,
    document: PutDocument,
  ): Promise<PutResult>;
  /** Undefined if there is none, or if it is another practice's. */
  find(scope: DocumentScope, documentId: number): Promise<StoredDocument | undefined>;
  /**
   * Streams a range. Reads no more than it must, and holds no transaction while the consumer is
   * slow. Throws `DOCUMENT_NOT_FOUND`, or `DOCUMENT_CORRUPT` at the end of a whole reading whose
   * digest differs.
   */
  read(
    scope: DocumentScope,
    documentId: number,
    range?: ByteRange,
  ): AsyncGenerator<Uint8Array, void, undefined>;
}
