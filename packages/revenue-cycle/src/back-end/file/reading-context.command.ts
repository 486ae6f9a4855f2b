import { businessDate, type Clock, systemClock } from "@headwater/platform/clock/clock.ts";
import type { Database } from "@headwater/platform/database/connect.ts";
import type { DocumentStore } from "@headwater/platform/documents/document-store.ts";
import { postgresDocumentStore } from "@headwater/platform/documents/postgres-document-store.ts";
import { type DiskRoom, refuseWithoutRoom } from "@headwater/platform/lifecycle/disk-room.ts";
import { type RandomSource, systemRandom } from "@headwater/platform/random/random.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import type { Practice } from "../../masters/practice/practice.store.ts";
import type { AcknowledgmentCodes } from "../acknowledgment/record-acknowledgments.command.ts";
import { acknowledgmentCodes } from "./reference-codes.store.ts";

/** What reading the files of one practice works with. */
export type ReadingContext = {
  readonly database: Database;
  readonly documents: DocumentStore;
  readonly random: RandomSource;
  readonly practice: Practice;
  readonly actor: string;
  readonly codes: AcknowledgmentCodes;
  /** The practice's business date, for what has no date of its own. */
  readonly today: string;
  /** False reads set after set, whatever they hold; else some are read side by side. */
  readonly setsBeside?: boolean;
  /** Reading stops with `DISK_FULL` before it takes the last room; without it nobody looks. */
  readonly room?: DiskRoom;
  /** Told about once a second while a file is read. */
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** Told of a fault of the program that ended the reading of one file. */
  readonly onFault?: (fileId: number, error: unknown) => void;
};

export type ReadingProgress = {
  readonly fileId: number;
  readonly bytesRead: number;
  readonly byteLength: number;
  readonly claims: number;
};

export type ReadingOptions = {
  readonly actor: string;
  readonly clock?: Clock;
  readonly random?: RandomSource;
  readonly documents?: DocumentStore;
  readonly setsBeside?: boolean;
  readonly room?: DiskRoom;
  readonly onProgress?: (progress: ReadingProgress) => void;
  readonly onFault?: (fileId: number, error: unknown) => void;
};

/** Everything that reading a practice's files needs, from the open database. */
export async function readingContext(
  database: Database,
  practice: Practice,
  options: ReadingOptions,
): Promise<ReadingContext> {
  const random = options.random ?? systemRandom;
  const { timeZone } = practice;
  return {
    database,
    documents: options.documents ?? postgresDocumentStore(database, random),
    random,
    practice,
    actor: options.actor,
    codes: await acknowledgmentCodes(),
    today: businessDate(options.clock ?? systemClock, {
      businessDate: practice.businessDate,
      timeZone,
    }),
    ...(options.room === undefined ? {} : { room: options.room }),
    ...(options.setsBeside === undefined ? {} : { setsBeside: options.setsBeside }),
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    ...(options.onFault === undefined ? {} : { onFault: options.onFault }),
  };
}

/** One transaction of the context's practice. */
export function inPractice<Result>(
  context: ReadingContext,
  work: (transaction: PracticeTransaction) => Promise<Result>,
): Promise<Result> {
  const { practiceId } = context.practice;
  return withPractice(context.database, { practiceId, actor: context.actor }, work);
}

/**
 * One step of reading a file. The disk need not have it yet: a file that was not read to its end is
 * taken up again where the steps on record end, and the commit of its verdict waits for all of them.
 * Throws `DISK_FULL` when too little room is left to begin it.
 */
export async function inStep<Result>(
  context: ReadingContext,
  { isSmall }: { readonly isSmall: boolean },
  work: (transaction: PracticeTransaction) => Promise<Result>,
): Promise<Result> {
  if (context.room !== undefined) refuseWithoutRoom(context.room);
  const { practiceId } = context.practice;
  const scope = {
    practiceId,
    actor: context.actor,
    lastsWithNext: true,
    // The plans of large steps would not fit small ones, nor theirs large ones.
    isPrepared: isSmall,
  };
  return withPractice(context.database, scope, work);
}
