import { setTimeout as sleep } from "node:timers/promises";
import {
  connected,
  type SftpSession,
  type SftpSettings,
  withSftp,
} from "@headwater/platform/exchange/sftp-session.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import {
  type Connection,
  type HandOver,
  type IncomingFile,
  isPlainName,
  type OutgoingFile,
} from "./connection.ts";

/** The folders of the server, seen from us. */
export type SftpFolders = {
  readonly outbox: string;
  readonly inbox: string;
  readonly done: string;
};

/**
 * A connection through the folders of an SFTP server: what goes out is written beside its place, looked
 * at and renamed, so that the receiver sees all of it or nothing; what comes in is read and moved to
 * `done`. Each step is a session of its own and can be done again after it broke off.
 */
export function sftpConnection(settings: SftpSettings, folders: SftpFolders): Connection {
  return {
    handOver: (file) => withSftp(settings, (session) => handOver(session, folders.outbox, file)),
    waiting: () => withSftp(settings, (session) => waitingFiles(session, folders.inbox)),
    read: (name) => readRemote(settings, `${folders.inbox}/${plain(name)}`),
    taken: (name) => withSftp(settings, (session) => take(session, folders, plain(name))),
  };
}

function plain(name: string): string {
  if (!isPlainName(name)) throw new NamedError("CONNECTION_NAME_UNSAFE", "no plain file name");
  return name;
}

async function handOver(
  session: SftpSession,
  outbox: string,
  { name, bytes }: OutgoingFile,
): Promise<HandOver> {
  const path = `${outbox}/${plain(name)}`;
  const there = await contentOf(session, path);
  if (there !== undefined) {
    return Buffer.compare(there, bytes) === 0 ? { is: "there-already" } : { is: "name-taken" };
  }
  const draft = `${outbox}/.${name}.part`;
  // What broke off before is written anew from its beginning.
  await session.put(Buffer.from(bytes), draft);
  const written = await session.stat(draft);
  if (written.size !== bytes.length) {
    throw new NamedError("SFTP_FILE_CUT", "the server holds fewer bytes than were sent");
  }
  await session.rename(draft, path);
  return { is: "handed-over" };
}

/** The bytes of a file on the server; undefined when there is none. */
async function contentOf(session: SftpSession, path: string): Promise<Buffer | undefined> {
  if ((await session.exists(path)) !== "-") return undefined;
  const content = await session.get(path);
  if (!Buffer.isBuffer(content)) throw new TypeError("a file was read into no buffer");
  return content;
}

async function waitingFiles(session: SftpSession, inbox: string): Promise<IncomingFile[]> {
  if ((await session.exists(inbox)) !== "d") return [];
  const found = await session.list(inbox);
  return found
    .filter(({ type, name }) => type === "-" && isPlainName(name))
    .map(({ name, size }) => ({ name, byteLength: size }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

const closeWithinMs = 2000;

async function* readRemote(settings: SftpSettings, path: string): AsyncGenerator<Uint8Array> {
  const session = await connected(settings);
  try {
    const { size } = await session.stat(path);
    const stream = session.createReadStream(path);
    const closed = new Promise((resolve) => stream.once("close", resolve));
    let read = 0;
    try {
      for await (const piece of stream as AsyncIterable<Uint8Array>) {
        read += piece.length;
        yield piece;
      }
      // A line that breaks may end the reading without a fault; and what grew is still being written.
      if (read !== size) throw new NamedError("SFTP_FILE_CUT", "another size than the server told");
    } finally {
      // The server's answer to the closing of the file comes after its last bytes; a fault in between
      // was told by the reading already.
      stream.on("error", () => undefined);
      stream.destroy();
      await Promise.race([closed, sleep(closeWithinMs)]);
    }
  } finally {
    await session.end().catch(() => undefined);
  }
}

/** Moved to `done`; a file of the same name that lies there keeps its own. */
async function take(
  session: SftpSession,
  { inbox, done }: SftpFolders,
  name: string,
): Promise<void> {
  if ((await session.exists(done)) === false) await session.mkdir(done, true);
  for (let copy = 0; copy < 10_000; copy += 1) {
    const target = `${done}/${copy === 0 ? name : `${copy}-${name}`}`;
    if ((await session.exists(target)) !== false) continue;
    await session.rename(`${inbox}/${name}`, target);
    return;
  }
  throw new NamedError("CONNECTION_DONE_FULL", "too many files of one name are kept");
}
