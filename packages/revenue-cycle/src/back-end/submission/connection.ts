/** A file to hand over, whole in memory: a batch has at most a few thousand claims. */
export type OutgoingFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file that waits on the other side. */
export type IncomingFile = { readonly name: string; readonly byteLength: number };

export type HandOver =
  | { readonly is: "handed-over" }
  /** The same bytes lie there under this name already. */
  | { readonly is: "there-already" }
  /** Other bytes lie there under this name. */
  | { readonly is: "name-taken" };

/**
 * The far end of an exchange of files: a folder, an SFTP server, a clearinghouse's HTTP interface. Every
 * kind behaves so: handing the same file over twice leaves one, and a file that is taken is not listed
 * again.
 */
export type Connection = {
  handOver(file: OutgoingFile): Promise<HandOver>;
  /** Files that wait, by name. */
  waiting(): Promise<readonly IncomingFile[]>;
  read(name: string): AsyncIterable<Uint8Array>;
  /** Marks a file as taken, after it is stored here. */
  taken(name: string): Promise<void>;
};

/** A name of one part that no file system reads as a path: letters, digits, dots, dashes. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) && !name.includes("..");
}

/** The name of a batch's file: it tells its control number and never another batch's bytes. */
export function batchFileName(connectionName: string, interchangeControlNumber: number): string {
  const plain = connectionName.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const number = String(interchangeControlNumber).padStart(9, "0");
  return `${plain === "" ? "batch" : plain.slice(0, 40)}-${number}.837`;
}
