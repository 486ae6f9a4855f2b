import { join } from "node:path";
import { sql } from "@headwater/platform/database/sql.ts";
import {
  type PracticeTransaction,
  withPractice,
} from "@headwater/platform/tenancy/with-practices.ts";
import type { ReadingContext } from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import {
  findConnection,
  insertConnection,
  listConnections,
} from "@headwater/revenue-cycle/back-end/submission/batch.store.ts";
import { SandboxFolders } from "@headwater/simulator/live/sandbox-folders.ts";
import { demoClaims, demoWorld } from "./demo-files.ts";

const connectionName = "Sandbox clearinghouse";
const sandboxFolder = "sandbox";

/** The connection of a demo practice whose far end is the sandbox; made if it is not there. */
export async function connectSandbox(transaction: PracticeTransaction): Promise<number> {
  const known = await listConnections(transaction);
  const found = known.find(
    ({ folder, name }) => name === connectionName || folder === sandboxFolder,
  );
  if (found !== undefined) return found.connectionId;
  const id = await insertConnection(transaction, {
    name: connectionName,
    folder: sandboxFolder,
    senderQualifier: "ZZ",
    senderId: "RIVERROAD",
    receiverQualifier: "ZZ",
    receiverId: "CLEARHUB",
    receiverName: "CLEARHUB",
    isTest: false,
  });
  if (id === undefined) return connectSandbox(transaction);
  return id;
}

/** Sandboxes of this process by practice: making one lives through its whole past. */
const opened = new Map<number, SandboxFolders>();

/** The sandbox of a demo practice on the practice's day. */
export async function openSandbox(
  context: ReadingContext,
  { connectionId, root }: { readonly connectionId: number; readonly root: string },
): Promise<SandboxFolders> {
  const { practiceId, publicId } = context.practice;
  const known = opened.get(practiceId);
  if (known !== undefined && (await known.isCurrent(context.today))) return known;
  const scope = { practiceId, actor: context.actor };
  const { claims, folder } = await withPractice(context.database, scope, async (transaction) => ({
    claims: await worldSize(transaction),
    folder: (await findConnection(transaction, connectionId))?.folder ?? sandboxFolder,
  }));
  const base = join(root, publicId, folder);
  const made = await SandboxFolders.open(base, demoWorld(claims), context.today);
  opened.set(practiceId, made);
  return made;
}

/** Claims of the invented past; a practice of before its clock was kept has the usual number. */
async function worldSize(transaction: PracticeTransaction): Promise<number> {
  const row = await transaction.maybeOne<{ claims: number }>(sql`
    select claims from demo_clocks where practice_id = ${transaction.practiceId}`);
  return row?.claims ?? demoClaims;
}
