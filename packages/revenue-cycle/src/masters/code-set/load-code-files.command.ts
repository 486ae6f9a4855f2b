import { createHash } from "node:crypto";
import {
  type AnyCodeFileReader,
  CodeFileFault,
  type CodeFileReader,
  type CodeFileTable,
  openCodeFile,
  recognizedFrom,
} from "@headwater/code-sets";
import { recordSystemAudit } from "@headwater/platform/audit/record-audit.ts";
import type { Database } from "@headwater/platform/database/connect.ts";
import { sql } from "@headwater/platform/database/sql.ts";
import type { Transaction } from "@headwater/platform/database/transaction.ts";
import { withNoPractice } from "@headwater/platform/tenancy/with-practices.ts";
import {
  beginCodeFile,
  endWithoutRows,
  endWithRows,
  findSameCodeFile,
  noteProgress,
} from "./code-set-file.store.ts";
import {
  type AskedEdition,
  type CodeFileRefusal,
  type CodeFileSource,
  datedEdition,
  isBesideFile,
  type LoadedCodeFile,
} from "./code-set-file.ts";
import { type Cell, codeSetLayouts } from "./code-set-layouts.ts";

/** How far the reading of a file is. */
export type CodeFileProgress = {
  readonly file: string;
  readonly bytesRead: number;
  readonly byteLength: number;
  readonly rows: number;
};

export type LoadingContext = {
  readonly database: Database;
  readonly actor: string;
  readonly asked?: AskedEdition;
  readonly requestId?: string;
  readonly onProgress?: (progress: CodeFileProgress) => void;
};

/** An archive that must not be opened. */
export class ArchiveRefused extends Error {}

export type FileToLoad = CodeFileSource & {
  /** The files of an archive, or undefined where it is none. Throws `ArchiveRefused`. */
  readonly members: () => Promise<readonly CodeFileSource[] | undefined>;
};

/**
 * Loads one official file, or every file of an archive that is one, and tells of each. A file is
 * loaded whole or not at all; the same bytes again change nothing; a corrected file of the same
 * edition takes the place of the one before.
 */
export async function* loadCodeFile(
  context: LoadingContext,
  file: FileToLoad,
): AsyncGenerator<LoadedCodeFile> {
  if (/\.xlsx?$/i.test(file.name)) {
    yield refuseUnread(context, file, "CODE_FILE_WORKBOOK");
    return;
  }
  const members = await file.members().catch((error: unknown) => {
    if (error instanceof ArchiveRefused) return "refused" as const;
    throw error;
  });
  if (members === undefined) yield* [await loadOne(context, file)];
  else if (members === "refused") yield refuseUnread(context, file, "CODE_FILE_ARCHIVE_UNSAFE");
  else yield* loadMembers(context, file, members);
}

/** Tells that a file is refused without its content having been looked at. */
export async function refuseUnread(
  context: LoadingContext,
  file: { readonly name: string; readonly byteLength: number },
  code: CodeFileRefusal["code"],
): Promise<LoadedCodeFile> {
  const refusal = { code, line: undefined, column: undefined };
  const fileId = await begin(context, file);
  return apart(context, (transaction) =>
    endWithoutRows(transaction, fileId, { verdict: "refused", refusal }),
  );
}

async function* loadMembers(
  context: LoadingContext,
  archive: FileToLoad,
  members: readonly CodeFileSource[],
): AsyncGenerator<LoadedCodeFile> {
  let used = 0;
  for (const member of members) {
    const named = { ...member, name: `${archive.name}/${member.name}` };
    const loaded = isBesideFile(member.name)
      ? await leaveAlone(context, named)
      : await loadOne(context, named, true);
    if (loaded.verdict !== "not-used") used += 1;
    yield loaded;
  }
  if (used === 0) yield refuseUnread(context, archive, "CODE_FILE_UNKNOWN");
}

/** Work in a transaction of its own, which stands whatever becomes of the load. */
function apart<Result>(
  { database, actor }: LoadingContext,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return withNoPractice(database, { actor }, work);
}

function begin(
  context: LoadingContext,
  file: { readonly name: string; readonly byteLength: number },
): Promise<number> {
  const named = { name: displayName(file.name), byteLength: file.byteLength };
  return apart(context, (transaction) =>
    beginCodeFile(transaction, { ...named, loadedBy: context.actor }),
  );
}

