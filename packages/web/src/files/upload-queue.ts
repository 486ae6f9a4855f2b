import { problemOf } from "../frame/problem.ts";
import { practiceAddress } from "../frame/request.ts";
import type { HandedFile } from "./collect-files.ts";
import { sendFile } from "./send-file.ts";
import type { Upload } from "./upload-state.ts";

type Queue = {
  readonly practice: string;
  readonly importId: string;
  readonly files: readonly HandedFile[];
  readonly stopping: AbortController;
  uploads: readonly Upload[];
};

const parallel = 2;
const queues = new Map<string, Queue>();
const listeners = new Set<() => void>();
const none: readonly Upload[] = [];

/** Starts to send files to an import; goes on while the reader looks at other pages. */
export function startUploads(practice: string, importId: string, files: readonly HandedFile[]) {
  const uploads = files.map(({ path, file }) => ({
    path,
    byteLength: file.size,
    sentBytes: 0,
    state: "waiting" as const,
    fileId: undefined,
    problemCode: undefined,
  }));
  const queue = { practice, importId, files, uploads, stopping: new AbortController() };
  queues.set(importId, queue);
  pump(queue);
}

/** What was handed in on this page for an import; empty after a reload of the page. */
export function uploadsOf(importId: string): readonly Upload[] {
  return queues.get(importId)?.uploads ?? none;
}

export function isUploading(importId: string): boolean {
  return uploadsOf(importId).some(({ state }) => state === "waiting" || state === "sending");
}

export function onUploadChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sends again what failed or was cancelled. */
export function retryUploads(importId: string) {
  const queue = queues.get(importId);
  if (!queue) return;
  const again = { ...queue, stopping: new AbortController() };
  queues.set(importId, again);
  again.uploads.forEach((upload, index) => {
    if (upload.state === "failed" || upload.state === "cancelled")
      change(again, index, { state: "waiting", sentBytes: 0, problemCode: undefined });
  });
  pump(again);
}

/** Stops sending. What has arrived stays; the rest can be sent later. */
export function cancelUploads(importId: string) {
  const queue = queues.get(importId);
  if (!queue) return;
  queue.uploads.forEach((upload, index) => {
    if (upload.state === "waiting") change(queue, index, { state: "cancelled" });
  });
  queue.stopping.abort();
}

function change(queue: Queue, index: number, part: Partial<Upload>) {
  queue.uploads = queue.uploads.map((upload, at) =>
    at === index ? { ...upload, ...part } : upload,
  );
  for (const listener of listeners) listener();
}

function pump(queue: Queue) {
  const sending = queue.uploads.filter(({ state }) => state === "sending").length;
  for (let free = parallel - sending; free > 0; free -= 1) {
    const index = queue.uploads.findIndex(({ state }) => state === "waiting");
    if (index === -1) return;
    change(queue, index, { state: "sending" });
    void send(queue, index);
  }
}

async function send(queue: Queue, index: number) {
  const handed = queue.files[index];
  if (!handed) return;
  try {
    const answer = await sendFile({
      address: practiceAddress(queue.practice, `imports/${queue.importId}/files`),
      name: handed.path,
      file: handed.file,
      signal: queue.stopping.signal,
      onProgress: (sentBytes) => change(queue, index, { sentBytes }),
    });
    change(queue, index, { state: "sent", sentBytes: handed.file.size, fileId: idOf(answer) });
  } catch (error) {
    const isCancelled = queue.stopping.signal.aborted;
    change(queue, index, {
      state: isCancelled ? "cancelled" : "failed",
      problemCode: isCancelled ? undefined : problemOf(error).code,
    });
  }
  pump(queue);
}

/** The id of the file that the server tells; without it the file counts as not sent. */
function idOf(answer: unknown): string {
  const isSent = typeof answer === "object" && answer !== null && "id" in answer;
  if (isSent && typeof answer.id === "string") return answer.id;
  throw new Error("the answer names no file");
}

window.addEventListener("beforeunload", (event) => {
  if ([...queues.keys()].some(isUploading)) event.preventDefault();
});
