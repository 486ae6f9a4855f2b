import { createReadStream } from "node:fs";
import { lstat, mkdir, open, readdir, readFile, realpath, rename, rm } from "node:fs/promises";
import { join, sep } from "node:path";
import { NamedError } from "@headwater/platform/named-error.ts";
import {
  type Connection,
  type HandOver,
  type IncomingFile,
  isPlainName,
  type OutgoingFile,
} from "./connection.ts";

export type DirectoryPlace = {
  /** The configured folder in which all connections lie. */
  readonly root: string;
  /** A practice's public id. */
  readonly practice: string;
  /** The connection's folder, one plain name. */
  readonly folder: string;
};

/**
 * A connection through folders that another program serves: what goes out is put into `outbox` whole
 * and under its name at once, what comes in is taken from `inbox` and kept in `done`. Never leaves its
 * root: names are plain, and a link that leads out of it is refused.
 */
export async function directoryConnection(place: DirectoryPlace): Promise<Connection> {
  const folders = await openFolders(place);
  return {
    handOver: (file) => handOver(folders.outbox, file),
    waiting: () => waitingFiles(folders.inbox),
    read: (name) => createReadStream(join(folders.inbox, plain(name))),
    taken: (name) => take(folders, plain(name)),
  };
}

type Folders = { readonly outbox: string; readonly inbox: string; readonly done: string };

async function openFolders({ root, practice, folder }: DirectoryPlace): Promise<Folders> {
  await mkdir(root, { recursive: true });
  const top = await realpath(root);
  const base = join(top, plain(practice), plain(folder));
  const made: string[] = [];
  for (const name of ["outbox", "inbox", "done"]) {
    const path = join(base, name);
    await mkdir(path, { recursive: true });
    const real = await realpath(path);
    if (!real.startsWith(top + sep)) {
      throw new NamedError("CONNECTION_OUTSIDE_ROOT", "a folder of a connection leads elsewhere");
    }
    made.push(real);
  }
  const [outbox = "", inbox = "", done = ""] = made;
  return { outbox, inbox, done };
}

function plain(name: string): string {
  if (!isPlainName(name)) throw new NamedError("CONNECTION_NAME_UNSAFE", "no plain file name");
  return name;
}

/** Written beside, brought to the disk and renamed: whoever reads the folder sees all of it or nothing. */
async function handOver(outbox: string, { name, bytes }: OutgoingFile): Promise<HandOver> {
  const path = join(outbox, plain(name));
  const there = await readFile(path).catch(() => undefined);
  if (there !== undefined) {
    return Buffer.compare(there, bytes) === 0 ? { is: "there-already" } : { is: "name-taken" };
  }
  const draft = join(outbox, `.${name}.part`);
  await rm(draft, { force: true });
  const file = await open(draft, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  return { is: "handed-over" };
}

async function waitingFiles(inbox: string): Promise<IncomingFile[]> {
  const names = (await readdir(inbox)).filter(isPlainName).sort();
  const files: IncomingFile[] = [];
  for (const name of names) {
    const stats = await lstat(join(inbox, name)).catch(() => undefined);
    // Neither folders nor links, which could lead anywhere.
    if (stats?.isFile() === true) files.push({ name, byteLength: stats.size });
  }
  return files;
}

/** Moved to `done`; a file of the same name that lies there keeps its own. */
async function take({ inbox, done }: Folders, name: string): Promise<void> {
  for (let copy = 0; copy < 10_000; copy += 1) {
    const target = join(done, copy === 0 ? name : `${copy}-${name}`);
    if ((await lstat(target).catch(() => undefined)) !== undefined) continue;
    await rename(join(inbox, name), target);
    return;
  }
  throw new NamedError("CONNECTION_DONE_FULL", "too many files of one name are kept");
}
