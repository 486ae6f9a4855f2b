import { createHash } from "node:crypto";
import { errorCode } from "@headwater/platform/named-error.ts";
import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import type { SetVerdict } from "./file.ts";
import type { LiveSet, SetEnd } from "./set-feed.ts";
import { namesakesOf, type SetEnvelope, type SetResult } from "./transaction-set.store.ts";

/** The content of a set forbids to take it in: what was written of it is undone. */
export class SetRefused extends Error {
  readonly result: SetResult;

  constructor(result: SetResult) {
    super(result.reasonCode);
    this.result = result;
  }
}

const setSentences = {
  SET_NOT_INTACT:
    "The set is cut off, or its counts or control numbers do not agree. Ask the sender for it again.",
  SET_PARTLY_UNREAD:
    "A segment of the set is beyond all bounds and was not read. Ask the sender for it again.",
  SET_ALREADY_READ: "This set was read before in another file.",
  SET_NOT_STORABLE:
    "A value in the set cannot be stored, such as a control character or a number beyond all bounds.",
} as const;

/** The result of a set that is not taken in. */
export function refusedSet(verdict: SetVerdict, reasonCode: keyof typeof setSentences): SetResult {
  return { verdict, reasonCode, reason: setSentences[reasonCode], claims: 0 };
}

/** Issues that mean that a segment of the set was passed over unread. */
const unreadSegments = new Set(["X12_SEGMENT_TOO_LONG", "X12_TOO_MANY_ELEMENTS"]);

/** Undoes a set that turns out at its end not to be whole. */
export function refuseBroken(set: LiveSet, end: SetEnd): void {
  if (!end.intact) throw new SetRefused(refusedSet("refused", "SET_NOT_INTACT"));
  if (set.issues.some((issue) => unreadSegments.has(issue.code))) {
    throw new SetRefused(refusedSet("refused", "SET_PARTLY_UNREAD"));
  }
}

/**
 * A value that the database does not take (class 22: a control character, a number out of range)
 * refuses its set instead of ending the import; every other fault is thrown on.
 */
export function refusalOfFault(error: unknown): SetResult | undefined {
  if (!errorCode(error)?.startsWith("22")) return undefined;
  return refusedSet("refused", "SET_NOT_STORABLE");
}

type ByteRange = { readonly from: number; readonly to?: number };

/** The file of a set, and how its bytes and those of other files are read. */
export type SetBytes = {
  readonly fileId: number;
  readonly read: (range: ByteRange) => AsyncIterable<Uint8Array>;
  readonly readOther: (documentId: number, range: ByteRange) => AsyncIterable<Uint8Array>;
};

/** The same bytes under the same control numbers from the same sender, in another file. */
export async function wasReadBefore(
  transaction: PracticeTransaction,
  envelope: SetEnvelope,
  bytes: SetBytes,
): Promise<boolean> {
  for (const namesake of await namesakesOf(transaction, bytes.fileId, envelope)) {
    const { byteFrom, byteTo } = namesake;
    const theirs = await digest(
      bytes.readOther(namesake.documentId, { from: byteFrom, to: byteTo }),
    );
    const { byteFrom: from } = envelope;
    const ours = await digest(bytes.read({ from, to: from + byteTo - byteFrom }));
    if (ours === theirs) return true;
  }
  return false;
}

async function digest(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of source) hash.update(piece);
  return hash.digest("hex");
}
