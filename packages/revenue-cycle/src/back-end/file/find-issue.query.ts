import type { DocumentScope, DocumentStore } from "@headwater/platform/documents/document-store.ts";
import type { FilePlace } from "./file-answers.ts";
import { type Judging, judgedBytes, judgedParts } from "./judge-outline.query.ts";
import type { FilePlace as ReadingPlace } from "./show-segments.query.ts";

/** Bytes that one request looks at before it answers that the search goes on. */
const soughtBytes = 8 * 1024 * 1024;
/** Sets that one request goes back. */
const soughtSets = 20;

export type IssueSearch = {
  readonly documents: DocumentStore;
  readonly scope: DocumentScope;
  /** Where reading begins for a segment; undefined where the file is gone. */
  readonly placeAt: (segment: number) => Promise<ReadingPlace | undefined>;
  /** The nearest issue that reading the file left on record; null when there is none. */
  readonly recorded: number | null;
};

/**
 * The first segment after another with an issue, be it of reading or of validation, as the tree shows
 * them. Of a set that is too large to be judged whole, the rest is passed over, as in the tree.
 */
export async function findIssueAfter(search: IssueSearch, after: number): Promise<FilePlace> {
  const { recorded } = search;
  const place = await search.placeAt(after + 1);
  const judged: FilePlace =
    place === undefined
      ? { segment: null, searchedTo: null }
      : await nextJudged({ ...search, place }, after);
  const { segment, searchedTo } = judged;
  const isNear = recorded !== null && recorded <= (segment ?? searchedTo ?? recorded);
  if (isNear) return { segment: recorded, searchedTo: recorded };
  return { segment, searchedTo: segment ?? searchedTo };
}

async function nextJudged(judging: Judging, after: number): Promise<FilePlace> {
  const { set } = judging.place;
  let first: number | null = null;
  let ended: number | undefined;
  let inSet = 0;
  let bytes = 0;
  for await (const part of judgedParts(judging)) {
    bytes += part.byteLength;
    inSet += part.byteLength;
    for (const { segment } of part.issues) {
      if (segment > after && segment < (first ?? Number.MAX_SAFE_INTEGER)) first = segment;
    }
    // What a loop lacks is told at its end, at a segment before: a set must have ended to be sure.
    const end = part.ends.at(-1);
    if (end !== undefined) {
      inSet = 0;
      ended = end;
    }
    const isTooLarge = inSet > judgedBytes;
    if (first !== null && (isTooLarge || (ended ?? 0) >= first)) break;
    if (isTooLarge) return { segment: null, searchedTo: ended ?? set?.to ?? null };
    if (bytes > soughtBytes && ended !== undefined) return { segment: null, searchedTo: ended };
  }
  return { segment: first, searchedTo: first };
}

/** The last segment before another with an issue. */
export async function findIssueBefore(search: IssueSearch, before: number): Promise<FilePlace> {
  const { recorded } = search;
  let at: number | null = before;
  for (let sets = 0; sets < soughtSets && at !== null; sets += 1) {
    const place = await search.placeAt(Math.max(1, at - 1));
    if (place === undefined) break;
    const { segment, searchedTo } = await lastJudged({ ...search, place }, before);
    const isNear = recorded !== null && recorded >= (segment ?? searchedTo ?? 0);
    const found = isNear ? recorded : segment;
    if (found !== null) return { segment: found, searchedTo: found };
    at = searchedTo;
  }
  return { segment: null, searchedTo: at };
}

/** Looks in one set; `searchedTo` is where it begins. */
async function lastJudged(judging: Judging, before: number): Promise<FilePlace> {
  const from = judging.place.anchors.find(({ isSet }) => isSet)?.segment;
  let last: number | null = null;
  let bytes = 0;
  for await (const part of judgedParts(judging)) {
    bytes += part.byteLength;
    for (const { segment } of part.issues) {
      if (segment < before && segment > (last ?? 0)) last = segment;
    }
    const isPast = part.ends.some((end) => end >= before - 1);
    if (isPast || bytes > judgedBytes) break;
  }
  return { segment: last, searchedTo: from ?? null };
}
