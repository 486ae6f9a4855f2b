import type { FileRow, ImportAnswer } from "@headwater/revenue-cycle/back-end/file/file-answers.ts";
import type { Upload } from "./upload-state.ts";

/** A file of an import as its page shows it: on its way, or as far as the server has come. */
export type ImportRow = {
  readonly id: string;
  readonly name: string;
  readonly byteLength: number;
  readonly upload: Upload | undefined;
  readonly file: FileRow | undefined;
};

/** Joins what this page is sending with what the server has. Files still to be sent come last. */
export function importRows(
  answer: ImportAnswer | undefined,
  uploads: readonly Upload[],
): ImportRow[] {
  const uploadById = new Map(uploads.flatMap((one) => (one.fileId ? [[one.fileId, one]] : [])));
  const arrived = (answer?.files ?? []).map((file) => ({
    id: file.id,
    name: file.name,
    byteLength: file.byteLength,
    upload: uploadById.get(file.id),
    file,
  }));
  const known = new Set(arrived.map((row) => row.id));
  const underway = uploads.filter((upload) => !upload.fileId || !known.has(upload.fileId));
  return [
    ...arrived,
    ...underway.map((upload) => ({
      id: `upload:${upload.path}`,
      name: upload.path,
      byteLength: upload.byteLength,
      upload,
      file: undefined,
    })),
  ];
}

/** The verdict of a row; what is still to be sent counts as waiting. */
export function verdictOf(row: ImportRow): string {
  if (row.file) return row.file.verdict;
  const state = row.upload?.state;
  return state === "failed" || state === "cancelled" ? state : "waiting";
}

/** The claims that were sent, and the claims that remittances answer: never one sum. */
export function claimSums(rows: readonly ImportRow[]): {
  readonly claims: number;
  readonly answers: number;
} {
  const sum = (fits: (kind: string) => boolean) =>
    rows.reduce((all, { file }) => all + (file && fits(file.kind) ? file.claims : 0), 0);
  return { claims: sum((kind) => kind.startsWith("837")), answers: sum((kind) => kind === "835") };
}

/** How many files of an import have which verdict; what is still to be sent counts as waiting. */
export function verdictCounts(rows: readonly ImportRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const verdict = verdictOf(row);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return counts;
}

/** True when everything that was sent has arrived and every file has its verdict. */
export function isSettled(answer: ImportAnswer | undefined, uploads: readonly Upload[]): boolean {
  if (!answer || answer.files.length === 0) return false;
  const arrived = new Set(answer.files.map((file) => file.id));
  const isUnderway = uploads.some(({ fileId }) => fileId !== undefined && !arrived.has(fileId));
  const isOpen = answer.files.some(({ verdict }) => verdict === "waiting" || verdict === "reading");
  return !isUnderway && !isOpen;
}
