import { sql } from "@headwater/platform/database/sql.ts";
import type { DocumentScope, DocumentStore } from "@headwater/platform/documents/document-store.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type Delimiters,
  describeElement,
  describeSegment,
  Segment,
  SegmentReader,
} from "@headwater/x12";
import type { DescribedSegment } from "./file-answers.ts";

/** Where reading for a part of a file begins. */
export type FilePlace = {
  readonly documentId: number;
  /** Number of the last segment that a transaction set of the file tells of. */
  readonly total: number;
  /** Kind and guide of the set that the part begins in, or of the one before it. */
  readonly set: { readonly kind: string; readonly version: string; readonly to: number } | null;
  /** Places at or before the part, the nearest first: a claim's, then its set's. */
  readonly anchors: readonly (Anchor & { readonly isSet: boolean })[];
};

/**
 * Finds where to begin; undefined when there is no such file or its bytes were not kept. `claimsBefore`
 * claims in front of the part are read too, where the levels above it must be known.
 */
export async function findFilePlace(
  transaction: PracticeTransaction,
  publicId: string,
  { from, claimsBefore }: { readonly from: number; readonly claimsBefore: number },
): Promise<FilePlace | undefined> {
  const { practiceId } = transaction;
  return transaction.maybeOne<FilePlace>(sql`
    with sought as (
      select file_id, document_id from files
      where practice_id = ${practiceId} and public_id = ${publicId}),
    sets as (
      select t.transaction_set_id, t.kind, t.version, t.segment_from, t.segment_to, t.byte_from
      from transaction_sets t join sought using (file_id)
      where t.practice_id = ${practiceId}),
    near as (
      select * from sets where segment_from <= ${from} order by segment_from desc limit 1),
    anchors as (
      select segment_from as segment, byte_from as byte, true as is_set from near
      union all
      (select s.segment_from, s.byte_from, false from claim_submissions s
        where s.practice_id = ${practiceId} and s.segment_from <= ${from}
          and s.transaction_set_id = (select transaction_set_id from near)
        order by s.segment_from desc offset ${claimsBefore} limit 1)
      union all
      (select rc.segment_from, rc.byte_from, false from remittance_claims rc
        join remittances m using (practice_id, remittance_id)
        where rc.practice_id = ${practiceId} and rc.segment_from <= ${from}
          and m.transaction_set_id = (select transaction_set_id from near)
        order by rc.segment_from desc limit 1))
    select document_id as "documentId",
      (select coalesce(max(segment_to), 0)::integer from sets) as total,
      (select json_build_object('kind', kind, 'version', version, 'to', segment_to) from near) as set,
      (select coalesce(json_agg(json_build_object('segment', segment, 'byte', byte, 'isSet', is_set)
        order by segment desc), '[]') from anchors) as anchors
    from sought where document_id is not null`);
}

export type SegmentRange = { readonly from: number; readonly to: number };

/** Bytes that hold any ISA and, behind an anchor, its first segment. */
const headBytes = 512;

/**
 * The segments of a range with the names of their elements. Reading begins at the nearest known claim
 * or set, so that the end of a large file is as near as its start; without one, at the start.
 */
export async function readSegments(
  documents: DocumentStore,
  scope: DocumentScope,
  { place, range }: { readonly place: FilePlace; readonly range: SegmentRange },
): Promise<DescribedSegment[]> {
  const delimiters = await firstDelimiters(documents, scope, place.documentId);
  for (const anchor of delimiters ? place.anchors : []) {
    const start = { delimiters: delimiters as Delimiters, anchor };
    if (await standsAt(documents, scope, { documentId: place.documentId, ...start })) {
      const reader = new SegmentReader({}, readerStart(start));
      return collect(reader, documents.read(scope, place.documentId, { from: anchor.byte }), range);
    }
  }
  return collect(new SegmentReader(), documents.read(scope, place.documentId), range);
}

/** A segment and the byte that it begins at. */
export type Anchor = { readonly segment: number; readonly byte: number };

/** Where a reader begins that begins at an anchor. */
export function readerStart({ delimiters, anchor }: { delimiters: Delimiters; anchor: Anchor }) {
  const { segment, byte } = anchor;
  return { delimiters, position: { segment, offset: byte, line: 1, column: 1 } };
}

/** Delimiters of the first interchange of a document. */
export async function firstDelimiters(
  documents: DocumentStore,
  scope: DocumentScope,
  documentId: number,
): Promise<Delimiters | undefined> {
  const reader = new SegmentReader();
  const tokens = [];
  for await (const bytes of documents.read(scope, documentId, { from: 0, to: headBytes })) {
    tokens.push(...reader.push(bytes));
  }
  tokens.push(...reader.end());
  return tokens.find((token) => token instanceof Segment)?.delimiters;
}

/** Whether a segment of these delimiters begins at the anchor: a later interchange may have others. */
export async function standsAt(
  documents: DocumentStore,
  scope: DocumentScope,
  at: { documentId: number; delimiters: Delimiters; anchor: Anchor },
): Promise<boolean> {
  const from = Math.max(0, at.anchor.byte - 4);
  const pieces: Uint8Array[] = [];
  const range = { from, to: at.anchor.byte + 4 };
  for await (const piece of documents.read(scope, at.documentId, range)) pieces.push(piece);
  const text = Buffer.concat(pieces).toString("latin1");
  const { element, segment } = at.delimiters;
  const before = text.slice(0, at.anchor.byte - from).trimEnd();
  const behind = text.slice(at.anchor.byte - from);
  const isEnded = before === "" || before.endsWith(segment) || segment.trim() === "";
  return isEnded && behind.indexOf(element) >= 2;
}

async function collect(
  reader: SegmentReader,
  content: AsyncIterable<Uint8Array>,
  range: SegmentRange,
): Promise<DescribedSegment[]> {
  const found: DescribedSegment[] = [];
  const take = (tokens: ReturnType<SegmentReader["push"]>): boolean => {
    for (const token of tokens) {
      if (!(token instanceof Segment) || token.number < range.from) continue;
      if (token.number > range.to) return true;
      found.push(described(token));
    }
    return found.at(-1)?.number === range.to;
  };
  for await (const bytes of content) if (take(reader.push(bytes))) return found;
  take(reader.end());
  return found;
}

function described(segment: Segment): DescribedSegment {
  const elements = Array.from({ length: segment.elementCount }, (_, index) =>
    describedElement(segment, index + 1),
  );
  const name = describeSegment(segment.id) ?? "";
  const raw = textOf(segment.raw) + segment.terminator.trimEnd();
  return { number: segment.number, id: segment.id, name, raw, elements };
}

function describedElement(segment: Segment, n: number): DescribedSegment["elements"][number] {
  const components = segment.id === "ISA" ? [] : segment.components(n);
  return {
    position: `${segment.id}${String(n).padStart(2, "0")}`,
    name: describeElement(segment.id, n) ?? "",
    value: segment.element(n) ?? "",
    ...(components.length > 1 ? { components: [...components] } : {}),
  };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The reader keeps one character per byte; this is the text that the sender meant. */
export function textOf(raw: string): string {
  const bytes = Buffer.from(raw, "latin1");
  try {
    return utf8.decode(bytes);
  } catch {
    return raw;
  }
}
