import type { PracticeTransaction } from "@headwater/platform/tenancy/with-practices.ts";
import { loadAccounts } from "../../books/account/account.store.ts";
import { closedMonths } from "../../books/period/period.store.ts";
import { postCharges } from "../../books/receivable/post-charges.command.ts";
import { linkReplacements, voidClaims } from "../../mid-cycle/claim/claim.store.ts";
import { findContent } from "../../mid-cycle/claim/claim-content.store.ts";
import { sentClaimOf } from "../../mid-cycle/claim/claim-content.ts";
import { chargesByLine } from "../../mid-cycle/claim/read-claim.ts";
import { appendEvents, type ChangeEvent } from "../../work/event/event.store.ts";
import { closeOvertakenRejections } from "../acknowledgment/close-overtaken-rejections.command.ts";
import { inPractice, type ReadingContext } from "../file/reading-context.command.ts";
import { matchWaitingRemittances } from "../posting/match-waiting-remittances.command.ts";
import { settleSentNextPayers } from "../secondary/settle-next-payers.command.ts";
import {
  type BatchedClaim,
  type BatchRecord,
  countSending,
  findBatch,
  findConnection,
  markSent,
} from "./batch.store.ts";
import { configuredConnection } from "./configured-connection.store.ts";
import type { Connection } from "./connection.ts";
import { findSchedule } from "./connection-schedule.store.ts";
import { patienceOf } from "./connection-schedule.ts";

export type SentBatch =
  | { readonly is: "sent"; readonly batch: BatchRecord; readonly isAgain: boolean }
  | { readonly is: "refused"; readonly code: "not_found" | "file_name_taken" };

/**
 * Hands the bytes of a batch over and then marks its claims as sent. Broken off in between, it is done
 * again: the bytes and their name are the same, so the receiver has them once. A batch that was sent is
 * handed over again byte by byte and nothing else changes. `root` is the folder of all connections.
 */
export async function sendBatch(
  context: ReadingContext,
  batchId: number,
  root: string,
): Promise<SentBatch> {
  const batch = await inPractice(context, (transaction) => findBatch(transaction, { batchId }));
  if (batch === undefined) return { is: "refused", code: "not_found" };
  const connection = await openConnection(context, batch.connectionId, root);
  if (connection === undefined) return { is: "refused", code: "not_found" };
  const bytes = await bytesOf(context, batch);
  const handed = await connection.handOver({ name: batch.fileName, bytes });
  if (handed.is === "name-taken") return { is: "refused", code: "file_name_taken" };
  const isAgain = await inPractice(context, (transaction) => settle(transaction, batch));
  const sent = await inPractice(context, (transaction) => findBatch(transaction, { batchId }));
  return { is: "sent", batch: sent ?? batch, isAgain };
}

/** The far end of a connection of the practice. */
export async function openConnection(
  context: ReadingContext,
  connectionId: number,
  root: string,
): Promise<Connection | undefined> {
  const { found, schedule } = await inPractice(context, async (transaction) => ({
    found: await findConnection(transaction, connectionId),
    schedule: await findSchedule(transaction, connectionId),
  }));
  if (found === undefined) return undefined;
  const place = { root, practice: context.practice.publicId, folder: found.folder };
  return configuredConnection(place, patienceOf(schedule));
}

async function bytesOf(context: ReadingContext, batch: BatchRecord): Promise<Uint8Array> {
  const { practice, actor, documents } = context;
  const pieces: Uint8Array[] = [];
  const scope = { practiceId: practice.practiceId, actor };
  for await (const piece of documents.read(scope, batch.documentId)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What follows from handing over; returns whether the batch had been sent before. */
async function settle(transaction: PracticeTransaction, batch: BatchRecord): Promise<boolean> {
  const claims = await markSent(transaction, batch);
  if (claims === undefined) {
    await countSending(transaction, batch.batchId);
    await appendEvents(transaction, [batchEvent("batch-sent-again", batch)]);
    return true;
  }
  await appendEvents(transaction, [
    batchEvent("batch-sent", batch),
    ...claims.map((claim) => submittedEvent(claim, batch)),
  ]);
  await settleSentNextPayers(transaction, batch);
  const mended = claims.filter((claim) => claim.predecessorId !== null);
  if (mended.length > 0) await settleMended(transaction, mended, batch.preparedOn);
  return false;
}

/** A claim that mends another takes its place in the books as one that comes in a file does. */
async function settleMended(
  transaction: PracticeTransaction,
  claims: readonly BatchedClaim[],
  sentOn: string,
): Promise<void> {
  const charged = claims.filter((claim) => claim.purpose !== "void");
  await chargeMended(transaction, charged, sentOn);
  const successions = charged.flatMap(({ claimId, predecessorId }) =>
    predecessorId === null ? [] : { replacedId: predecessorId, replacementId: claimId },
  );
  await linkReplacements(transaction, successions);
  const voids = claims.filter((claim) => claim.purpose === "void");
  const voided = voids.flatMap((claim) => claim.predecessorId ?? []);
  await voidClaims(transaction, voided);
  await appendEvents(transaction, [
    ...successions.flatMap(({ replacedId, replacementId }) => [
      claimEvent("claim-replaced", replacedId, { replacedBy: replacementId }),
      claimEvent("claim-replaces", replacementId, { replaces: replacedId }),
    ]),
    ...voids.flatMap(({ claimId, predecessorId }) =>
      predecessorId === null
        ? []
        : [claimEvent("claim-voided", predecessorId, { voidedBy: claimId })],
    ),
  ]);
  await closeOvertakenRejections(transaction);
  await matchWaitingRemittances(
    transaction,
    claims.flatMap(({ claimId, predecessorId }) => [claimId, predecessorId ?? claimId]),
  );
}

async function chargeMended(
  transaction: PracticeTransaction,
  claims: readonly BatchedClaim[],
  sentOn: string,
): Promise<void> {
  const books = {
    accounts: await loadAccounts(transaction),
    closedMonths: await closedMonths(transaction),
  };
  const charges = [];
  for (const { claimId, transactionSetId, segmentFrom, segmentTo } of claims) {
    const stored = await findContent(transaction, claimId);
    if (stored === undefined) continue;
    const lines = chargesByLine(sentClaimOf(stored.content)).map(({ lineNumber, cents }) => ({
      lineNumber,
      chargedCents: cents,
    }));
    charges.push({ claimId, on: sentOn, transactionSetId, segmentFrom, segmentTo, lines });
  }
  await postCharges(transaction, books, charges);
}

function claimEvent(
  kind: string,
  claimId: number,
  change: { [key: string]: unknown },
): ChangeEvent {
  return { kind, subjectKind: "claim", subjectId: claimId, claimId, change };
}

function submittedEvent(claim: BatchedClaim, batch: BatchRecord): ChangeEvent {
  const { transactionSetId, segmentFrom, segmentTo, frequencyCode, coverageSequence } = claim;
  const change = { cents: claim.chargedCents, frequencyCode, coverageSequence };
  return {
    ...claimEvent("claim-submitted", claim.claimId, change),
    effectiveOn: batch.preparedOn,
    transactionSetId,
    segmentFrom,
    segmentTo,
  };
}

function batchEvent(kind: string, batch: BatchRecord): ChangeEvent {
  return {
    kind,
    subjectKind: "claim-batch",
    subjectId: batch.batchId,
    change: { claims: batch.claims, cents: batch.cents },
    effectiveOn: batch.preparedOn,
  };
}
