import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { postgresDocumentStore } from "@headwater/platform/documents/postgres-document-store.ts";
import { type SpooledUpload, spoolUpload } from "@headwater/platform/documents/spool-upload.ts";
import { NamedError } from "@headwater/platform/named-error.ts";
import { systemRandom } from "@headwater/platform/random/random.ts";
import type {
  PreviewAnswer,
  PreviewedSet,
} from "@headwater/revenue-cycle/back-end/file/preview-answers.ts";
import {
  previewRemittances,
  shownClaims,
} from "@headwater/revenue-cycle/back-end/file/preview-remittances.command.ts";
import type { Command } from "commander";
import { choosePractice, inAuditedPractice, operator, withInstallation } from "../installation.ts";
import { createOutput, dollars, type Output, tableLines } from "../output.ts";

type PreviewOptions = { readonly json?: boolean; readonly practice?: string };

const everything = { claims: 1_000_000, transfers: 10_000_000 };
const transfersPrinted = 200;

/** `remittance preview FILE`: what an 835 would post, before it is imported. */
export function addRemittance(program: Command): void {
  program
    .command("remittance")
    .description("remittances (835)")
    .command("preview <file>")
    .description("what a file would post, set by set; nothing is kept")
    .option("--practice <name>", "which practice, if there are several")
    .option("--json", "one object per transaction set")
    .action(previewFile);
}

async function previewFile(path: string, options: PreviewOptions): Promise<void> {
  const output = createOutput(options.json === true);
  const content = await contentOf(path);
  try {
    await withInstallation(async ({ database }) => {
      const practice = await choosePractice(database, options.practice);
      const documents = postgresDocumentStore(database, systemRandom);
      const found = await inAuditedPractice(database, practice, {
        audit: { action: "read", category: "remittance-preview" },
        subjects: (shown: PreviewAnswer) => [
          { kind: "file-digest", ids: [content.sha256] },
          { kind: "claim", ids: shownClaims(shown).slice(0, 1000) },
        ],
        work: (transaction) =>
          previewRemittances(
            transaction,
            { documents, random: systemRandom, actor: operator },
            { name: basename(path), content, limits: everything },
          ),
      });
      tell(found, path, output);
    });
  } finally {
    await content.remove();
  }
}

async function contentOf(path: string): Promise<SpooledUpload> {
  const spooled = await spoolUpload(bytesOf(path), { limitBytes: Number.MAX_SAFE_INTEGER }).catch(
    (cause: unknown) => {
      throw new NamedError("PATH_UNREADABLE", path, { cause });
    },
  );
  if (spooled.kind === "refused") throw new NamedError(spooled.code, path);
  return spooled;
}

/** Opened when it is asked for its first bytes, so that a fault is met by whoever asks. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

function tell(found: PreviewAnswer, path: string, output: Output): void {
  if (found.readBeforeAs !== null) {
    output.record({ file: path, verdict: "duplicate", readBeforeAs: found.readBeforeAs });
    output.line(`This file was read before as ${found.readBeforeAs}: nothing would post.`);
    return;
  }
  if (found.sets.length === 0) throw new NamedError("REMITTANCE_NONE", `${path} holds no 835`);
  for (const set of found.sets) {
    output.record({ file: path, ...set });
    for (const line of setLines(set)) output.line(line);
  }
  if (found.otherSets > 0) output.remark(`${found.otherSets} sets of other kinds are not shown.`);
}

function setLines(set: PreviewedSet): string[] {
  const { remittance } = set;
  const named = remittance
    ? `${remittance.traceNumber} · ${remittance.payer} · ${remittance.effectiveOn ?? "no date"} · ${dollars(remittance.paidCents)}`
    : "no payment";
  const rows = set.transfers
    .slice(0, transfersPrinted)
    .map((one) => [
      one.patientControlNumber ?? "",
      one.lineNumber === null ? "" : String(one.lineNumber),
      one.debit,
      one.credit,
      dollars(one.cents),
      one.reasonCode === null ? "" : `${one.groupCode}-${one.reasonCode}`,
    ]);
  const columns = [
    { title: "claim" },
    { title: "line" },
    { title: "from" },
    { title: "to" },
    { title: "amount", right: true },
    { title: "reason" },
  ];
  const left = set.transferCount - rows.length;
  return [
    `Set ${set.control}: ${set.verdict} · ${named} · ${set.claims} claims${set.reason ? `. ${set.reason}` : ""}`,
    ...(rows.length > 0 ? tableLines(columns, rows) : []),
    ...(left > 0 ? [`${left} more transfers; --json shows all`] : []),
    ...set.work.map(({ kind, count, cents }) => `work: ${count} ${kind}, ${dollars(cents)}`),
    "",
  ];
}