/** Names are shown and never used as a path. */
function displayName(name: string): string {
  return Buffer.from(name.replace(/\p{Cc}/gu, " "))
    .toString()
    .slice(-300);
}

async function leaveAlone(context: LoadingContext, file: CodeFileSource): Promise<LoadedCodeFile> {
  const fileId = await begin(context, file);
  return apart(context, (transaction) =>
    endWithoutRows(transaction, fileId, { verdict: "not-used" }),
  );
}

/** Loads one file; what is none of the official files is told as not used where it came in an archive. */
async function loadOne(
  context: LoadingContext,
  file: CodeFileSource,
  isMember = false,
): Promise<LoadedCodeFile> {
  const fileId = await begin(context, file);
  let sha256: string | undefined;
  try {
    const survey = await surveyFile(file);
    sha256 = survey.sha256;
    return await loadSurveyed(context, file, { ...survey, fileId });
  } catch (error) {
    const refusal = refusalOf(error);
    // A fault of ours leaves the file told as refused too, and is thrown on.
    const told = refusal ?? { code: "CODE_FILE_UNKNOWN", line: undefined, column: undefined };
    const isForeign = isMember && told.code === "CODE_FILE_UNKNOWN";
    const end = isForeign
      ? { verdict: "not-used" as const, sha256 }
      : { verdict: "refused" as const, refusal: told, sha256 };
    const ended = await apart(context, (transaction) => endWithoutRows(transaction, fileId, end));
    if (refusal === undefined) throw error;
    return ended;
  }
}

const duplicateKey = "23505";

function refusalOf(error: unknown): CodeFileRefusal | undefined {
  if (error instanceof CodeFileFault) {
    return { code: error.code, line: error.line, column: error.column };
  }
  const none = { line: undefined, column: undefined };
  if (error instanceof ArchiveRefused) return { code: "CODE_FILE_ARCHIVE_UNSAFE", ...none };
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("Z_")) return { code: "CODE_FILE_ARCHIVE_UNSAFE", ...none };
  return code === duplicateKey ? { code: "CODE_FILE_DUPLICATE_CODE", ...none } : undefined;
}

type Survey = {
  readonly sha256: string;
  readonly byteLength: number;
  readonly encoding: "utf-8" | "windows-1252";
  readonly head: string;
};

/** Reads a file once through: its digest, its encoding and its beginning. */
async function surveyFile(file: CodeFileSource): Promise<Survey> {
  const digest = createHash("sha256");
  const strict = new TextDecoder("utf-8", { fatal: true });
  let encoding: Survey["encoding"] = "utf-8";
  let byteLength = 0;
  const first: Uint8Array[] = [];
  for await (const piece of file.open()) {
    digest.update(piece);
    if (byteLength < recognizedFrom) first.push(piece);
    byteLength += piece.length;
    if (encoding === "utf-8" && !isDecodable(strict, piece)) encoding = "windows-1252";
  }
  if (encoding === "utf-8" && !isDecodable(strict)) encoding = "windows-1252";
  const decoder = new TextDecoder(encoding);
  const head = decoder.decode(Buffer.concat(first)).slice(0, recognizedFrom);
  return { sha256: digest.digest("hex"), byteLength, encoding, head };
}

