/**
 * One measurement in a process of its own: `measure.ts WORK FILE TIMES` prints one line of JSON. A file is
 * read twice: first by a new process, then by one that is warm, as a server is.
 */
import { open, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import {
  type Claim837,
  type ClaimSubmission,
  claimSets,
  readTransactions,
  SegmentReader,
  type Token,
  validateTransactions,
  type WriteEnvelope,
  writePieces,
} from "@headwater/x12";
import { peakMemoryMiB } from "../process-memory.ts";

type Work = (chunks: AsyncIterable<Uint8Array>) => Promise<number>;

const works: Readonly<Record<string, Work>> = {
  "bare-scan": scanTerminators,
  segments: readSegments,
  typed: readTyped,
  validate: validateFully,
  write: writeClaims,
  "node-x12": async (chunks) => {
    const { X12Parser } = await import("node-x12");
    return readByPeer(new X12Parser(), chunks);
  },
  "x12-parser": async (chunks) => {
    const { X12parser } = await import("x12-parser");
    return readByPeer(new X12parser(), chunks);
  },
};

const envelope: WriteEnvelope = {
  senderQualifier: "ZZ",
  senderId: "SENDER",
  receiverQualifier: "ZZ",
  receiverId: "RECEIVER",
  date: "2025-01-06",
  time: "1200",
  interchangeControlNumber: 1,
  groupControlNumber: 1,
  setControlNumber: 1,
  isTest: true,
};

/** What the command line reads at a time. */
const chunkBytes = 256 * 1024;
/** Claims that are read to be written over and over, and about 50 MB of them. */
const claimsToRepeat = 2000;
const claimsToWrite = 87_000;

const [name = "", file = "", times = "1"] = process.argv.slice(2);
const work = works[name];
if (work === undefined) throw new Error(`no such work: ${name}`);
const megabytes = ((await stat(file)).size * Number(times)) / 1e6;
let since = process.cpuUsage();
let startedAt = performance.now();
/** Bytes written instead of read, where that is what is measured. */
let written: number | undefined;
const first = await timed();
const warm = Number(times) === 1 ? await timed() : first;
console.log(
  JSON.stringify({
    ...first,
    warmSpeed: warm.speed,
    warmWallSpeed: warm.wallSpeed,
    memoryMiB: peakMemoryMiB(process.pid),
  }),
);

async function timed() {
  since = process.cpuUsage();
  startedAt = performance.now();
  const count = await work?.(chunksOf(file, Number(times)));
  const { user, system } = process.cpuUsage(since);
  const seconds = (performance.now() - startedAt) / 1000;
  const measured = written === undefined ? megabytes : written / 1e6;
  return { speed: measured / ((user + system) / 1e6), wallSpeed: measured / seconds, count };
}

async function* chunksOf(path: string, repeats: number): AsyncGenerator<Uint8Array> {
  // Two buffers in turn: a reader keeps nothing of what it was given.
  const buffers = [Buffer.allocUnsafeSlow(chunkBytes), Buffer.allocUnsafeSlow(chunkBytes)];
  for (let at = 0; at < repeats; at += 1) {
    const handle = await open(path);
    for (let turn = 0; ; turn ^= 1) {
      const { bytesRead, buffer } = await handle.read(buffers[turn] as Buffer, 0, chunkBytes);
      if (bytesRead === 0) break;
      yield buffer.subarray(0, bytesRead);
    }
    await handle.close();
  }
}

async function scanTerminators(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let found = 0;
  for await (const bytes of chunks)
    for (let at = bytes.indexOf(126); at !== -1; at = bytes.indexOf(126, at + 1)) found += 1;
  return found;
}

async function readSegments(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const reader = new SegmentReader();
  let found = 0;
  for await (const chunk of chunks) found += countWithElements(reader.push(chunk));
  return found + countWithElements(reader.end());
}

function countWithElements(tokens: readonly Token[]): number {
  let found = 0;
  for (const token of tokens)
    if (token.kind === "segment" && token.element(1) !== undefined) found += 1;
  return found;
}

async function readTyped(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let found = 0;
  for await (const events of readTransactions(chunks)) found += events.length;
  return found;
}

/** Every rule of the guides, as what is sent is judged. */
async function validateFully(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let found = 0;
  const options = { profile: "strict", today: "2026-01-01" } as const;
  for await (const issues of validateTransactions(chunks, options)) found += issues.length;
  return found;
}

/** Reads some claims first, which is not counted, and writes them over and over. */
async function writeClaims(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const claims: Claim837[] = [];
  let submission: ClaimSubmission | undefined;
  for await (const events of readTransactions(chunks)) {
    for (const event of events) {
      if (event.type === "submission") submission ??= event.submission;
      if (event.type === "claim") claims.push(event.claim);
    }
    if (claims.length >= claimsToRepeat) break;
  }
  if (submission === undefined) throw new Error("a submission was expected");
  const heading = { submission, envelope };
  since = process.cpuUsage();
  startedAt = performance.now();
  written = 0;
  const many = repeated(claims, claimsToWrite / claims.length);
  for (const piece of writePieces(envelope, claimSets("837P", heading, many)))
    if (piece.type === "bytes") written += piece.bytes.length;
  return written;
}

function* repeated<T>(values: readonly T[], times: number): Generator<T> {
  for (let at = 0; at < times; at += 1) yield* values;
}

async function readByPeer(
  parser: NodeJS.ReadWriteStream,
  chunks: AsyncIterable<Uint8Array>,
): Promise<number> {
  let found = 0;
  for await (const _ of Readable.from(chunks).pipe(parser)) found += 1;
  return found;
}
