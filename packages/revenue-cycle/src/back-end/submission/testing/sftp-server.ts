import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { Attributes, AuthContext, FileEntry, SFTPWrapper } from "ssh2";

// Comes with the SFTP client; only tests use its server.
const { Server, utils } = createRequire(import.meta.url)("ssh2") as typeof import("ssh2");
const { STATUS_CODE, OPEN_MODE } = utils.sftp;

export type TestSftpServer = { readonly port: number; close(): void };

type Keys = { readonly host: string; readonly allowed: string };

/**
 * An SFTP server of this process over the whole file system, for one user's key, where the machine has
 * no OpenSSH: whole paths, whole files, one session at a time.
 */
export function startSftpServer({ host, allowed }: Keys): Promise<TestSftpServer> {
  const server = new Server({ hostKeys: [host] }, (client) => {
    client.on("error", () => undefined);
    client.on("authentication", (context) => authenticate(context, allowed));
    client.on("ready", () => {
      client.on("session", (accept) => {
        accept().on("sftp", (acceptSftp) => serve(acceptSftp()));
      });
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const found: unknown = server.address();
      const { port } = found as AddressInfo;
      resolve({ port, close: () => server.close() });
    });
  });
}

function authenticate(context: AuthContext, allowed: string): void {
  const key = utils.parseKey(allowed);
  if (context.method !== "publickey" || key instanceof Error) {
    context.reject(["publickey"]);
    return;
  }
  const isOurs = context.key.data.equals(key.getPublicSSH());
  const { signature, blob, hashAlgo } = context;
  const isSigned =
    signature === undefined ||
    (blob !== undefined && key.verify(blob, signature, hashAlgo) === true);
  if (isOurs && isSigned) context.accept();
  else context.reject(["publickey"]);
}

type OpenFile = Awaited<ReturnType<typeof open>>;
type Handle = { readonly file: OpenFile } | { readonly path: string; isRead: boolean };

/** What is open, under the names that the client was given. */
class Handles {
  readonly #open = new Map<number, Handle>();
  #last = 0;

  keep(handle: Handle): Buffer {
    this.#last += 1;
    this.#open.set(this.#last, handle);
    const name = Buffer.alloc(4);
    name.writeUInt32BE(this.#last);
    return name;
  }

  of(name: Buffer): Handle | undefined {
    return this.#open.get(name.readUInt32BE());
  }

  fileOf(name: Buffer): OpenFile {
    const handle = this.of(name);
    if (handle === undefined || !("file" in handle)) throw new TypeError("no open file");
    return handle.file;
  }

  async close(name: Buffer): Promise<void> {
    const handle = this.of(name);
    this.#open.delete(name.readUInt32BE());
    if (handle !== undefined && "file" in handle) await handle.file.close();
  }
}

type Reply = (id: number, work: () => Promise<unknown>) => void;

function serve(sftp: SFTPWrapper): void {
  const handles = new Handles();
  /** Answers a request; what fails is told as missing or as a failure. */
  const reply: Reply = (id, work) => {
    work().then(
      (done) => done === "answered" || sftp.status(id, STATUS_CODE.OK),
      (error: { code?: string }) =>
        sftp.status(id, error.code === "ENOENT" ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE),
    );
  };
  serveFiles(sftp, handles, reply);
  serveFolders(sftp, handles, reply);
}

/** Work that answers by itself. */
function told(work: () => Promise<unknown>): () => Promise<"answered"> {
  return async () => {
    await work();
    return "answered";
  };
}

function serveFiles(sftp: SFTPWrapper, handles: Handles, reply: Reply): void {
  sftp.on("OPEN", (id, path, flags) => {
    const mode = (flags & OPEN_MODE.WRITE) === 0 ? "r" : "w";
    const begin = async () => sftp.handle(id, handles.keep({ file: await open(path, mode) }));
    reply(id, told(begin));
  });
  sftp.on("WRITE", (id, name, offset, data) => {
    reply(id, () => handles.fileOf(name).write(data, 0, data.length, offset));
  });
  sftp.on("READ", (id, name, offset, length) => {
    const read = async () => {
      const file = handles.fileOf(name);
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
      if (bytesRead === 0) sftp.status(id, STATUS_CODE.EOF);
      else sftp.data(id, buffer.subarray(0, bytesRead));
    };
    reply(id, told(read));
  });
  sftp.on("CLOSE", (id, name) => reply(id, () => handles.close(name)));
  sftp.on("FSTAT", (id, name) => {
    const tell = async () => sftp.attrs(id, attributes(await handles.fileOf(name).stat()));
    reply(id, told(tell));
  });
  sftp.on("FSETSTAT", (id) => reply(id, async () => undefined));
  sftp.on("SETSTAT", (id) => reply(id, async () => undefined));
}

function serveFolders(sftp: SFTPWrapper, handles: Handles, reply: Reply): void {
  const tell = (id: number, path: string) =>
    reply(
      id,
      told(async () => sftp.attrs(id, await attributesOf(path))),
    );
  sftp.on("STAT", tell);
  sftp.on("LSTAT", tell);
  sftp.on("REALPATH", (id, path) => {
    sftp.name(id, [{ filename: path, longname: path, attrs: attributes(nothing) }]);
  });
  sftp.on("OPENDIR", (id, path) => {
    const begin = async () => {
      await readdir(path);
      sftp.handle(id, handles.keep({ path, isRead: false }));
    };
    reply(id, told(begin));
  });
  sftp.on("READDIR", (id, name) =>
    reply(
      id,
      told(() => list(sftp, id, handles.of(name))),
    ),
  );
  sftp.on("RENAME", (id, from, to) => reply(id, () => rename(from, to)));
  sftp.on("MKDIR", (id, path) => reply(id, () => mkdir(path)));
  sftp.on("REMOVE", (id, path) => reply(id, () => rm(path)));
}

async function list(sftp: SFTPWrapper, id: number, handle: Handle | undefined): Promise<void> {
  if (handle === undefined || "file" in handle || handle.isRead) {
    sftp.status(id, STATUS_CODE.EOF);
    return;
  }
  handle.isRead = true;
  const names = await readdir(handle.path);
  const entries = names.map(async (filename): Promise<FileEntry> => {
    const attrs = await attributesOf(`${handle.path}/${filename}`);
    // The client takes the kind of an entry from the first letter of its long name.
    const longname = `${(attrs.mode & 0o170000) === 0o040000 ? "d" : "-"}rw------- ${filename}`;
    return { filename, longname, attrs };
  });
  if (entries.length === 0) sftp.status(id, STATUS_CODE.EOF);
  else sftp.name(id, await Promise.all(entries));
}

const nothing = { mode: 0, uid: 0, gid: 0, size: 0, atimeMs: 0, mtimeMs: 0 };

async function attributesOf(path: string): Promise<Attributes> {
  return attributes(await stat(path));
}

function attributes(of: typeof nothing): Attributes {
  const { mode, uid, gid, size, atimeMs, mtimeMs } = of;
  const seconds = (ms: number) => Math.floor(ms / 1000);
  return { mode, uid, gid, size, atime: seconds(atimeMs), mtime: seconds(mtimeMs) };
}
