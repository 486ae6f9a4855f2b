import { AcknowledgmentDecider } from "../acknowledge/decide-acknowledgments.ts";
import { decideClaimAcknowledgments } from "../acknowledge/decide-claim-answer.ts";
import { latin1Bytes } from "../latin1.ts";
import type { ReadEvent } from "../reading.ts";
import { SegmentReader, type Token } from "../segment-reader.ts";
import { tokenBytes } from "../token-bytes.ts";
import { TransactionReader } from "../transaction-reader.ts";
import { createValidator } from "../validate/validate.ts";
import { write277CA } from "../write/write-277ca.ts";
import { write999, writeTA1 } from "../write/write-acknowledgment.ts";
import { pick, randomStream, seedOf, wholeBetween } from "./random.ts";
import { testEnvelope } from "./write-envelope.ts";

/** What stands in for parts of a file: delimiters, segment starts, odd bytes, numbers of all sizes. */
const pieces = [
  ...["~", "*", ":", "^", "~~", "**", "\n", "\r\n", " ", "\u0000", "\u00e9", "\u00c3\u00a9"],
  ...["ISA*", "IEA*1*000000042~", "GS*", "ST*837*0001~", "SE*1*0001~", "HL*1**20*1~", "BIN*9*"],
  ...["BIN*999999999999*", "BDS*ASC*5*", "LS*2120~", "LE*2120~", "NM1*IL*1~", "CLM*1*1~"],
  ...["9999999999999999999", "-0.001", "1E9", "20250230", "00000000", "A".repeat(400)],
] as [string, ...string[]];

/** A text changed in one to six places. */
export function mutated(text: string, seed: number): string {
  const random = randomStream(seed);
  let changed = text;
  for (let left = wholeBetween(random, 1, 6); left > 0; left -= 1) {
    const at = wholeBetween(random, 0, changed.length);
    const to = Math.min(changed.length, at + wholeBetween(random, 0, 60));
    const cut = changed.slice(at, to);
    const before = changed.slice(0, at);
    const behind = changed.slice(to);
    const kind = wholeBetween(random, 0, 5);
    if (kind === 0) changed = before + behind;
    else if (kind === 1) changed = before + cut + cut + behind;
    else if (kind === 2) changed = before + pick(random, pieces) + behind;
    else if (kind === 3) changed = before + pick(random, pieces) + cut + behind;
    else if (kind === 4) changed = behind.length > 200 ? behind + before : before;
    else changed = before + [...cut].reverse().join("") + behind;
  }
  return changed;
}

function readAll<T>(
  reader: { push(bytes: Uint8Array): T[]; end(): T[] },
  bytes: Uint8Array,
  chunkBytes: number,
): T[] {
  const all: T[] = [];
  for (let from = 0; from < bytes.length; from += chunkBytes) {
    all.push(...reader.push(bytes.subarray(from, from + chunkBytes)));
  }
  all.push(...reader.end());
  return all;
}

/** What is wrong with how a mutation is read; undefined when all laws hold. */
export type LawBroken = "a byte was lost" | "chunks change what is read" | "took over a second";

/** Decides and writes what answers a file: refusals are answers too, faults are not. */
function acknowledge(read: readonly ReadEvent[], judged: readonly ReadEvent[]): void {
  for (const answer of new AcknowledgmentDecider().read(judged)) {
    if (answer.kind === "TA1") writeTA1([answer.acknowledgment], testEnvelope);
    else write999([answer.acknowledgment], testEnvelope);
  }
  const claims = read.flatMap((event) => (event.type === "claim" ? [event.claim] : []));
  if (claims.length === 0) return;
  const issues = judged.flatMap((event) => (event.type === "issue" ? [event.issue] : []));
  const day = "2026-01-01";
  const batch = { submitter: undefined, referenceId: "1", claims };
  const answers = decideClaimAcknowledgments(batch, issues, day);
  const dates = { createdOn: day, receivedOn: day, processedOn: day };
  const told = { referenceId: "1", source: undefined, traceNumber: "1", answers, ...dates };
  write277CA([told], testEnvelope);
}

/**
 * Reads, validates and answers a mutated text whole and reads it in chunks: nothing may be thrown, no
 * byte lost, and the chunks must not matter. `clock` gives milliseconds that pass for this process alone,
 * so that others who have the processor do not count.
 */
export function lawBroken(text: string, seed: number, clock: () => number): LawBroken | undefined {
  const random = randomStream(seedOf(seed, 1));
  const bytes = latin1Bytes(text);
  const chunkBytes = wholeBetween(random, 1, 300);
  const since = clock();
  const tokens = readAll<Token>(new SegmentReader(), bytes, chunkBytes);
  const kept = tokenBytes(tokens);
  const isKept = kept.length === bytes.length && kept.every((byte, at) => byte === bytes[at]);
  if (!isKept) return "a byte was lost";
  const whole = readAll(new TransactionReader(), bytes, bytes.length + 1);
  const judged = readAll(createValidator(), bytes, bytes.length + 1);
  acknowledge(whole, judged);
  if (clock() - since > 1000) return "took over a second";
  const cut = readAll(new TransactionReader(), bytes, chunkBytes);
  const judgedInPieces = readAll(createValidator(), bytes, chunkBytes);
  const isSame =
    JSON.stringify(whole) === JSON.stringify(cut) &&
    JSON.stringify(judged) === JSON.stringify(judgedInPieces);
  return isSame ? undefined : "chunks change what is read";
}
