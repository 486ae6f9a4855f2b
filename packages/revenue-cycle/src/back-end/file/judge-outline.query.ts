import type { DocumentScope, DocumentStore } from "@headwater/platform/documents/document-store.ts";
import { createValidator, type ReadEvent, type X12Issue } from "@headwater/x12";
import type { OutlineIssue } from "./file-answers.ts";
import { type FilePlace, firstDelimiters, standsAt } from "./show-segments.query.ts";

/** Bytes of a set that are judged for one part of the tree, some hundred milliseconds of work. */
export const judgedBytes = 2 * 1024 * 1024;
/** Bytes that hold any ISA and the GS behind it. */
const headBytes = 1024;

export type Judging = {
  readonly documents: DocumentStore;
  readonly scope: DocumentScope;
  readonly place: FilePlace;
};

type Range = { readonly from: number; readonly to: number };

/**
 * What full validation says of the segments of a range: its set is judged from its beginning, since what
 * a claim lacks follows from the levels above it. `isWhole` is false where the range lies further in the
 * set than is judged at once.
 */
export async function judgeOutline(
  judging: Judging,
  range: Range,
): Promise<{ readonly issues: readonly OutlineIssue[]; readonly isWhole: boolean }> {
  const issues: OutlineIssue[] = [];
  let bytes = 0;
  for await (const part of judgedParts(judging)) {
    issues.push(...part.issues.filter((issue) => isWithin(issue, range)));
    bytes += part.byteLength;
    const isPast = part.ends.some((end) => end >= range.to);
    if (isPast || bytes > judgedBytes) return { issues, isWhole: isPast };
  }
  return { issues, isWhole: true };
}

/** What one piece of the file adds: issues at their places, and the last segments of sets that ended. */
type JudgedPart = {
  readonly issues: readonly OutlineIssue[];
  readonly ends: readonly number[];
  readonly byteLength: number;
};

/** Judges the set of the place from its beginning and what comes behind it, piece by piece. */
export async function* judgedParts(judging: Judging): AsyncGenerator<JudgedPart> {
  const { documents, scope, place } = judging;
  const start = await startOfSet(judging);
  const shift = start?.shift ?? 0;
  const validator = createValidator();
  const partOf = (events: readonly ReadEvent[], byteLength: number): JudgedPart => {
    const issues: OutlineIssue[] = [];
    const ends: number[] = [];
    for (const event of events) {
      const issue = event.type === "issue" ? placed(event.issue, shift) : undefined;
      if (issue !== undefined) issues.push(issue);
      if (event.type === "set-end") ends.push(event.range.segmentTo + shift);
    }
    return { issues, ends, byteLength };
  };
  if (start !== undefined) yield partOf(validator.push(start.head), 0);
  for await (const piece of documents.read(scope, place.documentId, { from: start?.byte ?? 0 })) {
    yield partOf(validator.push(piece), piece.length);
  }
  yield partOf(validator.end(), 0);
}

function isWithin({ segment }: OutlineIssue, { from, to }: Range): boolean {
  return from <= segment && segment <= to;
}

/** An issue of a set at its place in the file; those of the envelope are told by the file's own reading. */
function placed(issue: X12Issue, shift: number): OutlineIssue | undefined {
  const { code, severity, element = null, component = null, source } = issue;
  if (issue.set === undefined || issue.position === undefined) return undefined;
  const segment = issue.position.segment + shift;
  // The tree shows the position itself.
  const message = issue.message.replace(/^[A-Z][A-Z0-9]{1,2}\d\d(?:-\d+)? \((.+?)\): /, "$1: ");
  return { segment, code, severity, element, component, message, source };
}

type SetStart = {
  /** ISA and GS of the file, which a set needs in front of it. */
  readonly head: Uint8Array;
  readonly byte: number;
  /** What the numbers of its segments are short of. */
  readonly shift: number;
};

/** Where the set of the place begins; undefined to begin with the file. */
async function startOfSet({ documents, scope, place }: Judging): Promise<SetStart | undefined> {
  const anchor = place.anchors.find(({ isSet }) => isSet);
  const { documentId } = place;
  if (anchor === undefined) return undefined;
  const delimiters = await firstDelimiters(documents, scope, documentId);
  if (delimiters === undefined) return undefined;
  if (!(await standsAt(documents, scope, { documentId, delimiters, anchor }))) return undefined;
  const pieces: Uint8Array[] = [];
  const range = { from: 0, to: headBytes };
  for await (const piece of documents.read(scope, documentId, range)) pieces.push(piece);
  const text = Buffer.concat(pieces).toString("latin1");
  const [interchange, group] = text.split(delimiters.segment);
  if (interchange === undefined || group?.trimStart().startsWith("GS") !== true) return undefined;
  const head = interchange + delimiters.segment + group.trimStart() + delimiters.segment;
  return { head: Buffer.from(head, "latin1"), byte: anchor.byte, shift: anchor.segment - 3 };
}

/** The issues of both, those that say the same of the same place once. */
export function withJudged(
  known: readonly OutlineIssue[],
  judged: readonly OutlineIssue[],
): readonly OutlineIssue[] {
  const keyOf = ({ segment, code, element, component }: OutlineIssue) =>
    `${segment} ${code} ${element ?? ""} ${component ?? ""}`;
  const told = new Set(known.map(keyOf));
  return [...known, ...judged.filter((issue) => !told.has(keyOf(issue)))];
}