function isDecodable(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** One load at a time: two of the same edition would each take the other's place. */
const loadLock = sql`select pg_advisory_xact_lock(7303, 70)`;

async function loadSurveyed(
  context: LoadingContext,
  file: CodeFileSource,
  survey: Survey & { readonly fileId: number },
): Promise<LoadedCodeFile> {
  const { fileId, sha256 } = survey;
  const loaded = await apart(context, async (transaction) => {
    await transaction.execute(loadLock);
    const same = await findSameCodeFile(transaction, sha256);
    if (same !== undefined) {
      return endWithoutRows(transaction, fileId, { verdict: "duplicate", same, sha256 });
    }
    const name = file.name.split("/").at(-1) ?? file.name;
    const loading = new FileLoading(context, transaction, { ...survey, file });
    return loading.run(openCodeFile(name, survey.head));
  });
  if (loaded.verdict === "read") {
    await apart(context, (transaction) =>
      transaction.execute(sql`select refresh_code_set_statistics()`),
    );
  }
  return loaded;
}

const rowsAtOnce = 20_000;
const progressEveryMs = 1000;

/** Writes the rows of one file in its transaction. */
class FileLoading {
  readonly #context: LoadingContext;
  readonly #transaction: Transaction;
  readonly #of: Survey & { readonly fileId: number; readonly file: CodeFileSource };
  readonly #texts = new Map<string, number>();
  #waiting: (readonly Cell[])[] = [];
  #rows = 0;
  #bytes = 0;
  #toldAt = performance.now();

  constructor(
    context: LoadingContext,
    transaction: Transaction,
    of: Survey & { readonly fileId: number; readonly file: CodeFileSource },
  ) {
    this.#context = context;
    this.#transaction = transaction;
    this.#of = of;
  }

  async run(reader: AnyCodeFileReader): Promise<LoadedCodeFile> {
    // The union of readers is one reader of a table that is not known here.
    return this.#read(reader as CodeFileReader<CodeFileTable>);
  }

  async #read<Table extends CodeFileTable>(reader: CodeFileReader<Table>): Promise<LoadedCodeFile> {
    const { table } = reader;
    const decoder = new TextDecoder(this.#of.encoding);
    for await (const piece of this.#of.file.open()) {
      this.#bytes += piece.length;
      const text = decoder.decode(piece, { stream: true });
      if (text.includes("\0")) throw new CodeFileFault("CODE_FILE_WRONG_VALUE");
      await this.#take(table, reader.push(text));
    }
    reader.push(decoder.decode());
    const { rows, edition: told } = reader.end();
    await this.#take(table, rows);
    await this.#write(table);
    const edition = datedEdition(told, this.#context.asked ?? {});
    if (edition === undefined) throw new CodeFileFault("CODE_FILE_EDITION_UNKNOWN");
    const { fileId, sha256 } = this.#of;
    const repeatedTexts = [...this.#texts.keys()];
    const end = { edition, rows: this.#rows, sha256, repeatedTexts };
    const loaded = await endWithRows(this.#transaction, fileId, end);
    await this.#audit(loaded);
    return loaded;
  }

  async #take<Table extends CodeFileTable>(
    table: Table,
    rows: readonly Parameters<(typeof codeSetLayouts)[Table]["cells"]>[0][],
  ): Promise<void> {
    const { fileId } = this.#of;
    // Each row belongs to the layout of its own table; the compiler cannot follow the pair.
    const cells = codeSetLayouts[table].cells as (
      row: (typeof rows)[number],
      placeOf: (text: string) => number,
    ) => readonly Cell[];
    for (const row of rows) this.#waiting.push([fileId, ...cells(row, this.#placeOf)]);
    this.#rows += rows.length;
    if (this.#waiting.length >= rowsAtOnce) await this.#write(table);
    await this.#tell();
  }

  readonly #placeOf = (text: string): number => {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size + 1);
    return this.#texts.size;
  };

  async #write(table: CodeFileTable): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    if (rows.length === 0) return;
    const layout = codeSetLayouts[table];
    const columns = ["code_set_file_id", ...layout.columns];
    await this.#transaction.copyIn(layout.table, columns, rows);
  }

  async #tell(): Promise<void> {
    const { file, fileId } = this.#of;
    const { byteLength, name } = file;
    const progress = { file: name, bytesRead: this.#bytes, byteLength, rows: this.#rows };
    this.#context.onProgress?.(progress);
    if (performance.now() - this.#toldAt < progressEveryMs) return;
    this.#toldAt = performance.now();
    await apart(this.#context, (transaction) => noteProgress(transaction, fileId, this.#rows));
  }

  async #audit(loaded: LoadedCodeFile): Promise<void> {
    const { actor, requestId } = this.#context;
    await recordSystemAudit(this.#transaction, {
      actor,
      action: "create",
      category: "code-set",
      subjects: [{ kind: "code-set-file", ids: [loaded.fileId] }],
      details: { codeSet: loaded.codeSet, edition: loaded.edition, rows: loaded.rows },
      ...(requestId === undefined ? {} : { requestId }),
    });
  }
}
