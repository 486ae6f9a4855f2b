import { sql } from "@headwater/platform/database/sql.ts";
import type { DocumentScope, DocumentStore } from "@headwater/platform/documents/document-store.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type Delimiters,
  describeElements,
  Outline,
  type OutlineSegment,
  type OutlineStart,
  SegmentReader,
} from "@headwater/x12";
import type { OutlineIssue, OutlineRow } from "./file-answers.ts";
import {
  type FilePlace,
  findFilePlace,
  firstDelimiters,
  readerStart,
  standsAt,
  textOf,
} from "./show-segments.query.ts";

/** Claims before a part that are read too, so that their levels are known. */
const claimsBefore = 10;

/** Where reading for a part of a file's tree begins. */
export function findOutlinePlace(
  transaction: PracticeTransaction,
  publicId: string,
  from: number,
): Promise<FilePlace | undefined> {
  return findFilePlace(transaction, publicId, { from, claimsBefore });
}

/** Issues that stand at the segments of a range, as far as there is room for them. */
export async function issuesWithin(
  transaction: PracticeTransaction,
  publicId: string,
  range: { readonly from: number; readonly to: number },
): Promise<OutlineIssue[]> {
  const { practiceId } = transaction;
  return transaction.query<OutlineIssue>(sql`
    select s.segment, s.code, s.severity, s.element, s.component, s.message, s.source
    from file_issues s
    where s.practice_id = ${practiceId}
      and s.file_id = (select file_id from files
        where practice_id = ${practiceId} and public_id = ${publicId})
      and s.segment between ${range.from} and ${range.to}
    order by s.segment, s.issue_number
    limit 2000`);
}

/** The nearest segment with an issue after a segment, or before one; null when there is none. */
export async function nextIssue(
  transaction: PracticeTransaction,
  publicId: string,
  from: { readonly after: number } | { readonly before: number },
): Promise<number | null> {
  const { practiceId } = transaction;
  const isForth = "after" in from;
  const row = await transaction.one<{ segment: number | null }>(sql`
    select ${isForth ? sql`min(s.segment)` : sql`max(s.segment)`} as segment
    from file_issues s
    where s.practice_id = ${practiceId}
      and s.file_id = (select file_id from files
        where practice_id = ${practiceId} and public_id = ${publicId})
      and ${isForth ? sql`s.segment > ${from.after}` : sql`s.segment < ${from.before}`}`);
  return row.segment;
}

type Reading = {
  readonly documents: DocumentStore;
  readonly scope: DocumentScope;
  readonly place: FilePlace;
};

/** A part of the tree; reading begins at the nearest known claim or set, so that it opens at once. */
export async function readOutline(
  reading: Reading,
  range: { readonly from: number; readonly to: number },
): Promise<Omit<OutlineRow, "issues">[]> {
  const rows: Omit<OutlineRow, "issues">[] = [];
  for await (const row of outlineRows(reading)) {
    if (row.segment.number < range.from) continue;
    if (row.segment.number > range.to) break;
    rows.push(shown(row));
    if (row.segment.number === range.to) break;
  }
  return rows;
}

/** Bytes that one search looks at before it answers that it will go on. */
const searchBytes = 24 * 1024 * 1024;

/**
 * The first segment after `after` that holds a text, whatever its case. A long search ends without an
 * answer at `searchedTo`, from where the next one goes on; at the end of the file that is null.
 */
export async function findText(
  reading: Reading,
  sought: { readonly text: string; readonly after: number },
): Promise<{ readonly segment: number | null; readonly searchedTo: number | null }> {
  const text = sought.text.toLowerCase();
  let first: number | undefined;
  for await (const { segment } of outlineRows(reading)) {
    first ??= segment.byteFrom;
    if (segment.number <= sought.after) continue;
    if (textOf(segment.raw).toLowerCase().includes(text)) {
      return { segment: segment.number, searchedTo: segment.number };
    }
    if (segment.byteFrom - first > searchBytes) {
      return { segment: null, searchedTo: segment.number };
    }
  }
  return { segment: null, searchedTo: null };
}

/** The segments from the nearest usable anchor on, each at its place in the tree. */
async function* outlineRows({ documents, scope, place }: Reading): AsyncGenerator<OutlineSegment> {
  const { documentId } = place;
  const start = await usableStart({ documents, scope, place });
  const reader = start ? new SegmentReader({}, readerStart(start)) : new SegmentReader();
  const outline = new Outline(start && outlineStart(place, start.anchor.isSet));
  const range = start ? { from: start.anchor.byte } : {};
  for await (const bytes of documents.read(scope, documentId, range)) {
    yield* segmentsOf(outline.read(reader.push(bytes)));
  }
  yield* segmentsOf(outline.read(reader.end()));
}

function segmentsOf(rows: ReturnType<Outline["read"]>): OutlineSegment[] {
  return rows.filter((row) => row.is === "segment");
}

async function usableStart({
  documents,
  scope,
  place,
}: Reading): Promise<{ delimiters: Delimiters; anchor: FilePlace["anchors"][number] } | undefined> {
  if (place.anchors.length === 0) return undefined;
  const delimiters = await firstDelimiters(documents, scope, place.documentId);
  if (delimiters === undefined) return undefined;
  for (const anchor of place.anchors) {
    const start = { delimiters, anchor };
    const at = { documentId: place.documentId, ...start };
    if (await standsAt(documents, scope, at)) return start;
  }
  return undefined;
}

/** ST01 of the kinds that are told apart by their guide. */
const setIds: Readonly<Record<string, string>> = {
  "837P": "837",
  "837I": "837",
  "837D": "837",
  "277CA": "277",
};

function outlineStart({ set }: FilePlace, isSet: boolean): OutlineStart | undefined {
  if (set === null) return undefined;
  const { kind, version } = set;
  return { setId: setIds[kind] ?? kind, version, inMiddle: !isSet };
}

function shown({
  segment,
  name,
  depth,
  loops,
  opensLoop,
}: OutlineSegment): Omit<OutlineRow, "issues"> {
  const raw = textOf(segment.raw) + segment.terminator.trimEnd();
  return {
    ...{ number: segment.number, id: segment.id, name, raw, depth, opensLoop },
    loops: [...loops],
    elements: describeElements(segment).map(({ component, ...rest }) => ({
      ...rest,
      component: component ?? null,
    })),
  };
}
