import type { Database } from "@headwater/platform/database/connect.ts";
import type { DiskRoom } from "@headwater/platform/lifecycle/disk-room.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import { withNoPractice } from "@headwater/platform/tenancy/with-practices.ts";
import {
  type ImportedFile,
  importPaths,
} from "@headwater/revenue-cycle/back-end/file/import-paths.command.ts";
import {
  type ReadingProgress,
  readingContext,
} from "@headwater/revenue-cycle/back-end/file/reading-context.command.ts";
import { practiceNamed } from "@headwater/revenue-cycle/books/account/create-practice.command.ts";
import {
  listPractices,
  type Practice,
} from "@headwater/revenue-cycle/masters/practice/practice.store.ts";
import type { Command } from "commander";
import { choosePractice, inAuditedPractice, operator, withInstallation } from "../installation.ts";
import { createOutput, type Output } from "../output.ts";
import { count, share, startProgress } from "../progress.ts";

type ImportOptions = { readonly json?: boolean; readonly practice?: string };

const defaultPractice = "My files";

/** `import PATH…`: reads claim, acknowledgment, remittance and CSV files; safe to run again. */
export function addImportFiles(program: Command): void {
  program
    .command("import <paths...>")
    .description(
      "read 837, 835, 999, TA1, 277CA and CSV files; reading a file again changes nothing",
    )
    .option("--practice <name>", "the practice; made if it does not exist")
    .option("--json", "one object per file")
    .action(async (paths: string[], options: ImportOptions) => {
      const output = createOutput(options.json === true);
      await withInstallation(async ({ database, room }) => {
        const practice = await practiceFor(database, options.practice, output);
        const counts = await importAll({ database, practice, room, output }, paths);
        output.line(summary(counts));
        process.exitCode = counts.refused > 0 ? 1 : 0;
      });
    });
}

type Importing = {
  readonly database: Database;
  readonly practice: Practice;
  readonly room: DiskRoom;
  readonly output: Output;
};

type FileCounts = { files: number; claims: number; answers: number; refused: number };

async function importAll(importing: Importing, paths: readonly string[]): Promise<FileCounts> {
  const { database, practice, room, output } = importing;
  const progress = startProgress();
  const context = await readingContext(database, practice, {
    actor: operator,
    room,
    onProgress: (read) => progress.show(() => progressText(read)),
  });
  const counts: FileCounts = { files: 0, claims: 0, answers: 0, refused: 0 };
  const digests: string[] = [];
  try {
    for await (const file of importPaths(context, paths)) {
      progress.clear();
      counts.files += 1;
      if (file.kind === "835") counts.answers += file.claims;
      else counts.claims += file.claims;
      if (file.verdict === "refused") counts.refused += 1;
      digests.push(file.sha256);
      output.record(file);
      for (const line of fileLines(file)) output.line(line);
    }
  } finally {
    progress.clear();
    await inAuditedPractice(database, practice, {
      audit: { action: "create", category: "file", details: { files: counts.files } },
      subjects: () => [{ kind: "file-digest", ids: digests.slice(0, 1000) }],
      work: async () => undefined,
    });
  }
  return counts;
}

/** The named practice, made when it is missing; without a name the only one, or a first one. */
async function practiceFor(
  database: Database,
  name: string | undefined,
  output: Output,
): Promise<Practice> {
  if (name === undefined) {
    const some = await withNoPractice(database, { actor: operator }, listPractices);
    if (some.length > 0) return choosePractice(database, undefined);
  }
  const wanted = { name: name ?? defaultPractice, kind: "own-files" } as const;
  const result = await practiceNamed(database, wanted, { actor: operator, random: systemRandom });
  if (result.is === "refused") throw new NamedError(result.code, "choose another practice name");
  if (result.is === "created") output.remark(`Practice "${result.practice.name}" was made.`);
  return result.practice;
}

function fileLines(file: ImportedFile): string[] {
  const errors = file.issues.filter((issue) => issue.severity === "error").length;
  const why = file.reason ? `: ${file.reason}` : "";
  const head = `${file.verdict.padEnd(9)} ${file.kind.padEnd(6)} ${file.file}${why}`;
  const notable = file.transactions.filter(
    (set) => set.verdict !== "posted" && set.verdict !== "recorded",
  );
  return [
    head,
    ...notable.map(
      (set) => `            ${set.kind} ${set.control}: ${set.verdict}, ${set.reason ?? ""}`,
    ),
    ...(errors > 0 ? [`            ${errors} errors; headwater x12 check shows each`] : []),
  ];
}

function summary(counts: FileCounts): string {
  const refused = counts.refused > 0 ? `, ${counts.refused} refused` : "";
  return `${counts.files} files: ${counts.claims} claims, ${counts.answers} claims answered in remittances${refused}. Next: headwater report`;
}

function progressText({ bytesRead, byteLength, claims }: ReadingProgress): string {
  return `${share(bytesRead, byteLength)}  ${count(claims)} claims`;
}
