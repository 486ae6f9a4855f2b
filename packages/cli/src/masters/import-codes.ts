import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { PathRefused } from "@headwater/revenue-cycle/back-end/file/import-paths.command.ts";
import { openCodeArchive } from "@headwater/revenue-cycle/back-end/file/open-code-archive.command.ts";
import type { LoadedCodeFile } from "@headwater/revenue-cycle/masters/code-set/code-set-file.ts";
import {
  type CodeFileProgress,
  type FileToLoad,
  loadCodeFile,
} from "@headwater/revenue-cycle/masters/code-set/load-code-files.command.ts";
import { operator, withInstallation } from "../installation.ts";
import { createOutput } from "../output.ts";
import { count, share, startProgress } from "../progress.ts";

type Options = {
  readonly edition?: string;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly json?: boolean;
};

/** `codes import FILE…`: loads official files; exit code 1 when one was refused. */
export async function importCodes(paths: string[], options: Options): Promise<void> {
  const output = createOutput(options.json === true);
  const { edition, effectiveFrom, effectiveTo } = options;
  const asked = { edition, effectiveFrom, effectiveTo };
  const files = await Promise.all(paths.map(fileToLoad));
  const progress = startProgress();
  let refused = 0;
  await withInstallation(async ({ database }) => {
    const onProgress = (told: CodeFileProgress) => progress.show(() => progressText(told));
    for (const file of files) {
      for await (const loaded of loadCodeFile(
        { database, actor: operator, asked, onProgress },
        file,
      )) {
        progress.clear();
        if (loaded.verdict === "refused") refused += 1;
        output.record(loaded);
        output.line(fileLine(loaded));
      }
    }
  });
  process.exitCode = refused > 0 ? 1 : 0;
}

async function fileToLoad(path: string): Promise<FileToLoad> {
  const stats = await stat(path).catch((cause: unknown) => {
    throw new PathRefused(path, { cause });
  });
  if (!stats.isFile()) throw new PathRefused(path);
  return {
    name: basename(path),
    byteLength: stats.size,
    open: () => createReadStream(path),
    members: () => openCodeArchive(path),
  };
}

function progressText({ file, bytesRead, byteLength, rows }: CodeFileProgress): string {
  return `${file}  ${share(bytesRead, byteLength)}  ${count(rows)} rows`;
}

function fileLine(loaded: LoadedCodeFile): string {
  const head = `${loaded.verdict.padEnd(9)} ${loaded.file}`;
  if (loaded.verdict === "refused") {
    const where = loaded.line === null ? "" : `, line ${count(loaded.line)}`;
    const column = loaded.column === null ? "" : `, ${loaded.column}`;
    return `${head}: ${loaded.reason ?? ""} (${loaded.reasonCode ?? ""}${where}${column})`;
  }
  if (loaded.codeSet === null) return head;
  const through = loaded.effectiveTo === null ? "on" : `through ${loaded.effectiveTo}`;
  const kind = [loaded.codeSet, loaded.variant].filter(Boolean).join(" ");
  const part = loaded.part === 1 ? "" : ` part ${loaded.part}`;
  const rows = loaded.verdict === "read" ? `, ${count(loaded.rows)} rows` : "";
  return `${head}: ${kind} ${loaded.edition ?? ""}${part}, from ${loaded.effectiveFrom ?? ""} ${through}${rows}`;
}
